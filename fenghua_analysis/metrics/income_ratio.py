"""Targets that are ratios of two incomes: urban to rural, lowest township to mean.

What a ratio needs is a *differential*: the side that is behind must grow faster by it,
whatever both grow at.  Formulas and sources: docs/methods.md#income_ratio.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from fenghua_analysis.metrics.inputs import Array, complete, numbers, positive, refuse


class Levels(NamedTuple):
    """Urban and rural income, same unit."""

    urban: Array
    rural: Array


class Lowest(NamedTuple):
    """The lowest unit: its income over the mean, and its position in the list."""

    ratio: float
    position: int


def urban_rural_ratio(urban: ArrayLike, rural: ArrayLike) -> Array:
    """Urban over rural income per head (城乡收入倍差).

    Parameters
    ----------
    urban, rural : same unit and period, strictly positive

    Returns
    -------
    Ratio, shape (n,); 1 is parity, above 1 the towns have more.

    Raises
    ------
    ValueError : an income is not positive.

    Notes
    -----
    urban / rural.  Source: docs/methods.md#income_ratio.

    Examples
    --------
    >>> urban_rural_ratio(76_690, 45_487).round(3)
    np.float64(1.686)
    """
    return positive("urban", urban) / positive("rural", rural)


def required_growth_differential(
    ratio: ArrayLike, target: ArrayLike, *, years: ArrayLike
) -> Array:
    """How much faster rural incomes must grow than urban ones, each year.

    Parameters
    ----------
    ratio, target : urban over rural income, now and then
    years : years between, > 0

    Returns
    -------
    (1 + rural growth) / (1 + urban growth) − 1, fraction per year, shape (n,). 0 at the
    target; negative when the ratio may still widen.

    Raises
    ------
    ValueError : a ratio or `years` is not positive.

    Notes
    -----
    (ratio / target) ** (1 / years) − 1: a factor, which any common growth leaves
    as it is; the difference in points is larger the faster both grow.
    Source: docs/methods.md#income_ratio.

    Examples
    --------
    >>> required_growth_differential(1.74, 1.67, years=4).round(4)
    np.float64(0.0103)
    """
    closing = positive("ratio", ratio) / positive("target", target)
    return closing ** (1 / positive("years", years)) - 1


def required_rural_growth(
    ratio: ArrayLike, target: ArrayLike, *, years: ArrayLike, urban_growth: ArrayLike
) -> Array:
    """Rural growth that reaches the target ratio at a given urban growth.

    With an array of urban growths it is the frontier: pairs on or above it suffice.

    Returns
    -------
    Fraction per year, shape (n,).

    Raises
    ------
    ValueError : a ratio or `years` is not positive, or `urban_growth` ≤ −1.

    Notes
    -----
    (1 + urban_growth) · (1 + differential) − 1.  Source: docs/methods.md#income_ratio.

    Examples
    --------
    >>> required_rural_growth(1.74, 1.67, years=4, urban_growth=[0.0, 0.05]).round(4)
    array([0.0103, 0.0608])
    """
    differential = required_growth_differential(ratio, target, years=years)
    return _factor("urban_growth", urban_growth) * (1 + differential) - 1


def years_to_reach(
    ratio: ArrayLike, target: ArrayLike, *, differential: ArrayLike
) -> Array:
    """Years until the ratio has fallen to the target at a constant differential.

    Returns
    -------
    Years, shape (n,). 0 when it is there already; inf when it never will be (the
    differential is zero or negative). NaN where one is missing.

    Raises
    ------
    ValueError : a ratio is not positive, or `differential` ≤ −1.

    Notes
    -----
    ln(ratio / target) / ln(1 + differential).  Source: docs/methods.md#income_ratio.

    Examples
    --------
    >>> years_to_reach(1.74, 1.67, differential=[0.01, 0.0]).round(2)
    array([4.13,  inf])
    """
    way = np.log(positive("ratio", ratio) / positive("target", target))
    speed = np.log(_factor("differential", differential))
    closing = speed > 0
    years = np.where(closing, way, np.inf) / np.where(closing, speed, 1.0)
    unknown = np.isnan(way) | np.isnan(speed)
    return np.select([unknown, way <= 0], [np.nan, 0.0], years)[()]


def implied_levels(
    mean: ArrayLike, *, ratio: ArrayLike, urban_share: ArrayLike
) -> Levels:
    """Urban and rural income that give a mean at a ratio.

    Parameters
    ----------
    mean : income per head of all residents, > 0
    ratio : urban over rural, > 0
    urban_share : residents living in towns, fraction 0–1

    Returns
    -------
    Levels(urban, rural), unit of `mean`, shape (n,).

    Raises
    ------
    ValueError : mean or ratio is not positive, or the share lies outside 0–1.

    Notes
    -----
    rural = mean / (s·ratio + 1 − s), urban = ratio · rural.
    Source: docs/methods.md#income_ratio.

    Examples
    --------
    >>> urban, rural = implied_levels(56_000, ratio=1.67, urban_share=0.6)
    >>> urban.round(), rural.round()
    (np.float64(66705.0), np.float64(39943.0))
    """
    share, multiple = numbers("urban_share", urban_share), positive("ratio", ratio)
    refuse((share < 0) | (share > 1), "urban_share must lie between 0 and 1", share)
    rural = positive("mean", mean) / (share * multiple + 1 - share)
    return Levels(multiple * rural, rural)


def implied_urban_share(
    mean: ArrayLike, *, urban: ArrayLike, rural: ArrayLike
) -> Array:
    """Urban population share at which two incomes average to a published mean.

    Returns
    -------
    Fraction 0–1, shape (n,). NaN where a figure is missing.

    Raises
    ------
    ValueError : urban equals rural (every share fits), an income is not positive, or
        the mean lies outside the two: the figures do not belong together.

    Notes
    -----
    (mean − rural) / (urban − rural).  Source: docs/methods.md#income_ratio.

    Examples
    --------
    >>> implied_urban_share(56_000, urban=66_000, rural=41_000)
    np.float64(0.6)
    """
    towns, country = positive("urban", urban), positive("rural", rural)
    refuse(towns == country, "urban must differ from rural", towns)
    share = (positive("mean", mean) - country) / (towns - country)
    outside = (share < 0) | (share > 1)
    refuse(outside, "mean must lie between rural and urban, share", share)
    return share


def lowest_to_mean(values: ArrayLike, *, mean: float) -> Lowest:
    """The lowest unit's income over the official mean of all.

    Parameters
    ----------
    values : income per head of every unit, shape (n,), not negative, none missing
    mean : the *published*, population-weighted mean, same unit; not the mean of units

    Returns
    -------
    Lowest(ratio, position): fraction of the mean, and where in the list the lowest unit
    stands, the first of several. It may be another unit next year: keep both.

    Raises
    ------
    ValueError : a unit is missing (the lowest could be that one) or negative, no unit,
        or the mean is not positive.

    Notes
    -----
    min(values) / mean.  Source: docs/methods.md#income_ratio.

    Examples
    --------
    >>> lowest_to_mean([60_000, 42_000, 52_500], mean=56_000)
    Lowest(ratio=0.75, position=1)
    """
    incomes = complete("values", values)
    position = int(incomes.argmin())
    ratio = float(incomes[position] / positive("mean", mean))
    return Lowest(ratio, position)


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
    return _factor("mean_growth", mean_growth) * factor - 1


def _factor(name: str, growth: ArrayLike) -> Array:
    rate = numbers(name, growth)
    refuse(rate <= -1, f"{name} must be above -1", rate)
    return 1 + rate
