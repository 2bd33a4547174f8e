"""Three models of a series, each a centre, a spread and degrees of freedom ahead.

They know no scale and no target: see `outlook`.
Formulas and sources: docs/methods.md#projection.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from fenghua_analysis.metrics.inputs import Array, numbers, one_of, refuse

LOST = 2
"""Degrees of freedom that each model uses: where the series is, and where it goes."""


@dataclass(frozen=True)
class Predictive:
    """A new figure: centre + spread · t, t Student's with `freedom` degrees.

    Attributes
    ----------
    centre : shape (n,), unit of the values
    spread : of a new figure, the doubt about the model's own numbers included
    noise : of a figure about the model (`ols_trend`) or of a year's step (`drift`,
        `holt`)
    freedom : degrees of freedom; NaN everywhere when there are none
    """

    centre: Array
    spread: Array
    noise: Array
    freedom: Array


def ols_trend(times: ArrayLike, values: ArrayLike, *, at: ArrayLike) -> Predictive:
    """A straight line through all figures, by least squares.

    Parameters
    ----------
    times : shape (k,)
    values : shape (n, k) or (k,); NaN is no figure
    at : the time asked about, one for all or shape (n,)

    Returns
    -------
    Predictive. NaN for fewer than three figures, or all at one time.

    Notes
    -----
    a + b·t; s·√(1 + 1/n + (t − t̄)² / Σ(tᵢ − t̄)²), n − 2 degrees.
    Source: docs/methods.md#projection.

    Examples
    --------
    >>> found = ols_trend([0, 1, 2, 3], [1, 2, 2, 3], at=4)
    >>> found.centre.round(2), found.spread.round(3)
    (np.float64(3.5), np.float64(0.5))
    """
    when, figures = numbers("times", times), numbers("values", values)
    known = ~np.isnan(figures)
    count = known.sum(axis=-1).astype(float)
    middle = _over(np.where(known, when, 0.0).sum(axis=-1), count)
    mean = _over(np.where(known, figures, 0.0).sum(axis=-1), count)
    offset = np.where(known, when - middle[..., None], 0.0)
    height = np.where(known, figures - mean[..., None], 0.0)
    square = (offset**2).sum(axis=-1)
    slope = _over((offset * height).sum(axis=-1), square)
    misses = np.where(known, height - slope[..., None] * offset, 0.0)
    freedom = count - LOST
    noise = np.sqrt(_over((misses**2).sum(axis=-1), freedom))
    ahead = numbers("at", at) - middle
    spread = noise * np.sqrt(1 + _over(1.0, count) + _over(ahead**2, square))
    return Predictive(mean + slope * ahead, spread, noise, _or_none(freedom))


def drift(times: ArrayLike, values: ArrayLike, *, at: ArrayLike) -> Predictive:
    """A random walk from the latest figure on, with the mean step so far.

    Parameters
    ----------
    times : shape (k,), rising
    values, at : as for `ols_trend`; `at` is after the latest figure

    Returns
    -------
    Predictive. NaN for fewer than three figures.

    Notes
    -----
    y + h·δ; s·√(h + h²/H), H the time from first to latest figure: of yearly figures
    s·√(h·(1 + h/(n − 1))), n − 2 degrees. A step over a gap counts by its length.
    Source: docs/methods.md#projection.

    Examples
    --------
    >>> found = drift([0, 1, 2, 3], [1, 2, 2, 4], at=4)
    >>> found.centre.round(2), found.spread.round(3)
    (np.float64(5.0), np.float64(1.155))
    """
    when, figures = numbers("times", times), numbers("values", values)
    known = ~np.isnan(figures)
    columns = np.arange(figures.shape[-1])
    # Column of the last figure up to each column, and so of the one before.
    filled = np.maximum.accumulate(np.where(known, columns, 0), axis=-1)
    before = np.concatenate([filled[..., :1], filled[..., :-1]], axis=-1)
    first, latest = known.argmax(axis=-1), filled[..., -1]
    is_step = known & (columns > first[..., None])
    times_apart = np.where(is_step, when - when[before], 1.0)
    steps = figures - np.take_along_axis(figures, before, axis=-1)
    whole = when[latest] - when[first]
    start, end = (
        np.take_along_axis(figures, place[..., None], axis=-1)[..., 0]
        for place in (first, latest)
    )
    mean = _over(end - start, whole)
    misses = np.where(is_step, steps - mean[..., None] * times_apart, 0.0)
    freedom = known.sum(axis=-1).astype(float) - LOST
    noise = np.sqrt(_over((misses**2 / times_apart).sum(axis=-1), freedom))
    ahead = numbers("at", at) - when[latest]
    spread = noise * np.sqrt(ahead + _over(ahead**2, whole))
    return Predictive(end + mean * ahead, spread, noise, _or_none(freedom))


def holt(times: ArrayLike, values: ArrayLike, *, at: ArrayLike) -> Predictive:
    """Holt's linear smoothing: a level and a step that follow the latest figures.

    Parameters
    ----------
    times : shape (k,), one year apart
    values : shape (n, k) or (k,); NaN only before the first figure or
        after the latest
    at : as for `ols_trend`; whole years after the latest figure

    Returns
    -------
    Predictive. NaN for fewer than three figures. A series at a time goes through
    statsmodels: a hundred times slower than the others.

    Notes
    -----
    Level and step start on the first two figures; α and β minimise the squared errors
    of one year ahead. σ·√(1 + Σ_{j<h} (α + αβj)²), σ² of n − 2 degrees.
    Source: docs/methods.md#projection.
    """
    figures = np.atleast_2d(numbers("values", values))
    when = numbers("times", times)
    years = np.broadcast_to(numbers("at", at), len(figures))
    rows = [
        _holt_of_one(row[known], ahead=year - when[known].max(initial=-np.inf))
        for row, known, year in zip(figures, ~np.isnan(figures), years, strict=True)
    ]
    shape = np.shape(values)[:-1]
    return Predictive(*(np.reshape(part, shape) for part in np.transpose(rows)))


# statsmodels takes the logarithm of the errors, which a perfect line does not have.
_quiet = np.errstate(divide="ignore", invalid="ignore")


@_quiet
def fit_holt(
    figures: ArrayLike,
    *,
    trend: str = "linear",
    start: tuple[float, float] | None = None,
    smoothing: tuple[float, float] | None = None,
) -> Any:
    """Holt's smoothing of one series, as statsmodels fits it.

    Parameters
    ----------
    figures : shape (n,), one year apart, n ≥ 3
    trend : "linear", a step is added each year, or "exponential", a factor multiplies
    start : level and step (or factor) before the first figure; None: those that the
        first two figures make
    smoothing : α and β; None: those of the smallest squared errors of one year ahead

    Returns
    -------
    The results object of statsmodels: `forecast`, `fittedvalues`, `params`, `sse`.

    Raises
    ------
    ValueError : another trend, or fewer than three figures.

    Examples
    --------
    >>> fit_holt([1, 2, 4, 5], smoothing=(1.0, 0.0)).forecast(2).round(6)
    array([6., 7.])
    """
    from statsmodels.tsa.holtwinters import Holt

    one_of("trend", trend, ("linear", "exponential"))
    known = numbers("figures", figures)
    refuse(known.size <= LOST, "figures must be three or more", known.size)
    exponential = trend == "exponential"
    first, second = known[:2]
    step = second / first if exponential else second - first
    before = first / step if exponential else first - step
    level, trend_before = start or (before, step)
    model = Holt(
        known,
        exponential=exponential,
        initialization_method="known",
        initial_level=level,
        initial_trend=trend_before,
    )
    fixed = {}
    if smoothing is not None:
        alpha, beta = smoothing
        fixed = {"smoothing_level": alpha, "smoothing_trend": beta, "optimized": False}
    return model.fit(**fixed)


@_quiet
def _holt_of_one(figures: Array, *, ahead: float) -> tuple[float, float, float, float]:
    """Centre, spread, noise and degrees of freedom, `ahead` years on."""
    freedom = figures.size - LOST
    if freedom < 1 or ahead < 1:
        return (np.nan,) * 4
    fitted = _fitted(tuple(figures.tolist()))
    alpha, beta = (
        fitted.params[name] for name in ("smoothing_level", "smoothing_trend")
    )
    noise = np.sqrt(fitted.sse / freedom)
    weights = alpha * (1 + beta * np.arange(1, ahead))
    spread = noise * np.sqrt(1 + np.sum(weights**2))
    return float(fitted.forecast(int(ahead))[-1]), float(spread), float(noise), freedom


# A back-test asks one series about several years: the search for α and β is one.
@lru_cache(maxsize=1024)
def _fitted(figures: tuple[float, ...]) -> Any:
    return fit_holt(figures)


def _over(upper: ArrayLike, lower: Array) -> Array:
    """upper / lower, NaN where the lower one is not positive."""
    return np.asarray(upper) / np.where(lower > 0, lower, np.nan)


def _or_none(freedom: Array) -> Array:
    return np.where(freedom > 0, freedom, np.nan)
