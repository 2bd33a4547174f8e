"""UN progress-chart rule: published results, thresholds, exceptions, refusals."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenghua_analysis.metrics.verdicts import un_progress_verdict
from tests.metrics.agreement import assert_agree
from tests.shared import shared

HIGHER = {"base_year": 2015, "latest_year": 2020, "direction": "higher"}
TARGET = {"target": 100, "target_year": 2030}


@pytest.fixture(scope="module")
def cases():
    return pd.read_csv(shared("validation/V5_un_progress_eustat/cases.csv"))


def judged(cases):
    # Within one point of a target of 0 or 100 % counts as met; relative targets do not.
    percent = (cases["target_kind"] == "absolute") & cases["target"].isin([0, 100])
    return un_progress_verdict(
        cases["base_value"],
        cases["current_value"],
        base_year=cases["base_year"],
        latest_year=cases["current_year"],
        direction=np.where(cases["direction"] == "up", "higher", "lower"),
        target=cases["target"],
        target_year=cases["target_year"],
        margin=np.where(percent, 1, 0),
    )


def test_all_published_basque_indicators_that_follow_the_rule(cases):
    found = judged(cases).score
    rows = cases["replicates"]
    np.testing.assert_array_equal(found[rows], cases.loc[rows, "pub_score"])
    assert rows.sum() == 48


def test_published_labels_by_expert_judgement_stay_other_than_the_rule(cases):
    """Of 15 labels set by judgement or from another base year, the rule gives one."""
    agree = judged(cases).score == cases["pub_score"]
    assert agree[~cases["replicates"]].sum() == 1


def test_share_of_the_way_by_hand():
    # 100 → 110 in one year; one more at 10 % gives 121: 21 of the 42 to 142, a half.
    verdict = un_progress_verdict(
        100,
        110,
        base_year=2020,
        latest_year=2021,
        direction="higher",
        target=142,
        target_year=2022,
    )
    assert verdict.extrapolated_value == pytest.approx(121)
    assert verdict.share == pytest.approx(0.5)
    assert (verdict.status, verdict.score) == ("fair_progress", 2)


@pytest.mark.parametrize(
    ("share", "score"), [(1.2, 3), (0.95, 3), (0.94, 2), (0.10, 2), (0.09, 1), (-1, 1)]
)
def test_cut_offs_with_a_target(share, score):
    # One year on, the target year itself next: extrapolated is latest² / base.
    extrapolated = 100 + 100 * share
    latest = np.sqrt(100 * max(extrapolated, 0))
    verdict = un_progress_verdict(
        100,
        latest,
        base_year=2020,
        latest_year=2021,
        direction="higher",
        target=200,
        target_year=2022,
    )
    assert verdict.score == score


@pytest.mark.parametrize("direction", ["higher", "lower"])
@pytest.mark.parametrize(
    ("growth", "score"),
    [(0.03, 3), (0.02, 3), (0.019, 2), (0.005, 2), (0.004, 1), (0, 1), (-0.1, 1)],
)
def test_cut_offs_without_a_target(growth, score, direction):
    latest = 1000 * (1 + growth * (1 if direction == "higher" else -1))
    years = {"base_year": 2020, "latest_year": 2021}
    verdict = un_progress_verdict(1000, latest, direction=direction, **years)
    assert verdict.score == score
    assert np.isnan(verdict.share)


def test_a_target_met_is_class_3_whatever_the_trend():
    verdict = un_progress_verdict(150, 101, **HIGHER, **TARGET)
    assert (verdict.status, verdict.score) == ("on_track_or_met", 3)


def test_the_margin_counts_as_met_and_is_nought_unless_given():
    assert un_progress_verdict(99.4, 99.3, **HIGHER, **TARGET).score == 1
    assert un_progress_verdict(99.4, 99.3, margin=1, **HIGHER, **TARGET).score == 3
    assert un_progress_verdict(99.4, 98.9, margin=1, **HIGHER, **TARGET).score == 1


def test_leaving_a_target_that_the_base_met_is_regression():
    """The quotient alone would praise it: (70 − 110) / (100 − 110) = 4."""
    verdict = un_progress_verdict(110, 90, **HIGHER, **TARGET)
    assert (verdict.status, verdict.score) == ("stagnation_or_regression", 1)
    assert un_progress_verdict(100, 90, **HIGHER, **TARGET).score == 1


@pytest.mark.parametrize(
    ("base", "latest", "given", "reason"),
    [
        (np.nan, 5, {}, "missing"),
        (5, np.nan, TARGET, "missing"),
        (5, 5, {"latest_year": 2015}, "too_few_points"),
        (0, 5, TARGET, "not_positive"),
        (-2, -1, {}, "not_positive"),
        (2, -1, {}, "not_positive"),
        (50, 60, {"target": 100, "target_year": 2019}, "after_target_year"),
    ],
)
def test_what_cannot_be_assessed_says_why(base, latest, given, reason):
    verdict = un_progress_verdict(base, latest, **(HIGHER | given))
    assert (verdict.status, verdict.reason) == ("not_assessed", reason)
    assert np.isnan(verdict.score)


def test_a_value_fallen_to_zero_stays_there():
    lower = HIGHER | {"direction": "lower", "target": -1, "target_year": 2030}
    verdict = un_progress_verdict(10, 0, **lower)
    assert verdict.extrapolated_value == 0
    assert verdict.share == pytest.approx(10 / 11)


def test_growth_beyond_all_numbers_is_on_track_without_a_warning():
    given = HIGHER | {"base_year": 2019, "target": 1e12, "target_year": 2040}
    assert un_progress_verdict(1e-9, 1e9, **given).score == 3


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"direction": "down"}, "direction must be 'higher' or 'lower': down"),
        ({"target": 5}, "target_year must be given with a target: 5"),
        ({"margin": -1}, "margin must not be negative: -1"),
        ({"latest_year": 2014}, "latest_year must not be before base_year: 2014"),
    ],
)
def test_what_contradicts_itself_is_refused(given, message):
    with pytest.raises(ValueError, match=message):
        un_progress_verdict(1, 2, **(HIGHER | given))


levels = st.sampled_from([-3.0, 0.0, 1.0, 50.0, 99.5, 120.0, float("nan")])
rows = st.tuples(
    *(levels, levels, st.sampled_from(["higher", "lower"])),
    *(st.sampled_from([0.0, 60.0, 100.0, float("nan")]), st.sampled_from([0.0, 1.0])),
)


@given(st.lists(rows, min_size=1, max_size=20))
def test_an_array_gives_what_its_rows_give(cases):
    names = ["base_value", "latest_value", "direction", "target", "margin"]
    fixed = {"base_year": 2015, "latest_year": 2020, "target_year": 2030}
    columns = map(list, zip(*cases, strict=True))
    found = un_progress_verdict(**dict(zip(names, columns, strict=True)), **fixed)
    for position, case in enumerate(cases):
        single = un_progress_verdict(**dict(zip(names, case, strict=True)), **fixed)
        for name, value in vars(single).items():
            assert_agree(getattr(found, name)[position].item(), value)
