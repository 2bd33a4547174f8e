"""Units: factors between those of one quantity, and refusal between others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenghua_analysis.presentation import with_unit
from fenghua_analysis.units import QUANTITIES, convert, convertible
from fenghua_analysis.wording import LANGUAGES, speaking

UNITS = [(q, unit) for q, units in QUANTITIES.items() for unit in units]


@pytest.mark.parametrize(
    ("value", "unit", "to", "expected"),
    [
        (1.4, "万元", "元", 14_000),
        (14_000, "元/年", "元", 14_000),
        (0.55, "万人", "人", 5_500),
        (78.8, "%", "ratio", 0.788),
        (24.5, "万元/人", "元/人", 245_000),
        (1.5, "万亩", "公顷", 1_000),
        (2, "万平方米", "平方米", 20_000),
        (3, "千米", "公里", 3),
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


@pytest.mark.parametrize(("quantity", "unit"), UNITS)
def test_every_unit_has_its_words_in_both_languages(quantity: str, unit: str) -> None:
    for lang in LANGUAGES:
        with speaking(lang):
            assert with_unit(1.5, unit).startswith(("1.5", "15", "1,5", "150"))


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (1.5, "千米", "1,500 m"),
        (2.0, "千瓦", "2 kW"),
        (1.4, "万亿元", "1,400 billion yuan"),
        (3.0, "万亩", "30,000 mu"),
    ],
)
def test_a_sign_of_ten_thousand_is_written_out(value, unit, words) -> None:
    with speaking("en"):
        assert with_unit(value, unit) == words


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
