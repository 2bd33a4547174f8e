"""A text cut where marks begin and end: pieces, each with the marks that cover it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the text under a number; spans may overlap, nest and be equal."""

    number: int
    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line.

    Attributes
    ----------
    marks : those that cover it, the first to begin first
    begins : those of them that begin here
    """

    text: str
    marks: Sequence[Mark]
    begins: Sequence[Mark]


def lines(text: str, marks: Sequence[Mark]) -> Iterator[list[Piece]]:
    """The pieces of each line; together they are the text without its line breaks.

    Examples
    --------
    >>> marks = [Mark(1, 2, 5, "target"), Mark(2, 4, 5, "target")]
    >>> found = lines("普及80%。\\n完", marks)
    >>> [[(piece.text, len(piece.marks)) for piece in line] for line in found]
    [[('普及', 0), ('80', 1), ('%', 2), ('。', 0)], [('完', 0)]]
    """
    cuts = sorted({place for mark in marks for place in (mark.start, mark.end)})
    order = sorted(marks, key=lambda mark: (mark.start, mark.number))
    waiting = order[::-1]
    active: list[Mark] = []
    at = 0
    for line in text.splitlines(keepends=True):
        end = at + len(line.rstrip("\r\n\u2028\u2029"))
        inside = cuts[bisect_right(cuts, at) : bisect_left(cuts, end)]
        pieces = []
        for here, there in pairwise((at, *inside, end)):
            begins = list(_taken(waiting, here))
            active = [mark for mark in active + begins if mark.end > here]
            pieces.append(Piece(text[here:there], active, begins))
        yield pieces
        at += len(line)


def _taken(waiting: list[Mark], here: int) -> Iterator[Mark]:
    """Marks that begin by now, taken out of those that wait."""
    while waiting and waiting[-1].start <= here:
        yield waiting.pop()
