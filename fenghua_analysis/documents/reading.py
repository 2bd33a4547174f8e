"""From a file to a `Document`: the only place where raw bytes of documents are read.

Each format has one reader, found by the file's suffix; everything above it sees text.
A reader of a format with real tables writes them into that text, one row a line and a
tab between cells, so that the layers above need not know where a document came from.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from fenghua_analysis.decoding import decode
from fenghua_analysis.documents import passages
from fenghua_analysis.documents.passages import Line, Passage
from fenghua_analysis.errors import DataError, Problem


@dataclass(frozen=True)
class Document:
    """A text as it was read; all offsets of facts count its characters.

    Examples
    --------
    >>> document = Document("普及率达到８０％。")
    >>> document.paragraphs[0].text
    '普及率达到80%。'
    """

    text: str
    name: str = ""

    @cached_property
    def lines(self) -> Sequence[Line]:
        """Lines that hold something, cleaned, each character with its offset."""
        return passages.lines(self.text)

    @cached_property
    def paragraphs(self) -> Sequence[Passage]:
        """Lines joined where a page has cut a sentence."""
        return passages.paragraphs(self.lines)


def read_document(path: str | Path) -> Document:
    """Read an official document.

    Parameters
    ----------
    path : a .txt file in UTF-8 (with or without byte order mark), GB18030 or UTF-16.
        Line ends are kept as they are, so that offsets count what the file holds; a
        byte order mark is not part of the text.

    Raises
    ------
    DataError : no such file, a format that has no reader, or bytes that are no text.
    """
    path = Path(path)
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        known = "、".join(sorted(_READERS))
        raise DataError(
            Problem("unknown_format", file=path.name, details={"known": known})
        )
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise DataError(Problem("missing_file", file=str(path))) from None
    return Document(reader(content, path.name), name=path.name)


def _read_text(content: bytes, name: str) -> str:
    return decode(content, file=name)


_READERS: dict[str, Callable[[bytes, str], str]] = {".txt": _read_text}
