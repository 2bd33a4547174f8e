"""Word documents: what Word computes, what was changed under review, what is hidden."""

import io
import re
import zipfile

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from fenghua_analysis.documents.formats import docx
from fenghua_analysis.errors import DataError

CHINESE = (
    ("chineseCounting", "%1、"),
    ("chineseCounting", "（%2）"),
    ("decimal", "%3."),
    ("decimal", "%3.%4"),
)


def _xml(text: str):
    return parse_xml(re.sub(r"(?<=\w)(?=[ />])", f" {nsdecls('w')}", text, count=1))


def _read(document: WordDocument) -> str:
    content = io.BytesIO()
    document.save(content)
    return docx.read(content.getvalue(), "plan.docx")


def _define(document: WordDocument, levels=CHINESE, *, number: int = 90) -> None:
    """A list of these levels, each (number format, pattern)."""
    defined = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
        for n, (style, pattern) in enumerate(levels)
    )
    numbering = document.part.numbering_part.element
    numbering.insert(
        0,
        _xml(f'<w:abstractNum w:abstractNumId="{number}">{defined}</w:abstractNum>'),
    )
    _use(document, number, of=number)


def _use(document: WordDocument, number: int, *, of: int, override: str = "") -> None:
    inside = f'<w:abstractNumId w:val="{of}"/>{override}'
    numbering = document.part.numbering_part.element
    numbering.append(_xml(f'<w:num w:numId="{number}">{inside}</w:num>'))


