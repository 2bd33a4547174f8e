"""Targets that are ratios of two incomes: urban to rural, lowest township to mean.

What a ratio needs is a *differential*: the side that is behind must grow faster by it,
whatever both grow at.  Formulas and sources: docs/methods.md#income_ratio.
"""

from fenghua_analysis.metrics.income_ratio.bridging import Bridged, bridge_to_year
from fenghua_analysis.metrics.income_ratio.closing import (
    PointEffect,
    effect_of_a_point,
    ratio_after,
    required_growth_differential,
    required_rural_growth,
    urban_rural_ratio,
    years_to_reach,
)
from fenghua_analysis.metrics.income_ratio.levels import (
    Levels,
    implied_levels,
    implied_urban_share,
)
from fenghua_analysis.metrics.income_ratio.lowest import (
    Lowest,
    Needed,
    growth_needed,
    implied_lowest,
    lowest_to_mean,
    required_lowest_growth,
)

__all__ = [
    "Bridged",
    "Levels",
    "Lowest",
    "Needed",
    "PointEffect",
    "bridge_to_year",
    "effect_of_a_point",
    "growth_needed",
    "implied_levels",
    "implied_lowest",
    "implied_urban_share",
    "lowest_to_mean",
    "ratio_after",
    "required_growth_differential",
    "required_lowest_growth",
    "required_rural_growth",
    "urban_rural_ratio",
    "years_to_reach",
]
