"""What documents say against themselves, against each other and against the registry.

A rule is a function from the evidence of all documents to findings; `RULES` names them
in the order of a report. A new rule is a new line there.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

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
    "place",
]

Rule = Callable[[Sequence[Evidence]], Iterator[Finding]]

RULES: tuple[Rule, ...] = ()


def audit(
    documents: Iterable[Document], *, departments: Mapping[str, str] | None = None
) -> list[Finding]:
    """Everything that does not add up, hard findings first.

    Parameters
    ----------
    documents : audited each on its own and all against each other
    departments : other names of departments → canonical names
    """
    read = [evidence(document, departments=departments) for document in documents]
    found = [finding for rule in RULES for finding in rule(read)]
    return sorted(found, key=lambda finding: SEVERITIES.index(finding.severity))
