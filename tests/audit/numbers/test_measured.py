"""A printed value stands for all that print as it does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenghua_analysis.audit.numbers.measured import Span, bounded, measured, plain
from fenghua_analysis.documents import Document, Fact, extract_facts


def fact(sentence: str) -> Fact:
    return extract_facts(Document(f"2024年某市工作要点\n\n{sentence}"))[0]


@pytest.mark.parametrize(
    ("sentence", "low", "high"),
    [
        ("完成投资1.4万元。", 13_500, 14_500),  # 1.35 to 1.45 × 10⁴
        ("使用进度为56.0%。", 0.5595, 0.5605),
        ("使用进度为56%。", 0.555, 0.565),
        ("新建学校12所。", 11.5, 12.5),
        ("参保人数达到１６０．８８万人。", 1_608_750, 1_608_850),
        ("常住人口约50万人。", 475_000, 525_000),  # 约 leaves 5 %
    ],
)
def test_a_value_stands_for_the_interval_that_its_digits_leave(
    sentence: str, low: float, high: float
) -> None:
    value = measured(fact(sentence))
    assert value is not None
    assert (value.printed.low, value.printed.high) == pytest.approx((low, high))


def test_a_bound_allows_all_on_its_side() -> None:
    stated = fact("失业率控制在3.5%以内。")
    value = measured(stated)
    assert value is not None
    assert bounded(stated, value) == Span(float("-inf"), 0.035)


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("亿元", ("money", 1e8)),
        ("万人次", ("person-times", 1e4)),
        ("元/年", ("money", 1)),
        ("所", ("count", 1)),
        ("套(间)", ("count", 1)),
        ("万户", ("households", 1e4)),
        ("‰", ("share", 1e-3)),
        ("", ("", 1)),
        ("万", ("", 1e4)),
    ],
)
def test_every_unit_has_a_quantity_and_a_factor(
    unit: str, expected: tuple[str, float]
) -> None:
    assert plain(unit) == expected


@given(st.floats(0.1, 1e6), st.floats(0.1, 1e6), st.floats(0, 0.05))
def test_a_quotient_of_printed_values_holds_the_true_one(
    one: float, other: float, half: float
) -> None:
    quotient = Span(one - half, one + half) / Span(other - half, other + half)
    assert quotient.low <= one / other <= quotient.high
