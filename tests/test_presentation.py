"""Numbers in words: no decimal invented, no unit lost, and each still knows itself."""

import pytest

from fenghua_analysis.presentation import (
    against_time,
    as_result,
    comparison,
    decimals_of,
    difference,
    difference_of,
    number,
    percent,
    period,
    points,
    quantity,
    ratio,
    with_nature,
    with_unit,
    yearly_step,
)
from fenghua_analysis.registry import Indicator
from fenghua_analysis.wording import speaking

SHARE = Indicator("s", "占比", "Share", "%", "higher", "a", scale="share", decimals=1)
INDEX = Indicator("r", "倍差", "Ratio", "ratio", "lower", "a", decimals=3)


@pytest.mark.parametrize(
    ("value", "shown"),
    [(2.37, "2.37"), (1.94, "1.94"), (2.054, "2.054"), (1.68597621298, "1.686")],
)
def test_a_ratio_has_the_decimals_that_were_printed_and_at_most_three(value, shown):
    assert ratio(value) == quantity(value, INDEX) == shown


def test_a_difference_of_ratios_is_no_finer_than_the_coarser():
    """1.96 is printed to two places: 1.96 − 1.8642 is 0.10, not 0.096."""
    assert difference_of(1.96, 1.86415) == "0.10"
    assert difference_of(None, 1.86415) == "—"


@pytest.mark.parametrize(("value", "places"), [(0.009, 3), (9e-5, 5), (1e15, 0)])
def test_decimals_are_counted_in_small_and_large_numbers(value, places):
    assert decimals_of(value) == places


def test_small_yearly_steps_stay_apart():
    assert yearly_step(-0.015, INDEX) == "−0.015"
    assert yearly_step(-0.0186, INDEX) == "−0.019"


def test_a_step_and_a_difference_of_a_share_are_percentage_points():
    assert yearly_step(3.5833, SHARE) == "+3.6个百分点"
    assert difference(2.5, SHARE) == "2.5个百分点"
    with speaking("en"):
        assert yearly_step(3.5833, SHARE) == "+3.6 pp"


def test_a_lead_too_small_to_be_shown_is_none():
    assert against_time(0.0001) == against_time(-0.0001) == "与序时进度持平"
    assert against_time(0.0006) == "快于序时进度0.1个百分点"


def test_a_result_is_the_same_number_in_both_languages():
    chinese = as_result(with_unit(22.47, "亿元"))
    with speaking("en"):
        english = as_result(with_unit(22.47, "亿元"))
    assert (chinese["value"], chinese["unit"]) == (22.47, "亿元")
    assert (english["value"], english["unit"]) == (22.47, "亿元")
    assert (chinese["text"], english["text"]) == ("22.47亿元", "2.247 billion yuan")


def test_words_around_a_number_do_not_change_it():
    shown = comparison("ge", percent(0.86, 0))
    assert (shown, shown.value, shown.unit) == ("≥86%", 86, "%")
    assert as_result(with_nature(number(54_451.0), "estimated")) == {
        "value": 54_451.0,
        "unit": "",
        "text": "54,451（估计）",
    }
    assert as_result(against_time(0.0595))["value"] == 5.95


@pytest.mark.parametrize("missing", [number(None), percent(float("nan")), points(None)])
def test_a_missing_number_is_null(missing):
    assert as_result(missing) == {"value": None, "unit": missing.unit, "text": "—"}


def test_names_stay_names():
    assert as_result("宁波市") == "宁波市"


@pytest.mark.parametrize(
    ("code", "zh", "en"),
    [
        ("2022", "2022年", "2022"),
        ("2021-H1", "2021年上半年", "H1 2021"),
        ("2020-Q1Q3", "2020年前三季度", "Q1–Q3 2020"),
        ("2023-12", "2023年末", "end of 2023"),
        ("2020-11", "2020年11月", "Nov 2020"),
        ("2018/2025", "2018—2025年", "2018–2025"),
    ],
)
def test_a_period_is_spoken(code, zh, en):
    assert period(code) == zh
    with speaking("en"):
        assert period(code) == en
