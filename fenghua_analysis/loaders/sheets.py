"""From a file to sheets of cells: a workbook or a delimited text, as its owner sees it.

What a file is, its content says; its suffix is not believed. Every sheet knows how to
name a cell so that its owner finds it: ``镇街!C5`` in a workbook, line and column in a
text. What the cells mean is not decided here.
"""

import csv
import datetime as dt
import io
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from fenghua_analysis.decoding import decode
from fenghua_analysis.errors import DataError, Problem

LARGEST = 20_000_000
"""Most bytes of a file, and of what a workbook unpacks to. A yearbook's largest tables
have a tenth of it; beyond it lie mistakes and traps."""

_DELIMITERS = ",;\t"
_ZIP, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class Fault:
    """A cell that holds nothing usable; `key` names the problem, should it be used."""

    key: str


Cell = str | int | float | dt.date | Fault | None


@dataclass(frozen=True)
class Place:
    """Where a cell stands, in the words of its file."""

    file: str
    row: int | None
    column: str

    def problem(
        self, key: str, value: Any = None, *, near: str = "", **details: Any
    ) -> Problem:
        """A fault of the cell."""
        return Problem(key, self.file, self.row, self.column, value, details, near)

    def refuse(self, key: str, value: Any = None, **details: Any) -> NoReturn:
        """Stop reading at the cell; see `problem`."""
        raise Refused(self.problem(key, value, **details))

    def __str__(self) -> str:
        return self.column if self.row is None else f"{self.row} · {self.column}"


class Refused(Exception):  # noqa: N818 - no error yet: a table collects them
    """A cell that cannot be read as what it should be."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


@dataclass(frozen=True)
class Sheet:
    """A rectangle of cells.

    Attributes
    ----------
    name : "" for a delimited text, which has one sheet only
    rows : as long as the longest; blank cells are None
    lines : the line of the file at which each row stands
    covered : row and column of cells that a merged cell covers; `rows` repeats its
        content there
    """

    file: str
    name: str
    rows: Sequence[Sequence[Cell]]
    lines: Sequence[int]
    covered: AbstractSet[tuple[int, int]] = field(default_factory=frozenset)

    def place(self, row: int, column: int, title: str = "") -> Place:
        """The place of a cell; `title` stands for the column of a delimited text."""
        letter, line = column_letter(column), self.lines[row]
        if self.name:
            return Place(self.file, None, f"{self.name}!{letter}{line}")
        return Place(self.file, line, title or letter)

    def own(self, row: int) -> list[int]:
        """Columns in which a row holds something of its own."""
        return [
            column
            for column, cell in enumerate(self.rows[row])
            if cell is not None and (row, column) not in self.covered
        ]


def read_sheets(path: str | Path) -> list[Sheet]:
    """Read a file of tables.

    Parameters
    ----------
    path : a workbook (.xlsx, .xlsm), or a text (UTF-8, GB18030, UTF-16) with commas,
        semicolons or tabs

    Returns
    -------
    The sheets that can be seen; hidden ones are left out. A number in a percentage
    format is the text “62.5%”; a formula is its last computed value.

    Raises
    ------
    DataError : no such file; or it is empty, too large, encrypted, damaged, of another
        format. One problem, whatever is wrong.
    """
    path = Path(path)
    if not path.is_file():
        raise DataError(Problem("no_such_file", file=str(path)))
    content = _content(path)
    if content.startswith(_ZIP):
        from fenghua_analysis.loaders.workbooks import sheets_of_workbook

        return sheets_of_workbook(content, file=path.name)
    return [read_delimited(decode(content, file=path.name), file=path.name)]


def _content(path: Path) -> bytes:
    if path.stat().st_size > LARGEST:
        details = {"megabytes": LARGEST // 1_000_000}
        raise DataError(Problem("file_too_large", file=path.name, details=details))
    content = path.read_bytes()
    if not content.strip():
        raise DataError(Problem("empty_file", file=path.name))
    if content.startswith(_COMPOUND):
        # Excel encrypts by wrapping the package into a file of the old format.
        encrypted = "EncryptedPackage".encode("utf-16-le") in content
        key = "encrypted_workbook" if encrypted else "old_workbook"
        raise DataError(Problem(key, file=path.name))
    if path.suffix.lower().startswith(".xls") and not content.startswith(_ZIP):
        raise DataError(Problem("not_a_workbook", file=path.name))
    return content


def read_delimited(text: str, *, file: str) -> Sheet:
    """The rows of a delimited text, whichever of the delimiters it uses.

    Examples
    --------
    >>> read_delimited("镇;收入\\n溪口镇;52,000", file="a.csv").rows
    [['镇', '收入'], ['溪口镇', '52,000']]
    """
    fit = {mark: _fit(text, mark) for mark in _DELIMITERS}
    lines: list[int] = []
    rows: list[list[Cell]] = []
    reader = _reader(text, max(_DELIMITERS, key=fit.__getitem__), strict=True)
    begins = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                lines.append(begins)
                rows.append([cell if cell.strip() else None for cell in cells])
            begins = reader.line_num + 1
    except csv.Error as error:
        details = {"reason": str(error)}
        raise DataError(Problem("broken_csv", file, begins, details=details)) from None
    width = max(map(len, rows), default=0)
    return Sheet(file, "", [row + [None] * (width - len(row)) for row in rows], lines)


def _reader(text: str, delimiter: str, *, strict: bool) -> Any:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)


def _fit(text: str, delimiter: str) -> int:
    """How many rows have several cells: a delimiter that strays into cells fits few."""
    rows = _reader(text, delimiter, strict=False)
    return sum(sum(bool(cell.strip()) for cell in row) > 1 for row in rows)


def column_letter(column: int) -> str:
    """The letters of a column, counted from 0.

    Examples
    --------
    >>> column_letter(0), column_letter(25), column_letter(26)
    ('A', 'Z', 'AA')
    """
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