def _listed(paragraph: Paragraph, level: int = 0, *, number: int = 90) -> None:
    paragraph._p.get_or_add_pPr().append(
        _xml(f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
    )


def _written(*paragraphs: tuple[int, str]) -> str:
    document = Document()
    _define(document)
    for level, text in paragraphs:
        _listed(document.add_paragraph(text), level)
    return _read(document)


def test_numbers_that_word_computes_stand_before_their_paragraphs() -> None:
    listed = (
        (0, "目标"),
        (1, "民生"),
        (2, "托育"),
        (2, "学校"),
        (1, "产业"),
        (0, "保障"),
    )
    assert _written(*listed).split("\n") == [
        "一、目标",
        "（一）民生",
        "1.托育",
        "2.学校",
        "（二）产业",
        "二、保障",
    ]


def test_a_deeper_level_begins_anew_below_each_higher_one() -> None:
    listed = (0, "甲"), (2, "子"), (2, "丑"), (1, "乙"), (2, "寅"), (3, "卯")
    assert _written(*listed).split("\n")[1:] == [
        "1.子",
        "2.丑",
        "（一）乙",
        "1.寅",
        "1.1卯",
    ]


def test_a_number_and_an_amount_do_not_become_one() -> None:
    assert _written((2, "5万元补助")) == "1、5万元补助"


def test_two_lists_of_one_definition_count_on_and_a_restart_begins_anew() -> None:
    document = Document()
    _define(document)
    _use(document, 91, of=90)
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    _use(document, 92, of=90, override=start)
    for number, text in ((90, "甲"), (91, "乙"), (92, "丙"), (92, "丁")):
        _listed(document.add_paragraph(text), number=number)
    assert _read(document).split("\n") == ["一、甲", "二、乙", "一、丙", "二、丁"]


def test_a_style_numbers_its_paragraphs_and_those_built_on_it() -> None:
    document = Document()
    _define(document)
    heading = document.styles["Heading 1"]
    heading.element.get_or_add_pPr().append(
        _xml('<w:numPr><w:numId w:val="90"/></w:numPr>')
    )
    document.styles["Heading 2"].base_style = heading
    for style, text in (
        ("Heading 1", "目标"),
        ("Heading 2", "任务"),
        ("Normal", "正文"),
    ):
        document.add_paragraph(text, style=style)
    unlisted = document.add_paragraph("保障", style="Heading 1")
    _listed(unlisted, number=0)
    assert _read(document).split("\n") == ["一、目标", "二、任务", "正文", "保障"]


@pytest.mark.parametrize(
    ("style", "pattern", "mark"),
    [
        ("bullet", "●", ""),
        ("none", "", ""),
        ("decimalEnclosedCircle", "%1", "①"),
        ("upperRoman", "%1)", "I)"),
        ("ideographTraditional", "%1．", "甲．"),
        ("somethingNew", "第%1条 ", "第1条 "),
    ],
)
def test_lists_are_written_as_their_definition_says(
    style: str, pattern: str, mark: str
) -> None:
    document = Document()
    _define(document, ((style, pattern),))
    _listed(document.add_paragraph("新增托位"))
    assert _read(document) == f"{mark}新增托位"


def test_a_column_of_numbers_that_word_counts_is_filled() -> None:
    document = Document()
    _define(document, (("decimal", "%1."),))
    table = document.add_table(2, 2)
    for row, name in enumerate(("托育", "学校")):
        _listed(table.cell(row, 0).paragraphs[0])
        table.cell(row, 1).text = name
    assert _read(document) == "1\t托育\n2\t学校"


def test_changes_under_review_are_read_as_accepted() -> None:
    document = Document()
    paragraph = document.add_paragraph("新增")
    for tag, text in (
        ("del", "450"),
        ("ins", "500"),
        ("moveFrom", "甲"),
        ("moveTo", "个"),
    ):
        word = "delText" if tag == "del" else "t"
        paragraph._p.append(
            _xml(f"<w:{tag}><w:r><w:{word}>{text}</w:{word}></w:r></w:{tag}>")
        )
    joined = document.add_paragraph("建设学校")
    joined._p.get_or_add_pPr().append(_xml("<w:rPr><w:del/></w:rPr>"))
    document.add_paragraph("5所")
    table = document.add_table(3, 2)
    for n, row in enumerate(table.rows):
        row.cells[0].text, row.cells[1].text = f"行{n}", str(n)
    table.rows[1]._tr.get_or_add_trPr().append(_xml("<w:del/>"))
    assert _read(document).split("\n") == [
        "新增500个",
        "建设学校5所",
        "行0\t0",
        "行2\t2",
    ]


def test_what_is_hidden_or_a_field_code_is_left_out() -> None:
    document = Document()
    paragraph = document.add_paragraph("托位")
    paragraph.add_run("（内部稿）").font.hidden = True
    paragraph._p.append(_xml("<w:r><w:instrText>PAGE 5</w:instrText></w:r>"))
    paragraph._p.append(_xml('<w:r><w:sym w:font="Wingdings" w:char="F0AB"/></w:r>'))
    document.sections[0].header.paragraphs[0].text = "页眉2023"
    document.sections[0].footer.paragraphs[0].text = "页脚"
    assert _read(document) == "托位★"


def test_the_table_of_contents_is_left_out() -> None:
    document = Document()
    document.styles.add_style("toc 1", 1)
    document.add_paragraph("一、目标\t1", style="toc 1")
    contents = _xml(
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        "</w:docPartObj></w:sdtPr><w:sdtContent><w:p><w:r><w:t>二、任务 2</w:t></w:r>"
        "</w:p></w:sdtContent></w:sdt>"
    )
    document.element.body.insert(0, contents)
    document.add_paragraph("一、目标")
    assert _read(document) == "一、目标"


def test_a_text_box_is_read_once_below_its_paragraph() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent>"
    document = Document()
    paragraph = document.add_paragraph("正文")
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    paragraph._p.append(
        _xml(
            f"<w:r><mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice>"
            f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    document.add_paragraph("下文")
    assert _read(document).split("\n") == ["正文", "框内", "下文"]


def test_tables_stand_in_their_place_with_merged_cells_filled() -> None:
    document = Document()
    document.add_paragraph("上文")
    table = document.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "一、民生"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "托育"
    table.cell(1, 1).merge(table.cell(1, 2)).text = "完成"
    table.cell(2, 1).text, table.cell(2, 2).text = "新增\t5个", "甲\n乙"
    document.add_paragraph("下文")
    assert _read(document).split("\n") == [
        "上文",
        "一、民生\t\t",
        "托育\t完成\t完成",
        "托育\t新增 5个\t甲\u2029乙",
        "下文",
    ]


def test_rows_that_begin_late_keep_their_columns() -> None:
    document = Document()
    table = document.add_table(2, 3)
    for n, cell in enumerate(table.rows[0].cells):
        cell.text = f"列{n}"
    row = table.rows[1]
    row._tr.remove(row.cells[0]._tc)
    row._tr.get_or_add_trPr().append(_xml('<w:gridBefore w:val="1"/>'))
    row._tr.tc_lst[0].p_lst[0].append(_xml("<w:r><w:t>5个</w:t></w:r>"))
    assert _read(document) == "列0\t列1\t列2\n\t5个\t"


def _archive(**parts: str | bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(f"word/{name}.xml", text)
    return content.getvalue()


BODY = '<w:document xmlns:w="urn:any"><w:body>{}</w:body></w:document>'
PARAGRAPH = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


def test_a_document_of_nothing_but_its_text_is_read_whatever_its_namespace() -> None:
    body = BODY.format(PARAGRAPH.format("新增托位"))
    assert docx.read(_archive(document=body), "plan.docx") == "新增托位"


def test_what_unpacks_to_too_much_is_refused_before_it_is_unpacked() -> None:
    bomb = _archive(document=b"0" * 60_000_000)
    assert len(bomb) < 100_000
    with pytest.raises(DataError, match="50兆字节"):
        docx.read(bomb, "plan.docx")


def test_entities_are_neither_resolved_nor_read() -> None:
    entity = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/hostname">]>'
    body = entity + BODY.format(PARAGRAPH.format("&secret;"))
    with pytest.raises(DataError, match="外部内容"):
        docx.read(_archive(document=body), "plan.docx")


@pytest.mark.parametrize("text", ["", "<w:document", "\0\1", "<a>" * 5_000])
def test_a_part_that_is_no_xml_is_a_damaged_document(text: str) -> None:
    with pytest.raises(DataError, match="不完整或已损坏"):
        docx.read(_archive(document=text), "plan.docx")


def test_a_number_format_full_of_nonsense_does_no_harm() -> None:
    numbering = (
        '<w:numbering xmlns:w="urn:any"><w:abstractNum w:abstractNumId="x">'
        '<w:lvl w:ilvl="zz"><w:start w:val="-9"/><w:lvlText w:val="%9%1"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="q"><w:abstractNumId w:val="x"/></w:num>'
        "</w:numbering>"
    )
    listed = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="q"/></w:numPr></w:pPr>'
    body = BODY.format(PARAGRAPH.format("托位").replace("<w:r>", listed + "<w:r>", 1))
    content = _archive(document=body, numbering=numbering)
    assert docx.read(content, "plan.docx").endswith("托位")
