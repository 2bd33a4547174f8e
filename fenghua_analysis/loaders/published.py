"""The collected statistics, `published_statistics.csv`: one printed figure a row.

The file keeps the publishers' names, units and remarks, and the words each figure was
read from. Reading it gives every figure the registry's indicator, unit and period.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from fenghua_analysis import table
from fenghua_analysis.contract import check, read_table
from fenghua_analysis.loaders.conflicts import divide_again, settle
from fenghua_analysis.loaders.published_rows import LAYOUT, RowReader
from fenghua_analysis.registry import Indicator, Source

PLANS = {
    "100000": "cn_nursery_2025",
    "330000": "zj_common_prosperity_2025",
    "330200": "nb_common_prosperity_2025",
}
"""Whose targets the file holds, by region."""

UNDATED = "undated"
"""Areas of land, from encyclopaedias that contradict each other: figures of no period,
left out."""


@dataclass(frozen=True)
class Published:
    """What the file holds, as tables of the data package.

    Attributes
    ----------
    left_out : rows without a period, as they stand in the file
    """

    observations: pd.DataFrame
    conflicts: pd.DataFrame
    bounds: pd.DataFrame
    targets: pd.DataFrame
    left_out: pd.DataFrame


def read_published(
    path: Path, *, indicators: Mapping[str, Indicator], sources: Mapping[str, Source]
) -> Published:
    """Read the collected statistics.

    Values are converted to their indicator's unit. Of several sources of one figure the
    one of best priority is kept, the others are conflicts; a printed ratio gives way to
    the two printed incomes, divided again, unrounded. Undated figures are left out.

    Raises
    ------
    DataError : the file breaks `LAYOUT`; it uses a name, a title or a remark that is
        known nowhere, a unit that does not fit, a period that is none; or two sources
        of one figure have the same priority.
    """
    raw = read_table(replace(LAYOUT, path=path.name), path.parent)
    dated = raw[raw.period != UNDATED]
    facts = RowReader(indicators, sources).facts(dated, where=path.name)
    bound, target = facts.bound != "", facts.status == "target"
    figures = facts.loc[~bound & ~target, table.OBSERVATIONS.names]
    observations, conflicts = divide_again(*settle(figures, sources))
    return Published(
        observations=check(observations, table.OBSERVATIONS),
        conflicts=check(conflicts, table.CONFLICTS),
        bounds=check(_bounds(facts[bound]), table.BOUNDS),
        targets=check(_targets(facts[target]), table.TARGETS),
        left_out=raw[raw.period == UNDATED],
    )


def _bounds(facts: pd.DataFrame) -> pd.DataFrame:
    low, high = (facts.value.where(facts.bound == side) for side in ("low", "high"))
    return facts.assign(low=low, high=high)[table.BOUNDS.names]


def _targets(facts: pd.DataFrame) -> pd.DataFrame:
    passages = zip(facts.excerpt, facts.printed, strict=True)
    rows = facts.assign(
        plan=facts.region.map(PLANS),
        year=facts.period.str[:4],
        kind="level",
        core=0,
        locator="报道正文 / text of the report",
        quote=[_quote(excerpt, printed) for excerpt, printed in passages],
    )
    return rows.reindex(columns=table.TARGETS.names)


def _quote(excerpt: str, printed: float) -> str:
    """The words around a printed number, at most `table.QUOTE` characters."""
    number = f"{printed:,.10g}"
    for passage in excerpt.split("…"):
        words = passage.split()
        places = [n for n, word in enumerate(words) if word.strip(",.") == number]
        if places:
            return _shortened(words, places[0])
    return ""


def _shortened(words: list[str], keep: int) -> str:
    """`words` without those farthest from the one kept, until they are short enough."""
    first, end = 0, len(words)
    while len(" ".join(words[first:end])) > table.QUOTE and end - first > 1:
        if keep - first > end - 1 - keep:
            first += 1
        else:
            end -= 1
    return " ".join(words[first:end])
