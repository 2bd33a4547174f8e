"""What a reviewer decided: each row with its verdict, and what was changed in it.

A cell is held against what the workbook was filled with, of which it keeps a copy; only
what was changed is examined, and every fault is named with its cell.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from fenghua_analysis.errors import Problem
from fenghua_analysis.loaders.sheets import Cell, Place, Refused
from fenghua_analysis.loaders.supplied.cells import plain
from fenghua_analysis.registry import Registry
from fenghua_analysis.review import layout
from fenghua_analysis.review.answers import Answers
from fenghua_analysis.review.layout import ACCEPT, REJECT, Column, Row, Sheet
from fenghua_analysis.review.reviewbook import Raw, ReviewBook


@dataclass(frozen=True)
class Line:
    """A row of the workbook.

    Attributes
    ----------
    number : of the row that the machine proposed; 0 for a row that was added
    verdict : accept, reject or ""
    cells : column → code, number or text; what cannot be read is as it was proposed
    changed : columns in which the reviewer differs from what was proposed
    places : column → where its cell stands
    """

    number: int
    verdict: str
    cells: Row
    changed: Sequence[str]
    places: Mapping[str, Place]

    @property
    def is_accepted(self) -> bool:
        return self.verdict == ACCEPT

    @property
    def place(self) -> Place:
        """The first of its cells."""
        return next(iter(self.places.values()))

    def problem(
        self, key: str, column: str, value: Any = None, **details: Any
    ) -> Problem:
        """A fault of one of its cells."""
        place = self.places.get(column, self.place)
        return place.problem(key, value, **details)


@dataclass
class Decisions:
    """Everything that a reviewer decided.

    Attributes
    ----------
    lines : name of a sheet → its rows
    problems : every cell that cannot be read
    """

    lines: dict[str, list[Line]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def decisions(book: ReviewBook, registry: Registry) -> Decisions:
    """What was decided in a workbook."""
    found = Decisions()
    area = layout.AREAS.columns[0].name
    areas = [plain(raw[area][0]) for raw in book.rows[layout.AREAS.name]]
    answers = Answers(registry, areas=areas)
    for sheet in layout.SHEETS:
        reader = _Reader(sheet, answers, found.problems)
        rows, filled = book.rows[sheet.name], book.filled[sheet.name]
        lines = reader.keyed(rows, filled) if sheet.key else reader.free(rows)
        found.lines[sheet.name] = list(lines)
    return found


class _Reader:
    """Reads the rows of one sheet; `problems` grows on the way."""

    def __init__(self, sheet: Sheet, answers: Answers, problems: list[Problem]) -> None:
        self.sheet = sheet
        self.answers = answers
        self.problems = problems

    def keyed(self, rows: Sequence[Raw], filled: Mapping[int, Raw]) -> Iterator[Line]:
        """Rows that the machine proposed, known by their numbers, in any order."""
        seen: dict[str, Place] = {}
        for raw in rows:
            cell, place = raw[self.sheet.key]
            text = plain(cell)
            number = int(text) if text.isdecimal() else 0
            if number not in filled:
                if _says_more(raw):
                    self.problems.append(place.problem("unknown_row", text))
            elif self._is_first(text, place, seen):
                yield self._line(raw, filled[number], number)

    def free(self, rows: Sequence[Raw]) -> Iterator[Line]:
        """Rows that a reviewer may add to, known by their first column."""
        seen: dict[str, Place] = {}
        for raw in rows:
            cell, place = raw[self.sheet.columns[0].name]
            text = plain(cell)
            if not text:
                if any(other is not None for other, _ in raw.values()):
                    self.problems.append(place.problem("blank_cell"))
            elif self._is_first(text, place, seen):
                yield self._line(raw, {}, 0)

    def _is_first(self, key: str, place: Place, seen: dict[str, Place]) -> bool:
        other = seen.setdefault(key, place)
        if other is not place:
            self.problems.append(place.problem("row_twice", key, other=str(other)))
        return other is place

    def _line(self, raw: Raw, filled: Raw, number: int) -> Line:
        own = [c for c in self.sheet.columns if not c.told and c.name in raw]
        changed = [c.name for c in own if not _same(raw[c.name], filled.get(c.name))]
        cells: Row = {name: _text(cell) for name, (cell, _) in raw.items()}
        faults = []
        for column in own:
            try:
                is_new = column.name in changed
                cells[column.name] = self._value(raw, column, is_new=is_new)
            except Refused as refused:
                faults.append(refused.problem)
                cells[column.name] = None
        places = {name: place for name, (_, place) in raw.items()}
        is_judged = any(column.name == "verdict" for column in own)
        verdict = cells["verdict"] if is_judged and not faults else ""
        line = Line(number, str(verdict or ""), cells, changed, places)
        if is_judged and changed and not (line.verdict or faults):
            faults.append(line.problem("undecided_change", "verdict"))
        # What is left out need not be right.
        self.problems += [] if cells.get("verdict") == REJECT else faults
        return line

    def _value(self, raw: Raw, column: Column, *, is_new: bool) -> Any:
        """A cell as code, number or text; what was not changed is not refused."""
        cell, place = raw[column.name]
        try:
            return self.answers.read(cell, place, column)
        except Refused:
            if is_new:
                raise
            return _text(cell)


def _says_more(raw: Raw) -> bool:
    """Whether a row holds more than a verdict that was filled down too far."""
    return any(cell is not None for name, (cell, _) in raw.items() if name != "verdict")


def _same(here: tuple[Cell, Place], filled: tuple[Cell, Place] | None) -> bool:
    return plain(here[0]) == plain(filled[0] if filled else None)


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell).strip()
