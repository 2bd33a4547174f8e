"""The words that lead to a number, read backwards from it to the end of the name.

In 比例比上年提高到约80% the lexicon knows 约, 提高到 and the comparison 比上年; what
stands before them, 比例, is the name. A word that it does not know ends the walk.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fenghua_analysis.documents.grammar import lexicon

BOUNDS = frozenset(("ge", "le", "gt", "lt"))

_BINDING = BOUNDS | {"approx", "level", "change"}
# Between verb and number: 提升至每人每月60元, 提高到2025年的7.
_ASIDE = re.compile(
    r"(?:每(?:人每月|人每年|月每人|年每人|人|年|月|户|亩|季度)|\d{4}年(?:底|末)?的?)$"
)
# 是2010年的1.5倍, 不低于登记数的5%: what the number is a multiple or a share of.
_OF = re.compile(
    r"(?P<bound>不低于|不少于|不高于|不超过|超过|高于|低于|相当于|达到)[^,。;:、\d]{1,14}的$"
    r"|(?P<least>不低于|不少于|不高于|不超过)[^,。;:、\d]{1,14}$"
    r"|(?:是|为|达到|相当于)(?:\d{4}年|[^,。;:、\d]){1,10}的$"
)
# 拉动经济增长0.9个百分点 is a contribution, no growth of its own.
_PULLS = re.compile(r"拉动[^,。;、\d]{1,10}$")
# Between bound and number: 至少建成1家.
_ACTED = re.compile(r"(?:至少|最少|至多|最多)(?P<act>[\u4e00-\u9fff]{2})$")
_OF_PLAN = re.compile(r"目标|计划|任务")
_COMPARISON = re.compile(
    r"(?<![占同环对之可])(?:比(?![重例率值分])|较|与(?=上|去|前|同期|\d{4}))"
    r"[^,。;:、()\d]{0,12}"
    r"(?:\d{4}年(?:底|末|同期)?[^,。;:、()\d]{0,6})?$"
)
_MARKS = frozenset(",。;:、( ")
_REACH = 30
"""A comparison or an aside is never longer."""


@dataclass(frozen=True, slots=True)
class Lead:
    """What the words before a number say of it.

    Attributes
    ----------
    name_end : where the name ends
    start : where the words begin that bind the number: 不低于, 增长, 达到
    comparator : the bound, growth or approx; "" for none
    change, moved : up or down: of a growth (增长), of a level reached (提高到)
    shared : each (分别), all (均) or ""
    """

    name_end: int
    start: int
    comparator: str = ""
    change: str = ""
    moved: str = ""
    shared: str = ""


@dataclass(frozen=True, slots=True)
class _Word:
    role: str
    sign: str
    start: int


def read_lead(text: str, at: int, *, floor: int, counts: bool, ratio: bool) -> Lead:
    """Follow the words before the number at `at` back to the end of the name.

    Parameters
    ----------
    floor : where the words of the number before end
    counts, ratio : the number counts things or works, or is a share or a multiple

    Examples
    --------
    >>> lead = read_lead("失业率控制在3", 6, floor=0, counts=False, ratio=True)
    >>> lead.name_end, lead.comparator
    (3, 'le')
    """
    words = list(_words(text, at, floor=floor, counts=counts, ratio=ratio))
    binding = [word for word in words if word.role in _BINDING]
    bounds = [word.role for word in binding if word.role in BOUNDS | {"approx"}]
    changes = [word.sign for word in binding if word.role == "change"]
    moves = [word.sign for word in words if word.role == "level" and word.sign]
    shared = [word.role for word in words if word.role in ("each", "all")]
    return Lead(
        name_end=words[-1].start if words else at,
        start=binding[-1].start if binding else at,
        comparator=bounds[0] if bounds else "growth" if changes else "",
        change=changes[0] if changes else "",
        moved=moves[0] if moves else "",
        shared=shared[0] if shared else "",
    )


def _words(
    text: str, at: int, *, floor: int, counts: bool, ratio: bool
) -> Iterator[_Word]:
    """The words that the lexicon knows, nearest first."""
    part = _OF.search(text[max(floor, at - _REACH) : at]) if ratio else None
    if part and not _OF_PLAN.search(part.group()):
        at -= len(part.group())
        bound = part["bound"] or part["least"]
        yield _Word(*lexicon.LEADING.get(bound, ("level", "")), at)
    if text[at - 1 : at] == "+" and at - 1 > floor:
        at -= 1
        yield _Word("change", "up", at)
    while True:
        at -= _aside(text, at, floor=floor)
        word = _known_word(text, at, floor=floor)
        role, sign = lexicon.LEADING.get(word, ("", ""))
        if role in ("", "name") or (role == "change" and counts and _improves(word)):
            return
        if word == "为" and (at - 1 == floor or text[at - 2] in _MARKS):
            return  # 为30个村配备 is done for them; 率为30% is a level
        at -= len(word)
        if role == "change" and _PULLS.search(text[max(floor, at - _REACH) : at]):
            role, sign = "level", ""
        yield _Word(role, sign, at)
        compared = _COMPARISON.search(text[max(floor, at - _REACH) : at])
        if role == "change" and compared:
            at -= len(compared.group())
            yield _Word("comparison", "", at)


def _improves(word: str) -> bool:
    """设施提升52处 counts what was improved; 床位增加50张 tells a change."""
    return word.removesuffix("了") not in lexicon.COUNT_CHANGES


def _aside(text: str, at: int, *, floor: int) -> int:
    """Length of an aside before which a known word stands; else 0."""
    acted = _ACTED.search(text[max(floor, at - 4) : at])
    if acted:
        return len(acted["act"])
    aside = _ASIDE.search(text[max(floor, at - _REACH) : at])
    if aside is None:
        return 0
    known = _known_word(text, at - len(aside.group()), floor=floor)
    return len(aside.group()) if known else 0


def _known_word(text: str, at: int, *, floor: int) -> str:
    sizes = range(min(lexicon.LONGEST, at - floor), 0, -1)
    words = (text[at - size : at] for size in sizes)
    return next((word for word in words if word in lexicon.LEADING), "")
