"""A document cut into prose, indicator tables and work lists.

Tables come with tabs, bars or spaces between their cells, or flattened to one cell
a line. A flattened table is known by its header: several lines, one after the other,
that are nothing but column titles.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from fenghua_analysis.documents.passages import Line, cells, squeeze
from fenghua_analysis.documents.tables.cells import is_value
from fenghua_analysis.documents.tables.headers import LONGEST_TITLE, header_end
from fenghua_analysis.documents.tables.ledgers import ledger
from fenghua_analysis.documents.tables.spaced import SPACE, spaced_end
from fenghua_analysis.documents.tables.titles import role_of

Kind = Literal["prose", "table", "list"]

BARS = re.compile(r"\t|\||│|┃")
SPACES = re.compile(r" {2,}")
_BESIDE = frozenset(("number", "area", "region", "unit", "department", "note"))
_CLOSES = re.compile(
    r"注[:1]|说明:|备注:|★为|数据来源|附[件录](?:[一二三四五六七八九十\d]|:)"
    r"|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)"
)
_LIST_CLOSES = re.compile(r"附[件录](?:[一二三四五六七八九十\d]|:)|注:")
_ANCHORS = frozenset(("number", "name", "area", "region", "system"))
FEWEST_TITLES = 3
LONGEST_DEADLINE = 12
"""Characters of a cell that says only when: 2024年12月底前."""
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
        begun = at
        block = _delimited(lines, at) or _spaced(lines, at) or _flattened(lines, at)
        if block is None and (table := ledger(lines, at, floor=prose)):
            begun, body, end = table
            block = Block("table", lines[begun:end], header=body - begun)
        if block is None:
            at += 1
            continue
        if prose < begun:
            yield Block("prose", lines[prose:begun])
        yield block
        at = prose = begun + len(block.lines)
    if prose < len(lines):
        yield Block("prose", lines[prose:])


def header_rows(table: Sequence[Sequence[str]]) -> int:
    """Rows of titles on top of a table: a title over two rows is repeated in both.

    Examples
    --------
    >>> header_rows([["领域", "目标", "目标"], ["领域", "上年", "今年"], ["托育", "2"]])
    2
    """
    height = 1
    while height < len(table) - 1 and _is_header_row(table[height], table[height - 1]):
        height += 1
    return height


def _is_header_row(row: Sequence[str], above: Sequence[str]) -> bool:
    short = all(len(text) <= LONGEST_TITLE and "。" not in text for text in row)
    return short and any(a == b != "" for a, b in zip(row, above, strict=False))


def _delimited(lines: Sequence[Line], at: int) -> Block | None:
    for delimiter, is_row, fewest in (
        (BARS, _is_barred, 2),
        (SPACES, _is_spaced, FEWEST_SPACED),
    ):
        if not is_row(lines[at]):
            continue
        end = _last_row(lines, at, delimiter, is_row)
        if end - at >= fewest:
            return _ruled(lines[at:end], delimiter)
    return None


def _spaced(lines: Sequence[Line], at: int) -> Block | None:
    end = spaced_end(lines, at)
    return Block("table", lines[at:end], delimiter=SPACE) if end > at else None


def _last_row(
    lines: Sequence[Line],
    at: int,
    delimiter: re.Pattern[str],
    is_row: Callable[[Line], bool],
) -> int:
    """Where a table ends; a row with one cell at its end is a note below it."""
    width, end = _marks(lines[at], delimiter), at
    last = at
    while end < len(lines):
        if is_row(lines[end]):
            last = end + 1
        elif _marks(lines[end], delimiter) != width or delimiter is SPACES:
            break
        end += 1
    return last


def _is_barred(line: Line) -> bool:
    return BARS.search(line.raw.text.strip(" \t\r")) is not None


def _is_spaced(line: Line) -> bool:
    """Whether wide spaces part at least three short cells."""
    parts = SPACES.split(line.raw.text.strip())
    short = all(len(part) <= LONGEST_TITLE and "。" not in part for part in parts)
    return len(parts) >= FEWEST_SPACED and short


def _marks(line: Line, delimiter: re.Pattern[str]) -> int:
    return len(delimiter.findall(line.raw.text.rstrip("\r")))


def _ruled(lines: Sequence[Line], delimiter: re.Pattern[str]) -> Block:
    """A table of rows: a work list, where it has a schedule or its cells are prose."""
    table = [
        [squeeze(cell).text for cell in cells(line.raw, delimiter)] for line in lines
    ]
    height = header_rows(table)
    titles, body = [title for row in table[:height] for title in row], table[height:]
    if _is_dated(table[0], body):
        kind: Kind = "list"
    elif _is_measured(table[0], body):
        kind = "table"
    else:
        kind = "list" if _is_told(table[0], body) else _kind(titles)
    return Block(kind, lines, delimiter=delimiter)


def _column(body: Sequence[Sequence[str]], number: int) -> list[str]:
    """What is filled in a column."""
    return [row[number] for row in body if number < len(row) and row[number]]


def _is_dated(titles: Sequence[str], body: Sequence[Sequence[str]]) -> bool:
    """Whether a column says step by step what is to be done when."""
    return any(
        role_of(title) == "schedule"
        and any(len(text) > LONGEST_DEADLINE for text in texts)
        for number, title in enumerate(titles)
        for texts in [_column(body, number)]
    )


def _is_measured(titles: Sequence[str], body: Sequence[Sequence[str]]) -> bool:
    """Whether a column other than the list numbers holds values in most rows."""
    for number, title in enumerate(titles):
        texts = _column(body, number)
        short = [text for text in texts if len(text) <= LONGEST_TITLE]
        values = [text for text in short if "。" not in text and is_value(text)]
        if role_of(title) == "value" and 2 * len(values) > len(texts):
            return True
    return False


def _is_told(titles: Sequence[str], body: Sequence[Sequence[str]]) -> bool:
    """Whether a column says in words what is to be done, in most rows."""
    for number, title in enumerate(titles):
        role, texts = role_of(title), _column(body, number)
        told = [text for text in texts if _tells(text, named=role != "value")]
        if role not in _BESIDE and 2 * len(told) > len(texts):
            return True
    return False


def _tells(text: str, *, named: bool) -> bool:
    """Whether a cell is prose; a name may hold a number without being any."""
    if "。" in text:
        return True
    counted = re.search(r"\d", text) is not None and not is_value(text)
    return counted and (not named or re.search("[,;]", text) is not None)


def _flattened(lines: Sequence[Line], at: int) -> Block | None:
    roles = [role_of(line.clean.text) for line in lines[at : at + 2]]
    if roles == ["name", "number"]:
        return None  # 重点任务清单 above 序号 is the title of the list
    header = header_end(lines, at)
    titles = [line.clean.text for line in lines[at:header]]
    anchored = any(role_of(title) in _ANCHORS for title in titles)
    if len(titles) < FEWEST_TITLES or not anchored:
        return None
    kind = _kind(titles)
    closes = _closes_list if kind == "list" else _closes_table
    end = header
    again = titles[0] if role_of(titles[0]) == "region" else ""
    while end < len(lines) and not closes(lines[end]):
        if lines[end].clean.text == again:
            break  # the next table of regions
        end += 1
    return Block(kind, lines[at:end], header=header - at)


def _kind(titles: Sequence[str]) -> Kind:
    """Work lists have a column for the schedule."""
    return "list" if any(role_of(title) == "schedule" for title in titles) else "table"


def _closes_table(line: Line) -> bool:
    text = line.clean.text
    prose = len(text) > 30 and text.endswith(("。", ":"))
    return prose or _is_barred(line) or _CLOSES.match(text) is not None


def _closes_list(line: Line) -> bool:
    return _LIST_CLOSES.match(line.clean.text) is not None
