"""Statistics one cell a line, under a header that nobody could know."""

from fenghua_analysis.documents import Document, extract_facts
from fenghua_analysis.documents.tables.ledgers import ledger

HEADER = ("总量", "(亿元)", "比上年同期", "增长(%)")
ROWS = (
    "生产总值",
    "19349.3",
    "-5.7",
    "工业",
    "4217.1",
    "-13.3",
    "建筑业",
    "262",
    "1.2",
)


def _lines(*texts: str) -> str:
    return "\n\n".join(texts)


def test_as_many_titles_as_numbers_below_each_name_make_a_table() -> None:
    lines = Document(_lines("上海", *HEADER, *ROWS)).lines
    assert ledger(lines, 5, floor=0) == (1, 5, len(lines))


def test_its_values_take_name_unit_and_sign() -> None:
    text = _lines("2022年上半年某地生产总值", *HEADER, *ROWS, "以上为初步核算数。")
    facts = [(f.indicator, f.value, f.unit) for f in extract_facts(Document(text))]
    assert facts[0] == ("生产总值:总量", 19349.3, "亿元")
    assert facts[1] == ("生产总值增长", -5.7, "%")
    assert len(facts) == 6


def test_a_heading_among_the_rows_is_no_row() -> None:
    lines = Document(_lines(*HEADER, "按产业分", *ROWS)).lines
    assert ledger(lines, 4, floor=0) is None
    assert ledger(lines, 5, floor=0) == (0, 4, len(lines))


def test_a_table_of_contents_is_none() -> None:
    pages = _lines("第一章", "1", "第二章", "5", "第三章", "9", "第四章", "12")
    assert ledger(Document(pages).lines, 0, floor=0) is None
    assert extract_facts(Document(pages)) == []


def test_two_rows_are_too_few() -> None:
    assert ledger(Document(_lines(*HEADER, *ROWS[:6])).lines, 4, floor=0) is None


def test_lines_above_that_belong_to_something_else_are_no_header() -> None:
    assert ledger(Document(_lines(*HEADER, *ROWS)).lines, 4, floor=3) is None
