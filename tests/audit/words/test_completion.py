"""A target cell and its schedule that end at different points."""

import pytest

from fenghua_analysis.audit import HARD, SOFT
from fenghua_analysis.audit.words.completion import unequal_ends
from tests.audit.words.drafts import found, item, told, work_list


def test_nothing_is_said_where_target_and_schedule_agree():
    assert found(unequal_ends, work_list(item())) == []


def test_a_building_handed_over_that_only_gets_its_shell_is_a_contradiction():
    schedule = "1-6月：湖畔文化公园进场施工。7-12月：湖畔文化公园完成主体工程。"
    finding = told(unequal_ends, work_list(item(schedule=schedule)))
    assert (finding.key, finding.severity) == ("unfinished", HARD)
    assert [place.quote for place in finding.places] == [
        "湖畔文化公园年底前交付使用",
        "湖畔文化公园完成主体工程",
    ]


def test_a_building_largely_finished_that_the_schedule_opens_is_a_contradiction():
    target = "湖畔文化公园基本完工。"
    assert found(unequal_ends, work_list(item(target=target))) == [("beyond", HARD)]


def test_a_sentence_that_finishes_everything_finishes_this_too():
    schedule = "1-6月：湖畔文化公园完成主体工程。7-12月：各项目全部交付使用。"
    assert found(unequal_ends, work_list(item(schedule=schedule))) == []


def test_preparing_an_acceptance_is_not_yet_passing_it():
    schedule = "1-12月：湖畔文化公园主体结顶，做好验收准备。"
    assert found(unequal_ends, work_list(item(schedule=schedule))) == [
        ("unfinished", HARD)
    ]


@pytest.mark.parametrize(
    ("target", "last", "expected"),
    [
        ("创建美丽河湖4条。", "完成创建工作总进度的60%。", [("partly", HARD)]),
        ("创建美丽河湖4条，完成60%。", "完成创建工作总进度的60%。", []),
        ("完成河长制改革。", "基本完成改革任务。", [("nearly", SOFT)]),
        ("基本完成河长制改革。", "基本完成改革任务。", []),
        ("申报省级美丽河湖。", "通过评审。", [("awarded", SOFT)]),
        ("申报省级美丽河湖并通过评审。", "通过评审。", []),
    ],
)
def test_the_last_step_is_held_against_the_target(target, last, expected):
    cells = item(
        "河长制改革(区水利局)",
        target=target,
        schedule=f"1-6月：开展调研。7-12月：{last}",
    )
    assert found(unequal_ends, work_list(cells)) == expected
