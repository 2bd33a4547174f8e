"""What was promised, where, by whom, and how it changed from document to document."""

from typing import Any

import pandas as pd

from fenghua_analysis import units
from fenghua_analysis.registry import Registry

WORDED = ("delegated", "qualitative")
"""Kinds of target that carry no number."""


def documents(targets: pd.DataFrame, registry: Registry) -> pd.DataFrame:
    """One row a plan: what it promises, with and without numbers.

    Parameters
    ----------
    targets : rows of `assess.targets_of`

    Returns
    -------
    plan, issued, targets, numbered, worded, core_targets, work_items, goals – counts,
    in the order of issue.
    """
    grouped = targets.assign(worded=targets.kind.isin(WORDED)).groupby("plan")
    counts = grouped.agg(
        targets=("indicator", "size"),
        worded=("worded", "sum"),
        core_targets=("core", "sum"),
    ).reset_index()
    issued = [registry.sources[registry.plans[p].source].issued for p in counts.plan]
    items = registry.work_items.groupby("plan").size()
    goals = registry.goals.groupby("plan").size()
    return counts.assign(
        issued=issued,
        numbered=counts.targets - counts.worded,
        work_items=counts.plan.map(items).fillna(0).astype(int),
        goals=counts.plan.map(goals).fillna(0).astype(int),
    ).sort_values("issued", ignore_index=True)


def statements(registry: Registry) -> pd.DataFrame:
    """Every number stated for an indicator: targets, and goals of measures and items.

    Returns
    -------
    indicator, region, plan, year, comparator, value (in the indicator's unit; NaN where
    the stated unit counts something else, such as 人 for 人次), stated (value) and unit
    as the document has them, source, locator, where – ``target`` or the list that the
    goal stands in.
    """
    targets = registry.targets.dropna(subset=["value"]).rename(
        columns={"value": "stated"}
    )
    targets = targets.assign(where="target")
    goals = registry.goals[registry.goals.indicator != ""].rename(
        columns={"value": "stated", "list": "where"}
    )
    goals = goals.assign(
        year=[str(registry.plans[plan].end) for plan in goals.plan],
        region=[registry.plans[plan].region for plan in goals.plan],
    )
    both = pd.concat([targets, goals], ignore_index=True)
    both["value"] = [_own(row, registry) for row in both.itertuples()]
    return both[_STATED].sort_values(["indicator", "year", "plan"], ignore_index=True)


_STATED = [
    *("indicator", "region", "plan", "year", "comparator", "value", "stated", "unit"),
    *("source", "locator", "where"),
]


def _own(row: Any, registry: Registry) -> float:
    unit = registry.indicators[row.indicator].unit
    if not units.convertible(row.unit, unit):
        return float("nan")
    return units.convert(row.stated, row.unit, to=unit)


def lineages(registry: Registry, *, regions: list[str]) -> pd.DataFrame:
    """The indicators that several statements speak of, statement by statement.

    Returns
    -------
    Rows of `statements` for indicators stated more than once for one of `regions`, with
    `change` (value / the earliest value − 1; NaN where they do not compare).
    """
    stated = statements(registry)
    stated = stated[stated.region.isin(regions)]
    groups = ["indicator", "region"]
    repeated = stated[stated.groupby(groups).indicator.transform("size") > 1]
    first = repeated.groupby(groups).value.transform("first")
    return repeated.assign(change=repeated.value / first - 1)


def changed(lineage: pd.DataFrame) -> list[str]:
    """Indicators whose stated values differ, in the order of the largest change."""
    spread = lineage.groupby("indicator").change.agg(lambda c: c.abs().max())
    return list(spread[spread > 0].sort_values(ascending=False).index)
