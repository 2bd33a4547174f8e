"""Whatever the bytes: a text, or a clear error; and never another exception."""

import io
import zipfile
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fenghua_analysis.documents import (
    Document,
    extract_facts,
    extract_work_items,
    formats,
)
from fenghua_analysis.errors import DataError
from tests.documents.formats.little import LITTLE, as_docx, as_html, typeset

SUFFIXES = ["txt", "html", "docx", "pdf", "doc", "wps"]
MARKS = [
    b"",
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"<html>",
]


def _read(content: bytes, suffix: str) -> str | None:
    try:
        return formats.read(content, f"plan.{suffix}")
    except DataError as error:
        assert str(error)
        return None


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(mark=st.sampled_from(MARKS), content=st.binary(max_size=2_000))
def test_random_bytes_are_a_text_or_a_clear_error(
    suffix: str, mark: bytes, content: bytes
) -> None:
    _read(mark + content, suffix)


@cache
def _little(suffix: str) -> bytes:
    made = {
        "html": lambda: as_html(LITTLE).encode(),
        "docx": lambda: as_docx(LITTLE),
        "pdf": lambda: typeset(
            "#table(columns: 2, [指标], [目标], [托位], [450个])\n新增5个。"
        ),
    }
    return made[suffix]()


@pytest.mark.parametrize("suffix", ["html", "docx", "pdf"])
@settings(max_examples=60)
@given(data=st.data())
def test_a_document_with_spoilt_bytes_is_a_text_or_a_clear_error(
    suffix: str, data: st.DataObject
) -> None:
    content = bytearray(_little(suffix))
    places = st.integers(0, len(content) - 1)
    for place in data.draw(st.lists(places, min_size=1, max_size=20)):
        content[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(len(content) // 2, len(content)))
    _read(bytes(content[:cut]), suffix)


TAGS = [
    "table",
    "tr",
    "td",
    "th",
    "ol",
    "li",
    "p",
    "br",
    "div",
    "sup",
    "pre",
    "a",
    "h1",
]
PIECES = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
    st.sampled_from(
        ["<td rowspan=3>", "<td colspan=0>", "<ol start=-9>", "<li value=x>"]
    ),
    st.sampled_from(
        ["序号", "进度安排", "目标体系", "1", "450个。", "一、", "\t", "附件", "&#9;"]
    ),
)


@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_order_of_tags_is_read_and_keeps_its_words(page: str) -> None:
    text = formats.read(page.encode(), "plan.html")
    assert len(text) <= 200 * (len(page) + 1)
    document = Document(text)
    for fact in extract_facts(document):
        assert text[fact.start : fact.end] == fact.quote
    extract_work_items(document)


CELLS = [
    "",
    "序号",
    "任务(部门)",
    "目标体系",
    "进度安排",
    "1",
    "2",
    "5个。",
    "民生(2项)",
    "甲\u2029乙",
]


@given(st.lists(st.lists(st.sampled_from(CELLS), min_size=1, max_size=6), max_size=8))
def test_any_grid_of_cells_is_read(grid: list[list[str]]) -> None:
    text = "\n".join("\t".join(row) for row in grid)
    for joined in (text, text.replace("\t", "\n")):
        document = Document(joined)
        extract_work_items(document)
        for fact in extract_facts(document):
            assert joined[fact.start : fact.end] == fact.quote


def test_a_bomb_in_any_member_does_no_harm() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/picture.png", bytes(80_000_000))
        archive.writestr("word/document.xml", "<w:p xmlns:w='urn:any'/>")
    assert _read(content.getvalue(), "docx") == ""
