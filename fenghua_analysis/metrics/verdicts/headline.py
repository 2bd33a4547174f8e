"""The headline: one word a target, by the rule that what is known allows.

Which rule, and what each word means exactly: docs/methods.md#headline.
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
from fenghua_analysis.metrics.verdicts.growth_ratio import (
    GrowthRatioVerdict,
    growth_ratio_verdict,
)
from fenghua_analysis.metrics.verdicts.hypothetical_value import (
    HypotheticalValueVerdict,
    judge,
)
from fenghua_analysis.metrics.verdicts.result import as_asked
from fenghua_analysis.metrics.verdicts.standing import Promise, Standing
from fenghua_analysis.metrics.verdicts.un_progress import (
    SHARE_CUTS,
    UnProgressVerdict,
    un_progress_verdict,
)
from fenghua_analysis.metrics.verdicts.yearly import FEWEST, Recent, Yearly

ON_TRACK_SHARE = SHARE_CUTS[0]
"""Share of the way that a straight line must cover: the UN rule's own cut, for series
whose levels have no growth rate."""

Step = tuple[str, Mask, Any]


@dataclass(frozen=True)
class Headline:
    """The word for each target, the rule that found it, and what it rests on.

    Attributes
    ----------
    status : met · missed · on_track · off_track · reversing · no_data · not_published
    rule : name of the rule, one of those listed in docs/methods.md#headline
    final : a figure of the target year (or the first later one) stands; a "missed" that
        is not final means “not met so far”
    short_series : fewer than four yearly figures without a gap at the end
    points : figures up to the target year
    year, value : the figure that was judged
    base_year, base_value : where the way starts: the stated base, else the first figure
    target : the number tested; of an interval its weaker end
    attainment, elapsed : share of the way and of the time; NaN where there is no way
    growth_ratio, un_progress, hypothetical_value : the published rules, each by itself
    """

    status: Any
    rule: Any
    final: Any
    short_series: Any
    points: Any
    year: Any
    value: Any
    base_year: Any
    base_value: Any
    target: Any
    attainment: Any
    elapsed: Any
    growth_ratio: GrowthRatioVerdict
    un_progress: UnProgressVerdict
    hypothetical_value: HypotheticalValueVerdict


def headline(
    years: ArrayLike,
    values: ArrayLike,
    *,
    kind: ArrayLike,
    direction: ArrayLike,
    comparator: ArrayLike = "eq",
    target: ArrayLike | None = None,
    target_high: ArrayLike | None = None,
    target_year: ArrayLike | None = None,
    base_value: ArrayLike | None = None,
    base_year: ArrayLike | None = None,
    done: ArrayLike | None = None,
    share_of_year: ArrayLike | None = None,
) -> Headline:
    """Choose the rule by what is known of a target, and say how it stands.

    Parameters
    ----------
    years : shape (m,), rising
    values : shape (m,) for one target or (n, m) for n of them; NaN is no figure. Give
        figures *of the year* only, and none from before a break of the series
    kind : level · hold · interval · flow · direction · qualitative (the registry's word
        for a direction without a number) · delegated
    direction, comparator : as for `meets`; an interval has no comparator
    target, target_high, target_year : as for `hypothetical_value_verdict`
    base_value, base_year : a stated baseline, used when earlier than the figure judged
    done, share_of_year : of a flow in its own year: the cumulative count, and the share
        of the year that it covers

    Returns
    -------
    Fields are Python values for one target and arrays of shape (n,) otherwise.

    Raises
    ------
    ValueError : a wrong word, a number or a year missing from a kind that needs it, a
        base without its year, years that do not rise.

    Notes
    -----
    The first step that applies decides; the steps stand in `_steps`.
    Source: docs/methods.md#headline.

    Examples
    --------
    >>> found = headline(range(2016, 2022), [1.79, 1.78, 1.77, 1.76, 1.74, 1.72],
    ...                  kind="level", direction="lower", target=1.67, target_year=2025)
    >>> found.status, found.rule, found.year
    ('on_track', 'hypothetical_value', 2021.0)
    >>> headline([2022], [55_000], kind="level", direction="higher", target=56_000,
    ...          target_year=2022).status
    'missed'
    """
    series = Yearly.of(years, values)
    promise = Promise.of(
        len(series.values),
        kind=kind,
        direction=direction,
        comparator=comparator,
        target=target,
        target_high=target_high,
        target_year=target_year,
    )
    recent = series.until(promise.target_year).recent()
    standing = Standing.of(
        series,
        promise,
        recent=recent,
        base_value=base_value,
        base_year=base_year,
    )
    counted = _counted(promise, done=done, share_of_year=share_of_year)
    found = _choose(promise, standing, recent=recent, counted=counted)
    return as_asked(found, single=np.ndim(values) < 2)


def _choose(
    promise: Promise, standing: Standing, *, recent: Recent, counted: Step
) -> Headline:
    """Every rule by itself, and the word of the first step that applies."""
    growth, progress = _growth_rules(promise, standing)
    symbol = judge(
        recent,
        kind=np.where(promise.directed, "direction", promise.kind),
        way=promise.way,
        target=promise.target,
        target_year=promise.target_year,
    )
    steps = _steps(promise, standing, progress, symbol, counted)
    names, conditions, words = zip(*steps, strict=True)
    return Headline(
        status=np.select(conditions, words, "no_data"),
        rule=np.select(conditions, names, "single_figure"),
        short_series=recent.length < FEWEST,
        target=promise.target,
        growth_ratio=growth,
        un_progress=progress,
        hypothetical_value=symbol,
        **vars(standing),
    )


def _growth_rules(
    promise: Promise, standing: Standing
) -> tuple[GrowthRatioVerdict, UnProgressVerdict]:
    """Both rules on growth, where there is a level or a direction to judge by it."""
    judged = promise.dated | promise.directed
    base = np.where(judged, standing.base_value, np.nan)
    latest = np.where(judged, standing.value, np.nan)
    given: dict[str, Any] = {
        "base_year": standing.base_year,
        "latest_year": standing.year,
        "direction": promise.direction,
        "target": np.where(promise.dated, promise.target, np.nan),
        "target_year": promise.target_year,
    }
    return (
        growth_ratio_verdict(base, latest, **given),
        un_progress_verdict(base, latest, **given),
    )


def _steps(
    promise: Promise,
    standing: Standing,
    progress: UnProgressVerdict,
    symbol: HypotheticalValueVerdict,
    counted: Step,
) -> list[Step]:
    """Rule, where it applies, and its word; the first that applies decides."""
    met, final = promise.met_by(standing.value), standing.final
    verdict = np.where(met, "met", "missed")
    moved = promise.way * difference(standing.value, standing.base_value)
    aimed, several = promise.dated, standing.points >= 2
    # Compound growth never arrives at zero; equal steps do.
    grows = aimed & several & (promise.target != 0)
    sunny = np.isin(symbol.status, ["sun", "sun_cloud"])
    stormy = symbol.status == "thunderstorm"
    return [
        ("delegated", promise.kind == "delegated", "not_published"),
        ("count_of_year", promise.flow & final, verdict),
        counted,
        ("no_observation", np.isnan(standing.value) | promise.flow, "no_data"),
        ("figure_of_target_year", final, verdict),
        ("hold_so_far", promise.kind == "hold", verdict),
        ("latest_figure", aimed & met, "met"),
        (
            "hypothetical_value",
            symbol.status != "not_assessed",
            _word(sunny, away=stormy & (promise.way * symbol.change < 0)),
        ),
        (
            "un_progress",
            grows & (progress.status != "not_assessed"),
            _word(progress.score == 3, away=moved < 0),
        ),
        (
            "annual_step",
            aimed & several,
            _word(reaches(_straight(standing), ON_TRACK_SHARE), away=moved < 0),
        ),
        (
            "attainment_against_elapsed",
            aimed & ~np.isnan(standing.base_value),
            _word(reaches(standing.attainment, standing.elapsed), away=moved < 0),
        ),
        ("latest_figure", aimed, "missed"),
        ("direction_of_change", ~np.isnan(moved), _word(moved > 0, away=moved < 0)),
    ]


def _word(good: Mask, *, away: Mask) -> Words:
    return np.select([away, good], ["reversing", "on_track"], "off_track")


def _straight(standing: Standing) -> Array:
    """Share of the way covered in the target year if all years are like the mean."""
    gone = np.where(standing.elapsed > 0, standing.elapsed, np.nan)
    return standing.attainment / gone


def _counted(
    promise: Promise, *, done: ArrayLike | None, share_of_year: ArrayLike | None
) -> Step:
    """A count within its year, against the share of the plan that should be done."""
    so_far, share = optional("done", done), optional("share_of_year", share_of_year)
    complete, wanted = promise.met_by(so_far), promise.way > 0
    ahead = reaches(so_far, promise.target * share, way=promise.way)
    word = np.select(
        [wanted & complete, ~wanted & ~complete, ahead],
        ["met", "missed", "on_track"],
        "off_track",
    )
    return "cumulative_over_plan", promise.flow & ~np.isnan(so_far * share), word
