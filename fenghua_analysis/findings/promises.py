"""What was promised, where, by whom, and how it changed from document to document."""

import pandas as pd

from fenghua_analysis import units
from fenghua_analysis.registry import Registry

WORDED = ("delegated", "qualitative")
"""Kinds of target that carry no number."""


def documents(targets: pd.DataFrame, registry: Registry) -> pd.DataFrame:
    """One row a plan: what it promises, with and without numbers.

    Parameters
    ----------
    targets : rows of `assessment.targets_of`

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
    plans = [registry.plans[name] for name in counts.plan]
    issued = [plan.issued or registry.sources[plan.source].issued for plan in plans]
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
    the stated unit counts something else), stated (value) and unit as the document has
    them, source, locator, where – ``target`` or the list that the goal stands in.
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
    own = [registry.indicators[name].unit for name in both.indicator]
    both["value"] = [
        units.of_indicator(row.stated, row.unit, own=unit)
        for row, unit in zip(both.itertuples(), own, strict=True)
    ]
    order = ["indicator", "year", "plan"]
    return both[_STATED].sort_values(order, kind="stable", ignore_index=True)


_STATED = [
    *("indicator", "region", "plan", "year", "comparator", "value", "stated", "unit"),
    *("source", "locator", "where"),
]

PROMISE = ["indicator", "region"]
"""What makes two statements speak of one thing: the indicator, and whose it is."""


def lineages(registry: Registry, *, regions: list[str]) -> pd.DataFrame:
    """The promises that several statements speak of, statement by statement.

    Returns
    -------
    Rows of `statements` for each indicator of one of `regions` that is stated more than
    once, with `change` (value / the earliest value − 1; NaN where they do not compare).
    """
    stated = statements(registry)
    stated = stated[stated.region.isin(regions)]
    repeated = stated[stated.groupby(PROMISE).indicator.transform("size") > 1]
    first = repeated.groupby(PROMISE).value.transform("first")
    return repeated.assign(change=repeated.value / first - 1)


def repeated(lineage: pd.DataFrame) -> list[tuple[str, str]]:
    """Indicator and region of each promise of a lineage."""
    return list(dict.fromkeys(zip(lineage.indicator, lineage.region, strict=True)))


def changed(lineage: pd.DataFrame) -> list[tuple[str, str]]:
    """The promises whose stated values differ, in the order of the largest change."""
    spread = lineage.change.abs().groupby([lineage[name] for name in PROMISE]).max()
    return list(spread[spread > _DUST].sort_values(ascending=False).index)


def clashing(lineage: pd.DataFrame) -> list[tuple[str, str]]:
    """The promises for which one and the same year has two values."""
    values = lineage.groupby([*PROMISE, "year"]).value.nunique()
    apart = values[values > 1].reset_index()
    return repeated(apart)


_DUST = 1e-9
