"""PDF files with a text layer: paragraphs, ruled tables, no headers and page numbers.

Characters printed twice to look bold are read once. A page that is only a picture is an
error that names it: its text would be missing without a trace.
"""

import io
import logging
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from fenghua_analysis.documents.formats.pdf_lines import (
    Line,
    lines,
    paragraphs,
    right_edge,
    within_margins,
)
from fenghua_analysis.documents.formats.pdf_tables import Table, continued, tables
from fenghua_analysis.documents.formats.problems import (
    MOST_PAGES,
    too_large,
    unreadable,
)
from fenghua_analysis.documents.formats.rows import table_lines
from fenghua_analysis.errors import DataError

if TYPE_CHECKING:
    from pdfplumber.page import Page

HEAVIEST_PAGE = 20_000_000
"""Bytes of the drawing orders of one page, unpacked."""
_MARGIN, _LEAST_MARGIN = 0.12, 60
"""Share of a page's height, and points, in which headers and numbers stand."""
_LEAST_WIDTH = 0.6
"""Share of a page between its margins that its longest line fills, if any does."""
_EDGE_LINES = 2
_UNKNOWN, _MOST_KNOWN = "(cid:", 0.7
"""How a shape comes for which the font names no character, and how few are borne."""
_NUMBER = re.compile(
    r"[(（]?续(?:上)?表[)）]?|第\s*\d{1,4}\s*页.{0,12}|\d{1,4}\s*[/／]\s*\d{1,4}|[ivx]{1,5}"
    r"|[-—–－―·•.\s]+\d{1,4}[-—–－―·•.\s]+"
)
"""What a page is numbered with; bare digits may be a value and must fit the page."""


@dataclass
class _Sheet:
    """What a page holds, from top to bottom, and its size in points."""

    items: list[Line | Table]
    width: float
    height: float


def read(content: bytes, name: str) -> str:
    """The text of a PDF, one line a paragraph.

    Raises
    ------
    DataError : an encrypted or damaged file, or a page without text.
    """
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    # Its warnings tell a programmer of odd fonts, and a reader nothing.
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        with pdfplumber.open(io.BytesIO(content)) as book:
            sheets = _sheets(book.pages, name)
    except (DataError, MemoryError):
        raise
    except Exception as error:  # a damaged file raises whatever its parser meets
        causes = (error, *error.args)
        locked = any(isinstance(cause, PDFPasswordIncorrect) for cause in causes)
        key = "encrypted_document" if locked else "broken_document"
        raise unreadable(key, name) from None
    return "\n".join(_written(_flow(_without_furniture(sheets)), name))


def _sheets(pages: "Sequence[Page]", name: str) -> list[_Sheet]:
    if not pages:
        raise unreadable("broken_document", name)
    if len(pages) > MOST_PAGES:
        raise too_large(name)
    sheets = []
    for page in pages:
        if _is_heavy(page):
            raise too_large(name)
        sheets.append(_sheet(page, name))
        page.close()
    return sheets


def _is_heavy(page: "Page") -> bool:
    """Whether a page's orders unpack to more than any page needs."""
    size = 0
    for stream in page.page_obj.contents:
        unpacker = zlib.decompressobj()
        try:
            raw = getattr(stream, "rawdata", None) or b""
            size += len(unpacker.decompress(raw, HEAVIEST_PAGE))
        except zlib.error:
            continue  # packed otherwise, or not at all
    return size >= HEAVIEST_PAGE


def _sheet(page: "Page", name: str) -> _Sheet:
    upright = [each for each in page.chars if each["upright"] and each["text"].strip()]
    known = [each for each in upright if not each["text"].startswith(_UNKNOWN)]
    if len(known) < _MOST_KNOWN * len(upright):
        raise unreadable("undecodable_page", name, page=page.page_number)
    if not known and page.images:
        raise unreadable("scanned_page", name, page=page.page_number)
    ruled, rest = tables(page, known)
    items: list[Line | Table] = [*lines(rest)]
    for table in ruled:
        below = (n for n, item in enumerate(items) if item.top > table.top)
        items.insert(next(below, len(items)), table)
    return _Sheet(items, page.width, page.height)


def _without_furniture(sheets: Sequence[_Sheet]) -> list[_Sheet]:
    """Pages without their numbers and what is printed on top or foot of each."""
    printed = Counter(
        place
        for number, sheet in enumerate(sheets)
        for place in {_place(line, number) for line in _edges(sheet)}
    )
    often = max(1, len(sheets) // 3)
    for number, sheet in enumerate(sheets):
        gone = [
            line
            for line in _edges(sheet)
            if _NUMBER.fullmatch(line.text) or printed[_place(line, number)] > often
        ]
        sheet.items = [item for item in sheet.items if item not in gone]
    return list(sheets)


def _edges(sheet: _Sheet) -> list[Line]:
    """Lines in the upper and lower margin, outermost first."""
    found = _lines(sheet)
    margin = max(_MARGIN * sheet.height, _LEAST_MARGIN)
    upper = [line for line in found if line.bottom < margin]
    lower = [line for line in found if line.top > sheet.height - margin]
    return upper[:_EDGE_LINES] + lower[-_EDGE_LINES:]


def _place(line: Line, number: int) -> tuple[str, int]:
    """What is the same on every page: words and height, and how far the page counts."""
    bare = line.text.strip()
    if bare.isdecimal() and len(bare) <= 4:
        return f"page {int(bare) - number}", 0
    return re.sub(r"\d", "0", bare), round(line.top / 4)


def _flow(sheets: Sequence[_Sheet]) -> list[list[Line] | Table]:
    """All pages, one behind the other: stretches of lines, and tables made whole."""
    flow: list[list[Line] | Table] = []
    right = median([_right(sheet) for sheet in sheets if sheet.items] or [0])
    for sheet in sheets:
        placed = iter(within_margins(_lines(sheet), right=right))
        for item in sheet.items:
            last = flow[-1] if flow else None
            if isinstance(item, Line):
                if not isinstance(last, list):
                    flow.append(last := [])
                last.append(next(placed))
                continue
            joined = continued(last, item) if isinstance(last, Table) else None
            flow[len(flow) - (joined is not None) :] = [joined or item]
    return flow


def _lines(sheet: _Sheet) -> list[Line]:
    return [item for item in sheet.items if isinstance(item, Line)]


def _right(sheet: _Sheet) -> float:
    """The right margin: where the longest line ends, or as wide as the left one."""
    found = _lines(sheet)
    left = min((line.x0 for line in found), default=0)
    right = right_edge(found)
    between = sheet.width - 2 * left
    return right if right - left >= _LEAST_WIDTH * between else sheet.width - left


def _written(flow: Sequence[list[Line] | Table], name: str) -> Iterator[str]:
    for item in flow:
        if isinstance(item, Table):
            yield from table_lines(item.cells, name=name)
        else:
            yield from paragraphs(item)
