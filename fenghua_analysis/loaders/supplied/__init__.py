"""What users supply, read: a workbook or CSV of their own → entries for our tables.

`sheets` opens the file, `headings` finds its tables, and a reader for each kind of
table makes the entries. A new kind of table is a new line in `READERS`.
"""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Protocol

from fenghua_analysis.errors import DataError, Problem
from fenghua_analysis.loaders.sheets import Refused, Sheet, read_sheets
from fenghua_analysis.loaders.supplied.cells import plain
from fenghua_analysis.loaders.supplied.entries import Entry, Origin, Supply
from fenghua_analysis.loaders.supplied.figures import FigureReader
from fenghua_analysis.loaders.supplied.headings import FORM, find_table
from fenghua_analysis.loaders.supplied.items import ItemReader
from fenghua_analysis.loaders.supplied.rows import date_of
from fenghua_analysis.loaders.supplied.tables import Column, Spot, Table
from fenghua_analysis.loaders.supplied.words import Vocabulary

__all__ = ["Entry", "Origin", "Supply", "Vocabulary", "read_supplied"]


class Reader(Protocol):
    """What makes entries of one kind of table."""

    def __init__(self, vocabulary: Vocabulary, usual: Origin) -> None: ...

    def columns(self, table: Table) -> list[Column]:
        """The columns whose cells state something; none in a table of another kind."""

    def entry(self, spot: Spot) -> Entry:
        """What a cell states; `Refused` when it cannot be read."""


READERS: tuple[type[Reader], ...] = (ItemReader, FigureReader)
"""The first that finds columns of its own reads a table."""


def read_supplied(path: str | Path, vocabulary: Vocabulary, *, date: str) -> Supply:
    """Read a supplied file: every table in it, and everything wrong with them.

    Parameters
    ----------
    date : day of the file, for what bears no date of its own

    Raises
    ------
    DataError : the file cannot be opened, or holds no table.
    """
    path = Path(path)
    found = [(sheet, find_table(sheet, vocabulary)) for sheet in read_sheets(path)]
    tables = [table for _, table in found if table]
    if not tables:
        raise DataError(Problem("no_heading", file=path.name))
    others = [sheet for sheet, table in found if not table]
    usual, problems = _usual(others, vocabulary, date)
    readers = [reader(vocabulary, usual) for reader in READERS]
    read = [one for table in tables for one in _entries(table, readers)]
    problems += [one for one in read if isinstance(one, Problem)]
    return Supply(
        file=path.name,
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        entries=[one for one in read if isinstance(one, Entry)],
        problems=_once(problems),
        unread=[sheet.name for sheet in others if _has_numbers(sheet)],
    )


def _entries(table: Table, readers: Iterable[Reader]) -> Iterator[Entry | Problem]:
    """What each cell of a table states, or what is wrong with it."""
    for reader in readers:
        columns = reader.columns(table)
        if columns:
            for spot in table.spots(columns):
                try:
                    yield reader.entry(spot)
                except Refused as refused:
                    yield refused.problem
            return


def _usual(
    sheets: Iterable[Sheet], vocabulary: Vocabulary, date: str
) -> tuple[Origin, list[Problem]]:
    """Title, publisher and date, where a sheet without a table states them.

    The sheet of instructions of our templates does: a label, its answer beside it.
    """
    said, problems = {"issued": date}, []
    labels = [
        (vocabulary.words(cells[0]).role, cells[1], sheet.place(row, 1))
        for sheet in sheets
        for row, cells in enumerate(sheet.rows)
        if len(cells) > 1 and plain(cells[1])
    ]
    for role, answer, place in labels:
        try:
            if role in FORM:
                is_date = role == "issued"
                said[role] = date_of(answer, place) if is_date else plain(answer)
        except Refused as refused:
            problems.append(refused.problem)
    return Origin(**said), problems


def _once(problems: Iterable[Problem]) -> list[Problem]:
    """Each fault once: that of a heading comes back with every row below it."""
    first: dict[tuple[Any, ...], Problem] = {}
    for problem in problems:
        first.setdefault((problem.key, problem.row, problem.column), problem)
    return list(first.values())


def _has_numbers(sheet: Sheet) -> bool:
    cells: Iterator[Any] = (cell for row in sheet.rows for cell in row)
    return any(isinstance(cell, int | float) for cell in cells)
