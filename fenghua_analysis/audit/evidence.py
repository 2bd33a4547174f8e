"""All that an audit needs of one document, read once."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from fenghua_analysis.audit.findings import Place
from fenghua_analysis.documents import Document, Fact, WorkItem
from fenghua_analysis.documents.context import Setting, read_setting
from fenghua_analysis.documents.extraction import Reader
from fenghua_analysis.documents.passages import Passage
from fenghua_analysis.documents.tables.grids import Grid
from fenghua_analysis.documents.targets import Stretch
from fenghua_analysis.documents.unread import Unread


@dataclass(frozen=True)
class Evidence:
    """A document and what was read in it.

    Attributes
    ----------
    setting : its title, year, region, and whether it promises or reports
    facts, items, unread : in the order of its text
    stretches : every passage of prose and of work lists, under its headings
    grids : its indicator tables
    """

    document: Document
    setting: Setting
    facts: Sequence[Fact]
    items: Sequence[WorkItem]
    unread: Sequence[Unread]
    stretches: Sequence[Stretch]
    grids: Sequence[Grid]

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [stretch.passage.offsets[0] for stretch in self.stretches]

    def stretch_at(self, offset: int) -> Stretch | None:
        """The passage that holds an offset; None inside a table."""
        passed = bisect_right(self._starts, offset)
        found = self.stretches[passed - 1] if passed else None
        return found if found and offset <= found.passage.offsets[-1] else None

    def stretches_in(self, start: int, end: int) -> Sequence[Stretch]:
        """The passages that have characters from `start` to `end`."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        return self.stretches[first : bisect_left(self._starts, end)]

    @cached_property
    def _by_start(self) -> Sequence[Fact]:
        return sorted(self.facts, key=attrgetter("start"))

    def facts_between(self, start: int, end: int) -> Sequence[Fact]:
        """The facts that begin from `start` up to `end`, in the order of the text."""
        begins = attrgetter("start")
        low = bisect_left(self._by_start, start, key=begins)
        return self._by_start[low : bisect_left(self._by_start, end, key=begins)]

    def place(self, start: int, end: int) -> Place:
        """The place of a span of the document."""
        document = self.document
        return Place(document.name, start, end, document.text[start:end])

    def place_in(self, passage: Passage, start: int, end: int) -> Place:
        """The place of the characters of a passage from `start` to `end`."""
        return self.place(*passage.span(start, end))

    def place_of(self, fact: Fact) -> Place:
        """The place of a fact's number, unit and comparator."""
        return self.place(fact.start, fact.end)


def evidence(
    document: Document, *, departments: Mapping[str, str] | None = None
) -> Evidence:
    """Read a document for its audit.

    Parameters
    ----------
    departments : other names of departments → canonical names
    """
    setting = read_setting([line.clean.text for line in document.lines])
    reader = Reader(document, setting=setting, aliases=departments or {})
    return Evidence(
        document,
        setting,
        reader.facts,
        reader.items,
        reader.unread,
        reader.stretches,
        reader.grids,
    )
