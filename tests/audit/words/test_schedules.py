"""Schedules that contradict themselves, or leave out what the target promises."""

import pytest

from fenghua_analysis.audit import HARD, SOFT
from fenghua_analysis.audit.words.schedules import schedules
from tests.audit.words.drafts import found, item, told, work_list


def test_nothing_is_said_of_a_sound_schedule():
    assert found(schedules, work_list(item())) == []


def test_a_thing_done_once_has_one_date():
    schedule = (
        "3月底前：成立全区改革工作领导小组。6月底前：成立全区改革工作领导小组。"
        "12月底前：完成总结。"
    )
    finding = told(schedules, work_list(item(target="推进改革。", schedule=schedule)))
    assert (finding.kind, finding.key, finding.severity) == (
        "date_conflict",
        "twice",
        HARD,
    )
    assert "3月底前" in finding.sentence("zh") and "6月底前" in finding.sentence("zh")


def test_what_recurs_may_stand_in_several_steps():
    schedule = "3月底前：召开第一次全区调度会议。12月底前：召开第二次全区调度会议。"
    assert (
        found(schedules, work_list(item(target="推进改革。", schedule=schedule))) == []
    )


def test_a_schedule_that_stops_in_august_misses_a_target_for_the_years_end():
    cells = item(target="到2024年底，改革全面完成。", schedule="1-8月：推进改革。")
    assert found(schedules, work_list(cells)) == [("ends_early", SOFT)]


def test_a_schedule_may_end_early_with_a_step_that_ends_the_work():
    cells = item(target="推进改革。", schedule="1-6月：推进改革。7-9月：完成验收。")
    assert found(schedules, work_list(cells)) == []


def test_a_schedule_that_stops_with_nothing_finished_is_a_question():
    cells = item(
        target="推进改革。", schedule="1-6月：推进改革。7-10月：建立清单制度。"
    )
    assert found(schedules, work_list(cells)) == [("no_end", SOFT)]


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        ("7-9月：组织评审。2-4月：发布通知。10-12月：总结。", [("backward", SOFT)]),
        ("全年：做好宣传。2-4月：发布通知。10-12月：总结。", []),
        ("甲类：四季度完成评审。乙类：一季度完成评审。", []),
    ],
)
def test_steps_follow_one_another(schedule, expected):
    assert (
        found(schedules, work_list(item(target="推进。", schedule=schedule)))
        == expected
    )


def test_a_deadline_that_no_step_mentions_is_a_question():
    cells = item(
        target="9月底前召开全域旅游发展大会。", schedule="1-12月：开展公园养护。"
    )
    finding = told(schedules, work_list(cells))
    assert (finding.key, finding.severity) == ("missing", SOFT)


def test_what_is_due_in_may_cannot_begin_in_july():
    cells = item(
        target="5月底前完成全区古树名木普查。",
        schedule="7-9月：完成全区古树名木普查。10-12月：总结。",
    )
    assert found(schedules, work_list(cells)) == [("late", HARD)]


def test_a_schedule_that_ends_below_the_target_is_a_contradiction():
    cells = item(
        target="新增口袋公园30个。",
        schedule="1-6月：新增口袋公园10个。7-12月：新增口袋公园25个。",
    )
    finding = told(schedules, work_list(cells))
    assert (finding.key, finding.severity) == ("short", HARD)
    assert "30个" in finding.sentence("zh") and "25个" in finding.sentence("zh")
