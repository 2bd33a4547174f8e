"""Inputs are refused by name, place and number; nothing is repaired."""

import numpy as np
import pandas as pd
import pytest

from fenghua_analysis.metrics import inputs


def test_a_text_in_a_number_column_is_refused():
    with pytest.raises(ValueError, match=r"value must be numbers, not text: '56000'"):
        inputs.numbers("value", "56000")


def test_an_infinite_number_is_refused_with_its_place():
    message = r"value must be finite: inf at position 1, 1 of 3"
    with pytest.raises(ValueError, match=message):
        inputs.numbers("value", [1.0, np.inf, 2.0])


def test_none_in_a_list_is_a_missing_number():
    assert np.isnan(inputs.numbers("value", [1.0, None])).tolist() == [False, True]


def test_none_alone_stands_for_all_missing():
    assert np.isnan(inputs.optional("target", None))


@pytest.mark.parametrize("wrong", [0.0, -3.0])
def test_positive_refuses_zero_and_negative_numbers(wrong):
    with pytest.raises(ValueError, match=f"mean must be positive: {wrong:g}"):
        inputs.positive("mean", wrong)


def test_positive_lets_a_missing_number_pass():
    assert np.isnan(inputs.positive("mean", np.nan))


def test_not_negative_takes_zero_and_refuses_less():
    assert inputs.not_negative("done", 0) == 0
    with pytest.raises(ValueError, match="done must not be negative: -1"):
        inputs.not_negative("done", -1)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ([], "values must be a list of numbers, not of shape"),
        (3.0, "values must be a list of numbers, not of shape"),
        ([[1.0]], "values must be a list of numbers, not of shape"),
        ([1.0, np.nan], "values must not be missing: nan at position 1, 1 of 2"),
        ([1.0, -1.0], "values must not be negative: -1 at position 1"),
    ],
)
def test_a_distribution_must_be_complete(values, message):
    with pytest.raises(ValueError, match=message):
        inputs.complete("values", values)


def test_a_wrong_direction_is_refused_and_both_words_are_named():
    message = r"direction must be 'higher' or 'lower': up at position 1, 1 of 2"
    with pytest.raises(ValueError, match=message):
        inputs.sign(["higher", "up"])


def test_directions_may_be_a_column_of_a_table():
    column = pd.Series(["higher", "lower"], dtype="str")
    assert inputs.sign(column).tolist() == [1.0, -1.0]


def test_numbers_are_equal_when_only_binary_fractions_tell_them_apart():
    assert inputs.reaches(0.3, 0.1 + 0.2)
    assert inputs.difference(0.1 + 0.2, 0.3) == 0
    assert not inputs.reaches(0.2999, 0.3)


def test_a_missing_number_reaches_nothing():
    assert not inputs.reaches(np.nan, 1.0)
    assert not inputs.reaches(1.0, np.nan)
