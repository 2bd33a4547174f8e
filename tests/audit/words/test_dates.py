"""Dates that cannot be, and dates that do not agree."""

import pytest

from fenghua_analysis.audit import HARD, SOFT
from fenghua_analysis.audit.words.dates import (
    before_its_time,
    impossible_dates,
    other_years,
    outside_stage,
    sessions,
)
from fenghua_analysis.audit.words.making import making
from fenghua_analysis.audit.words.titles import two_numbers, wrong_years
from tests.audit.words.drafts import TITLE, found, item, told, work_list


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("会议定于2024年2月30日召开。", [("impossible", HARD)]),
        ("会议定于2024年2月29日召开。", []),
        ("会议定于2023年2月29日召开。", [("impossible", HARD)]),
        ("会议定于13月5日召开。", [("impossible", HARD)]),
        ("9-6月开展整治。", [("months_backward", HARD)]),
        ("2022年9月-2023年6月开展整治。", []),
    ],
)
def test_a_day_must_exist(sentence, expected):
    assert found(impossible_dates, f"{TITLE}\n\n{sentence}") == expected


def test_a_day_outside_the_months_of_its_stage_is_a_contradiction():
    text = (
        f"{TITLE}\n\n编制分为两步：一是调研阶段(2023年3月-2023年8月)。5月4日召开座谈会。"
        "二是审议阶段(2023年9月-12月)。方案于2024年1月18日印发。"
    )
    finding = told(outside_stage, text)
    assert finding.severity == HARD
    assert finding.places[1].quote == "2024年1月18日"


def test_a_step_of_another_year_is_no_step_of_this_plan():
    cells = item(schedule="2023年12月：完成招标。1-12月：推进施工。")
    assert found(other_years, work_list(cells)) == [("other_year", HARD)]


def test_a_document_cannot_cite_one_of_a_later_year():
    text = work_list(item(policy="《临湖区导则》（临政发〔2025〕3号）。"))
    finding = told(before_its_time, text)
    assert (finding.key, finding.severity) == ("cites_later", HARD)


def test_steps_that_were_over_on_the_day_of_issue_are_counted_once():
    text = work_list(item(), item("绿道建设(区住建局)"), day="2024年7月2日")
    finding = told(before_its_time, text)
    assert (finding.key, finding.severity) == ("over_already", SOFT)
    # Two items, each with a step that ends in June and one that ends in December.
    assert (finding.values["count"], finding.values["of"]) == (2, 4)


def test_a_report_cannot_be_older_than_what_it_reports():
    text = "临湖区2024年上半年民生实事进展情况\n\n2024年5月8日\n\n建成公园3个。"
    assert found(before_its_time, text) == [("reports_early", HARD)]


def test_one_event_has_one_ordinal():
    text = (
        f"{TITLE}\n\n筹备第三届临湖桃花文化旅游节。\n\n办好第四届临湖桃花文化旅游节。"
    )
    assert found(sessions, text) == [("sessions", SOFT)]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("《临湖区公园建设三年行动计划(2021-2023年)》", []),
        ("《临湖区公园建设三年行动计划(2021-2025年)》", [("span_years", HARD)]),
        ("《临湖区公园建设规划(2025-2021年)》", [("years_backward", HARD)]),
        ("《临湖区“十四五”公园规划(2021-2025年)》", []),
    ],
)
def test_a_plan_lasts_as_long_as_it_says(title, expected):
    assert found(wrong_years, f"{TITLE}\n\n落实{title}。") == expected


def test_one_document_has_one_reference_number():
    text = (
        f"{TITLE}\n\n落实《临湖区公园管理办法》（临政办〔2021〕8号）。\n\n"
        "按照《临湖区公园管理办法》（临政办〔2022〕8号）执行。"
    )
    assert found(two_numbers, text) == [("two_numbers", HARD)]


def test_a_document_is_drafted_before_it_is_issued():
    schedule = (
        "1-3月：印发《公园管理细则》。4-6月：编制《公园管理细则》。7-12月：落实。"
    )
    cells = item(schedule=schedule, policy="《公园管理细则》。")
    assert found(making, work_list(cells)) == [("drafted_after", SOFT)]


def test_drafting_revising_and_issuing_in_this_order_is_sound():
    schedule = (
        "1-3月：编制《公园管理细则》。4-6月：修改完善《公园管理细则》。"
        "7-12月：印发《公园管理细则》。"
    )
    assert found(making, work_list(item(schedule=schedule))) == []


def test_what_is_to_be_issued_must_be_more_than_begun():
    cells = item(
        policy="印发《公园管理细则》。", schedule="1-12月：启动编制《公园管理细则》。"
    )
    assert found(making, work_list(cells)) == [("never_issued", SOFT)]


def test_a_plan_drawn_up_after_its_work_was_inspected_is_a_question():
    schedule = "1-6月：推进。7-10月：组织开展督察。11-12月：制定《公园改革方案》。"
    cells = item(policy="《公园改革方案》。", schedule=schedule)
    assert found(making, work_list(cells)) == [("after_the_fact", SOFT)]


def test_two_departments_that_draw_up_one_document_are_a_question():
    schedule = "1-12月：编制《临湖旅游发展规划》。"
    cells = (
        item("甲(区文旅局)", schedule=schedule),
        item("乙(湖滨街道)", schedule=schedule),
    )
    assert found(making, work_list(*cells)) == [("drafted_twice", SOFT)]
