"""Growth-ratio rule: published results, thresholds, cases without a verdict."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenghua_analysis.metrics.verdicts import growth_ratio_verdict
from tests.metrics.agreement import assert_agree
from tests.shared import shared

YEARS = {"base_year": 2015, "latest_year": 2020}
HIGHER = YEARS | {"direction": "higher"}


@pytest.fixture(scope="module")
def series():
    return pd.read_csv(shared("validation/V1_statcan_cif/series.csv"))


def arguments(rows):
    way = rows["direction"]
    direction = np.where(way == 1, "higher", "lower")
    given = {
        "base_year": rows["base_year"],
        "latest_year": rows["current_year"],
        "direction": direction if direction.ndim else direction.item(),
    }
    return given | {name: rows[name] for name in ("target", "target_year", "limit")}


def assert_published(verdict, rows):
    np.testing.assert_array_equal(verdict.status, rows["pub_status"])
    for found, published in (
        (verdict.pace, rows["pub_progress_value"]),
        (verdict.score, rows["pub_score"]),
    ):
        np.testing.assert_allclose(found, published, rtol=0, atol=1e-6)


def test_all_published_canadian_series_as_arrays(series):
    values = series["base_value"], series["current_value"]
    assert_published(growth_ratio_verdict(*values, **arguments(series)), series)
    assert len(series) == 132


def test_all_published_canadian_series_one_by_one(series):
    for _, row in series.iterrows():
        values = row["base_value"], row["current_value"]
        assert_published(growth_ratio_verdict(*values, **arguments(row)), row)


def test_observed_over_required_growth_by_hand():
    # 100 → 110.25 in two years is 5 % a year; 100 → 121 in two is 10 %: half the pace.
    verdict = growth_ratio_verdict(
        100,
        110.25,
        base_year=2020,
        latest_year=2022,
        direction="higher",
        target=121,
        target_year=2022,
    )
    assert verdict.observed_rate == pytest.approx(0.05)
    assert verdict.required_rate == pytest.approx(0.10)
    assert verdict.pace == pytest.approx(0.5)
    assert verdict.status == "limited_progress"
    # 4.1667 · 0.5 − 2.5
    assert verdict.score == pytest.approx(-0.41665)
    assert verdict.reason == ""


@pytest.mark.parametrize(
    ("pace", "status", "score"),
    [
        (1.5, "substantial_progress", 5),
        (0.95, "substantial_progress", 7.1429 * 0.95 - 4.2857),
        (0.94, "moderate_progress", 7.1429 * 0.94 - 4.2857),
        (0.60, "moderate_progress", 7.1429 * 0.60 - 4.2857),
        (0.59, "limited_progress", 4.1667 * 0.59 - 2.5),
        (0.0, "limited_progress", -2.5),
        (-0.01, "deterioration", 4.1667 * -0.01 - 2.5),
        (-2.0, "deterioration", -5),
    ],
)
def test_cut_offs_with_a_target(pace, status, score):
    # One year of growth, against 10 % a year over two.
    verdict = growth_ratio_verdict(
        1000,
        1000 * (1 + 0.1 * pace),
        base_year=2020,
        latest_year=2021,
        direction="higher",
        target=1210,
        target_year=2022,
    )
    assert verdict.status == status
    assert verdict.score == pytest.approx(score)


@pytest.mark.parametrize(
    ("growth", "status", "score"),
    [
        (0.020, "substantial_progress", 5),
        (0.015, "substantial_progress", 2.5),
        (0.010, "moderate_progress", 1.25),
        (0.005, "moderate_progress", 0),
        (0.004, "limited_progress", -0.5),
        (0.0, "limited_progress", -2.5),
        (-0.01, "deterioration", -3.75),
        (-0.5, "deterioration", -5),
    ],
)
@pytest.mark.parametrize("direction", ["higher", "lower"])
def test_cut_offs_without_a_target(growth, status, score, direction):
    latest = 1000 * (1 + growth * (1 if direction == "higher" else -1))
    years = {"base_year": 2020, "latest_year": 2021}
    verdict = growth_ratio_verdict(1000, latest, direction=direction, **years)
    assert verdict.status == status
    assert verdict.score == pytest.approx(score)
    assert np.isnan(verdict.required_rate)


@pytest.mark.parametrize(
    ("base", "limit", "factor"),
    [
        (50, 100, 1 - 0.5**4.44),
        (100, 100, 0),
        (150, 100, 1 - 0.5**4.44),
        (200, 100, 1),
        (500, 100, 1),
        (50, None, 1),
        (50, 0, 1),
        (-50, -100, 1 - 0.5**4.44),
    ],
)
def test_cut_offs_shrink_near_a_natural_limit(base, limit, factor):
    verdict = growth_ratio_verdict(base, base, limit=limit, **HIGHER)
    assert verdict.limit_factor == pytest.approx(factor)


def test_staying_at_the_limit_is_full_marks():
    verdict = growth_ratio_verdict(100, 100, limit=100, **HIGHER)
    assert (verdict.status, verdict.score) == ("substantial_progress", 5)


def test_falling_back_from_the_limit_is_not():
    verdict = growth_ratio_verdict(100, 99, limit=100, **HIGHER)
    assert verdict.status == "deterioration"


def test_a_limit_is_ignored_beside_a_target():
    target = {"target": 80, "target_year": 2025}
    verdict = growth_ratio_verdict(60, 70, limit=100, **target, **HIGHER)
    assert verdict == growth_ratio_verdict(60, 70, **target, **HIGHER)


def test_a_shrinking_debt_is_growth_in_the_right_direction():
    # −100 → −80: the size falls by 20 %; with s = −1 that is progress upwards.
    verdict = growth_ratio_verdict(
        -100, -80, base_year=2020, latest_year=2021, direction="higher"
    )
    assert verdict.pace == pytest.approx(0.2)
    assert verdict.status == "substantial_progress"


def test_a_target_met_is_achieved_whatever_the_growth():
    target = {"target": 100, "target_year": 2030}
    one_year = {"base_year": 2020, "latest_year": 2020}
    for base, years in ((150, YEARS), (0, YEARS), (np.nan, YEARS), (110, one_year)):
        verdict = growth_ratio_verdict(base, 110, direction="higher", **target, **years)
        assert (verdict.status, verdict.score) == ("target_achieved", 5)


@pytest.mark.parametrize(
    ("base", "latest", "given", "reason"),
    [
        (np.nan, 1, {}, "missing"),
        (1, np.nan, {"target": 2, "target_year": 2030}, "missing"),
        (1, 1, {"latest_year": 2015}, "too_few_points"),
        (0, 5, {}, "zero_base"),
        (0, 5, {"target": 9, "target_year": 2030}, "zero_base"),
        (-1, 1, {}, "sign_change"),
        (1, -1, {}, "sign_change"),
        (1, 2, {"target": 0, "target_year": 2030, "direction": "lower"}, "zero_target"),
        (-2, -1, {"target": 3, "target_year": 2030}, "sign_change"),
        (5, 4, {"target": 5, "target_year": 2030}, "target_is_base"),
        (5, 6, {"target": 9, "target_year": 2015}, "no_time_left"),
    ],
)
def test_what_cannot_be_judged_says_why(base, latest, given, reason):
    verdict = growth_ratio_verdict(base, latest, **(HIGHER | given))
    assert (verdict.status, verdict.reason) == ("not_available", reason)
    assert np.isnan(verdict.pace)
    assert np.isnan(verdict.score)


def test_a_latest_value_of_zero_is_valid():
    verdict = growth_ratio_verdict(10, 0, **(HIGHER | {"direction": "lower"}))
    assert verdict.observed_rate == -1
    assert verdict.status == "substantial_progress"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"direction": "up"}, "direction must be 'higher' or 'lower': up"),
        ({"target": 5}, "target_year must be given with a target: 5"),
        ({"latest_year": 2014}, "latest_year must not be before base_year: 2014"),
        ({"target": np.inf, "target_year": 2030}, "target must be finite: inf"),
    ],
)
def test_what_contradicts_itself_is_refused(given, message):
    with pytest.raises(ValueError, match=message):
        growth_ratio_verdict(1, 2, **(HIGHER | given))


rows = st.tuples(
    st.sampled_from([-3.0, 0.0, 1.0, 50.0, 99.0, float("nan")]),
    st.sampled_from([-3.0, 0.0, 1.0, 55.0, 99.0, float("nan")]),
    st.sampled_from([2015, 2020]),
    st.sampled_from(["higher", "lower"]),
    st.sampled_from([0.0, 1.0, 60.0, float("nan")]),
    st.sampled_from([100.0, float("nan")]),
)


@given(st.lists(rows, min_size=1, max_size=20))
def test_an_array_gives_what_its_rows_give(cases):
    names = ["base_value", "latest_value", "base_year", "direction", "target", "limit"]
    fixed = {"latest_year": 2020, "target_year": 2030}
    columns = map(list, zip(*cases, strict=True))
    found = growth_ratio_verdict(**dict(zip(names, columns, strict=True)), **fixed)
    for position, case in enumerate(cases):
        single = growth_ratio_verdict(**dict(zip(names, case, strict=True)), **fixed)
        for name, value in vars(single).items():
            array = getattr(found, name)
            assert array.shape == (len(cases),)
            assert_agree(array[position].item(), value)
            assert isinstance(value, str | float)


@given(st.floats(1, 1e6), st.floats(1, 1e6), st.floats(1, 1e6), st.floats(0.01, 100))
def test_pace_ignores_the_unit(base, latest, target, scale):
    given = HIGHER | {"target_year": 2030}
    found = growth_ratio_verdict(base, latest, target=target, **given)
    scaled = growth_ratio_verdict(
        base * scale, latest * scale, target=target * scale, **given
    )
    if abs(np.log(target / base)) > 1e-3:
        assert scaled.pace == pytest.approx(found.pace, rel=1e-6, abs=1e-9)


def test_a_target_a_hairs_breadth_from_the_base_asks_no_growth():
    """Once 0/0: the growth to 1.0000000000000002 vanishes in the seventh root."""
    verdict = growth_ratio_verdict(
        1.0,
        1.0,
        base_year=2015,
        latest_year=2022,
        direction="higher",
        target=1.0000000000000002,
        target_year=2030,
    )
    assert (verdict.status, verdict.reason) == ("target_achieved", "target_is_base")
