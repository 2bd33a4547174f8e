"""SDG Index: a score between two bounds, a colour between four, and checks of both.

Rule, thresholds and edge cases: docs/methods.md#sdg_index.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from fenghua_analysis.metrics.inputs import (
    Array,
    Words,
    numbers,
    optional,
    reaches,
    refuse,
)
from fenghua_analysis.metrics.verdicts.result import as_asked

COLOUR_CUTS = (2.0, 1.5, 1.0)
"""Ratings from which on green, yellow, orange; below: red."""

FEWEST_SHARE = 0.5
"""Share of a goal's indicators below which the goal has no colour."""

_COLOURS = ["green", "yellow", "orange", "red"]


@dataclass(frozen=True)
class SdgIndexVerdict:
    """Score and colour of an indicator.

    Attributes
    ----------
    score : 0 (worst bound, or beyond) to 100 (best); NaN without a value
    rating : 0 worst, 1 red threshold, 2 green threshold, 3 best, straight between them
    colour : green · yellow · orange · red, and grey without a value or a threshold
    """

    score: Any
    rating: Any
    colour: Any


@dataclass(frozen=True)
class GoalVerdict:
    """Score and colour of a goal, from its indicators.

    Attributes
    ----------
    score : mean of the scores there are, 0–100; NaN without any
    rating : mean of the two worst ratings; of the only one, itself
    colour : as `SdgIndexVerdict`; grey when fewer than half of the indicators are there
    present : indicators that are there
    """

    score: Any
    rating: Any
    colour: Any
    present: Any


def sdg_index_verdict(
    value: ArrayLike,
    *,
    worst: ArrayLike,
    best: ArrayLike,
    red: ArrayLike | None = None,
    green: ArrayLike | None = None,
) -> SdgIndexVerdict:
    """Score a value between two bounds, and colour it between four.

    Parameters
    ----------
    value : shape (n,) or scalar; NaN is missing
    worst, best : values that score 0 and 100; they carry the direction
    red, green : thresholds between them; None or NaN: no colour

    Returns
    -------
    Fields are Python values for scalars and arrays of shape (n,) otherwise. Thresholds
    out of order are used as they are written: see `threshold_faults`.

    Raises
    ------
    ValueError : `best` equal to `worst` or missing, an infinite number.

    Notes
    -----
    (value − worst) / (best − worst) · 100 within 0–100.
    Source: docs/methods.md#sdg_index.

    Examples
    --------
    >>> sdg_index_verdict(10.0, worst=72.5, red=12.7, green=2.0, best=0.0)
    SdgIndexVerdict(score=86.2..., rating=1.25..., colour='orange')
    """
    low, high = numbers("worst", worst), numbers("best", best)
    refuse(np.isnan(low) | np.isnan(high), "worst and best must be given", low)
    refuse(low == high, "best must differ from worst", high)
    level = numbers("value", value)
    share = (level - low) / (high - low)
    rating = _rating(level, (low, optional("red", red), optional("green", green), high))
    colour = _colour(rating)
    # Broadcast: a threshold may be the only list that was given.
    score = np.broadcast_to(np.clip(share, 0.0, 1.0) * 100, colour.shape)
    return as_asked(SdgIndexVerdict(score, rating, colour), single=colour.ndim == 0)


def goal_verdict(
    scores: ArrayLike, ratings: ArrayLike, *, indicators: ArrayLike | None = None
) -> GoalVerdict:
    """Score and colour of a goal from those of its indicators.

    Parameters
    ----------
    scores, ratings : shape (k,) for one goal or (n, k) for n; NaN is missing
    indicators : how many the goal has; None: k

    Returns
    -------
    Fields are Python values for one goal and arrays of shape (n,) otherwise.

    Raises
    ------
    ValueError : two shapes, or no indicator.

    Notes
    -----
    The two worst decide: green only if both are green, red only if both are red.
    Source: docs/methods.md#sdg_index.

    Examples
    --------
    >>> found = goal_verdict([90, 40, 80], [2.5, 0.4, 2.1])
    >>> round(found.score, 1), found.rating, found.colour
    (70.0, 1.25, 'orange')
    """
    points, grades = (
        np.atleast_2d(numbers(name, values))
        for name, values in (("scores", scores), ("ratings", ratings))
    )
    if points.shape != grades.shape or not points.size:
        raise ValueError(f"ratings must be {points.shape}: {grades.shape}")
    known = ~np.isnan(grades)
    present = known.sum(axis=1)
    meant = points.shape[1] if indicators is None else numbers("indicators", indicators)
    enough = present >= FEWEST_SHARE * meant
    rating, colour = _worst_two(grades, present=present)
    there = (~np.isnan(points)).sum(axis=1)
    score = np.nansum(points, axis=1) / np.where(there == 0, np.nan, there)
    verdict = GoalVerdict(
        score, rating, np.where(enough, colour, "grey"), present.astype(float)
    )
    return as_asked(verdict, single=np.ndim(scores) < 2)


