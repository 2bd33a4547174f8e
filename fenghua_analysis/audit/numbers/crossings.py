"""One indicator in two years, or of a place and of a part of it: notes, no conflicts.

A later target below an earlier one, or a district's target that its city only wants to
reach years later, may be meant. A drafter should know of it before the reader does.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from fenghua_analysis.audit.findings import NOTE, Finding
from fenghua_analysis.audit.numbers.claims import Claim
from fenghua_analysis.audit.numbers.pairs import of_one_quantity

_LOWER_IS_BETTER = re.compile(
    r"失业率|死亡|成讼|能耗|排放|浓度|倍差|收入比|差距|发生率|发病率|负债率|赤字|用地面积"
    r"|使用面积|流失|贫困|投诉|事故|案件|发案|用水量|不良|患病|超标|违法"
)
_OF_EACH = re.compile(r"[率度比]$|每|人均|标准|工资|收入|年限|寿命|占")
"""What can be compared between a place and its parts: a rate, not a total."""
_WORKS = re.compile(r"新增|新[建改扩]|改造|建[成设]|完成|创建|培育|开工|实施")
"""Verbs of what is done anew every year."""
_LOOSER = {"lt": "le", "gt": "ge"}


def crossings(groups: Iterable[Sequence[Claim]]) -> Iterator[Finding]:
    """Targets that fall behind what was promised before, or above.

    Parameters
    ----------
    groups : claims of one thing each
    """
    for group in groups:
        annual = [claim for claim in group if claim.year and not claim.grows]
        yield from _across_years(annual)
        yield from _across_levels(annual)


def worse(one: Claim, other: Claim) -> bool:
    """Whether the value of `one` is worse than that of `other`, beyond its printing."""
    here, there = one.measured, other.measured
    if here.value == there.value:
        return _LOOSER.get(other.fact.comparator) == one.fact.comparator
    if (here.is_amount or there.is_amount) and here.printed.meets(there.printed):
        return False
    lower = _LOWER_IS_BETTER.search(one.fact.indicator) is not None
    return (here.value > there.value) == lower


def _across_years(group: Sequence[Claim]) -> Iterator[Finding]:
    """The weakest target of each place that comes after a stronger figure."""
    by_place: dict[tuple[str, str], list[Claim]] = {}
    for claim in _distinct(group):
        place = claim.region[-1] or claim.source
        by_place.setdefault((place, claim.scope), []).append(claim)
    for alike in by_place.values():
        pair = next(_fallen(sorted(alike, key=lambda claim: claim.year)), None)
        if pair is not None:
            yield _finding(*pair, kind="cross_year", key="weaker")


def _distinct(group: Sequence[Claim]) -> list[Claim]:
    """The first of the claims that say the same."""
    said = {
        (c.region, c.year, c.measured.value, c.fact.comparator, c.reported): c
        for c in reversed(group)
    }
    return list(said.values())[::-1]


def _fallen(alike: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    for earlier, later in combinations(alike, 2):
        follows = earlier.year < later.year and not later.reported
        if (
            follows
            and not (earlier.reported and _leaves_room(later))
            and _can_compare(earlier, later)
            and worse(later, earlier)
        ):
            yield later, earlier


def _leaves_room(claim: Claim) -> bool:
    """What may lie below last year's figure, and takes nothing back.

    A ceiling (失业率控制在3.5%以内 after 2.9 %), a level to be held (保持在80%以上
    after 81.6 %), and a year's own works (新增学位2800个 after 3600).
    """
    is_ceiling = claim.fact.comparator in ("le", "lt")
    is_held = "保持" in claim.fact.quote
    return is_ceiling or is_held or bool(_WORKS.search(claim.fact.indicator))


def _across_levels(group: Sequence[Claim]) -> Iterator[Finding]:
    """A part of a region beside the whole of it, one finding for each two of them."""
    stated = [claim for claim in _distinct(group) if not claim.scope]
    above = {name for claim in stated for name in claim.region[:-1]}
    wholes = [claim for claim in stated if claim.region[-1] in above]
    told = set()
    for part, whole in product(stated, wholes):
        levels = part.region[-1], whole.region[-1]
        if levels in told or whole.region[-1] not in part.region[:-1]:
            continue
        key = _standing(part, whole)
        if key and _can_compare(part, whole):
            told.add(levels)
            yield _finding(part, whole, kind="cross_level", key=key)


def _standing(part: Claim, whole: Claim) -> str:
    """ahead: it has what the whole only wants; behind: it wants less, and later."""
    if part.reported or whole.reported or not _OF_EACH.search(part.name.core):
        return ""
    if part.year <= whole.year and worse(whole, part):
        return "ahead"
    return "behind" if part.year >= whole.year and worse(part, whole) else ""


def _can_compare(one: Claim, other: Claim) -> bool:
    some = one.place is not None or other.place is not None
    return some and of_one_quantity(one, other)


def _finding(one: Claim, other: Claim, *, kind: str, key: str) -> Finding:
    return Finding(
        kind=kind,
        severity=NOTE,
        key=key,
        places=tuple(claim.place for claim in (one, other) if claim.place),
        values={
            "name": one.fact.indicator,
            "first": one.stated,
            "year": one.year,
            "region": one.region[-1],
            "second": other.stated,
            "other_year": other.year,
            "other_region": other.region[-1],
            "source": other.source,
        },
    )
