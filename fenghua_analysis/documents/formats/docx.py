"""Word documents: paragraphs with the numbers that Word computes, tables in place.

Only the parts that hold text are unpacked, after a look at their size. What was changed
under review is read as accepted; notes, comments, headers, hidden text and the table of
contents are left out; a text box stands below the paragraph that it is tied to.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from fenghua_analysis.documents.formats.kinds import WORD
from fenghua_analysis.documents.formats.numbering import (
    Numbering,
    attribute,
    value,
    whole,
)
from fenghua_analysis.documents.formats.numerals import marked
from fenghua_analysis.documents.formats.problems import LARGEST, too_large, unreadable
from fenghua_analysis.documents.formats.rows import Cell, table_lines
from fenghua_analysis.documents.grammar.lexicon import words

if TYPE_CHECKING:
    from lxml.etree import _Element

_NUMBERING, _STYLES = "word/numbering.xml", "word/styles.xml"
_DROPPED = [
    f"{{*}}{tag}"
    for tag in words(
        "del moveFrom Fallback instrText delInstrText rt rPrChange pPrChange "
        "tblPrChange trPrChange tcPrChange sectPrChange"
    )
]
_HOLDERS = frozenset(
    words(
        "body sdt sdtContent customXml ins moveTo smartTag txbxContent "
        "AlternateContent Choice"
    )
)
_CONTENTS = re.compile(r"toc ?\d", re.IGNORECASE)
_SYMBOLS = {"F0AB": "★", "F0B6": "☆", "F0B3": "≥", "F0A3": "≤"}
"""Marks that Word keeps as characters of its symbol fonts."""
_FALSE = ("0", "false", "off")
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-"}


def read(content: bytes, name: str) -> str:
    """The text of a .docx file, one line a paragraph.

    Raises
    ------
    DataError : a damaged archive, parts that unpack to too much, or XML that refers to
        what is outside the file.
    """
    body, numbering, styles = _parts(content, name)
    return "\n".join(_Reader(Numbering(numbering, styles), styles, name).lines(body))


def _parts(content: bytes, name: str) -> "list[_Element | None]":
    """The parts that are read; None where the document has none."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            sizes = {member.filename: member.file_size for member in archive.infolist()}
            wanted = [part for part in (WORD, _NUMBERING, _STYLES) if part in sizes]
            if sum(sizes[part] for part in wanted) > LARGEST:
                raise too_large(name)
            texts = {part: archive.read(part) for part in wanted}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError):
        raise unreadable("broken_document", name) from None
    except RuntimeError:  # how `zipfile` says that a member wants a password
        raise unreadable("encrypted_document", name) from None
    return [
        _parsed(texts[part], name) if part in texts else None
        for part in (WORD, _NUMBERING, _STYLES)
    ]


def _parsed(text: bytes, name: str) -> "_Element":
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(text, parser)
    except etree.XMLSyntaxError:
        raise unreadable("broken_document", name) from None
    if root.getroottree().docinfo.doctype:
        raise unreadable("foreign_entities", name)
    return root


