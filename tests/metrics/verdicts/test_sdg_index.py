"""SDG Index: published scores, goals, colours and index; the linter of thresholds."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenghua_analysis.metrics.verdicts import (
    goal_verdict,
    index_score,
    sdg_index_verdict,
    threshold_faults,
)
from tests.metrics.agreement import assert_agree
from tests.shared import shared

BOUNDS = {"worst": 0, "red": 20, "green": 60, "best": 100}
FOLDER = "validation/V2_sdgindex2018"


@pytest.fixture(scope="module")
def indicators():
    return pd.read_csv(shared(f"{FOLDER}/indicators.csv"))


@pytest.fixture(scope="module")
def judged(indicators):
    values = pd.read_csv(shared(f"{FOLDER}/values.csv"))
    rows = values.merge(indicators, on="ind")
    found = sdg_index_verdict(
        rows["raw"],
        worst=rows["worst_exact"],
        best=rows["best_exact"],
        red=rows["red"],
        green=rows["green"],
    )
    return rows.assign(score=found.score, rating=found.rating)


@pytest.fixture(scope="module")
def goals(judged, indicators):
    """Published goals beside ours; the indicators of a goal side by side."""
    published = pd.read_csv(shared(f"{FOLDER}/goals.csv"))
    wide = {
        name: judged.pivot(index=["id", "goal"], columns="ind", values=name)
        for name in ("score", "rating")
    }
    size = indicators.groupby("goal").size()
    found = goal_verdict(
        wide["score"],
        wide["rating"],
        indicators=wide["score"].index.get_level_values("goal").map(size),
    )
    ours = pd.DataFrame(
        {"score": found.score, "colour": found.colour}, index=wide["score"].index
    )
    return published.join(ours, on=["id", "goal"])


def test_all_published_scores(judged):
    # Three raw values stand without a published score.
    tested = judged[judged["pub_normalised"].notna()]
    np.testing.assert_allclose(
        tested["score"], tested["pub_normalised"], rtol=0, atol=1e-6
    )
    assert len(tested) == 2448


def test_all_published_goals(goals):
    tested = goals[goals["score_testable"]]
    np.testing.assert_allclose(tested["score"], tested["pub_score"], atol=1e-6)
    assert len(tested) == 479


def test_all_published_colours(goals):
    tested = goals[goals["dashboard_testable"]]
    published = tested["pub_dashboard"].replace("gray", "grey")
    np.testing.assert_array_equal(tested["colour"].fillna("grey"), published)
    assert len(tested) == 307


def test_the_published_index_of_all_countries():
    goals = pd.read_csv(shared(f"{FOLDER}/goals.csv"))
    index = pd.read_csv(shared(f"{FOLDER}/index.csv"))
    scores = goals.groupby("id")["pub_score"]
    for row in index.itertuples():
        found = index_score(scores.get_group(row.id))
        assert found == pytest.approx(row.pub_index, abs=1e-9)
    assert len(index) == 30


def test_the_linter_finds_both_bad_rows_and_no_other(indicators):
    faults = threshold_faults(
        indicators["worst_exact"],
        indicators["best_exact"],
        red=indicators["red"],
        green=indicators["green"],
    )
    found = {row: fault for row, fault in enumerate(faults) if fault}
    assert found == {46: "red_not_beyond_worst", 83: "red_not_beyond_worst"}


@pytest.mark.parametrize(
    ("value", "rating", "colour"),
    [
        (150, 3, "green"),
        (100, 3, "green"),
        (80, 2.5, "green"),
        (60, 2, "green"),
        (59, 1.975, "yellow"),
        (40, 1.5, "yellow"),
        (39, 1.475, "orange"),
        (20, 1, "orange"),
        (19, 0.95, "red"),
        (0, 0, "red"),
        (-5, 0, "red"),
    ],
)
def test_ratings_by_hand(value, rating, colour):
    found = sdg_index_verdict(value, **BOUNDS)
    assert found.score == min(max(value, 0), 100)
    assert (found.rating, found.colour) == (pytest.approx(rating), colour)
    # The mirror image, where less is better.
    turned = {name: -bound for name, bound in BOUNDS.items()}
    assert sdg_index_verdict(-value, **turned) == found


def test_a_best_bound_at_the_green_threshold_is_green_and_full():
    found = sdg_index_verdict([60, 59], **(BOUNDS | {"best": 60}))
    np.testing.assert_allclose(found.rating, [3, 1.975])


def test_what_is_missing_has_no_colour():
    found = sdg_index_verdict(np.nan, **BOUNDS)
    assert found.colour == "grey"
    assert np.isnan([found.score, found.rating]).all()
    bare = sdg_index_verdict(50, worst=0, best=100)
    assert (bare.score, bare.colour) == (50, "grey")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"best": 0}, "best must differ from worst: 0"),
        ({"worst": np.nan}, "worst and best must be given"),
        ({"red": np.inf}, "red must be finite"),
    ],
)
def test_bounds_that_bound_nothing_are_refused(given, message):
    with pytest.raises(ValueError, match=message):
        sdg_index_verdict(5, **(BOUNDS | given))


@pytest.mark.parametrize(
    ("ratings", "colour"),
    [
        ([2.5, 2.0, 3], "green"),
        ([3, 1.9, 3], "yellow"),
        ([1.6, 1.4, 3], "yellow"),
        ([0, 2.9, 2.8], "orange"),
        ([0.9, 1.0, 3], "orange"),
        ([0.9, 0.9, 3], "red"),
        ([0.5], "red"),
        ([2.0], "green"),
        ([2.1, np.nan], "green"),
        ([2.1, np.nan, np.nan], "grey"),
        ([np.nan], "grey"),
    ],
)
def test_the_two_worst_decide_the_colour_of_a_goal(ratings, colour):
    assert goal_verdict(np.array(ratings) * 20, ratings).colour == colour


def test_a_goal_by_hand():
    found = goal_verdict([90, 40, np.nan], [2.5, 0.4, np.nan], indicators=3)
    assert (found.score, found.rating, found.present) == (65, 1.45, 2)
    assert goal_verdict([90, 40], [2.5, 0.4], indicators=5).colour == "grey"
    assert np.isnan(goal_verdict([np.nan], [np.nan]).score)


def test_other_refusals():
    with pytest.raises(ValueError, match="ratings must be"):
        goal_verdict([1, 2], [1])
    with pytest.raises(ValueError, match="goals must not be missing"):
        index_score([1, np.nan])
    with pytest.raises(ValueError, match="goals must not be empty"):
        index_score([])


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({}, ""),
        ({"green": np.nan}, "missing"),
        ({"best": 0}, "best_is_worst"),
        ({"red": 0}, "red_not_beyond_worst"),
        ({"red": -1}, "red_not_beyond_worst"),
        ({"green": 20}, "green_not_beyond_red"),
        ({"green": 101}, "green_beyond_best"),
        ({"green": 100}, ""),
    ],
)
def test_faults_of_thresholds(given, fault):
    bounds = BOUNDS | given
    assert threshold_faults(bounds.pop("worst"), bounds.pop("best"), **bounds) == fault


@given(
    st.lists(st.floats(-1e6, 1e6), min_size=4, max_size=4, unique=True),
    st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=9),
    st.floats(0.01, 100),
)
def test_order_unit_and_array_do_not_matter(bounds, values, scale):
    names = ("worst", "red", "green", "best")
    given = dict(zip(names, sorted(bounds), strict=True))
    if np.diff(sorted(bounds)).min() < 1e-3:
        return
    found = sdg_index_verdict(sorted(values), **given)
    assert (np.diff(found.score) >= 0).all()
    assert (np.diff(found.rating) >= -1e-9).all()
    scaled = {name: bound * scale for name, bound in given.items()}
    again = sdg_index_verdict(np.array(sorted(values)) * scale, **scaled)
    np.testing.assert_allclose(again.score, found.score, rtol=1e-6, atol=1e-6)
    for position, value in enumerate(sorted(values)):
        single = sdg_index_verdict(value, **given)
        for name, ingredient in vars(single).items():
            assert_agree(getattr(found, name)[position].item(), ingredient)
