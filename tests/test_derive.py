"""Ratios and the lowest township, from the figures that they follow from."""

import pytest

from fenghua_analysis.derive import with_derived
from tests.small_world import observations, registry

D, EAST, WEST = "330213", "330213001", "330213002"


def _one(frame, indicator):
    return frame[frame.indicator == indicator].iloc[0]


def test_a_ratio_follows_from_its_two_incomes_and_says_so():
    # 76,690 / 45,487 = 1.68598...
    given = observations(
        ("income_urban", D, "2022", 76_690), ("income_rural", D, "2022", 45_487)
    )
    found = _one(with_derived(given, registry()), "urban_rural_ratio")
    assert found.value == pytest.approx(1.685976, abs=1e-6)
    assert (found.status, found.unit) == ("derived", "ratio")
    assert found.note == "76,690/45,487"


def test_a_published_ratio_is_never_replaced():
    given = observations(
        ("income_urban", D, "2022", 76_690),
        ("income_rural", D, "2022", 45_487),
        ("urban_rural_ratio", D, "2022", 1.69),
    )
    found = with_derived(given, registry())
    assert _one(found, "urban_rural_ratio").value == 1.69
    assert (found.indicator == "urban_rural_ratio").sum() == 1


def test_half_years_give_half_year_ratios_only():
    given = observations(
        ("income_urban", D, "2021-H1", 35_606), ("income_rural", D, "2021", 40_000)
    )
    assert "urban_rural_ratio" not in set(with_derived(given, registry()).indicator)


def test_a_derived_figure_is_no_better_than_its_worst_input():
    given = observations(
        ("income_urban", D, "2022", 2, "illustrative"),
        ("income_rural", D, "2022", 1, "estimated"),
    )
    assert _one(with_derived(given, registry()), "urban_rural_ratio").status == (
        "illustrative"
    )


def test_the_lowest_township_is_taken_over_the_official_mean():
    # West is lowest: 42,000 / 56,000 = 0.75; the mean of the towns plays no part.
    given = observations(
        ("income_all", D, "2022", 56_000),
        ("income_all", EAST, "2022", 60_000),
        ("income_all", WEST, "2022", 42_000),
    )
    found = _one(with_derived(given, registry()), "lowest_township_ratio")
    assert found.value == 0.75
    assert (found.region, found.note) == (D, "西镇 42,000/56,000")


def test_the_lowest_of_some_townships_is_not_the_lowest_of_all():
    given = observations(
        ("income_all", D, "2022", 56_000), ("income_all", WEST, "2022", 42_000)
    )
    assert len(with_derived(given, registry())) == 2


def test_without_the_official_mean_there_is_no_ratio():
    given = observations(
        ("income_all", EAST, "2022", 60_000), ("income_all", WEST, "2022", 42_000)
    )
    assert len(with_derived(given, registry())) == 2


def test_an_interval_of_an_input_becomes_an_interval_of_the_ratio():
    given = observations(
        ("income_all", D, "2022", 54_000, "estimated"),
        ("gdp_per_capita", D, "2022", 135_000),
    )
    given[["low", "high"]] = given[["low", "high"]].astype(float)
    given.loc[0, ["low", "high"]] = 53_500, 54_500
    found = _one(with_derived(given, registry()), "income_to_gdp_ratio")
    assert found.value == pytest.approx(0.4)
    assert found.low == pytest.approx(53_500 / 135_000)
    assert found.high == pytest.approx(54_500 / 135_000)
    assert found.status == "estimated"


def test_the_interval_of_a_quotient_takes_the_far_end_of_the_divisor():
    """50,000 / 135,000 at most, and 50,000 / 125,000 at least: low is over the high."""
    given = observations(
        ("income_all", D, "2022", 50_000), ("gdp_per_capita", D, "2022", 130_000)
    )
    given[["low", "high"]] = given[["low", "high"]].astype(float)
    given.loc[1, ["low", "high"]] = 125_000, 135_000
    found = _one(with_derived(given, registry()), "income_to_gdp_ratio")
    assert found.low == pytest.approx(50_000 / 135_000)
    assert found.high == pytest.approx(50_000 / 125_000)


def test_one_invented_township_makes_the_lowest_of_all_invented():
    """Which is the lowest depends on every one of them."""
    given = observations(
        ("income_all", D, "2022", 56_000),
        ("income_all", EAST, "2022", 60_000, "illustrative"),
        ("income_all", WEST, "2022", 42_000),
    )
    found = _one(with_derived(given, registry()), "lowest_township_ratio")
    assert found.status == "illustrative"


def test_what_an_estimate_rests_on_follows_it_into_the_ratio():
    given = observations(
        ("income_all", D, "2022", 56_000, "estimated"),
        ("income_all", EAST, "2022", 60_000),
        ("income_all", WEST, "2022", 42_000),
    )
    given.loc[0, "note"] = "以甲为前提 / if A"
    found = _one(with_derived(given, registry()), "lowest_township_ratio")
    assert found.status == "estimated"
    assert found.note == (
        "西镇 42,000/56,000，56,000＝以甲为前提 / 西镇 42,000/56,000, 56,000 = if A"
    )


def test_a_preliminary_figure_is_said_to_be_one_in_the_ratio():
    given = observations(
        ("income_all", D, "2022", 50_000),
        ("gdp_per_capita", D, "2022", 125_000, "preliminary"),
    )
    found = _one(with_derived(given, registry()), "income_to_gdp_ratio")
    assert (found.status, found.value) == ("derived", 0.4)
    assert "125,000＝初步核算" in found.note and "125,000 = preliminary" in found.note


def test_nothing_is_divided_by_zero():
    given = observations(
        ("income_urban", D, "2022", 60_000), ("income_rural", D, "2022", 0)
    )
    assert len(with_derived(given, registry())) == 2


def test_townships_of_another_year_are_not_waited_for():
    reg = registry()
    reg.regions.loc[reg.regions.code == EAST, "valid_to"] = "2020"
    given = observations(
        ("income_all", D, "2022", 56_000), ("income_all", WEST, "2022", 42_000)
    )
    assert _one(with_derived(given, reg), "lowest_township_ratio").value == 0.75
