"""Families of distributions: medians, published identities, mean and Gini recovered."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenghua_analysis.metrics.distributions import (
    FAMILIES,
    lognormal_gini,
    lognormal_sigma,
    lognormal_theil,
    share_below,
)
from fenghua_analysis.metrics.inequality import gini as gini_of
from tests.shared import shared


def test_half_of_a_lognormal_lies_below_its_median():
    # median = mean · exp(−σ²/2)
    median = 14 * np.exp(-(lognormal_sigma(0.36) ** 2) / 2)
    found = share_below(median, mean=14, gini=0.36, family="lognormal")
    assert found == pytest.approx(0.5)


def test_half_of_a_fisk_lies_below_its_scale():
    # scale = mean · sin(πG)/(πG); at G = ½: mean · 2/π
    found = share_below(14 * 2 / np.pi, mean=14, gini=0.5, family="fisk")
    assert found == pytest.approx(0.5)


def test_nobody_is_below_nothing_and_everyone_below_no_end():
    for income, share in ((0, 0), (np.inf, 1)):
        found = share_below(income, mean=14, gini=0.36, family=FAMILIES)
        assert found.tolist() == [share, share]


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("gini", [0.2, 0.36, 0.5])
def test_a_family_has_the_gini_and_the_mean_that_it_is_given(family, gini):
    """Both recovered from the distribution itself, quantile by quantile."""
    edges = np.concatenate([[0], np.geomspace(1e-4, 1e5, 40_001)])
    share = np.diff(share_below(edges, mean=14, gini=gini, family=family))
    centres = (edges[:-1] + edges[1:]) / 2
    assert np.sum(share * centres) == pytest.approx(14, rel=5e-3)
    assert gini_of(centres, weights=share) == pytest.approx(gini, abs=2e-3)


@pytest.fixture(scope="module")
def cases():
    path = shared("validation/V7_worked_examples/cases.csv")
    return pd.read_csv(path).set_index("id")["expected"].astype(str)


def test_published_lognormal_identities(cases):
    assert lognormal_sigma(0.36) == pytest.approx(float(cases["ln-1"]), abs=1e-6)
    assert lognormal_gini(0.661426) == pytest.approx(float(cases["ln-2"]), abs=1e-6)
    assert lognormal_theil(0.661426) == pytest.approx(float(cases["ln-3"]), abs=1e-6)


@pytest.mark.parametrize("wrong", [0, 1, 36])
def test_a_gini_lies_between_0_and_1(wrong):
    with pytest.raises(ValueError, match=f"gini must lie between 0 and 1: {wrong}"):
        lognormal_sigma(wrong)


def test_what_has_no_share_below_is_refused():
    good = {"mean": 14, "gini": 0.36, "family": "fisk"}
    with pytest.raises(ValueError, match="income must not be negative: -1"):
        share_below(-1, **good)
    with pytest.raises(ValueError, match="mean must be positive: 0"):
        share_below(1, **(good | {"mean": 0}))
    with pytest.raises(ValueError, match="family must be 'lognormal' or 'fisk': no"):
        share_below(1, **(good | {"family": "normal"}))
    with pytest.raises(ValueError, match="sigma must be positive"):
        lognormal_gini(0)
    with pytest.raises(ValueError, match="sigma must be positive"):
        lognormal_theil(0)


@given(st.floats(0.05, 0.9), st.sampled_from(FAMILIES), st.floats(0.01, 100))
def test_shares_ignore_the_unit(gini, family, scale):
    given = {"gini": gini, "family": family}
    found = share_below(10 * scale, mean=14 * scale, **given)
    assert found == pytest.approx(share_below(10, mean=14, **given))


@given(st.floats(0.02, 0.95))
def test_sigma_and_gini_are_each_other_s_inverse(gini):
    assert lognormal_gini(lognormal_sigma(gini)) == pytest.approx(gini)
