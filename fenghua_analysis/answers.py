"""The answer of each notebook in one sentence: which template, and its numbers.

Each function returns what `Study.opening` takes: the template's key under ``answer``,
and the numbers as a reader sees them.
"""

from typing import Any

import pandas as pd

from fenghua_analysis.findings import (
    income_bands,
    livelihood,
    promises,
    scoreboard,
    services,
    townships,
    urban_rural,
    work_items,
)
from fenghua_analysis.presentation import against_time, number, percent, with_unit
from fenghua_analysis.registry import Registry
from fenghua_analysis.wording import language, say

Answer = dict[str, Any]
_NONE: Answer = {"answer": "answer_none"}


def on_targets(documents: pd.DataFrame, lineage: pd.DataFrame) -> Answer:
    """01: how many documents, targets, targets without numbers, changed promises."""
    if documents.empty:
        return _NONE
    return {
        "documents": len(documents),
        "targets": int(documents.targets.sum()),
        "worded": int(documents.worded.sum()),
        "repeated": lineage.indicator.nunique(),
        "moved": len(promises.changed(lineage)),
    }


def on_gaps(assessment: pd.DataFrame, region: str, as_of: str) -> Answer:
    """02: how many of a region's targets can be judged, and how they stand."""
    return {"as_of": as_of} | scoreboard.tally(assessment, region)


def on_ratio(case: urban_rural.Case, registry: Registry, region: str) -> Answer:
    """03: the nearest known ratio, and the growth that would close its distance."""
    if pd.isna(case.target) or pd.isna(case.ratio):
        return _NONE
    key = "answer"
    if case.region == region:
        key = "answer_met" if case.ratio <= case.target else "answer_known"
    return {
        "answer": key,
        "city": registry.region_name(case.region, language()),
        "year": case.year,
        "ratio": number(case.ratio, 3),
        "target": number(case.target, 2),
        "gap": number(max(case.ratio - case.target, 0), 3),
        "differential": percent(max(case.ratio / case.target - 1, 0), 2),
    }


def on_townships(
    found: townships.TownshipYear,
    promise: townships.Promise,
    relatives: pd.DataFrame,
    registry: Registry,
    region: str,
) -> Answer:
    """04: the lowest township, or what the target implies and the nearest relative."""
    lang, count = language(), len(townships.townships(registry, region))
    if not count or pd.isna(promise.ratio):
        return _NONE
    target = number(promise.ratio, 2)
    if found.known and pd.isna(found.mean):
        return {"answer": "answer_no_mean", "year": found.period}
    if found.known:
        lowest = found.rows.iloc[0]
        met = lowest.ratio >= promise.ratio
        return {
            "answer": "answer_known",
            "year": found.period,
            "lowest": registry.region_name(lowest.region, lang),
            "value": number(lowest.value),
            "ratio": number(lowest.ratio, 3),
            "target": target,
            "verdict": say("verdict.met" if met else "verdict.missed"),
            "gini": number(townships.dispersion(found).ratio.iloc[0], 3),
        }
    nearest = relatives.dropna(subset=["lowest_county_ratio"]).tail(1)
    city = registry.lineage(region)[1]
    return {
        "count": count,
        "mean": number(promise.mean),
        "needed": number(promise.mean * promise.ratio),
        "target": target,
        "city": registry.region_name(city, lang),
        "year": "、".join(nearest.year),
        "nearest": "".join(percent(ratio) for ratio in nearest.lowest_county_ratio),
    }


def on_bands(
    shares: pd.DataFrame, *, per_head: float, targets: dict[str, float]
) -> Answer:
    """05: whether the wide band's target lies in the range that the income implies."""
    if shares.empty:
        return _NONE
    wide = next(iter(income_bands.BANDS))
    rows = shares[shares.indicator == wide].set_index("size")
    small, large = rows.iloc[0], rows.loc[income_bands.PLANNED_SIZE]
    inside = large.low_share <= targets[wide] <= large.high_share
    return {
        "answer": "answer" if inside else "answer_outside",
        "per_head": number(per_head),
        "low": percent(large.low_share, 0),
        "high": percent(large.high_share, 0),
        "wide": percent(targets[wide], 0),
        "low_small": percent(small.low_share, 0),
        "high_small": percent(small.high_share, 0),
    }


def on_services(rows: pd.DataFrame, registry: Registry) -> Answer:
    """06: values, core ones, departments, and how many had a target before."""
    if rows.empty:
        return _NONE
    beside = services.beside_earlier(rows, registry)
    return {
        "rows": rows.locator.nunique(),
        "values": len(rows),
        "core": int(rows.core.sum()),
        "departments": rows.department.nunique(),
        "earlier": int(beside.earlier.notna().sum()),
        "known": int(rows.latest.notna().sum()),
    }


def on_work(schedules: pd.DataFrame, registry: Registry, as_of: str) -> Answer:
    """07: steps due by the day, who carries most, and whether anything is reported."""
    if schedules.empty:
        return _NONE
    load = work_items.load_by_department(schedules).iloc[0]
    reported = int(schedules.completed.notna().sum())
    key = "reported_some" if reported else "reported_none"
    return {
        "as_of": as_of,
        "work": int((schedules["list"] == "work").sum()),
        "reform": int((schedules["list"] == "reform").sum()),
        "steps": int(schedules.steps.sum()),
        "due": int(schedules.due.sum()),
        "top": registry.department_name(load.department, language()),
        "most": int(load["items"]),
        "reported": say(f"notebook.07_work_items.{key}", count=reported),
    }


def on_livelihood(rows: pd.DataFrame) -> Answer:
    """08: money and projects against the time gone."""
    if rows.empty:
        return _NONE
    money = livelihood.money(rows).set_index("funding").loc["total"]
    counts = livelihood.counts(rows)
    return {
        "period": say("period.half", year=livelihood.period(rows)[:4]),
        "elapsed": percent(money.elapsed, 0),
        "used": with_unit(money.used, money.unit),
        "planned": with_unit(money.planned, money.unit),
        "ratio": percent(money.used_share),
        "lead": against_time(money.lead),
        **{
            name: number(value, 1 if name == "progress" else 0)
            for name, value in counts.items()
        },
    }


def on_supervision(opinions: pd.DataFrame) -> Answer:
    """11: opinions, and how many of them find an answer."""
    if opinions.empty:
        return _NONE
    answered = int((opinions[["indicators", "work", "reform"]].sum(axis=1) > 0).sum())
    return {
        "reports": opinions[["source", "report"]].drop_duplicates().shape[0],
        "opinions": len(opinions),
        "answered": answered,
        "unanswered": len(opinions) - answered,
    }
