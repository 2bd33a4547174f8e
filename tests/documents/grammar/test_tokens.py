"""Numbers, and the digits of official texts that are none."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenghua_analysis.documents.grammar.tokens import chinese_number, tokens


def _numbers(text: str) -> list[float]:
    return [token.value for token in tokens(text) if token.kind == "number"]


@pytest.mark.parametrize(
    "text",
    [
        "2023年4月24日",
        "2021—2025年规划".replace("—", "-"),
        "2-4月",
        "5月底前",
        "三季度",
        "“十四五”时期",
        "浙政办发〔2023〕14号",
        "第十六届人民代表大会第四次会议",
        "65岁以上老年人",
        "0-3岁儿童",
        "80周岁(含)-89周岁",
        "5A级景区",
        "发布时间:2024-09-11 09:35",
        "联系电话:0572-6021188",
        "3标段、5标段",
        "附表2-1",
        "10个方面",
        "以女性为100",
        "15年以上的老旧电梯",
        "二星级以上",
        "三级网络",
        "“8100”产业集群",
        "“1小时交通圈”",
        "《小微权力36条》",
        "“1+8+X”体系",
        "14+14房产新政",
        "PM2.5",
        "G20峰会",
        "5G+工业互联网",
        "2.0版",
        "S203省道",
        "12348公共法律服务热线",
        "8890平台",
        "连续13年",
        "24小时自助",
        "15分钟托育服务圈",
        "每万人",
        "世界500强",
        "位居全省前10位",
        "综合排名前移6位",
        "较上年上升了3位,居全省前列",
        "总量提升2个位次",
        "小(1)型水库",
        "10大标志性项目",
        "5方面内容",
        "山区26县",
        "统计公报[12]",
        "11330283002979996P/2023-141063",
    ],
)
def test_these_digits_state_nothing(text: str) -> None:
    assert _numbers(text) == []


def test_a_list_number_glued_to_an_age_is_a_list_number() -> None:
    kinds = [(token.kind, token.reason) for token in tokens("2.65岁以上老年人")]
    assert kinds == [("list", "list"), ("name", "age")]


def test_a_list_number_glued_to_a_year_is_a_list_number() -> None:
    kinds = [token.kind for token in tokens("1.2022年完成体检10万人")]
    assert kinds == ["list", "date", "number"]


def test_life_expectancy_is_a_level_though_it_counts_years() -> None:
    assert _numbers("人均预期寿命提高到82岁") == [82]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("八千余亩", 8000),
        ("三所学校", 3),
        ("一百零五公里", 105),
        ("十二座", 12),
        ("百分之十二", 12),
        ("八成以上", 8),
    ],
)
def test_chinese_numerals_in_quantities_are_numbers(text: str, value: float) -> None:
    assert _numbers(text) == [value]


@pytest.mark.parametrize("text", ["三个“一号工程”", "五大体系", "一批项目", "三项机制"])
def test_chinese_numerals_of_rhetoric_are_not(text: str) -> None:
    assert _numbers(text) == []


def test_of_a_ratio_the_side_that_is_not_one_is_the_value() -> None:
    assert _numbers("收入比1.85:1") == [1.85]
    assert _numbers("师生比1:14.9") == [14.9]


def test_a_label_inside_a_word_is_no_imprint() -> None:
    assert _numbers("资金来源:财政拨款500万元") == [500]


def test_numerals_beyond_ten_thousand_are_one_number() -> None:
    assert _numbers("培训一万二千余人次") == [12_000]
    assert _numbers("安排三亿两千万元") == [320_000_000]
    assert _numbers("造林八万亩") == [8]


def test_thousands_may_be_parted_by_commas() -> None:
    assert _numbers("产值1,234.5亿元") == [1234.5]


@given(st.integers(min_value=1, max_value=9999))
def test_any_chinese_numeral_reads_back(number: int) -> None:
    assert chinese_number(_in_chinese(number)) == number


@given(
    st.text(
        alphabet="12一二十百千万亿.-+:,、年月日岁级号第前每(《“AG%个家", max_size=60
    )
)
def test_tokens_stand_in_order_and_do_not_overlap(text: str) -> None:
    found = tokens(text)
    spans = [(token.start, token.end) for token in found]
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def _in_chinese(number: int) -> str:
    """A numeral below ten thousand as it is written: 1005 is 一千零五."""
    digits, text, zero = "零一二三四五六七八九", "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            text += ("零" if zero and text else "") + digits[digit] + name
            zero = False
        else:
            zero = True
    return text
