"""What a mean, a median and the shares of two bands imply of all households.

Sources: docs/methods.md#bands.
"""

from dataclasses import dataclass
from itertools import product
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from fenghua_analysis.metrics.bands.shares import share_in_band
from fenghua_analysis.metrics.distributions import FAMILIES, lognormal_gini
from fenghua_analysis.metrics.inputs import Array, fraction, positive, refuse

SEARCHED = 4.0
"""Ends of the search: Ginis of 0.02–0.98, means e⁴ below and above the middle."""

SOLVED = 1e-8
"""Largest miss of a share by a solution: far below the digits of any target."""


class Implied(NamedTuple):
    """A distribution that two band shares imply: mean in the bands' unit, and Gini."""

    mean: Any
    gini: Any


@dataclass(frozen=True)
class PerHeadRange:
    """Income a head that two band shares imply, over every combination of assumptions.

    Attributes
    ----------
    lowest, highest : unit of the bands
    ginis : family → Gini of household incomes
    per_head : (family, household size) → mean income a head
    """

    lowest: float
    highest: float
    ginis: dict[str, float]
    per_head: dict[tuple[str, float], float]

    def holds(self, income: float) -> bool:
        """Whether a promised income a head lies within the range."""
        return self.lowest <= income <= self.highest


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


def implied_per_head(
    bands: tuple[tuple[float, float], tuple[float, float]],
    shares: tuple[float, float],
    *,
    sizes: ArrayLike,
    families: tuple[str, ...] = FAMILIES,
) -> PerHeadRange:
    """Income a head at which two bands can have the given shares of households.

    Parameters
    ----------
    bands, shares : as for `implied_distribution`
    sizes : persons a household, to be varied, > 0

    Returns
    -------
    PerHeadRange, to be held against a promised income a head.

    Raises
    ------
    ValueError : nothing to vary, or as `implied_distribution`.

    Notes
    -----
    Implied mean of households / persons.  Source: docs/methods.md#bands.

    Examples
    --------
    >>> found = implied_per_head(((10, 50), (20, 60)), (0.65, 0.25), sizes=[2.4, 3.0])
    >>> round(found.lowest, 2), round(found.highest, 2), found.holds(5.6)
    (5.41, 7.41, True)
    """
    persons = np.atleast_1d(positive("sizes", sizes)).tolist()
    if not persons or not families:
        raise ValueError("sizes and families must not be empty")
    implied = {
        family: implied_distribution(bands, shares, family=family)
        for family in families
    }
    per_head = {
        (family, size): found.mean / size
        for family, found in implied.items()
        for size in persons
    }
    ginis = {family: found.gini for family, found in implied.items()}
    lowest, highest = min(per_head.values()), max(per_head.values())
    return PerHeadRange(lowest, highest, ginis, per_head)
