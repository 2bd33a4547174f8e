"""Gap, ratio and attainment: worked cases, extremes, invariants, refusals."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenghua_analysis.metrics.gap import (
    attainment,
    distance_to_target,
    gap,
    level_ratio,
    meets,
    relative_gap,
    standardised_gap,
)
from tests.shared import shared

levels = st.floats(1e-3, 1e9)
directions = st.sampled_from(["higher", "lower"])


def test_gap_is_positive_while_a_higher_is_better_target_is_unmet():
    # 56,000 − 53,400 = 2,600 yuan still to go.
    assert gap(53_400, 56_000, direction="higher") == 2_600


def test_gap_is_positive_while_a_lower_is_better_target_is_unmet():
    # 1.74 − 1.67 = 0.07 still to close.
    assert gap(1.74, 1.67, direction="lower") == pytest.approx(0.07)


def test_gap_is_negative_by_what_surpasses_the_target():
    assert gap(58_000, 56_000, direction="higher") == -2_000


def test_relative_gap_divides_by_the_size_of_the_target():
    # (−4 − −5) / |−4| = 0.25: a growth of −5 % against a target of −4 %.
    assert relative_gap(-5, -4, direction="higher") == 0.25


def test_the_gap_in_standard_deviations_of_ten_districts():
    # Five at 4 and five at 8: σ = 2; 3 to go are one and a half.
    peers = [4, 8] * 5
    assert standardised_gap(7, 10, direction="higher", peers=peers) == 1.5
    assert standardised_gap(11, 10, direction="higher", peers=peers) == 0
    found = standardised_gap([13, np.nan], 10, direction="lower", peers=peers)
    np.testing.assert_allclose(found, [1.5, np.nan])


@pytest.mark.parametrize(
    ("peers", "message"),
    [
        ([1, 2, 3, 4, 5], "peers must be 6 or more: 5"),
        ([1, 2, 3, 4, 5, np.nan], "peers must not be missing"),
        ([7] * 10, "peers must differ: 7"),
    ],
)
def test_peers_that_are_no_measure_are_refused(peers, message):
    with pytest.raises(ValueError, match=message):
        standardised_gap(7, 10, direction="higher", peers=peers)


def test_level_ratio_is_value_over_target_when_more_is_better():
    assert level_ratio(42_000, 56_000, direction="higher") == 0.75


def test_level_ratio_is_target_over_value_when_less_is_better():
    assert level_ratio(8, 6, direction="lower") == 0.75


def test_level_ratio_of_a_zero_value_is_zero():
    assert level_ratio(0, 56_000, direction="higher") == 0


def test_attainment_counts_the_way_down_as_the_way_up():
    # From 1.80 to 1.67 the way is 0.13; at 1.74 0.06 of it is behind us: 6/13.
    assert attainment(1.74, base=1.80, target=1.67) == pytest.approx(6 / 13)
    assert attainment(-1.74, base=-1.80, target=-1.67) == pytest.approx(6 / 13)


def test_attainment_is_0_at_the_baseline_1_at_the_target_and_uncapped():
    found = attainment([50, 100, 120, 40], base=50, target=100)
    np.testing.assert_allclose(found, [0, 1, 1.4, -0.2])


def test_published_percent_met():
    path = shared("validation/V7_worked_examples/cases.csv")
    published = pd.read_csv(path).set_index("id")["expected"]
    assert published[["iptt-1", "iptt-2"]].tolist() == ["75%", "50%"]
    assert attainment(150, base=0, target=200) == 0.75
    assert attainment(80, base=100, target=60) == 0.5


def test_distance_to_target_is_what_is_left_of_the_way_but_never_below_zero():
    found = distance_to_target([50, 75, 100, 120, 40], base=50, target=100)
    np.testing.assert_allclose(found, [1, 0.5, 0, 0, 1.2])


@pytest.mark.parametrize(
    ("value", "comparator", "direction", "expected"),
    [
        (56_000, "eq", "higher", True),
        (57_000, "eq", "higher", True),
        (55_999, "eq", "higher", False),
        (1.66, "eq", "lower", True),
        (99.5, "approx", "lower", True),
    ],
)
def test_a_plain_figure_binds_on_the_side_that_is_worse(
    value, comparator, direction, expected
):
    target = {"higher": 56_000, "lower": 1.67 if value < 2 else 100}[direction]
    assert meets(value, target, comparator=comparator, direction=direction) == expected


def test_about_grants_no_tolerance_that_nobody_published():
    assert not meets(49.9, 50, comparator="approx", direction="higher")


@pytest.mark.parametrize("direction", ["higher", "lower"])
@pytest.mark.parametrize(
    ("comparator", "expected"),
    [
        ("ge", [False, True, True]),
        ("gt", [False, False, True]),
        ("le", [True, True, False]),
        ("lt", [True, False, False]),
    ],
)
def test_a_worded_bound_decides_whatever_the_direction(comparator, expected, direction):
    met = meets([9, 10, 11], 10, comparator=comparator, direction=direction)
    assert met.tolist() == expected


def test_a_sum_of_tenths_meets_the_target_that_it_equals():
    assert meets(0.1 + 0.2, 0.3, comparator="le", direction="lower")
    assert not meets(0.1 + 0.2, 0.3, comparator="gt", direction="higher")


def test_a_missing_figure_meets_nothing():
    for comparator in ("eq", "gt", "le"):
        assert not meets(np.nan, 1, comparator=comparator, direction="higher")


def test_missing_in_is_missing_out():
    assert np.isnan(gap(np.nan, 1, direction="higher"))
    assert np.isnan(relative_gap(1, np.nan, direction="higher"))
    assert np.isnan(level_ratio(np.nan, 1, direction="lower"))
    assert np.isnan(attainment(1, base=np.nan, target=2))
    assert np.isnan(distance_to_target(np.nan, base=1, target=2))


def test_relative_gap_refuses_a_target_of_zero():
    with pytest.raises(ValueError, match="target must not be zero: 0"):
        relative_gap(1, 0, direction="lower")


@pytest.mark.parametrize(
    ("value", "target", "direction", "message"),
    [
        (1, 0, "higher", "level_ratio must not divide by zero"),
        (0, 1, "lower", "level_ratio must not divide by zero"),
        (-1, 1, "higher", "value must not be negative: -1"),
        (1, -1, "higher", "target must not be negative: -1"),
        (1, 1, "more", "direction must be 'higher' or 'lower': more"),
    ],
)
def test_level_ratio_refuses_what_has_no_ratio(value, target, direction, message):
    with pytest.raises(ValueError, match=message):
        level_ratio(value, target, direction=direction)


@pytest.mark.parametrize("metric", [attainment, distance_to_target])
def test_a_target_at_the_baseline_leaves_no_way_to_travel(metric):
    message = "target must differ from base: 5 at position 1, 1 of 2"
    with pytest.raises(ValueError, match=message):
        metric(5, base=5, target=[6, 5])


def test_a_growth_is_no_level_to_meet():
    message = "comparator must be 'eq' or 'approx' or 'ge' or .*: growth"
    with pytest.raises(ValueError, match=message):
        meets(0.08, 0.08, comparator="growth", direction="higher")


@given(levels, levels)
def test_turning_the_direction_turns_the_sign_of_the_gap(value, target):
    higher = gap(value, target, direction="higher")
    assert higher == -gap(value, target, direction="lower")


@given(levels, levels, directions)
def test_a_gap_of_zero_or_less_is_a_plain_target_met(value, target, direction):
    met = meets(value, target, comparator="eq", direction=direction)
    ratio = level_ratio(value, target, direction=direction)
    if abs(value / target - 1) > 1e-6:
        assert met == (gap(value, target, direction=direction) <= 0) == (ratio >= 1)


@given(levels, levels, levels, st.floats(0.01, 100), st.floats(-1e3, 1e3))
def test_attainment_ignores_unit_and_origin(value, base, target, scale, origin):
    if abs(base - target) < 1e-3 * max(base, target):
        return
    moved = [number * scale + origin for number in (value, base, target)]
    found = attainment(moved[0], base=moved[1], target=moved[2])
    expected = attainment(value, base=base, target=target)
    assert found == pytest.approx(expected, rel=1e-6, abs=1e-6)


@given(st.lists(st.tuples(levels, levels, directions), min_size=1, max_size=20))
def test_a_column_gives_what_its_rows_give(rows):
    value, target, direction = map(list, zip(*rows, strict=True))
    for metric in (gap, relative_gap, level_ratio):
        column = metric(value, target, direction=direction)
        single = [metric(v, t, direction=d) for v, t, d in rows]
        np.testing.assert_array_equal(column, single)
