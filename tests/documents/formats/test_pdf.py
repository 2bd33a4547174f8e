"""PDF files: lines made whole, tables over pages, and files that cannot be read."""

import itertools
import zlib

import pytest

from fenghua_analysis.documents.formats import pdf
from fenghua_analysis.documents.formats.pdf_lines import Character, lines
from fenghua_analysis.errors import DataError
from tests.documents.formats.little import Table, as_pdf, typeset

LONG = (
    "到2025年，全县养老机构护理型床位占比不低于65%，每千人口拥有3岁以下婴幼儿托位数达到"
    "5个，乡镇（街道）综合养老服务中心覆盖率保持在100%，家庭适老化改造累计完成1500户以上。"
)
INDENT = "#set par(first-line-indent: (amount: 2em, all: true))\n"
PAGE = "#set page(width: 120mm, height: 100mm, margin: 20mm)\n"


def _read(source: str) -> list[str]:
    return pdf.read(typeset(source), "plan.pdf").split("\n")


def _pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF written by hand, whose first object is the catalogue."""
    body, places = b"%PDF-1.4\n", []
    for number, held in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    size = b"trailer\n<< /Root 1 0 R /Size %d %s >>\n" % (len(objects) + 1, trailer)
    return body + head + table + size + b"startxref\n%d\n%%%%EOF" % len(body)


def _pages(*contents: bytes, trailer: bytes = b"", resources: bytes = b"") -> bytes:
    """A PDF with a page for each stream of drawing orders."""
    kids = b" ".join(b"%d 0 R" % (3 + 2 * n) for n in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(contents), kids),
    ]
    for n, content in enumerate(contents):
        packed = zlib.compress(content)
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents %d 0 R %s >>"
            % (4 + 2 * n, resources),
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream"
            % (len(packed), packed),
        ]
    return _pdf(*objects, trailer=trailer)


def test_a_sentence_cut_into_lines_and_over_pages_is_one_line() -> None:
    source = PAGE + INDENT + f"{'一、总体目标'}\n\n{LONG}\n\n" * 8
    assert _read(source) == ["一、总体目标", LONG] * 8


def test_a_title_over_two_lines_stays_two_lines() -> None:
    title = "#align(center)[临江县2024年推进共同富裕 \\ 工作要点]\n\n"
    assert _read(PAGE + title + LONG)[:2] == ["临江县2024年推进共同富裕", "工作要点"]


@pytest.mark.parametrize("numbering", ["1", "— 1 —", "第 1 页", "1 / 1", "i"])
def test_page_numbers_and_what_every_page_repeats_are_left_out(numbering: str) -> None:
    page = (
        "#set page(width: 120mm, height: 100mm, margin: 20mm, "
        f'header: [临江县人民政府公报 2024年第3期], numbering: "{numbering}")\n'
    )
    assert _read(page + INDENT + f"{LONG}\n\n" * 9) == [LONG] * 9


def test_a_number_alone_in_the_middle_of_a_page_stays() -> None:
    assert "450" in _read(PAGE + INDENT + f"{LONG}\n\n450\n\n{LONG}")


def test_characters_printed_twice_to_look_bold_are_read_once() -> None:
    word = "关于2024年11个目标的"
    source = f"{PAGE}#place(dx: 0.3pt)[{word}]\n{word}"
    assert _read(source) == [word]


def test_two_columns_are_read_one_after_the_other() -> None:
    page = PAGE.replace("120mm", "210mm")
    left, right = (f"{name}{LONG}" * 2 for name in ("左", "右"))
    source = f"{page}{INDENT}标题在上\n#columns(2)[{left}#colbreak(){right}]"
    assert _read(source) == ["标题在上", left, right]


def test_wide_gaps_part_the_columns_of_a_table_without_rules() -> None:
    rows = [
        ("指标", "2023年", "2024年"),
        ("托位数", "3.5", "4.5"),
        ("床位数", "6", "7"),
    ]
    cells = ", ".join(f"[{cell}]" for row in rows for cell in row)
    source = f"{PAGE}#table(columns: (1fr, 1fr, 1fr), stroke: none, {cells})"
    assert _read(source) == ["   ".join(row) for row in rows]


def test_a_ruled_table_goes_on_over_pages_without_its_repeated_header() -> None:
    rows = [[str(n), f"指标{n}（个）", f"≥{n}00", "县教育局"] for n in range(1, 41)]
    header = ["序号", "指标", "目标值", "责任单位"]
    table = Table([header, *rows], (1, 4, 2, 2))
    content = as_pdf(["指标表", table, "注：完。"])
    assert pdf.read(content, "plan.pdf").split("\n") == [
        "指标表",
        *("\t".join(row) for row in [header, *rows]),
        "注：完。",
    ]


def test_a_row_cut_by_a_page_is_one_row() -> None:
    steps = [f"{n}.开展第{n}轮普惠托育服务摸底调查，完善台账。" for n in range(1, 16)]
    rows = [
        ["序号", "任务", "工作体系"],
        ["1", "托育", "\n".join(steps)],
        ["2", "床位", "完。"],
    ]
    read = pdf.read(as_pdf([Table(rows, (1, 2, 3))]), "plan.pdf").split("\n")
    assert len(read) == 3
    assert read[1].replace("\u2029", "") == "1\t托育\t" + "".join(steps)
    assert read[2] == "2\t床位\t完。"


def test_an_area_over_rows_holds_on_the_next_page() -> None:
    rows = [["领域", "序号", "指标", "目标值"]]
    rows += [[("民生", 30, 1), "1", "指标1", "1"]]
    rows += [[str(n), f"指标{n}", str(n)] for n in range(2, 31)]
    read = pdf.read(as_pdf([Table(rows, (1, 1, 3, 1))]), "plan.pdf").split("\n")
    assert read[1:] == [f"民生\t{n}\t指标{n}\t{n}" for n in range(1, 31)]


def test_a_page_that_is_a_picture_is_an_error_that_names_it() -> None:
    dots = ", ".join(["255"] * 12)
    raster = f'image(bytes(({dots})), format: (encoding: "rgb8", width: 2, height: 2))'
    source = f"{PAGE}第一页\n#pagebreak()\n#{raster}\n#pagebreak()\n第三页"
    with pytest.raises(DataError, match="第2页是图片"):
        _read(source)


def test_a_font_without_characters_is_an_error_that_names_the_page() -> None:
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H "
        b"/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /DW 500 "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
        b"/FontDescriptor << /Type /FontDescriptor /FontName /X /Flags 4 /Ascent 800 "
        b"/Descent -200 /FontBBox [0 0 1000 1000] >> >>] >>"
    )
    drawn = b"BT /F 10 Tf 50 50 Td <000100020003> Tj ET"
    content = _pages(drawn, resources=b"/Resources << /Font << /F %s >> >>" % font)
    with pytest.raises(DataError, match="第1页的字体没有文字编码"):
        pdf.read(content, "plan.pdf")


def test_radicals_are_read_as_the_characters_that_they_stand_for() -> None:
    found = lines(_characters("⺠⽣⼈⼝⼾"))
    assert [line.text for line in found] == ["民生人口户"]


def test_a_blank_page_is_no_picture() -> None:
    assert _read(f"{PAGE}第一页\n#pagebreak()\n#pagebreak()\n第三页") == [
        "第一页",
        "第三页",
    ]


def test_a_document_with_a_password_is_said_to_have_one() -> None:
    lock = b"/ID [(a) (b)] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 %s >>"
    keys = b"/O (%s) /U (%s)" % (b"o" * 32, b"u" * 32)
    content = _pages(b"BT ET", trailer=lock % keys)
    with pytest.raises(DataError, match="设有打开密码"):
        pdf.read(content, "plan.pdf")


@pytest.mark.parametrize("kept", [10, 200, 2_000])
def test_what_is_cut_off_is_said_to_be_damaged(kept: int) -> None:
    with pytest.raises(DataError, match="不完整或已损坏"):
        pdf.read(typeset(PAGE + LONG)[:kept], "plan.pdf")


def test_a_page_that_unpacks_to_too_much_is_refused() -> None:
    content = _pages(b"0 0 m " * 5_000_000)
    assert len(content) < 100_000
    with pytest.raises(DataError, match="超出限度"):
        pdf.read(content, "plan.pdf")


def test_more_pages_than_any_document_has_are_refused() -> None:
    with pytest.raises(DataError, match="2000页"):
        pdf.read(_pages(*[b""] * 2_001), "plan.pdf")


def test_a_page_without_anything_is_empty() -> None:
    assert pdf.read(_pages(b"", b""), "plan.pdf") == ""


def _characters(text: str, *, x: float = 0, top: float = 0) -> list[Character]:
    size = 10
    return [
        {"text": each, "size": size, "x0": left, "x1": left + size}
        | {"top": top, "bottom": top + size}
        for left, each in zip(itertools.count(x, size), text, strict=False)
    ]


def test_raised_and_lowered_marks_stay_in_their_line() -> None:
    found = lines([*_characters("面积"), *_characters("5", x=20, top=3)])
    assert [line.text for line in found] == ["面积5"]


def test_no_characters_make_no_lines() -> None:
    assert lines([]) == []
