"""Shares of households in income bands that a mean and a Gini imply.

Sources: docs/methods.md#bands.
"""

from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import ArrayLike

from fenghua_analysis.metrics.distributions import FAMILIES, share_below
from fenghua_analysis.metrics.inputs import Array, not_negative, positive, refuse


@dataclass(frozen=True)
class ShareRange:
    """Band shares over every combination of assumptions.

    Attributes
    ----------
    lowest, highest : fractions of all households
    shares : (family, household size, Gini) → fraction
    """

    lowest: float
    highest: float
    shares: dict[tuple[str, float, float], float]


def household_income(per_head: ArrayLike, *, size: ArrayLike) -> Array:
    """Mean household income: income per head times persons a household.

    Raises
    ------
    ValueError : an income or a size is not positive.

    Notes
    -----
    per_head · size: exact only if size and income per head are unrelated.
    Source: docs/methods.md#bands.

    Examples
    --------
    >>> household_income(56_000, size=2.5)
    np.float64(140000.0)
    """
    return positive("per_head", per_head) * positive("size", size)


def share_in_band(
    low: ArrayLike,
    high: ArrayLike,
    *,
    mean: ArrayLike,
    gini: ArrayLike,
    family: ArrayLike,
) -> Array:
    """Share of households with an income between two bounds.

    Parameters
    ----------
    low, high : bounds in the unit of `mean`, 0 ≤ low < high; inf for no upper bound
    mean : mean household income, > 0
    gini : of household incomes, 0 < gini < 1
    family : "lognormal" or "fisk" (log-logistic)

    Returns
    -------
    Fraction 0–1, shape (n,). NaN where a number is missing.

    Raises
    ------
    ValueError : bounds in the wrong order, a mean, Gini or family out of range.

    Notes
    -----
    F(high) − F(low), F as in `distributions.share_below`.
    Source: docs/methods.md#bands.

    Examples
    --------
    >>> share_in_band(10, 50, mean=14, gini=0.36, family=["lognormal", "fisk"]).round(3)
    array([0.559, 0.563])
    """
    lower, upper = not_negative("low", low), np.asarray(high, dtype=float)
    refuse(upper <= lower, "high must be above low", upper)
    given = {"mean": mean, "gini": gini, "family": family}
    return share_below(upper, **given) - share_below(lower, **given)


def share_over_assumptions(
    low: float,
    high: float,
    *,
    per_head: float,
    sizes: ArrayLike,
    ginis: ArrayLike,
    families: tuple[str, ...] = FAMILIES,
) -> ShareRange:
    """Share of households in a band over every household size, Gini and family.

    Parameters
    ----------
    low, high : bounds of household income, unit of `per_head`
    per_head : mean income per head
    sizes : persons a household, to be varied
    ginis : of household incomes, to be varied

    Returns
    -------
    ShareRange: lowest, highest and every single share.

    Raises
    ------
    ValueError : as `share_in_band`, or nothing to vary.

    Examples
    --------
    >>> found = share_over_assumptions(10, 50, per_head=5.6, sizes=[2.4],
    ...                                ginis=[0.32, 0.36, 0.40])
    >>> round(found.lowest, 2), round(found.highest, 2)
    (0.49, 0.58)
    """
    cases = list(product(families, np.atleast_1d(sizes), np.atleast_1d(ginis)))
    if not cases:
        raise ValueError("sizes, ginis and families must not be empty")
    family, size, gini = map(np.array, zip(*cases, strict=True))
    mean = household_income(per_head, size=size)
    shares = share_in_band(low, high, mean=mean, gini=gini, family=family).tolist()
    found = {
        (f, float(s), float(g)): share
        for (f, s, g), share in zip(cases, shares, strict=True)
    }
    return ShareRange(min(shares), max(shares), found)
