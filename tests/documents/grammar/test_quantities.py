"""A number with its unit and its bounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenghua_analysis.documents.grammar.clauses import read_line
from fenghua_analysis.documents.grammar.quantities import Quantity, quantities
from fenghua_analysis.documents.grammar.runs import read_runs
from fenghua_analysis.documents.grammar.tokens import tokens


def _read(text: str) -> list[Quantity]:
    return quantities(text, tokens(text))


def _only(text: str) -> Quantity:
    found = _read(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("标准达1.4万元", 1.4, "万元"),
        ("14000元/年", 14000, "元/年"),
        ("使用面积18.59平方米/万元", 18.59, "平方米/万元"),
        ("低于86.7件/万人", 86.7, "件/万人"),
        ("浓度28微克/立方米", 28, "微克/立方米"),
        ("服务863万人次", 863, "万人次"),
        ("发电量3.8亿千瓦时", 3.8, "亿千瓦时"),
        ("老人160.88万,", 160.88, "万"),
        ("快于8.6个百分点", 8.6, "百分点"),
        ("住房2150套(间)", 2150, "套(间)"),
        ("死亡率6/10万以下", 6, "/10万"),
        ("新增5千吨", 5, "千吨"),
        ("减排120万吨二氧化碳", 120, "万吨二氧化碳"),
        ("万人成讼率低于89", 89, ""),
    ],
)
def test_a_unit_is_literal_and_the_value_unscaled(
    text: str, value: float, unit: str
) -> None:
    quantity = _only(text)
    assert (quantity.value, quantity.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("达到65%", "eq"),
        ("为7%", "eq"),
        ("降至18平方米", "eq"),
        ("缩小到0.8", "eq"),
        ("保持在100%", "eq"),
        ("80%以上", "ge"),
        ("98%(含)以上", "ge"),
        ("不低于95%", "ge"),
        ("不少于1500人", "ge"),
        ("至少2名", "ge"),
        ("≥86", "ge"),
        ("控制在3.5%以内", "le"),
        ("控制在0.009", "le"),
        ("不高于3%", "le"),
        ("≤3.5", "le"),
        ("超过200家", "gt"),
        ("突破1.2万亿元", "gt"),
        ("8000余亩", "gt"),
        ("300多万元", "gt"),
        ("30万+用户", "gt"),
        ("低于3.5%", "lt"),
        ("3岁以下".replace("3岁", "3%"), "lt"),
        ("3名左右", "approx"),
        ("约2.4万人", "approx"),
        ("控制在5%左右", "approx"),
    ],
)
def test_bounds_stand_before_or_behind_the_number(text: str, comparator: str) -> None:
    assert _only(text).comparator == comparator


@pytest.mark.parametrize(
    ("text", "comparator", "change"),
    [
        ("增长10%", "growth", "up"),
        ("同比下降3.2%", "growth", "down"),
        ("比上年末提高0.7个百分点", "growth", "up"),
        ("增长8%以上", "ge", "up"),
        ("下降约5%", "approx", "down"),
        ("同比+5.2%", "growth", "up"),
        ("增长-3.5%", "growth", "down"),
        ("拉动经济增长0.9个百分点", "eq", ""),
    ],
)
def test_a_growth_keeps_its_direction_and_a_bound_wins(
    text: str, comparator: str, change: str
) -> None:
    quantity = _only(text)
    assert (quantity.comparator, quantity.change) == (comparator, change)


def test_names_of_a_change_tell_it_as_verbs_do() -> None:
    up, down = _only("低保标准增幅7.4%"), _only("降幅达5%")
    assert (up.comparator, up.change) == ("growth", "up")
    assert (down.comparator, down.change) == ("growth", "down")
    assert _only("涨幅控制在3%左右").comparator == "approx"


def test_a_bound_may_stand_before_the_verb_or_before_what_it_is_a_share_of() -> None:
    assert _only("至少建成1家").comparator == "ge"
    assert _only("不低于本级支出1%").comparator == "ge"


def test_a_list_shares_its_unit_even_where_half_of_it_is_said() -> None:
    line = read_line("快于全省2.7个、4.9个百分点")
    runs = read_runs(line.text, line.clauses[0])
    assert [q.unit for q in runs[0].quantities] == ["百分点", "百分点"]


def test_improved_things_are_counted_but_a_count_that_rises_grows() -> None:
    assert _only("消防设施提升52处").comparator == "eq"
    assert _only("养老床位增加50张").comparator == "growth"


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("10-50万元", 10, 50, "万元"),
        ("3至5家", 3, 5, "家"),
        ("5%~8%", 5, 8, "%"),
        ("20万-60万元", 20, 60, "万元"),
    ],
)
def test_a_range_is_one_quantity(text: str, low: float, high: float, unit: str) -> None:
    quantity = _only(text)
    assert (quantity.value, quantity.value_high, quantity.unit) == (low, high, unit)


def test_from_one_level_to_another_is_no_range() -> None:
    assert [quantity.value for quantity in _read("从5%到8%")] == [5, 8]


def test_a_minus_belongs_to_the_number_unless_it_joins_two() -> None:
    assert _only("自然增长率-2.18‰").value == -2.18
    assert _only("建设3-2号楼5栋".replace("3-2号楼", "")).value == 5


def test_the_quote_is_the_shortest_span_of_number_unit_and_comparator() -> None:
    text = "比例力争达到85%以上"
    quantity = _only(text)
    assert text[quantity.start : quantity.end] == "达到85%以上"
    assert text[: quantity.lead] == "比例"


_UNITS = (
    "%",
    "元",
    "万元",
    "亿元",
    "家",
    "个百分点",
    "万人次",
    "平方米",
    "元/年",
    "公里",
)
_BOUNDS = {"不低于": "ge", "不超过": "le", "超过": "gt", "低于": "lt", "约": "approx"}


@given(
    st.decimals(min_value=0, max_value=99999, places=2, allow_nan=False),
    st.sampled_from(_UNITS),
    st.sampled_from([("", "eq"), *_BOUNDS.items()]),
    st.booleans(),
)
def test_any_number_written_in_any_supported_way_reads_back(
    number: object, unit: str, bound: tuple[str, str], wide: bool
) -> None:
    written = f"{number}"
    text = f"完成率{bound[0]}{written}{unit}"
    quantity = _only(text)
    assert quantity.value == float(written)
    assert quantity.unit == unit.replace("个百分点", "百分点")
    assert quantity.comparator == bound[1]
    assert text[quantity.start : quantity.end] == f"{bound[0]}{written}{unit}"


@given(
    st.text(
        alphabet="增长达到不低于超过由从至约0123456789.-%万元个家、,的", max_size=40
    )
)
def test_quantities_stand_in_order_within_the_line(text: str) -> None:
    at = 0
    for quantity in _read(text):
        assert at <= quantity.lead <= quantity.start < quantity.end <= len(text)
        at = quantity.end


def test_a_growth_below_zero_is_a_fall_by_as_much() -> None:
    assert _only("民间投资增长-3.5%").value == _only("民间投资下降3.5%").value == 3.5
