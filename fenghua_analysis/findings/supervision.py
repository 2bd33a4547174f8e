"""What the people's congress asked for, and which indicators and items answer it."""

from typing import Any

import pandas as pd

from fenghua_analysis.registry import Registry

OPINION = ["source", "report", "number"]
KINDS = {"indicator": "indicators", "work": "work", "reform": "reform"}


def opinions(registry: Registry, region: str) -> pd.DataFrame:
    """A region's opinions, each with the number of answers it finds.

    Returns
    -------
    The registry's opinions, their points as `sub_points`, with `indicators`, `work`,
    `reform` – counts of answers.
    """
    answers = registry.opinion_answers
    counts = pd.crosstab([answers[name] for name in OPINION], answers.kind)
    counts = counts.reindex(columns=list(KINDS), fill_value=0).rename(columns=KINDS)
    own = registry.opinions[registry.opinions.region == region]
    found = own.merge(counts.reset_index(), on=OPINION, how="left")
    columns = list(KINDS.values())
    found[columns] = found[columns].fillna(0).astype(int)
    found = found.rename(columns={"points": "sub_points"})
    return found.sort_values(OPINION, ignore_index=True)


def answers(
    registry: Registry, assessment: pd.DataFrame, opinions: pd.DataFrame
) -> pd.DataFrame:
    """Each answer with its name and, for an indicator, its newest verdict here.

    Returns
    -------
    report_zh, report_en, number, kind, answer, reason_zh, reason_en, name_zh, name_en,
    verdict ("" for items, whose completion is not at hand) and what it rests on.
    """
    own = assessment[assessment.region.isin(opinions.region)]
    newest = own.sort_values("year").drop_duplicates("indicator", keep="last")
    titles = opinions[[*OPINION, "report_zh", "report_en"]]
    found = registry.opinion_answers.merge(titles, on=OPINION)
    judged = newest[["indicator", *_VERDICT]].rename(columns={"indicator": "answer"})
    found = found.merge(judged, on="answer", how="left")
    names = [_names(row, registry) for row in found.itertuples()]
    return found.assign(
        name_zh=[zh for zh, _ in names],
        name_en=[en for _, en in names],
        verdict=found.verdict.fillna(""),
    ).sort_values([*OPINION, "kind"], ignore_index=True)


_VERDICT = [
    *("verdict", "rule", "year", "overdue", "so_far", "latest_year", "latest_status")
]


def _names(row: Any, registry: Registry) -> tuple[str, str]:
    """Chinese and English name of what answers."""
    if row.kind == "indicator":
        indicator = registry.indicators[row.answer]
        return indicator.zh, indicator.en
    items = registry.work_items.set_index(["plan", "list", "number"])
    item = items.loc[(row.plan, row.kind, int(row.answer))]
    return item["name"], item["name_en"]
