"""A reviewed document → what adding it would do to the registry.

`form` reads who says it, `names` what the registry has to learn first, `changes` what
the reviewer corrected; `drafts` then makes the rows, by the drafting that made those
that ship, and `rows` holds them against what stands.
"""

from pathlib import Path

from fenghua_analysis.errors import DataError
from fenghua_analysis.registry import Registry
from fenghua_analysis.review.reviewbook import is_review, read_review
from fenghua_analysis.supply.documents.drafts import draft_of
from fenghua_analysis.supply.documents.rows import judged, problems
from fenghua_analysis.supply.proposal import Proposal

__all__ = ["is_review", "propose_document"]


def propose_document(path: str | Path, registry: Registry) -> Proposal:
    """Hold a review workbook against the data folder of a registry.

    Raises
    ------
    DataError : everything in the workbook that cannot be added, cell by cell.
    """
    book = read_review(path)
    draft = draft_of(book, registry)
    records = {
        "sources": {**registry.sources, **draft.sources},
        "plans": {**registry.plans, **draft.plans},
        "indicators": {**registry.indicators, **draft.indicators},
    }
    found = list(draft.problems)
    known = {(problem.file, problem.column) for problem in found}
    later = problems(draft.tables, registry, records, file=book.file)
    found += [p for p in later if (p.file, p.column) not in known]
    if found:
        raise DataError(found)
    owners = {"plan": next(iter(draft.plans), ""), "source": draft.origin.source.id}
    rows = {
        one.table: judged(one, registry, owners=owners, file=book.file)
        for one in draft.tables
    }
    return Proposal(
        rows={declared: frame for declared, frame in rows.items() if len(frame)},
        sources=draft.sources,
        plans={id: p for id, p in draft.plans.items() if id not in registry.plans},
        indicators=draft.indicators,
        aliases=draft.names.aliases,
    )
