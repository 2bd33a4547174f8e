"""What is announced and does not follow, and what breaks off."""

import pytest

from fenghua_analysis.audit import HARD, SOFT
from fenghua_analysis.audit.words.parts import annexes, broken, empty_cells, marks
from tests.audit.words.drafts import LIST, TITLE, found, item, read, told, work_list


def test_of_two_annexes_the_one_that_is_missing_is_named():
    text = work_list(item(), text=f"附件:1.{LIST}\n\n2.组织架构图")
    finding = told(annexes, text)
    assert finding.severity == HARD
    assert finding.values["title"] == "组织架构图"


def test_an_annex_that_stands_under_its_title_is_there():
    text = f"{TITLE}\n\n附件：区级公园清单\n\n区级公园清单\n\n湖畔公园"
    assert found(annexes, text) == []


def test_the_name_of_a_file_is_no_annex():
    text = f"{TITLE}\n\n附件：区级公园清单\n\n区级公园清单.doc"
    assert found(annexes, text) == [("annex", SOFT)]


def test_empty_cells_are_told_column_by_column():
    finding = next(iter(empty_cells([read(_with_blank())])))
    assert finding.values["column"] == "评价体系"
    assert finding.values["items"] == "2"


def _with_blank() -> str:
    """Two items, the second without its last cell but the schedule."""
    whole = work_list(item(), item("绿道建设(区住建局)", review="@"))
    return whole.replace("@\n\n", "\n\n")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("统筹推进公园、绿道、湿地建设工作;感", [("broken", SOFT)]),
        ("统筹推进公园、绿道、湿地建设工作。", []),
        ("落实《临湖区公园建设实施方》要求。", [("stump", HARD)]),
        ("落实《临湖区公园建设实施方案》要求。", []),
    ],
)
def test_sentences_and_titles_are_written_to_their_end(sentence, expected):
    assert found(broken, f"{TITLE}\n\n{sentence}") == expected


def test_a_word_without_its_last_character():
    whole = "完善基层治理体系。" * 3
    finding = told(broken, f"{TITLE}\n\n{whole}健全基层治理体，提升能力。")
    assert finding.values["meant"] == "治理体系"


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("推进“共享食堂建设(区民政局。", 2),
        ("1)推进“共享食堂”建设(区民政局)。", 0),
        ("贯彻落实《临湖区导则要求。", 1),
    ],
)
def test_marks_come_in_pairs(sentence, count):
    findings = list(marks([read(f"{TITLE}\n\n{sentence}")]))
    assert sum(finding.values["count"] for finding in findings) == count
