"""What keeps a document from being read, each with its words in `texts.yml`."""

from typing import Any

from fenghua_analysis.errors import DataError, Problem

LARGEST = 50_000_000
"""Bytes of a file, and of what an archive unpacks to."""
MOST_PAGES = 2_000


def unreadable(key: str, name: str, **details: Any) -> DataError:
    """The error for one document that cannot be read."""
    return DataError(Problem(key, file=name, details=details))


def too_large(name: str) -> DataError:
    """A file, or what is packed in it, exceeds what any document needs."""
    limits = {"megabytes": LARGEST // 1_000_000, "pages": MOST_PAGES}
    return unreadable("document_too_large", name, **limits)
