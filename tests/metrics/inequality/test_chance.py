"""Permutation tests: by counting, at the extremes, and the same each run."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenghua_analysis.metrics.inequality import (
    between_groups_test,
    gini,
    gini_by_nearness,
    nearness_test,
    theil_t_by_group,
)

GROUPS = np.array(list("aaabbb"))
BLOCKS = GROUPS[:, None] == GROUPS


def test_the_p_value_approaches_what_counting_gives():
    # Of 20 ways to choose three of six, two part low from high: p = 0.1.
    values = [1, 2, 3, 7, 8, 9]
    found = between_groups_test(values, groups=GROUPS, permutations=9999)
    assert found.p_value == pytest.approx(0.1, abs=0.01)
    parts = theil_t_by_group(values, groups=GROUPS)
    assert found.observed == parts.between


def test_twelve_townships_in_two_groups_far_apart():
    # 2 of 924 ways: below one in a hundred, and never zero.
    values = [*range(30, 36), *range(60, 66)]
    groups = ["hills"] * 6 + ["coast"] * 6
    found = between_groups_test(values, groups=groups)
    assert 1 / 1000 <= found.p_value < 0.01
    near = np.array(groups)[:, None] == np.array(groups)
    assert nearness_test(values, near=near).p_value < 0.01


def test_the_observed_order_counts_as_one_that_chance_might_have_dealt():
    # Twelve townships apart: nine draws do not find it again, one in ten remains.
    values = [*range(1, 7), *range(101, 107)]
    groups = ["hills"] * 6 + ["coast"] * 6
    found = between_groups_test(values, groups=groups, permutations=9)
    assert found.p_value == 0.1


def test_all_equal_is_what_chance_always_gives():
    assert between_groups_test([5] * 6, groups=GROUPS).p_value == 1
    assert nearness_test([5] * 6, near=BLOCKS).p_value == 1


def test_one_group_is_all_there_is():
    found = between_groups_test([1, 2, 9], groups=["a"] * 3)
    assert (found.observed, found.p_value) == (pytest.approx(0, abs=1e-12), 1)


def test_the_same_seed_gives_the_same_p_value():
    values = [1, 5, 2, 8, 3, 9]
    first, second, other = (
        between_groups_test(values, groups=GROUPS, permutations=99, seed=seed)
        for seed in (1, 1, 2)
    )
    assert first == second != other


def test_no_permutation_is_refused():
    with pytest.raises(ValueError, match="permutations must be positive: 0"):
        between_groups_test([1, 2], groups=["a", "b"], permutations=0)


def test_nearness_by_hand():
    # |1 − 3| within a, |1 − 5| and |3 − 5| across: 2, 4, 2 twice each, over 2·9·3.
    groups = np.array(list("aab"))
    parts = gini_by_nearness([1, 3, 5], near=groups[:, None] == groups)
    assert parts.near == pytest.approx(4 / 54)
    assert parts.far == pytest.approx(12 / 54)


@pytest.mark.parametrize(
    ("near", "message"),
    [
        (np.ones((2, 2)), r"near must be 3 by 3: \(2, 2\)"),
        (np.triu(np.ones((3, 3))), "near must be the same both ways"),
    ],
)
def test_a_neighbourhood_that_is_none_is_refused(near, message):
    with pytest.raises(ValueError, match=message):
        gini_by_nearness([1, 2, 3], near=near)


@given(
    st.lists(
        st.tuples(st.floats(1, 1e6), st.floats(1, 1e3), st.sampled_from("abc")),
        min_size=1,
        max_size=12,
    )
)
def test_near_and_far_make_the_gini(rows):
    values, weights, groups = map(np.array, zip(*rows, strict=True))
    near = groups[:, None] == groups
    parts = gini_by_nearness(values, near=near, weights=weights)
    assert parts.total == pytest.approx(gini(values, weights=weights), abs=1e-9)
    assert min(parts.near, parts.far) >= 0
