"""Where the targets stand: counts by area, largest gaps, who has the figures."""

import pandas as pd

from fenghua_analysis.assessment import VERDICTS
from fenghua_analysis.registry import Registry

UNKNOWN = ("no_data", "not_published")
JUDGED = tuple(word for word in VERDICTS if word not in UNKNOWN)


def by_area(assessment: pd.DataFrame, registry: Registry) -> pd.DataFrame:
    """Counts of verdicts, a row an area of a plan.

    Returns
    -------
    plan, area, one column a verdict in the order of `VERDICTS`, and `total`.
    """
    counts = pd.crosstab(
        [assessment.plan, assessment.area], assessment.verdict
    ).reindex(columns=list(VERDICTS), fill_value=0)
    table = counts.assign(total=counts.sum(axis=1)).reset_index()
    position = registry.areas.set_index("area").position
    table["position"] = table.area.map(position).fillna(len(position))
    order = {plan: n for n, plan in enumerate(assessment.plan.unique())}
    table["order"] = table.plan.map(order)
    table = table.sort_values(["order", "position"], ignore_index=True)
    return table.drop(columns=["order", "position"]).rename_axis(columns=None)


def judged(assessment: pd.DataFrame) -> pd.DataFrame:
    """The targets that a published figure allows to judge, the largest gap first."""
    found = assessment[assessment.verdict.isin(JUDGED)]
    return found.sort_values("relative_gap", ascending=False, ignore_index=True)


def missing_by_department(assessment: pd.DataFrame) -> pd.DataFrame:
    """How many targets lack a figure, by the department that would have it.

    Returns
    -------
    department ("" where the document names none), targets, core_targets; most first. A
    target of several departments counts for each.
    """
    missing = assessment[assessment.verdict == "no_data"]
    exploded = missing.assign(department=missing.department.str.split("、")).explode(
        "department"
    )
    counts = exploded.groupby("department").agg(
        targets=("indicator", "size"), core_targets=("core", "sum")
    )
    return counts.sort_values("targets", ascending=False, kind="stable").reset_index()


def tally(assessment: pd.DataFrame, region: str) -> dict[str, int]:
    """Number of a region's own targets, of those judged, and of each verdict.

    Targets of the regions above it are counted as `above`, whatever their verdict.
    """
    above = len(assessment)
    assessment = assessment[assessment.region == region]
    above -= len(assessment)
    counts = assessment.verdict.value_counts()
    found = {verdict: int(counts.get(verdict, 0)) for verdict in VERDICTS}
    decided = sum(found[verdict] for verdict in JUDGED)
    return {"total": len(assessment), "judged": decided, "above": above} | found
