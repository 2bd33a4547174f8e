"""Urban to rural, lowest to mean: what a ratio is, and what a target ratio takes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenghua_analysis.metrics.income_ratio import (
    effect_of_a_point,
    growth_needed,
    implied_levels,
    implied_lowest,
    implied_urban_share,
    lowest_to_mean,
    ratio_after,
    required_growth_differential,
    required_lowest_growth,
    required_rural_growth,
    urban_rural_ratio,
    years_to_reach,
)

incomes = st.floats(1e3, 1e6)
ratios = st.floats(1.01, 4)
shares = st.floats(0.05, 0.95)
growths = st.floats(-0.05, 0.15)


def test_the_ratio_of_ningbo_in_2022():
    # 76,690 / 45,487 = 1.6860; published as 1.69
    assert urban_rural_ratio(76_690, 45_487) == pytest.approx(1.6860, abs=5e-5)


def test_the_differential_that_closes_the_ratio():
    # (1.74 / 1.67)^(1/4) − 1 = 1.0419^0.25 − 1 = 1.03 % a year
    found = required_growth_differential(1.74, 1.67, years=4)
    assert found == pytest.approx(0.01032, abs=5e-6)


def test_a_ratio_that_may_widen_has_a_negative_differential():
    assert required_growth_differential(1.60, 1.67, years=4) < 0
    assert required_growth_differential(1.67, 1.67, years=4) == 0


def test_the_frontier_of_urban_and_rural_growth():
    # Closing 1.21 to 1 in two years takes a factor of 1.1 a year, urban growth apart.
    found = required_rural_growth(1.21, 1.0, years=2, urban_growth=[0.0, 0.05, -0.1])
    np.testing.assert_allclose(found, [0.10, 0.155, -0.01])


def test_years_to_reach_a_ratio():
    # 1.21 · 1.1^−2 = 1
    found = years_to_reach(1.21, 1.0, differential=0.1)
    assert found == pytest.approx(2)


def test_a_ratio_never_closes_without_a_differential_and_is_there_when_it_is():
    assert years_to_reach(1.74, 1.67, differential=0.0) == np.inf
    assert years_to_reach(1.74, 1.67, differential=-0.01) == np.inf
    assert years_to_reach(1.60, 1.67, differential=-0.01) == 0
    assert np.isnan(years_to_reach(np.nan, 1.67, differential=0.01))


def test_the_ratio_after_two_years():
    # 2 · (1.05 / 1.10)² = 1.8223
    found = ratio_after(2, years=2, urban_growth=0.05, rural_growth=0.10)
    assert found == pytest.approx(2 * (1.05 / 1.10) ** 2)


def test_one_point_more_by_hand():
    # One year, 2 · 1.05/1.10 = 1.9091; urban 6 %: 1.9273; rural 11 %: 1.8919.
    found = effect_of_a_point(2, years=1, urban_growth=0.05, rural_growth=0.10)
    assert found.urban == pytest.approx(0.01818, abs=5e-6)
    assert found.rural == pytest.approx(-0.01720, abs=5e-6)


def test_levels_that_a_mean_and_a_ratio_imply():
    # Six in ten at 2:1. rural = 48,000 / (0.6·2 + 0.4) = 30,000, urban = 60,000.
    levels = implied_levels(48_000, ratio=2, urban_share=0.6)
    assert levels.urban == pytest.approx(60_000)
    assert levels.rural == pytest.approx(30_000)


def test_everyone_in_town_makes_the_mean_the_urban_income():
    levels = implied_levels(48_000, ratio=2, urban_share=1)
    assert levels.urban == pytest.approx(48_000)


def test_the_urban_share_that_three_published_means_imply():
    # (48 − 30) / (60 − 30) = 0.6
    found = implied_urban_share(48_000, urban=60_000, rural=30_000)
    assert found == pytest.approx(0.6)


def test_a_mean_at_either_end_has_everyone_there():
    found = implied_urban_share([60_000, 30_000], urban=60_000, rural=30_000)
    assert found.tolist() == [1, 0]


def test_the_lowest_township_over_the_official_mean():
    # 42,000 / 56,000 = 0.75; the mean of the list is 51,500 and plays no part.
    found = lowest_to_mean([60_000, 42_000, 52_500], mean=56_000)
    assert found.ratio == 0.75
    assert found.position == 1


def test_of_several_lowest_units_the_first_is_named():
    assert lowest_to_mean([3, 2, 2], mean=2.5).position == 1


def test_the_mean_of_all_is_made_of_their_people_where_none_is_published():
    # (3·40 + 1·80) / 4 = 50: the lowest has 0.8 of it, not 40/60.
    found = lowest_to_mean([80, 40], weights=[1, 3])
    assert found == (pytest.approx(0.8), 1)


def test_a_township_without_people_is_never_the_lowest():
    found = lowest_to_mean([0, 40, 60], weights=[0, 1, 1])
    assert found == (pytest.approx(0.8), 1)


@pytest.mark.parametrize("given", [{}, {"mean": 5, "weights": [1]}])
def test_the_mean_comes_from_one_place(given):
    with pytest.raises(ValueError, match="give mean or weights, one of them"):
        lowest_to_mean([5], **given)


def test_weights_that_sum_to_zero_have_no_mean():
    with pytest.raises(ValueError, match="weights must not sum to zero"):
        lowest_to_mean([5, 6], weights=[0, 0])


def test_who_is_below_must_outgrow_the_mean_and_nobody_else():
    # 0.8 of 50, grown by 10 % twice, is 48.4: from 40 10 % a year, from 30 27 %.
    found = growth_needed(
        [30, 40, 48.4, np.nan], mean=50, target=0.8, years=2, mean_growth=0.10
    )
    assert found.level == pytest.approx(48.4)
    expected = [np.sqrt(48.4 / 30) - 1, 0.10, 0, np.nan]
    np.testing.assert_allclose(found.growth, expected, atol=1e-12)
    assert found.must.tolist() == [True, False, False, False]


def test_what_0_8_of_56_000_yuan_implies():
    assert implied_lowest(56_000, 0.8) == pytest.approx(44_800)


def test_who_must_grow_how_fast_for_0_8():
    # (0.80 / 0.75)^(1/3) = 1.02175; × 1.06 = 1.08305
    found = required_lowest_growth(0.75, 0.80, years=3, mean_growth=0.06)
    assert found == pytest.approx(0.08305, abs=5e-6)


@pytest.mark.parametrize("wrong", [0, -1])
def test_incomes_and_ratios_must_be_positive(wrong):
    with pytest.raises(ValueError, match="urban must be positive"):
        urban_rural_ratio(wrong, 1)
    with pytest.raises(ValueError, match="rural must be positive"):
        urban_rural_ratio(1, wrong)
    with pytest.raises(ValueError, match="target must be positive"):
        required_growth_differential(1.7, wrong, years=1)
    with pytest.raises(ValueError, match="years must be positive"):
        required_growth_differential(1.7, 1.6, years=wrong)
    with pytest.raises(ValueError, match="ratio must be positive"):
        implied_lowest(56_000, wrong)


def test_a_total_loss_has_no_growth_factor():
    with pytest.raises(ValueError, match="urban_growth must be above -1: -1"):
        required_rural_growth(1.7, 1.6, years=1, urban_growth=-1)
    with pytest.raises(ValueError, match="mean_growth must be above -1: -2"):
        required_lowest_growth(0.7, 0.8, years=1, mean_growth=-2)
    with pytest.raises(ValueError, match="rural_growth must be above -1: -1"):
        ratio_after(1.7, years=1, urban_growth=0, rural_growth=-1)
    with pytest.raises(ValueError, match="differential must be above -1"):
        years_to_reach(1.7, 1.6, differential=-1)


def test_figures_that_do_not_belong_together_are_refused():
    with pytest.raises(ValueError, match="mean must lie between rural and urban"):
        implied_urban_share(70_000, urban=60_000, rural=30_000)
    with pytest.raises(ValueError, match="urban must differ from rural: 5"):
        implied_urban_share(5, urban=5, rural=5)
    with pytest.raises(ValueError, match=r"urban_share must lie .*: 1\.2"):
        implied_levels(1, ratio=1, urban_share=1.2)


def test_a_missing_township_could_be_the_lowest_one():
    with pytest.raises(ValueError, match="values must not be missing: nan"):
        lowest_to_mean([1, np.nan], mean=1)
    with pytest.raises(ValueError, match="values must be a list of numbers"):
        lowest_to_mean([], mean=1)
    with pytest.raises(ValueError, match="mean must be positive"):
        lowest_to_mean([1], mean=0)


@given(incomes, ratios, shares)
def test_implied_levels_average_to_the_mean_at_the_ratio(mean, ratio, share):
    levels = implied_levels(mean, ratio=ratio, urban_share=share)
    assert share * levels.urban + (1 - share) * levels.rural == pytest.approx(mean)
    assert urban_rural_ratio(levels.urban, levels.rural) == pytest.approx(ratio)
    found = implied_urban_share(mean, urban=levels.urban, rural=levels.rural)
    assert found == pytest.approx(share, rel=1e-6)


@given(ratios, ratios, st.integers(1, 15), growths)
def test_growing_along_the_frontier_reaches_the_ratio(ratio, target, years, urban):
    rural = required_rural_growth(ratio, target, years=years, urban_growth=urban)
    reached = ratio * ((1 + urban) / (1 + rural)) ** years
    assert reached == pytest.approx(target)


@given(ratios, st.integers(1, 15), growths, growths)
def test_urban_growth_widens_and_rural_growth_closes(ratio, years, urban, rural):
    given = {"years": years, "urban_growth": urban, "rural_growth": rural}
    found = effect_of_a_point(ratio, **given)
    assert found.urban > 0 > found.rural
    assert ratio_after(ratio, **given) > 0


@given(ratios, ratios, st.integers(1, 15))
def test_the_differential_takes_as_long_as_it_was_asked_for(ratio, target, years):
    differential = required_growth_differential(ratio, target, years=years)
    if differential > 1e-6:
        found = years_to_reach(ratio, target, differential=differential)
        assert found == pytest.approx(years, rel=1e-6)


@given(st.lists(incomes, min_size=1, max_size=20), incomes, st.floats(0.01, 100))
def test_the_lowest_ratio_ignores_the_unit_and_the_order(values, mean, scale):
    found = lowest_to_mean(values, mean=mean)
    scaled = lowest_to_mean([v * scale for v in values], mean=mean * scale)
    turned = lowest_to_mean(values[::-1], mean=mean)
    assert scaled.ratio == pytest.approx(found.ratio)
    assert turned.ratio == found.ratio
    assert values[found.position] == values[::-1][turned.position] == min(values)
