"""Findings as a Word file: a table in which a drafter decides on each of them."""

import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from fenghua_analysis.audit import SEVERITIES, Evidence, Finding
from fenghua_analysis.audit.outputs.surroundings import (
    Surroundings,
    Texts,
    short_heading,
)
from fenghua_analysis.wording import language, say

if TYPE_CHECKING:
    from docx.document import Document as WordFile
    from docx.table import Table, _Cell

_COLUMNS = ("number", "kind", "sentence", "where", "quote", "decision")
_WIDTHS = (1.1, 2.4, 7.2, 5.0, 5.6, 4.4)
"""Widths of the columns in centimetres: a sheet of A4 across."""
_FONTS = {"zh": "宋体", "en": "Arial"}
SHOWN = 6
"""Places of one finding that are quoted; the others are counted."""


def word_file(findings: Sequence[Finding], read: Iterable[Evidence]) -> bytes:
    """The table of an audit, in the language of the run, as a .docx file."""
    from docx import Document as WordDocument

    read = list(read)
    word = WordDocument()
    _set_up(word)
    word.add_heading(say("audit_page.title"), level=1)
    for evidence in read:
        word.add_paragraph(evidence.document.name, style="List Bullet")
    word.add_paragraph(_counts(findings))
    if findings:
        _fill(word, findings, Texts(read))
    written = io.BytesIO()
    word.save(written)
    return written.getvalue()


def _set_up(word: "WordFile") -> None:
    """A4 across, narrow margins, and a font that has Chinese characters."""
    from docx.enum.section import WD_ORIENT
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(1.8)
    for name in ("Normal", "Heading 1"):
        style = word.styles[name]
        style.font.name = _FONTS[language()]
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:eastAsia"), _FONTS["zh"])
    word.styles["Normal"].font.size = Pt(10)


def _counts(findings: Sequence[Finding]) -> str:
    counts = {
        severity: sum(finding.severity == severity for finding in findings)
        for severity in SEVERITIES
    }
    return say("audit_page.counted", total=len(findings), **counts)


def _fill(word: "WordFile", findings: Sequence[Finding], texts: Texts) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    table = word.add_table(rows=1, cols=len(_COLUMNS), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Cm(width)
    for cell, name in zip(table.rows[0].cells, _COLUMNS, strict=True):
        _write(cell, say(f"audit_page.column.{name}"), bold=True)
    # The heading stands again at the top of every page.
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    shown = ""
    for number, finding in enumerate(findings, start=1):
        if finding.severity != shown:
            shown = finding.severity
            _add_band(table, shown)
        row = table.add_row()
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, text in zip(row.cells, _cells(number, finding, texts), strict=True):
            _write(cell, text)


def _add_band(table: "Table", severity: str) -> None:
    """A grey row over the whole width, above the findings of one severity."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    cells = table.add_row().cells
    band = cells[0].merge(cells[-1])
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), "E8ECF0")
    band._tc.get_or_add_tcPr().append(shade)
    _write(band, say(f"audit_page.severity.{severity}"), bold=True)


def _cells(number: int, finding: Finding, texts: Texts) -> tuple[str, ...]:
    places = [texts.around(place) for place in finding.places[:SHOWN]]
    more = len(finding.places) - len(places)
    quotes = [place.quote for place in places]
    if more:
        quotes.append(say("audit_page.more", count=more))
    return (
        str(number),
        say(f"audit_page.kind.{finding.kind}"),
        finding.sentence(),
        "\n".join(dict.fromkeys(map(_where, places))),
        "\n".join(quotes),
        "",
    )


def _where(place: Surroundings) -> str:
    parts = (place.document, short_heading(place.heading))
    return " · ".join(part for part in parts if part)


def _write(cell: "_Cell", text: str, *, bold: bool = False) -> None:
    cell.text = ""
    run = cell.paragraphs[0].add_run(text)
    run.bold = bold
