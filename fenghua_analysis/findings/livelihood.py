"""A progress bulletin: money and projects against the time gone, and what was done."""

from collections.abc import Collection

import pandas as pd

from fenghua_analysis.metrics import schedule
from fenghua_analysis.periods import Period
from fenghua_analysis.registry import Registry


def newest_bulletin(registry: Registry, plans: Collection[str]) -> pd.DataFrame:
    """The rows of the newest bulletin on any of the plans, in their order."""
    rows = registry.progress[registry.progress.plan.isin(plans)]
    newest = rows[rows.plan == rows.plan.max()] if len(rows) else rows
    return newest.sort_values("row", ignore_index=True)


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
    table["used"] = used.value.reindex(table.index)
    table["elapsed"] = _elapsed(rows)
    known = table.dropna(subset=["used"])
    table.loc[known.index, "used_share"] = schedule.cumulative_ratio(
        known.used, known.planned
    )
    table["lead"] = table.used_share - table.elapsed
    return table.reset_index()[columns]


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


def _elapsed(rows: pd.DataFrame) -> float:
    """Share of the year over at the end of the bulletin's period."""
    return Period.parse(period(rows)).share_of_year
