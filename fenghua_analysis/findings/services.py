"""The public-service indicators, last year's targets beside this year's."""

import pandas as pd

from fenghua_analysis.findings.promises import statements
from fenghua_analysis.registry import Registry


def of_table(assessment: pd.DataFrame) -> pd.DataFrame:
    """The targets of plans that mark core indicators: the public-service tables."""
    starred = assessment[assessment.core == 1].plan.unique()
    return assessment[assessment.plan.isin(starred)].reset_index(drop=True)


def beside_earlier(assessment: pd.DataFrame, registry: Registry) -> pd.DataFrame:
    """Each target with what was stated for its indicator before.

    Returns
    -------
    The rows of `assessment` with `earlier` (value) and its `earlier_comparator`,
    `earlier_plan`, `earlier_year` (the latest statement of an earlier year for the same
    region; NaN and "" for none) and `change` (target − earlier, the indicator's unit).
    """
    stated = statements(registry)
    stated = stated[stated["where"] == "target"]
    pairs = assessment[["indicator", "region", "year"]].merge(
        stated, on=["indicator", "region"], suffixes=("", "_earlier")
    )
    before = pairs[pairs.year_earlier < pairs.year].sort_values("year_earlier")
    last = before.drop_duplicates(["indicator", "region", "year"], keep="last")
    last = last.rename(columns={"value": "earlier", "year_earlier": "earlier_year"})
    texts = ["earlier_comparator", "earlier_plan", "earlier_year"]
    last = last.rename(columns={"comparator": texts[0], "plan": texts[1]})
    keys = ["indicator", "region", "year"]
    found = assessment.merge(last[[*keys, "earlier", *texts]], on=keys, how="left")
    found[texts] = found[texts].fillna("")
    return found.assign(change=found.target - found.earlier)


def by_department(assessment: pd.DataFrame) -> pd.DataFrame:
    """Targets and core targets of each department, most first."""
    counts = assessment.groupby("department").agg(
        targets=("indicator", "size"), core_targets=("core", "sum")
    )
    return counts.sort_values("targets", ascending=False, kind="stable").reset_index()


def by_area(assessment: pd.DataFrame, registry: Registry) -> pd.DataFrame:
    """Targets and core targets of each area, in the document's order."""
    counts = assessment.groupby("area").agg(
        targets=("indicator", "size"), core_targets=("core", "sum")
    )
    position = registry.areas.set_index("area").position
    return counts.loc[sorted(counts.index, key=position.get)].reset_index()
