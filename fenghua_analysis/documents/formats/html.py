"""Web pages: the document in them, with list numbers and real tables.

What surrounds the document (`clutter`, `furniture`) is left out. A block element or
<br> ends a line; white space means nothing, except in <pre>. Tables that only lay out a
page are read cell by cell.
"""

import codecs
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fenghua_analysis.decoding import decode
from fenghua_analysis.documents.formats import clutter
from fenghua_analysis.documents.formats.furniture import (
    is_furniture,
    without_counters,
)
from fenghua_analysis.documents.formats.numerals import marked, numeral
from fenghua_analysis.documents.formats.problems import unreadable
from fenghua_analysis.documents.formats.rows import MOST_COLUMNS, Cell, table_lines
from fenghua_analysis.documents.grammar.lexicon import words
from fenghua_analysis.errors import DataError

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE
)
_SUPERSETS = {"gb2312": "gb18030", "gbk": "gb18030"}
_MOST_SPOILT = 0.01
"""Share of characters that may be spoilt in a page that names its charset."""
_SPACE = re.compile(r"[ \x00-\x1f\x85\u2028\u2029]+")
_LINES = frozenset(
    words(
        "address article blockquote body br caption center dd div dl dt fieldset "
        "figcaption figure form h1 h2 h3 h4 h5 h6 header hr html legend li main ol p "
        "pre section summary table tr ul"
    )
)
_LIST_STYLES = {
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}
_NUMBERED = re.compile(r"[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.、．）)]|[①-⑳]")
_RAISED = {"2": "²", "3": "³"}
_TALLEST = 65_534


def read(content: bytes, name: str) -> str:
    """The document of a page, one line a paragraph.

    Raises
    ------
    DataError : bytes that are no text, or elements nested beyond any page's need.

    Examples
    --------
    >>> read("<ol><li>新建学校<li>改造<br>旧校</ol>".encode(), "plan.html")
    '1.新建学校\\n2.改造\\n旧校'
    """
    page = _parsed(_decoded(content, name), name)
    if page is None:
        return ""
    gone = clutter.clutter_of(page)
    lines = _Writer(name, gone).lines(clutter.core_of(page, gone))
    kept = (without_counters(line) for line in lines if not is_furniture(line))
    return _titled("\n".join(line for line in kept if line.strip()), page)


def _titled(text: str, page: "_Element") -> str:
    """The text with the title of its page above it, unless it holds it."""
    title = clutter.title_of(page)
    held = "".join(title.split()) in "".join(text.split())
    return text if held else f"{title}\n{text}".strip()


def _decoded(content: bytes, name: str) -> str:
    """By its mark or its content; where that fails, by the charset that it names."""
    stated = _CHARSET.search(content[:4_096])
    charset = stated.group(1).decode("ascii").lower() if stated else ""
    if charset.startswith("big5"):
        return content.decode("big5hkscs", errors="replace")
    try:
        return decode(content, file=name)
    except DataError:
        text = _leniently(content, charset)
        if text.count("\ufffd") > _MOST_SPOILT * len(text):
            raise
        return text


def _leniently(content: bytes, charset: str) -> str:
    try:
        codecs.lookup(charset)
    except LookupError:
        return "\ufffd"
    return content.decode(_SUPERSETS.get(charset, charset), errors="replace")


def _parsed(text: str, name: str) -> "_Element | None":
    from lxml import etree

    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        page = etree.fromstring(text.encode(errors="replace"), parser)
    except etree.ParserError:
        return None
    except etree.XMLSyntaxError:
        raise unreadable("broken_document", name) from None
    if any(fault.type_name == "ERR_RESOURCE_LIMIT" for fault in parser.error_log):
        raise unreadable("nested_too_deep", name)
    return page


@dataclass
class _Table:
    """A table that is being read: its cells so far, and what joins cells below.

    Attributes
    ----------
    joined : column → the first row that is free below a cell joined over several
    next : the column in which to look for room for the next cell
    """

    cells: list[Cell] = field(default_factory=list)
    joined: dict[int, int] = field(default_factory=dict)
    row: int = -1
    next: int = 0

    def open_row(self) -> None:
        self.row += 1
        self.next = 0

    def add(self, text: str, element: "_Element") -> None:
        """The next cell of the row, in the first columns that are free."""
        if self.row < 0:
            self.open_row()
        column = self.next
        while column < MOST_COLUMNS and self.joined.get(column, 0) > self.row:
            column += 1
        room = max(MOST_COLUMNS - column, 1)
        rows, columns = _span(element, "rowspan"), _span(element, "colspan")
        self.cells.append(Cell(text, self.row, column, rows, min(columns, room)))
        self.next = column + min(columns, room)
        for covered in range(column, self.next):
            self.joined[covered] = self.row + rows


