"""How well the models would have foretold the cities' own past.

What is tested: docs/methods.md#backtest.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from fenghua_analysis.metrics.backtest import backtest, compare_models
from fenghua_analysis.metrics.projection import DEFAULT_MODEL
from fenghua_analysis.registry import Registry
from fenghua_analysis.yearly import yearly_figures

SERIES = ("income_urban", "income_rural", "urban_rural_ratio")
"""Series that every city publishes, on one survey basis."""

COIN = 0.25
"""Brier score of somebody who always says 50 %."""


@dataclass(frozen=True)
class Trial:
    """A back-test, and what it was made on.

    Attributes
    ----------
    cases : as of `backtest`, with the indicator and the region of each series
    regions, first_year, last_year : of the series; 0 where there are none
    """

    cases: pd.DataFrame
    regions: int
    first_year: int
    last_year: int

    @property
    def of_default(self) -> pd.DataFrame:
        """The cases of the model that the projections are made with."""
        return self.cases[self.cases.model == DEFAULT_MODEL]


def city_series(
    observations: pd.DataFrame, registry: Registry, lineage: Sequence[str]
) -> pd.DataFrame:
    """The series of all cities of a region's province, in the years that all have.

    Returns
    -------
    A row an indicator and region, a column a year.
    """
    regions = registry.regions
    cities = regions[(regions.level == "city") & regions.parent.isin(lineage)].code
    yearly = yearly_figures(observations, registry.breaks)
    known = yearly[yearly.indicator.isin(SERIES) & yearly.region.isin(cities)]
    table = known.pivot(index=["indicator", "region"], columns="year", values="value")
    order = [name for name in SERIES if name in table.index.get_level_values(0)]
    return table.reindex(order, level=0).dropna(axis=1)


def trial(
    observations: pd.DataFrame, registry: Registry, lineage: Sequence[str]
) -> Trial:
    """Test every model on the series of `city_series`."""
    series = city_series(observations, registry, lineage)
    if series.empty:
        empty = backtest([], [[]]).assign(indicator="", region="")
        return Trial(empty, 0, 0, 0)
    years = series.columns.to_numpy(int)
    cases = backtest(years, series.to_numpy(float), scale="log")
    named = series.index.to_frame(index=False).loc[cases.series.to_numpy(int)]
    cases = cases.assign(
        indicator=named.indicator.to_numpy(), region=named.region.to_numpy()
    )
    regions = series.index.get_level_values("region").nunique()
    return Trial(cases, regions, int(years.min()), int(years.max()))


def by_model(found: Trial) -> pd.DataFrame:
    """model, cases, coverage, brier, bias, error, stretch – the best model first."""
    return compare_models(found.cases)


def by_series(found: Trial) -> pd.DataFrame:
    """What the default model is worth on each series: indicator, and as `by_model`."""
    groups = found.of_default.groupby("indicator", sort=False)
    tables = [compare_models(rows).assign(indicator=name) for name, rows in groups]
    return pd.concat(tables, ignore_index=True) if tables else by_model(found)


def by_year(found: Trial) -> pd.DataFrame:
    """Share of figures inside their interval, by the year projected.

    Returns
    -------
    indicator, year, coverage, cases – of the default model.
    """
    keys = ["indicator", "region", "origin", "year"]
    once = found.of_default.drop_duplicates(keys)
    groups = once.assign(inside=once.covered.astype(float)).groupby(
        ["indicator", "year"], sort=False
    )
    table = groups.inside.agg(coverage="mean", cases="size").reset_index()
    return table.astype({"year": int})


def stretch(found: Trial) -> float:
    """How many times as wide the default model's intervals had to be; 1 untested."""
    table = by_model(found).set_index("model").stretch
    return float(table.get(DEFAULT_MODEL, 1.0))


def worst_years(found: Trial, *, count: int = 2) -> "pd.Series[float]":
    """The years with the smallest of `shares_by_year`, in their order."""
    return shares_by_year(found).nsmallest(count).sort_index()


def shares_by_year(found: Trial) -> "pd.Series[float]":
    """Share of all figures of a year that lay inside, over all series; by year."""
    table = by_year(found)
    inside = (table.coverage * table.cases).groupby(table.year).sum()
    return inside / table.cases.groupby(table.year).sum()
