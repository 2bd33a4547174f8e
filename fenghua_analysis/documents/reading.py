"""From a file to a `Document`: the only place where files of documents are opened.

Each format has a reader in `formats`; everything above it sees text.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from fenghua_analysis.documents import formats, passages
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
    """Read an official document: .txt, .html, .docx, or .pdf with a text layer.

    Parameters
    ----------
    path : the file, of at most 50 MB. The text of a .txt file is kept as it is, line
        ends included, so that offsets count what the file holds; of the other formats
        it is what `formats` writes, and offsets count that.

    Raises
    ------
    DataError : no such file, a format that has no reader, or a file that cannot be read
        as what it is.
    """
    path = Path(path)
    return Document(formats.read(_content(path), path.name), name=path.name)


def _content(path: Path) -> bytes:
    """The bytes of a file, one more than the limit at most."""
    try:
        if path.is_file():
            with path.open("rb") as file:
                return file.read(formats.LARGEST + 1)
        fault = _instead_of_file(path)
    except PermissionError:
        fault = "not_readable"
    raise DataError(Problem(fault, file=str(path)))


def _instead_of_file(path: Path) -> str:
    if path.is_dir():
        return "is_folder"
    return "not_a_file" if path.exists() else "no_such_file"
