"""Indicators that are made of two others: A与B之比, A占B比重, the urban–rural ratio."""

import re
from collections.abc import Iterator, Mapping, Sequence

from fenghua_analysis.audit.findings import HARD, SOFT, Finding
from fenghua_analysis.audit.numbers.claims import Claim
from fenghua_analysis.audit.numbers.measured import Span
from fenghua_analysis.audit.numbers.names import read_name

_OF_TWO = re.compile(
    r"(?P<one>.{2,20}?)(?:与|和|同|对)(?P<other>.{2,20}?)的?(?:之比|比率|比值|比例|比)$"
)
_SHARE = re.compile(
    r"(?P<one>.{2,20}?)占(?P<other>.{2,14}?)(?:的?(?:比重|比例|份额)|比)?$"
)
INNER = re.compile(r"[^()]+\(([^()]{3,})\)")
"""常住人口(城镇人口): a part, under the name of its whole."""
_DEFINED = {
    "城乡居民收入倍差": ("城镇居民人均可支配收入", "农村居民人均可支配收入"),
    "城镇化率": ("城镇人口", "常住人口"),
    "常住人口城镇化率": ("城镇人口", "常住人口"),
    "人均GDP": ("GDP", "常住人口"),
}
FEW, MOST_ALIKE = 5, 100
"""So many values of one level are tried, out of so many mentions."""
_OF_MEANS = frozenset(("人均GDP",))
NEAR = 0.03
"""A figure per head divides by the year's mean population, not by that at its end."""
Index = Mapping[tuple[str, str, tuple[str, ...]], Sequence[Claim]]


def ratios(stated: Sequence[Claim]) -> Iterator[Finding]:
    """Ratios of one document that the two levels in it do not make."""
    index = levels(stated)
    said = {(c.name.core, c.measured.value, c.year): c for c in reversed(stated)}
    for claim in reversed(said.values()):
        yield from _of_two(claim, index)


def levels(stated: Sequence[Claim]) -> Index:
    """Claims of levels by name, year and place."""
    index: dict[tuple[str, str, tuple[str, ...]], list[Claim]] = {}
    for claim in stated:
        if claim.year and not claim.grows and not claim.scope:
            inner = INNER.fullmatch(claim.name.core)
            for name in (claim.name.core, *(inner.groups() if inner else ())):
                index.setdefault((name, claim.year, claim.region), []).append(claim)
    return index


def few(found: Sequence[Claim]) -> list[Claim]:
    """The first claims of a value each; to try them all would take too long."""
    values = {claim.measured.value: claim for claim in reversed(found[:MOST_ALIKE])}
    return list(values.values())[::-1][:FEW]


def _of_two(claim: Claim, index: Index) -> Iterator[Finding]:
    """A ratio against every two levels of its names, year and place."""
    terms = _terms(claim)
    if claim.grows or terms is None or claim.fact.comparator != "eq":
        return
    ones, others = (few(index.get((t, claim.year, claim.region), ())) for t in terms)
    pairs = [(a, b) for a in ones for b in others if divisible(a, b, ratio=claim)]
    if not pairs or any(_makes(a, b, ratio=claim) for a, b in pairs):
        return
    one, other = pairs[0]
    same = index.get((claim.name.core, claim.year, claim.region), [claim])
    alike = [c for c in same if c.measured.value == claim.measured.value]
    yield Finding(
        kind="ratio_mismatch",
        severity=SOFT if claim.name.core in _OF_MEANS else HARD,
        key="of_two",
        places=tuple(c.place for c in (*alike, one, other) if c.place),
        values={
            "name": claim.fact.indicator,
            "stated": claim.stated,
            "one": one.fact.indicator,
            "first": one.stated,
            "other": other.fact.indicator,
            "second": other.stated,
            "implied": _printed(one.measured.value / other.measured.value, claim),
        },
    )


def _terms(claim: Claim) -> tuple[str, str] | None:
    """The names of the two levels that an indicator is made of."""
    if claim.name.core in _DEFINED:
        return _DEFINED[claim.name.core]
    name = claim.fact.indicator
    percent = claim.measured.quantity == "share"
    found = _SHARE.fullmatch(name) if percent else _OF_TWO.fullmatch(name)
    if found is None:
        return None
    return read_name(found["one"]).core, read_name(found["other"]).core


def divisible(one: Claim, other: Claim, *, ratio: Claim) -> bool:
    """Whether two levels can make a ratio; `shares` reads one beside its own amount."""
    if other.measured.printed.low <= 0 or one.reported != other.reported:
        return False
    if ratio.name.core in _DEFINED:
        return True
    beside = ratio.measured.quantity == "share" and one.passage == ratio.passage
    return one.measured.quantity == other.measured.quantity and not beside


def _printed(implied: float, ratio: Claim) -> str:
    """The quotient in the manner in which the ratio is stated."""
    if ratio.measured.quantity == "share":
        return f"{implied:.1%}"
    scale = ratio.measured.value / (ratio.fact.value or 1)
    return f"{implied / scale:.4g}{ratio.fact.unit}"


def _makes(one: Claim, other: Claim, *, ratio: Claim) -> bool:
    quotient = one.measured.printed / other.measured.printed
    if ratio.name.core in _OF_MEANS:
        quotient = Span(quotient.low * (1 - NEAR), quotient.high * (1 + NEAR))
    return quotient.meets(ratio.measured.printed)
