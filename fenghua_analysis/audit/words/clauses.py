"""Clauses of a work item's cells, and how much two of them have in common."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from fenghua_analysis.audit.evidence import Evidence
from fenghua_analysis.documents import WorkItem
from fenghua_analysis.documents.passages import Passage
from fenghua_analysis.documents.schedule import Milestone, is_schedule

_SENTENCE = re.compile(r"[^。;!?]+")
_CLAUSE = re.compile(r"[^,:]+")
_MARKS = str.maketrans("", "", "“”\"‘’'《》<>() ·")

Span = tuple[int, int]
LONGEST = 80
"""Characters of a clause that are compared: time must not grow with their square."""
MANY = 60
"""Clauses of a cell that are compared with those of another."""


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone with the words that it dates.

    Attributes
    ----------
    passage : its label, each character with its place
    """

    milestone: Milestone
    passage: Passage


def target(item: WorkItem) -> Span | None:
    """The span of the target cell, the first of an item."""
    return next(iter(item.cells.values()), None)


def within(evidence: Evidence, span: Span | None) -> list[Passage]:
    """The passages of a span of the document, cut at its ends."""
    if span is None:
        return []
    return [
        part
        for stretch in evidence.stretches_in(*span)
        if (part := _cut(stretch.passage, span)).text
    ]


def aims(evidence: Evidence, item: WorkItem) -> list[Passage]:
    """The clauses of the target cell."""
    cells = within(evidence, target(item))
    return list(islice((part for cell in cells for part in clauses(cell)), MANY))


def texts(evidence: Evidence, item: WorkItem) -> Iterator[Passage]:
    """The cells of an item, without its schedule."""
    for title, span in item.cells.items():
        if not is_schedule(title):
            yield from within(evidence, span)


def steps(evidence: Evidence, item: WorkItem) -> list[Step]:
    """The milestones of an item with their words, in their order."""
    return [
        Step(milestone, part)
        for milestone in item.milestones
        for part in within(evidence, (milestone.start, milestone.end))
    ]


def sentences(passage: Passage) -> Iterator[Passage]:
    """Up to a full stop or a semicolon."""
    return _parts(_SENTENCE, passage)


def clauses(passage: Passage) -> Iterator[Passage]:
    """Up to any comma, colon or stop.

    Examples
    --------
    >>> [part.text for part in clauses(Passage("建成,投用。另建一处", range(10)))]
    ['建成', '投用', '另建一处']
    """
    for sentence in sentences(passage):
        yield from _parts(_CLAUSE, sentence)


def bare(text: str) -> str:
    """The words alone, without quotation marks and brackets."""
    return text.translate(_MARKS)


def common(one: str, other: str) -> str:
    """The longest stretch of characters that two clauses share.

    Examples
    --------
    >>> common("党群服务中心年底前交付", "区党群服务中心完成主体")
    '党群服务中心'
    """
    one, other = one[:LONGEST], other[:LONGEST]
    best, ends = "", [0] * (len(other) + 1)
    for at, char in enumerate(one):
        lengths = [0] * (len(other) + 1)
        for index, candidate in enumerate(other, 1):
            if candidate == char:
                lengths[index] = length = ends[index - 1] + 1
                if length > len(best):
                    best = one[at - length + 1 : at + 1]
        ends = lengths
    return best


def _parts(pattern: re.Pattern[str], passage: Passage) -> Iterator[Passage]:
    for part in pattern.finditer(passage.text):
        yield passage[part.start() : part.end()]


def _cut(passage: Passage, span: Span) -> Passage:
    first, last = (bisect_left(passage.offsets, place) for place in span)
    return passage[first:last]
