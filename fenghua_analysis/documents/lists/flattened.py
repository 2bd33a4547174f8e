"""Work lists that were flattened to one cell a line, put back into rows.

A list number opens a row, numbered paragraphs that count on belong to one cell, and the
paragraphs that begin with a timing are the schedule.
"""

import re
from collections.abc import Iterator, Sequence

from fenghua_analysis.documents import schedule
from fenghua_analysis.documents.blocks import Block
from fenghua_analysis.documents.lists.row import Row, read_section
from fenghua_analysis.documents.passages import Line, Passage, join
from fenghua_analysis.documents.schedule import opens_schedule

NAME = re.compile(r"(?P<name>.+?)(?P<departments>(?:\([^()]*\)|\(\([^()]*\)\))+)")
_COUNTS = re.compile(r"序号|编号")
_LISTED = re.compile(r"(?:^|(?<=[。;.,:)》 ]))(\d{1,2})(?:[.、](?!\d)|\.(?=20\d\d年))")


def rows(block: Block) -> Iterator[Row]:
    """The rows of a work list, in their order; a list number opens each."""
    titles = [line.clean.text for line in block.lines[: block.header]]
    columns = titles[2:] if _COUNTS.match(titles[0]) else titles[1:]
    section: tuple[str, int | None] = ("", None)
    for number, start, lines in _numbered(block.lines[block.header :]):
        heading = read_section(lines[-1].clean.text)
        body = lines[:-1] if heading else lines
        if number and body:
            name, rest = _name(body)
            yield Row(number, start, name, *section, _cells(rest, columns))
        section = heading or section


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
        if NAME.fullmatch(name.text):
            return name, body[size:]
    return body[0].clean, body[1:]


def _cells(lines: Sequence[Line], columns: Sequence[str]) -> dict[str, list[Passage]]:
    """Paragraphs dealt out to the columns, blank cells found by their blank lines."""
    scheduled = _first_scheduled(lines)
    usual = min((line.blanks for line in lines[1:]), default=0)
    dealt: dict[str, list[Passage]] = {column: [] for column in columns}
    texts, at = [c for c in columns if not schedule.is_schedule(c)], -1
    if not texts:
        return {column: [line.clean for line in lines] for column in columns}
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
