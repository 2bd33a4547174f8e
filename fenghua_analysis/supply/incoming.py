"""Files that came in: figures, or a document that was reviewed – each has its way."""

from collections.abc import Iterable
from pathlib import Path

from fenghua_analysis.errors import DataError, Problem
from fenghua_analysis.registry import Registry
from fenghua_analysis.supply.documents import is_review, propose_document
from fenghua_analysis.supply.figures import propose_figures
from fenghua_analysis.supply.proposal import Proposal


def propose(paths: Iterable[str | Path], registry: Registry, *, date: str) -> Proposal:
    """Read files and hold them against the data folder of a registry.

    Parameters
    ----------
    paths : workbooks and delimited texts with figures, or one review workbook
    date : ISO day, for figures that bear no date of their own

    Raises
    ------
    DataError : everything in the files that cannot be added, cell by cell.
    """
    files = [Path(path) for path in paths]
    reviews = [file for file in files if is_review(file)]
    if not reviews:
        return propose_figures(files, registry, date=date)
    if len(files) > 1:
        raise DataError(Problem("review_alone", reviews[0].name))
    return propose_document(reviews[0], registry)
