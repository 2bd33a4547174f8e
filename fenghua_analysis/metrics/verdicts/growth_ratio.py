"""Open SDG / Statistics Canada: growth observed against the growth required.

Rule, thresholds and edge cases: docs/methods.md#growth_ratio.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from fenghua_analysis.metrics.inputs import (
    Array,
    Mask,
    Words,
    difference,
    optional,
    reaches,
)
from fenghua_analysis.metrics.verdicts.result import as_asked
from fenghua_analysis.metrics.verdicts.two_points import TwoPoints, compound_rate

PACE_CUTS = (0.95, 0.60, 0.0)
"""Substantial, moderate, limited progress: share of the required growth observed."""

GROWTH_CUTS = (0.015, 0.005, 0.0)
"""The same without a target: growth a year in the desired direction."""

LIMIT_EXPONENT = 4.44
"""How fast the growth asked for shrinks as the base nears a natural limit."""

_GRADES = ["substantial_progress", "moderate_progress", "limited_progress"]


@dataclass(frozen=True)
class GrowthRatioVerdict:
    """Verdict of the growth-ratio rule, with its ingredients.

    Attributes
    ----------
    status : target_achieved · substantial_progress · moderate_progress ·
        limited_progress · deterioration · not_available
    pace : with a target, observed ÷ required growth; without, the observed growth a
        year in the desired direction. Negative: moving away. NaN: undefined
    score : −5 to 5, for means over several series; NaN when not available
    observed_rate, required_rate : compound growth a year, as it runs; NaN: undefined
    limit_factor : what the cut-offs were multiplied by near a natural limit, 0–1
    reason : why there is no pace, "" when there is one: missing · too_few_points ·
        zero_base · sign_change · zero_target · target_is_base · no_time_left
    """

    status: Any
    pace: Any
    score: Any
    observed_rate: Any
    required_rate: Any
    limit_factor: Any
    reason: Any


def growth_ratio_verdict(
    base_value: ArrayLike,
    latest_value: ArrayLike,
    *,
    base_year: ArrayLike,
    latest_year: ArrayLike,
    direction: ArrayLike,
    target: ArrayLike | None = None,
    target_year: ArrayLike | None = None,
    limit: ArrayLike | None = None,
) -> GrowthRatioVerdict:
    """Judge progress by the ratio of observed to required compound growth.

    Parameters
    ----------
    base_value, latest_value : same unit, shape (n,) or scalar; NaN is missing
    base_year, latest_year : the years they belong to
    direction : "higher" or "lower" is better
    target, target_year : None or NaN where there is no target; a target needs its year
    limit : natural limit such as 100 %, used only without a target; None or NaN: none

    Returns
    -------
    Fields are Python values for scalars and arrays of shape (n,) otherwise. What cannot
    be judged is "not_available" with its reason; a target that the latest value meets
    is achieved whatever the growth.

    Raises
    ------
    ValueError : a wrong direction, an infinite number, a target without its year, or
        the latest year before the base year.

    Notes
    -----
    R = s·d·CAGR(observed) / |CAGR(required)|, s = −1 for a negative base; cut-offs
    `PACE_CUTS`, without a target `GROWTH_CUTS` times the limit factor. The publisher
    replaces a zero base or target by 0.001; here they are not available.
    Source: docs/methods.md#growth_ratio.

    Examples
    --------
    >>> verdict = growth_ratio_verdict(14.5, 10.4, base_year=2015, latest_year=2023,
    ...                                direction="lower", target=7.25, target_year=2030)
    >>> verdict.status, round(verdict.pace, 4), round(verdict.score, 4)
    ('moderate_progress', 0.9011, 2.1507)
    """
    points = TwoPoints.of(
        base=base_value,
        latest=latest_value,
        base_year=base_year,
        latest_year=latest_year,
        direction=direction,
        target=target,
        target_year=target_year,
    )
    required = _required_rate(points)
    factor = _limit_factor(points.base, optional("limit", limit))
    factor = np.where(points.aimed, 1.0, factor)
    inward = np.where(points.base < 0, -1.0, 1.0) * points.way * points.observed_rate
    pace = inward / np.where(points.aimed, np.abs(required), 1.0)
    status, score = _grade(pace, points=points, factor=factor)
    verdict = GrowthRatioVerdict(
        status=status,
        pace=pace,
        score=score,
        observed_rate=points.observed_rate,
        required_rate=required,
        limit_factor=factor,
        reason=_reason(pace, points=points),
    )
    return as_asked(verdict, single=status.ndim == 0)


def _required_rate(points: TwoPoints) -> Array:
    """Growth from base to target; none to zero, which compound growth never reaches."""
    years = points.target_year - points.base_year
    rate = compound_rate(points.base, points.target, years=years)
    return np.where((points.target == 0) | _stays(points), np.nan, rate)


def _stays(points: TwoPoints) -> Mask:
    """Whether the target is the base, or too near it for any growth between them."""
    return difference(points.target, points.base) == 0


def _reason(pace: Array, *, points: TwoPoints) -> Words:
    base, target = points.base, points.target
    reasons = {
        "": ~np.isnan(pace),
        "missing": np.isnan(base) | np.isnan(points.latest),
        "too_few_points": points.years == 0,
        "zero_base": base == 0,
        "zero_target": target == 0,
        "target_is_base": _stays(points),
        "no_time_left": points.target_year <= points.base_year,
    }
    return np.select(list(reasons.values()), list(reasons), "sign_change")


def _limit_factor(base: Array, limit: Array) -> Array:
    """1 far from the limit, 0 at it: near its end a series cannot grow much."""
    size = np.abs(limit)
    bounded = (size > 0) & (np.abs(base) < 2 * size)
    share = np.where(bounded, np.abs(base), 0.0) / np.where(bounded, size, 1.0)
    return 1 - np.where(share <= 1, share, 2 - share) ** LIMIT_EXPONENT


def _grade(pace: Array, *, points: TwoPoints, factor: Array) -> tuple[Words, Array]:
    """Status and score of a pace, both as published."""
    aimed = points.aimed
    achieved = aimed & reaches(points.latest, points.target, way=points.way)
    steps = [
        reaches(pace, np.where(aimed, share, growth * factor))
        for share, growth in zip(PACE_CUTS, GROWTH_CUTS, strict=True)
    ]
    status = np.select(
        [achieved, *steps, pace < 0],
        ["target_achieved", *_GRADES, "deterioration"],
        "not_available",
    )
    score = np.where(
        aimed,
        np.where(steps[1], 7.1429 * pace - 4.2857, 4.1667 * pace - 2.5),
        _score_without_target(pace, steps=steps, factor=factor),
    )
    return status, np.where(achieved, 5.0, np.clip(score, -5.0, 5.0))


def _score_without_target(pace: Array, *, steps: list[Mask], factor: Array) -> Array:
    # A base at its limit (factor 0) that does not fall back has the full score.
    share = np.where(factor > 0, pace / np.where(factor > 0, factor, 1.0), np.inf)
    return np.select(
        [np.isnan(pace), pace < 0, steps[0], steps[1]],
        [np.nan, 125 * pace - 2.5, 500 * share - 5, 250 * share - 1.25],
        500 * share - 2.5,
    )
