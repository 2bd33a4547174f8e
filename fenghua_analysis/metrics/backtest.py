"""Projections tested on the past: each year by what was known some years before.

What is tested, and which model is the default for it: docs/methods.md#backtest.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike

from fenghua_analysis.metrics.inputs import Array, numbers
from fenghua_analysis.metrics.projection.latent import MODELS, Latent
from fenghua_analysis.metrics.projection.scales import Limits, Scale
from fenghua_analysis.metrics.verdicts.yearly import FEWEST

if TYPE_CHECKING:
    import pandas as pd

PACES = (0.5, 0.75, 1.0, 1.25, 1.5)
"""Targets put to the test: what these multiples of the speed so far would reach. A plan
may ask for half of it, and for half as much again."""

_ROW = (
    *("model", "series", "origin", "year", "ahead", "points", "centre", "low", "high"),
    *("level", "actual", "covered", "pace", "target", "probability", "reached"),
)


def backtest(
    years: ArrayLike,
    values: ArrayLike,
    *,
    models: tuple[str, ...] = tuple(MODELS),
    scale: str = "level",
    limits: Limits | None = None,
    paces: tuple[float, ...] = PACES,
    level: float = 0.8,
) -> "pd.DataFrame":
    """Project every year of every series from every earlier year, and compare.

    Parameters
    ----------
    years : shape (m,), rising
    values : shape (n, m); NaN is no figure. No series may span a break
    models, scale, limits, level : as for `projection.project`
    paces : targets, as multiples of the speed up to the origin

    Returns
    -------
    One row a case and pace: model, series (its row in `values`), origin (the last year
    known), year, ahead, points, centre, low, high, level, actual, covered, pace,
    target, probability, reached. Empty where no series is long enough; a projection
    that is refused is not a case.

    Raises
    ------
    ValueError : as `projection.project`, or values that are not a row a series.

    Notes
    -----
    target = latest + pace · ahead · mean step, on the scale, in the direction of that
    step.  Source: docs/methods.md#backtest.

    Examples
    --------
    >>> table = backtest(range(2014, 2020), [[100, 102, 105, 106, 109, 110]],
    ...                  models=("drift",), paces=(1.0,))
    >>> table[["origin", "year", "covered", "probability"]].to_numpy().tolist()
    [[2017, 2018, True, 0.5], [2017, 2019, True, 0.5], [2018, 2019, True, 0.5]]
    """
    import pandas as pd

    when, figures = numbers("years", years), numbers("values", values)
    if figures.ndim != 2:
        raise ValueError(f"values must have a row a series: {figures.shape}")
    given = {"scale": scale, "limits": limits}
    answers = [
        _answers(question, model=model, paces=paces, level=level, **given)
        for model in models
        for question in _questions(when, figures)
    ]
    table = pd.concat(answers, ignore_index=True) if answers else pd.DataFrame()
    return table.reindex(columns=list(_ROW))


def compare_models(cases: "pd.DataFrame") -> "pd.DataFrame":
    """How well each model did, by the cases of `backtest`.

    Returns
    -------
    model, cases (projections), coverage (share of figures inside their interval), brier
    (mean squared error of the probabilities; 0.25 is a coin), bias (mean of centre over
    actual, less 1), error (mean of its size), stretch (how many times as wide the
    intervals had to be to hold their level); the lowest Brier score first.

    Examples
    --------
    >>> table = backtest(range(2014, 2020), [[100, 102, 105, 106, 109, 110]],
    ...                  models=("drift",), paces=(1.0,))
    >>> compare_models(table)[["model", "cases", "coverage", "brier"]].to_numpy()
    array([['drift', 3, 1.0, 0.25]], dtype=object)
    """
    miss = cases.centre / cases.actual - 1
    scored = cases.assign(
        coverage=cases.covered.astype(float),
        brier=(cases.probability - cases.reached.astype(float)) ** 2,
        bias=miss,
        error=miss.abs(),
        stretch=_stretch_needed(cases),
    )
    groups = scored.groupby("model", sort=False)
    table = groups[["coverage", "brier", "bias", "error"]].mean()
    distinct = scored.drop_duplicates(["model", "series", "origin", "year"])
    table.insert(0, "cases", distinct.groupby("model").size())
    table["stretch"] = [rows.stretch.quantile(rows.level.iloc[0]) for _, rows in groups]
    return table.sort_values("brier", kind="stable").reset_index()


def _stretch_needed(cases: "pd.DataFrame") -> "pd.Series[float]":
    """Distance of each figure from the centre, in half-intervals of its side."""
    above = cases.actual > cases.centre
    half = (cases.high - cases.centre).where(above, cases.centre - cases.low)
    return (cases.actual - cases.centre).abs() / half


@dataclass(frozen=True)
class _Question:
    """A year, and what was known some years before it, of n series."""

    years: Array
    known: Array
    origin: int
    year: int
    actual: Array


def _questions(years: Array, figures: Array) -> Iterator[_Question]:
    """Every later year of every year that has enough before it."""
    for origin in years[FEWEST - 1 : -1]:
        known = np.where(years <= origin, figures, np.nan)
        for year in years[years > origin]:
            actual = figures[:, years == year][:, 0]
            yield _Question(years, known, int(origin), int(year), actual)


def _answers(
    question: _Question,
    *,
    model: str,
    paces: tuple[float, ...],
    level: float,
    **given: Any,
) -> "pd.DataFrame":
    """One model's cases of a question, a row for each pace and series that can tell."""
    import pandas as pd

    q = question
    latent = Latent.of(q.years, q.known, year=q.year, model=model, **given)
    centre, low, high = latent.ends(level)
    cases = pd.DataFrame(
        {
            "model": model,
            "series": np.arange(len(q.known)),
            "origin": q.origin,
            "year": q.year,
            "ahead": q.year - q.origin,
            "points": latent.window.points,
            "centre": centre,
            "low": low,
            "high": high,
            "level": level,
            "actual": q.actual,
            "covered": (low <= q.actual) & (q.actual <= high),
        }
    )
    ready = latent.window.last_year == q.origin
    told = (latent.reason == "") & ready & ~np.isnan(q.actual)
    by_pace = [cases.assign(**_aim(q, latent, pace=pace))[told] for pace in paces]
    return pd.concat(by_pace)


def _aim(question: _Question, latent: Latent, *, pace: float) -> dict[str, Any]:
    """A target that asks for so many times the speed so far, and how it came out."""
    target, way = _target(question, latent.scale, pace=pace)
    below = latent.share_below(target)
    return {
        "pace": pace,
        "target": target,
        "probability": np.where(way > 0, 1 - below, below),
        "reached": way * (question.actual - target) >= 0,
    }


def _target(question: _Question, scale: Scale, *, pace: float) -> tuple[Array, Array]:
    """Where the mean step leads, taken so many times as fast, and its direction."""
    years, known = question.years, question.known
    held = np.where(scale.holds(known), known, np.nan)
    places = np.where(np.isnan(held), np.nan, scale.onto(held))
    there, rows = ~np.isnan(places), np.arange(len(known))
    first = there.argmax(axis=1)
    last = np.where(there, np.arange(years.size), 0).max(axis=1)
    span = np.where(last > first, years[last] - years[first], np.nan)
    step = (places[rows, last] - places[rows, first]) / span
    goal = places[rows, last] + step * pace * (question.year - question.origin)
    return scale.back(goal[:, None])[:, 0], np.where(step < 0, -1.0, 1.0)
