"""Targets that hang together: whether they fit, and what they demand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenghua_analysis.metrics.feasibility import (
    Span,
    levels_needed,
    quotient_fit,
    rounded,
)
from fenghua_analysis.metrics.income_ratio import implied_levels

numbers = st.floats(1, 1e6)


def test_a_number_printed_to_three_digits():
    assert rounded(0.396, unit=0.001) == pytest.approx((0.3955, 0.3965))


def test_the_income_target_does_not_fit_its_ratio_to_gdp():
    """56,000 over 150,000 is 0.373; the same plan promises 0.396."""
    found = quotient_fit(
        rounded(56_000, unit=1000),
        rounded(150_000, unit=1000),
        ratio=rounded(0.396, unit=0.001),
    )
    assert not found.fits
    assert found.implied == pytest.approx((55_500 / 150_500, 56_500 / 149_500))
    # 0.396 of 150,000 is 59,400; 56,000 is 0.396 of 141,414.
    assert found.numerator.low < 59_400 < found.numerator.high
    assert found.denominator.low < 141_414 < found.denominator.high
    assert found.shortfall == pytest.approx(56_500 / 149_500 / 0.3955 - 1)


def test_exact_numbers_that_fit():
    found = quotient_fit(Span(6, 6), Span(3, 3), ratio=Span(2, 2))
    assert (found.fits, found.shortfall) == (True, 0)
    assert found.numerator == (6, 6)
    assert found.denominator == (3, 3)
    above = quotient_fit(Span(6, 6), Span(2, 2), ratio=Span(2, 2))
    assert (above.fits, above.shortfall) == (False, 0.5)


def test_levels_by_hand():
    # Ratio 2, half in towns: mean 30 asks 40 and 20; from 40 and 10 in a year 0, 100 %.
    found = levels_needed(
        30, 2, urban_share=Span(0.5, 0.5), urban_now=40, rural_now=10, years=1
    )
    assert found.urban == pytest.approx((40, 40))
    assert found.rural == pytest.approx((20, 20))
    assert found.urban_growth == pytest.approx((0, 0))
    assert found.rural_growth == pytest.approx((1, 1))


def test_more_people_in_towns_make_the_mean_easier():
    found = levels_needed(
        56_000,
        1.67,
        urban_share=Span(0.6, 0.8),
        urban_now=60_000,
        rural_now=35_000,
        years=2,
    )
    easy = implied_levels(56_000, ratio=1.67, urban_share=0.8)
    assert found.rural.low == pytest.approx(easy.rural)
    assert found.urban_growth.low < found.urban_growth.high


@pytest.mark.parametrize(
    ("spans", "message"),
    [
        ((Span(0, 1), Span(1, 1), Span(1, 1)), "numerator must be positive: 0"),
        ((Span(1, 1), Span(2, 1), Span(1, 1)), "denominator must run from low to high"),
        ((Span(1, 1), Span(1, 1), Span(1, np.nan)), "ratio must not be missing"),
    ],
)
def test_spans_that_are_none_are_refused(spans, message):
    with pytest.raises(ValueError, match=message):
        quotient_fit(spans[0], spans[1], ratio=spans[2])


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"urban_share": Span(0.8, 0.6)}, "urban_share must run from low to high"),
        ({"urban_share": Span(0, 0.6)}, "urban_share must lie between 0 and 1: 0"),
        ({"rural_now": np.nan}, "numbers must not be missing"),
        ({"urban_now": 0}, "value must be positive: 0"),
        ({"years": 0}, "years must be positive: 0"),
    ],
)
def test_demands_that_are_none_are_refused(given, message):
    asked = {
        "urban_share": Span(0.6, 0.7),
        "urban_now": 6,
        "rural_now": 3,
        "years": 2,
    }
    with pytest.raises(ValueError, match=message):
        levels_needed(5, 1.6, **(asked | given))


def test_units_that_are_none_are_refused():
    with pytest.raises(ValueError, match="unit must be positive: 0"):
        rounded(5, unit=0)
    with pytest.raises(ValueError, match="unit must be below twice the value"):
        rounded(5, unit=10)
    with pytest.raises(ValueError, match="value and unit must be given"):
        rounded(np.nan, unit=1)


@given(numbers, numbers, st.floats(0.001, 0.5))
def test_what_is_rounded_from_one_truth_fits(upper, lower, part):
    spans = [
        rounded(number, unit=part * number) for number in (upper, lower, upper / lower)
    ]
    found = quotient_fit(spans[0], spans[1], ratio=spans[2])
    assert found.fits
    assert found.numerator.low <= upper <= found.numerator.high
    assert found.denominator.low <= lower <= found.denominator.high
