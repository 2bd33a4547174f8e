"""Ways to a target: a series, carried on year by year, and what it does to the chance.

Where a region has no series of its own for a headline target, the nearest region above
it that has one stands in: a ratio can be held against another's target, an income
cannot. A stand-in is never the region itself, and every table names whose figures it
shows.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from fenghua_analysis.findings.prospects import LEVEL, limits_of, scale_of, window
from fenghua_analysis.metrics.projection import DEFAULT_MODEL, Likelihood, likelihood
from fenghua_analysis.metrics.verdicts.yearly import FEWEST
from fenghua_analysis.registry import Registry
from fenghua_analysis.yearly import series_of, yearly_figures

STAND_INS = {
    "urban_rural_ratio": "urban_rural_ratio",
    "lowest_township_ratio": "lowest_county_ratio",
}
"""Headline target → the ratio that a region above has in its place."""

YEARS_ON = 3
"""Years looked ahead where the target's year is over: within the five that the
back-test reaches."""


@dataclass(frozen=True)
class Way:
    """A series and the target that it is held against.

    Attributes
    ----------
    headline, indicator : what is promised, and what is measured in its place
    owner, region : whose target, and whose figures
    target, year, direction : the promise
    start : first year of the plan that makes it
    years, values : the figures since the last break, shape (m,), none missing
    """

    headline: str
    indicator: str
    owner: str
    region: str
    target: float
    year: int
    direction: str
    start: int
    years: np.ndarray
    values: np.ndarray

    @property
    def stands_in(self) -> bool:
        """Whether the figures are of another region than the target."""
        return self.region != self.owner

    @property
    def last(self) -> int:
        """Year of the latest figure."""
        return int(self.years[-1])

    @property
    def until(self) -> int:
        """The year looked ahead to: the target's, or some years on where it is over."""
        return self.year if self.year > self.last else self.last + YEARS_ON


def stand_ins(
    found: pd.DataFrame,
    observations: pd.DataFrame,
    registry: Registry,
    *,
    lineage: Sequence[str],
) -> list[Way]:
    """For each headline target of a region without a series: the nearest one above.

    Parameters
    ----------
    found : table of `prospects.outlooks`
    lineage : codes of the region and those above it, itself first

    Returns
    -------
    One a headline, with as many figures as the nearest region has: it may be too few
    for a projection. None where no region above has a figure.
    """
    yearly = yearly_figures(observations, registry.breaks)
    own = found[(found.region == lineage[0]) & found.unprojected.ne("")]
    ways = []
    for headline, measured in STAND_INS.items():
        promise = own[own.indicator == headline].sort_values("year").tail(1)
        for row in promise.dropna(subset=["target"]).itertuples():
            keys = pd.DataFrame({"indicator": measured, "region": lineage[1:]})
            series = series_of(keys, yearly)
            ways += _nearest(row, series, registry, regions=lineage[1:])
    return ways


def _nearest(
    row: Any, series: pd.DataFrame, registry: Registry, *, regions: Sequence[str]
) -> list[Way]:
    """The way by the first region with enough figures, else by the one with most."""
    points = series.notna().sum(axis=1).to_numpy()
    if not points.any():
        return []
    enough = points >= FEWEST
    place = int((enough if enough.any() else points).argmax())
    figures = series.iloc[[place]]
    return [_way(row, figures, registry, region=regions[place])]


def own_ways(
    rows: pd.DataFrame, observations: pd.DataFrame, registry: Registry
) -> list[Way]:
    """The ways of targets by the figures of their own region.

    Parameters
    ----------
    rows : outlooks that have a figure
    """
    series = series_of(rows, yearly_figures(observations, registry.breaks))
    return [
        _way(row, series.iloc[[place]], registry, region=row.region)
        for place, row in enumerate(rows.itertuples())
    ]


def _way(row: Any, series: pd.DataFrame, registry: Registry, *, region: str) -> Way:
    known = series.iloc[0].dropna()
    return Way(
        headline=row.indicator,
        indicator=str(series.index[0][0]),
        owner=row.region,
        region=region,
        target=float(row.target),
        year=int(row.year),
        direction=row.direction,
        start=registry.plans[row.plan].start,
        years=known.index.to_numpy(float),
        values=known.to_numpy(float),
    )


