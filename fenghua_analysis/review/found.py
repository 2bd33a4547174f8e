"""What was found in a document, all of it, from one reading."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from fenghua_analysis.documents import (
    Document,
    Fact,
    Opinion,
    Unread,
    WorkItem,
    extract,
    extract_opinions,
)


@dataclass(frozen=True)
class Found:
    """A document with everything that was read in it.

    Attributes
    ----------
    title, stated_year, stated_region : of the document; "" where nothing says so
    year, region : given by the caller; None where they were left to the document
    """

    document: Document
    facts: Sequence[Fact]
    items: Sequence[WorkItem]
    unread: Sequence[Unread]
    title: str
    stated_year: str
    stated_region: str
    year: int | None
    region: str | None

    @cached_property
    def opinions(self) -> list[Opinion]:
        """The numbered opinions of a people's congress."""
        return extract_opinions(self.document)


def find(
    document: Document,
    *,
    year: int | None = None,
    region: str | None = None,
    departments: Mapping[str, str] | None = None,
) -> Found:
    """Read a document; see `documents.extract`."""
    read = extract(document, year=year, region=region, departments=departments)
    return Found(
        document=document,
        facts=read.facts,
        items=read.items,
        unread=read.unread,
        title=read.setting.title,
        stated_year=read.setting.year,
        stated_region=read.setting.region,
        year=year,
        region=region,
    )
