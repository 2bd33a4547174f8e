"""A sheet with its heading understood: columns, rows, and cells that state figures."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from fenghua_analysis.loaders.sheets import Cell, Fault, Place, Sheet
from fenghua_analysis.loaders.supplied.cells import plain, says_nothing
from fenghua_analysis.loaders.supplied.words import Words

LABELS = ("region", "indicator", "period", "plan", "list", "number")
"""Roles of the columns that say what a row is about."""

_EXAMPLE = re.compile(r"示例|例[:如]|example", re.IGNORECASE)


@dataclass(frozen=True)
class Column:
    """One column of a table.

    Attributes
    ----------
    title : the heading as it stands, the rows of a tall one joined
    words : what it says; `words.role` is blank for a column of figures named by its
        heading
    place : the heading's own cell
    """

    index: int
    title: str
    words: Words
    place: Place


@dataclass(frozen=True)
class Table:
    """A sheet with a heading.

    Attributes
    ----------
    first : the row of the first line below the heading
    caption : what stands above the heading says, and the sheet's name
    """

    sheet: Sheet
    columns: Sequence[Column]
    first: int
    caption: Words

    def columns_of(self, *roles: str) -> list[Column]:
        """The columns that have one of the roles, from the left."""
        return [column for column in self.columns if column.words.role in roles]

    def spots(self, columns: Iterable[Column]) -> Iterator["Spot"]:
        """The cells of some columns that state anything, row by row."""
        columns = list(columns)
        for row in self._rows():
            for column in columns:
                spot = Spot(self, row, column)
                if isinstance(spot.cell, Fault) or not says_nothing(spot.cell):
                    yield spot

    def _rows(self) -> Iterator[int]:
        """The rows that may state something: no sections, footnotes or examples."""
        labels = {column.index for column in self.columns_of(*LABELS)}
        for row in range(self.first, len(self.sheet.rows)):
            own = self.sheet.own(row)
            if not own or (len(own) == 1 and own[0] in labels):
                continue
            if not _EXAMPLE.match(plain(self.sheet.rows[row][own[0]])):
                yield row


@dataclass(frozen=True)
class Spot:
    """One cell of a table, with its column and its row around it."""

    table: Table
    row: int
    column: Column

    @property
    def cell(self) -> Cell:
        """What the cell holds."""
        return self.table.sheet.rows[self.row][self.column.index]

    @property
    def place(self) -> Place:
        """Where the cell stands, in the words of its file."""
        sheet, column = self.table.sheet, self.column
        return sheet.place(self.row, column.index, column.title)

    @property
    def is_covered(self) -> bool:
        """Whether the cell only repeats what a merged one holds."""
        return (self.row, self.column.index) in self.table.sheet.covered

    def at(self, column: Column) -> "Spot":
        """The cell of the same row in another column."""
        return Spot(self.table, self.row, column)

    def beside(self, role: str) -> list["Spot"]:
        """The cells of the row that stand in columns of a role and are not blank.

        Raises
        ------
        Refused : one of them holds a formula without a value, or one that failed.
        """
        spots = [self.at(column) for column in self.table.columns_of(role)]
        for spot in spots:
            if isinstance(spot.cell, Fault):
                spot.place.refuse(spot.cell.key)
        return [spot for spot in spots if spot.cell is not None]

    def text(self, role: str) -> str:
        """What the row says in the first column of a role, as text; "" for nothing."""
        return next((plain(spot.cell) for spot in self.beside(role)), "")
