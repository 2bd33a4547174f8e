"""What documents say against themselves, against each other and against the registry.

A rule is a function from the evidence of all documents to findings. Rules on numbers
(`numbers`) and rules on words (`words`) are named by their packages, in the order of a
report; a new rule is a new line there.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from fenghua_analysis.audit import numbers, words
from fenghua_analysis.audit.evidence import Evidence, evidence
from fenghua_analysis.audit.findings import (
    HARD,
    KINDS,
    NOTE,
    SEVERITIES,
    SOFT,
    Finding,
    Place,
    place,
)
from fenghua_analysis.documents import Document

if TYPE_CHECKING:
    from fenghua_analysis.registry import Registry

__all__ = [
    "HARD",
    "KINDS",
    "NOTE",
    "SEVERITIES",
    "SOFT",
    "Evidence",
    "Finding",
    "Place",
    "audit",
    "evidence",
    "examine",
    "gather",
    "place",
]


def audit(
    documents: Iterable[Document],
    *,
    departments: Mapping[str, str] | None = None,
    registry: "Registry | None" = None,
) -> list[Finding]:
    """Everything that does not add up, hard findings first, then in order of the text.

    The order in which the documents are given changes nothing.

    Parameters
    ----------
    documents : audited each on its own and all against each other
    departments : other names of departments → canonical names
    registry : holds the documents against what its targets promise, too

    Examples
    --------
    >>> plan = Document("2024年工作要点\\n\\n城镇登记失业率达到%以内。", name="a.txt")
    >>> [(finding.kind, finding.places[0].quote) for finding in audit([plan])]
    [('missing_value', '达到%')]
    """
    return examine(gather(documents, departments=departments), registry=registry)


def gather(
    documents: Iterable[Document], *, departments: Mapping[str, str] | None = None
) -> list[Evidence]:
    """What an audit reads of documents, in an order that does not depend on theirs."""
    texts = sorted(documents, key=lambda document: (document.name, document.text))
    return [evidence(document, departments=departments) for document in texts]


def examine(
    read: Sequence[Evidence], *, registry: "Registry | None" = None
) -> list[Finding]:
    """The findings of documents that have been read; see `audit`."""
    rules = (*numbers.rules(registry), *words.RULES)
    found = (finding for rule in rules for finding in rule(read))
    once = {(finding.kind, finding.places): finding for finding in found}
    return sorted(once.values(), key=_order)


def _order(finding: Finding) -> tuple[int, str, int, str, str]:
    first = finding.places[0]
    severity = SEVERITIES.index(finding.severity)
    return severity, first.document, first.start, finding.kind, finding.key
