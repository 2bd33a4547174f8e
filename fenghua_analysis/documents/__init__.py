"""An official Chinese document → the facts that it states.

`passages` turns an untidy file into clean lines that know their place; `blocks` tells
prose from tables and work lists; `grammar` reads a line; `targets`, `tables`,
`work_items`, `progress` and `opinions` make of it what a document of their kind says;
`context` and `outline` add what a sentence leaves unsaid. `extraction` runs it all.
"""

from collections.abc import Mapping

from fenghua_analysis.documents.context import read_setting
from fenghua_analysis.documents.extraction import Reader
from fenghua_analysis.documents.facts import COLUMNS, Fact, facts_table
from fenghua_analysis.documents.opinions import Opinion, opinions
from fenghua_analysis.documents.progress import Bulletin, ProgressClass, bulletin
from fenghua_analysis.documents.reading import Document, read_document
from fenghua_analysis.documents.schedule import Milestone
from fenghua_analysis.documents.unread import Unread
from fenghua_analysis.documents.work_items import WorkItem

__all__ = [
    "COLUMNS",
    "Bulletin",
    "Document",
    "Fact",
    "Milestone",
    "Opinion",
    "ProgressClass",
    "Reader",
    "Unread",
    "WorkItem",
    "extract",
    "extract_bulletin",
    "extract_facts",
    "extract_opinions",
    "extract_work_items",
    "facts_table",
    "read_document",
    "unparsed",
]


def extract(
    document: Document,
    *,
    year: int | None = None,
    region: str | None = None,
    departments: Mapping[str, str] | None = None,
) -> Reader:
    """Everything in a document at once: its `facts`, its `items`, what is `unread`.

    Parameters
    ----------
    year, region : of the document, where the caller knows them better than its title
    departments : other names of departments → canonical names
    """
    texts = [line.clean.text for line in document.lines]
    setting = read_setting(texts, year=year, region=region)
    return Reader(document, setting=setting, aliases=departments or {})


def extract_facts(
    document: Document,
    *,
    year: int | None = None,
    region: str | None = None,
    departments: Mapping[str, str] | None = None,
) -> list[Fact]:
    """Everything that a document states, in the order of its text; see `extract`."""
    return extract(document, year=year, region=region, departments=departments).facts


def extract_work_items(
    document: Document,
    *,
    year: int | None = None,
    region: str | None = None,
    departments: Mapping[str, str] | None = None,
) -> list[WorkItem]:
    """The items of all annexed work lists, in their order; see `extract`."""
    return extract(document, year=year, region=region, departments=departments).items


def unparsed(document: Document) -> list[Unread]:
    """What looks like a quantity and was not understood, each with its reason."""
    return extract(document).unread


def extract_opinions(document: Document) -> list[Opinion]:
    """The numbered opinions of a people's congress on the reports that it heard."""
    return list(opinions(document))


def extract_bulletin(
    document: Document, *, year: int | None = None, region: str | None = None
) -> Bulletin:
    """A progress bulletin: its numbered classes, its money, its overall figures."""
    facts = extract_facts(document, year=year, region=region)
    return bulletin(document.paragraphs, facts)