def chances(
    way: Way, years: Iterable[int], registry: Registry, *, stretch: float = 1.0
) -> Likelihood:
    """The likelihood of a way's target in each of some years.

    Parameters
    ----------
    stretch : as for `projection.project`
    """
    scale = scale_of(way.indicator, registry)
    return likelihood(
        way.years,
        way.values,
        target=way.target,
        target_year=list(years),
        direction=way.direction,
        scale=scale,
        limits=limits_of(np.array([scale])),
        level=LEVEL,
        stretch=stretch,
    )


def fans(
    ways: Iterable[Way], registry: Registry, *, stretch: float = 1.0
) -> pd.DataFrame:
    """Each way's figures, and year by year what may become of them.

    Parameters
    ----------
    stretch : how many times as wide the intervals had to be on the past

    Returns
    -------
    way (position), headline, indicator, owner, region, tested_target, target_year,
    direction, stands_in, year, value (NaN ahead), centre, interval_low, interval_high,
    wide_low, wide_high, probability and wide_probability (that the figure is at the
    target; NaN behind), model, window, figures. The wide ones are stretched. A way that
    cannot be projected has no row.
    """
    tables = [
        _fan(way, registry, stretch=stretch).assign(way=place)
        for place, way in enumerate(_enough(ways, registry))
    ]
    return pd.concat(tables, ignore_index=True) if tables else pd.DataFrame()


def _enough(ways: Iterable[Way], registry: Registry) -> Iterator[Way]:
    for way in ways:
        if (chances(way, [way.until], registry).reason == "").all():
            yield way


def _fan(way: Way, registry: Registry, *, stretch: float) -> pd.DataFrame:
    ahead = range(way.last + 1, way.until + 1)
    found = chances(way, ahead, registry)
    wide = chances(way, ahead, registry, stretch=stretch)
    made = found.projection
    behind = pd.DataFrame({"year": way.years.astype(int), "value": way.values})
    before = pd.DataFrame(
        {
            "year": list(ahead),
            "centre": made.centre,
            "interval_low": made.low,
            "interval_high": made.high,
            "wide_low": wide.projection.low,
            "wide_high": wide.projection.high,
            "probability": found.probability,
            "wide_probability": wide.probability,
        }
    )
    return pd.concat([behind, before], ignore_index=True).assign(
        headline=way.headline,
        indicator=way.indicator,
        owner=way.owner,
        region=way.region,
        tested_target=way.target,
        target_year=way.year,
        direction=way.direction,
        stands_in=way.stands_in,
        model=DEFAULT_MODEL,
        window=window(way.years[0], way.years[-1]),
        figures=len(way.years),
    )


def ahead(fans: pd.DataFrame) -> pd.DataFrame:
    """The years of the fans that lie ahead."""
    return fans.dropna(subset=["probability"]) if len(fans) else fans


def foreseen(way: Way, registry: Registry) -> pd.DataFrame:
    """What the model gave a target before its plan began, beside what came of it.

    Returns
    -------
    One row: indicator, region, year (the target's), probability, actual, reached,
    model, window, figures – and none where the year's figure is not known, or too few
    were known before the plan.
    """
    before = way.years < way.start
    actual = way.values[way.years == way.year]
    if not actual.size or before.sum() < FEWEST:
        return pd.DataFrame()
    known = replace(way, years=way.years[before], values=way.values[before])
    found = chances(known, [way.year], registry)
    sign = 1 if way.direction == "higher" else -1
    table = pd.DataFrame(
        {
            "indicator": way.indicator,
            "region": way.region,
            "year": way.year,
            "probability": found.probability,
            "actual": actual,
            "reached": sign * (actual - way.target) >= 0,
            "model": DEFAULT_MODEL,
            "window": window(known.years[0], known.years[-1]),
            "figures": len(known.years),
        }
    )
    return table[found.reason == ""]
