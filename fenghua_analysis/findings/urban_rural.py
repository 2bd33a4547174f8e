"""How far the urban–rural income ratio is from its target, and what would close it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from fenghua_analysis.metrics import gap, income_ratio
from fenghua_analysis.periods import Period
from fenghua_analysis.presentation import period, ratio
from fenghua_analysis.reasons import judged
from fenghua_analysis.registry import Registry
from fenghua_analysis.wording import say

RATIO = "urban_rural_ratio"
OLD_RATIO = "urban_rural_ratio_old"
"""The ratio on the survey basis of before 2014: shown apart, never joined."""

HORIZONS = (1, 2, 3, 4, 5)
"""Years over which a required pace is shown."""


@dataclass(frozen=True)
class Case:
    """The ratio that is known nearest to a region, beside the region's own target.

    Attributes
    ----------
    region : the region itself, or the nearest one above it with a ratio of a year
    year, ratio, status : its newest; NaN when not even the country has one
    target : NaN where no plan of the region itself sets one
    verdict : of the region's own target, in words; "" where the ratio is of another one
    reached : whether the ratio would fulfil the target as worded
    """

    region: str
    year: int
    ratio: float
    status: str
    target: float
    verdict: str
    reached: bool


def nearest_case(
    ratios: pd.DataFrame, own: pd.DataFrame, lineage: Sequence[str]
) -> Case:
    """The case of a region: its newest target, and the figure that comes nearest.

    Parameters
    ----------
    ratios : table of `yearly_ratios`
    own : the assessed targets of the region itself, with their reasons; one of a region
        above says nothing of what this one is to reach
    lineage : codes of the region and those above it, itself first
    """
    promise = own[own.indicator == RATIO].sort_values("year").tail(1)
    for row in promise.dropna(subset=["latest"]).itertuples():
        return _case(
            (row.region, int(row.latest_year), row.latest, row.latest_status),
            promise,
            verdict=judged(row),
        )
    for code in lineage:
        known = ratios[(ratios.region == code) & ~ratios.old]
        for row in known.tail(1).itertuples():
            return _case((code, int(row.year), row.ratio, row.status), promise)
    return _case((lineage[0], 0, float("nan"), ""), promise)


def _case(
    figure: tuple[str, int, float, str], promise: pd.DataFrame, *, verdict: str = ""
) -> Case:
    """A figure beside the promise, held to it as it is worded."""
    if promise.empty:
        return Case(*figure, target=float("nan"), verdict="", reached=False)
    row = promise.iloc[0]
    fulfilled = gap.meets(
        figure[2],
        row.target,
        comparator=row.comparator or "eq",
        direction=row.direction,
    )
    return Case(*figure, target=row.target, verdict=verdict, reached=bool(fulfilled))


def yearly_ratios(observations: pd.DataFrame, registry: Registry) -> pd.DataFrame:
    """Ratios of whole years, of every region that has one.

    Returns
    -------
    region, level, year, ratio, status, old (on the survey basis of before 2014) – by
    region and year.
    """
    wanted = observations.indicator.isin([RATIO, OLD_RATIO])
    annual = observations[wanted & observations.period.str.fullmatch(r"\d{4}")]
    level = registry.regions.set_index("code").level
    ratios = annual.assign(
        year=annual.period.astype(int),
        ratio=annual.value,
        level=annual.region.map(level),
        old=annual.indicator == OLD_RATIO,
    )
    columns = ["region", "level", "year", "ratio", "status", "old"]
    return ratios[columns].sort_values(["region", "year"], ignore_index=True)


def charted(ratios: pd.DataFrame, *, accent: str) -> pd.DataFrame:
    """The ratios that a chart over the years shows.

    A county joins the cities, the province and the country once it has two years; the
    one that the chart is about is there with what it has.
    """
    years = ratios.groupby("region").year.transform("size")
    shown = (years > 1) | (ratios.level != "county") | (ratios.region == accent)
    return ratios[shown].reset_index(drop=True)


def by_year(ratios: pd.DataFrame, regions: Sequence[str]) -> pd.DataFrame:
    """Ratios of some regions side by side: year, and a column a region's code.

    A year on the old survey basis has its own row, marked in `note`.
    """
    known = ratios[ratios.region.isin(regions)]
    wide = known.pivot(index=["year", "old"], columns="region", values="ratio")
    table = wide[[code for code in regions if code in wide]].reset_index()
    note = table.old.map({True: say("basis.old"), False: ""})
    return table.assign(note=note).drop(columns="old").rename_axis(columns=None)


def partial_ratios(observations: pd.DataFrame) -> pd.DataFrame:
    """Ratios of parts of years beside those of the whole years.

    Incomes do not arrive evenly over a year, so a cumulative figure has a ratio of its
    own; where both are known, the difference shows how little one says of the other.

    Returns
    -------
    region, period, partial, year, whole (NaN where unknown), difference (whole −
    partial) – by region and period.
    """
    ratios = observations[observations.indicator == RATIO]
    whole = ratios[ratios.period.str.fullmatch(r"\d{4}")]
    whole = whole.set_index(["region", "period"]).value
    part = ratios[~ratios.period.str.fullmatch(r"\d{4}(-12)?")]
    years = [str(Period.parse(code).year) for code in part.period]
    keys = pd.MultiIndex.from_arrays([part.region, years])
    beside = whole.reindex(keys).to_numpy()
    table = pd.DataFrame(
        {
            "region": part.region,
            "period": part.period,
            "partial": part.value,
            "year": years,
            "whole": beside,
            "difference": beside - part.value,
        }
    )
    return table.sort_values(["region", "period"], ignore_index=True)


def required_differentials(
    starts: Sequence[float], *, target: float, horizons: Sequence[int] = HORIZONS
) -> pd.DataFrame:
    """How much faster rural incomes must grow than urban ones, from where, how soon.

    Returns
    -------
    starting_ratio, and a column years_<n> a horizon: (1 + rural growth) / (1 + urban
    growth) − 1 a year; NaN where the start is at the target already.
    """
    above = np.array([start if start > target else np.nan for start in starts])
    if np.isnan(target):
        return pd.DataFrame(
            columns=["starting_ratio", *(f"years_{years}" for years in horizons)]
        )
    columns = {
        f"years_{years}": income_ratio.required_growth_differential(
            above, target, years=years
        )
        for years in horizons
    }
    return pd.DataFrame({"starting_ratio": list(starts)} | columns)


def comparisons(partial: pd.DataFrame) -> dict[str, int]:
    """How many ratios of parts of years have their year beside them, and how they lie.

    Returns
    -------
    known, above (the year's ratio is higher), below.
    """
    known = partial.difference.dropna()
    return {
        "known": len(known),
        "above": int((known > 0).sum()),
        "below": int((known < 0).sum()),
    }


def newest(partial: pd.DataFrame) -> dict[str, str]:
    """Period and ratio of the newest row, as a reader sees them; empty without one."""
    if partial.empty:
        return {}
    last = partial.sort_values("period").iloc[-1]
    return {"period": period(last.period), "ratio": ratio(last.partial)}


def starts(case: Case) -> list[float]:
    """Ratios from which a required pace is shown: the known one and some about it."""
    if pd.isna(case.ratio) or pd.isna(case.target):
        return []
    steps = case.target + np.array([0.01, 0.03, 0.05, 0.07, 0.09])
    return sorted({*steps.round(2).tolist(), round(case.ratio, 3)})


def frontier(
    start: float, *, target: float, horizons: Sequence[int] = (1, 2, 3)
) -> pd.DataFrame:
    """Pairs of urban and rural growth that reach the target in so many years.

    Returns
    -------
    years, urban_growth, rural_growth – fractions a year; no row without a target, or
    when it is met.
    """
    urban = np.linspace(0.0, 0.08, 17)
    if not start > target:
        return pd.DataFrame(columns=["years", "urban_growth", "rural_growth"])
    rows = [
        pd.DataFrame(
            {
                "years": years,
                "urban_growth": urban,
                "rural_growth": income_ratio.required_rural_growth(
                    start, target, years=years, urban_growth=urban
                ),
            }
        )
        for years in horizons
    ]
    return pd.concat(rows, ignore_index=True)


def upper_bounds(registry: Registry, region: str) -> pd.DataFrame:
    """Published limits of a region's urban income: year, high (yuan), note."""
    bounds = registry.bounds
    here = (bounds.region == region) & (bounds.indicator == "income_urban")
    found = bounds[here].dropna(subset=["high"])
    return found.rename(columns={"period": "year"})[["year", "high", "note"]]


def latest_growth(
    observations: pd.DataFrame, region: str
) -> tuple[int, float, float] | None:
    """Year and growth of urban and rural income in a region's latest year of both."""
    annual = observations[
        (observations.region == region)
        & observations.indicator.isin(["income_urban", "income_rural"])
        & observations.period.str.fullmatch(r"\d{4}")
    ]
    table = annual.pivot(index="period", columns="indicator", values="value")
    table.index = table.index.astype(int)
    growth = (table / table.shift(1)).where(table.index.to_series().diff() == 1, axis=0)
    growth = growth.dropna() - 1
    if growth.empty:
        return None
    last = growth.iloc[-1]
    return int(growth.index[-1]), float(last.income_urban), float(last.income_rural)
