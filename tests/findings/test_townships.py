"""The lowest township: of all, of one year, over the official mean."""

import pandas as pd
import pytest

from fenghua_analysis.assessment import assess
from fenghua_analysis.derive import with_derived
from fenghua_analysis.findings import townships
from fenghua_analysis.parameters import Request
from fenghua_analysis.reasons import with_reasons
from tests.small_world import observations, registry

D, EAST, WEST = "330213", "330213001", "330213002"
TARGET = {"indicator": "lowest_township_ratio", "value": 0.8, "unit": ""}
INCOME = {"indicator": "income_all", "value": 56_000, "unit": "元"}


def _incomes(year, east, west, mean=None, status="published"):
    rows = [("income_all", EAST, year, east), ("income_all", WEST, year, west)]
    if mean:
        rows.append(("income_all", D, year, mean, status))
    return rows


def _found(*figures, **asked):
    return townships.newest_incomes(observations(*figures), registry(), D, **asked)


def _own(targets, *figures, as_of="2024-01-01"):
    reg = registry(targets)
    seen = with_derived(observations(*figures), reg)
    rows = assess(seen, reg, request=Request(as_of=as_of))
    return with_reasons(rows, reg, seen)


def test_the_ratio_is_income_over_mean_lowest_first():
    found = _found(*_incomes("2022", 60_000, 42_000, 56_000))
    assert list(found.rows.region) == [WEST, EAST]
    assert found.rows.ratio.iloc[0] == 0.75
    assert found.known and found.missing == ()


def test_an_estimated_mean_makes_every_ratio_estimated():
    found = _found(*_incomes("2022", 60_000, 42_000, 56_000, "estimated"))
    assert set(found.rows.status) == {"published"}
    assert set(found.rows.ratio_status) == {"estimated"}
    assert found.mean_status == "estimated"


def test_a_complete_year_beats_a_newer_incomplete_one():
    rows = [*_incomes("2021", 50_000, 40_000), ("income_all", EAST, "2022", 60_000)]
    assert _found(*rows).period == "2021"


def test_of_an_incomplete_year_the_missing_townships_are_named():
    found = _found(("income_all", EAST, "2022", 60_000))
    assert (found.period, found.known, found.missing) == ("2022", False, (WEST,))
    assert townships.dispersion(found).empty


def test_without_any_income_nothing_is_known():
    found = _found()
    assert (found.period, found.known) == ("", False)
    tiles = townships.on_map(found, registry(), D)
    assert list(tiles.region) == [EAST, WEST] and tiles.ratio.isna().all()


def test_a_region_without_townships_has_an_empty_map():
    found = townships.newest_incomes(observations(), registry(), WEST)
    assert townships.on_map(found, registry(), WEST).empty


def test_the_year_of_the_figure_judged_can_be_asked_for():
    rows = _incomes("2021", 50_000, 40_000) + _incomes("2022", 60_000, 42_000)
    assert _found(*rows).period == "2022"
    assert _found(*rows, period="2021").rows.value.iloc[0] == 40_000


def test_the_promise_brings_its_verdict_and_the_mean_of_its_own_plan_and_year():
    own = _own([TARGET, INCOME], *_incomes("2022", 60_000, 42_000, 56_000))
    promise = townships.promise(own)
    assert (promise.ratio, promise.mean, promise.judged_period) == (0.8, 56_000, "2022")
    assert promise.verdict == "未达到"


def test_two_years_of_one_promise_are_told_apart():
    """Catches the crash on an indicator that is promised for two years."""
    later = [TARGET | {"year": "2025", "value": 0.85}, INCOME | {"year": "2025"}]
    promise = townships.promise(_own([TARGET, INCOME, *later]))
    assert (promise.ratio, promise.verdict) == (0.85, "")


def test_incomes_of_an_earlier_year_do_not_make_a_target_missed():
    """The incomes of 2021 against a promise for 2022: not so far."""
    figures = _incomes("2021", 60_000, 42_000, 56_000)
    own = _own([TARGET, INCOME], *figures, as_of="2022-06-30")
    assert townships.promise(own).verdict == "尚未达到"


def test_townships_of_another_year_do_not_count():
    """Old Town ended in 2020: the year 2022 is complete without it."""
    small = registry()
    ended = small.regions.iloc[[-1]].assign(code="330213003", valid_to="2020")
    small.tables["regions"] = pd.concat([small.regions, ended], ignore_index=True)
    seen = observations(*_incomes("2022", 60_000, 42_000))
    assert townships.newest_incomes(seen, small, D).known
    assert small.townships(D, year="2020") == [EAST, WEST, "330213003"]


def test_weights_are_used_once_every_population_is_known():
    found = _found(*_incomes("2022", 60_000, 42_000))
    assert not townships.weighted(found)
    one_rich = found.rows.assign(population=[3.0, 1.0])
    heavy = townships.TownshipYear("2022", 1.0, "", one_rich, ())
    # unweighted: mean 51,000, Gini 9/102; weighted 3:1: mean 46,500, Gini
    # = Σ|xi − xj| wi wj / (2 μ) = 18,000 · 3/16 · 2 / (2 · 46,500) = 0.0726
    plain = townships.dispersion(found).set_index("measure").ratio
    weighted = townships.dispersion(heavy).set_index("measure").ratio
    assert plain.gini == pytest.approx(9_000 / 102_000)
    assert weighted.gini == pytest.approx(18_000 * 3 / 16 / 46_500)
