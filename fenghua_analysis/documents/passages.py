"""Characters of a document, each with its place: what the grammar reads.

Files are untidy: full-width digits, leftover tags, spaces inside words, lines cut by a
page, headings that a PDF prints twice. The grammar wants one clean line a paragraph. A
`Passage` is such a line that still knows where each of its characters stands, so that
every fact leads back to the text as it was read.
"""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

# One character for one: offsets stay true. Digits, letters and marks of the full-width
# block become ASCII; the other characters are look-alikes that documents mix freely.
PLAIN = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | str.maketrans(
    "　\xa0\u2002\u2003\u2009—–－‐‑−―﹣～〜∼．﹒｡∶︰﹕﹑﹐﹪≧≦﹥﹤〞〝＂ⅹ"
    "\x0b\x0c\u2028\x85",
    '     --------~~~..。:::、,%≥≤><”“"x\n\n\n\n',
)
PART = "\u2029"
"""Parts the paragraphs of one cell; in a line without cells it ends the line."""

_LEFTOVER = re.compile(
    r"</?[a-zA-Z][^<>]{0,300}>"
    r"|&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});"
    r"|[\u200b-\u200f\ufeff\u00ad\x00]"
)
_ENDS_LINE = re.compile(r"</?(?:br|p|div|li|ul|ol|tr|table|h\d|title)\b", re.IGNORECASE)
_ENDS_CELL = re.compile(r"</t[dh]\b", re.IGNORECASE)
_BARS = ("|", "│", "┃")
_SPACE = re.compile(rf"[ \t\r{PART}]+")
_STRUCTURE = re.compile(
    r"[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章节条部篇]"
    r"|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、](?!\d)|[①-⑳]|附[件表]|[★■●◆▪•◎]"
)
_LABEL = re.compile(r"[^,。:]{1,10}:")
_FINISHED = tuple("。!?;:)》】")
MARGIN = 0.7
"""Below this share of the page's width a line ends because its paragraph does."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A clean line of text and the place of each of its characters.

    Examples
    --------
    >>> whole = Passage("达到80%", range(10, 15))
    >>> whole[2:].text, whole[2:].span(0, 3)
    ('80%', (12, 15))
    """

    text: str
    offsets: Sequence[int]

    def __getitem__(self, part: slice) -> "Passage":
        return Passage(self.text[part], self.offsets[part])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters from `start` to `end` stand in the file."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def as_read(self, text: str) -> str:
        """The same characters as the file `text` has them: “，” where this has “,”."""
        return "".join(text[place] for place in self.offsets)


