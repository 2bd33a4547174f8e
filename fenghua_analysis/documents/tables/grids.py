"""Tables as grids of cells, whether their cells stand in rows or one on each line.

A `Grid` is what the interpreter of tables sees: column titles and rows of cells, each a
passage with its place, or None where the cell is blank.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fenghua_analysis.documents import departments
from fenghua_analysis.documents.grammar.clauses import read_line
from fenghua_analysis.documents.grammar.places import is_region
from fenghua_analysis.documents.grammar.statements import statements
from fenghua_analysis.documents.passages import PART, Line, Passage, cells, squeeze
from fenghua_analysis.documents.tables.cells import is_blank, is_value
from fenghua_analysis.documents.tables.titles import is_nameless, role_of, tells_period

Cell = Passage | None
Table = list[list[Cell]]

_RULE = re.compile(r"[\s|│┃:+=\-─━]*")
_BAR = re.compile(r"[|│┃]")
_YEAR = re.compile(r"(?:19|20)\d{2}年?")
_LISTED = re.compile(r"\d{1,3}[.、]?")
_LEADING = frozenset(("number", "area"))


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
    """The grids of lines with delimiters: several, where tables follow each other."""
    for table in _tables(lines, delimiter):
        grid = _headed(_transposed(table))
        if grid is not None:
            yield grid


def _tables(lines: Sequence[Line], delimiter: re.Pattern[str]) -> Iterator[Table]:
    """The tables in a block of rows.

    A new one begins where its header repeats the first title, where bars follow tabs,
    and where a rule (|---|---|) underlines a header below rows with values.
    """
    table: Table = []
    barred = filled = False
    for line in lines:
        ruled = _RULE.fullmatch(line.raw.text) is not None
        row = [] if ruled else _split(line.raw, delimiter)
        if ruled and filled and not _has_values(table[-1]):
            yield table[:-1]
            table, filled = table[-1:], False
        if not row:
            continue
        bar = _BAR.search(line.raw.text) is not None
        again = filled and _text(row[0]) == _text(table[0][0]) != ""
        if table and (bar != barred or again):
            yield table
            table, filled = [], False
        filled = filled or (bool(table) and _has_values(row))
        table.append(row)
        barred = bar
    if table:
        yield table


def _split(row: Passage, delimiter: re.Pattern[str]) -> list[Cell]:
    parts = (squeeze(_listed(part)) for part in cells(row, delimiter))
    return [part if part.text else None for part in parts]


def _listed(cell: Passage) -> Passage:
    """Departments that stand one a paragraph, as a list: 区民政局、区教育局."""
    names = cell.text.split(PART)
    if len(names) < 2 or not all(map(departments.are_bodies, names)):
        return cell
    return Passage(departments.JOIN.join(names), cell.offsets)


def _text(cell: Cell) -> str:
    return cell.text if cell else ""


def _transposed(table: Table) -> Table:
    """Turned so that column titles stand on top, if they stand at the side."""
    side = [_text(row[0]) for row in table]
    named = [role_of(title) for title in side]
    titles = sum(
        role != "value" or tells_period(title) or is_nameless(title)
        for role, title in zip(named, side, strict=True)
    )
    if named[0] != "name" or len(table) < 2 or titles < len(table) or len(table[0]) < 3:
        return table
    width = max(len(row) for row in table)
    return [[row[n] if n < len(row) else None for row in table] for n in range(width)]


def _headed(table: Table) -> Grid | None:
    """Column titles from the rows above the first value, joined over several rows."""
    body = next((n for n, row in enumerate(table) if _has_values(row)), None)
    told = (n for n, row in enumerate(table[:body]) if n and _is_told(row, table[0]))
    body = next(told, body)
    if body is None:
        return None
    while body > 1 and table[body - 1][0] and not any(table[body - 1][1:]):
        body -= 1  # a heading of rows stands below the header
    width = max(len(row) for row in table)
    titles = [[_text(cell) for cell in row] for row in table[:body]]
    header = [row + [""] * (width - len(row)) for row in _dealt(titles, width=width)]
    rows = [[*row, *[None] * (width - len(row))] for row in table[body:]]
    columns = _columns(header or [[""] * width], rows)
    return _sectioned(columns, [_aligned(row, columns) for row in rows])


def _columns(
    header: Sequence[Sequence[str]], rows: Sequence[Sequence[Cell]]
) -> list[Column]:
    """Columns by their titles, and where these do not tell, by what they hold."""
    spread = [_spread(row) for row in header[:-1]] + [header[-1]]
    columns = []
    for parts, column in zip(
        zip(*spread, strict=True), zip(*rows, strict=True), strict=True
    ):
        title = "".join(dict.fromkeys(parts))
        held = [cell.text for cell in column if cell]
        role = role_of(parts[-1] or title)
        if sum(map(is_region, held)) * 2 > len(held):
            role = "region"
        columns.append(Column(title, role if role != "value" else role_of(title)))
    if not any(column.role in ("name", "region") for column in columns):
        _name_one(columns, rows)
    return columns


def _name_one(columns: list[Column], rows: Sequence[Sequence[Cell]]) -> None:
    """The first column of words names the rows, where no title says which one does."""
    for n, column in enumerate(columns):
        held = [cell.text for row in rows if (cell := row[n])]
        words = [t for t in held if not is_value(t) and not tells_period(t)]
        if column.role == "value" and 2 * len(words) > len(held):
            columns[n] = Column(column.title, "name")
            return


def _aligned(row: Sequence[Cell], columns: Sequence[Column]) -> Sequence[Cell]:
    """A row without the leading cell that it shares with the row above, moved back."""
    roles = [column.role for column in columns]
    at = roles.index("name") if "name" in roles else 0
    named, first = row[at], row[0]
    moved = at and set(roles[:at]) <= _LEADING and row[-at:] == [None] * at
    if not (moved and named and first and is_value(named.text)):
        return row
    return row if is_value(first.text) else [*[None] * at, *row[:-at]]


def _sectioned(columns: list[Column], rows: Sequence[Sequence[Cell]]) -> Grid:
    """Rows that hold one heading and nothing else are the area of the rows below."""
    if any(column.role == "area" for column in columns):
        return Grid(columns, rows)
    area: Cell = None
    kept = []
    for row in rows:
        filled = [cell for cell in row if cell]
        if len(filled) == 1 and not is_value(filled[0].text):
            area = filled[0]
        else:
            kept.append([*row, area])
    return Grid([*columns, Column("", "area")], kept)


def _has_values(row: Sequence[Cell]) -> bool:
    """Whether a row states values: years and blanks also stand in headers."""
    texts = [cell.text for cell in row[1:] if cell]
    values = [text for text in texts if is_value(text) and not is_blank(text)]
    return any(not _YEAR.fullmatch(text) for text in values)


def _dealt(header: list[list[str]], *, width: int) -> list[list[str]]:
    """Titles put above their columns where no blank cells keep them apart.

    The lower row has a title for each column but the first, repeated in each group.
    """
    if len(header) < 2 or len(header[-1]) != width - 1:
        return header
    *above, (first, *groups), lower = header
    each = len(lower) // (len(groups) or 1)
    if not each or lower != lower[:each] * len(groups):
        return header
    over = [title for group in groups for title in (group, *[""] * (each - 1))]
    return [*above, [first, *over], ["", *lower]]


def _is_told(row: Sequence[Cell], titles: Sequence[Cell]) -> bool:
    """Whether a row is numbered below 序号, or states in phrases: 新建食堂20家."""
    if role_of(_text(titles[0])) == "number" and _LISTED.fullmatch(_text(row[0])):
        return True
    return any(cell and any(statements(read_line(cell.text))) for cell in row[1:])


def _spread(row: Sequence[str]) -> list[str]:
    """A title over several columns stands only above the first: repeat it."""
    spread, last = [], ""
    for title in row:
        last = title or last
        spread.append(last)
    return spread
