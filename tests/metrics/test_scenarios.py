"""Courses to the target year: by hand, without ground, and against each other."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenghua_analysis.metrics.scenarios import SCENARIOS, scenarios, yearly_change

UP = {"target": 130, "target_year": 2024, "direction": "higher", "form": "step"}


def ends(rows, year=2024):
    return {row.scenario: row.value for row in rows if row.year == year}


def changes(rows):
    return {row.scenario: row.change for row in rows}


def test_every_course_by_hand():
    # 100 → 110 in two years is 5 a year; 20 to go in three.
    rows = scenarios(
        [2019, 2020, 2021],
        [100, np.nan, 110],
        peer_changes=[2, 3, 8, np.nan],
        own_change=10,
        **UP,
    )
    assert list(dict.fromkeys(row.scenario for row in rows)) == list(SCENARIOS)
    assert ends(rows) == pytest.approx(
        {
            "business_as_usual": 125,
            "required": 130,
            "peer_best": 134,
            "peer_median": 119,
            "halt_decline": 125,
            "own_change": 140,
        }
    )
    own = [(row.year, row.value, row.reached) for row in rows[-4:]]
    assert own == [
        (2021, 110, False),
        (2022, 120, False),
        (2023, 130, True),
        (2024, 140, True),
    ]


def test_rates_compound():
    rows = scenarios(
        [2020, 2021], [100, 110], **(UP | {"form": "rate", "target": 146.41})
    )
    assert ends(rows)["business_as_usual"] == pytest.approx(110 * 1.1**3)
    assert changes(rows)["required"] == pytest.approx(0.1)
    assert [row.reached for row in rows if row.year == 2024] == [True] * 3


def test_where_less_is_better_the_best_peer_falls_most():
    rows = scenarios(
        [2020, 2021],
        [1.70, 1.72],
        target=1.67,
        target_year=2025,
        direction="lower",
        form="step",
        peer_changes=[-0.03, -0.01, 0.02],
    )
    found = changes(rows)
    assert found["peer_best"] == -0.03
    assert found["peer_median"] == -0.01
    assert found["required"] == pytest.approx(-0.05 / 4)
    # It has been rising: halting it is the least that one may ask.
    assert found["business_as_usual"] == pytest.approx(0.02)
    assert found["halt_decline"] == 0


def test_a_target_that_is_met_requires_no_change():
    rows = scenarios([2020, 2021], [120, 130], **UP)
    assert changes(rows)["required"] == 0
    assert all(row.reached for row in rows if row.scenario == "required")


def test_a_course_without_its_ground_has_no_row():
    rows = scenarios([2021], [100], **UP)
    assert set(changes(rows)) == {"required"}
    assert set(changes(scenarios([2021], [100], own_change=1, **UP))) == {
        "required",
        "own_change",
    }


def test_a_share_stops_at_its_limit():
    rows = scenarios([2020, 2021], [80, 95], limits=(0, 100), **(UP | {"target": 100}))
    assert ends(rows)["business_as_usual"] == 100


def test_the_mean_change_of_the_latest_six():
    values = [0, 10, 11, 12, 13, 14, 15]
    assert yearly_change(range(2015, 2022), values, form="step") == 1
    assert np.isnan(yearly_change([2021], [5], form="step"))
    assert np.isnan(yearly_change([], [], form="rate"))


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"form": "linear"}, "form must be 'rate' or 'step': linear"),
        ({"direction": "up"}, "direction must be"),
        ({"target_year": 2021}, "target_year must be after the latest figure: 2021"),
        (
            {"form": "rate", "target": 0, "direction": "lower"},
            "target must be positive: 0",
        ),
        ({"form": "rate", "own_change": -1}, "rate must be above -1: -1"),
    ],
)
def test_what_contradicts_itself_is_refused(given, message):
    asked = UP | {"direction": "higher", "target": 130} | given
    with pytest.raises(ValueError, match=message):
        scenarios([2020, 2021], [100, 110], **asked)


def test_series_that_are_none_are_refused():
    with pytest.raises(ValueError, match="values must hold a figure"):
        scenarios([2021], [np.nan], **UP)
    with pytest.raises(ValueError, match=r"values must be .* one a year"):
        scenarios([2021], [1, 2], **UP)
    with pytest.raises(ValueError, match="years must rise"):
        scenarios([2021, 2020], [1, 2], **UP)
    with pytest.raises(ValueError, match="base must be positive: 0"):
        scenarios([2020, 2021], [0, 2], **(UP | {"form": "rate"}))


@given(
    st.lists(st.floats(1, 1e4), min_size=2, max_size=8),
    st.floats(1, 1e4),
    st.sampled_from(["higher", "lower"]),
    st.sampled_from(["rate", "step"]),
    st.integers(1, 10),
)
def test_the_required_course_arrives_and_halting_is_never_worse(
    values, target, direction, form, ahead
):
    years = range(2010, 2010 + len(values))
    asked = {"target": target, "direction": direction, "form": form}
    end = years[-1] + ahead
    rows = scenarios(years, values, target_year=end, **asked)
    arrived = [r for r in rows if r.scenario == "required" and r.year == end]
    assert arrived[0].reached
    way = 1 if direction == "higher" else -1
    last = ends(rows, end)
    assert way * last["halt_decline"] >= way * last["business_as_usual"]
