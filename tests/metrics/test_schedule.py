"""Schedules by months, work against elapsed time."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenghua_analysis.metrics.gap import level_ratio
from fenghua_analysis.metrics.schedule import (
    composite_ratio,
    count_due,
    cumulative_ratio,
    due,
    expected_share,
    progress_lead,
    schedule_performance,
)
from tests.shared import shared


def test_half_of_a_year_is_over_on_30_june():
    assert expected_share("2022-01", "2022-12", as_of="2022-06-30") == 0.5


def test_the_month_under_way_counts_by_its_days():
    # April has 30 days: at the end of the 15th, 3.5 of 12 months are over.
    found = expected_share("2022-01", "2022-12", as_of="2022-04-15")
    assert found == pytest.approx(3.5 / 12)


def test_february_of_a_leap_year_has_29_days():
    found = expected_share("2024-02", "2024-02", as_of="2024-02-29")
    assert found == 1
    assert expected_share("2024-02", "2024-02", as_of="2024-02-28") < 1


def test_a_share_is_0_before_the_first_month_and_1_after_the_last():
    starts, ends = ["2022-07", "2021-01"], ["2022-08", "2022-02"]
    found = expected_share(starts, ends, as_of="2022-06-30")
    assert found.tolist() == [0, 1]


def test_a_schedule_may_cross_the_new_year():
    # November to February, four months, seen at the end of December: half.
    found = expected_share("2022-11", "2023-02", as_of="2022-12-31")
    assert found == pytest.approx(0.5)


def test_a_day_may_be_a_date_and_months_a_column():
    months = pd.Series(["2022-01", "2022-05"])
    found = expected_share(months, months, as_of=dt.date(2022, 1, 31))
    assert found.tolist() == [1, 0]


def test_a_milestone_is_due_from_the_last_day_of_its_last_month():
    words = [
        str(due("2022-02", "2022-04", as_of=day))
        for day in ("2022-01-31", "2022-02-01", "2022-04-29", "2022-04-30")
    ]
    assert words == ["not_started", "under_way", "under_way", "due"]


def test_milestones_due_by_a_day_are_counted():
    ends = ["2022-05", "2022-06", "2022-07"]
    assert count_due(ends, as_of="2022-06-29") == 1
    assert count_due(ends, as_of="2022-06-30") == 2
    assert count_due([], as_of="2022-06-30") == 0


def test_the_money_of_the_half_year_bulletin():
    # 22.47 / 40.16 = 56.0 % at half-time: +6.0 points.
    assert cumulative_ratio(22.47, 40.16) == pytest.approx(0.560, abs=5e-4)
    lead = progress_lead(22.47, 40.16, elapsed=0.5)
    assert lead == pytest.approx(0.060, abs=5e-4)


def test_the_city_money_of_the_half_year_bulletin():
    # 3.82 / 6.52 = 58.6 % at half-time: +8.6 points.
    lead = progress_lead(3.82, 6.52, elapsed=0.5)
    assert lead == pytest.approx(0.086, abs=5e-4)


def test_progress_is_compared_with_the_first_and_the_last_day_too():
    found = progress_lead(5, 10, elapsed=[0, 1])
    assert found.tolist() == [0.5, -0.5]


def test_half_done_when_half_is_expected_is_on_schedule():
    expected = expected_share("2022-01", "2022-02", as_of="2022-01-31")
    assert schedule_performance(0.5, expected=expected) == 1


def test_a_part_beyond_its_plan_does_not_make_up_for_another():
    # (0.5 + 1) / 2, not (0.5 + 1.4) / 2
    assert composite_ratio([0.5, 1.4]) == 0.75


@pytest.fixture(scope="module")
def cases():
    path = shared("validation/V7_worked_examples/cases.csv")
    return pd.read_csv(path).set_index("id")


def percent(cases, case):
    """Published percentage as a fraction, and half a unit of its last digit."""
    text = cases.loc[case, "expected"].rstrip("%")
    return pytest.approx(float(text) / 100, abs=float(cases.loc[case, "tol"]) / 100)


def test_published_cumulative_items(cases):
    assert cumulative_ratio(12_000, 18_713) == percent(cases, "imihigo-1")
    assert cumulative_ratio(150_000, 25_122 + 167_762) == percent(cases, "imihigo-3a")
    assert cumulative_ratio(6_000, 2_350 + 5_900) == percent(cases, "imihigo-3b")


def test_published_percentage_items(cases):
    assert cumulative_ratio(np.mean([20, 40, 60]), 60) == percent(cases, "imihigo-2a")
    assert cumulative_ratio(np.mean([70, 85, 100]), 100) == percent(cases, "imihigo-2b")


def test_published_composite_and_decreasing_items(cases):
    assert composite_ratio([0.778, 0.727]) == percent(cases, "imihigo-3")
    worst = level_ratio(max(9, 8, 7), 8, direction="lower")
    assert worst == percent(cases, "imihigo-4")


def test_published_schedule_performance(cases):
    # Two months, half of the work done after one: performance 100 %.
    text = cases.loc["camms-1", "expected"]
    assert text == "target=50% performance=100%"
    expected = expected_share("2022-01", "2022-02", as_of="2022-01-31")
    assert (expected, schedule_performance(0.5, expected=expected)) == (0.5, 1.0)


@pytest.mark.parametrize(
    ("start", "end", "as_of", "message"),
    [
        ("2022-05", "2022-04", "2022-06-30", "end must not be before start"),
        ("2022-13", "2022-14", "2022-06-30", "Month out of range"),
        ("2022-01", "2022-12", "2022-02-30", "Day out of range"),
        ("NaT", "2022-12", "2022-02-28", "start must be a month: NaT"),
    ],
)
def test_wrong_months_and_days_are_refused(start, end, as_of, message):
    with pytest.raises(ValueError, match=message):
        expected_share(start, end, as_of=as_of)


def test_a_plan_of_zero_has_no_ratio():
    with pytest.raises(ValueError, match="planned must be positive: 0"):
        cumulative_ratio(1, 0)
    with pytest.raises(ValueError, match="done must not be negative: -1"):
        cumulative_ratio(-1, 1)
    with pytest.raises(ValueError, match="elapsed must lie between 0 and 1: 50"):
        progress_lead(1, 2, elapsed=50)


def test_nothing_expected_has_no_performance():
    with pytest.raises(ValueError, match="expected must be positive: 0"):
        schedule_performance(0.1, expected=0)


def test_a_composite_needs_all_its_parts():
    with pytest.raises(ValueError, match="ratios must not be missing"):
        composite_ratio([1, np.nan])
    with pytest.raises(ValueError, match="ratios must not be empty"):
        composite_ratio([])


days = st.dates(dt.date(2020, 1, 1), dt.date(2026, 12, 31))
months = st.integers(0, 83).map(lambda m: f"{2020 + m // 12}-{m % 12 + 1:02d}")


@given(months, months, days, days)
def test_a_share_never_falls_as_days_go_by(one, other, day, later):
    start, end = sorted([one, other])
    day, later = sorted([day, later])
    before = expected_share(start, end, as_of=day)
    assert 0 <= before <= expected_share(start, end, as_of=later) <= 1


@given(months, months, days)
def test_due_agrees_with_the_share_and_the_count(one, other, day):
    start, end = sorted([one, other])
    word = due(start, end, as_of=day)
    share = expected_share(start, end, as_of=day)
    assert (word == "due") == (share == 1) == (count_due(end, as_of=day) == 1)
    assert (word == "not_started") == (day.isoformat()[:7] < start)


def test_bare_years_are_no_months():
    """As numbers 2022 and 2023 are months of the year 2138 since 1970: 0 % for ever."""
    with pytest.raises(ValueError, match="start must be a month such as 2022-02"):
        expected_share(2022, 2023, as_of="2022-12-31")
    with pytest.raises(ValueError, match="end must be a month"):
        count_due([202204, 202206], as_of="2022-12-31")
