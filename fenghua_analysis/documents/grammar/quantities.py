"""The second layer: a number with its unit, its bounds and the words that lead to it.

``比例达到85%以上`` holds one quantity: value 85, unit %, comparator ge. Reading goes
forwards from the number (scale, unit, 以上) and backwards word by word through the
lexicon (达到, 不低于, 同比增长); what is left of that is the name of what is counted.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from fenghua_analysis.documents.grammar import lexicon, measures
from fenghua_analysis.documents.grammar.leading import BOUNDS, read_lead
from fenghua_analysis.documents.grammar.tokens import Token

_UNIT = re.compile(measures.UNIT)
_SCALE = re.compile(measures.SCALE)
_POST = {word: bound for bound, listed in lexicon.AFTER.items() for word in listed}
_AFTER = re.compile(rf"(?P<more>[{lexicon.MORE}])|(?P<bound>{lexicon.any_of(_POST)})")
_TO = re.compile(r"(?:-+|~|至|到)(?=\d)")
_PAREN_UNIT = re.compile(rf"\((?:{measures.BASE})\)")
_PARTS = {"百分之": "%", "千分之": "‰"}
SHARES = frozenset(("%", "‰", "倍", "成"))
_MORE = frozenset(lexicon.MORE)
_MEANT = {
    "百分点": "百分点",
    "个百分点": "百分点",
    "个千分点": "千分点",
    "个点": "百分点",
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as stated, and how it binds.

    Attributes
    ----------
    value, value_high : unscaled (1.4万元 is 1.4); `value_high` closes a range
    unit : literal, without the measure word of 个百分点
    comparator : eq ge le gt lt approx growth
    change : up or down, for a growth
    start, end : the shortest span that holds number, unit and comparator
    number : where the number itself begins
    lead : where the words that lead to the number begin; the name ends there
    led : words lead to the number or bind it, which then needs no unit
    reached : among them is a verb or a bound: 达到, 不低于, 增长
    shared : each (分别), all (均) or nothing
    moved : up or down, for a level moved to: 提高到, 降至
    binding : comparator from the words before, which a list shares: 分别增长8%、9%
    """

    value: float
    unit: str
    comparator: str
    start: int
    end: int
    lead: int
    number: int
    value_high: float | None = None
    change: str = ""
    led: bool = False
    reached: bool = False
    shared: str = ""
    moved: str = ""
    binding: str = ""

    @property
    def bounded(self) -> bool:
        """Whether it is a threshold rather than a figure."""
        return self.comparator in BOUNDS

    @property
    def counts(self) -> bool:
        """Whether it counts things: 5家, 3万人次, but not 5亿元 or 5%."""
        return base(self.unit) in measures.COUNTS


def base(unit: str) -> str:
    """The unit without its scale: 万人次 → 人次.

    Examples
    --------
    >>> base("万人次"), base("亿元"), base("%")
    ('人次', '元', '%')
    """
    scale = _SCALE.match(unit)
    return unit[scale.end() :] if scale and len(unit) > scale.end() else unit


def quantities(text: str, found: Sequence[Token]) -> list[Quantity]:
    """The quantities of one clean line, in their order.

    Examples
    --------
    >>> from fenghua_analysis.documents.grammar.tokens import tokens
    >>> line = "亩均税收增长8%以上,新增托位八千余个"
    >>> [(q.value, q.unit, q.comparator) for q in quantities(line, tokens(line))]
    [(8.0, '%', 'ge'), (8000.0, '个', 'gt')]
    """
    numbers = [token for token in found if token.kind == "number"]
    read: list[Quantity] = []
    floor = 0
    for number, following in zip_longest(numbers, numbers[1:]):
        if number.start < floor:  # it belongs to the one before: 10—50万元, 个/10万人
            continue
        high = _range_end(text, number, following) if following else None
        quantity = _forwards(text, number, high=high)
        read.append(_backwards(text, quantity, floor=floor))
        floor = quantity.end
    return read


def _range_end(text: str, low: Token, high: Token) -> Token | None:
    """The second number of 10—50万元 or 5%至8%, where the two make a range."""
    unit = _UNIT.match(text, low.end)
    for after in {low.end, unit.end() if unit else low.end}:
        to = _TO.match(text, after)
        if to and to.end() == high.start and not _leaves(text, low.start, to.group()):
            return high
    return None


def _leaves(text: str, start: int, to: str) -> bool:
    """从5%到8% is a move, not a range."""
    return (
        to in "至到"
        and re.search(r"[从由自][^,。;]{0,8}$", text[max(0, start - 10) : start])
        is not None
    )


def _forwards(text: str, number: Token, *, high: Token | None) -> Quantity:
    """Scale, unit and the bound behind it."""
    part = _PARTS.get(text[number.start : number.start + 3])
    if part:
        unit, more, end = part, False, number.end
    else:
        unit, more, end = _unit(text, (high or number).end)
    comparator = "gt" if more else "eq"
    while bound := _AFTER.match(text, end):
        comparator, end = _POST.get(bound.group(), "gt"), bound.end()
    return Quantity(
        value=number.value,
        value_high=high.value if high else None,
        unit=_MEANT.get(unit, unit),
        comparator=comparator,
        start=number.start,
        end=end,
        lead=number.start,
        number=number.start,
    )


def _unit(text: str, at: int) -> tuple[str, bool, int]:
    """Unit, whether “more than” stands before or inside it, and its end."""
    more = text[at : at + 1] in _MORE
    at += more
    scale = _SCALE.match(text, at)
    if not more and scale and text[scale.end() : scale.end() + 1] in _MORE:
        inner = _UNIT.match(text, scale.end() + 1)
        inside = inner.group() if inner else ""
        return scale.group() + inside, True, scale.end() + 1 + len(inside)
    unit = _UNIT.match(text, at)
    literal = unit.group() if unit else ""
    aside = _PAREN_UNIT.match(text, at + len(literal)) if literal else None
    literal += aside.group() if aside else ""
    return literal, more, at + len(literal)


def _backwards(text: str, quantity: Quantity, *, floor: int) -> Quantity:
    """The quantity with what the words before it say; a bound behind it wins."""
    quantity = _signed(text, quantity, floor=floor)
    lead = read_lead(
        text,
        quantity.start,
        floor=floor,
        counts=quantity.counts or base(quantity.unit) in measures.EXTENTS,
        ratio=quantity.unit in SHARES,
    )
    stated = quantity.comparator
    if lead.change and quantity.value < 0:  # 增长-3.5% is a fall by 3.5%
        quantity = replace(quantity, value=-quantity.value)
        lead = replace(lead, change="down")
    if stated == "eq" and not lead.comparator:
        grown = lexicon.AMPLITUDES.get(
            text[max(0, lead.name_end - 2) : lead.name_end], ""
        )
        lead = replace(lead, comparator="growth" if grown else "", change=grown)
    return replace(
        quantity,
        comparator=stated if stated != "eq" else lead.comparator or "eq",
        change=lead.change,
        start=lead.start,
        lead=lead.name_end,
        led=lead.name_end < quantity.start or stated != "eq",
        reached=lead.start < quantity.start,
        shared=lead.shared,
        moved=lead.moved,
        binding=lead.comparator,
    )


def _signed(text: str, quantity: Quantity, *, floor: int) -> Quantity:
    """A minus, unless it stands between two things, as in 1-3月 or A-2."""
    at = quantity.start - 1
    if at < floor or text[at] != "-":
        return quantity
    if at > floor and text[at - 1].isascii() and text[at - 1].isalnum():
        return quantity
    return replace(quantity, value=-quantity.value, start=at, lead=at)
