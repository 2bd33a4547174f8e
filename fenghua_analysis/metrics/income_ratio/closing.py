"""What closes the urban–rural ratio: a differential of growth.

The side that is behind must grow faster by it, whatever both grow at.
Formulas and sources: docs/methods.md#income_ratio.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from fenghua_analysis.metrics.inputs import (
    Array,
    growth_factor,
    numbers,
    positive,
)


class PointEffect(NamedTuple):
    """Change of the ratio at the end when urban or rural growth is a point higher."""

    urban: Array
    rural: Array


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
    return growth_factor("urban_growth", urban_growth) * (1 + differential) - 1


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
    speed = np.log(growth_factor("differential", differential))
    closing = speed > 0
    years = np.where(closing, way, np.inf) / np.where(closing, speed, 1.0)
    unknown = np.isnan(way) | np.isnan(speed)
    return np.select([unknown, way <= 0], [np.nan, 0.0], years)[()]


def ratio_after(
    ratio: ArrayLike,
    *,
    years: ArrayLike,
    urban_growth: ArrayLike,
    rural_growth: ArrayLike,
) -> Array:
    """The ratio after some years at two constant growths.

    Parameters
    ----------
    ratio : urban over rural income now, > 0
    years : > 0
    urban_growth, rural_growth : fractions per year, > −1

    Returns
    -------
    Ratio, shape (n,). NaN where one is missing.

    Raises
    ------
    ValueError : the ratio or `years` is not positive, or a growth ≤ −1.

    Notes
    -----
    ratio · ((1 + urban_growth) / (1 + rural_growth)) ** years.
    Source: docs/methods.md#income_ratio.

    Examples
    --------
    >>> ratio_after(1.74, years=4, urban_growth=0.05, rural_growth=0.0608).round(2)
    np.float64(1.67)
    """
    urban = growth_factor("urban_growth", urban_growth)
    rural = growth_factor("rural_growth", rural_growth)
    return positive("ratio", ratio) * (urban / rural) ** positive("years", years)


def effect_of_a_point(
    ratio: ArrayLike,
    *,
    years: ArrayLike,
    urban_growth: ArrayLike,
    rural_growth: ArrayLike,
    point: float = 0.01,
) -> PointEffect:
    """What one more point of urban or of rural growth a year does to the ratio.

    Parameters
    ----------
    ratio, years, urban_growth, rural_growth : as for `ratio_after`
    point : the change of growth, fraction per year; one percentage point

    Returns
    -------
    PointEffect(urban, rural), in units of the ratio at the end, shape (n,). Urban is
    positive, rural negative, for a positive `point`.

    Raises
    ------
    ValueError : as `ratio_after`.

    Examples
    --------
    >>> found = effect_of_a_point(1.74, years=4, urban_growth=0.05, rural_growth=0.06)
    >>> found.urban.round(3), found.rural.round(3)
    (np.float64(0.065), np.float64(-0.062))
    """
    urban, rural = numbers("urban_growth", urban_growth), numbers("rural", rural_growth)
    given = {"years": years, "urban_growth": urban, "rural_growth": rural}
    now = ratio_after(ratio, **given)
    return PointEffect(
        ratio_after(ratio, **given | {"urban_growth": urban + point}) - now,
        ratio_after(ratio, **given | {"rural_growth": rural + point}) - now,
    )