def index_score(goals: ArrayLike) -> float:
    """The index: the mean of all goals.

    Parameters
    ----------
    goals : score of every goal, 0–100, shape (k,)

    Raises
    ------
    ValueError : no goal, or a missing one. The publisher puts the mean of the region in
        its place, and ranks only where four in five indicators are there: whoever does
        so does it in sight.

    Examples
    --------
    >>> index_score([80, 60, 70])
    70.0
    """
    scores = numbers("goals", goals).ravel()
    refuse(np.isnan(scores), "goals must not be missing", scores)
    if not scores.size:
        raise ValueError("goals must not be empty")
    return float(scores.mean())


def threshold_faults(
    worst: ArrayLike, best: ArrayLike, *, red: ArrayLike, green: ArrayLike
) -> Words:
    """What is wrong with bounds and thresholds that should run worst–red–green–best.

    Returns
    -------
    Words, shape (n,): "" · missing · best_is_worst · red_not_beyond_worst ·
    green_not_beyond_red · green_beyond_best; of several the first.

    Raises
    ------
    ValueError : an infinite number.

    Examples
    --------
    >>> threshold_faults([0, 0], [91, 91], red=[0, 5], green=[20, 20])
    array(['red_not_beyond_worst', ''], dtype='<U20')
    """
    rows = np.broadcast_arrays(
        *(numbers(name, bound) for name, bound in (("worst", worst), ("best", best))),
        *(numbers(name, bound) for name, bound in (("red", red), ("green", green))),
    )
    low, high, bad, good = rows
    way = np.sign(high - low)
    faults = {
        "missing": np.isnan(sum(rows)),
        "best_is_worst": way == 0,
        "red_not_beyond_worst": reaches(low, bad, way=way),
        "green_not_beyond_red": reaches(bad, good, way=way),
        "green_beyond_best": ~reaches(high, good, way=way),
    }
    return np.select(list(faults.values()), list(faults), "")[()]


def _rating(value: Array, bounds: tuple[Array, Array, Array, Array]) -> Array:
    """0–3 by the piece between two bounds in which the value lies."""
    worst, red, green, best = bounds
    way = np.sign(best - worst)
    pieces = [(green, best), (red, green), (worst, red)]
    shares = [
        np.clip((value - low) / np.where(high == low, np.nan, high - low), 0.0, 1.0)
        for low, high in pieces
    ]
    # A piece without length is passed at once; a red threshold that lies not beyond
    # the worst bound leaves nothing below it.
    top = 2 + np.where(best == green, 1.0, shares[0])
    bottom = np.where(reaches(worst, red, way=way), 0.0, shares[2])
    known = ~np.isnan(value + red + green)
    placed = [reaches(value, green, way=way), reaches(value, red, way=way), known]
    return np.select([p & known for p in placed], [top, 1 + shares[1], bottom], np.nan)


def _colour(rating: Array) -> Words:
    steps = [reaches(rating, cut) for cut in COLOUR_CUTS]
    return np.select([*steps, ~np.isnan(rating)], _COLOURS, "grey")


def _worst_two(ratings: Array, *, present: Array) -> tuple[Array, Words]:
    """Mean of the two worst ratings of each row, and the colour that both allow."""
    two = np.sort(ratings, axis=1)[:, :2]
    worst, other = two[:, 0], two[:, -1]
    mean = np.where(np.isnan(other), worst, (worst + other) / 2)
    green, red = COLOUR_CUTS[0], COLOUR_CUTS[2]
    colour = _colour(mean)
    colour = np.where((colour == "green") & ~reaches(worst, green), "yellow", colour)
    colour = np.where((colour == "red") & reaches(other, red), "orange", colour)
    return mean, np.where(present == 0, "grey", colour)
