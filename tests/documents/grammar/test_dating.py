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
    ],
)
def test_the_last_date_that_is_no_basis_of_comparison_counts(
    words: str, period: str
) -> None:
    assert Calendar("2024").last_period(words) == period


def test_in_a_plan_months_are_deadlines_of_the_year() -> None:
    assert Calendar("2024", months=False).last_period("2023年6月底前") == "2023"
    assert Calendar("2024", months=False).last_period("5月底前") == ""


def test_in_a_review_the_whole_year_is_the_one_reviewed() -> None:
    review = Calendar("2022", now="2023")
    assert review.last_period("全年") == "2022"
    assert review.last_period("去年") == "2022"
