"""From numbers to a word: published rules of judgement, and the one for the headline.

Each rule is a function that returns a frozen result with every ingredient beside the
word. All of them take one series or arrays of them; one code serves both.
Rules, thresholds and sources: docs/methods.md#verdicts.
"""

from fenghua_analysis.metrics.verdicts.agreement import Agreement, agreement
from fenghua_analysis.metrics.verdicts.growth_ratio import (
    GrowthRatioVerdict,
    growth_ratio_verdict,
)
from fenghua_analysis.metrics.verdicts.headline import Headline, headline
from fenghua_analysis.metrics.verdicts.hypothetical_value import (
    HypotheticalValueVerdict,
    hypothetical_value_verdict,
)
from fenghua_analysis.metrics.verdicts.sdg_index import (
    GoalVerdict,
    SdgIndexVerdict,
    goal_verdict,
    index_score,
    sdg_index_verdict,
    threshold_faults,
)
from fenghua_analysis.metrics.verdicts.un_progress import (
    UnProgressVerdict,
    un_progress_verdict,
)
from fenghua_analysis.metrics.verdicts.work_items import (
    AnnualPerformance,
    WorkItemRatio,
    annual_performance,
    work_item_ratio,
)

__all__ = [
    "Agreement",
    "AnnualPerformance",
    "GoalVerdict",
    "GrowthRatioVerdict",
    "Headline",
    "HypotheticalValueVerdict",
    "SdgIndexVerdict",
    "UnProgressVerdict",
    "WorkItemRatio",
    "agreement",
    "annual_performance",
    "goal_verdict",
    "growth_ratio_verdict",
    "headline",
    "hypothetical_value_verdict",
    "index_score",
    "sdg_index_verdict",
    "threshold_faults",
    "un_progress_verdict",
    "work_item_ratio",
]