def _span(element: "_Element", name: str) -> int:
    stated = element.get(name, "1").strip()
    if not (stated.isascii() and stated.isdigit()):
        return 1
    # A rowspan of 0 reaches down to the end of the table.
    return min(int(stated[:6]) or (_TALLEST if name == "rowspan" else 1), _TALLEST)


class _Writer:
    """Writes the text of a page while walking through it, without recursion."""

    def __init__(self, name: str, gone: "set[_Element]") -> None:
        self.name = name
        self.gone = gone
        self.texts: list[list[str]] = [[]]
        self.tables: list[_Table] = []
        self.numbers: list[int] = []
        self.verbatim = 0

    def lines(self, page: "_Element") -> list[str]:
        """The lines of the page."""
        from lxml import etree

        walk = etree.iterwalk(page, events=("start", "end"))
        for event, element in walk:
            left_out = element in self.gone
            if event == "start" and left_out:
                walk.skip_subtree()
            elif event == "start":
                self._enter(element.tag, element)
                self._write(element.text)
            else:
                if not left_out:
                    self._leave(element.tag, element)
                self._write(element.tail if element is not page else None)
        return [line.strip(" ") for line in "".join(self.texts[0]).split("\n")]

    def _write(self, text: str | None) -> None:
        if text:
            self.texts[-1].append(text if self.verbatim else _SPACE.sub(" ", text))

    def _enter(self, tag: str, element: "_Element") -> None:
        if tag in _LINES:
            self.texts[-1].append("\n")
        if tag == "table":
            self.tables.append(_Table())
        elif tag == "tr" and self.tables:
            self.tables[-1].open_row()
        elif tag in ("td", "th", "sup"):
            self.texts.append([])
        elif tag == "ol":
            self.numbers.append(_first(element) - 1)
        elif tag == "li":
            self._number(element)
        self.verbatim += tag == "pre"

    def _leave(self, tag: str, element: "_Element") -> None:
        if tag in ("td", "th"):
            self._end_cell(element)
        elif tag == "sup":
            raised = "".join(self.texts.pop())
            # Raised digits are a power or point at a note.
            is_note = raised.strip(" []［］()（）〔〕").isdigit()
            self.texts[-1].append(_RAISED.get(raised, "" if is_note else raised))
        elif tag == "table":
            self._end_table()
        elif tag == "ol":
            self.numbers.pop()
        self.verbatim -= tag == "pre"
        if tag in _LINES and tag != "br":
            self.texts[-1].append("\n")

    def _end_cell(self, element: "_Element") -> None:
        text = "".join(self.texts.pop())
        if self.tables:
            self.tables[-1].add(text, element)
        else:
            self.texts[-1].append(f"\n{text}\n")

    def _end_table(self) -> None:
        lines = table_lines(self.tables.pop().cells, name=self.name)
        self.texts[-1] += ["\n", "\n".join(lines)]

    def _number(self, element: "_Element") -> None:
        parent = element.getparent()
        if parent is None or parent.tag != "ol" or not self.numbers:
            return
        value = element.get("value", "")
        self.numbers[-1] = int(value) if value.isdecimal() else self.numbers[-1] + 1
        opening = next(
            (text.strip() for text in element.itertext() if text.strip()), ""
        )
        unmarked = (
            "none"
            in parent.get("style", "").replace(" ", "").partition("list-style")[2]
        )
        if opening and not unmarked and not _NUMBERED.match(opening):
            style = _LIST_STYLES.get(parent.get("type", ""), "decimal")
            mark = marked(numeral(self.numbers[-1], style) + ".", opening[:1])
            self.texts[-1].append(mark[:-1])


def _first(element: "_Element") -> int:
    start = element.get("start", "1")
    return int(start) if start.isdecimal() and len(start) <= 6 else 1
