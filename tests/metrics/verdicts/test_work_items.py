"""A year against its target, and work items against their quarters."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenghua_analysis.metrics.schedule import composite_ratio
from fenghua_analysis.metrics.verdicts import annual_performance, work_item_ratio
from tests.metrics.agreement import assert_agree
from tests.shared import shared


@pytest.fixture(scope="module")
def cases():
    path = shared("validation/V7_worked_examples/cases.csv")
    return pd.read_csv(path).set_index("id")


def percent(cases, case):
    """Published percentage as a fraction, and half a unit of its last digit."""
    text = cases.loc[case, "expected"].rstrip("%")
    return pytest.approx(float(text) / 100, abs=float(cases.loc[case, "tol"]) / 100)


@pytest.mark.parametrize(
    ("case", "entries", "targets", "kind"),
    [
        ("imihigo-1", [5000, 8000, 12000], [0, 0, 0, 18713], "cumulative"),
        ("imihigo-2a", [20, 40, 60], [60], "percentage"),
        ("imihigo-2b", [70, 85, 100], [100], "percentage"),
        ("imihigo-3a", [150000], [25122, 167762], "cumulative"),
        ("imihigo-3b", [6000], [2350, 5900], "cumulative"),
        ("imihigo-4", [9, 8, 7], [8], "decreasing"),
    ],
)
def test_published_work_items(cases, case, entries, targets, kind):
    assert work_item_ratio(entries, targets, kind=kind).ratio == percent(cases, case)


def test_the_published_composite(cases):
    parts = [
        work_item_ratio([150000], [25122, 167762], kind="cumulative").capped,
        work_item_ratio([6000], [2350, 5900], kind="cumulative").capped,
    ]
    # The publisher rounds the parts first: 77.8 % and 72.7 %.
    assert composite_ratio(np.round(parts, 3)) == percent(cases, "imihigo-3")


def test_published_shares_of_a_target_met(cases):
    up = annual_performance(150, 200, direction="higher", base=0)
    assert up.attainment == up.level_ratio == percent(cases, "iptt-1")
    down = annual_performance(80, 60, direction="lower", base=100)
    assert down.attainment == percent(cases, "iptt-2")


def test_a_quarter_without_a_plan_is_neither_none_nor_all():
    for kind in ("cumulative", "percentage"):
        found = work_item_ratio([5], [0], kind=kind)
        assert found.reason == "nothing_planned"
        assert np.isnan([found.ratio, found.capped, found.latest_ratio]).all()


def test_a_plan_that_is_outdone_is_capped_for_composites_only():
    found = work_item_ratio([30], [10, 10], kind="cumulative")
    assert (found.ratio, found.capped) == (1.5, 1)
    gone = work_item_ratio([4, 0], [2], kind="decreasing")
    assert (gone.ratio, gone.latest_ratio) == (0.5, np.inf)


@pytest.mark.parametrize(
    ("entries", "targets", "kind", "message"),
    [
        ([1], [1], "yearly", "kind must be 'cumulative' or .*: yearly"),
        ([], [1], "cumulative", "entries must be a list of numbers"),
        ([1], [np.nan], "cumulative", "targets must not be missing"),
        ([-1], [1], "cumulative", "entries must not be negative: -1"),
    ],
)
def test_items_that_are_none_are_refused(entries, targets, kind, message):
    with pytest.raises(ValueError, match=message):
        work_item_ratio(entries, targets, kind=kind)


def test_a_year_by_hand():
    # From 40 to 50 with 48: eight of ten, and 48/50.
    found = annual_performance(48, 50, direction="higher", base=40)
    assert (found.met, found.attainment, found.level_ratio) == (False, 0.8, 0.96)
    assert found.capped == 0.8


@pytest.mark.parametrize(
    ("value", "given", "attainment", "level_ratio", "capped"),
    [
        (60, {"base": 40}, 2, 1.2, 1),
        (30, {"base": 40}, -1, 0.6, 0),
        (48, {}, np.nan, 0.96, 0.96),
        (48, {"base": 50}, np.nan, 0.96, 0.96),
        (48, {"base": 55}, np.nan, 0.96, 0.96),
        (np.nan, {"base": 40}, np.nan, np.nan, np.nan),
        (-5, {"base": 40}, -4.5, np.nan, 0),
        (-5, {}, np.nan, np.nan, np.nan),
    ],
)
def test_a_year_at_its_edges(value, given, attainment, level_ratio, capped):
    found = annual_performance(value, 50, direction="higher", **given)
    expected = attainment, level_ratio, capped
    got = found.attainment, found.level_ratio, found.capped
    np.testing.assert_allclose(got, expected)


def test_zero_cannot_divide_but_can_be_met():
    found = annual_performance(0, 0, direction="lower")
    assert (found.met, found.capped) == (True, 1)
    assert np.isnan(found.level_ratio)


levels = st.sampled_from([-3.0, 0.0, 40.0, 50.0, 80.0, float("nan")])
rows = st.tuples(levels, levels, levels, st.sampled_from(["higher", "lower"]))


@given(st.lists(rows, min_size=1, max_size=20))
def test_an_array_gives_what_its_rows_give(cases):
    names = ["value", "target", "base", "direction"]
    columns = map(list, zip(*cases, strict=True))
    found = annual_performance(**dict(zip(names, columns, strict=True)))
    for position, case in enumerate(cases):
        single = annual_performance(**dict(zip(names, case, strict=True)))
        for name, value in vars(single).items():
            assert_agree(getattr(found, name)[position].item(), value)
