"""Cells of tables that hold a phrase: 新建食堂20家,改造床位6张.

They are read as prose is, where the title says promised or done; what cannot be read
is listed.
"""

from collections.abc import Iterator

from fenghua_analysis.documents.facts import Fact
from fenghua_analysis.documents.grammar.clauses import read_line
from fenghua_analysis.documents.grammar.statements import statements
from fenghua_analysis.documents.passages import Passage
from fenghua_analysis.documents.tables.cells import is_value
from fenghua_analysis.documents.tables.grids import Grid
from fenghua_analysis.documents.tables.titles import read_title
from fenghua_analysis.documents.targets import Stretch, prose_facts
from fenghua_analysis.documents.unread import Unread, unread, unread_numbers


def phrase_facts(stretch: Stretch, *, text: str) -> Iterator[Fact]:
    """The facts of a cell that is no value; quotes are taken from the whole `text`."""
    if not is_value(stretch.passage.text):
        line = read_line(stretch.passage.text)
        yield from prose_facts(stretch, line=line, text=text)


def unread_cells(grid: Grid, *, text: str) -> Iterator[Unread]:
    """Cells below a title of values that hold something else."""
    for row in grid.rows:
        for cell, column in zip(row, grid.columns, strict=True):
            if cell and column.role == "value" and not is_value(cell.text):
                yield from _unread(cell, column.title, text=text)


def _unread(cell: Passage, title: str, *, text: str) -> Iterator[Unread]:
    """Of a phrase the numbers that state nothing; else the cell."""
    line = read_line(cell.text)
    if read_title(title).kind and any(statements(line)):
        yield from unread_numbers(line, cell, text=text)
    else:
        yield unread(cell, "no_value", text=text)
