"""Ruled tables of PDF pages: cells by their lines, joined where a page has cut them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from fenghua_analysis.documents.formats.pdf_lines import (
    Character,
    lines,
    paragraphs,
    within_margins,
)
from fenghua_analysis.documents.formats.rows import Cell

SNAP = 3.0
"""Points by which lines that should meet may miss one another."""
_GAP = re.compile(r"\s+")
_MOST_EDGES = 20_000
"""A page with more of them is a drawing."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Table:
    """Cells of a table, where it stands, and its columns' left edges."""

    cells: Sequence[Cell]
    top: float
    bottom: float
    edges: Sequence[float]

    @property
    def height(self) -> int:
        return max(cell.row + cell.rows for cell in self.cells)

    def row(self, number: int) -> list[Cell]:
        """The cells that begin in a row."""
        return [cell for cell in self.cells if cell.row == number]


def tables(
    page: Any, characters: Sequence[Character]
) -> tuple[list[Table], list[Character]]:
    """The tables of a page, and the characters that stand in none of them."""
    if len(page.edges) > _MOST_EDGES:
        return [], list(characters)
    found, outside = [], list(characters)
    for table in page.find_tables():
        rows, columns = _edges(table.cells, 1), _edges(table.cells, 0)
        if len(rows) > 1 and len(columns) > 1:
            cells, outside = _filled(table.cells, outside, rows=rows, columns=columns)
            found.append(Table(cells, table.bbox[1], table.bbox[3], columns))
    return found, outside


def continued(above: Table, below: Table) -> Table | None:
    """One table of two, where the second goes on with the first; else None."""
    if below.top > above.bottom:
        return None  # one page holds both
    same = len(above.edges) == len(below.edges) and all(
        abs(a - b) <= SNAP for a, b in zip(above.edges, below.edges, strict=True)
    )
    if not same:
        return None
    repeated = _repeated_rows(above, below)
    cells = list(above.cells)
    rest = [replace(c, row=c.row - repeated) for c in below.cells if c.row >= repeated]
    first = [cell for cell in rest if cell.row == 0]
    shift = above.height
    if _is_cut(first, above):
        cells = _mended(cells, first, last=above.height - 1)
        rest = [cell for cell in rest if cell.row > 0 or cell.rows > 1]
        shift -= 1
    moved = [replace(cell, row=cell.row + shift) for cell in rest]
    return Table(
        _labels_carried([*cells, *moved], at=above.height),
        above.top,
        below.bottom,
        above.edges,
    )


def _edges(cells: Iterable[Box], side: int) -> list[float]:
    """Left (0) or upper (1) edges of the cells, without near-duplicates."""
    edges: list[float] = []
    for edge in sorted(cell[side] for cell in cells):
        if not edges or edge - edges[-1] > SNAP:
            edges.append(edge)
    return edges


def _filled(
    boxes: Sequence[Box],
    characters: Sequence[Character],
    *,
    rows: Sequence[float],
    columns: Sequence[float],
) -> tuple[list[Cell], list[Character]]:
    """Cells with their text, and the characters left over."""
    inside: list[list[Character]] = [[] for _ in boxes]
    outside: list[Character] = []
    for each in characters:
        x, y = (each["x0"] + each["x1"]) / 2, (each["top"] + each["bottom"]) / 2
        home = next((n for n, box in enumerate(boxes) if _holds(box, x, y)), None)
        (outside if home is None else inside[home]).append(each)
    cells = [
        Cell(_text(held, box), *_place(box, rows=rows, columns=columns))
        for box, held in zip(boxes, inside, strict=True)
    ]
    return sorted(cells, key=lambda cell: (cell.row, cell.column)), outside


def _holds(box: Box, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _place(
    box: Box, *, rows: Sequence[float], columns: Sequence[float]
) -> tuple[int, int, int, int]:
    """Row, column, rows and columns of a cell."""
    covered = [
        n for n, edge in enumerate(columns) if box[0] - SNAP <= edge < box[2] - SNAP
    ]
    down = [n for n, edge in enumerate(rows) if box[1] - SNAP <= edge < box[3] - SNAP]
    if not covered or not down:
        return 0, 0, 1, 1
    return down[0], covered[0], len(down), len(covered)


def _text(characters: Sequence[Character], box: Box) -> str:
    """The paragraphs of a cell, one a line."""
    # Within a cell a wide gap parts nothing.
    found = [replace(e, text=_GAP.sub(" ", e.text)) for e in lines(characters)]
    if not found:
        return ""
    padding = min(line.x0 for line in found) - box[0]
    return "\n".join(paragraphs(within_margins(found, right=box[2] - padding)))


def _repeated_rows(above: Table, below: Table) -> int:
    """Rows on top of the second table that only repeat the header of the first."""
    count = 0
    while count < min(below.height - 1, above.height):
        texts = [[cell.text for cell in table.row(count)] for table in (above, below)]
        if texts[0] != texts[1] or not any(texts[0]):
            break
        count += 1
    return count


def _is_cut(first: Sequence[Cell], above: Table) -> bool:
    """Whether a row goes on from the page before: it has no number of its own.

    Where rows have no numbers, most cells are blank because they ended above.
    """
    numbers = _number_column(above)
    own = next((cell for cell in first if cell.column == (numbers or 0)), None)
    filled = sum(bool(cell.text) for cell in first)
    if own is None or own.text or not filled or len(first) < 2:
        return False
    return numbers is not None or 2 * filled <= len(first)


def _number_column(table: Table) -> int | None:
    """The column of list numbers; titles above them may stand in two rows."""
    for column in range(len(table.edges)):
        texts = [c.text for c in table.cells if c.column == column and c.columns == 1]
        if sum(t.isdecimal() for t in texts) * 2 >= len(texts) > 1:
            return column
    return None


def _mended(cells: list[Cell], first: Sequence[Cell], *, last: int) -> list[Cell]:
    """The last row with what stands of it on the next page."""
    rest = {cell.column: cell.text for cell in first if cell.text}
    return [
        replace(cell, text=f"{cell.text}{rest[cell.column]}")
        if cell.row + cell.rows - 1 == last and cell.column in rest
        else cell
        for cell in cells
    ]


def _labels_carried(cells: Sequence[Cell], *, at: int) -> list[Cell]:
    """A label over several rows stands on the first page only: it holds below, too."""
    above = {c.column: c for c in cells if c.row + c.rows == at and c.rows > 1}
    return [
        replace(cell, text=above[cell.column].text)
        if cell.row == at and not cell.text and cell.column in above
        else cell
        for cell in cells
    ]
