"""Tables as text: what every format makes of its cells.

A row is a line, its cells parted by tabs, as many in every row. A label that stands in
cells joined over several rows or columns is repeated in each, so that every row can be
read alone; a sentence stands once, and so does what fills the whole width. Paragraphs
within a cell are parted by `passages.PART`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fenghua_analysis.documents.formats.problems import too_large
from fenghua_analysis.documents.passages import PART

MOST_COLUMNS, MOST_CELLS = 200, 2_000_000
LONGEST_LABEL = 100
"""Characters; what is longer, or is a sentence, is not repeated."""
LONGEST_CELL = 5_000
"""Characters; a cell with more of them is the column of a page, not of a table."""

_SPACE = re.compile(r"[ \t\r\x00-\x1f\x85\u2028]+")


@dataclass(frozen=True, slots=True)
class Cell:
    """Text at a place of a table; `rows` and `columns` count what it covers."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1


def table_lines(cells: Sequence[Cell], *, name: str) -> list[str]:
    """A table as lines of text; cells that only lay out a page come one by one.

    Parameters
    ----------
    cells : none over another, in the order of the table
    name : of the file, for the message

    Raises
    ------
    DataError : more cells than any table of a document has.

    Examples
    --------
    >>> titles = [Cell("领域", 0, 0), Cell("指标", 0, 1)]
    >>> cells = [Cell("民生", 1, 0, rows=2), Cell("托位", 1, 1), Cell("学位", 2, 1)]
    >>> table_lines([*titles, *cells], name="plan.docx")
    ['领域\\t指标', '民生\\t托位', '民生\\t学位']
    """
    height = max((cell.row + 1 for cell in cells), default=0)
    width = max(
        (min(cell.column + cell.columns, MOST_COLUMNS) for cell in cells), default=0
    )
    if _lays_out(cells, height, width):
        return [
            line for cell in cells for line in cell.text.split("\n") if line.strip()
        ]
    if height * width > MOST_CELLS:
        raise too_large(name)
    table: dict[int, dict[int, str]] = defaultdict(dict)
    for cell in cells:
        text = cell_text(cell.text)
        for row, column in _covered(cell, text, height=height, width=width):
            table[row].setdefault(column, text)
    lines = (
        "\t".join(table[row].get(column, "") for column in range(width))
        for row in sorted(table)
    )
    return [line for line in lines if line.strip()]


def cell_text(text: str) -> str:
    """The lines of a cell as one, its paragraphs parted by `PART`."""
    parts = (_SPACE.sub(" ", part).strip() for part in re.split(rf"[\n{PART}]", text))
    return PART.join(part for part in parts if part)


def _lays_out(cells: Sequence[Cell], height: int, width: int) -> bool:
    """Whether a table only places text on a page: a frame, a column beside another."""
    if height < 2 or width < 2:
        return True
    holds_table = any("\t" in cell.text for cell in cells)
    return holds_table or any(len(cell.text) > LONGEST_CELL for cell in cells)


def _covered(
    cell: Cell, text: str, *, height: int, width: int
) -> Iterable[tuple[int, int]]:
    """The places in which the text of a cell is written."""
    if cell.column >= width:
        return []
    if "。" in text or len(text) > LONGEST_LABEL:
        return [(cell.row, cell.column)]
    whole = cell.column == 0 and cell.columns >= width
    columns = range(
        cell.column,
        cell.column + 1 if whole else min(cell.column + cell.columns, width),
    )
    rows = range(cell.row, min(cell.row + cell.rows, height))
    return [(row, column) for row in rows for column in columns]
