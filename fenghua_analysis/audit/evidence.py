"""All that an audit needs of one document, read once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fenghua_analysis.documents import Document, Fact, WorkItem
from fenghua_analysis.documents.context import Setting, read_setting
from fenghua_analysis.documents.extraction import Reader
from fenghua_analysis.documents.unread import Unread


@dataclass(frozen=True)
class Evidence:
    """A document and what was read in it.

    Attributes
    ----------
    setting : its title, year, region, and whether it promises or reports
    facts, items, unread : in the order of its text
    """

    document: Document
    setting: Setting
    facts: Sequence[Fact]
    items: Sequence[WorkItem]
    unread: Sequence[Unread]


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
    return Evidence(document, setting, reader.facts, reader.items, reader.unread)
