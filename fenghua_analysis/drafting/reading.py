"""One document as the machine reads it and its reviewer leaves it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from fenghua_analysis.documents import (
    Document,
    Fact,
    WorkItem,
    extract_facts,
    extract_work_items,
)
from fenghua_analysis.documents.outline import PATH
from fenghua_analysis.drafting import places
from fenghua_analysis.drafting.corrections import corrected
from fenghua_analysis.drafting.vocabulary import Vocabulary
from fenghua_analysis.registry import Plan

Row = dict[str, Any]


@dataclass(frozen=True)
class Reading:
    """A document, what it states, and the names under which the registry knows it.

    Attributes
    ----------
    source : id of the document in the registry
    plan : the plan that it sets out or reports on
    corrections : rows of that table that belong to the document
    """

    document: Document
    source: str
    plan: Plan
    vocabulary: Vocabulary
    corrections: pd.DataFrame

    @cached_property
    def facts(self) -> list[Fact]:
        """Everything that the document states, in the order of its text."""
        found = extract_facts(self.document, departments=self._departments)
        return corrected(found, self.corrections_of("fact"))

    @cached_property
    def items(self) -> list[WorkItem]:
        """The items of its annexed lists."""
        return extract_work_items(self.document, departments=self._departments)

    @cached_property
    def prose(self) -> list[Fact]:
        """The facts outside the annexed lists."""
        first = min(
            (item.start for item in self.items), default=len(self.document.text)
        )
        return [fact for fact in self.facts if fact.start < first]

    @property
    def is_bulletin(self) -> bool:
        """Whether it reports what was done rather than what is to be done."""
        return 2 * sum(fact.kind == "actual" for fact in self.facts) > len(self.facts)

    def corrections_of(self, record: str) -> pd.DataFrame:
        """The corrections of one kind of record."""
        return self.corrections[self.corrections.record == record]

    def indicator(self, fact: Fact) -> str:
        """Id of the indicator that a fact names; "" when it is not known."""
        return self.vocabulary.indicator(fact.indicator)

    def stated(self, fact: Fact, *, within: str = "") -> Row:
        """The columns that every row of a fact has: what it says, and where."""
        area = self.vocabulary.area(self.source, fact.section)
        headings = fact.section.split(PATH)
        offset, words = places.quote(
            self.document, start=fact.start, end=fact.end, name=fact.indicator
        )
        return {
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

    @property
    def _departments(self) -> Mapping[str, str]:
        return self.vocabulary.departments
