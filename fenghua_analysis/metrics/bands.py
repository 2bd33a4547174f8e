"""Shares of households in income bands, implied by a mean and a Gini coefficient.

No distribution of household incomes is published; what a mean and a Gini *imply* hangs
on the family of distributions and, more, on the size of households. Quote the range of
`share_over_assumptions`, never one number.  Sources: docs/methods.md#bands.
"""

from dataclasses import dataclass
from itertools import product
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from fenghua_analysis.metrics.distributions import (
    FAMILIES,
    lognormal_gini,
    share_below,
)
from fenghua_analysis.metrics.inputs import (
    Array,
    fraction,
    not_negative,
    positive,
    refuse,
)

SEARCHED = 4.0
"""Ends of the search: Ginis of 0.02–0.98, means e⁴ below and above the middle."""

SOLVED = 1e-8
"""Largest miss of a share by a solution: far below the digits of any target."""


class Implied(NamedTuple):
    """A distribution that two band shares imply: mean in the bands' unit, and Gini."""

    mean: Any
    gini: Any


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


def gini_mismatch(gini: ArrayLike, *, mean: ArrayLike, median: ArrayLike) -> Array:
    """How far a stated Gini is from the one that mean and median imply (lognormal).

    Mean, median and Gini are one number too many for a lognormal; the mismatch says how
    badly the three fit.

    Returns
    -------
    Implied − stated Gini, shape (n,). Near 0: a lognormal fits.

    Raises
    ------
    ValueError : a mean not above its median, a level or Gini out of range.

    Notes
    -----
    σ² = 2·ln(mean/median).  Source: docs/methods.md#bands.

    Examples
    --------
    >>> gini_mismatch(0.36, mean=65_436, median=60_000).round(3)
    np.float64(-0.128)
    """
    centre, middle = positive("mean", mean), positive("median", median)
    refuse(centre <= middle, "mean must be above median", centre)
    implied = lognormal_gini(np.sqrt(2 * np.log(centre / middle)))
    return implied - fraction("gini", gini)


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


def implied_distribution(
    bands: tuple[tuple[float, float], tuple[float, float]],
    shares: tuple[float, float],
    *,
    family: str,
) -> Implied:
    """Mean and Gini of the distribution in which two bands have the given shares.

    Parameters
    ----------
    bands : two (low, high), as in `share_in_band`, different from each other
    shares : the fraction of households in each, 0 < share < 1

    Returns
    -------
    Implied(mean, gini). Two shares fix two numbers: nothing is left to test the family.

    Raises
    ------
    ValueError : no distribution of the family has these shares.

    Notes
    -----
    Solved from the best point of a coarse grid of means and Ginis.
    Source: docs/methods.md#bands.

    Examples
    --------
    >>> found = implied_distribution(((10, 50), (20, 60)), (0.65, 0.25),
    ...                              family="lognormal")
    >>> round(found.mean, 1), round(found.gini, 2)
    (16.2, 0.35)
    """
    from scipy.optimize import least_squares

    wanted = fraction("shares", shares)
    low, high = np.transpose(bands)
    middle = np.mean(low + high, where=np.isfinite(high)) / 2

    def distribution(points: Array) -> Implied:
        # Logarithm and logit keep the search within positive means and Ginis of 0–1.
        mean, logit = middle * np.exp(points[..., :1]), points[..., 1:]
        return Implied(mean, 1 / (1 + np.exp(-logit)))

    def miss(points: Array) -> Array:
        mean, gini = distribution(points)
        return share_in_band(low, high, mean=mean, gini=gini, family=family) - wanted

    steps = np.linspace(-SEARCHED, SEARCHED, 81)
    grid = np.array(list(product(steps, steps)))
    start = grid[np.abs(miss(grid)).max(axis=-1).argmin()]
    limits = {"bounds": (-SEARCHED, SEARCHED), "xtol": 1e-15, "ftol": 1e-15}
    found = least_squares(miss, start, gtol=1e-15, **limits).x
    if np.abs(miss(found)).max() > SOLVED:
        raise ValueError(f"no {family} distribution has these shares: {shares}")
    return Implied(*(float(part[0]) for part in distribution(found)))
