"""What the title of a column says of the values below it."""

import pytest

from fenghua_analysis.documents.grammar.dating import Calendar
from fenghua_analysis.documents.tables.titles import (
    is_title,
    read_title,
    role_of,
    tells_period,
)


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("序号", "number"),
        ("指标名称", "name"),
        ("实事项目名称", "name"),
        ("工程名称", "name"),
        ("计量单位", "unit"),
        ("指标属性", "attribute"),
        ("领域", "area"),
        ("地区", "region"),
        ("县(市、区)", "region"),
        ("各县(市、区)", "region"),
        ("牵头单位", "department"),
        ("责任单位(部门)", "department"),
        ("完成时限", "schedule"),
        ("备注", "note"),
        ("2025年目标值", "value"),
        ("托位数(个)", "value"),
    ],
)
def test_a_column_is_what_its_title_says(title: str, role: str) -> None:
    assert role_of(title) == role


def test_spaces_inside_a_title_are_typesetting() -> None:
    assert role_of("序 号") == "number"


@pytest.mark.parametrize(
    ("title", "period", "kind", "unit", "name"),
    [
        ("2025年", "2025", "", "", ""),
        ("2025年目标值", "2025", "target", "", ""),
        ("2020年基期值", "2020", "baseline", "", ""),
        ("2022年实际完成", "2022", "actual", "", ""),
        ("十四五期末", "2025", "", "", ""),
        ("2024年上半年完成数(人)", "2024-H1", "actual", "人", ""),
        ("新增床位(张)目标任务", "", "target", "张", "新增床位"),
        ("就业(人)进度", "", "actual", "人", "就业"),
    ],
)
def test_a_title_taken_apart(
    title: str, period: str, kind: str, unit: str, name: str
) -> None:
    found = read_title(title)
    stated = (found.period, found.kind, found.unit, found.name)
    assert stated == (period, kind, unit, name)


@pytest.mark.parametrize(
    "title", ["完成率", "增速(%)", "占全年计划", "同比增长", "进度"]
)
def test_a_rate_of_what_the_row_names(title: str) -> None:
    assert read_title(title).ratio


def test_the_rate_below_a_counted_indicator_has_no_unit_of_its_own() -> None:
    assert read_title("新增床位(张)完成率").unit == ""
    assert read_title("新增床位(张)完成率(%)").unit == "%"


def test_a_share_of_a_plan_reports_on_it_and_promises_nothing() -> None:
    assert read_title("占全年计划").kind != "target"
    assert read_title("目标完成率").kind == "actual"


def test_changes_over_the_years_of_a_plan_are_marked() -> None:
    assert read_title("年均〔累计〕").spans
    assert not read_title("2025年").spans


def test_last_year_is_told_by_the_calendar() -> None:
    calendar = Calendar("2024", part="-H1")
    assert read_title("去年同期", calendar=calendar).period == "2023-H1"
    assert read_title("比上年增长", calendar=calendar).period == ""


def test_only_titles_are_titles() -> None:
    assert all(map(is_title, ("序号", "年份", "目标任务", "完成比例(%)", "2025年")))
    assert not any(map(is_title, ("普惠托位占比(%)", "东溪区", "4814", "甲" * 200)))


def test_titles_at_the_side_tell_years_or_promised_from_done() -> None:
    assert all(
        map(tells_period, ("2023年", "全年目标", "1-6月完成", "去年同期", "增速"))
    )
    assert not tells_period("普惠托位")
