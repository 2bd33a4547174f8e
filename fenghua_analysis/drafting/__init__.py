"""The facts of a document + vocabulary + review → rows of the registry.

The grammar reads, a reviewer corrects, the tables hold both: drafting a document anew
gives every column that the machine is able to state, and `REVIEWER` names those that
only a person adds. A test drafts the five documents and compares; `fenghua data add`
drafts new ones in the same way.
"""

from collections.abc import Mapping

import pandas as pd

from fenghua_analysis import table
from fenghua_analysis.contract import Table
from fenghua_analysis.documents import Document
from fenghua_analysis.drafting import placing
from fenghua_analysis.drafting.goals import goals
from fenghua_analysis.drafting.lists import milestones, work_items
from fenghua_analysis.drafting.opinions import opinions
from fenghua_analysis.drafting.progress import progress
from fenghua_analysis.drafting.reading import READ, Reading, Row
from fenghua_analysis.drafting.targets import targets, unplaced
from fenghua_analysis.drafting.vocabulary import Vocabulary, plain

__all__ = [
    "READ",
    "REVIEWER",
    "Reading",
    "Vocabulary",
    "draft",
    "draft_opinions",
    "drafted",
    "framed",
    "plain",
    "unplaced",
    "with_reviewed",
]

REVIEWER: Mapping[str, tuple[str, ...]] = {
    "targets": ("note",),
    "work_items": ("name_en",),
    "progress": ("name_en", "note"),
    "opinions": ("report_en", "heading_en", "departments"),
}
"""Table → the columns that no machine fills: English names, remarks, who answers."""


def draft(reading: Reading) -> dict[str, pd.DataFrame]:
    """The rows that a plan or a bulletin adds to the registry, table by table.

    Returns
    -------
    Name of the table → its rows, the reviewer's columns blank. A bulletin gives
    `progress`; a plan gives `targets`, `goals`, `work_items` and `milestones`.
    """
    return {
        declared.name: framed(rows, declared, reading)
        for declared, rows in drafted(reading).items()
    }


def drafted(reading: Reading) -> dict[Table, list[Row]]:
    """The same rows, each with the record that it was made from under `READ`.

    Raises
    ------
    RegistryError : a correction fits nothing that the machine or its rules say.
    """
    placing.refuse_stale_decisions(reading)
    chosen = placing.tables(reading)
    facts = {
        name: [fact for fact, placed in chosen.items() if placed == name]
        for name in (placing.TARGETS, placing.GOALS, placing.PROGRESS)
    }
    return {
        table.TARGETS: targets(facts[placing.TARGETS], reading),
        table.GOALS: goals(facts[placing.GOALS], reading),
        table.WORK_ITEMS: work_items(reading),
        table.MILESTONES: milestones(reading),
        table.PROGRESS: progress(facts[placing.PROGRESS], reading),
    }


def draft_opinions(document: Document, *, source: str, region: str) -> pd.DataFrame:
    """The rows that a congress's opinions add, the reviewer's columns blank.

    Parameters
    ----------
    source : id of the document in the registry
    region : code of the region whose congress it is
    """
    rows = pd.DataFrame(opinions(document)).assign(source=source, region=region)
    return _typed(rows, table.OPINIONS)


def with_reviewed(
    rows: pd.DataFrame, held: pd.DataFrame, declared: Table
) -> pd.DataFrame:
    """Drafted rows with what a reviewer has added to the rows of the same key.

    Parameters
    ----------
    held : the table as it stands; rows of other keys are ignored
    """
    key, added = list(declared.key), list(REVIEWER.get(declared.name, ()))
    reviewed = held[key + added].drop_duplicates(key)
    joined = rows.drop(columns=added).merge(reviewed, on=key, how="left")
    return joined[declared.names].fillna({column: "" for column in added})


def framed(rows: list[Row], declared: Table, reading: Reading) -> pd.DataFrame:
    """Drafted rows in the columns of their table, those of the reviewer blank."""
    frame = pd.DataFrame(rows).assign(plan=reading.plan.id, source=reading.source)
    return _typed(frame, declared)


def _typed(frame: pd.DataFrame, declared: Table) -> pd.DataFrame:
    """The declared columns; numbers as numbers, and nothing said as a blank text."""
    texts = [c.name for c in declared.columns if c.kind == "text"]
    numbers = [c.name for c in declared.columns if c.kind == "number"]
    framed = frame.reindex(columns=declared.names)
    framed[texts] = framed[texts].astype(object).fillna("")
    return framed.astype(dict.fromkeys(numbers, float))
