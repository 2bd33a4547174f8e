"""Inequality: by hand, at the extremes, under invariants, against published results."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fenghua_analysis.metrics.inequality import (
    atkinson,
    equally_distributed_income,
    gini,
    lorenz,
    theil_l,
    theil_l_by_group,
    theil_t,
    theil_t_by_group,
    williamson,
    wolfson,
)


def atkinson_of_two(values, *, weights=None):
    """Atkinson's index at an aversion of 2."""
    return atkinson(values, aversion=2, weights=weights)


INEQUALITIES = [gini, theil_t, theil_l, williamson, atkinson_of_two]
MEASURES = [*INEQUALITIES, wolfson]
SPLITS = [theil_t_by_group, theil_l_by_group]

people = st.floats(1, 1e6)
incomes = st.floats(1, 1e6)
towns = st.lists(
    st.tuples(incomes, people, st.sampled_from("abc")), min_size=1, max_size=12
)


def test_gini_of_1_2_3_4():
    # 2·(1·1 + 2·2 + 3·3 + 4·4) / (4·10) − 5/4 = 60/40 − 1.25 = 0.25
    assert gini([4, 1, 3, 2]) == pytest.approx(0.25)


def test_gini_of_one_who_has_everything_is_1_less_1_over_n():
    assert gini([0, 0, 0, 10]) == pytest.approx(0.75)


def test_theil_t_by_hand():
    # Shares of income 1/4 and 3/4, of people 1/2: ¼ ln ½ + ¾ ln 1.5 = 0.1308
    assert theil_t([1, 3]) == pytest.approx(0.1308, abs=5e-5)


def test_theil_l_by_hand():
    # ½ ln(2/1) + ½ ln(2/3) = 0.1438
    assert theil_l([1, 3]) == pytest.approx(0.1438, abs=5e-5)


def test_half_with_nothing_gives_theil_t_of_ln_2():
    assert theil_t([0, 0, 5, 5]) == pytest.approx(np.log(2))


def test_williamson_by_hand():
    # Mean (4·3 + 8·1)/4 = 5; √((3·1 + 1·9)/4) / 5 = √3 / 5
    assert williamson([4, 8], weights=[3, 1]) == pytest.approx(np.sqrt(3) / 5)


def test_urban_and_rural_by_the_two_group_formula():
    # Ratio 1.67, 60 % in towns: mean in rural units 0.6·1.67 + 0.4 = 1.402.
    mean = 0.6 * 1.67 + 0.4
    expected = 0.6 * 1.67 / mean * np.log(1.67 / mean) + 0.4 / mean * np.log(1 / mean)
    assert theil_t([1.67, 1], weights=[0.6, 0.4]) == pytest.approx(expected)


def test_atkinson_by_hand():
    # ε = 2: harmonic mean of 1 and 3 is 1.5 against 2: a quarter could go.
    assert atkinson([1, 3], aversion=2) == pytest.approx(0.25)
    # ε = 1: geometric mean √3; ε = 0.5: ((1 + √3)/2)².
    assert atkinson([1, 3], aversion=1) == pytest.approx(1 - np.sqrt(3) / 2)
    half = ((1 + np.sqrt(3)) / 2) ** 2
    assert atkinson([1, 3], aversion=0.5) == pytest.approx(1 - half / 2)
    found = equally_distributed_income([1, 3], aversion=2, weights=[3, 1])
    assert found == pytest.approx(4 / (3 / 1 + 1 / 3))


def test_without_aversion_inequality_costs_nothing():
    assert atkinson([0, 3], aversion=0) == 0
    assert equally_distributed_income([0, 3], aversion=0) == 1.5


@pytest.mark.parametrize("aversion", [1, 1.5, 2])
def test_somebody_with_nothing_costs_everything_from_an_aversion_of_one(aversion):
    assert atkinson([0, 1, 5], aversion=aversion) == 1
    assert equally_distributed_income([0, 1, 5], aversion=aversion) == 0
    assert 0 < atkinson([0, 1, 5], aversion=0.9) < 1


def test_a_huge_aversion_looks_at_the_poorest_only():
    assert atkinson([1e-6, 1, 1e6], aversion=100) == pytest.approx(1, abs=1e-9)
    assert equally_distributed_income([2, 4], aversion=500) == pytest.approx(2, 1e-2)


def test_aversion_is_continuous_through_one():
    near = [atkinson([1, 2, 9], aversion=1 + d) for d in (-1e-7, 0, 1e-7)]
    assert near == pytest.approx([near[1]] * 3, abs=1e-6)


def test_a_negative_aversion_is_refused():
    with pytest.raises(ValueError, match="aversion must not be negative: -1"):
        atkinson([1, 2], aversion=-1)


def test_lorenz_by_hand():
    # 1 and 3 with 3 and 1 people: 3 of 6 yuan belong to the poorer three quarters.
    curve = lorenz([3, 1], weights=[1, 3])
    np.testing.assert_allclose(curve.people, [0, 0.75, 1])
    np.testing.assert_allclose(curve.income, [0, 0.5, 1])


def test_wolfson_by_hand():
    # 1, 1, 3, 3: mean and median 2, the poorer half has 1/4, Gini 1/4:
    # (2·(1/2 − 1/4) − 1/4)·2/2 = 1/4
    assert wolfson([3, 1, 3, 1]) == pytest.approx(0.25)


def test_a_transfer_inside_a_half_lowers_the_gini_and_empties_the_middle():
    before, after = [2, 4, 10, 12], [3, 3, 11, 11]
    assert gini(after) < gini(before)
    assert wolfson(after) > wolfson(before)


