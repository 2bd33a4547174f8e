"""What a model says of a series on its scale, or why it says nothing.

Source: docs/methods.md#projection.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from fenghua_analysis.metrics.inputs import (
    RESOLUTION,
    Array,
    Mask,
    Words,
    fraction,
    numbers,
    one_of,
    optional,
    positive,
    refuse,
)
from fenghua_analysis.metrics.projection.scales import Limits, Scale
from fenghua_analysis.metrics.projection.trends import (
    Predictive,
    drift,
    holt,
    ols_trend,
)
from fenghua_analysis.metrics.verdicts.yearly import FEWEST, Yearly

MODELS: dict[str, Callable[..., Predictive]] = {
    "drift": drift,
    "ols": ols_trend,
    "holt": holt,
}


@dataclass(frozen=True)
class Latent:
    """What a model says on the scale, for n series; NaN with a reason."""

    window: "Window"
    year: Array
    model: str
    scale: Scale
    stretch: float
    predictive: Predictive
    reason: Words

    @classmethod
    def of(
        cls,
        years: ArrayLike,
        values: ArrayLike,
        *,
        year: ArrayLike,
        model: str,
        scale: ArrayLike,
        limits: Limits | None,
        since: ArrayLike | None = None,
        stretch: float = 1.0,
    ) -> "Latent":
        one_of("model", model, tuple(MODELS))
        asked = numbers("year", year)
        refuse(asked % 1 > 0, "year must be whole", asked)
        series = _since(Yearly.of(years, values), since)
        rows = np.broadcast_shapes((len(series.values),), asked.shape)
        grid = np.broadcast_to(series.values, (*rows, series.years.size))
        series = Yearly(series.years, grid)
        asked = np.broadcast_to(asked, rows)
        scales = Scale.of(rows[0], scale=scale, limits=limits)
        window = Window.of(series)
        reason = _reason(series, window, year=asked, scale=scales, model=model)
        usable = np.where((reason == "")[:, None], grid, np.nan)
        places = np.where(np.isnan(usable), np.nan, scales.onto(usable))
        made = MODELS[model](series.years, places, at=asked)
        factor = float(positive("stretch", stretch))
        made = replace(made, spread=factor * made.spread)
        return cls(window, asked, model, scales, factor, made, reason)

    def ends(self, level: float) -> tuple[Array, Array, Array]:
        """Median and both ends of the interval, put back from the scale."""
        from scipy.special import stdtrit

        made = self.predictive
        share = (1 + float(fraction("level", level))) / 2
        reach = made.spread * stdtrit(made.freedom, share)
        middle, low, high = (
            self.scale.back((made.centre + side * reach)[:, None])[:, 0]
            for side in (0, -1, 1)
        )
        return middle, low, high

    def share_below(self, value: Array) -> Array:
        """Probability that the figure is below a value; NaN with a reason."""
        from scipy.special import stdtr

        made = self.predictive
        ends = np.broadcast_to(value, made.centre.shape)[:, None]
        place = self.scale.onto(ends)[:, 0]
        return stdtr(made.freedom, (place - made.centre) / made.spread)

    def at_limit(self, target: Array, *, way: Array) -> Mask:
        """Whether a target lies on the limit that a logit nears and never meets."""
        bound = np.where(way > 0, self.scale.high[:, 0], self.scale.low[:, 0])
        return (self.scale.word[:, 0] == "logit") & (target == bound)


@dataclass(frozen=True)
class Window:
    """The figures that a projection rests on, shape (n,); NaN where there are none."""

    points: Array
    first_year: Array
    last_year: Array
    last_value: Array

    @classmethod
    def of(cls, series: Yearly) -> "Window":
        """First and last figure of each series."""
        known = ~np.isnan(series.values)
        some, columns = known.any(axis=1), np.arange(known.shape[1])
        last = np.where(known, columns, 0).max(axis=1)
        return cls(
            points=known.sum(axis=1).astype(float),
            first_year=np.where(some, series.years[known.argmax(axis=1)], np.nan),
            last_year=np.where(some, series.years[last], np.nan),
            last_value=series.values[np.arange(len(known)), last],
        )


def _since(series: Yearly, since: ArrayLike | None) -> Yearly:
    first = np.reshape(optional("since", since), (-1, 1))
    early = series.years < first
    return Yearly(series.years, np.where(early, np.nan, series.values))


def _reason(
    series: Yearly, window: Window, *, year: Array, scale: Scale, model: str
) -> Words:
    """Why a series has no projection; "" where it has one."""
    off = ~np.isnan(series.values) & ~scale.holds(series.values)
    length = window.last_year - window.first_year + 1
    reasons = {
        "too_few_points": window.points < FEWEST,
        "off_scale": off.any(axis=1),
        "gap": (model == "holt") & (length > window.points),
        "no_year": np.isnan(year),
        "no_spread": _on_a_line(series, scale=scale),
        "not_ahead": year <= window.last_year,
    }
    return np.select(list(reasons.values()), list(reasons), "")


def _on_a_line(series: Yearly, *, scale: Scale) -> Mask:
    """Whether all figures lie on one line, so that nothing shows how they vary."""
    values = np.where(scale.holds(series.values), series.values, np.nan)
    places = np.where(np.isnan(values), np.nan, scale.onto(values))
    noise = ols_trend(series.years, places, at=series.years[-1]).noise
    size = np.abs(np.where(np.isnan(places), 0.0, places)).max(axis=1)
    return noise <= RESOLUTION * np.maximum(size, 1e-300)
