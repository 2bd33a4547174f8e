"""One document says the same whatever it is saved as."""

from pathlib import Path

import pytest

from fenghua_analysis.documents import (
    Document,
    Fact,
    WorkItem,
    extract_facts,
    extract_work_items,
    read_document,
    unparsed,
)
from tests.documents.formats.little import LITTLE, as_docx, as_html, as_pdf

STATED = [
    ("城乡居民收入倍差", 1.67, "le", "", "县发改局", 0),
    ("居民人均可支配收入", 8, "ge", "%", "县发改局", 0),
    ("城镇登记失业率", 3.5, "le", "%", "县发改局", 0),
    ("家庭可支配收入10-50万元群体比例", 65, "eq", "%", "县发改局", 0),
    ("每千名老年人拥有护理型床位", 4.8, "eq", "张", "", 0),
    ("每千名老年人拥有护理型床位", 7, "eq", "张", "", 0),
    ("适龄妇女两癌筛查", 3.2, "eq", "万人次", "", 0),
    ("每千人口拥有3岁以下婴幼儿托位数", 4.5, "eq", "个", "县卫生健康局", 1),
    ("普惠托位占比", 86, "ge", "%", "县卫生健康局", 0),
    ("新增公办学位数", 890, "eq", "个", "县教育局", 0),
]
"""What the text above the work list states, each in the order of the text."""


def _contents() -> dict[str, bytes]:
    return {
        "html": as_html(LITTLE).encode("utf-8"),
        "docx": as_docx(LITTLE),
        "pdf": as_pdf(LITTLE),
    }


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    folder: Path = tmp_path_factory.mktemp("formats")
    contents = _contents()
    for suffix, content in contents.items():
        (folder / f"plan.{suffix}").write_bytes(content)
    found = {suffix: read_document(folder / f"plan.{suffix}") for suffix in contents}
    (folder / "plan.txt").write_text(found["docx"].text, encoding="gb18030")
    return {**found, "txt": read_document(folder / "plan.txt")}


@pytest.fixture(params=["txt", "html", "docx", "pdf"])
def document(
    request: pytest.FixtureRequest, documents: dict[str, Document]
) -> Document:
    return documents[request.param]


def _stated(fact: Fact) -> tuple[str, float | None, str, str, str, int]:
    name, value, unit = fact.indicator, fact.value, fact.unit
    return name, value, fact.comparator, unit, fact.department, fact.core


def test_the_facts_of_text_and_table_are_those_that_a_reader_finds(
    document: Document,
) -> None:
    facts = extract_facts(document)
    assert [_stated(fact) for fact in facts][: len(STATED)] == STATED
    assert {fact.year for fact in facts[: len(STATED)]} == {"2024"}
    assert {fact.region for fact in facts} == {"临江县"}


def test_every_quote_stands_at_its_place_in_the_text_as_read(
    document: Document,
) -> None:
    for found in [*extract_facts(document), *unparsed(document)]:
        assert document.text[found.start : found.end] == found.quote


def test_a_table_names_the_area_over_several_rows_for_each_of_them(
    document: Document,
) -> None:
    sections = [fact.section for fact in extract_facts(document)][7:10]
    childcare, schools = "二、指标目标 > 幼有善育", "二、指标目标 > 学有优教"
    assert sections == [childcare, childcare, schools]


def _told(item: WorkItem) -> tuple[object, ...]:
    steps = tuple((step.first, step.last, step.label) for step in item.milestones)
    named = (item.number, item.name, item.departments)
    return item.section, item.section_count, *named, len(item.goals), steps


def test_a_work_list_in_a_real_table_gives_its_items(document: Document) -> None:
    childcare, social = "民生保障先行示范", "生态宜居先行示范"
    assert [_told(item) for item in extract_work_items(document)] == [
        (
            *(childcare, 2, 1, "普惠托育", ("县卫生健康局", "县教育局"), 2),
            ((2, 4, "印发方案"), (5, 8, "建成托育中心2家"), (1, 12, "完成验收")),
        ),
        (
            *(childcare, 2, 2, "公办学位扩容", ("县教育局",), 1),
            ((1, 3, "开工建设"), (4, 6, "主体结构封顶")),
        ),
        (*(social, 1, 3, "美丽河湖", ("县水利局",), 1), ((1, 12, "按月调度"),)),
    ]


def test_what_surrounds_the_text_of_a_page_says_nothing(
    documents: dict[str, Document],
) -> None:
    text = documents["html"].text
    for clutter in ("5000人", "12%", "900个", "1234", "2023", "网站标识码", "分享"):
        assert clutter not in text
    assert text.startswith("发布时间：2024-03-05\n临江县2024年推进共同富裕工作要点\n")


def test_pages_of_a_pdf_leave_no_trace(documents: dict[str, Document]) -> None:
    text = documents["pdf"].text
    assert "— 1 —" not in text
    assert text.count("进度安排") == 1  # the header that each page repeats
