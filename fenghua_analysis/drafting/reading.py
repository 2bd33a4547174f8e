"""One document as the machine reads it and its reviewer leaves it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from fenghua_analysis.documents import (
    Document,
    Fact,
    Reader,
    WorkItem,
    extract,
    extract_opinions,
)
from fenghua_analysis.documents.outline import PATH
from fenghua_analysis.drafting import places
from fenghua_analysis.drafting.corrections import corrected
from fenghua_analysis.drafting.vocabulary import Vocabulary
from fenghua_analysis.registry import Plan

Row = dict[str, Any]
READ = "read"
"""Key of a drafted row under which stands the record that it was made from."""


_UNTITLED = "任务清单"
"""Stands for the heading of a list that has none."""


@dataclass(frozen=True)
class Reading:
    """A document, what it states, and the names under which the registry knows it.

    Attributes
    ----------
    source : id of the document in the registry
    plan : the plan that it sets out or reports on
    corrections : rows of that table that belong to the document
    year, region : of the document, where the caller knows them better than its title
    """

    document: Document
    source: str
    plan: Plan
    vocabulary: Vocabulary
    corrections: pd.DataFrame
    year: int | None = None
    region: str | None = None

    @cached_property
    def machine(self) -> Reader:
        """What the machine reads, before anybody has corrected it."""
        return extract(
            self.document,
            year=self.year,
            region=self.region,
            departments=self.vocabulary.departments,
        )

    @cached_property
    def facts(self) -> list[Fact]:
        """Everything that the document states, in the order of its text."""
        return corrected(self.machine.facts, self.corrections_of("fact"))

    @cached_property
    def items(self) -> list[WorkItem]:
        """The items of its annexed lists."""
        return corrected(self.machine.items, self.corrections_of("item"))

    @cached_property
    def first_item(self) -> int:
        """Where the annexed lists begin; the end of a document that has none."""
        items = self.machine.items
        return min((item.start for item in items), default=len(self.document.text))

    @cached_property
    def prose(self) -> list[Fact]:
        """The facts outside the annexed lists."""
        return [fact for fact in self.facts if fact.start < self.first_item]

    @cached_property
    def is_bulletin(self) -> bool:
        """Whether it reports what was done rather than what is to be done."""
        return 2 * sum(fact.kind == "actual" for fact in self.facts) > len(self.facts)

    @cached_property
    def is_opinions(self) -> bool:
        """Whether it holds a congress's opinions, which promise nothing themselves."""
        return bool(extract_opinions(self.document))

    def corrections_of(self, record: str) -> pd.DataFrame:
        """The corrections of one kind of record."""
        return self.corrections[self.corrections.record == record]

    def indicator(self, fact: Fact) -> str:
        """Id of the indicator that a fact names; "" when it is not known."""
        return self.vocabulary.indicator(fact.indicator)

    def region_of(self, fact: Fact) -> str:
        """Code of the region that a fact is about; the plan's, where none is known."""
        return self.vocabulary.regions.get(fact.region, self.plan.region)

    def area_of(self, record: Fact | WorkItem) -> str:
        """Id of the area under whose heading a fact or an item stands; or ""."""
        return self.decided("area", record, rule=self.area_by_rule(record))

    def area_by_rule(self, record: Fact | WorkItem) -> str:
        """The area of a record by the headings above it alone."""
        headings = record.section
        if isinstance(record, WorkItem):
            headings = section_of(record)
        return self.vocabulary.area(self.source, headings)

    def decided(self, column: str, record: Fact | WorkItem, *, rule: str) -> str:
        """What a reviewer says of a column of a record's row; else what the rule says.

        Parameters
        ----------
        column : one that the record itself has not: its table, its area, its list
        """
        return self._decisions.get((record.start, column, rule), rule)

    @cached_property
    def _decisions(self) -> dict[tuple[int, str, str], str]:
        rows = self.corrections_of("row").itertuples()
        return {(row.offset, row.column, row.extracted): row.reviewed for row in rows}

    def stated(self, fact: Fact, *, within: str = "") -> Row:
        """The columns that every row of a fact has: what it says, and where."""
        area = self.area_of(fact)
        headings = fact.section.split(PATH)
        offset, words = places.quote(
            self.document, start=fact.start, end=fact.end, name=fact.indicator
        )
        return {
            READ: fact,
            "name": fact.indicator,
            "comparator": fact.comparator,
            "value": fact.value,
            "value_high": fact.value_high,
            "unit": fact.unit,
            "department": fact.department,
            "area": area,
            "locator": places.locator(
                headings, area=self.vocabulary.area_names.get(area, ""), within=within
            ),
            "offset": offset,
            "quote": words,
        }


def section_of(item: WorkItem) -> str:
    """The heading under which an item is counted: its section, else its list."""
    return item.section or item.list_title or _UNTITLED
