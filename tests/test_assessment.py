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
    rows = _assess(registry(targets), obs, as_of="2023-06-30").set_index("indicator")
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
    row = _assess(registry([target]), obs, as_of="2023-06-30").iloc[0]
    assert (row.verdict, row.rule, row.gap) == ("not_yet", "latest_figure", 23_850)
    assert np.isnan(row.pace)


def test_a_target_whose_year_is_over_without_its_figure_asks_for_no_pace():
    target = _income(plan="p2025", region=C, year="2025", value=90_000)
    obs = observations(
        ("income_all", C, "2020", 60_000), ("income_all", C, "2022", 66_150)
    )
    reg = registry([target])
    late = _assess(reg, obs, as_of="2025-12-31").iloc[0]
    assert late.overdue and np.isnan(late.required_rate)
    assert (late.verdict, late.so_far) == ("no_data", "off_track")
    early = _assess(reg, obs, as_of="2025-12-30").iloc[0]
    assert not early.overdue and early.required_rate > 0


def test_the_share_of_the_way_that_decides_stands_in_the_row():
    """From 60,000 at 5 % a year: 60,000 × 1.05^5 = 76,576.9 in 2025, and
    16,576.9 / 30,000 = 55.3 % of the way to 90,000."""
    target = _income(plan="p2025", region=C, year="2025", value=90_000)
    obs = observations(
        ("income_all", C, "2020", 60_000), ("income_all", C, "2022", 66_150)
    )
    row = _assess(registry([target]), obs, as_of="2023-06-30").iloc[0]
    assert row.rule == "un_progress"
    assert row.projected_share == pytest.approx(0.55256, abs=1e-5)


def test_the_note_of_the_figure_judged_stands_in_its_row():
    obs = observations(("income_all", D, "2022", 54_451, "estimated"))
    obs["note"] = "甲 / A"
    assert _assess(registry([_income()]), obs).iloc[0].latest_note == "甲 / A"


CITY = {"region": C, "plan": "p2025", "year": "2025"}


def test_the_base_is_the_last_figure_from_before_the_plan():
    """The plan begins in 2021: 2019 is the base, not 2015, and not 2021 itself."""
    target = _income(**CITY, value=90_000)
    given = {2015: 30_000, 2019: 50_000, 2021: 60_000, 2022: 70_000}
    obs = observations(*(("income_all", C, str(y), v) for y, v in given.items()))
    row = _assess(registry([target]), obs, as_of="2023-06-30").iloc[0]
    assert (row.base, row.base_year) == (50_000, 2019)
    # (70,000 − 50,000) / (90,000 − 50,000) = 0.5; 3 of 6 years
    assert (row.attainment, row.elapsed, row.lead) == (0.5, 0.5, 0.0)


def test_without_a_figure_before_the_plan_the_first_one_is_the_base():
    target = _income(**CITY, value=90_000)
    obs = observations(
        ("income_all", C, "2021", 60_000), ("income_all", C, "2023", 70_000)
    )
    row = _assess(registry([target]), obs, as_of="2024-06-30").iloc[0]
    assert (row.base, row.base_year) == (60_000, 2021)
    # a third of the way, half of the time: (10,000 / 30,000) − (2 / 4)
    assert row.lead == pytest.approx(1 / 3 - 1 / 2)


def _broken(region):
    texts = dict.fromkeys(("note_zh", "note_en", "source"), "s")
    kind = {"kind": "boundary", "year": "2020"}
    return [{"indicator": "urbanisation", "region": region, **kind, **texts}]


@pytest.mark.parametrize(("region", "points"), [(C, 1), ("*", 1), (D, 2)])
def test_a_break_cuts_the_series_of_its_own_region(region, points):
    target = {"indicator": "urbanisation", "value": 80, "unit": "%", **CITY}
    obs = observations(
        ("urbanisation", C, "2019-12", 70), ("urbanisation", C, "2020-12", 78)
    )
    reg = registry([target], breaks=_broken(region))
    assert _assess(reg, obs).iloc[0].points == points


def _interval(**given):
    usual = {"indicator": "urban_rural_ratio", "kind": "interval", "comparator": ""}
    return usual | {"value": 1.5, "value_high": 1.7, "unit": ""} | CITY | given


