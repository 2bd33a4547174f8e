"""What looks like a quantity and was not understood: listed, never dropped."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fenghua_analysis import wording
from fenghua_analysis.documents.grammar.clauses import Line
from fenghua_analysis.documents.grammar.runs import stated
from fenghua_analysis.documents.passages import Passage

_SOME = "[一二两三四五六七八九十]{1,2}"
_IN_WORDS = re.compile(rf"{_SOME}分之{_SOME}|翻[一两三][番倍]|[半过]数以上|一半以上")
"""Two thirds, twice as much: amounts that the contract has no number for."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A number, a cell or a schedule that the grammar could not read.

    Attributes
    ----------
    reason : key of the sentence that says why, below ``document.unread``
    """

    quote: str
    start: int
    end: int
    reason: str

    def why(self, lang: str | None = None) -> str:
        """The reason in one sentence."""
        return wording.say(f"document.unread.{self.reason}", lang)


def unread(passage: Passage, reason: str, *, text: str) -> Unread:
    """A whole passage that was not understood."""
    start, end = passage.span(0, len(passage.text))
    return Unread(text[start:end], start, end, reason)


def unread_numbers(line: Line, passage: Passage, *, text: str) -> Iterator[Unread]:
    """Numbers of a line that are no values: nothing says so, or they are words."""
    for worded in _IN_WORDS.finditer(line.text):
        part = passage[worded.start() : worded.end()]
        yield unread(part, "in_words", text=text)
    for clause in line.clauses:
        read = {quantity.start for quantity in stated(line.text, clause)}
        for quantity in clause.quantities:
            if quantity.start not in read and not quantity.unit:
                part = passage[quantity.start : quantity.end]
                yield unread(part, "no_unit", text=text)
