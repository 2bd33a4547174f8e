"""03, 04 and 05: the income ratios, the lowest township, the household bands."""

from typing import Any

import pandas as pd

from fenghua_analysis.answers.answer import NONE, Answer
from fenghua_analysis.findings import income_bands, townships, urban_rural
from fenghua_analysis.presentation import (
    Shown,
    decimals_of,
    number,
    percent,
    period,
    points,
    ratio,
    with_nature,
    with_unit,
)
from fenghua_analysis.registry import Registry
from fenghua_analysis.wording import language, say


def on_ratio(case: urban_rural.Case, registry: Registry, region: str) -> Answer:
    """03: the region's own ratio with its verdict, or the nearest known one."""
    if pd.isna(case.target):
        return NONE
    if pd.isna(case.ratio):
        return {"answer": "answer_unknown", "target": ratio(case.target)}
    own = case.region == region
    key = ("answer_own" if own else "answer") + ("_reached" if case.reached else "")
    return {
        "answer": key,
        "city": registry.region_name(case.region, language()),
        "year": case.year,
        "ratio": with_nature(ratio(case.ratio), case.status),
        "target": ratio(case.target),
        "gap": ratio(max(case.ratio - case.target, 0)),
        "differential": points(max(case.ratio / case.target - 1, 0), signed=False),
        "verdict": case.verdict,
    }


def on_growth(
    grown: tuple[int, float, float] | None, case: urban_rural.Case, registry: Registry
) -> dict[str, Any]:
    """03: the latest year's growth beside what one year to the target would take.

    Returns
    -------
    Key of a paragraph and its values, as `Study.write` takes them.
    """
    if grown is None or case.reached or not case.ratio > case.target:
        return {"key": "growth_none"}
    year, urban, rural = grown
    differential = (1 + rural) / (1 + urban) - 1
    above = differential >= case.ratio / case.target - 1
    return {
        "key": "growth_above" if above else "growth_below",
        "city": registry.region_name(case.region, language()),
        "year": year,
        "urban": percent(urban),
        "rural": percent(rural),
        "faster": points(rural - urban, signed=False),
    }


def on_townships(
    found: townships.TownshipYear,
    promise: townships.Promise,
    *,
    relatives: pd.DataFrame,
    registry: Registry,
    region: str,
) -> Answer:
    """04: the lowest township, or what the target implies and the nearest relative."""
    count = len(registry.townships(region))
    if not count or pd.isna(promise.ratio):
        return NONE
    if found.known and pd.isna(found.mean):
        return {"answer": "answer_no_mean", "year": period(found.period)}
    if found.known:
        return _lowest_township(found, promise, registry)
    if len(found.rows):
        return _some_townships(found, registry)
    if pd.isna(promise.mean):
        return {"answer": "answer_bare", "count": count, "target": ratio(promise.ratio)}
    nearest = relatives.dropna(subset=["lowest_county_ratio"]).tail(1)
    return {
        "answer": "answer" if len(nearest) else "answer_alone",
        "count": count,
        "mean": number(promise.mean),
        "needed": number(promise.mean * promise.ratio),
        "target": ratio(promise.ratio),
        "city": registry.region_name(registry.lineage(region)[1], language()),
        "year": "".join(period(year) for year in nearest.year),
        "nearest": ratio(nearest.lowest_county_ratio.max()),
    }


def _lowest_township(
    found: townships.TownshipYear, promise: townships.Promise, registry: Registry
) -> Answer:
    lowest = found.rows.iloc[0]
    return {
        "answer": "answer_known" if promise.verdict else "answer_unjudged",
        "year": period(found.period),
        "lowest": registry.region_name(lowest.region, language()),
        "value": with_nature(with_unit(lowest.value, "元", 0), lowest.status),
        "mean": with_nature(with_unit(found.mean, "元", 0), found.mean_status),
        "ratio": ratio(lowest.ratio),
        "target": ratio(promise.ratio),
        "verdict": promise.verdict,
        "gini": number(townships.dispersion(found).ratio.iloc[0], 3),
    }


def _some_townships(found: townships.TownshipYear, registry: Registry) -> Answer:
    """Some have an income: the lowest of them is not the lowest of all."""
    names = [registry.region_name(code, language()) for code in found.missing]
    return {
        "answer": "answer_partial",
        "year": period(found.period),
        "known": len(found.rows),
        "missing": len(names),
        "names": say("list.comma").join(names),
    }


def on_bands(
    shares: pd.DataFrame, promise: income_bands.BandPromise, *, census: float
) -> Answer:
    """05: whether each band's target lies in the range that the income implies."""
    if not promise.shares:
        return NONE
    if shares.empty:
        return {"answer": "answer_unknown"}
    found = {
        "per_head": number(promise.per_head),
        "size": _persons(shares["size"].max()),
        "bands": say("notebook.05_income_bands.and").join(
            _band(shares, name, promise.shares[name]) for name in income_bands.BANDS
        ),
    }
    if pd.isna(census) or pd.isna(promise.planned_size):
        return {"answer": "answer_one_size", **found}
    wide = shares[shares.indicator == next(iter(income_bands.BANDS))]
    counted = wide.set_index("size").loc[census]
    return found | {
        "census": _persons(census),
        "low_census": percent(counted.low_share, 0),
        "high_census": percent(counted.high_share, 0),
    }


def _persons(size: float) -> Shown:
    return number(size, decimals_of(size))


def _band(shares: pd.DataFrame, name: str, target: float) -> str:
    """One band at the largest size of a household: its range, and where its target is.

    The largest size is the plan's own where the plan names one.
    """
    rows = shares[shares.indicator == name].sort_values("size")
    last = rows.iloc[-1]
    inside = last.low_share <= target <= last.high_share
    return say(
        f"notebook.05_income_bands.{'inside' if inside else 'outside'}",
        band=say(f"figure.band_curve.{name}"),
        low=percent(last.low_share, 0),
        high=percent(last.high_share, 0),
        target=percent(target, 0),
    )
