"""Values as they are printed: each stands for an interval, in the plainest unit.

1.4万元 is printed to a hundred yuan and stands for 13,500–14,500 元; 56.0 % stands for
55.95–56.05 %. Two values agree when their intervals meet; a ratio is right when the
interval of the quotient meets the interval of the ratio.
"""

import re
from dataclasses import dataclass
from math import inf

from fenghua_analysis.documents import Fact
from fenghua_analysis.documents.grammar import measures
from fenghua_analysis.documents.passages import PLAIN
from fenghua_analysis.units import QUANTITIES, SCALES

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_SCALE = re.compile(measures.SCALE)
_PLAIN = {
    unit: (quantity, factor)
    for quantity, units in QUANTITIES.items()
    for unit, factor in units.items()
} | {
    "名": ("persons", 1),
    "位": ("persons", 1),
    "成": ("share", 0.1),
    "美元": ("dollars", 1),
}
_COUNTED = frozenset(measures.COUNTED.split()) - {"人", "名", "位", "人次", "户"}
CONSTANT_PRICES = re.compile(r"GDP|生产总值|增加值|产值")
"""Growth of these is told in constant prices: two nominal levels do not make it."""
APPROXIMATE = 0.05
"""What 约 and 左右 may differ by."""
DUST = 1e-9


@dataclass(frozen=True, slots=True)
class Span:
    """An interval of values in one unit.

    Examples
    --------
    >>> Span(1, 2) + Span(3, 4), Span(1, 2).meets(Span(2, 3))
    (Span(low=4, high=6), True)
    """

    low: float
    high: float

    def __add__(self, other: "Span") -> "Span":
        return Span(self.low + other.low, self.high + other.high)

    def __truediv__(self, other: "Span") -> "Span":
        """Of positive intervals: the quotients that their ends allow."""
        return Span(self.low / other.high, self.high / max(other.low, DUST))

    def meets(self, other: "Span") -> bool:
        room = DUST * max(abs(self.low), abs(other.low), 1)
        return self.low <= other.high + room and other.low <= self.high + room


@dataclass(frozen=True, slots=True)
class Measured:
    """A stated value in the plainest unit of its quantity.

    Attributes
    ----------
    quantity : money, persons, share, count …; "" where no unit is given
    value : the stated number itself
    printed : all values that print as this one
    """

    quantity: str
    value: float
    printed: Span

    @property
    def is_amount(self) -> bool:
        """Whether texts round it freely: sums of money, and anything in 万 or 亿."""
        return self.quantity == "money" or self.value >= 10_000


def measured(fact: Fact) -> Measured | None:
    """The value of a fact; None for a promise in words.

    Examples
    --------
    >>> from fenghua_analysis.documents import Document, extract_facts
    >>> measured(extract_facts(Document("最低生活保障标准达1.4万元。"))[0])
    Measured(quantity='money', value=14000.0, printed=Span(low=13500.0, high=14500.0))
    """
    if fact.value is None:
        return None
    quantity, factor = plain(fact.unit)
    half = 0.5 * 10.0 ** -_decimals(fact)
    if fact.comparator == "approx":
        half = max(half, APPROXIMATE * abs(fact.value))
    high = fact.value if fact.value_high is None else fact.value_high
    low, high = _tidy((fact.value - half) * factor), _tidy((high + half) * factor)
    return Measured(quantity, _tidy(fact.value * factor), Span(low, high))


def bounded(fact: Fact, value: Measured) -> Span:
    """The values that a fact allows: ≤ 3.5 allows all up to it.

    Examples
    --------
    >>> from fenghua_analysis.documents import Document, extract_facts
    >>> fact = extract_facts(Document("失业率控制在3.5%以内。"))[0]
    >>> bounded(fact, measured(fact)).high
    0.035
    """
    if fact.comparator in ("ge", "gt"):
        return Span(value.value, inf)
    if fact.comparator in ("le", "lt"):
        return Span(-inf, value.value)
    return value.printed


def plain(unit: str) -> tuple[str, float]:
    """The quantity that a unit measures, and its factor to the plainest unit.

    Examples
    --------
    >>> plain("万元"), plain("万户"), plain("家"), plain("件/万人")
    (('money', 10000.0), ('households', 10000.0), ('count', 1), ('count/万人', 1))
    """
    head, *per = unit.removesuffix("/年").split("/")
    quantity, factor = _PLAIN.get(head, ("", 0))
    if not quantity:
        scale = _SCALE.match(head)
        base = head[scale.end() :] if scale else head
        quantity, factor = _PLAIN.get(base, ("", 1))
        quantity = quantity or ("count" if _counts(base) else base)
        for character in scale.group() if scale else "":
            factor *= SCALES[character]
    return "/".join([quantity, *per]), float(factor) if factor != 1 else 1


def _counts(base: str) -> bool:
    return re.sub(r"\(.*\)", "", base) in _COUNTED


def _decimals(fact: Fact) -> int:
    """Places behind the point, as printed: 56.0 has one."""
    for number in _NUMBER.findall(fact.quote.translate(PLAIN).replace(",", "")):
        if float(number) == fact.value:
            return len(number.partition(".")[2])
    return len(f"{fact.value:.6g}".partition(".")[2])


def _tidy(value: float) -> float:
    return float(f"{value:.12g}")
