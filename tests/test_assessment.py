"""One row a target: the figure, the distances, the paces and the verdict, by hand."""

import numpy as np
import pandas as pd
import pytest

from fenghua_analysis.assessment import VERDICTS, assess, targets_of
from fenghua_analysis.parameters import Request
from tests.small_world import observations, registry

D, C = "330213", "330200"


def _assess(reg, obs, **asked):
    request = Request(**{"as_of": "2026-01-01"} | asked)
    return assess(obs, reg, request=request)


def _income(**given):
    return {"indicator": "income_all", "value": 56_000, "unit": "元"} | given


def test_a_target_whose_year_has_its_figure_is_met_or_missed():
    reg = registry([_income()])
    obs = observations(
        ("income_all", D, "2021", 51_564), ("income_all", D, "2022", 54_451)
    )
    row = _assess(reg, obs).iloc[0]
    # 56,000 − 54,451 = 1,549; 1,549 / 56,000 = 2.766 %
    assert (row.verdict, row.rule) == ("missed", "figure_of_target_year")
    assert row.gap == 1_549
    assert row.relative_gap == pytest.approx(0.02766, abs=1e-5)
    # from 51,564: (54,451 − 51,564) / (56,000 − 51,564) = 2,887 / 4,436 = 65.08 %
    assert row.attainment == pytest.approx(0.6508, abs=1e-4)
    assert (row.base, row.base_year, row.latest_period) == (51_564, 2021, "2022")


def test_a_target_in_another_unit_is_judged_in_the_indicators_own():
    reg = registry([_income(value=5.6, unit="万元")])
    obs = observations(("income_all", D, "2022", 56_000))
    assert _assess(reg, obs).iloc[0].verdict == "met"


def test_a_target_without_a_figure_is_a_row_that_says_so():
    row = _assess(registry([_income()]), observations()).iloc[0]
    assert (row.verdict, row.rule) == ("no_data", "no_observation")
    assert np.isnan(row.latest)


def test_a_half_year_never_judges_a_year():
    obs = observations(("income_all", D, "2022-H1", 57_000))
    assert _assess(registry([_income()]), obs).iloc[0].verdict == "no_data"


def test_a_figure_of_a_later_day_is_not_known_yet():
    obs = observations(("income_all", D, "2022", 57_000))
    reg = registry([_income()])
    assert _assess(reg, obs, as_of="2022-12-30").iloc[0].verdict == "no_data"
    assert _assess(reg, obs, as_of="2022-12-31").iloc[0].verdict == "met"


def test_figures_before_a_break_are_not_compared():
    broken = [
        {
            "indicator": "urbanisation",
            "region": "*",
            "year": "2020",
            "kind": "population_base",
            "note_zh": "x",
            "note_en": "x",
            "source": "s",
        }
    ]
    target = {
        "indicator": "urbanisation",
        "region": C,
        "plan": "p2025",
        "year": "2025",
        "value": 80,
        "unit": "%",
        "area": "b",
    }
    obs = observations(
        ("urbanisation", C, "2019-12", 70), ("urbanisation", C, "2020-12", 78)
    )
    assert _assess(registry([target]), obs).iloc[0].points == 2
    assert _assess(registry([target], breaks=broken), obs).iloc[0].points == 1


def test_a_share_is_paced_by_steps_and_a_level_by_rates():
    targets = [
        _income(plan="p2025", region=C, year="2025", value=90_000),
        {
            "indicator": "urbanisation",
            "region": C,
            "plan": "p2025",
            "year": "2025",
            "value": 82,
            "unit": "%",
        },
    ]
    obs = observations(
        ("income_all", C, "2020", 60_000),
        ("income_all", C, "2022", 66_150),
        ("urbanisation", C, "2020-12", 78),
        ("urbanisation", C, "2022-12", 79),
    )
    rows = _assess(registry(targets), obs).set_index("indicator")
    income, share = rows.loc["income_all"], rows.loc["urbanisation"]
    # (66,150 / 60,000)^(1/2) − 1 = 5 %; (90,000 / 66,150)^(1/3) − 1 = 10.81 %
    assert income.observed_rate == pytest.approx(0.05)
    assert income.required_rate == pytest.approx(0.1081, abs=1e-4)
    assert np.isnan(income.required_step)
    # 1 point in 2 years; 3 points in 3 years
    assert (share.observed_step, share.required_step) == (0.5, 1.0)
    assert share.pace == 0.5
    assert share.verdict == "off_track"


def test_a_count_of_the_year_is_held_against_its_plan():
    target = {
        "indicator": "new_places",
        "value": 890,
        "unit": "个",
        "kind": "flow",
        "area": "b",
    }
    obs = observations(("new_places", D, "2022-H1", 500))
    row = _assess(registry([target]), obs, as_of="2022-07-01").iloc[0]
    # 500 of 890 at half-time: 56 % against 50 %
    assert (row.verdict, row.rule) == ("on_track", "cumulative_over_plan")


def test_one_year_of_figures_shows_a_gap_and_no_pace():
    target = _income(plan="p2025", region=C, year="2025", value=90_000)
    obs = observations(("income_all", C, "2022", 66_150))
    row = _assess(registry([target]), obs).iloc[0]
    assert (row.verdict, row.rule, row.gap) == ("not_yet", "latest_figure", 23_850)
    assert np.isnan(row.pace)


def test_a_task_assigned_without_a_number_is_never_judged():
    target = {"indicator": "energy", "kind": "delegated", "comparator": "", "area": "b"}
    row = _assess(registry([target]), observations(("energy", D, "2022", 1))).iloc[0]
    assert row.verdict == "not_published"


def test_the_districts_own_targets_come_before_the_citys():
    targets = [_income(plan="p2025", region=C, year="2025"), _income()]
    reg = registry(targets)
    assert list(targets_of(reg, Request()).region) == [D, C]
    assert list(targets_of(reg, Request(region=C)).region) == [C]
    assert list(targets_of(reg, Request(plan="p2022")).plan) == ["p2022"]
    assert list(targets_of(reg, Request(year=2025)).year) == ["2025"]


def test_adding_a_region_changes_no_other_regions_row():
    reg = registry([_income()])
    own = [("income_all", D, "2021", 50_000), ("income_all", D, "2022", 54_000)]
    alone = _assess(reg, observations(*own))
    beside = _assess(reg, observations(*own, ("income_all", C, "2022", 99_000)))
    pd.testing.assert_frame_equal(alone, beside)


def test_every_verdict_is_one_of_the_list():
    obs = observations(("income_all", D, "2022", 54_000))
    assert set(_assess(registry([_income()]), obs).verdict) <= set(VERDICTS)


def test_nothing_to_assess_is_an_empty_table_with_its_columns():
    rows = _assess(registry(), observations())
    assert rows.empty
    assert {"verdict", "gap", "required_rate"} <= set(rows)
