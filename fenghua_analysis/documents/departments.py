"""Who answers for it: department strings split, and brought to one name each.

Documents write 区卫健局 and 区卫生健康局, 总工会 and 区总工会. One rule adds the level
that a name leaves out; every other alias comes from a table that the caller gives.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from fenghua_analysis.documents.grammar.lexicon import any_of, words

JOIN = "、"
_MARKS = "“”。: "

_LABEL = re.compile(
    r"(?P<role>牵头|责任|主办|承办|实施|主管|落实|主要责任|配合|协办|协同|参与|参加|协助)(?:责任)?"
    r"(?:单位|部门|处室|主体|科室)(?:\(.{1,10}\))?[:：]?"
)
_HELPS = frozenset(words("配合 协办 协同 参与 参加 协助"))
_SPLIT = re.compile(r"[、,，;；/\s()（）]+|(?<=[局委办部院会联])和(?=[区市县省])")
_KINDS = words(
    "局 委 办 部 院 会 联 厅 署 处 室 组 队 社 县 区 市 镇 乡 街道 镇街 中心 公司 集团 "
    "银行 专班 开发区 新区 园区 指挥部 政府 党校 大学 学院 支队 大队 总队 科协 专员 "
    "电视台 档案馆 图书馆"
)
_BODY = re.compile(rf"[\u4e00-\u9fff“”\"·]{{1,24}}(?:{any_of(_KINDS)})")
_LEVELS = "区县市省"
_LEVELLED = re.compile(
    rf"[、(（:：,，]([{_LEVELS}])[\u4e00-\u9fff]{{2,8}}(?:局|委|办|会|联)"
)
LONGEST_CREDIT = 80
# Bodies that carry no level of their own: towns, zones, the organs of other levels.
_OWN_LEVEL = re.compile(
    rf"[{_LEVELS}团]|.*(?:镇|乡|街道|开发区|园区|新区|管委会|管理中心|集团|公司|银行)$|各"
)


def split(text: str) -> tuple[str, ...]:
    """Names in a department cell or bracket, in their order, as stated.

    Examples
    --------
    >>> split("区交通局)(区发改局、区民政局，总工会")
    ('区交通局', '区发改局', '区民政局', '总工会')
    >>> split("牵头单位:市教育局;配合单位:市财政局")
    ('市教育局',)
    """
    labels = list(_LABEL.finditer(text))
    if labels:
        ends = [label.start() for label in labels[1:]] + [len(text)]
        parts = [
            text[label.end() : end]
            for label, end in zip(labels, ends, strict=True)
            if label["role"] not in _HELPS
        ]
        text = JOIN.join(parts)
    names = (name.strip(_MARKS) for name in _SPLIT.split(text))
    return tuple(dict.fromkeys(name for name in names if name))


def credited(bracket: str) -> tuple[str, ...]:
    """Departments that a bracket names, or nothing when it says something else.

    Examples
    --------
    >>> credited("责任单位:区教育局、区卫生健康局"), credited("含大病保险")
    (('区教育局', '区卫生健康局'), ())
    """
    names = split(bracket)
    if _LABEL.match(bracket):
        return names
    bodies = all(len(name) >= 3 and _BODY.fullmatch(name) for name in names)
    return names if names and bodies else ()


def are_bodies(text: str) -> bool:
    """Whether a text names departments, and names them to the end.

    Examples
    --------
    >>> are_bodies("区卫生健康局、区教育局"), are_bodies("区卫生")
    (True, False)
    """
    names = split(text)
    return bool(names) and all(_BODY.fullmatch(name) for name in names)


def credit_line(text: str) -> tuple[str, ...]:
    """Departments of a line that says nothing else: 责任单位:市教育局.

    Examples
    --------
    >>> credit_line("(牵头单位:市教育局)"), credit_line("市教育局牵头新建学校5所。")
    (('市教育局',), ())
    """
    bare = text.strip("()。 ")
    if len(bare) > LONGEST_CREDIT:
        return ()
    bracketed = text.startswith("(") and text.endswith(")")
    return split(bare) if _LABEL.match(bare) else credited(bare) if bracketed else ()


def level_of(text: str) -> str:
    """The level that most departments of a text carry: 区, 县, 市 or 省.

    Examples
    --------
    >>> level_of("(区民政局)(总工会)(区教育局)")
    '区'
    """
    levels = Counter(_LEVELLED.findall(text))
    return levels.most_common(1)[0][0] if levels else ""


def unify(
    names: Sequence[str], *, aliases: Mapping[str, str] | None = None, level: str = ""
) -> tuple[str, ...]:
    """The names under which the registry knows the departments.

    Parameters
    ----------
    aliases : other name → canonical name
    level : put before a name that leaves its own level out

    Examples
    --------
    >>> unify(["民政局", "区卫健局"], aliases={"区卫健局": "区卫生健康局"}, level="区")
    ('区民政局', '区卫生健康局')
    """
    known = aliases or {}
    canonical = set(known.values())
    unified = []
    for name in names:
        if name not in known and name not in canonical and not _OWN_LEVEL.match(name):
            name = level + name
        unified.append(known.get(name, name))
    return tuple(dict.fromkeys(unified))
