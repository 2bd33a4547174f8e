"""From a half-year or three quarters to the year, with the interval that it deserves.

Never done unless the user asks: a cumulative figure is not a year's.
Formulas and sources: docs/methods.md#income_ratio.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fenghua_analysis.metrics.inputs import complete, fraction, positive, refuse

FEWEST_PAIRS = 3
"""Pairs of a part and its year below which their quotients have no spread to speak
of."""


@dataclass(frozen=True)
class Bridged:
    """A year's figure that is estimated from a part of the year.

    Attributes
    ----------
    value, low, high : estimate and ends of the interval, the figure's unit
    quotient : year over part, the middle of those known
    pairs : how many are known
    level : probability that the interval is meant to hold
    """

    value: float
    low: float
    high: float
    quotient: float
    pairs: int
    level: float


def bridge_to_year(
    part: float, *, past_parts: ArrayLike, past_years: ArrayLike, level: float = 0.8
) -> Bridged:
    """Estimate the figure of a year from a part of it, by how the two went before.

    Parameters
    ----------
    part : the half-year's or three quarters' income or ratio, > 0
    past_parts, past_years : figures of the same part and of its whole year, in pairs:
        earlier years, or other regions of one year, shape (k,), > 0
    level : probability of the interval

    Returns
    -------
    Bridged, an estimate. Pairs of one year carry that year's season only: say which
    pairs were taken.

    Raises
    ------
    ValueError : fewer than `FEWEST_PAIRS` pairs, a figure that is missing or not
        positive, lists of two lengths, a `level` outside 0–1.

    Notes
    -----
    q = ln(year / part): part · exp(mean q ± t(k − 1)·s·√(1 + 1/k)).
    Source: docs/methods.md#income_ratio.

    Examples
    --------
    >>> found = bridge_to_year(1.65, past_parts=[1.60, 1.62, 1.66],
    ...                        past_years=[1.70, 1.72, 1.75])
    >>> round(found.value, 3), round(found.low, 3), round(found.high, 3)
    (1.748, 1.732, 1.765)
    """
    from scipy.special import stdtrit

    known, whole, now = (
        positive(name, complete(name, values))
        for name, values in (
            ("past_parts", past_parts),
            ("past_years", past_years),
            ("part", [part]),
        )
    )
    if known.size != whole.size:
        raise ValueError(f"past_years must be {known.size}, as parts: {whole.size}")
    refuse(
        known.size < FEWEST_PAIRS, f"pairs must be {FEWEST_PAIRS} or more", known.size
    )
    quotients = np.log(whole / known)
    centre = np.log(now) + quotients.mean()
    spread = quotients.std(ddof=1) * np.sqrt(1 + 1 / known.size)
    reach = spread * stdtrit(known.size - 1, (1 + fraction("level", level)) / 2)
    value, low, high = np.exp(centre + np.array([0, -1, 1]) * reach).tolist()
    quotient = float(np.exp(quotients.mean()))
    return Bridged(value, low, high, quotient, known.size, level)
