"""A document cut into prose, indicator tables and work lists.

Tables come with tabs, bars or wide spaces between their cells, or flattened to one cell
a line. A flattened table is known by its header: several lines, one after the other,
that are nothing but column titles.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from fenghua_analysis.documents.passages import Line
from fenghua_analysis.documents.tables.titles import is_title, role_of

Kind = Literal["prose", "table", "list"]

BARS = re.compile(r"\t|\||│|┃")
SPACES = re.compile(r" {2,}")
_CLOSES = re.compile(
    r"注[:1]|说明:|备注:|★为|数据来源|附[件录](?:[一二三四五六七八九十\d]|:)"
    r"|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)"
)
_LIST_CLOSES = re.compile(r"附[件录](?:[一二三四五六七八九十\d]|:)|注:")
_ANCHORS = frozenset(("number", "name", "area", "region", "system"))
_MEASURE = re.compile(
    r"(?:[率数额值量度]|比例|比重|情况|单位|部门|目标|完成)(?:\([^()]*\))?$"
)
FEWEST_TITLES, LONGEST_TITLE, LONGEST_HEADER = 3, 20, 40
FEWEST_SPACED = 3
"""So many rows, each of so many cells, make wide spaces a table."""


@dataclass(frozen=True, slots=True)
class Block:
    """Consecutive lines of one kind.

    Attributes
    ----------
    header : number of lines, at the top, that are the header of a flattened table
    delimiter : what stands between the cells of a row; None where there are no rows
    """

    kind: Kind
    lines: Sequence[Line]
    header: int = 0
    delimiter: re.Pattern[str] | None = None


def blocks(lines: Sequence[Line]) -> Iterator[Block]:
    """The blocks of a document, in their order; together they hold every line."""
    at = prose = 0
    while at < len(lines):
        block = _delimited(lines, at) or _flattened(lines, at)
        if block is None:
            at += 1
            continue
        if prose < at:
            yield Block("prose", lines[prose:at])
        yield block
        at = prose = at + len(block.lines)
    if prose < len(lines):
        yield Block("prose", lines[prose:])


def _delimited(lines: Sequence[Line], at: int) -> Block | None:
    for delimiter, is_row, fewest in (
        (BARS, _is_barred, 2),
        (SPACES, _is_spaced, FEWEST_SPACED),
    ):
        end = at
        while end < len(lines) and is_row(lines[end]):
            end += 1
        if end - at >= fewest:
            rows = [delimiter.split(line.raw.text) for line in lines[at : at + 2]]
            kind = _kind([cell.strip() for row in rows for cell in row])
            return Block(kind, lines[at:end], delimiter=delimiter)
    return None


def _is_barred(line: Line) -> bool:
    return BARS.search(line.raw.text.strip(" \t\r")) is not None


def _is_spaced(line: Line) -> bool:
    """Whether wide spaces part at least three short cells."""
    cells = SPACES.split(line.raw.text.strip())
    short = all(len(cell) <= LONGEST_TITLE and "。" not in cell for cell in cells)
    return len(cells) >= FEWEST_SPACED and short


def _flattened(lines: Sequence[Line], at: int) -> Block | None:
    header = _header_end(lines, at)
    titles = [line.clean.text for line in lines[at:header]]
    anchored = any(role_of(title) in _ANCHORS for title in titles)
    if len(titles) < FEWEST_TITLES or not anchored:
        return None
    kind = _kind(titles)
    closes = _closes_list if kind == "list" else _closes_table
    end = header
    while end < len(lines) and not closes(lines[end]):
        end += 1
    return Block(kind, lines[at:end], header=header - at)


def _kind(titles: Sequence[str]) -> Kind:
    """Work lists have a column for the schedule."""
    return "list" if any(role_of(title) == "schedule" for title in titles) else "table"


def _header_end(lines: Sequence[Line], at: int) -> int:
    """Where the titles of a flattened table end.

    Titles that nobody can list stand between those that are known; where rows are
    numbered, everything up to the last title above the number 1 is the header.
    """
    if not is_title(lines[at].clean.text):
        return at
    texts = [line.clean.text for line in lines[at : at + LONGEST_HEADER]]
    known = [is_title(text) for text in texts]
    above = texts[: texts.index("1")] if "1" in texts else []
    short = all(len(text) <= LONGEST_TITLE and "。" not in text for text in above)
    if short and any(role_of(text) == "number" for text in above):
        titles = [
            n for n, text in enumerate(above) if known[n] or _MEASURE.search(text)
        ]
        return at + titles[-1] + 1
    return at + (known.index(False) if False in known else len(known))


def _closes_table(line: Line) -> bool:
    text = line.clean.text
    prose = len(text) > 30 and text.endswith(("。", ":"))
    return prose or _is_barred(line) or _CLOSES.match(text) is not None


def _closes_list(line: Line) -> bool:
    return _LIST_CLOSES.match(line.clean.text) is not None
