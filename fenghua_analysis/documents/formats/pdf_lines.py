"""Characters on a page → its lines and paragraphs, in the order in which they are read.

A page knows places, not words: what stands at one height is a line, a wide gap parts
the columns of a table without rules, and a line that fills its width goes on in the
next one unless that is indented or opens a new point.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

from fenghua_analysis.documents.formats.radicals import as_characters
from fenghua_analysis.documents.passages import PLAIN, is_marked, opens

Character = dict[str, Any]
"""As pdfplumber gives it: text, size, x0, x1, top, bottom."""

WIDE, GAP = 1.5, 0.25
"""Ems between two characters that part columns, and words."""
BOLD = 1.5
"""Points by which the second print of a bold character is shifted, at most."""
COLUMNS = "   "
"""What a wide gap is written as."""
_LEAST_ROWS = 6
_CROSSED = 0.15
"""Share of the rows that may run over a gutter: titles, mostly."""
NARROW, _RAGGED = 20, 0.4
_ENDS = tuple("。;:!?")
_UNBROKEN = re.compile(r"[（“《【(]*(?:[\x21-\x7e]+|.)[，。、；：！？）》”%％]*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page with its place, in points from the upper left corner.

    Attributes
    ----------
    left, right : the margins between which it stands
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    left: float = 0
    right: float = 0

    @property
    def plain(self) -> str:
        """The text in the characters that marks are known by."""
        return self.text.translate(PLAIN)

    @property
    def opening(self) -> float:
        """Width of what cannot be parted at the line's beginning."""
        unbroken = _UNBROKEN.match(self.text)
        kept = unbroken.group() if unbroken else self.text[:1]
        return sum(self.size * (0.5 if mark.isascii() else 1) for mark in kept)


def lines(characters: Sequence[Character]) -> list[Line]:
    """The lines of a page or a cell, column after column.

    Examples
    --------
    >>> word = [dict(text=t, size=10, x0=x, x1=x + 10, top=5, bottom=15)
    ...         for t, x in (("学", 0), ("校", 10), ("5", 60))]
    >>> [line.text for line in lines(word)]
    ['学校   5']
    """
    rows = _rows(characters)
    gutter = _gutter(rows)
    if gutter is None:
        return [_line(row) for row in rows]
    found: list[Line] = []
    waiting: list[Character] = []
    for row in rows:
        if _crosses(row, gutter):
            found += [*_sides(waiting, gutter), _line(row)]
            waiting = []
        else:
            waiting += row
    return [*found, *_sides(waiting, gutter)]


def within_margins(found: Sequence[Line], *, right: float = 0) -> list[Line]:
    """Lines with the margins that they keep, those of each column by itself.

    Parameters
    ----------
    right : a margin known from elsewhere, for lines that all end before it
    """
    columns: list[list[Line]] = []
    for line in found:
        if columns and line.top > columns[-1][-1].top:
            columns[-1].append(line)
        else:
            columns.append([line])
    known = right if len(columns) == 1 else 0
    return [
        replace(line, left=left, right=end)
        for column in columns
        for left in [min(line.x0 for line in column)]
        for end in [max(known, right_edge(column))]
        for line in column
    ]


def right_edge(found: Sequence[Line]) -> float:
    """Where full lines end; a comma may hang over that edge."""
    if not found:
        return 0
    longest = max(found, key=lambda line: line.x1)
    near = [line.x1 for line in found if line.x1 > longest.x1 - 1.5 * longest.size]
    return median(near)


def paragraphs(found: Sequence[Line]) -> list[str]:
    """Lines joined where one goes on in the next."""
    joined: list[str] = []
    for n, line in enumerate(found):
        if n and _goes_on(found[n - 1], line):
            joined[-1] += _seam(joined[-1], line.text) + line.text
        else:
            joined.append(line.text)
    return joined


def _goes_on(before: Line, after: Line) -> bool:
    if _stands_apart(before, after):
        return False
    if before.text[-1:].isdigit() and after.text[:1].isdigit():
        # Only where not one more digit has room is this one number.
        return before.x1 + before.size > before.right
    if _is_narrow(before):
        ended = before.plain.endswith(_ENDS)
        if ended and opens(after.plain):
            return False
        if not ended and _leaves_gap(before, after):
            return True
    return before.x1 + after.opening + GAP * before.size > before.right


def _stands_apart(before: Line, after: Line) -> bool:
    """Whether place, size or a list number tells two paragraphs."""
    indented = after.x0 > after.left + before.size
    centred = before.x0 > after.x0 + 3 * before.size
    far = after.top - before.bottom > 1.8 * before.size
    other = abs(after.size - before.size) > 0.15 * before.size
    columns = COLUMNS in before.text or COLUMNS in after.text
    return indented or centred or far or other or columns or is_marked(after.plain)


