"""The same twice: words, paragraphs, items of lists."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from fenghua_analysis.audit.evidence import Evidence
from fenghua_analysis.audit.findings import HARD, SOFT, Finding, Place
from fenghua_analysis.audit.words import clauses
from fenghua_analysis.documents import WorkItem

KIND = "duplicate"

_WORD = re.compile(r"(?P<word>[\u4e00-\u9fff]{2,4})(?P=word)")
_REPEATS = re.compile(
    r"(?P<word>一个|人人|户户|村村|天天|家家|各个|研究|讨论|考虑|商量)"
)
_LETTER = re.compile(
    r"的的|达达(?=到)|与与|及及|将将|和和(?=[\u4e00-\u9fff]{2})(?![谐睦美平风蔼])"
)
_NUMBER = re.compile(r"\d")
LONG = 20
"""A paragraph of so many characters does not stand twice by chance."""
MOST = 200
"""Doubled words that are looked into: each costs a walk through the text."""
AIM = 8
"""So many characters of a target are more than a set phrase."""


def items(documents: Sequence[Evidence]) -> Iterator[Finding]:
    """Two items of the lists that are one: by their name, or by their figures."""
    for evidence in documents:
        named: dict[str, WorkItem] = {}
        paired: set[tuple[int, int]] = set()
        for item in evidence.items:
            other = named.setdefault(clauses.bare(item.name), item)
            if other is not item:
                paired.add((other.start, item.start))
                places = (_name(evidence, other), _name(evidence, item))
                values = _both(other, item)
                yield Finding(KIND, HARD, "item", places, values)
        yield from _same_aims(evidence, paired)


def words(documents: Sequence[Evidence]) -> Iterator[Finding]:
    """A word typed twice: 提升提升."""
    for evidence in documents:
        text = evidence.document.text
        found: dict[str, list[Place]] = defaultdict(list)
        for paragraph in evidence.document.paragraphs:
            for pattern in (_WORD, _LETTER):
                for double in pattern.finditer(paragraph.text):
                    place = evidence.place_in(paragraph, *double.span())
                    # A column's edge parts what only squeezing has brought together.
                    if len(place.quote) == len(double.group()):
                        found[double.group()].append(place)
        for word, places in islice(found.items(), MOST):
            if _is_slip(word, text):
                yield Finding(KIND, SOFT, "word", tuple(places), {"words": word})


def _is_slip(double: str, text: str) -> bool:
    """Whether a doubled word is a word, and no accident of its neighbours.

    Such a word stands alone elsewhere, and more often than what the pair shows when it
    is cut one character later: 每人 in 老人每人每月, 名山 in 石名山名镇.
    """
    if _REPEATS.match(double):
        return False
    half = len(double) // 2
    if half < 2:
        return True
    word, shifted = double[:half], double[1 : half + 1]
    elsewhere = text.count(word) - 2 * text.count(double)
    return elsewhere > 0 and text.count(shifted) <= elsewhere


def paragraphs(documents: Sequence[Evidence]) -> Iterator[Finding]:
    """A paragraph that stands twice, outside the lists and their repeated cells."""
    for evidence in documents:
        spans = [(item.start, item.end) for item in evidence.items]
        first = min((start for start, _ in spans), default=len(evidence.document.text))
        seen: dict[str, Place] = {}
        for stretch in evidence.stretches:
            text = clauses.bare(stretch.passage.text)
            if len(text) < LONG or stretch.passage.offsets[0] >= first:
                continue
            place = evidence.place_in(stretch.passage, 0, len(stretch.passage.text))
            earlier = seen.setdefault(text, place)
            if earlier is not place and "。" in stretch.passage.text:
                values = {"words": text[:LONG]}
                yield Finding(KIND, SOFT, "paragraph", (earlier, place), values)


def _same_aims(evidence: Evidence, paired: set[tuple[int, int]]) -> Iterator[Finding]:
    """Items that promise the same figures in the same words."""
    aims: dict[str, list[tuple[WorkItem, Place]]] = defaultdict(list)
    for item in evidence.items:
        for cell in clauses.within(evidence, clauses.target(item)):
            for clause in clauses.clauses(cell):
                text = clauses.bare(clause.text)
                if len(text) >= AIM and _NUMBER.search(text):
                    place = evidence.place_in(clause, 0, len(clause.text))
                    aims[text].append((item, place))
    shared: dict[tuple[int, int], list[tuple[WorkItem, WorkItem, Place, Place]]]
    shared = defaultdict(list)
    for stated in aims.values():
        for (one, first), (other, second) in pairwise(stated):
            if one is not other:
                shared[one.start, other.start].append((one, other, first, second))
    for pair, found in shared.items():
        if pair not in paired:
            one, other = found[0][:2]
            places = tuple(place for _, _, *both in found for place in both)
            severity = HARD if len(found) > 1 else SOFT
            values = _both(one, other) | {"count": len(found)}
            yield Finding(KIND, severity, "aims", places, values)


def _both(one: WorkItem, other: WorkItem) -> dict[str, str | int]:
    return {
        "one": one.name,
        "first": one.number,
        "other": other.name,
        "second": other.number,
        "lists": "、".join(dict.fromkeys((one.list_title, other.list_title))),
    }


def _name(evidence: Evidence, item: WorkItem) -> Place:
    """The name of an item, at the head of its row."""
    at = evidence.document.text.find(item.name, item.start, item.end)
    if at < 0:
        at = item.start
    return evidence.place(at, min(at + len(item.name), item.end))
