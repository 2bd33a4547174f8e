"""A line of prose, cut into sentences and clauses.

Commas, colons and brackets part clauses, except inside names (“…”, 《…》) and inside
brackets that belong to a name, such as 镇(街道). A bracket that states a quantity is a
clause of its own; a bracket of departments is a credit, no part of the sentence.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fenghua_analysis.documents import departments
from fenghua_analysis.documents.grammar.quantities import Quantity, quantities
from fenghua_analysis.documents.grammar.tokens import Token, tokens

_BREAK = re.compile(r"[。!?;,()…]|(?<!\d):|:(?!\d)| (?![A-Za-z])|(?<![A-Za-z]) ")
_SENTENCE_ENDS = frozenset(("。", "!", "?", "…", "list"))
_BRACKETS = re.compile(r"[()]")
_CREDIT_FOLLOWED_BY = frozenset(("", "。", ";", "(", ",", ")"))


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a line between two breaks, with the quantities in it.

    Attributes
    ----------
    sentence : number of its sentence in the line
    opening, closing : the marks around it; "" at the ends of the line
    """

    start: int
    end: int
    sentence: int
    opening: str
    closing: str
    quantities: Sequence[Quantity]


@dataclass(frozen=True, slots=True)
class Credit:
    """Departments in a bracket: they answer for what stands before it."""

    start: int
    end: int
    departments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A clean line, read up to its clauses."""

    text: str
    tokens: Sequence[Token]
    clauses: Sequence[Clause]
    credits: Sequence[Credit]


@dataclass(frozen=True, slots=True)
class _Break:
    start: int
    end: int
    mark: str


def read_line(text: str) -> Line:
    """Tokens, quantities, clauses and credits of one clean line.

    Examples
    --------
    >>> line = read_line("新增托位450个(其中普惠270个),建成中心1家(区民政局)。")
    >>> [line.text[clause.start : clause.end] for clause in line.clauses]
    ['新增托位450个', '其中普惠270个', '建成中心1家']
    >>> line.credits[0].departments
    ('区民政局',)
    """
    found = tokens(text)
    stated = quantities(text, found)
    credits, names = _sort_brackets(text, stated)
    parting = {
        token.start: (token.end, "list") for token in found if token.kind == "list"
    }
    parting |= {credit.start: (credit.end, "credit") for credit in credits}
    skipped = [(token.start, token.end) for token in found if token.kind != "list"]
    breaks = list(_breaks(text, skipped=sorted(skipped + names), parting=parting))
    return Line(text, found, list(_clauses(text, stated, breaks=breaks)), credits)


def _sort_brackets(
    text: str, stated: Sequence[Quantity]
) -> tuple[list[Credit], list[tuple[int, int]]]:
    """Outermost brackets: those that credit departments, those that belong to names."""
    starts = [quantity.start for quantity in stated]
    credits, names = [], []
    for start, end in _brackets(text):
        named: tuple[str, ...] = ()
        if text[end : end + 1] in _CREDIT_FOLLOWED_BY:
            named = departments.credited(text[start + 1 : end - 1])
        if named:
            credits.append(Credit(start, end, named))
        elif bisect_left(starts, start) == bisect_left(starts, end):
            names.append((start, end))
    return credits, names


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    opened: list[int] = []
    for mark in _BRACKETS.finditer(text):
        if mark.group() == "(":
            opened.append(mark.start())
        elif opened:
            start = opened.pop()
            if not opened:
                yield start, mark.end()


def _breaks(
    text: str,
    *,
    skipped: Sequence[tuple[int, int]],
    parting: Mapping[int, tuple[int, str]],
) -> Iterator[_Break]:
    """Marks, list numbers and credits that part clauses, in their order."""
    inside, passed = iter(skipped), 0
    closed = next(inside, (len(text), len(text)))
    marks = {mark.start(): (mark.end(), mark.group()) for mark in _BREAK.finditer(text)}
    for at, (end, mark) in sorted((marks | dict(parting)).items()):
        while closed[1] <= at:
            closed = next(inside, (len(text), len(text) + 1))
        if passed <= at < closed[0]:
            passed = end
            yield _Break(at, end, mark)


def _clauses(
    text: str, stated: Sequence[Quantity], *, breaks: Sequence[_Break]
) -> Iterator[Clause]:
    starts = [quantity.start for quantity in stated]
    sentence, at, opening = 0, 0, ""
    for stop in [*breaks, _Break(len(text), len(text), "")]:
        if stop.start > at:
            low, high = bisect_left(starts, at), bisect_left(starts, stop.start)
            within = stated[low:high]
            yield Clause(at, stop.start, sentence, opening, stop.mark, within)
        sentence += stop.mark in _SENTENCE_ENDS
        at, opening = stop.end, stop.mark
