"""Work items: what should be done by a day, and who carries how much."""

from collections.abc import Collection

import pandas as pd

from fenghua_analysis.metrics import schedule
from fenghua_analysis.periods import last_day
from fenghua_analysis.registry import Registry

ITEM = ["plan", "list", "number"]


def schedules(
    registry: Registry, *, plans: Collection[str], as_of: str
) -> pd.DataFrame:
    """One row an item: its span, its steps, how many should be done by the day.

    Returns
    -------
    The work items with `start`, `end` (months), `steps`, `due` (steps whose last month
    is over), `expected` (share of the item's span that is over, 0–1), `state`
    (not_started · under_way · due), and `completed` (share reported; NaN when nobody
    has reported it) with `lead` (completed − expected).
    """
    items = registry.work_items[registry.work_items.plan.isin(plans)]
    items = items.sort_values(ITEM, key=_work_first)
    steps = registry.milestones[registry.milestones.plan.isin(plans)]
    spans = steps.groupby(ITEM).agg(
        start=("start", "min"), end=("end", "max"), steps=("step", "size")
    )
    over = steps[schedule.due(steps.start, steps.end, as_of=as_of) == "due"]
    spans["due"] = over.groupby(ITEM).size().reindex(spans.index).fillna(0).astype(int)
    found = items.merge(spans.reset_index(), on=ITEM, how="left")
    dated = found.dropna(subset=["start"])
    expected = schedule.expected_share(dated.start, dated.end, as_of=as_of)
    state = schedule.due(dated.start, dated.end, as_of=as_of)
    found.loc[dated.index, "expected"] = expected
    found.loc[dated.index, "state"] = state
    completed = found.merge(_reported(registry, as_of), on=ITEM, how="left").completed
    return found.assign(completed=completed, lead=completed - found.expected)


def _reported(registry: Registry, as_of: str) -> pd.DataFrame:
    """The latest report of each item up to the day."""
    reports = registry.item_status
    reports = reports[reports.as_of.map(last_day) <= as_of]
    latest = reports.sort_values("as_of").drop_duplicates(ITEM, keep="last")
    return latest[[*ITEM, "completed"]]


def due_by_month(registry: Registry, *, plans: Collection[str]) -> pd.DataFrame:
    """Steps due at the end of each month.

    Returns
    -------
    month, list, steps (due in that month), cumulative – a row a month and list, months
    without a step included.
    """
    steps = registry.milestones[registry.milestones.plan.isin(plans)]
    if steps.empty:
        return pd.DataFrame(columns=["month", "list", "steps", "cumulative"])
    counts = pd.crosstab(steps.end, steps["list"])
    months = pd.period_range(counts.index.min(), counts.index.max(), freq="M")
    counts = counts.reindex(months.astype(str), fill_value=0)
    counts.index.name = "month"
    rows = counts.reset_index().melt(
        id_vars="month", var_name="list", value_name="steps"
    )
    return rows.assign(cumulative=rows.groupby("list").steps.cumsum())


def _work_first(column: pd.Series) -> pd.Series:
    """Work items before reforms; other columns as they are."""
    return column.map({"work": 0, "reform": 1}) if column.name == "list" else column


def load_by_department(schedules: pd.DataFrame) -> pd.DataFrame:
    """Items of each department, as its own and shared, most first.

    Returns
    -------
    department, work, reform (items of each list), alone (items it carries by itself),
    items. An item of several departments counts for each of them.
    """
    carried = schedules.assign(
        department=schedules.departments.str.split("、"),
        alone=~schedules.departments.str.contains("、"),
    ).explode("department")
    counts = pd.crosstab(carried.department, carried["list"])
    counts = counts.reindex(columns=["work", "reform"], fill_value=0)
    alone = carried.groupby("department").alone.sum().astype(int)
    table = counts.assign(alone=alone, items=counts.sum(axis=1))
    return (
        table.sort_values("items", ascending=False, kind="stable")
        .reset_index()
        .rename_axis(columns=None)
    )


def by_section(schedules: pd.DataFrame, registry: Registry) -> pd.DataFrame:
    """Items of each section beside the number its heading announces.

    Returns
    -------
    list, area, items, announced, steps, due – in document order.
    """
    counts = schedules.groupby(["list", "area"], as_index=False).agg(
        items=("number", "size"),
        steps=("steps", "sum"),
        due=("due", "sum"),
        first=("number", "min"),
    )
    stated = registry.areas.set_index("area").stated_count
    counts["announced"] = counts.area.map(stated)
    ordered = counts.sort_values(["list", "first"], key=_work_first, ignore_index=True)
    return ordered[["list", "area", "items", "announced", "steps", "due"]]


def unmatched(sections: pd.DataFrame) -> pd.DataFrame:
    """The sections whose heading announces another number than the list holds."""
    stated = sections.dropna(subset=["announced"])
    return stated[stated["items"] != stated.announced].reset_index(drop=True)


def ahead(schedules: pd.DataFrame) -> pd.DataFrame:
    """The items of the plans that the day has not left behind altogether."""
    over = schedules.assign(over=schedules.state == "due").groupby("plan").over
    return schedules[~over.transform("all")]
