"""Units: factors between those of one quantity, and refusal between others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenghua_analysis.units import QUANTITIES, convert, convertible

UNITS = [(q, unit) for q, units in QUANTITIES.items() for unit in units]


@pytest.mark.parametrize(
    ("value", "unit", "to", "expected"),
    [
        (1.4, "万元", "元", 14_000),
        (14_000, "元/年", "元", 14_000),
        (0.55, "万人", "人", 5_500),
        (78.8, "%", "ratio", 0.788),
        (24.5, "万元/人", "元/人", 245_000),
        (2, "人/万人", "ratio/1", 2e-4),
    ],
)
def test_units_of_one_quantity_convert(
    value: float, unit: str, to: str, expected: float
) -> None:
    if to == "ratio/1":
        assert not convertible(unit, to)
    else:
        assert convert(value, unit, to=to) == expected


@pytest.mark.parametrize(
    ("unit", "to"), [("元", "%"), ("个", "家"), ("万元/人", "万元"), ("", "元")]
)
def test_units_of_different_quantities_do_not(unit: str, to: str) -> None:
    assert not convertible(unit, to)
    with pytest.raises(ValueError, match="→"):
        convert(1, unit, to=to)


@given(st.sampled_from(UNITS), st.sampled_from(UNITS), st.integers(1, 10**6))
def test_there_and_back_is_where_it_began(
    here: tuple[str, str], there: tuple[str, str], value: int
) -> None:
    if here[0] == there[0]:
        away = convert(value, here[1], to=there[1])
        assert convert(away, there[1], to=here[1]) == pytest.approx(value, rel=1e-9)
