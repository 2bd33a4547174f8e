"""Household income bands: identities, the design's illustrative ranges, refusals."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenghua_analysis.metrics.bands import (
    gini_mismatch,
    household_income,
    implied_distribution,
    implied_per_head,
    share_in_band,
    share_over_assumptions,
)
from fenghua_analysis.metrics.distributions import FAMILIES, lognormal_sigma

GINIS = [0.32, 0.36, 0.40]
ginis = st.floats(0.15, 0.7)
means = st.floats(1, 100)


def test_a_household_of_two_and_a_half_at_56_000_a_head():
    assert household_income(56_000, size=2.5) == 140_000


@pytest.mark.parametrize(
    ("band", "size", "expected"),
    [
        ((10, 50), 2.4, (0.49, 0.58)),
        ((10, 50), 2.6, (0.53, 0.64)),
        ((10, 50), 2.8, (0.57, 0.69)),
    ],
)
def test_the_illustrative_ranges_of_the_design(band, size, expected):
    found = share_over_assumptions(*band, per_head=5.6, sizes=[size], ginis=GINIS)
    assert (round(found.lowest, 2), round(found.highest, 2)) == expected
    assert len(found.shares) == 6


def test_the_illustrative_range_of_the_upper_band():
    sizes = [2.4, 2.6, 2.8]
    found = share_over_assumptions(20, 60, per_head=5.6, sizes=sizes, ginis=GINIS)
    assert round(found.lowest, 2) == 0.14
    # The design prints 23 %: 0.2344 at 2.8 persons.
    assert round(found.highest, 2) == 0.23


def test_household_size_moves_the_share_more_than_the_family_does():
    found = share_over_assumptions(
        10, 50, per_head=5.6, sizes=[2.4, 2.8], ginis=[0.36]
    ).shares
    by_family = abs(found["lognormal", 2.4, 0.36] - found["fisk", 2.4, 0.36])
    by_size = abs(found["lognormal", 2.4, 0.36] - found["lognormal", 2.8, 0.36])
    assert by_size > 10 * by_family


def test_mean_and_median_of_a_lognormal_fit_its_gini():
    median = 14 * np.exp(-(lognormal_sigma(0.36) ** 2) / 2)
    assert gini_mismatch(0.36, mean=14, median=median) == pytest.approx(0)


def test_the_two_published_band_targets_imply_a_mean_and_a_gini():
    """65 % in 10–50 and 25 % in 20–60 (万元): the ends of what the families allow."""
    found = [
        implied_distribution(((10, 50), (20, 60)), (0.65, 0.25), family=family)
        for family in FAMILIES
    ]
    assert [round(f.mean, 1) for f in found] == [16.2, 17.8]
    assert [round(f.gini, 2) for f in found] == [0.35, 0.39]


def test_the_band_targets_against_the_income_target():
    """16.2 and 17.8 (万元) over 2.22 to 3 persons: 5.6 a head needs nearly three."""
    found = implied_per_head(((10, 50), (20, 60)), (0.65, 0.25), sizes=[2.22, 3.0])
    assert found.lowest == pytest.approx(16.2 / 3, abs=0.05)
    assert found.highest == pytest.approx(17.8 / 2.22, abs=0.05)
    assert found.holds(5.6)
    small = implied_per_head(((10, 50), (20, 60)), (0.65, 0.25), sizes=[2.22])
    assert not small.holds(5.6)
    assert {round(gini, 2) for gini in found.ginis.values()} == {0.35, 0.39}
    assert len(found.per_head) == 4


def test_nothing_to_vary_is_refused():
    bands, shares = ((10, 50), (20, 60)), (0.65, 0.25)
    with pytest.raises(ValueError, match="sizes and families must not be empty"):
        implied_per_head(bands, shares, sizes=[])
    with pytest.raises(ValueError, match="sizes must be positive: 0"):
        implied_per_head(bands, shares, sizes=[0])


@pytest.mark.parametrize("family", FAMILIES)
@given(st.floats(12, 25), st.floats(0.2, 0.6))
def test_implied_distribution_gives_back_the_shares(family, mean, gini):
    bands = ((10, 50), (20, 60))
    given = {"mean": mean, "gini": gini, "family": family}
    shares = tuple(float(share_in_band(*band, **given)) for band in bands)
    found = implied_distribution(bands, shares, family=family)
    for band, share in zip(bands, shares, strict=True):
        again = share_in_band(*band, mean=found.mean, gini=found.gini, family=family)
        assert again == pytest.approx(share, abs=1e-8)


def test_shares_that_no_distribution_has_are_refused():
    message = "no lognormal distribution has these shares: .*0.7"
    with pytest.raises(ValueError, match=message):
        implied_distribution(((10, 50), (20, 40)), (0.65, 0.7), family="lognormal")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"low": 5, "high": 5}, "high must be above low: 5"),
        ({"low": -1}, "low must not be negative: -1"),
        ({"mean": 0}, "mean must be positive: 0"),
        ({"gini": 0}, "gini must lie between 0 and 1: 0"),
        ({"gini": 1}, "gini must lie between 0 and 1: 1"),
        ({"gini": 36}, "gini must lie between 0 and 1: 36"),
        ({"family": "normal"}, "family must be 'lognormal' or 'fisk': normal"),
    ],
)
def test_what_has_no_share_is_refused(given, message):
    asked = {"low": 1, "high": 2, "mean": 1, "gini": 0.3, "family": "fisk"} | given
    with pytest.raises(ValueError, match=message):
        share_in_band(asked.pop("low"), asked.pop("high"), **asked)


def test_other_refusals():
    with pytest.raises(ValueError, match="mean must be above median: 5"):
        gini_mismatch(0.3, mean=5, median=5)
    with pytest.raises(ValueError, match="size must be positive: 0"):
        household_income(56_000, size=0)
    with pytest.raises(ValueError, match="sizes, ginis and families must not be empty"):
        share_over_assumptions(1, 2, per_head=1, sizes=[], ginis=[0.3])


@given(means, ginis, st.sampled_from(FAMILIES), st.floats(0.1, 50), st.floats(0.1, 50))
def test_bands_that_meet_add_up(mean, gini, family, first, second):
    low, high = sorted([first, second])
    if high - low < 1e-6:
        return
    given = {"mean": mean, "gini": gini, "family": family}
    parts = share_in_band([0, low, high], [low, high, np.inf], **given)
    assert parts.sum() == pytest.approx(1)
    assert (parts >= 0).all()
