"""How far regions change places.

Formulas and sources: docs/methods.md#convergence.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from fenghua_analysis.metrics.inputs import Array, complete, difference, refuse


class RankMobility(NamedTuple):
    """How far regions changed places.

    Attributes
    ----------
    tau : Kendall's τ_b between both years: 1 nobody overtook, −1 all turned round
    moves : places won by each region, highest level first; ties share a place
    """

    tau: float
    moves: Array


def rank_mobility(start: ArrayLike, end: ArrayLike) -> RankMobility:
    """How far regions have changed places between two years.

    Parameters
    ----------
    start, end : level of each region, shape (n,), not negative, none missing

    Returns
    -------
    RankMobility. Levels closer than one part in 10⁹ share a place.

    Raises
    ------
    ValueError : a missing or negative level, lists of two lengths, or all regions at
        one level in a year: nobody has a place.

    Notes
    -----
    τ_b = (agreeing − opposing pairs) / √(pairs untied at the start · at the end).
    Source: docs/methods.md#convergence.

    Examples
    --------
    >>> found = rank_mobility([30, 20, 10], [30, 25, 28])
    >>> round(found.tau, 3), found.moves
    (0.333, array([ 0., -1.,  1.]))
    """
    first, last = complete("start", start), complete("end", end)
    if first.size != last.size:
        raise ValueError(f"end must be {first.size}, as start: {last.size}")
    before, after = _pairs(first), _pairs(last)
    for name, pairs, levels in (("start", before, first), ("end", after, last)):
        refuse(not pairs.any(), f"{name} must differ between regions", levels[0])
    untied = np.sqrt((before**2).sum() * (after**2).sum())
    tau = float((before * after).sum() / untied)
    # Each pair won or lost moves two regions by half a place each.
    return RankMobility(tau, (after - before).sum(axis=1) / 2)


def _pairs(levels: Array) -> Array:
    """+1 where the row's region is above the column's, −1 below, 0 level with it."""
    return np.sign(difference(levels[:, None], levels[None]))
