"""What a reviewer has changed in the machine's reading, each with its reason.

A correction names the place, the field and what the machine says there. When the
grammar learns to say it right, the correction fits nothing any more and is reported:
the list stays short by being true.
"""

from collections.abc import Iterable, MutableMapping
from dataclasses import fields, replace
from typing import Any, TypeVar

import pandas as pd

from fenghua_analysis.documents import Fact, Milestone
from fenghua_analysis.errors import Problem, RegistryError
from fenghua_analysis.table import CORRECTIONS

Record = TypeVar("Record", Fact, Milestone)

_NAMES = ("indicator", "label")
"""Fields that name a record: corrected to nothing, the record is left out."""


def corrected(records: Iterable[Record], corrections: pd.DataFrame) -> list[Record]:
    """The records of a document as its reviewer leaves them.

    Parameters
    ----------
    corrections : rows of that table that belong to this document and to such records

    Raises
    ------
    RegistryError : a correction fits nothing that the machine says.
    """
    pending = {
        (row.offset, row.column, row.extracted): row for row in _rows(corrections)
    }
    kept = [_corrected(record, pending) for record in records]
    if pending:
        raise RegistryError(_stale(row) for row in pending.values())
    return [record for record in kept if record is not None]


def _corrected(
    record: Record, pending: MutableMapping[tuple[int, str, str], Any]
) -> Record | None:
    for field in fields(record):
        said = getattr(record, field.name)
        row = pending.pop((record.start, field.name, str(said)), None)
        if row is not None and field.name in _NAMES and not row.reviewed:
            return None
        if row is not None:
            is_number = isinstance(said, float)
            right: Any = float(row.reviewed) if is_number else row.reviewed
            record = replace(record, **{field.name: right})
    return record


def _rows(corrections: pd.DataFrame) -> Iterable[Any]:
    return corrections.itertuples()


def _stale(row: Any) -> Problem:
    details = {"source": row.source, "offset": row.offset, "column": row.column}
    line = int(row.Index) + 2
    return Problem(
        "stale_correction", CORRECTIONS.path, line, "extracted", row.extracted, details
    )
