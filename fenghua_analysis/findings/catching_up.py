"""Who must grow how fast, so that no township is below its share of the mean.

Formulas: docs/methods.md#income_ratio.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from fenghua_analysis.findings.townships import TownshipYear
from fenghua_analysis.metrics.income_ratio import growth_needed, required_lowest_growth

HORIZONS = (1, 2, 3)
"""Years over which a required growth is shown."""

MEAN_GROWTHS = (0.0, 0.02, 0.04, 0.06, 0.08)
"""Growth of the mean meanwhile: from standing still to the pace of before 2020."""


def who_must_grow(
    found: TownshipYear, *, target: float, years: int, mean_growth: float
) -> pd.DataFrame:
    """Every township's growth to its share of the mean.

    Parameters
    ----------
    target : share of the mean, such as 0.8
    years : to go, > 0
    mean_growth : of the mean meanwhile, fraction a year

    Returns
    -------
    The comparable rows of the year with needed (the income that is the share of the
    mean at the end), growth (fraction a year that reaches it) and must (whether it is
    faster than the mean's) – lowest first; no row without a mean or a target.
    """
    rows = found.comparable.reset_index(drop=True)
    if rows.empty or np.isnan(target):
        return rows.iloc[:0].assign(needed=[], growth=[], must=[])
    needed = growth_needed(
        rows.value.to_numpy(float),
        mean=found.mean,
        target=target,
        years=years,
        mean_growth=mean_growth,
    )
    return rows.assign(needed=needed.level, growth=needed.growth, must=needed.must)


def lowest_frontier(
    ratio: float,
    *,
    target: float,
    horizons: Sequence[int] = HORIZONS,
    mean_growths: Sequence[float] = MEAN_GROWTHS,
) -> pd.DataFrame:
    """Growth of the lowest that lifts its ratio to the target, by that of the mean.

    Returns
    -------
    mean_growth, and a column years_<n> a horizon, fractions a year; no row where the
    ratio or the target is unknown, or the target is met.
    """
    columns = [f"years_{years}" for years in horizons]
    if not ratio < target:
        return pd.DataFrame(columns=["mean_growth", *columns])
    means = np.array(mean_growths, dtype=float)
    growths = {
        name: required_lowest_growth(ratio, target, years=years, mean_growth=means)
        for name, years in zip(columns, horizons, strict=True)
    }
    return pd.DataFrame({"mean_growth": means} | growths)
