"""Tables of statistics without a header that anybody could know, one cell a line.

Names are followed by bare numbers, as many below each: 地区生产总值, 19349.3, -5.7.
Only where the lines above make as many titles, one with a unit or a measure among them,
is this a table; a table of contents with its page numbers is none.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from fenghua_analysis.documents.passages import Line
from fenghua_analysis.documents.tables.headers import are_short, column_titles, goes_on
from fenghua_analysis.documents.tables.titles import UNIT_BRACKET, is_title

FEWEST_ROWS, MOST_COLUMNS = 3, 12
NUMBER = re.compile(r"[-+]?\d[\d,]{0,15}(?:\.\d{1,6})?%?|-{1,2}|/|\.{2,3}|…")


def ledger(
    lines: Sequence[Line], at: int, *, floor: int
) -> tuple[int, int, int] | None:
    """The table whose first row with numbers begins here, if there is one.

    Parameters
    ----------
    floor : the first line above that is free to be its header

    Returns
    -------
    Where its header begins, where its rows begin (with a heading, perhaps), its end.
    """
    width = _width(lines, at)
    if not width or at == floor:
        return None
    body = at if _measures(lines[at - 1].clean.text) else at - 1
    header = _header(lines, body, floor=floor, width=width)
    if header is None:
        return None
    end, rows = at, 0
    while _width(lines, end) == width or _heads(lines, end, width=width):
        whole = _width(lines, end) == width
        rows += whole
        end += 1 + width if whole else 1
    return (header, body, end) if rows >= FEWEST_ROWS else None


def _width(lines: Sequence[Line], at: int) -> int:
    """How many bare numbers follow the name at a line; 0 where it is no name."""
    if not _is_name(lines, at):
        return 0
    below = (line.clean.text for line in lines[at + 1 : at + MOST_COLUMNS + 2])
    width = sum(1 for _ in takewhile(NUMBER.fullmatch, below))
    return width if width <= MOST_COLUMNS else 0


def _is_name(lines: Sequence[Line], at: int) -> bool:
    text = lines[at].clean.text if at < len(lines) else ""
    return bool(text) and are_short([text]) and NUMBER.fullmatch(text) is None


def _heads(lines: Sequence[Line], at: int, *, width: int) -> bool:
    """Whether a name without numbers heads the rows below it: 按产业分."""
    return _is_name(lines, at) and _width(lines, at + 1) == width


def _header(lines: Sequence[Line], at: int, *, floor: int, width: int) -> int | None:
    """Where the lines begin that make one title for each column."""
    for start in range(at - 1, max(floor, at - 3 * width) - 1, -1):
        texts = [line.clean.text for line in lines[start:at]]
        if not are_short(texts[:1]):
            return None
        titles = column_titles(texts)[1]
        if len(titles) == width and not goes_on(texts[0]):
            return start if any(map(_measures, titles)) else None
    return None


def _measures(title: str) -> bool:
    return UNIT_BRACKET.search(title) is not None or is_title(title)
