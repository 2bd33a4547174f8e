"""Urban and rural incomes that a mean, a ratio and an urban share imply.

Formulas and sources: docs/methods.md#income_ratio.
"""

from typing import NamedTuple

from numpy.typing import ArrayLike

from fenghua_analysis.metrics.inputs import (
    Array,
    numbers,
    positive,
    refuse,
)


class Levels(NamedTuple):
    """Urban and rural income, same unit."""

    urban: Array
    rural: Array


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
