"""From a part of a year to the year: by hand, coverage by reasoning, refusals."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenghua_analysis.metrics.income_ratio import bridge_to_year

pairs = st.lists(
    st.tuples(st.floats(1, 1e5), st.floats(1.01, 3)), min_size=3, max_size=12
)


def test_the_middle_quotient_carries_the_part_to_the_year():
    # Quotients 2, 2, 2·1.1³: their geometric mean is 2.2.
    found = bridge_to_year(
        100, past_parts=[10, 20, 10], past_years=[20, 40, 20 * 1.1**3]
    )
    assert found.quotient == pytest.approx(2.2)
    assert found.value == pytest.approx(220)
    assert found.pairs == 3


def test_the_interval_by_hand():
    # ln 2 − 0.1, ln 2, ln 2 + 0.1: s = 0.1; t(2) at 90 % is 1.8856.
    years = 2 * np.exp([-0.1, 0, 0.1])
    found = bridge_to_year(1, past_parts=[1, 1, 1], past_years=years)
    reach = 1.8856 * 0.1 * np.sqrt(4 / 3)
    assert found.low == pytest.approx(2 * np.exp(-reach), rel=1e-5)
    assert found.high == pytest.approx(2 * np.exp(reach), rel=1e-5)


def test_quotients_that_never_differ_leave_no_room():
    found = bridge_to_year(5, past_parts=[1, 2, 3], past_years=[2, 4, 6])
    assert (found.low, found.value, found.high) == pytest.approx((10, 10, 10))


def test_the_mixed_up_ratio_of_ningbo():
    """1.647 of nine months of 2020 is no better than 1.738 of the year."""
    found = bridge_to_year(1.647, past_parts=[1.64, 1.65, 1.66], past_years=[1.74] * 3)
    assert 1.7 < found.low < 1.738 < found.high < 1.8


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"past_parts": [1, 1]}, "past_years must be 2, as parts: 3"),
        ({"past_parts": [1, 0, 1]}, "past_parts must be positive: 0"),
        ({"past_years": [1, np.nan, 1]}, "past_years must not be missing"),
        ({"part": -1}, "part must not be negative: -1"),
        ({"part": np.nan}, "part must not be missing"),
        ({"level": 80}, "level must lie between 0 and 1: 80"),
    ],
)
def test_what_has_no_bridge_is_refused(given, message):
    asked = {"part": 1, "past_parts": [1, 1, 1], "past_years": [2, 3, 4]} | given
    with pytest.raises(ValueError, match=message):
        bridge_to_year(asked.pop("part"), **asked)


def test_two_pairs_are_too_few():
    with pytest.raises(ValueError, match="pairs must be 3 or more: 2"):
        bridge_to_year(1, past_parts=[1, 1], past_years=[2, 2])


@given(pairs, st.floats(1, 1e5), st.floats(0.01, 100))
def test_a_bridge_ignores_the_unit_and_widens_with_its_level(rows, part, scale):
    parts, quotients = map(np.array, zip(*rows, strict=True))
    years = parts * quotients
    found = bridge_to_year(part, past_parts=parts, past_years=years)
    scaled = bridge_to_year(
        part * scale, past_parts=parts * scale, past_years=years * scale
    )
    assert scaled.value == pytest.approx(found.value * scale)
    assert found.low <= found.value <= found.high
    wide = bridge_to_year(part, past_parts=parts, past_years=years, level=0.95)
    assert wide.low <= found.low <= found.high <= wide.high
