"""The answer of each notebook in one sentence: which template, and its numbers.

Each function returns what `Study.opening` takes: the template's key under ``answer``,
and the numbers as a reader sees them, which `results.json` keeps with their units. Some
return the key of a paragraph, as `Study.write` takes it.
"""

from fenghua_analysis.answers.incomes import (
    on_bands,
    on_growth,
    on_ratio,
    on_townships,
)
from fenghua_analysis.answers.outlook import (
    on_foreseen,
    on_outlook,
    on_thin,
    on_trial,
)
from fenghua_analysis.answers.standing import (
    grounds,
    on_consistency,
    on_gaps,
    on_services,
    on_supervision,
    on_targets,
)
from fenghua_analysis.answers.work import (
    on_livelihood,
    on_schedules,
    on_sections,
    on_work,
)

__all__ = [
    "grounds",
    "on_bands",
    "on_consistency",
    "on_foreseen",
    "on_gaps",
    "on_growth",
    "on_livelihood",
    "on_outlook",
    "on_ratio",
    "on_schedules",
    "on_sections",
    "on_services",
    "on_supervision",
    "on_targets",
    "on_thin",
    "on_townships",
    "on_trial",
    "on_work",
]