def test_an_interval_is_measured_from_the_end_at_which_it_is_tested():
    """Less is better: 1.86 is 0.16 above 1.7, whatever the lower end is."""
    obs = observations(
        ("urban_rural_ratio", C, "2020", 1.94), ("urban_rural_ratio", C, "2023", 1.86)
    )
    row = _assess(registry([_interval()]), obs, as_of="2024-06-30").iloc[0]
    assert row.tested_target == 1.7
    assert row.gap == pytest.approx(0.16)
    assert row.relative_gap == pytest.approx(0.16 / 1.7)
    # (1.86 − 1.94) / (1.7 − 1.94) = 1/3, and so much is asked for each year
    assert row.attainment == pytest.approx(1 / 3)
    assert row.required_step == pytest.approx(-0.08)
    assert row.level_ratio == pytest.approx(1.7 / 1.86)


def test_an_interval_is_met_inside_and_paced_outside():
    obs = observations(("urban_rural_ratio", C, "2023", 1.6))
    assert _assess(registry([_interval()]), obs).iloc[0].verdict == "met"


def test_more_and_less_have_their_own_level_ratio_and_nothing_divides_by_zero():
    energy = {"indicator": "energy", "unit": "吨"}
    targets = [_income(value=50_000), energy | {"value": 4}]
    targets.append(energy | {"value": 0, "year": "2023"})
    obs = observations(
        *(("income_all", D, "2022", 0), ("energy", D, "2022", 5)),
        ("energy", D, "2023", 5),
    )
    rows = _assess(registry(targets), obs).set_index(["indicator", "year"])
    # 0 / 50,000, 4 / 5 and 0 / 5
    assert rows.level_ratio["income_all", "2022"] == 0
    assert rows.level_ratio["energy", "2022"] == 0.8
    assert rows.level_ratio["energy", "2023"] == 0


def test_of_two_parts_of_the_year_the_longer_one_counts():
    target = {"indicator": "new_places", "value": 890, "unit": "个", "kind": "flow"}
    obs = observations(
        ("new_places", D, "2022-Q1Q3", 600), ("new_places", D, "2022-H1", 500)
    )
    row = _assess(registry([target]), obs, as_of="2022-10-01").iloc[0]
    # 600 of 890 after nine months: 67 % against 75 %
    assert (row.verdict, row.rule) == ("off_track", "cumulative_over_plan")


@pytest.mark.parametrize("period", ["2018/2022", "2022-06"])
def test_a_span_of_years_and_a_single_month_are_no_part_of_the_year(period):
    target = {"indicator": "new_places", "value": 890, "unit": "个", "kind": "flow"}
    obs = observations(("new_places", D, period, 900))
    row = _assess(registry([target]), obs, as_of="2023-06-30").iloc[0]
    assert row.verdict == "no_data"


def test_a_target_without_an_area_takes_that_of_its_indicator():
    reg = registry(
        [{"indicator": "urbanisation", "value": 65, "unit": "%", "area": ""}]
    )
    assert list(targets_of(reg, Request()).area) == ["b"]


def test_a_level_reached_before_its_year_stays_met_and_a_hold_does_not():
    targets = [
        _income(**CITY),
        {"indicator": "urbanisation", "value": 70, "unit": "%", "kind": "hold"} | CITY,
    ]
    obs = observations(
        ("income_all", C, "2023", 60_000), ("urbanisation", C, "2023-12", 75)
    )
    rows = _assess(registry(targets), obs, as_of="2026-01-01").set_index("indicator")
    assert rows.verdict["income_all"] == "met"
    hold = rows.loc["urbanisation"]
    assert (hold.verdict, hold.so_far) == ("no_data", "met")


def test_equal_steps_decide_on_a_target_of_zero():
    """From 10 to 4 in three of five years is 60 % of the way: equal steps arrive."""
    target = {"indicator": "energy", "value": 0, "unit": "吨", **CITY}
    obs = observations(("energy", C, "2020", 10), ("energy", C, "2023", 4))
    row = _assess(registry([target]), obs, as_of="2024-06-30").iloc[0]
    assert (row.verdict, row.rule) == ("on_track", "annual_step")
    assert row.projected_share == pytest.approx(1)


def test_a_figure_from_a_source_that_is_not_out_yet_is_not_known():
    """The source of all figures of the small world is of 30 June 2022."""
    obs = observations(("income_all", D, "2021", 57_000))
    reg = registry([_income(year="2021")])
    assert _assess(reg, obs, as_of="2022-06-29").iloc[0].verdict == "no_data"
    assert _assess(reg, obs, as_of="2022-06-30").iloc[0].verdict == "met"


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
