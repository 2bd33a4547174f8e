"""A review workbook → the rows of everything that was accepted in it.

Form, names and rows are examined one after another, so that all that is wrong is said
at once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fenghua_analysis.documents import Document
from fenghua_analysis.errors import Problem
from fenghua_analysis.registry import Indicator, Plan, Registry, Source
from fenghua_analysis.review import layout
from fenghua_analysis.review.decisions import decisions
from fenghua_analysis.review.found import find
from fenghua_analysis.review.layout import NONE
from fenghua_analysis.review.reviewbook import ReviewBook
from fenghua_analysis.review.subject import subject
from fenghua_analysis.supply.documents.form import Origin, origin
from fenghua_analysis.supply.documents.making import Making
from fenghua_analysis.supply.documents.names import Lines, Names, names
from fenghua_analysis.supply.documents.rows import Drafted


@dataclass(frozen=True)
class Draft:
    """The rows that a reviewed document adds, and what they need to stand.

    Attributes
    ----------
    origin : stand-ins for document and plan where `problems` say that the form is wrong
    """

    origin: Origin
    names: Names
    tables: Sequence[Drafted]
    problems: Sequence[Problem]

    @property
    def sources(self) -> dict[str, Source]:
        return {self.origin.source.id: self.origin.source}

    @property
    def plans(self) -> dict[str, Plan]:
        return {self.origin.plan.id: self.origin.plan} if self.origin.plan else {}

    @property
    def indicators(self) -> dict[str, Indicator]:
        return {id: one for id, (one, _) in self.names.indicators.items()}


def draft_of(book: ReviewBook, registry: Registry) -> Draft:
    """The rows of a review workbook, and everything that keeps them from being made."""
    carried = book.carried
    document = Document(carried.text, name=carried.name)
    found = find(document, year=carried.year, region=carried.region)
    under_review = subject(found, registry, sha256=carried.sha256)
    decided = decisions(book, registry)
    lines = decided.lines
    whose, faults = origin(book, under_review, registry, binds=_binds(lines))
    problems = [*decided.problems, *faults, *_nameless(lines)]
    learnt = names(lines, registry, source=whose.source.id)
    made: list[Drafted] = []
    if not learnt.problems:
        making = Making(lines, registry, whose, learnt)
        made = list(making.tables(under_review))
        problems += making.problems
    return Draft(whose, learnt, made, [*problems, *learnt.problems])


def _binds(lines: Lines) -> bool:
    """Whether anything was accepted that only a plan can say."""
    facts = lines[layout.FACTS.name]
    listed = (*lines[layout.ITEMS.name], *lines[layout.MILESTONES.name])
    registered = [line for line in facts if line.cells["table"] != NONE]
    return any(line.is_accepted for line in (*registered, *listed))


def _nameless(lines: Lines) -> Iterator[Problem]:
    """Accepted rows whose name was deleted: that would leave them out."""
    for sheet, column in ((layout.FACTS, "name"), (layout.ITEMS, "item")):
        for line in lines[sheet.name]:
            if line.is_accepted and not line.cells[column]:
                yield line.problem("blank_cell", column)
