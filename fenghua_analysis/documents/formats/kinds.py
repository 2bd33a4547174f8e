"""Which format a file is in: what it holds counts, its suffix where that tells nothing.

Offices rename files: a .doc that is a web page, a .doc that is a .docx, a .wps that is
either. Text has no mark of its own, so that the suffix decides between text and html.
"""

import io
import re
import zipfile
from pathlib import PurePath

from fenghua_analysis.documents.formats.problems import unreadable

SUFFIXES = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".shtml": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".pdf": "pdf",
}
WORD = "word/document.xml"
_OLD = frozenset((".doc", ".wps", ".rtf", ".dot", ".wpt"))
_BINARY = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|div|p)\b", re.IGNORECASE)
_TOP = 4_096
"""Bytes of a file in which it says what it is."""


def kind_of(content: bytes, name: str) -> str:
    """text, html, docx or pdf.

    Raises
    ------
    DataError : a format that is not read, an encrypted document, or content that is not
        what the suffix promises.

    Examples
    --------
    >>> kind_of(b"<html><p>2025", "plan.doc"), kind_of(b"<p>2025</p>", "plan.txt")
    ('html', 'text')
    """
    top = content[:_TOP]
    if top[:1_024].lstrip(b"\xef\xbb\xbf\0 \t\r\n").startswith(b"%PDF-"):
        return "pdf"
    if content.startswith(b"PK\x03\x04"):
        return _kind_of_archive(content, name)
    if content.startswith(_BINARY):
        encrypted = _ENCRYPTED in content
        raise unreadable("encrypted_document" if encrypted else "old_word", name)
    if content.startswith(b"{\\rtf"):
        raise unreadable("old_word", name)
    return _kind_by_suffix(top, name)


def _kind_by_suffix(top: bytes, name: str) -> str:
    suffix = PurePath(name).suffix.lower()
    kind = SUFFIXES.get(suffix)
    if kind in ("text", "html"):
        return kind
    if kind is None and suffix not in _OLD:
        raise unreadable("unknown_format", name, known="、".join(sorted(SUFFIXES)))
    if _PAGE.search(top.replace(b"\0", b"")):
        return "html"
    raise unreadable("not_a_document", name, suffix=suffix)


def _kind_of_archive(content: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, UnicodeDecodeError):
        raise unreadable("broken_document", name) from None
    if WORD not in members:
        raise unreadable("not_word", name)
    return "docx"
