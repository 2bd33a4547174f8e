"""GB2: its special cases, what it gives back, and what it refuses."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenghua_analysis.metrics.distributions import share_below
from fenghua_analysis.metrics.gb2 import Gb2, fit_gb2

shapes = st.floats(1.2, 5)
middles = st.floats(0.4, 4)


def fifths(fitted):
    """Mean incomes of five groups of one size."""
    return np.diff(fitted.lorenz(np.linspace(0, 1, 6))) * 5 * fitted.mean


def test_p_and_q_of_one_are_the_log_logistic():
    # Gini 1/a; mean b·(π/a)/sin(π/a): at a = 2 that is b·π/2.
    found = Gb2(2, 10, 1, 1)
    assert found.gini == pytest.approx(0.5, abs=1e-4)
    assert found.mean == pytest.approx(10 * np.pi / 2)
    given = {"mean": found.mean, "gini": 0.5, "family": "fisk"}
    bounds = [0, 1, 5, 10, 40, np.inf]
    np.testing.assert_allclose(found.share_below(bounds), share_below(bounds, **given))


def test_the_lorenz_curve_of_the_log_logistic_by_hand():
    # a = 2: L(u) is the regularised beta I_u(3/2, 1/2); at u = 1/2 it is 1/2 − 1/π.
    assert Gb2(2, 7, 1, 1).lorenz(0.5) == pytest.approx(0.5 - 1 / np.pi)
    assert Gb2(2, 7, 1, 1).lorenz([0, 1]).tolist() == [0, 1]


def test_fifths_of_a_known_distribution_are_fitted_again():
    known = Gb2(2.5, 30, 1.2, 1.1)
    found = fit_gb2(fifths(known))
    assert found.miss < 1e-5
    assert found.mean == pytest.approx(known.mean)
    assert found.gini == pytest.approx(known.gini, abs=2e-3)
    bounds = [10, 30, 60, 100]
    np.testing.assert_allclose(
        found.share_below(bounds), known.share_below(bounds), atol=2e-3
    )


def test_the_shape_of_a_province_with_the_mean_of_a_district():
    fitted = fit_gb2([10, 20, 30, 45, 85])
    moved = fitted.at(56)
    assert moved.mean == pytest.approx(56)
    assert moved.gini == pytest.approx(fitted.gini)
    assert moved.share_below(56) == pytest.approx(fitted.share_below(fitted.mean))


def test_groups_of_other_sizes():
    known = Gb2(2.5, 30, 1.2, 1.1)
    edges = np.array([0, 0.1, 0.3, 0.5, 0.8, 1])
    people = np.diff(edges)
    means = np.diff(known.lorenz(edges)) / people * known.mean
    found = fit_gb2(means, people=people)
    assert found.mean == pytest.approx(known.mean)
    assert found.miss < 1e-4


@pytest.mark.parametrize(
    ("means", "given", "message"),
    [
        ([1, 2, 3, 4], {}, "means must be of 5 groups or more: 4"),
        ([1, 2, 3, 4, 4], {}, "means must rise, poorest first, after: 4"),
        ([5, 5, 5, 5, 5], {}, "means must rise"),
        ([0, 2, 3, 4, 5], {}, "means must be positive: 0"),
        ([1, 2, 3, 4, np.nan], {}, "means must not be missing"),
        ([1, 2, 3, 4, 5], {"people": [0] * 5}, "weights must not sum to zero"),
        ([1, 2, 3, 4, 5], {"people": [1]}, "weights must be 5, one a value: 1"),
    ],
)
def test_groups_without_a_shape_are_refused(means, given, message):
    with pytest.raises(ValueError, match=message):
        fit_gb2(means, **given)


def test_other_refusals():
    with pytest.raises(ValueError, match="income must not be negative: -1"):
        Gb2(2, 1, 1, 1).share_below(-1)
    with pytest.raises(ValueError, match="mean must be positive: 0"):
        Gb2(2, 1, 1, 1).at(0)


@given(shapes, middles, middles, st.floats(0.1, 100))
def test_the_lorenz_curve_is_below_equality_and_bends_up(a, p, extra, b):
    found = Gb2(a, b, p, 1 / a + extra)
    people = np.linspace(0, 1, 21)
    curve = found.lorenz(people)
    assert (curve <= people + 1e-9).all()
    assert (np.diff(curve, 2) >= -1e-9).all()
    assert 0 < found.gini < 1
    shares = found.share_below(np.linspace(0, 10 * b, 30))
    assert (np.diff(shares) >= 0).all()
