"""The lowest township against the mean of all.

Formulas and sources: docs/methods.md#income_ratio.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from fenghua_analysis.metrics.inequality.shares import relative_incomes
from fenghua_analysis.metrics.inputs import (
    Array,
    Mask,
    complete,
    growth_factor,
    positive,
    reaches,
)


class Lowest(NamedTuple):
    """The lowest unit: its income over the mean, and its position in the list."""

    ratio: float
    position: int


class Needed(NamedTuple):
    """What lifts every unit to its share of the mean; one figure a unit.

    Attributes
    ----------
    level : the income that is the share of the mean at the end
    growth : yearly growth that reaches it; negative where it is passed already
    must : whether the unit has to grow faster than the mean for it
    """

    level: Array
    growth: Array
    must: Mask


def lowest_to_mean(
    values: ArrayLike,
    *,
    mean: float | None = None,
    weights: ArrayLike | None = None,
) -> Lowest:
    """The lowest unit's income over the mean of all.

    Parameters
    ----------
    values : income per head of every unit, shape (n,), not negative, none missing
    mean : the *published* mean of the whole, same unit; not the mean of units. Or
    weights : people of each unit, from which the mean is made where none is published

    Returns
    -------
    Lowest(ratio, position): fraction of the mean, and where in the list the lowest unit
    stands, the first of several. It may be another unit next year: keep both. A unit
    without people is never the lowest.

    Raises
    ------
    ValueError : a unit is missing (the lowest could be that one) or negative, no unit,
        a mean that is not positive, weights that sum to zero, both or neither of
        `mean` and `weights`.

    Notes
    -----
    min(values) / mean.  Source: docs/methods.md#income_ratio.

    Examples
    --------
    >>> lowest_to_mean([60_000, 42_000, 52_500], mean=56_000)
    Lowest(ratio=0.75, position=1)
    >>> lowest_to_mean([60_000, 40_000], weights=[1, 1])
    Lowest(ratio=0.8, position=1)
    """
    if (mean is None) == (weights is None):
        raise ValueError("give mean or weights, one of them")
    incomes = complete("values", values)
    if mean is not None:
        position = int(incomes.argmin())
        return Lowest(float(incomes[position] / positive("mean", mean)), position)
    ratios, people = relative_incomes(incomes, weights)
    position = int(np.where(people > 0, incomes, np.inf).argmin())
    return Lowest(float(ratios[position]), position)


def implied_lowest(mean: ArrayLike, ratio: ArrayLike) -> Array:
    """Income of the lowest unit that a mean and a ratio imply.

    Returns
    -------
    Unit of `mean`, shape (n,).

    Raises
    ------
    ValueError : mean or ratio is not positive.

    Notes
    -----
    mean · ratio.  Source: docs/methods.md#income_ratio.

    Examples
    --------
    >>> implied_lowest(56_000, 0.8)
    np.float64(44800.0)
    """
    return positive("mean", mean) * positive("ratio", ratio)


def required_lowest_growth(
    ratio: ArrayLike, target: ArrayLike, *, years: ArrayLike, mean_growth: ArrayLike
) -> Array:
    """Growth of the lowest unit that lifts its ratio to the target.

    Returns
    -------
    Fraction per year, shape (n,).

    Raises
    ------
    ValueError : a ratio or `years` is not positive, or `mean_growth` ≤ −1.

    Notes
    -----
    (1 + mean_growth) · (target / ratio) ** (1 / years) − 1.
    Source: docs/methods.md#income_ratio.

    Examples
    --------
    >>> required_lowest_growth(0.75, 0.8, years=3, mean_growth=0.06).round(4)
    np.float64(0.0831)
    """
    closing = positive("target", target) / positive("ratio", ratio)
    factor = closing ** (1 / positive("years", years))
    return growth_factor("mean_growth", mean_growth) * factor - 1


def growth_needed(
    values: ArrayLike,
    *,
    mean: ArrayLike,
    target: ArrayLike,
    years: ArrayLike,
    mean_growth: ArrayLike,
) -> Needed:
    """Who must grow how fast, so that no unit is below its share of the mean.

    Parameters
    ----------
    values : income per head of units, shape (n,), > 0; NaN where unknown
    mean : the published mean now, same unit
    target : share of the mean that each is to have, such as 0.8
    years : years left, > 0
    mean_growth : of the mean meanwhile, fraction per year

    Returns
    -------
    Needed(level, growth, must), shape (n,). A unit at its share already need not grow
    faster than the mean.

    Raises
    ------
    ValueError : a level, `target` or `years` is not positive, or `mean_growth` ≤ −1.

    Notes
    -----
    level = target · mean · (1 + mean_growth) ** years; growth as
    `required_lowest_growth`.  Source: docs/methods.md#income_ratio.

    Examples
    --------
    >>> found = growth_needed([42_000, 50_000], mean=56_000, target=0.8, years=3,
    ...                       mean_growth=0.06)
    >>> found.growth.round(4), found.must
    (array([0.0831, 0.0219]), array([ True, False]))
    """
    official = positive("mean", mean)
    ratio = positive("values", values) / official
    growth = required_lowest_growth(ratio, target, years=years, mean_growth=mean_growth)
    factor = growth_factor("mean_growth", mean_growth) ** positive("years", years)
    must = ~np.isnan(ratio) & ~reaches(ratio, target)
    return Needed(implied_lowest(factor * official, target), growth, must)
