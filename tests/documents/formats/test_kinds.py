"""Which format a file is in, and what is said of those that are not read."""

import io
import zipfile
from pathlib import Path

import pytest

from fenghua_analysis import wording
from fenghua_analysis.documents import formats, read_document
from fenghua_analysis.documents.formats.kinds import kind_of
from fenghua_analysis.errors import DataError
from tests.documents.formats.little import as_docx, typeset

PAGE = "<html><body><p>新增托位450个。</p></body></html>".encode()
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
LOCKED = OLD + "EncryptedPackage".encode("utf-16-le")


def _archive(*names: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (PAGE, "plan.html", "html"),
        (PAGE, "plan.SHTML", "html"),
        (PAGE, "plan.txt", "text"),
        (PAGE, "plan.doc", "html"),
        (PAGE.decode().encode("utf-16"), "plan.wps", "html"),
        (b"%PDF-1.7", "plan.docx", "pdf"),
        (b"\xef\xbb\xbf\n%PDF-1.7", "plan", "pdf"),
        (_archive("word/document.xml"), "plan.doc", "docx"),
        (_archive("word/document.xml"), "plan", "docx"),
        ("新增托位".encode(), "plan.txt", "text"),
    ],
)
def test_content_tells_the_format_and_the_suffix_tells_text_from_html(
    content: bytes, name: str, kind: str
) -> None:
    assert kind_of(content, name) == kind


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (OLD, "plan.doc", "旧版 Word 或 WPS.*另存为 .docx"),
        (OLD, "plan.wps", "旧版 Word 或 WPS.*另存为 .docx"),
        (b"{\\rtf1 abc}", "plan.doc", "旧版 Word 或 WPS"),
        (LOCKED, "plan.docx", "设有打开密码"),
        (_archive("xl/workbook.xml"), "plan.docx", "不是 Word 文档"),
        (_archive("OFD.xml"), "plan.ofd", "不是 Word 文档"),
        (b"PK\x03\x04" + bytes(100), "plan.docx", "不完整或已损坏"),
        (as_docx(["新增"])[:-2_000], "plan.docx", "不完整或已损坏"),
        ("新增托位".encode(), "plan.docx", "扩展名是.docx，内容却不是"),
        (b"\x01\x02", "plan.pdf", "扩展名是.pdf，内容却不是"),
        ("新增托位".encode(), "plan.md", "没有读取这种格式的办法.*.docx、.htm"),
        ("新增托位".encode(), "plan", "没有读取这种格式的办法"),
        (bytes(range(1, 256)) * 9, "plan.txt", "不是可读的文字"),
    ],
)
def test_what_is_not_read_is_told_in_words(
    content: bytes, name: str, said: str
) -> None:
    with pytest.raises(DataError, match=said):
        formats.read(content, name)


def test_every_message_is_spoken_in_english_too() -> None:
    wording.speak("en")
    with pytest.raises(
        DataError, match=r"old format of Word or WPS.*save it as \.docx"
    ):
        formats.read(OLD, "plan.doc")


@pytest.mark.parametrize("suffix", ["txt", "html", "docx", "pdf", "doc"])
@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\0\0"])
def test_an_empty_file_is_an_empty_document(
    suffix: str, content: bytes, tmp_path: Path
) -> None:
    path = tmp_path / f"plan.{suffix}"
    path.write_bytes(content)
    assert read_document(path).text == ""


def test_a_file_is_read_by_what_it_holds(tmp_path: Path) -> None:
    renamed = {"a.doc": as_docx(["新增"]), "b.docx": typeset("新增"), "c.doc": PAGE}
    for name, content in renamed.items():
        (tmp_path / name).write_bytes(content)
        assert read_document(tmp_path / name).text.startswith("新增")


def test_leftovers_of_a_page_in_a_text_file_keep_their_places(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(PAGE)
    assert read_document(path).text == PAGE.decode()


def test_a_missing_file_a_folder_and_a_closed_file_are_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(DataError, match=r"none\.txt：找不到这个文件"):
        read_document(tmp_path / "none.txt")
    with pytest.raises(DataError, match="这是文件夹"):
        read_document(tmp_path)
    with pytest.raises(DataError, match="不是普通文件"):
        read_document("/dev/null")
    path = tmp_path / "plan.txt"
    path.write_text("新增")
    monkeypatch.setattr(Path, "open", _closed)
    with pytest.raises(DataError, match="没有读取权限"):
        read_document(path)


def _closed(*_: object) -> None:
    raise PermissionError


def test_a_file_over_the_limit_is_refused_with_the_limit() -> None:
    with pytest.raises(DataError, match="上限为50兆字节"):
        formats.read(bytes(formats.LARGEST + 1), "plan.txt")
