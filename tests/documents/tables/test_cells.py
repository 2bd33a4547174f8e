"""Cells that hold values, and cells that only look like it."""

import pytest

from fenghua_analysis.documents.tables.cells import (
    Reading,
    is_blank,
    is_unit,
    is_value,
    read_cell,
)


def _stated(text: str) -> list[tuple[str, float, str, str]]:
    readings = [(r.part, r.quantity) for r in read_cell(text)]
    return [(part, q.value, q.comparator, q.unit) for part, q in readings if q]


@pytest.mark.parametrize(
    ("text", "value", "comparator", "unit"),
    [
        ("4814", 4814, "eq", ""),
        ("2,400", 2400, "eq", ""),
        ("-5.7", -5.7, "eq", ""),
        ("58.6*", 58.6, "eq", ""),
        ("≥86", 86, "ge", ""),
        ("<5.5", 5.5, "lt", ""),
        ("50以上", 50, "ge", ""),
        ("450左右", 450, "approx", ""),
        ("3.5%以内", 3.5, "le", "%"),
        ("100%", 100, "eq", "%"),
        ("20(含)以上", 20, "ge", ""),
    ],
)
def test_a_value_with_its_bound_and_unit(
    text: str, value: float, comparator: str, unit: str
) -> None:
    assert _stated(text) == [("", value, comparator, unit)]


def test_two_values_of_one_cell_are_told_apart_by_the_words_before_them() -> None:
    stated = [("职工", 82.0, "eq", ""), ("城乡居民", 62.0, "eq", "")]
    assert _stated("职工82城乡居民62") == stated


def test_a_range_is_one_value() -> None:
    (reading,) = read_cell("12-15")
    assert reading.quantity is not None
    assert (reading.quantity.value, reading.quantity.value_high) == (12, 15)


@pytest.mark.parametrize("text", ["〔0.9〕", "[0.9]", "(0.9)", "【0.9】"])
def test_brackets_around_a_whole_cell_are_no_part_of_the_value(text: str) -> None:
    (reading,) = read_cell(text)
    assert (reading.bracketed, text[reading.start : reading.end]) == (True, "0.9")


def test_a_promise_in_words_is_what_a_cell_says_instead_of_a_number() -> None:
    assert read_cell("完成市下达任务") == (Reading("", 0, 7, kind="delegated"),)
    assert read_cell("稳步提升")[0].kind == "qualitative"


@pytest.mark.parametrize(
    "text",
    [
        "3岁以下婴幼儿托位数",
        "新增4000张养老床位",
        "2025年",
        "东溪区",
        "1—6月完成",
        "5A级景区",
    ],
)
def test_names_dates_and_regions_are_no_values(text: str) -> None:
    assert not is_value(text)


@pytest.mark.parametrize("text", ["", "-", "--", "/", "×", "…"])
def test_marks_of_nothing_are_blank_and_so_may_stand_for_a_value(text: str) -> None:
    assert is_blank(text) and is_value(text) and read_cell(text) == ()


def test_a_unit_alone_is_a_unit_and_no_value() -> None:
    assert all(map(is_unit, ("%", "万元", "个/千人", "微克/立方米")))
    assert not is_unit("5万元") and not is_unit("托位数")


@pytest.mark.parametrize(
    "text", ["稳中向好", "有效保障", "保持全省前列", "总体可控", "全面消除"]
)
def test_a_state_in_words_is_a_promise(text: str) -> None:
    (reading,) = read_cell(text)
    assert (reading.kind, reading.start, reading.end) == ("qualitative", 0, len(text))


@pytest.mark.parametrize(
    "text", ["环境保障", "人居环境改善", "安全前列", "黑臭水体消除"]
)
def test_a_name_is_no_state(text: str) -> None:
    assert read_cell(text) == ()
