"""Headers of flattened tables: where they end, and the column titles in them.

Titles stand one on each line, some cut into two lines, some above several columns. A
header over regions that has several titles for each indicator lists the indicators
first, and then 目标, 进度, 完成率 once for each of them.
"""

import re
from collections.abc import Sequence

from fenghua_analysis.documents import departments
from fenghua_analysis.documents.grammar.measures import UNIT
from fenghua_analysis.documents.grammar.places import is_region
from fenghua_analysis.documents.passages import Line
from fenghua_analysis.documents.tables.cells import is_value
from fenghua_analysis.documents.tables.titles import is_nameless, is_title, role_of

LONGEST_TITLE, LONGEST_HEADER = 20, 40
LONGEST_GRID_HEADER = 80
"""Lines of titles over a table of regions, where each indicator has several."""

_MEASURE = re.compile(
    r"(?:[率数额值量度]|比例|比重|情况|单位|部门|目标|完成)(?:\([^()]*\))?$"
)
_SIDES = frozenset(("attribute", "department", "note"))
_UNIT_LINE = re.compile(rf"\((?:单位:)?(?:{UNIT})\)")
_DATE_LINE = re.compile(r"(?:19|20)\d{2}年?(?:度|底|末)?")
_KIND_LINE = re.compile(
    r"(?:基期|现状|目标|规划|计划|预期|完成|实际|实绩|指标)[值数]?(?:\([^()]*\))?"
)
_CUT = re.compile(
    r"目标\|任务数?|(?:目标|完成|计划|实际|任务)\|(?:[数值]|数量|情况)|指标\|名称"
    r"|(?:责任|牵头|主管|计量)\|(?:单位|部门)"
)
_COMPARING = re.compile(r"(?:同期|上年|同比|去年|年均|累计)$")
_GROWING = re.compile(r"[±+]?增[长减速幅]")


def header_end(lines: Sequence[Line], at: int) -> int:
    """Where the titles of a flattened table end; `at` itself, where none begin.

    Titles that nobody can list stand between those that are known; where rows are
    numbered, everything up to the last title above the number 1 is the header, and
    where they are regions, everything above the first region with a value.
    """
    first = lines[at].clean.text
    if len(first) > LONGEST_TITLE or not is_title(first):
        return at
    if role_of(first) == "region":
        row = _first_region(lines, at)
        if row:
            return row
    texts = [line.clean.text for line in lines[at : at + LONGEST_HEADER]]
    above = texts[: texts.index("1")] if "1" in texts else []
    if are_short(above) and any(role_of(text) == "number" for text in above):
        return at + _last_title(above) + 1
    known = [is_title(text) for text in texts]
    return at + (known.index(False) if False in known else len(known))


def _last_title(above: Sequence[str]) -> int:
    """The last title among the lines above the number 1.

    Where a column of areas stands before the numbers, the line right above is already
    the first area: 环境质量. Behind attribute or department only known titles follow.
    """
    roles = [role_of(text) for text in above]
    if "area" in roles[: roles.index("number")]:
        above = above[:-1]
    sides = [n for n, role in enumerate(roles) if role in _SIDES]
    known = [n for n, text in enumerate(above) if is_title(text)]
    measures = [n for n, text in enumerate(above) if _MEASURE.search(text)]
    return max(known + [n for n in measures if not sides or n < sides[0]])


def are_short(texts: Sequence[str]) -> bool:
    return all(len(text) <= LONGEST_TITLE and "。" not in text for text in texts)


def _first_region(lines: Sequence[Line], at: int) -> int:
    """The line of the first region below that is followed by a value; 0 if none is."""
    texts = [line.clean.text for line in lines[at : at + LONGEST_GRID_HEADER]]
    for n in range(1, len(texts) - 1):
        if not are_short(texts[n : n + 1]):
            return 0
        if is_region(texts[n]) and is_value(texts[n + 1]):
            return at + n
    return 0


def column_titles(texts: Sequence[str]) -> tuple[list[str], list[str]]:
    """All titles of a header, cut ones joined, and those of its value columns.

    Examples
    --------
    >>> column_titles(["序号", "指标", "2025年", "目标值", "责任单位"])[1]
    ['2025年目标值']
    >>> column_titles(["地区", "就业", "培训", *["目标", "任务", "进度"] * 2])[1]
    ['就业目标任务', '就业进度', '培训目标任务', '培训进度']
    """
    titles = joined(texts)
    values = [
        title
        for title in titles
        if role_of(title) == "value" and not departments.are_bodies(title)
    ]
    return titles, _grouped(values)


def joined(texts: Sequence[str]) -> list[str]:
    """Titles that were cut into two lines, whole again."""
    titles: list[str] = []
    for text in texts:
        if titles and _is_cut(titles[-1], text):
            titles[-1] += text
        else:
            titles.append(text)
    return titles


def goes_on(text: str) -> bool:
    """Whether a line can only be the rest of a title: (亿元), 增长(%)."""
    return bool(_UNIT_LINE.fullmatch(text) or _GROWING.match(text))


def _is_cut(title: str, text: str) -> bool:
    """Whether two lines are one title: 2025年 + 目标值, 比上年同期 + 增长(%)."""
    if _UNIT_LINE.fullmatch(text):
        return True
    dated = _DATE_LINE.fullmatch(title) and _KIND_LINE.fullmatch(text)
    cut = _CUT.fullmatch(f"{title}|{text}")
    compared = _COMPARING.search(title) and _GROWING.match(text)
    return bool(dated or cut or compared)


def _grouped(titles: Sequence[str]) -> list[str]:
    """Indicators with the titles that are repeated under each of them."""
    nameless = [is_nameless(title) for title in titles]
    first = len(titles) - (nameless[::-1].index(False) if False in nameless else 0)
    names, below = titles[:first], titles[first:]
    groups = sum(title == below[0] for title in below) if below else 0
    if groups < 2 or len(names) < groups:
        return list(titles)
    found, group = [], len(names) - groups - 1
    for title in below:
        group += title == below[0]
        found.append(names[group] + title)
    return found
