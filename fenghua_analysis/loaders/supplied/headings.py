"""Where the heading of a supplied table ends, and what each of its columns holds.

A heading may take two rows (人均可支配收入 over 2021 | 2022). What stands above it, the
caption, and the sheet's own name say what the headings leave out.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from fenghua_analysis.loaders.sheets import Cell, Sheet
from fenghua_analysis.loaders.supplied.cells import plain
from fenghua_analysis.loaders.supplied.tables import LABELS, Column, Table
from fenghua_analysis.loaders.supplied.words import Vocabulary, Words, mostly_regions

FORM = ("title", "publisher", "issued")
"""Roles of labels that are answered beside them, not below: they head no table."""

_SEARCHED = 40
"""Rows in which a heading is looked for."""
_TALLEST = 3
"""Most rows of a heading."""


def find_table(sheet: Sheet, vocabulary: Vocabulary) -> Table | None:
    """The table of a sheet; None when nothing in it is a heading."""
    finder = _Finder(sheet, vocabulary)
    for top in range(min(len(sheet.rows), _SEARCHED)):
        if finder.heads(top):
            first = finder.end(top)
            columns = finder.columns(top, first)
            return Table(sheet, columns, first, finder.caption(top))
    return None


@dataclass(frozen=True)
class _Finder:
    """One sheet, and the words that its cells are read by."""

    sheet: Sheet
    vocabulary: Vocabulary

    def heads(self, row: int) -> bool:
        """Whether a row is a heading: two titles or more, and no fact in its corner."""
        corner = self.vocabulary.words(self.sheet.rows[row][0])
        if corner.role in FORM or (corner.known and not corner.role):
            return False
        said = self._said(row).values()
        return sum(one.known and one != Words(unit=one.unit) for one in said) > 1

    def end(self, top: int) -> int:
        """The first row below the heading: it labels something, or is no title."""
        said = self._said(top)
        labels = {column for column, one in said.items() if one.role in LABELS} | {0}
        last = min(top + _TALLEST, len(self.sheet.rows))
        for row in range(top + 1, last):
            below = self._said(row)
            is_title = below and all(one.known for one in below.values())
            if not is_title or labels & below.keys():
                return row
        return last

    def columns(self, top: int, first: int) -> list[Column]:
        """Every column that has a heading, or holds anything below it."""
        heads = self._spread(self.sheet.rows[top:first])
        columns = []
        for index in range(len(self.sheet.rows[top])):
            parts = list(dict.fromkeys(plain(head[index]) for head in heads))
            below = [row[index] for row in self.sheet.rows[first:]]
            title = "".join(parts)
            if title or any(cell is not None for cell in below):
                place = self.sheet.place(top, index, title)
                words = self._words(parts, below)
                columns.append(Column(index, title, words, place))
        return columns

    def caption(self, top: int) -> Words:
        """What the rows above the heading say, the sheet's name after them."""
        above = [one for row in range(top) for one in self._said(row).values()]
        said = [*above, self.vocabulary.words(self.sheet.name)]
        return Words(
            indicator=next((one.indicator for one in said if one.indicator), ""),
            region=next((one.region for one in said if one.region), ""),
            period=next((one.period for one in said if one.period), ""),
            unit=next((one.unit for one in said if one.unit), ""),
        )

    def _said(self, row: int) -> dict[int, Words]:
        """What the cells of a row say, by column."""
        cells = self.sheet.rows[row]
        return {n: self.vocabulary.words(cells[n]) for n in self.sheet.own(row)}

    def _spread(self, heads: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
        """The rows of a heading, a title repeated over the columns that it spans."""
        spread: list[list[Cell]] = []
        for n, head in enumerate(heads):
            titles: list[Cell] = []
            for index, cell in enumerate(head):
                spans = titles and any(row[index] is not None for row in heads[n + 1 :])
                titles.append(titles[-1] if cell is None and spans else cell)
            spread.append(titles)
        return spread

    def _words(self, parts: Sequence[str], below: Sequence[Cell]) -> Words:
        """What a heading says, in either order of its rows, or what its cells show.

        单位 heads a column of units in one office and a column of towns in another.
        """
        said = self.vocabulary.words("".join(parts))
        if not said.known:
            turned = self.vocabulary.words("".join(reversed(parts)))
            said = turned if turned.known else said
        open_to_doubt = said.role in ("", "unit") and not said.indicator
        if open_to_doubt and mostly_regions(below, self.vocabulary):
            return Words(role="region")
        return said
