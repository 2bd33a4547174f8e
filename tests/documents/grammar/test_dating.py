"""Dates of statements."""

import pytest

from fenghua_analysis.documents.grammar.dating import Calendar


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("到2025年", "2025"),
        ("截至2020年底", "2020"),
        ("2024年上半年", "2024-H1"),
        ("2023年前三季度", "2023-Q1Q3"),
        ("2021-2025年", "2021/2025"),
        ("“十三五”时期", "2016/2020"),
        ("“十四五”末", "2025"),
        ("今年以来", "2024"),
        ("去年9月", "2023"),
        ("1-6月", "2024-H1"),
        ("截至8月底", "2024-08"),
        ("比2020年提高", ""),
        ("较去年同期", ""),
        ("印发《2021年工作要点》", ""),
        ("产值92068.7亿元", ""),
        ("2023年完成,到2025年", "2025"),
        ("关于2023年1-9月", "2023-Q1Q3"),
        ("2017年市自选“十件实事”1-9月", "2017-Q1Q3"),
        ("截至三季度末", "2024-Q1Q3"),
        ("二季度末", "2024-H1"),
        ("与上年比", ""),
        ("全年任务为", ""),
        ("上年结余", ""),
        ("10月底前", ""),
        ("坚持“一季度开门红”", ""),
        ("落实“2022年满意消费”行动", ""),
    ],
)
def test_the_last_date_that_is_no_basis_of_comparison_counts(
    words: str, period: str
) -> None:
    assert Calendar("2024").last_period(words) == period


def test_in_a_plan_months_are_deadlines_of_the_year() -> None:
    assert Calendar("2024", months=False).last_period("2023年6月底前") == "2023"
    assert Calendar("2024", months=False).last_period("5月底前") == ""


def test_in_a_plan_quarters_are_steps_of_the_year() -> None:
    plan = Calendar("2024", months=False)
    assert plan.last_period("确保2024年一季度开工率") == "2024"
    assert Calendar("2024").last_period("一季度完成投资") == "2024-Q1"


def test_a_review_of_two_years_is_one_of_the_first() -> None:
    calendar = Calendar("2020", now="2020")
    assert calendar.first_period("2019年和今年以来工作回顾") == "2019"
    assert calendar.first_period("2024年某市上半年进展") == "2024-H1"
    assert calendar.first_period("“十三五”发展回顾") == ""


def test_the_level_that_a_move_leaves_has_a_date_of_its_own() -> None:
    calendar = Calendar("2024")
    assert calendar.left_period("2023年,比重由2018年的") == "2018"
    assert calendar.left_period("产业结构由上年的") == "2023"
    assert calendar.left_period("2023年,比重") == ""


def test_the_same_period_of_last_year_is_the_same_part_of_it() -> None:
    assert Calendar("2024", part="-H1").last_period("去年同期完成") == "2023-H1"
    assert Calendar("2024", part="-H1").last_period("比去年同期增长") == ""


def test_in_a_review_the_whole_year_is_the_one_reviewed() -> None:
    review = Calendar("2022", now="2023")
    assert review.last_period("全年") == "2022"
    assert review.last_period("去年") == "2022"


def test_since_the_new_year_is_the_part_that_is_reported() -> None:
    assert Calendar("2024", part="-H1").last_period("今年以来") == "2024-H1"
    assert Calendar("2024", part="-H1").last_period("今年") == "2024"
