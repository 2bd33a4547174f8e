"""One indicator, one year, one place: two values cannot both be meant."""

import pytest

from fenghua_analysis.audit import audit, evidence
from fenghua_analysis.audit.findings import HARD, SOFT
from fenghua_analysis.audit.numbers.conflicts import conflicts as of_groups
from tests.audit.numbers.examples import REPORT, document, found, on_groups, told

conflicts = on_groups(of_groups)

VALUES, BOUNDS = ("same_document", HARD), ("same_document", HARD)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("数字经济核心产业增加值占比达到7%。", "数字经济核心产业增加值占比达到4.8%。"),
        ("平均受教育年限达15.1年。", "平均受教育年限达15年。"),  # goals are not rounded
        ("失业率控制在3%以内。", "失业率控制在3.5%以内。"),
        ("最低生活保障标准达1.4万元。", "最低生活保障标准达13000元。"),
        ("绿化覆盖率40%以上。", "绿化覆盖率38%。"),  # below its own bound
        ("新建农村文化礼堂30家。", "新建农村文化礼堂25家。"),
        ("万人成讼率低于86.7件/万人。", "万人成讼率低于89。"),  # the unit is left out
    ],
)
def test_two_values_of_one_goal_are_a_conflict(one: str, other: str) -> None:
    assert found(conflicts, one, other) == [VALUES]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("失业率低于3.5%。", "失业率控制在3.5%以内。"),
        ("绿化覆盖率38%以上。", "绿化覆盖率超过38%。"),
        ("单位能耗不高于0.4吨/万元。", "单位能耗不低于0.4吨/万元。"),
    ],
)
def test_one_value_bound_in_two_ways_is_a_conflict(one: str, other: str) -> None:
    assert found(conflicts, one, other) == [BOUNDS]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("绿化覆盖率达到38%。", "绿化覆盖率38%以上。"),  # offices mean the same
        ("绿化覆盖率35%以上。", "绿化覆盖率达到38%。"),  # the goal keeps the bound
        ("最低生活保障标准达1.4万元。", "最低生活保障标准达14000元/年。"),
        ("完成投资40.16亿元。", "全年完成投资40.2亿元。"),  # a sum, rounded
        ("城镇居民人均可支配收入5万元。", "农村居民人均可支配收入3万元。"),
        ("新增托位450个。", "现有托位2100个。"),
        ("2024年绿化覆盖率达到38%。", "2025年绿化覆盖率达到40%。"),
        ("失业率控制在3%以内。", "6月底失业率控制在3.2%以内。"),  # a step
        ("东河县新建农村文化礼堂30家。", "西河县新建农村文化礼堂25家。"),
        ("规上工业产值增长8%。", "规上工业产值达到500亿元。"),
    ],
)
def test_what_can_both_be_true_is_no_conflict(one: str, other: str) -> None:
    assert found(conflicts, one, other) == []


def test_a_count_under_a_short_name_is_a_question_only() -> None:
    assert found(conflicts, "新增学位900个。", "新增学位850个。") == [
        ("same_document", SOFT)
    ]


def test_figures_of_one_sentence_are_of_two_things() -> None:
    assert found(conflicts, "甲城固定资产投资项目13个,乙城固定资产投资项目35个。") == []


def test_a_heading_says_what_a_name_leaves_out() -> None:
    full = "一、养老服务\n\n新增持证养老护理员87人。"
    assert found(conflicts, full, "二、加大养老服务供给\n\n新增持证护理员100人。")
    assert not found(conflicts, full, "二、加大医疗服务供给\n\n新增持证护理员100人。")


def test_a_shortened_name_is_that_of_the_equal_value() -> None:
    named = "基本养老保险参保人数43.7万人。\n\n长期护理保险参保人数49.5万人。"
    assert not found(conflicts, named, "二、养老保险和护理保险\n\n参保人数49.5万人。")


def test_each_two_values_are_one_finding_however_often_they_stand() -> None:
    goal, other = "绿化覆盖率达到38%。", "绿化覆盖率达到40%。"
    assert len(found(conflicts, goal, other, goal, other)) == 1


def test_the_sentence_names_both_values_and_where_they_stand() -> None:
    one, other = "一、总体目标\n\n失业率达到3%。", "二、就业\n\n失业率达到4%。"
    said = told(conflicts, one, other)
    assert all(words in said for words in ("失业率", "2024", "3%", "4%", "就业"))


def test_two_documents_of_one_place_are_held_against_each_other() -> None:
    plan = document("城镇化率达到68%。", name="plan.txt")
    other = document("城镇化率达到70%。", name="other.txt")
    elsewhere = document(
        "城镇化率达到70%。", title="东江市2024年工作要点", name="b.txt"
    )
    read = [evidence(plan), evidence(other), evidence(elsewhere)]
    (finding,) = conflicts(read)
    assert finding.key == "two_documents"
    assert {place.document for place in finding.places} == {"plan.txt", "other.txt"}


def test_reported_figures_may_be_rounded_and_goals_may_be_missed() -> None:
    assert not found(conflicts, "城镇化率为68.2%。", "城镇化率为68%。", title=REPORT)
    assert found(conflicts, "城镇化率为68.2%。", "城镇化率为69%。", title=REPORT)


def test_the_order_of_documents_changes_nothing() -> None:
    plans = [
        document("城镇化率达到68%。", name="a.txt"),
        document("城镇化率达到70%。", name="b.txt"),
    ]
    assert audit(plans) == audit(plans[::-1])
