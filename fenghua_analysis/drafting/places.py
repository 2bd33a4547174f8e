"""Where in a document a fact stands, told to a reader: a quote and a locator."""

import re
from collections.abc import Sequence

from fenghua_analysis.documents import Document
from fenghua_analysis.table import QUOTE

_CLAUSE_ENDS = "，,。；;：:\n"
_LISTED = "、"
_LIST_NUMBER = re.compile(r"^(?:[\s(（]|\d{1,2}[.、](?=\D|20\d\d年))*")
_TELLING = 3
"""Characters of a name by which it is recognised before its number."""
_NUMBERING = re.compile(
    r"附[件表](?:[一二三四五六七八九十]{1,3}|\d+)?|[一二三四五六七八九十]{1,3}(?=、)"
    r"|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}(?=\.)"
)
_WIDE = str.maketrans("()", "（）")
_LEAD = re.compile(r"[\u4e00-\u9fff]{2,10}(?=[：:])")
_ROW = re.compile(r"\d{1,3}")
_RULED_ROW = re.compile(r"[\s|│]*(\d{1,3})\s*[|│\t]")
"""A row on one line, its number in the first cell."""
_ROW_LINES = 12
"""Lines, blank ones included, over which one row of a flattened table stretches."""
_NUMBER = re.compile(r"\d+")
_SENTENCE = "，,。；;"
_OPENING = "正文"
"""Locator of what stands above the first heading."""


def quote(document: Document, *, start: int, end: int, name: str) -> tuple[int, str]:
    """Readable words that state a number, at most `QUOTE` characters, and their offset.

    The clause up to the number's end, and on to its own end where the words before the
    number do not name what is counted. Too long a quote begins at an item of its list,
    or before it at the number that tells its name from its neighbours', or is cut. A
    line that a page has cut ends the quote.

    Examples
    --------
    >>> text = Document("到年底新增托位450个，完成7个改建项目。")
    >>> quote(text, start=7, end=11, name="新增托位")
    (0, '到年底新增托位450个')
    >>> quote(text, start=14, end=16, name="改建项目")
    (12, '完成7个改建项目')
    """
    text = document.text
    begin = max(text.rfind(mark, 0, start) for mark in _CLAUSE_ENDS) + 1
    begin = start - len(_LIST_NUMBER.sub("", text[begin:start]))
    if name[:_TELLING] not in text[begin:start]:
        closed = (text.find(mark, end) for mark in _CLAUSE_ENDS)
        end = max(end, min([at for at in closed if at >= 0] + [begin + QUOTE]))
    end = start + len(text[start:end].split("\n")[0])
    if end - begin > QUOTE:
        item = text.find(_LISTED, end - QUOTE - 1, start) + 1
        begin = _own_number(text, name, within=(end - QUOTE, item)) or item
        begin = begin or end - QUOTE
    words = text[begin:end].lstrip()
    return end - len(words), words


def _own_number(text: str, name: str, *, within: tuple[int, int]) -> int:
    """Where the first number of a name (10—50万元) stands in a span; 0 if nowhere."""
    number = _NUMBER.search(name)
    return max(text.find(number.group(), *within), 0) if number else 0


def locator(headings: Sequence[str], *, area: str = "", within: str = "") -> str:
    """Numbers of the headings above a fact, then what tells it from its neighbours.

    Parameters
    ----------
    headings : the nearest last
    area : official name of the area, where one is known
    within : lead words of the paragraph, row of the table, cell of the item

    Examples
    --------
    >>> locator(["二、任务", "(三)推动发展"], area="城乡协调发展", within="指标目标")
    '二（三） 城乡协调发展 指标目标'
    """
    numbered = [_NUMBERING.match(heading) for heading in headings]
    numbers = "".join(found.group() for found in numbered if found).translate(_WIDE)
    named = area or ("" if numbers or not headings else headings[-1])
    return " ".join(filter(None, (numbers, named, within))) or _OPENING


def lead(document: Document, start: int) -> str:
    """The words with which the line of `start` introduces itself (指标目标:…); or "".

    Examples
    --------
    >>> lead(Document("指标目标:增长5%,下降1%。"), 12)
    '指标目标'
    """
    line = document.text[document.text.rfind("\n", 0, start) + 1 : start]
    found = _LEAD.match(line)
    return found.group() if found else ""


def printed_row(document: Document, start: int) -> str:
    """“第13行” for a cell of a table that numbers its rows; "" for a sentence.

    Examples
    --------
    >>> printed_row(Document("13\\n住院报销比例(%)\\n职工82\\n"), 16)
    '第13行'
    >>> printed_row(Document("| 2 | 新增学位(个) | 960 |"), 16)
    '第2行'
    """
    above = document.text[:start].split("\n")
    cell = above.pop() + document.text[start:].split("\n", 1)[0]
    ruled = _RULED_ROW.match(cell)
    if ruled:
        return f"第{ruled[1]}行"
    if any(mark in cell for mark in _SENTENCE):
        return ""
    nearest = reversed(above[-_ROW_LINES:])
    row = next((line for line in nearest if _ROW.fullmatch(line)), "")
    return row and f"第{row}行"
