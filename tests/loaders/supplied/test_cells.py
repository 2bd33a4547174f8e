"""Numbers, periods and days, typed in every way that offices type them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenghua_analysis.loaders.supplied.cells import (
    Amount,
    plain,
    read_amount,
    read_day,
    read_period,
    says_nothing,
)

UNITS = frozenset({"元", "万元", "亿元", "万亿元", "%", "人", "万人", "元/人", "个"})


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (52000, 52000),
        (52000.5, 52000.5),
        ("52000", 52000),
        ("52,000", 52000),
        ("52 000", 52000),
        ("1,234,567.8", 1234567.8),
        ("５２，０００", 52000),
        ("５２０００．５", 52000.5),
        (" 52000\u200b", 52000),
        ("-3.5", -3.5),
        ("−3.5", -3.5),
        ("5.2e4", 52000),
        (0.1 + 0.2, 0.3),
    ],
)
def test_a_number_reads_alike_however_it_is_typed(cell, value):
    assert read_amount(cell, UNITS) == Amount(value, 1, "")


@pytest.mark.parametrize(
    ("cell", "value", "scale", "unit"),
    [
        ("5.2万元", 5.2, 1, "万元"),
        ("52000 元", 52000, 1, "元"),
        ("62.5%", 62.5, 1, "%"),
        ("６２．５％", 62.5, 1, "%"),
        ("5.2万", 5.2, 10_000, ""),
        ("52千元", 52, 1_000, "元"),
        ("1.3万亿元", 1.3, 1, "万亿元"),
        ("52000元/人", 52000, 1, "元/人"),
    ],
)
def test_a_unit_beside_the_digits_is_read(cell, value, scale, unit):
    assert read_amount(cell, UNITS) == Amount(value, scale, unit)


@pytest.mark.parametrize(
    ("cell", "margin"),
    [
        ("约5.2万元", 0.05),
        ("5.2万元左右", 0.05),
        ("大约52000元", 500),
        ("约5.20", 0.005),
        ("about 52,300", 50),
        ("52000", 0),
    ],
)
def test_a_round_number_keeps_half_of_its_last_digit_that_counts(cell, margin):
    assert read_amount(cell, UNITS).margin == margin


@pytest.mark.parametrize(
    "cell",
    [
        *("溪口镇", "52000和53000", "5,2000", "52.000.1", "≥86", "(52000)", "5.2光年"),
        *("约", "万元", "1/2", "", None, "52000-53000", dt.date(2022, 1, 1)),
    ],
)
def test_what_is_not_one_number_is_none(cell):
    assert read_amount(cell, UNITS) is None


@given(st.integers(0, 10**12), st.sampled_from(["", "元", "万元", "%"]))
def test_any_whole_number_with_separators_reads_back(number, unit):
    assert read_amount(f"{number:,}{unit}", UNITS) == Amount(number, 1, unit)


@given(st.text(max_size=40))
def test_no_text_breaks_the_readers_of_cells(text):
    for read in (plain, read_period, read_day, says_nothing):
        read(text)
    read_amount(text, UNITS)


@pytest.mark.parametrize(
    "cell", [None, "", " ", "—", "－", "…", "/", "暂无", "未公布", "N/A"]
)
def test_a_blank_or_a_dash_says_nothing(cell):
    assert says_nothing(cell)


@pytest.mark.parametrize("cell", [0, "0", "x", "-1"])
def test_a_zero_says_something(cell):
    assert not says_nothing(cell)


@pytest.mark.parametrize(
    ("cell", "period"),
    [
        (2022, "2022"),
        (2022.0, "2022"),
        ("2022年", "2022"),
        ("２０２２年度", "2022"),
        ("2022年1-12月", "2022"),
        ("2022年全年", "2022"),
        ("2022年末", "2022-12"),
        ("2022年底", "2022-12"),
        ("2022-12", "2022-12"),
        ("2022年12月", "2022-12"),
        ("2022年12月末", "2022-12"),
        ("2020年11月", "2020-11"),
        ("2022/6", "2022-06"),
        ("2021-H1", "2021-H1"),
        ("2021年上半年", "2021-H1"),
        ("2021年1—6月", "2021-H1"),
        ("2020-Q1Q3", "2020-Q1Q3"),
        ("2020年前三季度", "2020-Q1Q3"),
        ("2020年1-9月", "2020-Q1Q3"),
        ("2022年一季度", "2022-Q1"),
        ("2016-2020年", "2016/2020"),
        ("2016/2020", "2016/2020"),
        (dt.date(2022, 12, 31), "2022-12-31"),
        ("2022年12月31日", "2022-12-31"),
    ],
)
def test_a_period_reads_alike_however_it_is_typed(cell, period):
    assert read_period(cell) == period


@pytest.mark.parametrize(
    "cell",
    [
        "去年",
        "52000",
        52000,
        "2022年收入",
        "20222",
        "1022",
        "2022年13月",
        "2022.5.1.3",
        "",
    ],
)
def test_what_names_no_period_is_none(cell):
    assert read_period(cell) == ""


@pytest.mark.parametrize("year", range(1990, 2051, 7))
def test_a_year_reads_back(year):
    assert read_period(year) == read_period(f"{year}年") == str(year)
