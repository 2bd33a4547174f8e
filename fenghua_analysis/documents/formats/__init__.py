"""Bytes of a file → its text, one module a format.

Each module has `read(content, name) -> str`. Whatever the format, a paragraph is a line
and a row of a table is a line with tabs between its cells (`rows`), so that the layers
above need not know where a document came from.
"""

from importlib import import_module

from fenghua_analysis.documents.formats.kinds import SUFFIXES, kind_of
from fenghua_analysis.documents.formats.problems import LARGEST, too_large

__all__ = ["LARGEST", "SUFFIXES", "read"]


def read(content: bytes, name: str) -> str:
    """The text of a document.

    Parameters
    ----------
    content : the whole file
    name : its name; the suffix helps to tell text from html

    Raises
    ------
    DataError : a format that has no reader, or a document that cannot be read.

    Examples
    --------
    >>> read("<p>新增托位450个<p>二、保障".encode(), "plan.html")
    '新增托位450个\\n二、保障'
    """
    if len(content) > LARGEST:
        raise too_large(name)
    if not content.strip(b"\0 \t\r\n"):
        return ""
    # Readers stand on heavy libraries: each is imported when a file asks for it.
    reader = import_module(f"{__name__}.{kind_of(content, name)}")
    text: str = reader.read(content, name)
    return text
