"""Annexed lists of work: items with departments, goals and a schedule.

An item fills one row: its name with the departments in brackets, then the cells
目标体系, 工作体系, 政策体系, 评价体系 and 进度安排; any of them may be empty. Where a
table was flattened, a list number opens a row, numbered paragraphs that count on belong
to one cell, and the paragraphs that begin with a timing are the schedule.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fenghua_analysis.documents import departments, schedule
from fenghua_analysis.documents.blocks import Block
from fenghua_analysis.documents.facts import Fact
from fenghua_analysis.documents.passages import Line, Passage, join
from fenghua_analysis.documents.schedule import Milestone, opens_schedule

_SECTION = re.compile(r"(?P<name>[^()]{2,30})\((?:共)?(?P<count>\d{1,3})[项个条]\)")
_NAME = re.compile(r"(?P<name>.+?)(?P<departments>(?:\([^()]*\)|\(\([^()]*\)\))+)")
_COUNTS = re.compile(r"序号|编号")
_LISTED = re.compile(r"(?:^|(?<=[。;.,:)》 ]))(\d{1,2})(?:[.、](?!\d)|\.(?=20\d\d年))")


@dataclass(frozen=True)
class Row:
    """One row of a work list before its cells mean anything.

    Attributes
    ----------
    section : the heading row above it, with its announced count
    cells : column title → paragraphs, in column order; empty cells hold none
    """

    number: int
    start: int
    name: Passage
    section: str
    section_count: int | None
    cells: Mapping[str, Sequence[Passage]]


@dataclass(frozen=True)
class WorkItem:
    """One item of an annexed list, as the document states it.

    Attributes
    ----------
    list_title : title of the list
    stated_departments, departments : as written; under one name each
    cells : column title → span of its text in the document; None when it is empty
    goals : facts of its first cell, the target cell
    start : where its row begins, list number included
    """

    list_title: str
    number: int
    section: str
    section_count: int | None
    name: str
    stated_departments: tuple[str, ...]
    departments: tuple[str, ...]
    cells: Mapping[str, tuple[int, int] | None]
    milestones: tuple[Milestone, ...]
    goals: tuple[Fact, ...]
    start: int
    end: int

    def is_goal(self, at: int) -> bool:
        """Whether what stands at an offset stands in the target cell."""
        span = next(iter(self.cells.values()), None)
        return span is not None and span[0] <= at < span[1]


def rows(block: Block) -> Iterator[Row]:
    """The rows of a work list, in their order; a list number opens each."""
    titles = [line.clean.text for line in block.lines[: block.header]]
    columns = titles[2:] if _COUNTS.match(titles[0]) else titles[1:]
    section, count = "", None
    for number, start, lines in _numbered(block.lines[block.header :]):
        heading = _SECTION.fullmatch(lines[-1].clean.text)
        body = lines[:-1] if heading else lines
        if number:
            name, rest = _name(body)
            yield Row(number, start, name, section, count, _cells(rest, columns))
        if heading:
            section, count = heading["name"], int(heading["count"])


def _numbered(lines: Sequence[Line]) -> Iterator[tuple[int, int, Sequence[Line]]]:
    """Each list number, where it stands, and the lines below it; 0 above the first."""
    number, start, at = 0, 0, 0
    for index, line in enumerate(lines):
        if line.clean.text in (str(number + 1), "1"):
            if index > at:
                yield number, start, lines[at:index]
            number, start, at = int(line.clean.text), line.clean.offsets[0], index + 1
    if at < len(lines):
        yield number, start, lines[at:]


def _name(body: Sequence[Line]) -> tuple[Passage, Sequence[Line]]:
    """The name cell; a name cut over two lines ends where its bracket does."""
    for size in range(1, min(4, len(body)) + 1):
        name = join(line.clean for line in body[:size])
        if _NAME.fullmatch(name.text):
            return name, body[size:]
    return body[0].clean, body[1:]


def _cells(lines: Sequence[Line], columns: Sequence[str]) -> dict[str, list[Passage]]:
    """Paragraphs dealt out to the columns, blank cells found by their blank lines."""
    scheduled = _first_scheduled(lines)
    usual = min((line.blanks for line in lines[1:]), default=0)
    dealt: dict[str, list[Passage]] = {column: [] for column in columns}
    texts, at = [c for c in columns if not schedule.is_schedule(c)], -1
    last = 0  # the list number with which the paragraph before ended
    for index, line in enumerate(lines[:scheduled]):
        numbers = _LISTED.findall(line.clean.text)
        first = int(numbers[0]) if numbers and _LISTED.match(line.clean.text) else 0
        continues = last and first == last + 1
        if not continues:
            at += 1 + (index > 0 and line.blanks > usual)
        last = int(numbers[-1]) if numbers else 0
        dealt[texts[min(at, len(texts) - 1)]].append(line.clean)
    for column in columns:
        if schedule.is_schedule(column):
            dealt[column] = [line.clean for line in lines[scheduled:]]
    return dealt


def _first_scheduled(lines: Sequence[Line]) -> int:
    """Index of the paragraph with which the schedule begins."""
    opening = (
        n for n, line in enumerate(lines) if n and opens_schedule(line.clean.text)
    )
    return next(opening, max(len(lines) - 1, 0))


def work_item(row: Row, *, list_title: str) -> WorkItem:
    """A row read: departments as stated, milestones; goals are added later."""
    named = _NAME.fullmatch(row.name.text)
    stated = departments.split(named["departments"]) if named else ()
    spans = {title: _span(cell) for title, cell in row.cells.items()}
    filled = [span[1] for span in spans.values() if span]
    return WorkItem(
        list_title=list_title,
        number=row.number,
        section=row.section,
        section_count=row.section_count,
        name=named["name"] if named else row.name.text,
        stated_departments=stated,
        departments=stated,
        cells=spans,
        milestones=schedule.milestones(schedule.cell_of(row.cells)),
        goals=(),
        start=row.start,
        end=max(filled, default=row.name.offsets[-1] + 1),
    )


def _span(cell: Sequence[Passage]) -> tuple[int, int] | None:
    return (cell[0].offsets[0], cell[-1].offsets[-1] + 1) if cell else None
