"""Tables as grids of cells, whether their cells stand in rows or one on each line.

A `Grid` is what the interpreter of tables sees: column titles and rows of cells, each a
passage with its place, or None where the cell is blank.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fenghua_analysis.documents.grammar.places import is_region
from fenghua_analysis.documents.passages import Line, Passage, squeeze
from fenghua_analysis.documents.tables.cells import is_value
from fenghua_analysis.documents.tables.titles import role_of, tells_period

Cell = Passage | None

_RULE = re.compile(r"[\s|│┃:+=\-─━]*")
_BARS = ("|", "│", "┃")


@dataclass(frozen=True)
class Column:
    """A column by what it holds; every other column holds values."""

    title: str
    role: str


@dataclass(frozen=True)
class Grid:
    """Column titles, and below them rows of as many cells."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]


def delimited(lines: Sequence[Line], delimiter: re.Pattern[str]) -> Iterator[Grid]:
    """The grids of lines with delimiters: several, where blocks are stacked."""
    table = [row for line in lines if (row := _split(line.raw, delimiter))]
    for part in _stacked(table):
        grid = _headed(_transposed(part))
        if grid is not None:
            yield grid


def _split(row: Passage, delimiter: re.Pattern[str]) -> list[Cell]:
    """The cells of one row; a rule (|---|---|) is none."""
    if _RULE.fullmatch(row.text):
        return []
    marks = [mark.span() for mark in delimiter.finditer(row.text)]
    starts = [0, *(end for _, end in marks)]
    ends = [*(start for start, _ in marks), len(row.text)]
    parts = [squeeze(row[a:b]) for a, b in zip(starts, ends, strict=True)]
    bare = row.text.strip()
    first, last = bare.startswith(_BARS), bare.endswith(_BARS)
    parts = parts[first : len(parts) - last]
    return [part if part.text else None for part in parts]


def _text(cell: Cell) -> str:
    return cell.text if cell else ""


def _stacked(table: list[list[Cell]]) -> Iterator[list[list[Cell]]]:
    """Blocks one above the other, each opening with the same title."""
    if not table:
        return
    first, at = _text(table[0][0]), 0
    for n, row in enumerate(table[1:], start=1):
        if first and _text(row[0]) == first:
            yield table[at:n]
            at = n
    yield table[at:]


def _transposed(table: list[list[Cell]]) -> list[list[Cell]]:
    """Turned so that column titles stand on top, if they stand at the side."""
    side = [_text(row[0]) for row in table]
    named = [role_of(title) for title in side]
    titles = sum(
        role != "value" or tells_period(title)
        for role, title in zip(named, side, strict=True)
    )
    if named[0] != "name" or len(table) < 2 or titles < len(table) or len(table[0]) < 3:
        return table
    width = max(len(row) for row in table)
    return [[row[n] if n < len(row) else None for row in table] for n in range(width)]


def _headed(table: list[list[Cell]]) -> Grid | None:
    """Column titles from the rows above the first value, joined over two rows."""
    body = next((n for n, row in enumerate(table) if n and _has_values(row)), None)
    if body is None:
        return None
    width = max(len(row) for row in table)
    header = [
        [_text(cell) for cell in row] + [""] * (width - len(row))
        for row in table[:body]
    ]
    spread = [_spread(row) for row in header[:-1]] + header[-1:]
    titles = ["".join(dict.fromkeys(parts)) for parts in zip(*spread, strict=True)]
    rows = [[*row, *[None] * (width - len(row))] for row in table[body:]]
    return Grid(_columns(titles, rows), rows)


def _columns(titles: Sequence[str], rows: Sequence[Sequence[Cell]]) -> list[Column]:
    """Columns by their titles; one that mostly holds regions holds regions."""
    columns = []
    for title, cells in zip(titles, zip(*rows, strict=True), strict=True):
        named = [is_region(cell.text) for cell in cells if cell]
        regions = sum(named) * 2 > len(named)
        columns.append(Column(title, "region" if regions else role_of(title)))
    return columns


def _has_values(row: Sequence[Cell]) -> bool:
    values = [cell for cell in row[1:] if cell and is_value(cell.text)]
    years = [cell for cell in values if re.fullmatch(r"(?:19|20)\d{2}年?", cell.text)]
    return len(values) > len(years)


def _spread(row: list[str]) -> list[str]:
    """A title over several columns stands only above the first: repeat it."""
    spread, last = [], ""
    for title in row:
        last = title or last
        spread.append(last)
    return spread
