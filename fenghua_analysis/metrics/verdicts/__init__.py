"""From numbers to a word: published rules of judgement, and the one for the headline.

Each rule is a function that returns a frozen result with every ingredient beside the
word. All of them take one series or arrays of them; one code serves both.
Rules, thresholds and sources: docs/methods.md#verdicts.
"""

from fenghua_analysis.metrics.verdicts.growth_ratio import (
    GrowthRatioVerdict,
    growth_ratio_verdict,
)
from fenghua_analysis.metrics.verdicts.headline import Headline, headline
from fenghua_analysis.metrics.verdicts.hypothetical_value import (
    HypotheticalValueVerdict,
    hypothetical_value_verdict,
)
from fenghua_analysis.metrics.verdicts.un_progress import (
    UnProgressVerdict,
    un_progress_verdict,
)

__all__ = [
    "GrowthRatioVerdict",
    "Headline",
    "HypotheticalValueVerdict",
    "UnProgressVerdict",
    "growth_ratio_verdict",
    "headline",
    "hypothetical_value_verdict",
    "un_progress_verdict",
]
