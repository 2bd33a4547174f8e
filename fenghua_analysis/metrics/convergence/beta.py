"""Whether those behind catch up, how fast, and how sure that is.

Formulas and sources: docs/methods.md#convergence.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from fenghua_analysis.metrics.inputs import (
    RESOLUTION,
    Array,
    complete,
    fraction,
    positive,
    reaches,
    refuse,
)

RESAMPLES = 999
"""Random draws for an interval and for a p-value."""

FEWEST_UNITS = 4
"""Regions below which a slope has no interval."""


class Interval(NamedTuple):
    """Lower and upper end."""

    low: float
    high: float


@dataclass(frozen=True)
class BetaConvergence:
    """Whether those behind grow faster, over a stretch of years.

    Attributes
    ----------
    slope : of yearly log growth on the log of the first level; negative: those behind
        grow faster
    speed : share of the distance closed a year; negative: drifting apart; inf: the
        slope closes it all, or turns the ranks round, within the years
    half_life : years until half of the distance is closed; inf when it never is, 0 at
        an infinite speed
    slope_interval, speed_interval, half_life_interval : bootstrap over regions
    p_value : how often growths dealt out at random give so steep a slope, up or down
    units, years, level : regions, length of the stretch, probability of the intervals
    """

    slope: float
    speed: float
    half_life: float
    slope_interval: Interval
    speed_interval: Interval
    half_life_interval: Interval
    p_value: float
    units: int
    years: float
    level: float


def beta_convergence(
    start: ArrayLike,
    end: ArrayLike,
    *,
    years: float,
    level: float = 0.9,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> BetaConvergence:
    """Whether regions that were behind have grown faster, and how fast they catch up.

    Parameters
    ----------
    start, end : level of each region at both ends, shape (n,), > 0, none missing
    years : between them, > 0
    level : probability of the intervals
    resamples : draws of regions for the intervals, and of growths for the p-value
    seed : the same seed gives the same answer

    Returns
    -------
    BetaConvergence. A negative slope is necessary for a falling spread and not enough:
    a region hit by chance in the first year recovers. Show `sigma_convergence` beside
    it.

    Raises
    ------
    ValueError : fewer than `FEWEST_UNITS` regions, all at one level, a figure that is
        missing or not positive, no year between.

    Notes
    -----
    (1/h)·ln(x_h/x_0) = a + b·ln x_0; speed −ln(1 + b·h)/h; half-life ln 2/speed.
    Percentile bootstrap over regions; draws of regions at one level have no slope and
    are left out.  Source: docs/methods.md#convergence.

    Examples
    --------
    >>> found = beta_convergence([10, 20, 40, 80], [20, 36, 66, 120], years=10)
    >>> round(found.slope, 4), round(found.speed, 4), round(found.half_life, 1)
    (-0.0137, 0.0147, 47.0)
    """
    first, last = (
        positive(name, complete(name, ends))
        for name, ends in (("start", start), ("end", end))
    )
    if first.size != last.size:
        raise ValueError(f"end must be {first.size}, as start: {last.size}")
    few = f"start must be {FEWEST_UNITS} regions or more"
    refuse(first.size < FEWEST_UNITS, few, first.size)
    refuse(np.ptp(first) <= RESOLUTION * first.max(), "start must differ", first.max())
    span = float(positive("years", years))
    low = np.log(first)
    growth = (np.log(last) - low) / span
    slope = float(_slopes(low[None], growth[None])[0])
    random = np.random.default_rng(seed)
    draws = random.integers(first.size, size=(resamples, first.size))
    drawn = _slopes(low[draws], growth[draws])
    tails = [(1 - float(fraction("level", level))) / 2 * side for side in (1, -1)]
    ends = np.nanquantile(drawn, [tails[0], 1 + tails[1]])
    slopes = Interval(*ends.tolist())
    # A steeper fall is a higher speed: the ends change places.
    speeds = Interval(_speed(slopes.high, years=span), _speed(slopes.low, years=span))
    lives = Interval(_half_life(speeds.high), _half_life(speeds.low))
    dealt = _slopes(low, random.permuted(np.tile(growth, (resamples, 1)), axis=1))
    as_steep = int(reaches(np.abs(dealt), abs(slope)).sum())
    speed = _speed(slope, years=span)
    return BetaConvergence(
        slope=slope,
        speed=speed,
        half_life=_half_life(speed),
        slope_interval=slopes,
        speed_interval=speeds,
        half_life_interval=lives,
        p_value=(1 + as_steep) / (1 + resamples),
        units=first.size,
        years=span,
        level=level,
    )


def _slopes(low: Array, growth: Array) -> Array:
    """Least-squares slope of each row; NaN where all of a row start at one level."""
    offset = low - low.mean(axis=-1, keepdims=True)
    square = (offset**2).sum(axis=-1)
    flat = np.ptp(low, axis=-1) <= RESOLUTION
    return (offset * growth).sum(axis=-1) / np.where(flat, np.nan, square)


def _speed(slope: float, *, years: float) -> float:
    left = 1 + slope * years
    return -float(np.log(left)) / years if left > 0 else float("inf")


def _half_life(speed: float) -> float:
    return float(np.log(2)) / speed if speed > 0 else float("inf")
