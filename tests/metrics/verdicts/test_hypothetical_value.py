"""Weather-symbol rule: worked cases of each kind, windows, thresholds, refusals."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenghua_analysis.metrics.verdicts import hypothetical_value_verdict
from tests.metrics.agreement import assert_agree

YEARS = range(2016, 2022)
LEVEL = {"kind": "level", "direction": "higher", "target": 100, "target_year": 2031}


def straight(change, *, last=80.0, count=6):
    """`count` figures that end at `last` and change by `change` a year."""
    return last + change * np.arange(1 - count, 1)


def test_the_example_of_the_design():
    # The last six of seven: (1.72 − 1.79) / 5 = −0.014 a year; four years on 1.664.
    verdict = hypothetical_value_verdict(
        range(2015, 2022),
        [1.80, 1.79, 1.78, 1.77, 1.76, 1.74, 1.72],
        kind="level",
        direction="lower",
        target=1.67,
        target_year=2025,
    )
    assert verdict.change == pytest.approx(-0.014)
    assert verdict.hypothetical_value == pytest.approx(1.664)
    assert verdict.miss_share == 0
    assert verdict.status == "sun"


@pytest.mark.parametrize(
    ("change", "miss", "status"),
    [
        (2.5, 0, "sun"),
        (2.0, 0, "sun"),
        (1.92, 0.04, "sun"),
        (1.90, 0.05, "sun_cloud"),
        (1.60, 0.20, "sun_cloud"),
        (1.58, 0.21, "cloud"),
        (0.02, 0.99, "cloud"),
        (0.0, 1.0, "thunderstorm"),
        (-0.02, 1.01, "thunderstorm"),
    ],
)
def test_thresholds_of_a_level(change, miss, status):
    # 20 to go in ten years: two a year arrive.
    verdict = hypothetical_value_verdict(YEARS, straight(change), **LEVEL)
    assert verdict.miss_share == pytest.approx(miss)
    assert verdict.status == status
    assert verdict.rule == "level"


def test_a_level_that_is_met_is_judged_as_one_to_hold():
    for change, status in ((1, "sun"), (0, "sun"), (-1, "sun_cloud")):
        values = straight(change, last=100)
        verdict = hypothetical_value_verdict(YEARS, values, **LEVEL)
        assert (verdict.status, verdict.rule) == (status, "hold")
        assert np.isnan(verdict.miss_share)


@pytest.mark.parametrize(
    ("last", "change", "status"),
    [
        (3.5, -0.1, "sun"),
        (3.5, 0.0, "sun"),
        (3.4, 0.1, "sun_cloud"),
        (3.6, -0.1, "cloud"),
        (3.6, 0.0, "thunderstorm"),
        (3.6, 0.1, "thunderstorm"),
    ],
)
def test_a_rate_to_be_held_at_3_5_or_less(last, change, status):
    verdict = hypothetical_value_verdict(
        YEARS, straight(change, last=last), kind="hold", direction="lower", target=3.5
    )
    assert verdict.status == status
    assert np.isnan(verdict.hypothetical_value)


@pytest.mark.parametrize(
    ("values", "status"),
    [
        ([1, 2, 3, 4, 5, 6], "sun"),
        ([1, 2, 3, 4, 6, 5], "sun_cloud"),
        ([1, 2, 3, 4, 6, 6], "sun_cloud"),
        ([6, 5, 4, 3, 2, 3], "cloud"),
        ([3, 3, 3, 3, 2, 3], "cloud"),
        ([6, 5, 4, 3, 2, 1], "thunderstorm"),
        ([3, 3, 3, 3, 3, 3], "thunderstorm"),
    ],
)
def test_a_direction_by_mean_and_last_change(values, status):
    higher = {"kind": "direction", "direction": "higher"}
    assert hypothetical_value_verdict(YEARS, values, **higher).status == status
    lower = {"kind": "direction", "direction": "lower"}
    mirrored = [-value for value in values]
    assert hypothetical_value_verdict(YEARS, mirrored, **lower).status == status


@pytest.mark.parametrize(("direction", "tested"), [("higher", 80), ("lower", 95)])
def test_an_interval_is_tested_at_its_weaker_end(direction, tested):
    verdict = hypothetical_value_verdict(
        YEARS,
        straight(1, last=85),
        kind="interval",
        direction=direction,
        target=80,
        target_high=95,
        target_year=2025,
    )
    assert verdict.tested_target == tested
    assert verdict.rule == "hold"


def test_only_the_last_six_figures_count():
    values = [500, 400, *straight(2)]
    verdict = hypothetical_value_verdict(range(2014, 2022), values, **LEVEL)
    assert (verdict.points, verdict.change) == (6, 2)


@pytest.mark.parametrize(("count", "points"), [(5, 5), (4, 4)])
def test_fewer_than_six_down_to_four_figures_are_enough(count, points):
    years = range(2022 - count, 2022)
    verdict = hypothetical_value_verdict(years, straight(2, count=count), **LEVEL)
    assert (verdict.points, verdict.change, verdict.status) == (points, 2, "sun")


@pytest.mark.parametrize("count", [1, 2, 3])
def test_three_figures_are_not_assessed(count):
    years = range(2022 - count, 2022)
    verdict = hypothetical_value_verdict(years, straight(2, count=count), **LEVEL)
    assert (verdict.status, verdict.reason) == ("not_assessed", "too_few_points")
    assert np.isnan(verdict.change)


def test_no_figure_is_not_assessed():
    for years, values in (([], []), ([2020, 2021], [np.nan, np.nan])):
        verdict = hypothetical_value_verdict(years, values, **LEVEL)
        assert (verdict.status, verdict.reason) == ("not_assessed", "no_figure")


def test_a_gap_ends_the_window_whether_blank_or_absent():
    values = straight(2, count=8)
    blank = np.where(np.arange(8) == 3, np.nan, values)
    found = hypothetical_value_verdict(range(2014, 2022), blank, **LEVEL)
    years = [year for year in range(2014, 2022) if year != 2017]
    absent = hypothetical_value_verdict(years, np.delete(values, 3), **LEVEL)
    assert found == absent
    assert found.points == 4


def test_blank_years_at_the_end_do_not_count():
    values = [*straight(2), np.nan, np.nan]
    verdict = hypothetical_value_verdict(range(2016, 2024), values, **LEVEL)
    assert (verdict.latest_year, verdict.points) == (2021, 6)


def test_figures_after_the_target_year_are_left_out():
    values = [*straight(2), 1_000, 1_000]
    dated = LEVEL | {"target_year": 2021}
    verdict = hypothetical_value_verdict(range(2016, 2024), values, **dated)
    assert (verdict.latest_year, verdict.latest_value) == (2021, 80)
    assert verdict.hypothetical_value == 80
    assert verdict.status == "cloud"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"kind": "flow"}, "kind must be 'level' or 'hold' or 'interval' or 'direct"),
        ({"direction": "up"}, "direction must be 'higher' or 'lower': up"),
        ({"target": None}, "target must be given, kind: level"),
        ({"target_year": None}, "target_year must be given, kind: level"),
        ({"kind": "interval"}, "target_high must be above target: nan"),
        ({"kind": "interval", "target_high": 90}, "target_high must be above target"),
    ],
)
def test_what_contradicts_itself_is_refused(given, message):
    with pytest.raises(ValueError, match=message):
        hypothetical_value_verdict(YEARS, straight(2), **(LEVEL | given))


@pytest.mark.parametrize(
    ("years", "values", "message"),
    [
        ([2020, 2020], [1, 2], "years must rise, each after: 2020"),
        ([2021, 2020], [1, 2], "years must rise, each after: 2021"),
        ([2020.5], [1], "years must be whole: 2020"),
        ([2020], [1, 2], "values .* must have one column a year"),
        ([[2020]], [[1]], "values .* must have one column a year"),
    ],
)
def test_years_that_make_no_series_are_refused(years, values, message):
    with pytest.raises(ValueError, match=message):
        hypothetical_value_verdict(years, values, **LEVEL)


cells = st.sampled_from([1.0, 50.0, 80.0, 99.0, 100.0, 101.0, float("nan")])
series = st.lists(cells, min_size=9, max_size=9)
promises = st.tuples(
    st.sampled_from(["level", "hold", "interval", "direction"]),
    st.sampled_from(["higher", "lower"]),
    st.sampled_from([2018.0, 2022.0, 2030.0]),
)


@given(st.lists(st.tuples(series, promises), min_size=1, max_size=15))
def test_an_array_gives_what_its_rows_give(cases):
    names = ["kind", "direction", "target_year"]
    years, fixed = range(2014, 2023), {"target": 100, "target_high": 110}
    values = [row for row, _ in cases]
    columns = map(list, zip(*(promise for _, promise in cases), strict=True))
    given = dict(zip(names, columns, strict=True)) | fixed
    found = hypothetical_value_verdict(years, values, **given)
    for position, (row, promise) in enumerate(cases):
        given = dict(zip(names, promise, strict=True)) | fixed
        single = hypothetical_value_verdict(years, row, **given)
        for name, value in vars(single).items():
            assert_agree(getattr(found, name)[position].item(), value)


@given(series, promises)
def test_turning_everything_upside_down_changes_no_symbol(row, promise):
    kind, direction, year = promise
    ends = [100, 110] if kind == "interval" else [100]
    turned = sorted(-end for end in ends)
    given = {"kind": kind, "target_year": year}
    years, mirror = range(2014, 2023), [-value for value in row]
    other = {"higher": "lower", "lower": "higher"}[direction]
    names = ["target", "target_high"][: len(ends)]
    there = given | dict(zip(names, ends, strict=True))
    back = given | dict(zip(names, turned, strict=True))
    found = hypothetical_value_verdict(years, row, direction=direction, **there)
    again = hypothetical_value_verdict(years, mirror, direction=other, **back)
    assert again.status == found.status