def join(parts: Iterable[Passage]) -> Passage:
    """The parts, one after the other."""
    parts = list(parts)
    if len(parts) == 1:
        return parts[0]
    offsets = [place for part in parts for place in part.offsets]
    return Passage("".join(part.text for part in parts), offsets)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file, as it stands and squeezed, with the blank lines before."""

    raw: Passage
    clean: Passage
    blanks: int = 0
    doubled: bool = False


def lines(text: str) -> list[Line]:
    """The lines of `text` that hold something, without tags and look-alikes."""
    found, blanks = [], 0
    for raw in _split(_without_leftovers(text.translate(PLAIN))):
        raw = _without_lone_bar(raw)
        clean = squeeze(raw)
        if not clean.text:
            blanks += 1
            continue
        once = _undoubled(clean)
        found.append(Line(raw, once or clean, blanks, doubled=once is not None))
        blanks = 0
    return found


def paragraphs(found: Sequence[Line]) -> list[Passage]:
    """Lines joined to paragraphs where a page or a column has cut them."""
    width = _page_width(found)
    joined: list[list[Line]] = []
    for line in found:
        if joined and _continues(joined[-1][-1], line, width=width):
            joined[-1].append(line)
        else:
            joined.append([line])
    return [join(line.clean for line in group) for group in joined]


def split(passage: Passage, mark: str) -> Iterator[Passage]:
    """The parts of a passage between the marks, empty ones included."""
    at = 0
    for part in passage.text.split(mark):
        yield passage[at : at + len(part)]
        at += len(part) + 1


def cells(row: Passage, delimiter: re.Pattern[str]) -> list[Passage]:
    """The cells of a row, as they stand; bars at its ends part nothing.

    Examples
    --------
    >>> row = Passage("|托位|450|", range(8))
    >>> [cell.text for cell in cells(row, re.compile("[|]"))]
    ['托位', '450']
    """
    marks = [mark.span() for mark in delimiter.finditer(row.text)]
    starts = [0, *(end for _, end in marks)]
    ends = [*(start for start, _ in marks), len(row.text)]
    parts = [row[a:b] for a, b in zip(starts, ends, strict=True)]
    bare = row.text.strip()
    first, last = bare.startswith(_BARS), bare.endswith(_BARS)
    return parts[first : len(parts) - last]


def squeeze(passage: Passage) -> Passage:
    """Without the spaces that typesetting put between Chinese characters.

    One space stays between two Latin words or two numbers, and where three or more
    stand between words: there they part columns.

    Examples
    --------
    >>> squeeze(Passage("2024年 8月 增长 5 %", range(15))).text
    '2024年8月增长5%'
    """
    text, kept, at = passage.text, [], 0
    for space in _SPACE.finditer(text):
        start, end = space.span()
        kept.append(passage[at:start])
        if _parts_words(text[start - 1 : start], text[end : end + 1], end - start):
            kept.append(Passage(" ", passage.offsets[start : start + 1]))
        at = end
    return join([*kept, passage[at:]]) if kept else passage


def _parts_words(before: str, after: str, length: int) -> bool:
    if not before or not after:
        return False
    if before.isascii() and after.isascii():
        return before.isalnum() and after.isalnum()
    return length >= 3 and before.isalnum() and after.isalnum()


def _without_leftovers(text: str) -> Passage:
    """`text` without tags, entities and invisible characters of a web page."""
    whole, kept, at = Passage(text, range(len(text))), [], 0
    for leftover in _LEFTOVER.finditer(text):
        start, end = leftover.span()
        kept.append(whole[at:start])
        meant = _meaning(leftover.group())
        kept.append(Passage(meant, [start] * len(meant)))
        at = end
    return join([*kept, whole[at:]]) if kept else whole


def _meaning(leftover: str) -> str:
    if leftover.startswith("&"):
        return html.unescape(leftover).translate(PLAIN)[:1]
    if _ENDS_LINE.match(leftover):
        return "\n"
    return "\t" if _ENDS_CELL.match(leftover) else ""


def _without_lone_bar(line: Passage) -> Passage:
    """A cell that alone fills a line loses the bar that closed or opened it."""
    bare = line.text.strip(" \t\r|")
    if line.text.count("|") > 2 or "|" in bare or "|" not in line.text:
        return line
    start = line.text.index(bare) if bare else 0
    return line[start : start + len(bare)]


def _split(whole: Passage) -> Iterator[Passage]:
    """Lines, each a whole row where there are cells."""
    mark = "\n" if "\n" in whole.text else "\r"
    for line in split(whole, mark):
        yield from [line] if "\t" in line.text else split(line, PART)


def _undoubled(line: Passage) -> Passage | None:
    """A heading printed twice, once: 一一、、关于关于20242024年 → 一、关于2024年."""
    text, at, once, longest = line.text, 0, [], 0
    if not 8 <= len(text) <= 120:
        return None
    while at < len(text):
        sizes = range((len(text) - at) // 2, 0, -1)
        same = (n for n in sizes if text.startswith(text[at : at + n], at + n))
        size = next(same, 0)
        if not size:
            return None
        once.append(line[at : at + size])
        longest = max(longest, size)
        at += 2 * size
    return join(once) if longest >= 4 else None


def _page_width(found: Sequence[Line]) -> float:
    """Characters a full line, where a page has cut the text into lines; else 0."""
    lengths = [len(line.clean.text) for line in found]
    if len(lengths) < 10:
        return 0
    width = median(lengths)
    full = sum(0.8 * width <= length <= 1.2 * width for length in lengths)
    ended = sum(line.clean.text.endswith(_FINISHED) for line in found)
    cut = full >= 0.6 * len(lengths) and ended < 0.4 * len(lengths)
    return width if cut and 12 <= width <= 60 else 0


def _continues(before: Line, after: Line, *, width: float) -> bool:
    """Whether `after` goes on with the sentence that `before` leaves open."""
    if before.doubled or after.doubled:
        return before.doubled and after.doubled and not opens(after.clean.text)
    if opens(after.clean.text):
        return False
    if width:
        return len(before.clean.text) >= MARGIN * width
    text = before.clean.text
    return "," in text and not text.endswith(_FINISHED) and after.blanks <= 1


def opens(text: str) -> bool:
    """Whether a line begins with a mark of its own: a list number, a bullet, a label.

    Examples
    --------
    >>> opens("(二)民生"), opens("责任单位:区教育局"), opens("以上,并建成学校5所")
    (True, True, False)
    """
    return is_marked(text) or _LABEL.match(text) is not None


def is_marked(text: str) -> bool:
    """Whether a line begins with a list number or a bullet."""
    return _STRUCTURE.match(text) is not None