def _is_narrow(line: Line) -> bool:
    """Whether a line stands in a column in which long words leave gaps."""
    return line.right - line.left < NARROW * line.size


def _leaves_gap(before: Line, after: Line) -> bool:
    """Whether a line can end where it does although its sentence goes on."""
    filled = before.x1 > before.right - _RAGGED * (before.right - before.left)
    unended = before.plain.endswith((",", "、")) or before.plain[-1:].isdigit()
    quoted = before.text.count("“") > before.text.count("”")
    return filled or unended or quoted or after.plain[:1].isdigit()


def _seam(before: str, after: str) -> str:
    return (
        " "
        if before[-1:].isascii() and after[:1].isascii() and after[:1].isalpha()
        else ""
    )


def _sides(characters: Sequence[Character], gutter: float) -> list[Line]:
    left = [each for each in characters if each["x0"] < gutter]
    right = [each for each in characters if each["x0"] >= gutter]
    return [*(lines(left) if left else []), *(lines(right) if right else [])]


def _rows(characters: Iterable[Character]) -> list[list[Character]]:
    """Characters at one height, from left to right; rows from top to bottom."""
    rows: list[list[Character]] = []
    bottom = middle = 0.0
    for each in sorted(characters, key=_middle):
        if rows and _middle(each) - middle < 0.5 * min(each["size"], bottom):
            rows[-1].append(each)
        else:
            rows.append([each])
            middle, bottom = _middle(each), each["size"]
    found = (_once(sorted(row, key=lambda each: each["x0"])) for row in rows)
    return [row for row in found if any(each["text"].strip() for each in row)]


def _once(row: Iterable[Character]) -> list[Character]:
    """A row without the second print that makes characters bold."""
    kept: list[Character] = []
    for each in row:
        same = kept and kept[-1]["text"] == each["text"]
        if not (same and each["x0"] - kept[-1]["x0"] < BOLD):
            kept.append(each)
    return kept


def _middle(each: Character) -> float:
    return float(each["top"] + each["bottom"]) / 2


def _line(row: Sequence[Character]) -> Line:
    size = float(median(each["size"] for each in row))
    text, at = "", row[0]["x0"]
    for each in row:
        gap = (each["x0"] - at) / size if size else 0
        text += COLUMNS if gap > WIDE else " " if gap > GAP else ""
        text += each["text"]
        at = max(at, each["x1"])
    return Line(
        text=as_characters(re.sub(r"\s", " ", text).strip()),
        x0=row[0]["x0"],
        x1=at,
        top=min(each["top"] for each in row),
        bottom=max(each["bottom"] for each in row),
        size=size,
    )


def _gutter(rows: Sequence[Sequence[Character]]) -> float | None:
    """Where a page parts into two columns of text; None if it does not."""
    if len(rows) < _LEAST_ROWS:
        return None
    left = min(row[0]["x0"] for row in rows)
    right = max(row[-1]["x1"] for row in rows)
    size = median(each["size"] for row in rows for each in row)
    places = [left + (right - left) * step / 100 for step in range(30, 71)]
    best = min(places, key=lambda place: sum(_covers(row, place, size) for row in rows))
    open_rows = [row for row in rows if not _covers(row, best, size)]
    if len(open_rows) < (1 - _CROSSED) * len(rows):
        return None
    filled = _filled(open_rows, best, left, right) if open_rows else (0, 0)
    return best if min(filled) >= 0.6 else None


def _covers(row: Sequence[Character], place: float, size: float) -> bool:
    """Whether a character of the row comes within half an em of a place."""
    reach = size / 2
    return any(
        each["x0"] < place + reach and each["x1"] > place - reach for each in row
    )


def _crosses(row: Sequence[Character], gutter: float) -> bool:
    return any(each["x0"] < gutter < each["x1"] for each in row) or (
        _covers(row, gutter, row[0]["size"])
    )


def _filled(
    rows: Sequence[Sequence[Character]], gutter: float, left: float, right: float
) -> tuple[float, float]:
    """How much of each side its rows fill, at the median; cells fill little."""

    def share(side: list[list[Character]], width: float) -> float:
        whole = [row[-1]["x1"] - row[0]["x0"] for row in side if row]
        return median(whole) / width if len(whole) >= _LEAST_ROWS and width > 0 else 0

    lefts = [[each for each in row if each["x1"] <= gutter] for row in rows]
    rights = [[each for each in row if each["x0"] >= gutter] for row in rows]
    return share(lefts, gutter - left), share(rights, right - gutter)
