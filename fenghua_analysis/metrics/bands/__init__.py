"""Shares of households in income bands, implied by a mean and a Gini coefficient.

No distribution of household incomes is published; what a mean and a Gini *imply* hangs
on the family of distributions and, more, on the size of households. Quote the range of
`share_over_assumptions`, never one number.  Sources: docs/methods.md#bands.
"""

from fenghua_analysis.metrics.bands.implied import (
    Implied,
    PerHeadRange,
    gini_mismatch,
    implied_distribution,
    implied_per_head,
)
from fenghua_analysis.metrics.bands.shares import (
    ShareRange,
    household_income,
    share_in_band,
    share_over_assumptions,
)
from fenghua_analysis.metrics.distributions import FAMILIES

__all__ = [
    "FAMILIES",
    "Implied",
    "PerHeadRange",
    "ShareRange",
    "gini_mismatch",
    "household_income",
    "implied_distribution",
    "implied_per_head",
    "share_in_band",
    "share_over_assumptions",
]
