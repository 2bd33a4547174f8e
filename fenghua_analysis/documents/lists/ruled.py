"""Work lists whose cells stand in rows, as in a spreadsheet or a Word table.

Cells joined over several rows come repeated, so that rows of one number and name are
one item. A row with one filled cell is a heading over the rows below.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from fenghua_analysis.documents import departments, schedule
from fenghua_analysis.documents.blocks import Block, header_rows
from fenghua_analysis.documents.lists.row import Row, read_section
from fenghua_analysis.documents.passages import PART, Passage, cells, split, squeeze
from fenghua_analysis.documents.tables.titles import role_of

_NUMBER = re.compile(r"\(?(\d{1,3})[.、)]?")
_WORD = re.compile(r"\w")
_HELPS = re.compile(r"配合|协办|协同|参与|参加")
_BESIDE = frozenset(("number", "area", "department", "note", "unit"))


@dataclass(frozen=True, slots=True)
class _Columns:
    """What the columns of a list hold, by their titles."""

    titles: Sequence[str]
    roles: Sequence[str]
    name: int

    def of(self, row: Sequence[Passage], role: str) -> Passage | None:
        """The filled cell of a role in a row."""
        found = (
            cell for cell, its in zip(row, self.roles, strict=False) if its == role
        )
        return next((cell for cell in found if cell.text), None)

    def prose(self, row: Sequence[Passage]) -> dict[str, list[Passage]]:
        """Cells that say what is to be done and when; else the name says it."""
        kept = [
            n
            for n, role in enumerate(self.roles)
            if n != self.name and role not in _BESIDE
        ]
        if all(schedule.is_schedule(self.titles[n]) for n in kept):
            kept = [self.name, *kept]
        return {self.titles[n]: _paragraphs(row[n]) for n in kept if n < len(row)}


def rows(block: Block) -> Iterator[Row]:
    """The rows of a work list, in their order."""
    table = [
        cells(line.raw, block.delimiter) for line in block.lines if block.delimiter
    ]
    table = [row for row in table if any(_WORD.search(cell.text) for cell in row)]
    height = header_rows([[cell.text for cell in row] for row in table])
    columns = _columns([[squeeze(cell).text for cell in row] for row in table[:height]])
    section: tuple[str, int | None] = ("", None)
    last: Row | None = None
    for row_cells in table[height:]:
        heading = _heading(row_cells)
        if heading is not None:
            section = read_section(heading) or (heading, None)
            continue
        number = last.number if last else 0
        row = _row(row_cells, columns, section=section, number=number)
        if last is not None and _goes_on(last, row_cells, columns):
            last = replace(last, cells=_together(last.cells, row.cells))
            continue
        if last is not None:
            yield last
        last = row
    if last is not None:
        yield last


def _columns(header: Sequence[Sequence[str]]) -> _Columns:
    titles = ["".join(dict.fromkeys(parts)) for parts in zip(*header, strict=False)]
    roles = [role_of(title) for title in titles]
    named = [n for n, role in enumerate(roles) if role == "name"]
    other = [n for n, role in enumerate(roles) if role not in _BESIDE]
    return _Columns(titles, roles, next(iter([*named, *other]), 0))


def _paragraphs(cell: Passage) -> list[Passage]:
    parts = (squeeze(part) for part in split(cell, PART))
    return [part for part in parts if part.text]


def _heading(cells: Sequence[Passage]) -> str | None:
    """The words of a row that only heads those below it."""
    filled = [squeeze(cell).text for cell in cells if cell.text.strip()]
    return filled[0] if len(set(filled)) == 1 and cells[0].text.strip() else None


def _row(
    cells: Sequence[Passage],
    columns: _Columns,
    *,
    section: tuple[str, int | None],
    number: int,
) -> Row:
    """A row; one without a list number counts on from the row before."""
    filled = [squeeze(cell) for cell in cells if cell.text.strip()]
    stated = columns.of(cells, "number")
    counted = _NUMBER.fullmatch(squeeze(stated).text) if stated else None
    area = columns.of(cells, "area")
    if area is not None:
        section = read_section(squeeze(area).text) or (squeeze(area).text, None)
    name = squeeze(cells[columns.name]) if columns.name < len(cells) else filled[0]
    return Row(
        number=int(counted[1]) if counted else number + 1,
        start=filled[0].offsets[0],
        name=name if name.text else filled[0],
        section=section[0],
        section_count=section[1],
        cells=columns.prose(cells),
        departments=departments.JOIN.join(_departments(cells, columns)),
    )


def _departments(cells: Sequence[Passage], columns: _Columns) -> Iterator[str]:
    """Departments in columns of their own; those that only help are left out.

    A name may be cut into two paragraphs, and each paragraph may be a name.
    """
    for cell, role, title in zip(cells, columns.roles, columns.titles, strict=False):
        if role == "department" and not _HELPS.match(title):
            names = [part.text for part in _paragraphs(cell)]
            whole = all(departments.are_bodies(name) for name in names)
            yield from names if whole else ["".join(names)]


def _goes_on(last: Row, cells: Sequence[Passage], columns: _Columns) -> bool:
    """Whether a row is more of the item above: the same number and name, or none."""
    name = squeeze(cells[columns.name]).text if columns.name < len(cells) else ""
    stated = columns.of(cells, "number")
    counted = _NUMBER.fullmatch(squeeze(stated).text) if stated else None
    if counted is None:
        return not name or (name == last.name.text and stated is None)
    return int(counted[1]) == last.number and name in (last.name.text, "")


def _together(
    above: Mapping[str, Sequence[Passage]], below: Mapping[str, Sequence[Passage]]
) -> dict[str, Sequence[Passage]]:
    """Cells of two rows of one item; what is only repeated stands once."""
    return {
        title: [
            *cell,
            *(
                part
                for part in below.get(title, ())
                if part.text not in {p.text for p in cell}
            ),
        ]
        for title, cell in above.items()
    }
