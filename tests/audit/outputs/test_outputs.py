"""Findings as a table, a page and a Word file: all, escaped, in both languages."""

import csv
import io

import pytest
from docx import Document as WordDocument

from fenghua_analysis.audit import Finding, examine, gather
from fenghua_analysis.audit.outputs.page import page
from fenghua_analysis.audit.outputs.surroundings import Texts, short_heading
from fenghua_analysis.audit.outputs.table import COLUMNS, csv_of, places_of
from fenghua_analysis.audit.outputs.word import word_file
from fenghua_analysis.documents import Document
from fenghua_analysis.wording import speaking

TEXT = (
    "临湖区2024年工作要点\n\n一、目标\n\n实施全民法治素养提升行动。\n\n"
    "加快推进全民法制 素养提升行动落地，惠及<b>全体</b>居民。\n\n覆盖率达达到80%。"
)


@pytest.fixture
def read():
    return gather([Document(TEXT, name="draft.txt")])


def test_the_table_has_one_row_a_finding_and_its_places_read_back(read):
    findings = examine(read)
    rows = list(csv.DictReader(io.StringIO(csv_of(findings))))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == len(findings) >= 2
    for row, finding in zip(rows, findings, strict=True):
        places = list(places_of(row["places"]))
        spans = [(place.start, place.end) for place in finding.places]
        assert [(place.start, place.end) for place in places] == spans
        assert TEXT[int(row["start"]) : int(row["end"])] == row["quote"]


def test_among_the_places_a_quote_loses_the_spaces_of_the_layout(read):
    findings = [one for one in examine(read) if one.kind == "naming"]
    (row,) = csv.DictReader(io.StringIO(csv_of(findings)))
    quotes = [place.quote for place in findings[0].places]
    assert any("法制 素养提升行动" in quote for quote in quotes)
    assert "法制素养提升行动" in row["places"]
    assert len(row["places"].splitlines()) == 2


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_shows_every_finding_and_lets_no_markup_through(read, lang):
    findings = examine(read)
    with speaking(lang):
        html = page(findings, read)
        assert all(finding.kind in html for finding in findings)
    assert html.count('<article class="finding') == len(findings)
    assert "<b>全体" not in html
    assert "http://" not in html and "https://" not in html


def test_a_page_without_findings_says_so(read):
    assert "没有发现" in page([], read)


def test_a_place_is_quoted_between_its_lines(read):
    (finding,) = [one for one in examine(read) if one.kind == "duplicate"]
    around = Texts(read).around(finding.places[0])
    assert around.before == "覆盖率" and around.quote == "达达"
    assert around.behind == "到80%。" and around.below == ""
    assert around.above.endswith("居民。")


def test_long_lines_are_shown_in_part():
    long = "统筹推进公园建设，" * 40
    read = gather([Document(f"{long}覆盖率达达到80%。{long}", name="long.txt")])
    (finding,) = [one for one in examine(read) if one.kind == "duplicate"]
    around = Texts(read).around(finding.places[0])
    assert around.before.startswith("…") and around.behind.endswith("…")
    assert len(around.before + around.behind) < 200


def test_the_nearest_two_headings_tell_a_place():
    assert short_heading("甲 > 乙 > 丙") == "乙 > 丙"
    assert short_heading("甲") == "甲"


@pytest.mark.parametrize(("lang", "column"), [("zh", "处理意见"), ("en", "Decision")])
def test_the_word_file_has_a_row_a_finding_and_room_to_decide(read, lang, column):
    findings = examine(read)
    with speaking(lang):
        word = WordDocument(io.BytesIO(word_file(findings, read)))
    (table,) = word.tables
    assert table.rows[0].cells[-1].text == column
    numbered = [row for row in table.rows if row.cells[0].text.isdigit()]
    assert len(numbered) == len(findings)
    assert all(row.cells[-1].text == "" for row in numbered)


def test_a_word_file_without_findings_has_no_table(read):
    assert not WordDocument(io.BytesIO(word_file([], read))).tables


def test_every_kind_and_severity_has_its_words():
    from fenghua_analysis.audit import KINDS, SEVERITIES
    from fenghua_analysis.wording import knows

    assert all(knows(f"audit_page.kind.{kind}") for kind in KINDS)
    assert all(knows(f"audit_page.severity.{one}") for one in SEVERITIES)
    assert all(knows(f"audit_page.about.{one}") for one in SEVERITIES)


def test_quotation_marks_inside_quotation_marks_are_single():
    values = {"one": "“匠心”计划", "other": "匠心计划"}
    sentence = Finding("naming", "hard", "twin", (), values).sentence("zh")
    assert "“‘匠心’计划”" in sentence
