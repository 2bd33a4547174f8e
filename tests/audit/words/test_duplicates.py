"""The same twice: items, words, paragraphs."""

import pytest

from fenghua_analysis.audit import HARD, SOFT
from fenghua_analysis.audit.words.duplicates import items, paragraphs, words
from tests.audit.words.drafts import TITLE, found, item, told, work_list


def test_two_items_of_one_name_are_one():
    finding = told(items, work_list(item(), item("河长制(区水利局)"), item()))
    assert (finding.key, finding.severity) == ("item", HARD)
    assert (finding.values["first"], finding.values["second"]) == (1, 3)


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("新建口袋公园30个，新增绿道25公里。", [("aims", HARD)]),
        ("新建口袋公园30个，新增停车位600个。", [("aims", SOFT)]),
        ("新建口袋公园12个，新增停车位600个。", []),
    ],
)
def test_items_that_share_their_figures(second, expected):
    first = item("公园(区住建局)", target="新建口袋公园30个，新增绿道25公里。")
    assert (
        found(items, work_list(first, item("绿地(区资规局)", target=second)))
        == expected
    )


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("提升能力，实施能力提升提升工程，提升质量。", [("word", SOFT)]),
        ("困难老人每人每月补贴300元，每人限领。", []),
        ("推进民事民议、民事民办。", []),
        ("覆盖率达达到80%。", [("word", SOFT)]),
        ("构建和谐和睦社区。", []),
    ],
)
def test_a_word_typed_twice(sentence, expected):
    assert found(words, f"{TITLE}\n\n{sentence}") == expected


def test_columns_that_squeezing_brings_together_repeat_nothing():
    assert found(words, f"{TITLE}\n\n公开方式 主动公开 公开范围 面向社会公开") == []


def test_a_paragraph_that_stands_twice():
    paragraph = "坚持系统观念，统筹推进公园、绿道和湿地建设，不断提升城市品质。"
    text = f"{TITLE}\n\n{paragraph}\n\n一、重点任务\n\n{paragraph}"
    assert told(paragraphs, text).severity == SOFT
