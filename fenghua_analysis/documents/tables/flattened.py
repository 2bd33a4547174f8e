"""Tables that were flattened to one cell a line, put back into rows.

Nothing but the order of the lines is left. A list number opens a row, or a region;
where there are neither, a name after a value does. Within a row stand the name (perhaps
cut into two lines), the values, then attribute and departments (perhaps cut as well);
what is left over heads the rows below. More blank lines than usual stand for blank
cells.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from statistics import mode

from fenghua_analysis.documents import departments
from fenghua_analysis.documents.grammar.lexicon import words
from fenghua_analysis.documents.grammar.places import is_region
from fenghua_analysis.documents.passages import Line, Passage, join
from fenghua_analysis.documents.tables.cells import is_unit, is_value
from fenghua_analysis.documents.tables.grids import Cell, Column, Grid
from fenghua_analysis.documents.tables.headers import column_titles
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
    titles, values = column_titles([line.clean.text for line in header])
    roles = {role_of(title) for title in titles}
    trials = [
        (list(_Reader(lines, roles=roles, width=width).rows()), width)
        for width in range(max(len(values), 1), 0, -1)
    ]
    rows, width = max(trials, key=lambda trial: _fit(*trial))
    above, own = values[:-width], values[-width:]
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
        for line, following in zip_longest(self.lines, self.lines[1:]):
            if self._opens(row, line, following):
                yield self._settled(row)
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
        if self._settled(row).values:
            yield row

    def _settled(self, row: _Row) -> _Row:
        """Where no cell looks like a value, the last words before the ends are it."""
        if row.values or not self.numbered:
            return row
        while len(row.name) > 1 and departments.are_bodies(row.name[-1].text):
            row.departments.insert(0, row.name.pop())
        if len(row.name) > 1 and row.name[-1].text in _ATTRIBUTES:
            row.attribute = row.name.pop()
        if len(row.name) > 1:
            row.values.append(row.name.pop())
        return row

    def _is_next(self, line: Line) -> bool:
        return line.clean.text == str(self.number + 1)

    def _is_full(self, row: _Row) -> bool:
        return len(row.values) >= self.width

    def _opens(self, row: _Row, line: Line, following: Line | None) -> bool:
        if self.numbered:
            done = self._is_full(row) or self._is_named(row, following)
            begun = bool(row.values) or len(row.name) > 1
            return begun and done and self._is_next(line)
        if "region" in self.roles:
            return bool(row.values) and is_region(line.clean.text)
        ended = self._is_full(row) and not self._goes_on(row, line)
        return ended or self._is_heading(row, line)

    def _is_heading(self, row: _Row, line: Line) -> bool:
        """A name, blank cells, another name: the first heads the rows below."""
        nothing = bool(row.name) and not any(row.values)
        return nothing and self._blanks(line) > 0 and not is_value(line.clean.text)

    def _is_named(self, row: _Row, line: Line | None) -> bool:
        """Whether a line can name the next row, and is nothing that ends this one."""
        text = line.clean.text if line else ""
        ends = text in _ATTRIBUTES or is_value(text)
        return not ends and (bool(row.departments) or not departments.are_bodies(text))

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
        if row.name:
            self._add_blanks(row, self._blanks(line))
        if self._lacks_unit(row) and is_unit(text):
            row.unit = cell
        elif not self._is_full(row) and self._is_cell(row, text):
            row.values.append(cell)
        elif row.values and row.values[-1] is None and is_value(text):
            row.values[-1] = cell  # the blank lines before it stood for no cell
        elif not row.values:
            row.name.append(cell)
        elif text in _ATTRIBUTES:
            row.attribute = cell
        elif "department" in self.roles and self._lacks_department(row, text):
            row.departments.append(cell)
        else:
            row.over.append(cell)

    def _is_cell(self, row: _Row, text: str) -> bool:
        """Whether a text can only be a value, or stands in words behind a blank one."""
        if not row.name or is_value(text):
            return bool(row.name)
        blank = bool(row.values) and not any(row.values)
        return blank and text not in _ATTRIBUTES and not departments.are_bodies(text)

    def _blanks(self, line: Line) -> int:
        """Blank cells before a line, by the blank lines more than usual."""
        return -(-(line.blanks - self.usual) // (self.usual + 1))

    def _add_blanks(self, row: _Row, blank: int) -> None:
        """Cells that were left blank before a line: the unit, or values."""
        if blank > 0 and self._lacks_unit(row):
            blank -= 1
        row.values += [None] * min(blank, self.width - len(row.values))

    def _lacks_unit(self, row: _Row) -> bool:
        wanted = "unit" in self.roles and bool(row.name)
        return wanted and not row.unit and not row.values

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
        else (row.name[-1] if row.name and not any(row.values) else row.area)
    )
