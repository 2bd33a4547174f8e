"""Convergence: spread, catching up, ranks – by hand, at the extremes, as invariants."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenghua_analysis.metrics.convergence import (
    beta_convergence,
    rank_mobility,
    sigma_convergence,
)

levels = st.lists(st.integers(1, 10**6), min_size=4, max_size=12, unique=True)


def test_spread_by_hand():
    # Logs 0 and 2: standard deviation 1; then 0 and 1: a half.
    values = np.exp([[0, 0], [2, 1]])
    found = sigma_convergence([2014, 2016], values)
    np.testing.assert_allclose(found.dispersion, [1, 0.5])
    assert found.fall == pytest.approx(0.5)
    assert found.yearly_change == pytest.approx(-0.25)
    assert found.units == 2


def test_people_weigh_the_spread():
    # Three to one: mean 0.5, variance (3·0.25 + 2.25)/4.
    values = np.exp([[0, 0], [2, 2]])
    found = sigma_convergence([2014, 2016], values, weights=[3, 1])
    np.testing.assert_allclose(found.dispersion, np.sqrt(3 / 4))
    assert found.fall == 0


def test_equals_have_no_spread():
    assert sigma_convergence([1, 2], [[5, 6], [5, 6]]).dispersion.tolist() == [0, 0]


@pytest.mark.parametrize(
    ("years", "values", "given", "message"),
    [
        ([1, 2], [[1, np.nan]], {}, "values must not be missing"),
        ([1, 2], [[1, 0]], {}, "values must be positive: 0"),
        ([1], [[1]], {}, "a column a year, two or more: 1"),
        ([1, 2], [1, 2], {}, "must have a row a region"),
        ([2, 1], [[1, 2]], {}, "years must rise"),
        ([1, 2], [[1, 2]], {"weights": [0]}, "weights must not sum to zero"),
    ],
)
def test_spreads_that_are_none_are_refused(years, values, given, message):
    with pytest.raises(ValueError, match=message):
        sigma_convergence(years, values, **given)


@given(levels, st.floats(0.01, 100))
def test_spread_ignores_the_unit_and_a_common_growth(values, scale):
    columns = np.array([values, np.array(values) * 2]).T
    found = sigma_convergence([1, 2], columns)
    scaled = sigma_convergence([1, 2], columns * scale)
    np.testing.assert_allclose(scaled.dispersion, found.dispersion, rtol=1e-9)
    assert found.fall == pytest.approx(0, abs=1e-9)


def test_catching_up_by_hand():
    # All move half-way to e³ in logs over ten years: b = −0.05, speed ln 2 / 10.
    start = np.exp([0, 1, 2, 4])
    end = np.exp((np.array([0, 1, 2, 4]) + 3) / 2)
    found = beta_convergence(start, end, years=10)
    assert found.slope == pytest.approx(-0.05)
    assert found.speed == pytest.approx(np.log(2) / 10)
    assert found.half_life == pytest.approx(10)
    # Every draw of regions lies on the same line.
    assert found.slope_interval == pytest.approx((-0.05, -0.05))
    assert found.half_life_interval == pytest.approx((10, 10))
    assert (found.units, found.years, found.level) == (4, 10, 0.9)
    # Of 24 ways to deal four growths out just this one is as steep.
    assert found.p_value == pytest.approx(1 / 24, abs=0.02)


def test_all_growing_alike_never_catch_up():
    found = beta_convergence([1, 2, 3, 4], [2, 4, 6, 8], years=5)
    assert found.slope == pytest.approx(0, abs=1e-12)
    assert found.half_life > 1e9
    assert found.p_value == 1


def test_drifting_apart_has_a_negative_speed_and_no_half_life():
    found = beta_convergence([1, 2, 3, 4], [1, 4, 9, 16], years=5)
    assert found.speed < 0
    assert found.half_life == np.inf
    assert found.half_life_interval.high == np.inf


def test_turning_the_ranks_round_is_faster_than_any_speed():
    found = beta_convergence([1, 2, 3, 4], [4, 3, 2, 1], years=5)
    assert found.slope * 5 < -1
    assert (found.speed, found.half_life) == (np.inf, 0)


def test_the_interval_holds_the_slope_and_narrows_with_its_level():
    random = np.random.default_rng(3)
    start = random.uniform(1, 9, 11)
    end = start * np.exp(0.4 - 0.1 * np.log(start) + random.normal(0, 0.05, 11))
    wide = beta_convergence(start, end, years=8, level=0.95)
    narrow = beta_convergence(start, end, years=8, level=0.5)
    assert wide.slope_interval.low < narrow.slope_interval.low < wide.slope
    assert wide.slope < narrow.slope_interval.high < wide.slope_interval.high
    assert wide.speed_interval.low < wide.speed < wide.speed_interval.high
    assert wide.half_life_interval.low < wide.half_life < wide.half_life_interval.high
    assert wide.p_value < 0.05


def test_the_same_seed_gives_the_same_answer():
    given = {"start": [1, 2, 3, 5], "end": [2, 5, 4, 7], "years": 3}
    assert beta_convergence(**given) == beta_convergence(**given)
    assert beta_convergence(**given, seed=1) != beta_convergence(**given)


@pytest.mark.parametrize(
    ("start", "end", "given", "message"),
    [
        ([1, 2, 3], [1, 2, 3], {}, "start must be 4 regions or more: 3"),
        ([2, 2, 2, 2], [1, 2, 3, 4], {}, "start must differ: 2"),
        ([1, 2, 3, 0], [1, 2, 3, 4], {}, "start must be positive: 0"),
        ([1, 2, 3, 4], [1, 2, 3, np.nan], {}, "end must not be missing"),
        ([1, 2, 3, 4], [1, 2, 3], {}, "end must be 4, as start: 3"),
        ([1, 2, 3, 4], [1, 2, 3, 4], {"years": 0}, "years must be positive: 0"),
        ([1, 2, 3, 4], [1, 2, 3, 5], {"level": 1}, "level must lie between 0 and 1"),
    ],
)
def test_catching_up_that_is_none_is_refused(start, end, given, message):
    with pytest.raises(ValueError, match=message):
        beta_convergence(start, end, **({"years": 5} | given))


@given(levels, st.floats(0.01, 100), st.floats(0.5, 3))
def test_catching_up_ignores_unit_order_and_common_growth(start, scale, growth):
    start = np.array(start, dtype=float)
    end = start[::-1] ** 0.5 * start**0.5
    given = {"years": 8, "resamples": 9}
    found = beta_convergence(start, end, **given)
    for other in (
        beta_convergence(start * scale, end * scale, **given),
        beta_convergence(start[::-1], end[::-1], **given),
        beta_convergence(start, end * growth, **given),
    ):
        assert other.slope == pytest.approx(found.slope, rel=1e-6, abs=1e-9)


def test_ranks_by_hand():
    # Of three pairs two agree and one turned round: (2 − 1)/3.
    found = rank_mobility([30, 20, 10], [30, 25, 28])
    assert found.tau == pytest.approx(1 / 3)
    assert found.moves.tolist() == [0, -1, 1]


def test_ranks_at_their_extremes():
    assert rank_mobility([1, 2, 3], [4, 5, 6]).tau == 1
    found = rank_mobility([1, 2, 3], [3, 2, 1])
    assert found.tau == -1
    assert found.moves.tolist() == [2, 0, -2]


def test_ties_share_a_place():
    # Pairs 1–2 tied at the start: two of them agree, over √(2·3).
    found = rank_mobility([1, 1, 2], [1, 2, 3])
    assert found.tau == pytest.approx(2 / np.sqrt(6))
    assert found.moves.tolist() == [-0.5, 0.5, 0]


@pytest.mark.parametrize(
    ("start", "end", "message"),
    [
        ([5, 5], [1, 2], "start must differ between regions: 5"),
        ([1, 2], [3, 3], "end must differ between regions: 3"),
        ([1, 2], [3], "end must be 2, as start: 1"),
        ([1, np.nan], [1, 2], "start must not be missing"),
        ([1], [1], "start must differ between regions"),
    ],
)
def test_ranks_that_are_none_are_refused(start, end, message):
    with pytest.raises(ValueError, match=message):
        rank_mobility(start, end)


@given(levels, levels)
def test_moves_cancel_and_tau_is_that_of_scipy(start, end):
    from scipy.stats import kendalltau

    size = min(len(start), len(end))
    start, end = start[:size], end[:size]
    found = rank_mobility(start, end)
    assert found.moves.sum() == 0
    assert found.tau == pytest.approx(kendalltau(start, end).statistic)
    back = rank_mobility(end, start)
    assert back.tau == pytest.approx(found.tau)
    assert (back.moves == -found.moves).all()
