"""Time gone, growth needed and growth seen."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenghua_analysis.metrics.pace import (
    elapsed,
    lead,
    observed_annual_rate,
    observed_annual_step,
    pace,
    projected_value,
    required_annual_rate,
    required_annual_step,
)

levels = st.floats(1.0, 1e7)
spans = st.integers(1, 20)


def test_elapsed_is_the_share_of_years_that_are_over():
    # 2020 → 2025, seen from 2023: 3 of 5 years.
    assert elapsed(2023, start=2020, end=2025) == pytest.approx(0.6)


def test_elapsed_is_uncapped_and_takes_parts_of_a_year():
    found = elapsed([2019, 2020, 2022.5, 2026], start=2020, end=2025)
    np.testing.assert_allclose(found, [-0.2, 0, 0.5, 1.2])


def test_lead_is_attainment_less_elapsed_in_fractions():
    # 56 % of the way at half-time: six percentage points ahead.
    assert lead(0.56, 0.50) == pytest.approx(0.06)


def test_required_rate_compounds_to_the_target():
    # 80,000 · 1.0574⁴ ≈ 100,000
    rate = required_annual_rate(80_000, 100_000, years=4)
    assert rate == pytest.approx(0.0574, abs=5e-5)
    assert 80_000 * (1 + rate) ** 4 == pytest.approx(100_000)


def test_required_rate_is_zero_at_the_target_and_negative_above_it():
    found = required_annual_rate([100, 121], 100, years=2)
    np.testing.assert_allclose(found, [0, 1 / 1.1 - 1], atol=1e-15)


def test_required_step_is_the_same_every_year():
    # From 62 % to 70 % in four years: two points a year.
    assert required_annual_step(0.62, 0.70, years=4) == pytest.approx(0.02)


def test_observed_rate_between_two_years():
    # 100 → 110 → 121
    assert observed_annual_rate(100, 121, years=2) == pytest.approx(0.1)


def test_observed_step_of_a_falling_ratio_is_negative():
    # 1.80 → 1.74 in three years
    assert observed_annual_step(1.80, 1.74, years=3) == pytest.approx(-0.02)


def test_pace_is_one_when_the_observed_speed_is_the_required_one():
    np.testing.assert_allclose(pace([0.04, 0.02, -0.04], 0.04), [1, 0.5, -1])


def test_a_compound_and_a_linear_projection():
    assert projected_value(100, years=2, rate=0.1) == pytest.approx(121)
    assert projected_value(1.74, years=3, step=-0.02) == pytest.approx(1.68)
    assert projected_value(100, years=0, rate=0.1) == 100


def test_missing_in_is_missing_out():
    assert np.isnan(required_annual_rate(np.nan, 1, years=1))
    assert np.isnan(observed_annual_step(1, np.nan, years=1))
    assert np.isnan(pace(np.nan, 1))
    assert np.isnan(projected_value(np.nan, years=1, step=1))
    assert np.isnan(lead(0.5, np.nan))


@pytest.mark.parametrize("rate", [required_annual_rate, observed_annual_rate])
@pytest.mark.parametrize(("first", "second"), [(0, 1), (1, 0), (-1, 1), (1, -1)])
def test_levels_at_or_below_zero_have_no_rate(rate, first, second):
    with pytest.raises(ValueError, match=r"must be positive: (0|-1)"):
        rate(first, second, years=1)


@pytest.mark.parametrize(
    "metric",
    [
        required_annual_rate,
        required_annual_step,
        observed_annual_rate,
        observed_annual_step,
    ],
)
def test_no_time_has_no_pace(metric):
    with pytest.raises(ValueError, match="years must be positive: 0"):
        metric(1, 2, years=0)


def test_nothing_left_to_do_needs_no_pace():
    with pytest.raises(ValueError, match="required must not be zero"):
        pace(0.01, 0)


def test_elapsed_refuses_an_end_that_is_not_after_its_start():
    with pytest.raises(ValueError, match="end must be after start: 2020"):
        elapsed(2020, start=2020, end=2020)


@pytest.mark.parametrize("given", [{}, {"rate": 0.1, "step": 1.0}])
def test_a_projection_takes_a_rate_or_a_step(given):
    with pytest.raises(ValueError, match="give rate or step, one of them"):
        projected_value(1, years=1, **given)


def test_a_projection_refuses_the_past_and_a_total_loss():
    with pytest.raises(ValueError, match="years must not be negative: -1"):
        projected_value(1, years=-1, step=1)
    with pytest.raises(ValueError, match="rate must be above -1: -1"):
        projected_value(1, years=1, rate=-1)


@given(levels, levels, spans)
def test_growing_at_the_required_pace_arrives(value, target, years):
    rate = required_annual_rate(value, target, years=years)
    step = required_annual_step(value, target, years=years)
    compound = projected_value(value, years=years, rate=rate)
    linear = projected_value(value, years=years, step=step)
    assert compound == pytest.approx(target, rel=1e-9)
    assert linear == pytest.approx(target, rel=1e-9)


@given(levels, levels, spans, st.floats(1e-3, 1e3))
def test_rates_ignore_the_unit(value, target, years, scale):
    found = required_annual_rate(value * scale, target * scale, years=years)
    expected = required_annual_rate(value, target, years=years)
    assert found == pytest.approx(expected, rel=1e-9, abs=1e-12)


@given(st.lists(st.tuples(levels, levels, spans), min_size=1, max_size=20))
def test_a_column_gives_what_its_rows_give(rows):
    first, second, years = map(list, zip(*rows, strict=True))
    for metric in (required_annual_rate, observed_annual_step):
        column = metric(first, second, years=years)
        single = [metric(a, b, years=y) for a, b, y in rows]
        np.testing.assert_allclose(column, single, rtol=1e-9, atol=1e-15)
