"""German Sustainability Strategy: where the recent yearly change would lead.

Rule, thresholds and edge cases: docs/methods.md#hypothetical_value.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from fenghua_analysis.metrics.inputs import (
    Array,
    Mask,
    Words,
    one_of,
    optional,
    reaches,
    refuse,
    sign,
)
from fenghua_analysis.metrics.verdicts.result import as_asked
from fenghua_analysis.metrics.verdicts.yearly import Recent, Yearly

KINDS = ("level", "hold", "interval", "direction")

MISS_CUTS = (0.05, 0.20)
"""Share of the remaining way that may be missed: below it sun; up to it sun_cloud."""

_SYMBOLS = ["sun", "sun_cloud", "cloud", "thunderstorm"]


@dataclass(frozen=True)
class HypotheticalValueVerdict:
    """Verdict of the weather-symbol rule, with its ingredients.

    Attributes
    ----------
    status : sun · sun_cloud · cloud · thunderstorm · not_assessed
    rule : the kind by which it was judged; "hold" for a level that is met already
    latest_year, latest_value : the figure it starts from
    points : yearly figures in the window, 0–6
    change, last_change : mean yearly change over the window, and in its last year
    tested_target : the target, of an interval its weaker end; NaN without one
    hypothetical_value : latest value plus the mean change of every year to the target
    miss_share : share of the remaining way that it misses; 0 when it arrives
    reason : why it is not assessed, "" when it is: no_figure · too_few_points
    """

    status: Any
    rule: Any
    latest_year: Any
    latest_value: Any
    points: Any
    change: Any
    last_change: Any
    tested_target: Any
    hypothetical_value: Any
    miss_share: Any
    reason: Any


def hypothetical_value_verdict(
    years: ArrayLike,
    values: ArrayLike,
    *,
    kind: ArrayLike,
    direction: ArrayLike,
    target: ArrayLike | None = None,
    target_high: ArrayLike | None = None,
    target_year: ArrayLike | None = None,
) -> HypotheticalValueVerdict:
    """Judge a series by the mean yearly change over its last six figures.

    Parameters
    ----------
    years : shape (m,), rising
    values : shape (m,) for one series or (n, m) for n of them; NaN is no figure
    kind : "level" reach a value by a year · "interval" reach a range by a year ·
        "hold" keep a value every year · "direction" move the right way
    direction : "higher" or "lower" is better
    target, target_high : value, or lower and upper end of an interval
    target_year : for level and interval; later figures are left out. With "hold" it is
        optional and cuts the same way

    Returns
    -------
    Fields are Python values for one series and arrays of shape (n,) otherwise. Fewer
    than four figures without a gap at the end: "not_assessed".

    Raises
    ------
    ValueError : a wrong kind or direction, a target missing from a kind that needs it,
        years that do not rise, an interval upside down.

    Notes
    -----
    hypothetical = latest + change · (target year − latest year);
    miss = |target − hypothetical| / |target − latest|, cut-offs `MISS_CUTS`.
    Standing still is not moving the right way.
    Source: docs/methods.md#hypothetical_value.

    Examples
    --------
    >>> verdict = hypothetical_value_verdict(
    ...     range(2016, 2022), [1.79, 1.78, 1.77, 1.76, 1.74, 1.72],
    ...     kind="level", direction="lower", target=1.67, target_year=2025)
    >>> verdict.status, round(verdict.hypothetical_value, 3)
    ('sun', 1.664)
    """
    series, kinds = Yearly.of(years, values), one_of("kind", kind, KINDS)
    goal = tested_target(target, target_high, kind=kinds, direction=direction)
    refuse((kinds != "direction") & np.isnan(goal), "target must be given, kind", kinds)
    due = optional("target_year", target_year)
    dated = (kinds == "level") | (kinds == "interval")
    refuse(dated & np.isnan(due), "target_year must be given, kind", kinds)
    due = np.broadcast_to(due, len(series.values))
    cut = np.where(kinds == "direction", np.nan, due)
    verdict = judge(
        series.until(cut).recent(),
        kind=kinds,
        way=sign(direction),
        target=goal,
        target_year=due,
    )
    return as_asked(verdict, single=np.ndim(values) < 2)


def tested_target(
    target: ArrayLike | None,
    target_high: ArrayLike | None,
    *,
    kind: ArrayLike,
    direction: ArrayLike,
) -> Array:
    """The number that a value is held against: the target, or an interval's weaker end.

    Raises
    ------
    ValueError : an interval without an upper end above its lower one.
    """
    low, high = optional("target", target), optional("target_high", target_high)
    interval = np.asarray(kind) == "interval"
    refuse(interval & ~(high > low), "target_high must be above target", high)
    return np.where(interval & (sign(direction) < 0), high, low)


def judge(
    recent: Recent, *, kind: Words, way: Array, target: Array, target_year: Array
) -> HypotheticalValueVerdict:
    """The rule on checked inputs; a kind of no rule (as in `headline`) is not assessed.

    Parameters
    ----------
    recent : the end of each series, cut at the target year where there is one
    """
    rows = recent.year.shape
    kind, target = np.broadcast_to(kind, rows), np.broadcast_to(target, rows)
    dated = (kind == "level") | (kind == "interval")
    met = reaches(recent.value, target, way=way)
    rule = np.where(dated, np.where(met, "hold", "level"), kind)
    hypothetical = recent.value + recent.change * (target_year - recent.year)
    miss = _miss_share(hypothetical, recent=recent, target=target, way=way)
    status = _symbol(rule, recent=recent, way=way, met=met, miss=miss)
    reason = np.where(np.isnan(recent.value), "no_figure", "too_few_points")
    return HypotheticalValueVerdict(
        status=status,
        rule=rule,
        latest_year=recent.year,
        latest_value=recent.value,
        points=recent.length,
        change=recent.change,
        last_change=recent.last_change,
        tested_target=target,
        hypothetical_value=np.where(dated, hypothetical, np.nan),
        miss_share=np.where(rule == "level", miss, np.nan),
        reason=np.where(status == "not_assessed", reason, ""),
    )


def _miss_share(
    hypothetical: Array, *, recent: Recent, target: Array, way: Array
) -> Array:
    remaining = np.abs(target - recent.value)
    miss = np.abs(target - hypothetical) / np.where(remaining == 0, np.nan, remaining)
    return np.where(reaches(hypothetical, target, way=way), 0.0, miss)


def _symbol(
    rule: Words, *, recent: Recent, way: Array, met: Mask, miss: Array
) -> Words:
    change, last = way * recent.change, way * recent.last_change
    right, wrong = change > 0, change < 0
    small, moderate = ~reaches(miss, MISS_CUTS[0]), reaches(MISS_CUTS[1], miss)
    steps = {
        "level": [small, moderate, right],
        "hold": [met & ~wrong, met, right],
        "direction": [right & (last > 0), right, last > 0],
    }
    symbols = [np.select(three, _SYMBOLS[:3], _SYMBOLS[3]) for three in steps.values()]
    assessed = [(rule == name) & ~np.isnan(change) for name in steps]
    return np.select(assessed, symbols, "not_assessed")
