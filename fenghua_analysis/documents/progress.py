"""Progress bulletins: numbered classes, what was done in each, and the money."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fenghua_analysis.documents.facts import Fact
from fenghua_analysis.documents.passages import Passage

_CLASS = re.compile(
    r"(?P<number>\d{1,2})[.、](?!\d)(?P<name>[^,。:;]{2,40}?)(?:方面|情况|工程)?(?:,|:|。)"
)
_MONEY = re.compile(r"(?:万亿|亿|万)?元$")


@dataclass(frozen=True, slots=True)
class ProgressClass:
    """One numbered class of a bulletin with the facts in it.

    Attributes
    ----------
    number, name : as the bulletin gives them, without 方面
    start, end : span of its paragraph
    """

    number: int
    name: str
    facts: tuple[Fact, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Bulletin:
    """A progress bulletin, sorted.

    Attributes
    ----------
    classes : numbered classes in their order
    money : amounts planned (kind target) and used (kind actual), outside the classes
    overall : every other fact outside the classes: counts, mean progress
    """

    classes: tuple[ProgressClass, ...]
    money: tuple[Fact, ...]
    overall: tuple[Fact, ...]


def bulletin(paragraphs: Sequence[Passage], facts: Sequence[Fact]) -> Bulletin:
    """The facts of a bulletin under the classes that state them.

    Parameters
    ----------
    paragraphs, facts : of one document, both in the order of its text
    """
    classes = tuple(_classes(paragraphs, facts))
    within = {fact for found in classes for fact in found.facts}
    outside = [fact for fact in facts if fact not in within]
    money = tuple(fact for fact in outside if _MONEY.search(fact.unit))
    overall = tuple(fact for fact in outside if not _MONEY.search(fact.unit))
    return Bulletin(classes, money, overall)


def _classes(
    paragraphs: Sequence[Passage], facts: Sequence[Fact]
) -> Iterator[ProgressClass]:
    """Paragraphs that count on from 1, each a class."""
    number = 0
    for passage in paragraphs:
        found = _CLASS.match(passage.text)
        if found is None or int(found["number"]) != number + 1:
            continue
        number += 1
        start, end = passage.span(0, len(passage.text))
        within = tuple(fact for fact in facts if start <= fact.start < end)
        yield ProgressClass(number, found["name"], within, start, end)
