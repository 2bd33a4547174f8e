"""What holds for every text: it is read, and quotes stand where they say."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenghua_analysis.documents import Document, Fact, extract_facts, unparsed
from tests.documents import unseen

TITLE = "云州市2024年工作要点"
SENTENCES = [
    line
    for line in (Path(__file__).parent / "unseen" / "sentences.txt")
    .read_text(encoding="utf-8")
    .splitlines()
    if line.endswith("。") and line[0] not in "#(（0123456789"
]
FRAGMENTS = [
    *("新增托位", "其中", "分别达", "均为", "由", "提高到", "占", "到2025年", "第3名"),
    *("5", "１２．５", "八千余", "1,240", "10—50", "3∶1", "2.65", "20", "%", "万元"),
    *("个", "个百分点", "以上", "左右", "以内", "不低于", "增长", "完成市下达任务"),
    *("(", ")", "，", "。", "；", "、", "：", "“", "”", "《", "》", "\n", "\t", "|"),
    *("&nbsp;", "<br/>", "<td>", "</td>", "★", "①", "1.", "一、", "（一）", "　"),
    *("序号", "指标", "目标值", "责任单位", "区教育局", "地区", "东溪区", "—", "\r\n"),
]
mixtures = st.lists(st.sampled_from(FRAGMENTS), max_size=60).map("".join)


def _check(text: str) -> None:
    document = Document(text)
    for found in [*extract_facts(document), *unparsed(document)]:
        assert 0 <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.quote


@given(mixtures)
def test_quotes_of_any_mixture_stand_where_they_say(text: str) -> None:
    _check(text)
    _check(f"{TITLE}\n\n{text}")


@given(st.text(max_size=300))
def test_any_text_at_all_is_read(text: str) -> None:
    _check(text)


@given(st.text("0123456789.,%()、分别达占由到万元年月-—|\t\n“”", max_size=200))
def test_digits_and_marks_in_any_order_are_read(text: str) -> None:
    _check(text)


def _facts(*paragraphs: str) -> list[Fact]:
    text = "\n\n".join([TITLE, *paragraphs])
    return extract_facts(Document(text), year=2024, region="云州市")


def _moved(fact: Fact, by: int) -> Fact:
    of = None if fact.baseline_of is None else fact.baseline_of + by
    return replace(fact, start=fact.start + by, end=fact.end + by, baseline_of=of)


@given(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5),
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5),
)
def test_two_texts_in_one_setting_state_what_each_of_them_states(
    first: list[str], second: list[str]
) -> None:
    by = sum(len(paragraph) + 2 for paragraph in first)
    apart = _facts(*first) + [_moved(fact, by) for fact in _facts(*second)]
    assert _facts(*first, *second) == apart


@pytest.mark.parametrize("name", unseen.NAMES)
def test_line_ends_of_another_system_change_nothing(name: str) -> None:
    text = unseen.document(name).text
    other = Document(text.replace("\n", "\r\n"))
    values = [(f.indicator, f.value, f.year) for f in extract_facts(Document(text))]
    assert [(f.indicator, f.value, f.year) for f in extract_facts(other)] == values
