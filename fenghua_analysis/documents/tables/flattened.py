"""Tables that were flattened to one cell a line, put back into rows.

Nothing but the order of the lines is left. A list number opens a row; where there are
none, a name after a value does. Within a row stand the name (perhaps cut into two
lines), the values, then attribute and departments (perhaps cut as well); what is left
over heads the rows below. More blank lines than usual stand for blank cells.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import mode

from fenghua_analysis.documents import departments
from fenghua_analysis.documents.grammar.lexicon import words
from fenghua_analysis.documents.passages import Line, Passage, join
from fenghua_analysis.documents.tables.cells import is_unit, is_value
from fenghua_analysis.documents.tables.grids import Cell, Column, Grid
from fenghua_analysis.documents.tables.titles import role_of

_ATTRIBUTES = frozenset(
    words(
        "约束性 预期性 正向 逆向 正指标 逆指标 核心 重点 核心指标 重点指标 是 否 "
        "定量 定性"
    )
)


@dataclass
class _Row:
    """The lines of one row, sorted by what they are."""

    number: int = 0
    area: Cell = None
    name: list[Passage] = field(default_factory=list)
    values: list[Cell] = field(default_factory=list)
    unit: Cell = None
    attribute: Cell = None
    departments: list[Passage] = field(default_factory=list)
    over: list[Passage] = field(default_factory=list)


def rebuilt(lines: Sequence[Line], *, header: Sequence[Line]) -> Grid:
    """The grid that the lines below a header once were.

    The number of value columns is the one under which most values find their place:
    titles alone do not tell it, because some stand above several columns.
    """
    columns = [Column(t.clean.text, role_of(t.clean.text)) for t in header]
    titles = [column.title for column in columns if column.role == "value"]
    roles = {column.role for column in columns}
    trials = [
        (list(_Reader(lines, roles=roles, width=width).rows()), width)
        for width in range(max(len(titles), 1), 0, -1)
    ]
    rows, width = max(trials, key=lambda trial: _fit(*trial))
    above, own = titles[:-width], titles[-width:]
    own = ["".join([*above, title]) for title in own] + [""] * (width - len(own))
    named = "region" if "region" in roles and "name" not in roles else "name"
    sides = [Column("", "area"), Column("", named), Column("", "unit")]
    ends = [Column("", "attribute"), Column("", "department")]
    return Grid(
        [*sides, *(Column(title, "value") for title in own), *ends],
        [_cells(row, width) for row in rows],
    )


def _fit(rows: Sequence[_Row], width: int) -> int:
    """Values in the rows that are filled as they should be."""
    return sum(width for row in rows if len(row.values) == width)


def _cells(row: _Row, width: int) -> list[Cell]:
    values = [*row.values, *[None] * width][:width]
    ends = [row.attribute, join(row.departments) if row.departments else None]
    sides = [row.area, join(row.name) if row.name else None, row.unit]
    return [*sides, *values, *ends]


class _Reader:
    """Reads the lines below a header, row after row."""

    def __init__(self, lines: Sequence[Line], *, roles: set[str], width: int) -> None:
        self.lines = lines
        self.roles = roles
        self.width = width
        self.numbered = "number" in roles
        self.number = 0
        self.usual = mode(line.blanks for line in lines) if lines else 0

    def rows(self) -> Iterator[_Row]:
        row = _Row()
        for line in self.lines:
            if self._opens(row, line):
                yield row
                row = _Row(area=_heading(row))
            elif self._is_total(row, line):
                yield row
                row = _Row(number=row.number, name=row.over[-1:])
            if self.numbered and not row.number and not self._is_next(line):
                row.over.append(line.clean)
            elif self.numbered and not row.number:
                self.number = row.number = self.number + 1
                row.area, row.over = _heading(row), []
            else:
                self._add(row, line)
        if row.values:
            yield row

    def _is_next(self, line: Line) -> bool:
        return line.clean.text == str(self.number + 1)

    def _is_full(self, row: _Row) -> bool:
        return len(row.values) >= self.width

    def _opens(self, row: _Row, line: Line) -> bool:
        if self.numbered:
            return self._is_full(row) and self._is_next(line)
        return self._is_full(row) and not self._goes_on(row, line)

    def _is_total(self, row: _Row, line: Line) -> bool:
        """Below the numbered rows stands one without a number: the total."""
        spare = self.numbered and self._is_full(row) and bool(row.over)
        return spare and is_value(line.clean.text) and not self._is_next(line)

    def _goes_on(self, row: _Row, line: Line) -> bool:
        """Whether a line still belongs to a row that has all its values."""
        text = line.clean.text
        if text in _ATTRIBUTES:
            return True
        return "department" in self.roles and self._lacks_department(row, text)

    def _add(self, row: _Row, line: Line) -> None:
        cell, text = line.clean, line.clean.text
        blank = -(-(line.blanks - self.usual) // (self.usual + 1))
        if row.name and blank > 0 and len(row.values) < self.width:
            row.values += [None] * min(blank, self.width - len(row.values))
        if "unit" in self.roles and row.name and not row.unit and is_unit(text):
            row.unit = cell
        elif row.name and len(row.values) < self.width and is_value(text):
            row.values.append(cell)
        elif not row.values:
            row.name.append(cell)
        elif text in _ATTRIBUTES:
            row.attribute = cell
        elif "department" in self.roles and self._lacks_department(row, text):
            row.departments.append(cell)
        else:
            row.over.append(cell)

    def _lacks_department(self, row: _Row, text: str) -> bool:
        if row.over:
            return False
        so_far = "".join(part.text for part in row.departments)
        return not departments.are_bodies(so_far) or departments.are_bodies(text)


def _heading(row: _Row) -> Cell:
    """What is left over at the end of a row, or the heading still in force."""
    return (
        row.over[-1]
        if row.over
        else (row.name[-1] if row.name and not row.values else row.area)
    )
