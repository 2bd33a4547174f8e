"""A progress bulletin: money and projects against the time gone, and what was done."""

import pandas as pd

from fenghua_analysis import units
from fenghua_analysis.metrics import schedule
from fenghua_analysis.periods import Period
from fenghua_analysis.registry import Registry


def newest_bulletin(registry: Registry) -> pd.DataFrame:
    """The rows of the newest bulletin on any plan in sight, in their order."""
    rows = registry.progress
    newest = max(rows.plan, key=registry.issued, default="")
    return rows[rows.plan == newest].sort_values("row", ignore_index=True)


def money(rows: pd.DataFrame) -> pd.DataFrame:
    """Money planned and used, by whose it is, against the time gone.

    Returns
    -------
    funding, planned, used (NaN where the bulletin does not publish it), unit,
    used_share (used / planned), elapsed (share of the year over), lead (the former
    less the latter).
    """
    columns = ["funding", "planned", "used", "unit", "used_share", "elapsed", "lead"]
    sums = rows[rows.measures == "money"]
    if sums.empty:
        return pd.DataFrame(columns=columns)
    planned = sums[sums.kind == "target"].set_index("funding")
    used = sums[sums.kind == "actual"].set_index("funding")
    table = planned[["value", "unit"]].rename(columns={"value": "planned"})
    table["used"] = [
        units.convert(used.value[name], used.unit[name], to=row.unit)
        if name in used.index
        else float("nan")
        for name, row in table.iterrows()
    ]
    elapsed = _elapsed(rows)
    return table.assign(
        elapsed=elapsed,
        used_share=schedule.cumulative_ratio(table.used, table.planned),
        lead=schedule.progress_lead(table.used, table.planned, elapsed=elapsed),
    ).reset_index()[columns]


def projects(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows that count projects or state their mean progress."""
    return rows[rows.measures.isin(["classes", *COUNTED.values()])]


def outputs(rows: pd.DataFrame) -> pd.DataFrame:
    """What was done, class by class; plans of single outputs are not published."""
    return rows[(rows.measures == "output") & (rows.area != "")]


COUNTED = {
    "projects": "projects_planned",
    "done": "projects_done",
    "beyond": "projects_beyond",
    "progress": "mean_progress",
}


def counts(rows: pd.DataFrame) -> dict[str, float]:
    """Projects: how many, finished early, beyond 80 %, and their mean progress (%)."""
    values = rows.drop_duplicates("measures").set_index("measures").value
    return {name: values.get(key, float("nan")) for name, key in COUNTED.items()}


def period(rows: pd.DataFrame) -> str:
    """The period that the bulletin reports on."""
    return str(rows[rows.kind == "actual"].period.mode().iloc[0])


def place(rows: pd.DataFrame, registry: Registry) -> str:
    """Code of the region that the bulletin reports on; "" without a bulletin."""
    if rows.empty:
        return ""
    return registry.plans[rows.plan.iloc[0]].region


def _elapsed(rows: pd.DataFrame) -> float:
    """Share of the year over at the end of the bulletin's period."""
    return Period.parse(period(rows)).share_of_year
