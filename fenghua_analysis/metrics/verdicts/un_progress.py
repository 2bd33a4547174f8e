"""UN SDG Progress Chart 2023, as Eustat applies it: three classes from compound growth.

Rule, thresholds and edge cases: docs/methods.md#un_progress.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from fenghua_analysis.metrics.inputs import (
    Array,
    Mask,
    Words,
    not_negative,
    reaches,
)
from fenghua_analysis.metrics.verdicts.result import as_asked
from fenghua_analysis.metrics.verdicts.two_points import TwoPoints

SHARE_CUTS = (0.95, 0.10)
"""Share of the way that the extrapolated value covers: on track; some progress."""

GROWTH_CUTS = (0.02, 0.005)
"""The same without a target: growth a year in the desired direction."""

_CLASSES = ["on_track_or_met", "fair_progress", "stagnation_or_regression"]


@dataclass(frozen=True)
class UnProgressVerdict:
    """Verdict of the UN progress-chart rule, with its ingredients.

    Attributes
    ----------
    status : on_track_or_met · fair_progress · stagnation_or_regression · not_assessed
    score : 3 · 2 · 1, NaN when not assessed
    observed_rate : compound growth a year, as it runs
    extrapolated_value : the latest value carried to the target year at that rate
    share : share of the way from base to target that it covers; NaN without a target
    reason : why it is not assessed, "" when it is: missing · too_few_points ·
        not_positive · after_target_year
    """

    status: Any
    score: Any
    observed_rate: Any
    extrapolated_value: Any
    share: Any
    reason: Any


def un_progress_verdict(
    base_value: ArrayLike,
    latest_value: ArrayLike,
    *,
    base_year: ArrayLike,
    latest_year: ArrayLike,
    direction: ArrayLike,
    target: ArrayLike | None = None,
    target_year: ArrayLike | None = None,
    margin: ArrayLike = 0.0,
) -> UnProgressVerdict:
    """Judge progress by where compound growth would lead in the target year.

    Parameters
    ----------
    base_value, latest_value : same unit, shape (n,) or scalar; NaN is missing
    base_year, latest_year : the years they belong to; of a series that runs past its
        target year, give the last figure up to that year
    direction : "higher" or "lower" is better
    target, target_year : None or NaN where there is no target; a target needs its year
    margin : how near to the target counts as met, unit of the value; the publisher
        grants 1 to targets of 0 % and 100 %, and 0 to all others

    Returns
    -------
    Fields are Python values for scalars and arrays of shape (n,) otherwise. A target
    that the latest value meets is class 3 whatever the growth; one that the base met
    and the latest value does not is class 1.

    Raises
    ------
    ValueError : a wrong direction, an infinite number, a target without its year, a
        negative margin, or the latest year before the base year.

    Notes
    -----
    q = (extrapolated − base) / (target − base), cut-offs `SHARE_CUTS`; without a target
    the growth itself, cut-offs `GROWTH_CUTS`. Source: docs/methods.md#un_progress.

    Examples
    --------
    >>> verdict = un_progress_verdict(20.6, 19.5, base_year=2015, latest_year=2022,
    ...                               direction="lower", target=10.3, target_year=2030)
    >>> verdict.status, verdict.score, round(verdict.share, 3)
    ('fair_progress', 2.0, 0.222)
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
    positive = (points.base > 0) & (points.latest >= 0)
    rate = np.where(positive, points.observed_rate, np.nan)
    ahead = points.target_year - points.latest_year
    extrapolated = _extrapolate(points.latest, rate, years=ahead)
    distance = points.target - points.base
    share = (extrapolated - points.base) / np.where(distance == 0, np.nan, distance)
    judged = np.where(points.aimed, share, points.way * rate)
    status, score = _grade(judged, points=points, margin=not_negative("margin", margin))
    verdict = UnProgressVerdict(
        status=status,
        score=score,
        observed_rate=rate,
        extrapolated_value=extrapolated,
        share=share,
        reason=_reason(status, points=points, positive=positive),
    )
    return as_asked(verdict, single=status.ndim == 0)


def _extrapolate(value: Array, rate: Array, *, years: Array) -> Array:
    """`value` carried forward, NaN backwards; a growth beyond all numbers is inf."""
    with np.errstate(over="ignore"):
        return value * (1 + rate) ** np.where(years >= 0, years, np.nan)


def _grade(judged: Array, *, points: TwoPoints, margin: Array) -> tuple[Words, Array]:
    near = points.latest + points.way * margin
    met = points.aimed & reaches(near, points.target, way=points.way)
    # A target that the base met has no way to travel; leaving it is regression.
    base_met = points.aimed & reaches(points.base, points.target, way=points.way)
    left = base_met & ~met & ~np.isnan(points.latest)
    cuts = [
        np.where(points.aimed, share, growth)
        for share, growth in zip(SHARE_CUTS, GROWTH_CUTS, strict=True)
    ]
    grades = [*(reaches(judged, cut) for cut in cuts), ~np.isnan(judged)]
    conditions = [met, left, *grades]
    words = [_CLASSES[0], _CLASSES[2], *_CLASSES]
    status = np.select(conditions, words, "not_assessed")
    return status, np.select(conditions, [3.0, 1.0, 3.0, 2.0, 1.0], np.nan)


def _reason(status: Words, *, points: TwoPoints, positive: Mask) -> Words:
    reasons = {
        "": status != "not_assessed",
        "missing": np.isnan(points.base) | np.isnan(points.latest),
        "too_few_points": points.years == 0,
        "not_positive": ~positive,
    }
    return np.select(list(reasons.values()), list(reasons), "after_target_year")
