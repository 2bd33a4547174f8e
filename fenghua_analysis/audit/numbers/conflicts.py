"""One indicator, one year, one place, two values — or one value bound in two ways."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from fenghua_analysis.audit.findings import HARD, SOFT, Finding
from fenghua_analysis.audit.numbers.claims import Claim
from fenghua_analysis.audit.numbers.measured import bounded
from fenghua_analysis.audit.numbers.pairs import of_one_quantity
from fenghua_analysis.documents.grammar import naming

MOST_VALUES = 3
"""More values than these under one name: it is not the name of one indicator."""
_OPPOSED = ({"ge", "le"}, {"gt", "lt"}, {"ge", "lt"}, {"gt", "le"})
_STRICTER = ({"le", "lt"}, {"ge", "gt"})
_BOUNDS = frozenset(("ge", "gt", "le", "lt"))
LONGEST_LOOSE = 5
"""A count under a shorter name (新增学位) may be that of a part."""


def conflicts(groups: Iterable[Sequence[Claim]]) -> Iterator[Finding]:
    """Two values that cannot both be that of one indicator in one year.

    Parameters
    ----------
    groups : claims of one thing each
    """
    for group in groups:
        for alike in _of_one_time(group):
            yield from _conflicts(alike)


def comparator_conflict(one: Claim, other: Claim) -> bool:
    """Whether one value is bound in two ways: below 3.5, and at most 3.5.

    达到 beside 以上 is none: offices use them for the same promise.
    """
    if one.measured.value != other.measured.value:
        return False
    bounds = {one.fact.comparator, other.fact.comparator}
    return bounds in (*_OPPOSED, *_STRICTER)


def disagree(one: Claim, other: Claim) -> bool:
    """Whether no value satisfies both, or two goals are set for one thing."""
    here, there = one.measured, other.measured
    if here.value == there.value:
        return False
    bounds = {one.fact.comparator, other.fact.comparator}
    # Sums are rounded on the way; the goal of a rate is set, not rounded.
    rounded = one.reported or here.is_amount or there.is_amount or "approx" in bounds
    if len(bounds) == 1 and (bounds & _BOUNDS or not rounded):
        return not (rounded and here.printed.meets(there.printed))
    return not bounded(one.fact, here).meets(bounded(other.fact, there))


def _of_one_time(group: Sequence[Claim]) -> Iterator[list[Claim]]:
    """The claims of a group that must agree: one year, one place, one kind."""
    alike: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in group:
        if claim.year:
            place = claim.region[-1] or claim.source
            key = (claim.year, place, claim.scope, claim.reported)
            alike[key].append(claim)
    return (found for found in alike.values() if len(found) > 1)


def _conflicts(alike: Sequence[Claim]) -> Iterator[Finding]:
    """One finding for each two values, however often either is repeated."""
    values: dict[tuple[float, str], list[Claim]] = defaultdict(list)
    for claim in alike:
        values[claim.measured.value, claim.fact.comparator].append(claim)
    if len({value for value, _ in values}) > MOST_VALUES:
        return
    for ones, others in combinations(values.values(), 2):
        pair = next(_apart(ones, others), None)
        if pair is None or not any(claim.place for claim in (*ones, *others)):
            continue
        if comparator_conflict(*pair):
            yield _finding("comparator_conflict", pair, said=(*ones, *others))
        elif disagree(*pair):
            yield _finding("value_conflict", pair, said=(*ones, *others))


def _apart(
    ones: Sequence[Claim], others: Sequence[Claim]
) -> Iterator[tuple[Claim, Claim]]:
    """Pairs from two passages: what one sentence says twice it says of two things."""
    for one in ones:
        for other in others:
            apart = (one.source, one.passage) != (other.source, other.passage)
            if apart and of_one_quantity(one, other):
                yield one, other


def _severity(one: Claim, other: Claim) -> str:
    counts = one.measured.quantity in ("count", "households", "")
    loose = counts and not naming.ends_in_head(one.fact.indicator)
    short = min(len(one.name.core), len(other.name.core)) < LONGEST_LOOSE
    return SOFT if loose and short else HARD


def _finding(kind: str, pair: tuple[Claim, Claim], *, said: Sequence[Claim]) -> Finding:
    """
    Parameters
    ----------
    said : every claim of either value, each a place of the finding
    """
    one, other = pair
    return Finding(
        kind=kind,
        severity=_severity(one, other),
        key="same_document" if one.source == other.source else "two_documents",
        places=tuple(dict.fromkeys(claim.place for claim in said if claim.place)),
        values={
            "name": one.fact.indicator,
            "year": one.year,
            "first": one.stated,
            "second": other.stated,
            "here": one.where,
            "there": other.where,
            "one": one.source,
            "other": other.source,
        },
    )