def test_the_median_of_an_even_split_by_weights_is_between_the_two():
    # Six times a sixth is not exactly a half in binary fractions.
    weights = [1 / 6] * 6
    values = [1, 2, 3, 5, 6, 7]
    assert wolfson(values, weights=weights) == pytest.approx(wolfson(values))


def test_a_median_of_zero_has_no_polarisation():
    with pytest.raises(ValueError, match="median of values must not be zero"):
        wolfson([0, 0, 0, 5])


@pytest.mark.parametrize("measure", MEASURES)
def test_equal_incomes_have_no_inequality(measure):
    assert measure([7, 7, 7], weights=[1, 5, 2]) == pytest.approx(0, abs=1e-12)
    assert measure([7]) == pytest.approx(0, abs=1e-12)


def test_groups_of_equals_have_everything_between_them():
    parts = theil_t_by_group([0, 0, 10, 10], groups=list("aabb"))
    assert parts.between == pytest.approx(np.log(2))
    assert parts.within == 0
    assert parts.between_share == 1
    assert parts.groups["b"] == (0.5, 1.0, 0.0)
    assert np.isnan(parts.groups["a"].inequality)


def test_groups_alike_have_nothing_between_them():
    for split in SPLITS:
        parts = split([1, 3, 1, 3], groups=list("aabb"))
        assert parts.between == pytest.approx(0, abs=1e-12)
        assert parts.groups["a"].inequality == pytest.approx(parts.total)


def test_nothing_to_share_out_has_no_between_share():
    assert np.isnan(theil_t_by_group([5, 5], groups=["a", "b"]).between_share)


def test_a_township_without_people_counts_for_nothing():
    for measure in MEASURES:
        found = measure([0, 1, 3], weights=[0, 1, 1])
        assert found == pytest.approx(measure([1, 3]))


def test_a_group_without_people_is_there_and_empty():
    for split in SPLITS:
        parts = split([9, 1, 3], groups=list("abb"), weights=[0, 1, 1])
        assert parts.groups["a"][:2] == (0, 0)
        assert np.isnan(parts.groups["a"].inequality)
        assert parts.total == pytest.approx(parts.groups["b"].inequality)


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize(
    ("values", "weights", "message"),
    [
        ([1, -1], None, "values must not be negative: -1 at position 1, 1 of 2"),
        ([1, np.nan], None, "values must not be missing"),
        ([], None, "values must be a list of numbers"),
        ([0, 0], None, "values must not all be zero|values must be positive"),
        ([1, 2], [0, 0], "weights must not sum to zero"),
        ([1, 2], [1, -1], "weights must not be negative"),
        ([1, 2], [1, np.nan], "weights must not be missing"),
        ([1, 2], [1], "weights must be 2, one a value: 1"),
    ],
)
def test_what_has_no_inequality_is_refused(measure, values, weights, message):
    with pytest.raises(ValueError, match=message):
        measure(values, weights=weights)


def test_a_zero_income_has_no_logarithm():
    message = "values must be positive: 0 at position 1, 1 of 3"
    with pytest.raises(ValueError, match=message):
        theil_l([1, 0, 2])
    with pytest.raises(ValueError, match=message):
        theil_l_by_group([1, 0, 2], groups=list("aab"))


def test_every_unit_belongs_to_a_group():
    with pytest.raises(ValueError, match="groups must be 3, one a value: 2"):
        theil_t_by_group([1, 2, 3], groups=["a", "b"])


@pytest.mark.parametrize("measure", MEASURES)
@given(towns, st.floats(0.01, 100))
def test_unit_order_and_replication_do_not_matter(measure, rows, scale):
    values, weights, _ = map(np.array, zip(*rows, strict=True))
    expected = pytest.approx(measure(values, weights=weights), rel=1e-6, abs=1e-9)
    assert measure(values * scale, weights=weights) == expected
    assert measure(values[::-1], weights=weights[::-1]) == expected
    assert measure(values, weights=weights * 3) == expected
    assert measure(np.tile(values, 2), weights=np.tile(weights, 2)) == expected


@pytest.mark.parametrize("measure", MEASURES)
@given(st.lists(st.tuples(incomes, st.integers(1, 4)), min_size=1, max_size=8))
def test_a_weight_is_so_many_persons(measure, rows):
    values, weights = map(np.array, zip(*rows, strict=True))
    single = measure(np.repeat(values, weights))
    assert measure(values, weights=weights) == pytest.approx(single, rel=1e-6, abs=1e-9)


@pytest.mark.parametrize(
    ("split", "measure"), [(theil_t_by_group, theil_t), (theil_l_by_group, theil_l)]
)
@given(towns)
def test_within_and_between_make_the_total(split, measure, rows):
    values, weights, groups = map(list, zip(*rows, strict=True))
    parts = split(values, groups=groups, weights=weights)
    total = measure(values, weights=weights)
    assert parts.total == pytest.approx(total, rel=1e-9, abs=1e-9)
    assert parts.between >= -1e-12
    assert parts.within >= -1e-12
    shares = np.array([group[:2] for group in parts.groups.values()])
    np.testing.assert_allclose(shares.sum(axis=0), [1, 1])
    weight = "income_share" if split is theil_t_by_group else "population_share"
    within = sum(getattr(g, weight) * g.inequality for g in parts.groups.values())
    assert within == pytest.approx(parts.within, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("measure", INEQUALITIES)
@given(towns, st.floats(0.01, 0.5))
def test_giving_from_the_richest_to_the_poorest_lowers_inequality(measure, rows, part):
    values, _, _ = map(np.array, zip(*rows, strict=True))
    poor, rich = values.argmin(), values.argmax()
    assume(values[rich] > values[poor] * 1.01)
    gift = part * (values[rich] - values[poor]) / 2
    after = values.copy()
    after[rich] -= gift
    after[poor] += gift
    assert measure(after) < measure(values) + 1e-9
