"""Where the targets stand: counts by area, largest gaps, who has the figures."""

from dataclasses import dataclass

import pandas as pd

from fenghua_analysis.assessment import VERDICTS
from fenghua_analysis.registry import Registry
from fenghua_analysis.table import STATUSES

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
    """The targets that a figure at hand allows to judge, the largest gap first."""
    found = assessment[assessment.verdict.isin(JUDGED)]
    return found.sort_values("relative_gap", ascending=False, ignore_index=True)


def comparable(assessment: pd.DataFrame) -> pd.DataFrame:
    """The targets with a figure to compare, the largest gap first.

    Those judged, and those whose year is over without its figure: their verdict is out,
    their distance as of the latest figure is not.
    """
    found = assessment[assessment.verdict.isin(JUDGED) | assessment.overdue]
    return found.sort_values("relative_gap", ascending=False, ignore_index=True)


def missing_by_department(assessment: pd.DataFrame) -> pd.DataFrame:
    """How many targets lack a figure, by the document and the department to be asked.

    Returns
    -------
    plan, department ("" where the document names none), targets, core_targets; named
    departments first, most first. A target of several departments counts for each.
    """
    missing = assessment[assessment.verdict == "no_data"]
    exploded = missing.assign(department=missing.department.str.split("、")).explode(
        "department"
    )
    counts = exploded.groupby(["plan", "department"]).agg(
        targets=("indicator", "size"), core_targets=("core", "sum")
    )
    rows = counts.reset_index().assign(unnamed=lambda found: found.department == "")
    order = {"by": ["unnamed", "targets"], "ascending": [True, False]}
    ranked = rows.sort_values(**order, kind="stable", ignore_index=True)
    return ranked.drop(columns="unnamed")


@dataclass(frozen=True)
class Tally:
    """How many of a region's own targets stand how, and by what they are judged.

    Attributes
    ----------
    verdicts : verdict → targets, every one of `VERDICTS` in its order
    grounds : nature of the figures that judge (``published`` …) → targets
    later : of those, judged by the figure of a year after the target's
    above : targets of the regions above, whatever their verdict
    """

    verdicts: dict[str, int]
    grounds: dict[str, int]
    later: int
    above: int

    @property
    def total(self) -> int:
        """Targets of the region itself."""
        return sum(self.verdicts.values())

    @property
    def judged(self) -> int:
        """Those of them that a figure at hand allows to judge."""
        return sum(self.grounds.values())

    @property
    def under_way(self) -> int:
        """Those of them that are neither met nor missed."""
        return self.judged - self.verdicts["met"] - self.verdicts["missed"]


def tally(assessment: pd.DataFrame, region: str) -> Tally:
    """Count the assessed targets of a region and of those above it."""
    own = assessment[assessment.region == region]
    counts = own.verdict.value_counts()
    known = judged(own)
    kinds = known.latest_status.value_counts()
    late = known.latest_year > known.year.astype(float)
    return Tally(
        verdicts={verdict: int(counts.get(verdict, 0)) for verdict in VERDICTS},
        grounds={kind: int(kinds[kind]) for kind in STATUSES if kind in kinds},
        later=int(late.sum()),
        above=len(assessment) - len(own),
    )