class _Reader:
    """Reads the blocks of a document from top to bottom, counting its lists."""

    def __init__(
        self, numbering: Numbering, styles: "_Element | None", name: str
    ) -> None:
        self.numbering = numbering
        self.name = name
        self.contents = _contents_styles(styles)
        self.open = ""

    def lines(self, document: "_Element") -> Iterator[str]:
        """The lines of the document."""
        _accept(document)
        body = document.find("{*}body")
        yield from self._blocks(document if body is None else body)
        yield from filter(None, [self.open])

    def _blocks(self, holder: "_Element") -> Iterator[str]:
        for child in holder:
            tag = _local(child)
            if tag == "p":
                yield from self._paragraph(child)
            elif tag == "tbl":
                yield from table_lines(self._cells(child), name=self.name)
            elif tag in _HOLDERS and not _is_contents(child):
                yield from self._blocks(child)

    def _paragraph(self, paragraph: "_Element") -> Iterator[str]:
        boxes = list(paragraph.iter("{*}txbxContent"))
        for box in boxes:
            parent = box.getparent()
            if parent is not None:
                parent.remove(box)
        properties = paragraph.find("{*}pPr")
        if (value(properties, "pStyle") or "-") not in self.contents:
            yield from self._text(paragraph, properties)
        for box in boxes:
            yield from self._blocks(box)

    def _text(
        self, paragraph: "_Element", properties: "_Element | None"
    ) -> Iterator[str]:
        text, self.open = self.open + "".join(_pieces(paragraph)).strip(), ""
        if _is_deleted(properties):
            self.open = text
            return
        mark = self.numbering.mark(properties)
        if _local(paragraph.getparent()) == "tc":
            # Tabs part cells; a column of numbers may be counted by Word.
            text, mark = text.replace("\t", " "), mark if text else mark.strip(".．、")
        elif not text:
            mark = ""
        yield from (line for line in marked(mark, text).split("\n") if line.strip())

    def _cells(self, table: "_Element") -> list[Cell]:
        """Cells by row and column; what continues a cell above lengthens that cell."""
        found: list[Cell] = []
        above: dict[int, int] = {}
        for row, line in enumerate(_inside(table, "tr")):
            column = whole(value(line, "trPr/gridBefore"), 0)
            for cell in _inside(line, "tc"):
                columns = whole(value(cell, "tcPr/gridSpan"), 1)
                text = "\n".join(self._blocks(cell))
                if _goes_on(cell) and column in above and not text:
                    first = found[above[column]]
                    found[above[column]] = replace(first, rows=row - first.row + 1)
                else:
                    above[column] = len(found)
                    found.append(Cell(text, row, column, 1, columns))
                column += columns
        return found


def _accept(document: "_Element") -> None:
    """Take the document as it stands once all changes are accepted."""
    from lxml import etree

    for row in list(document.iter("{*}tr")):
        if row.find("{*}trPr/{*}del") is not None:
            row.getparent().remove(row)
    for mark in list(document.iterfind(".//{*}pPr/{*}rPr/{*}del")):
        mark.getparent().getparent().set("deleted", "1")
    etree.strip_elements(document, *_DROPPED, with_tail=False)
    for hidden in list(document.iterfind(".//{*}r/{*}rPr/{*}vanish")):
        run = hidden.getparent().getparent()
        if attribute(hidden, "val") not in _FALSE:
            run.getparent().remove(run)


def _is_deleted(properties: "_Element | None") -> bool:
    """Whether the end of a paragraph went, so that the next one goes on with it."""
    return properties is not None and properties.get("deleted") == "1"


def _pieces(paragraph: "_Element") -> Iterator[str]:
    for node in paragraph.iter():
        tag = _local(node)
        if tag == "t":
            yield (node.text or "").replace("\t", " ")
        elif tag == "tab" and _local(node.getparent()) != "r":
            continue
        elif tag == "sym":
            yield _SYMBOLS.get((attribute(node, "char") or "").upper(), "")
        elif tag in _BREAKS:
            yield _BREAKS[tag]


def _local(node: "_Element") -> str:
    """The tag without its namespace; "" for what is no element."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _inside(holder: "_Element", tag: str) -> Iterator["_Element"]:
    """The rows of a table or the cells of a row, those in content controls included."""
    for child in holder:
        if _local(child) == tag:
            yield child
        elif _local(child) in _HOLDERS:
            yield from _inside(child, tag)


def _goes_on(cell: "_Element") -> bool:
    """Whether a cell belongs to the one above it."""
    merge = cell.find("{*}tcPr/{*}vMerge")
    return merge is not None and attribute(merge, "val") != "restart"


def _contents_styles(styles: "_Element | None") -> frozenset[str]:
    """The styles of the lines of a table of contents, by Word's own name for them."""
    found = [] if styles is None else styles.iterfind("{*}style")
    return frozenset(
        attribute(style, "styleId") or ""
        for style in found
        if _CONTENTS.fullmatch(value(style, "name") or "")
    )


def _is_contents(holder: "_Element") -> bool:
    gallery = value(holder, "sdtPr/docPartObj/docPartGallery")
    return gallery == "Table of Contents"
