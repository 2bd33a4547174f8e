"""Rows that a reviewer decided on → corrections of the machine's reading.

What was changed in an accepted row is a correction; a row that was rejected is one that
leaves it out. A row that nobody has decided on is left out as well, for now: that is
not recorded, and a later review may still accept it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from fenghua_analysis.documents import Fact, Milestone, WorkItem
from fenghua_analysis.documents.departments import JOIN
from fenghua_analysis.drafting import Reading
from fenghua_analysis.drafting.corrections import said
from fenghua_analysis.drafting.lists import list_by_rule
from fenghua_analysis.drafting.placing import tables_by_rule
from fenghua_analysis.registry import Registry
from fenghua_analysis.review.decisions import Line
from fenghua_analysis.review.layout import NONE, REJECT
from fenghua_analysis.review.proposing import stated
from fenghua_analysis.review.tables import plain as as_text
from fenghua_analysis.supply.documents.names import Names
from fenghua_analysis.table import CORRECTIONS
from fenghua_analysis.wording import say

Record = Fact | WorkItem | Milestone
Decided = tuple[Any, Line | None]
"""A record as the machine reads it, and its row; None where the row is gone."""

_KINDS = {Fact: "fact", WorkItem: "item", Milestone: "milestone"}
_NAMES = {Fact: "indicator", WorkItem: "name", Milestone: "label"}
"""The field that names a record; it is corrected to nothing to leave the record out."""
_FIELDS = {(Fact, "name"): "indicator", (WorkItem, "item"): "name"}
"""Columns that are called otherwise than the field they show."""


@dataclass(frozen=True)
class Change:
    """One correction.

    Attributes
    ----------
    is_recorded : whether it goes to the registry; a row not decided on does not
    """

    record: str
    offset: int
    column: str
    extracted: str
    reviewed: str
    line: Line | None
    is_recorded: bool = True

    @property
    def key(self) -> tuple[str, int, str, str]:
        return self.record, self.offset, self.column, self.extracted


def shown(record: Record, reading: Reading) -> dict[str, Any]:
    """What the row of a record shows of its fields, under the names of the columns."""
    if isinstance(record, Fact):
        return stated(record, reading)
    if isinstance(record, WorkItem):
        named = {"item": record.name, "number": record.number}
        return {**named, "departments": JOIN.join(record.departments)}
    return {"first": record.first, "last": record.last}


def told(line: Line, column: str, names: Names) -> Any:
    """What a reviewer says in a column; departments under the names used here."""
    value = line.cells.get(column)
    if column not in ("department", "departments") or not value:
        return value
    known = names.vocabulary.departments
    parts = (part.strip() for part in value.split(JOIN))
    return JOIN.join(dict.fromkeys(known.get(part, part) for part in parts if part))


def field_changes(
    decided: Iterable[Decided], reading: Reading, *, names: Names, registry: Registry
) -> Iterator[Change]:
    """Corrections of the fields of records, and of records that are left out."""
    regions = dict(zip(registry.regions.code, registry.regions.name_zh, strict=True))
    for record, line in decided:
        if line is None or not line.is_accepted:
            yield _left_out(record, line)
            continue
        for column, value in shown(record, reading).items():
            right = told(line, column, names)
            if _text(right) != _text(value):
                field = _FIELDS.get((type(record), column), column)
                right = regions.get(right, right) if column == "region" else right
                yield _change(record, field, as_text(right), line)


def row_changes(
    decided: Iterable[tuple[Any, Line]], reading: Reading, *, names: Names
) -> Iterator[Change]:
    """Decisions on tables, areas and lists that differ from what the rules say.

    Parameters
    ----------
    decided : records as corrected, each with its accepted row
    """
    rule = tables_by_rule(reading)
    for record, line in decided:
        said_now: dict[str, tuple[str, str]] = {}
        if isinstance(record, Fact):
            table = line.cells["table"]
            said_now["table"] = rule.get(record, ""), "" if table == NONE else table
            if "area" in line.changed:
                area = names.area(line.cells["area"] or "")
                said_now["area"] = reading.area_by_rule(record), area
        elif isinstance(record, WorkItem):
            said_now["list"] = list_by_rule(record), line.cells["list"]
        for column, (by_rule, right) in said_now.items():
            if by_rule != right:
                yield Change("row", record.start, column, by_rule, right, line)


def corrections(
    changes: Sequence[Change], held: pd.DataFrame, *, source: str
) -> pd.DataFrame:
    """Changes as rows of the table of corrections; what it holds keeps its reasons."""
    reasons = {
        (*key, row.reviewed): (row.reason_zh, row.reason_en)
        for row in held.itertuples()
        for key in [(row.record, row.offset, row.column, row.extracted)]
    }
    rows: dict[tuple[str, int, str, str], Mapping[str, Any]] = {}
    for change in changes:
        zh, en = reasons.get((*change.key, change.reviewed), _reasons(change.line))
        record, offset, column, extracted = change.key
        rows[change.key] = {
            **{"source": source, "record": record, "offset": offset},
            **{"column": column, "extracted": extracted, "reviewed": change.reviewed},
            **{"reason_zh": zh, "reason_en": en},
        }
    return pd.DataFrame(rows.values(), columns=CORRECTIONS.names)


def _text(cell: Any) -> Any:
    """A cell for comparing: nothing is nothing, whether blank or absent."""
    return "" if cell is None else cell


def _reasons(line: Line | None) -> tuple[str, str]:
    given = line.cells.get("reason") if line else ""
    usual = (say("review.corrected", "zh"), say("review.corrected", "en"))
    return (given, given) if given else usual


def _left_out(record: Record, line: Line | None) -> Change:
    is_recorded = line is not None and line.verdict == REJECT
    kind, name = _KINDS[type(record)], _NAMES[type(record)]
    place = (kind, record.start, name, said(record, name))
    return Change(*place, "", line, is_recorded)


def _change(record: Record, field: str, reviewed: str, line: Line) -> Change:
    kind = _KINDS[type(record)]
    return Change(kind, record.start, field, said(record, field), reviewed, line)
