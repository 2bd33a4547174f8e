"""List numbers in the styles of Word and of web pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenghua_analysis.documents.formats.numerals import marked, numeral


@pytest.mark.parametrize(
    ("number", "style", "written"),
    [
        (1, "chineseCounting", "一"),
        (10, "chineseCounting", "十"),
        (19, "chineseCountingThousand", "十九"),
        (30, "chineseCounting", "三十"),
        (99, "chineseCounting", "九十九"),
        (20, "ideographDigital", "二〇"),
        (12, "chineseLegalSimplified", "拾贰"),
        (4, "upperRoman", "IV"),
        (27, "lowerLetter", "aa"),
        (20, "decimalEnclosedCircle", "⑳"),
        (21, "decimalEnclosedCircle", "㉑"),
        (36, "decimalEnclosedCircleChinese", "㊱"),
        (51, "decimalEnclosedCircle", "51"),
        (7, "decimalZero", "07"),
        (3, "ideographTraditional", "丙"),
        (5, "unheardOf", "5"),
        (-3, "chineseCounting", "-3"),
        (10**9, "lowerLetter", "1000000000"),
    ],
)
def test_a_number_is_written_as_its_style_says(
    number: int, style: str, written: str
) -> None:
    assert numeral(number, style) == written


@given(st.integers(1, 99), st.integers(1, 99))
def test_different_numbers_are_written_differently(one: int, other: int) -> None:
    for style in ("chineseCounting", "lowerRoman", "decimal", "chineseLegalSimplified"):
        same = numeral(one, style) == numeral(other, style)
        assert same == (one == other)


def test_a_mark_never_melts_into_a_number() -> None:
    assert marked("1.", "5万元") == "1、5万元"
    assert marked("1）", "5万元") == "1）5万元"
    assert marked("", "5万元") == "5万元"
