"""How much of a year's or a quarter's plan is done: by a target, and by a work item.

Rules, sources and edge cases: docs/methods.md#work_items.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from fenghua_analysis.metrics.inputs import (
    Array,
    complete,
    numbers,
    one_of,
    optional,
    reaches,
    sign,
)
from fenghua_analysis.metrics.verdicts.result import as_asked

KINDS = ("cumulative", "percentage", "decreasing")


@dataclass(frozen=True)
class AnnualPerformance:
    """A year's figure against the year's target.

    Attributes
    ----------
    met : whether the target is reached
    attainment : share of the way from base to target, uncapped; NaN without a base, or
        where the base is the target or beyond it: there is no way
    level_ratio : share of the target's level, uncapped; NaN of a negative level or
        where zero would divide
    capped : for composites: 1 when met, else attainment, else level_ratio, within 0–1
    """

    met: Any
    attainment: Any
    level_ratio: Any
    capped: Any


@dataclass(frozen=True)
class WorkItemRatio:
    """What an item has reached of its plan so far.

    Attributes
    ----------
    ratio : uncapped, by the rule of the item's kind; NaN when nothing is planned yet
    capped : the same within 0–1, for composites
    latest_ratio : by the latest entry alone; differs for percentages and decreases
    done, planned : the two numbers that were divided for `ratio`
    reason : "" or nothing_planned
    """

    ratio: float
    capped: float
    latest_ratio: float
    done: float
    planned: float
    reason: str


def annual_performance(
    value: ArrayLike,
    target: ArrayLike,
    *,
    direction: ArrayLike,
    base: ArrayLike | None = None,
) -> AnnualPerformance:
    """Hold a year's figure against its target, by the way gone and by the level.

    Parameters
    ----------
    value, target : same unit, shape (n,) or scalar; NaN is missing
    direction : "higher" or "lower" is better
    base : where the way starts; None or NaN: not known

    Returns
    -------
    Fields are Python values for scalars and arrays of shape (n,) otherwise.

    Raises
    ------
    ValueError : a wrong direction, or an infinite number.

    Notes
    -----
    attainment = (value − base) / (target − base); level_ratio = value / target, or
    target / value where less is better.  Source: docs/methods.md#work_items.

    Examples
    --------
    >>> annual_performance(80, 60, direction="lower", base=100)
    AnnualPerformance(met=False, attainment=0.5, level_ratio=0.75, capped=0.5)
    """
    level, goal, start, way = np.broadcast_arrays(
        numbers("value", value),
        numbers("target", target),
        optional("base", base),
        sign(direction),
    )
    met = reaches(level, goal, way=way)
    gone = _quotient(level - start, goal - start, ahead=~reaches(start, goal, way=way))
    upper, lower = np.where(way > 0, (level, goal), (goal, level))
    ratio = _quotient(upper, lower, ahead=(upper >= 0) & (lower > 0))
    share = np.clip(np.where(np.isnan(gone), ratio, gone), 0.0, 1.0)
    verdict = AnnualPerformance(met, gone, ratio, np.where(met, 1.0, share))
    return as_asked(verdict, single=met.ndim == 0)


def work_item_ratio(
    entries: ArrayLike, targets: ArrayLike, *, kind: str
) -> WorkItemRatio:
    """What a work item has reached of its quarterly targets.

    Parameters
    ----------
    entries : figures so far, in order: running totals of a "cumulative" item, the
        months of the current quarter of a "percentage", levels of a "decreasing" one
    targets : quarterly targets up to the current one, in order; of a "cumulative" item
        what each quarter adds
    kind : "cumulative" · "percentage" · "decreasing"

    Returns
    -------
    WorkItemRatio. A plan of zero is no plan: `nothing_planned`, never 0 and never 1.
    A level that has fallen to zero has outdone its target: inf.

    Raises
    ------
    ValueError : no entry or target, a missing or negative one, another kind.

    Notes
    -----
    cumulative: latest / Σ targets; percentage: mean / current target; decreasing:
    current target / worst entry, as published; `latest_ratio` has the latest entry.
    Source: docs/methods.md#work_items.

    Examples
    --------
    >>> found = work_item_ratio([9, 8, 7], [10, 8], kind="decreasing")
    >>> round(found.ratio, 3), round(found.latest_ratio, 3), found.capped == found.ratio
    (0.889, 1.143, True)
    """
    one_of("kind", kind, KINDS)
    figures, plans = complete("entries", entries), complete("targets", targets)
    latest, current = float(figures[-1]), float(plans[-1])
    done, planned = {
        "cumulative": (latest, float(plans.sum())),
        "percentage": (float(figures.mean()), current),
        "decreasing": (float(figures.max()), current),
    }[kind]
    ratio, at_latest = (
        _share(figure, planned, falling=kind == "decreasing")
        for figure in (done, latest)
    )
    reason = "nothing_planned" if np.isnan(ratio) else ""
    capped = float(np.minimum(ratio, 1.0))
    return WorkItemRatio(ratio, capped, at_latest, done, planned, reason)


def _share(done: float, planned: float, *, falling: bool) -> float:
    if falling:
        return planned / done if done > 0 else float("inf")
    return done / planned if planned > 0 else float("nan")


def _quotient(upper: Array, lower: Array, *, ahead: Any) -> Array:
    """upper / lower where there is a way `ahead`, else NaN."""
    return upper / np.where(ahead, lower, np.nan)
