"""Promises without a number: delegated to a level above, or told by a direction."""

import re

from fenghua_analysis.documents.grammar.lexicon import (
    MANNERS,
    TENDENCIES,
    any_of,
)

_ABOVE = "(?:国家|省|市|区|县|上级|级|里)"
_AIM = "(?:指标|目标|任务|计划|要求|标准)"
_WITHIN = "(?:任务|以内|之内|内|值|数)?"
_REACH = "(?:达到|完成|控制在|符合|实现|按照?|以)"
_PATTERNS = {
    "delegated": re.compile(
        rf"(?<!超额)(?<!提前)(?<!圆满)(?<!顺利){_REACH}(?:[\u4e00-\u9fff]{{2,3}}(?=[省市区县]))?{_ABOVE}*(?:下达|核定|分解|规定|考核|要求|确定)"
        rf"的?(?:年度|控制|约束性|考核|减排)*(?:{_AIM}{_WITHIN}|为准)$"
        rf"|{_REACH}{_ABOVE}+定?(?:考核|控制|年度)?{_AIM}{_WITHIN}$"
        rf"|(?<!完成){_ABOVE}+(?:下达|核定){_AIM}?{_WITHIN}$"
    ),
    "qualitative": re.compile(
        rf"(?:{any_of(MANNERS)})+(?:{any_of(TENDENCIES)})$|(?:基本)?同步$"
        rf"|(?:保持|稳居|位居|处于|进入|走在)(?:在?全?{_ABOVE}){{0,2}}(?:前列|领先|先进)"
        r"(?:水平|位次|行列)?$"
    ),
}
_LONGEST = 40


def promised(words: str) -> tuple[str, int] | None:
    """Kind of the promise that `words` end with, and its length in characters.

    Examples
    --------
    >>> promised("单位GDP能耗完成市下达指标"), promised("满意度稳步提升")
    (('delegated', 7), ('qualitative', 4))
    """
    for kind, pattern in _PATTERNS.items():
        said = pattern.search(words[-_LONGEST:])
        if said:
            return kind, len(said.group())
    return None
