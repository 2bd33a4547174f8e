"""Where a series would be under stated courses: arithmetic, not forecasts.

Each course is a yearly change that somebody can argue about: one's own so far, what the
target demands, what peers have shown to be possible.
Courses and sources: docs/methods.md#scenarios.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from fenghua_analysis.metrics.inputs import (
    Array,
    numbers,
    one_of,
    reaches,
    refuse,
    sign,
)
from fenghua_analysis.metrics.pace import (
    observed_annual_rate,
    observed_annual_step,
    projected_value,
    required_annual_rate,
    required_annual_step,
)
from fenghua_analysis.metrics.verdicts.yearly import WINDOW

SCENARIOS = (
    "business_as_usual",
    "required",
    "peer_best",
    "peer_median",
    "halt_decline",
    "own_change",
)

FORMS = ("rate", "step")


class ScenarioRow(NamedTuple):
    """A year of a course.

    Attributes
    ----------
    scenario : one of `SCENARIOS`
    year, value : the latest figure first, then every year to the target year
    change : a year, fraction (rate) or the indicator's unit (step), with its sign
    reached : whether the value is at the target
    """

    scenario: str
    year: int
    value: float
    change: float
    reached: bool


def yearly_change(years: ArrayLike, values: ArrayLike, *, form: str) -> float:
    """Mean yearly change over the latest figures, six at most.

    Parameters
    ----------
    years : shape (m,), rising
    values : shape (m,); NaN is no figure
    form : "rate" compound growth of positive levels, or "step" in the unit

    Returns
    -------
    Fraction or unit a year; NaN with fewer than two figures: there is no change.

    Raises
    ------
    ValueError : another form, two shapes, years that do not rise, or a level that is
        not positive under "rate".

    Notes
    -----
    Between the first and the last of the six.  Source: docs/methods.md#scenarios.

    Examples
    --------
    >>> yearly_change([2019, 2020, 2021], [100, 104, 121], form="rate").__round__(3)
    0.1
    """
    one_of("form", form, FORMS)
    when, levels = _known(years, values)
    if when.size < 2:
        return float("nan")
    when, levels = when[-WINDOW:], levels[-WINDOW:]
    observed = observed_annual_rate if form == "rate" else observed_annual_step
    return float(observed(levels[0], levels[-1], years=when[-1] - when[0]))


def scenarios(
    years: ArrayLike,
    values: ArrayLike,
    *,
    target: float,
    target_year: int,
    direction: str,
    form: str,
    peer_changes: ArrayLike = (),
    own_change: float | None = None,
    limits: tuple[float, float] = (-np.inf, np.inf),
) -> list[ScenarioRow]:
    """The courses of a series to its target year, one row a course and year.

    Parameters
    ----------
    years, values, form : as for `yearly_change`
    target, target_year, direction : the promise; "higher" or "lower" is better
    peer_changes : yearly changes of comparable regions, in the same form, as from
        `yearly_change`; NaN is left out
    own_change : the user's own
    limits : natural lower and upper limit; values stop there

    Returns
    -------
    Rows in the order of `SCENARIOS`. A course without its ground has no row: one's own
    change takes two figures, the peers' some peers, the user's a number.

    business_as_usual the mean change so far; required what reaches the target in its
    year, no change where it is met; peer_best and peer_median of the peers, best by
    direction; halt_decline as business_as_usual, but none where that moves away.

    Raises
    ------
    ValueError : no figure, a target year that is not after the latest figure, a level
        or target that is not positive under "rate", another form or direction.

    Examples
    --------
    >>> rows = scenarios([2020, 2021], [100, 110], target=121, target_year=2023,
    ...                  direction="higher", form="step", peer_changes=[4, 6])
    >>> [(row.scenario, row.value) for row in rows if row.year == 2023][:3]
    [('business_as_usual', 130.0), ('required', 121.0), ('peer_best', 122.0)]
    """
    when, levels = _known(years, values)
    refuse(when.size == 0, "values must hold a figure", when.size)
    latest, last = float(levels[-1]), int(when[-1])
    refuse(target_year <= last, "target_year must be after the latest figure", last)
    way, span = float(sign(direction)), np.arange(int(target_year) - last + 1)
    changes = _changes(
        yearly_change(years, values, form=form),
        required=_required(latest, target, years=span[-1], form=form, way=way),
        peers=numbers("peer_changes", peer_changes),
        own=np.nan if own_change is None else float(own_change),
        way=way,
    )
    rows = []
    for name, change in changes.items():
        course = np.clip(projected_value(latest, years=span, **{form: change}), *limits)
        there = reaches(course, target, way=way)
        ahead = zip(
            (last + span).tolist(), course.tolist(), there.tolist(), strict=True
        )
        rows += [ScenarioRow(name, y, value, change, met) for y, value, met in ahead]
    return rows


def _known(years: ArrayLike, values: ArrayLike) -> tuple[Array, Array]:
    when, levels = numbers("years", years), numbers("values", values)
    if when.shape != levels.shape or when.ndim != 1:
        raise ValueError(f"values must be {when.shape}, one a year: {levels.shape}")
    refuse(np.diff(when) <= 0, "years must rise, each after", when[:-1])
    known = ~np.isnan(levels)
    return when[known], levels[known]


def _required(
    latest: float, target: float, *, years: int, form: str, way: float
) -> float:
    """The change that reaches the target; none where it is met."""
    if reaches(latest, target, way=way):
        return 0.0
    required = required_annual_rate if form == "rate" else required_annual_step
    return float(required(latest, target, years=years))


def _changes(
    usual: float, *, required: float, peers: Array, own: float, way: float
) -> dict[str, float]:
    """Yearly change of each course that has its ground, in the order of `SCENARIOS`."""
    known = peers[~np.isnan(peers)]
    best = way * float((way * known).max()) if known.size else np.nan
    median = float(np.median(known)) if known.size else np.nan
    halted = 0.0 if way * usual < 0 else usual
    courses = (usual, required, best, median, halted, own)
    named = zip(SCENARIOS, courses, strict=True)
    return {name: change for name, change in named if not np.isnan(change)}
