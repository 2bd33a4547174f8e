"""What a reviewer has changed in the machine's reading, each with its reason.

A correction names the place, the field and what the machine says there. When the
grammar learns to say it right, the correction fits nothing any more and is reported:
the list stays short by being true.
"""

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

import pandas as pd

from fenghua_analysis.documents import Fact, Milestone, WorkItem
from fenghua_analysis.documents.departments import JOIN
from fenghua_analysis.errors import Problem, RegistryError
from fenghua_analysis.table import CORRECTIONS

Record = TypeVar("Record", Fact, Milestone, WorkItem)
Place = tuple[int, str, str]
"""Offset, field, and what the machine says in it."""

NAMES = ("indicator", "label", "name")
"""Fields that name a record: corrected to nothing, the record is left out."""

_NUMBERS = ("value", "value_high")
_COUNTS = ("core", "first", "last", "number")


def corrected(records: Iterable[Record], corrections: pd.DataFrame) -> list[Record]:
    """The records of a document as its reviewer leaves them; see `reviewed`."""
    kept = reviewed(records, corrections)
    return [record for record in kept if record is not None]


def reviewed(
    records: Iterable[Record], corrections: pd.DataFrame
) -> Sequence[Record | None]:
    """For each record, what its reviewer makes of it; None for one that is left out.

    Parameters
    ----------
    corrections : rows of that table that belong to this document and to such records

    Raises
    ------
    RegistryError : a correction fits nothing that the machine says.
    """
    rows = corrections.itertuples()
    pending: dict[Place, Any] = {(r.offset, r.column, r.extracted): r for r in rows}
    used: set[Place] = set()
    found = [_reviewed(record, pending, used) for record in records]
    refuse_stale(row for place, row in pending.items() if place not in used)
    return found


def refuse_stale(rows: Iterable[Any]) -> None:
    """Refuse corrections that nothing in the machine's reading answers to."""
    problems = [_stale(row) for row in rows]
    if problems:
        raise RegistryError(problems)


def said(record: Fact | Milestone | WorkItem, field: str) -> str:
    """What the machine says in a field, as the table of corrections writes it.

    Examples
    --------
    >>> said(Milestone(2, 4, "2-4月", "印发要点", 10, 14), "first")
    '2'
    """
    value = getattr(record, field)
    if value is None:
        return ""
    if isinstance(value, tuple):
        return JOIN.join(map(str, value))
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def _reviewed(
    record: Record, pending: dict[Place, Any], used: set[Place]
) -> Record | None:
    changes: dict[str, Any] = {}
    for field in fields(record):
        place = (record.start, field.name, said(record, field.name))
        row = pending.get(place)
        if row is None:
            continue
        used.add(place)
        if field.name in NAMES and not row.reviewed:
            return None
        changes[field.name] = _typed(field.name, row.reviewed)
    return replace(record, **changes)


def _typed(field: str, text: str) -> Any:
    """A reviewer's text as the value of a field."""
    if field in _NUMBERS:
        return float(text) if text else None
    if field in _COUNTS:
        return int(text)
    if field == "departments":
        return tuple(filter(None, text.split(JOIN)))
    return text


def _stale(row: Any) -> Problem:
    details = {"source": row.source, "offset": row.offset, "column": row.column}
    line = int(row.Index) + 2
    return Problem(
        "stale_correction", CORRECTIONS.path, line, "extracted", row.extracted, details
    )
