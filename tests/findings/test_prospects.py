"""What the chances are: by hand on a small registry, and on what is published."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from fenghua_analysis import answers
from fenghua_analysis.assessment import assess
from fenghua_analysis.findings import courses, prospects, ways
from fenghua_analysis.parameters import Request
from fenghua_analysis.readable import readable
from fenghua_analysis.study import open_study
from fenghua_analysis.wording import speaking
from tests.small_way import FALLING, small_way
from tests.small_world import observations, registry

DATA = Path(__file__).resolve().parents[2] / "data"
DISTRICT, CITY = "330213", "330200"
RATIO = "urban_rural_ratio"


def _series(indicator, region, values, *, start=2018):
    years = range(start, start + len(values))
    return [
        (indicator, region, str(year), v) for year, v in zip(years, values, strict=True)
    ]


def _target(indicator=RATIO, value=1.67, **given):
    return {"indicator": indicator, "value": value, "unit": "ratio"} | given


def _found(targets, rows, *, as_of="2022-06-30"):
    reg, seen = registry(targets), observations(*rows)
    request = Request(region=DISTRICT, as_of=as_of)
    rows = assess(seen, reg, request=request)
    return prospects.outlooks(rows, seen, reg), seen, reg


def test_four_yearly_figures_give_a_probability_with_its_grounds():
    found, _, _ = _found([_target()], _series(RATIO, DISTRICT, FALLING))
    row = found.iloc[0]
    assert row.unprojected == ""
    assert (row.model, row.figures, row.window) == ("drift", 4, "2018/2021")
    # On logarithms one mean step on: 1.74 · (1.74 / 1.80)^(1/3)
    assert row.centre == pytest.approx(1.74 * (1.74 / 1.80) ** (1 / 3))
    assert row.interval_low < row.centre < row.interval_high
    # The middle is above 1.67, and lower is better.
    assert 0 < row.probability < 0.5


def test_three_figures_are_refused():
    found, _, _ = _found([_target()], _series(RATIO, DISTRICT, FALLING[1:], start=2019))
    assert found.unprojected.tolist() == ["too_few_points"]
    assert found.probability.isna().all()
    assert list(prospects.short(found).indicator) == [RATIO]


def test_figures_on_a_line_are_refused():
    found, _, _ = _found([_target(year="2025")], _series(RATIO, DISTRICT, [1.8] * 4))
    assert found.unprojected.tolist() == ["no_spread"]


def test_each_target_without_a_projection_falls_under_one_reason():
    targets = [
        _target(),
        _target("income_all", None, kind="delegated", unit="元"),
        _target("new_places", 450, kind="flow", unit="个"),
        _target("income_urban", 100, unit="元", year="2021"),
    ]
    rows = [("income_urban", DISTRICT, "2021", 120.0)]
    found, _, _ = _found(targets, rows)
    counted = prospects.refusals(found, region=DISTRICT)
    assert counted.set_index("unprojected").total.to_dict() == {
        "no_number": 1,
        "count_of_year": 1,
        "decided": 1,
        "no_figure": 1,
    }
    assert prospects.projected(found).empty
    assert counted.total.sum() == len(found)


def test_a_share_is_projected_within_its_limits():
    target = _target("urbanisation", 99, unit="%", year="2025")
    values = [90, 94, 96, 98]
    rows = [
        ("urbanisation", DISTRICT, f"{2018 + n}-12", v) for n, v in enumerate(values)
    ]
    found, _, _ = _found([target], rows)
    assert found.interval_high.iloc[0] < 100


def test_a_target_at_a_natural_limit_has_no_probability():
    target = _target("urbanisation", 100, unit="%", year="2025")
    values = [90, 94, 96, 98]
    rows = [
        ("urbanisation", DISTRICT, f"{2018 + n}-12", v) for n, v in enumerate(values)
    ]
    found, _, _ = _found([target], rows)
    assert found.unprojected.tolist() == ["target_at_limit"]


def test_the_city_stands_in_for_a_district_without_a_series():
    found, seen, reg = _found([_target()], _series(RATIO, CITY, FALLING))
    (way,) = ways.stand_ins(found, seen, reg, lineage=[DISTRICT, CITY])
    assert (way.region, way.owner, way.stands_in) == (CITY, DISTRICT, True)
    # Published up to 2021, to be reached in 2022.
    assert (way.last, way.until) == (2021, 2022)


def test_a_district_with_its_own_series_needs_nobody():
    found, seen, reg = _found([_target()], _series(RATIO, DISTRICT, FALLING))
    assert ways.stand_ins(found, seen, reg, lineage=[DISTRICT, CITY]) == []


def test_a_stand_in_with_too_few_figures_is_said_and_not_projected():
    found, seen, reg = _found([_target()], _series(RATIO, CITY, FALLING[:2]))
    near = ways.stand_ins(found, seen, reg, lineage=[DISTRICT, CITY])
    assert ways.fans(near, reg).empty
    said = answers.on_thin(near, reg)
    assert "只有2个全年数，不足4个" in said["named"]


def test_where_the_year_is_over_three_more_are_shown():
    way = small_way((*FALLING, 1.72))
    assert (way.last, way.until) == (2022, 2025)
    fan = ways.fans([way], registry())
    assert list(ways.ahead(fan).year) == [2023, 2024, 2025]
    assert fan.value.notna().sum() == 5


def test_a_stretched_fan_keeps_its_middle_and_pulls_the_chance_to_a_half():
    fan = ways.ahead(ways.fans([small_way()], registry(), stretch=3.0)).iloc[0]
    # On the logarithmic scale: three times as far from the middle.
    below, wide = np.log(fan.centre / fan[["interval_low", "wide_low"]].astype(float))
    assert wide == pytest.approx(3 * below)
    assert abs(fan.wide_probability - 0.5) < abs(fan.probability - 0.5)


def test_foresight_uses_nothing_from_the_plan_on():
    way = small_way((*FALLING, 1.60))
    seen = ways.foreseen(way, registry()).iloc[0]
    before = ways.ahead(ways.fans([small_way()], registry())).iloc[0]
    assert seen.probability == pytest.approx(before.probability)
    assert (seen.window, seen.figures, seen.reached) == ("2018/2021", 4, True)


def test_foresight_needs_four_figures_before_the_plan():
    assert ways.foreseen(
        small_way((*FALLING[:3], 1.7), year=2021, start=2021), registry()
    ).empty


def test_courses_reach_what_they_say():
    # Mean step (1.74 − 1.80) / 3 = −0.02; 2024 is three years on.
    table = courses.courses(
        [small_way(year=2024)], observations(), registry(), own_change=-0.03
    )
    rows = table.set_index("scenario")
    assert rows.value["business_as_usual"] == pytest.approx(1.68)
    assert rows.value["required"] == pytest.approx(1.67)
    assert rows.course_step["required"] == pytest.approx(-0.07 / 3)
    # 1.74 − 3 · 0.03 = 1.65; at 1.68 after two years, not yet.
    assert rows.value["own_change"] == pytest.approx(1.65)
    assert rows.reached_year["own_change"] == 2024
    assert np.isnan(rows.reached_year["business_as_usual"])
    assert "halt_decline" not in rows.index


def test_halting_the_decline_is_a_course_only_where_there_is_one():
    way = small_way((1.70, 1.71, 1.73, 1.74), year=2024)
    rows = courses.courses([way], observations(), registry()).set_index("scenario")
    assert rows.value["halt_decline"] == pytest.approx(1.74)


def test_peers_are_of_the_same_level_and_the_same_years():
    rows = [
        *_series(RATIO, DISTRICT, FALLING),
        *_series(RATIO, "330212", (1.70, 1.69, 1.66, 1.61)),
        *_series(RATIO, "330211", (1.70, 1.69)),
    ]
    found = courses.peer_changes(
        small_way(region=DISTRICT), observations(*rows), _with_counties(), form="step"
    )
    # (1.61 − 1.70) / 3; the other has no figure of 2021.
    assert found == pytest.approx([-0.03])


def _with_counties():
    reg = registry()
    county = reg.regions[reg.regions.code == DISTRICT]
    added = [county.assign(code=code) for code in ("330211", "330212")]
    kept = reg.regions[~reg.regions.code.isin(["330211", "330212"])]
    tables = {**reg.tables, "regions": pd.concat([kept, *added])}
    return replace(reg, tables=tables)


@pytest.fixture(scope="module")
def study():
    return open_study("10_outlook", data_dir=str(DATA))


@pytest.fixture(scope="module")
def found(study):
    return prospects.outlooks(study.assessment, study.observations, study.registry)


def test_every_target_of_the_request_is_projected_or_counted(study, found):
    refused = prospects.refusals(found, region=DISTRICT)
    some = len(prospects.projected(found))
    assert refused.total.sum() + some == len(study.assessment) == 116
    assert refused.own.sum() == 76


def test_what_can_be_projected_is_the_province(found):
    chances = prospects.projected(found).set_index("indicator")
    assert set(chances.region) == {"330000"}
    assert chances.figures.to_dict() == {"income_all": 6, RATIO: 10}
    assert chances.probability[RATIO] > 0.99


def test_ningbo_stands_in_for_the_ratio(study, found):
    near = ways.stand_ins(
        found, study.observations, study.registry, lineage=study.lineage
    )
    assert [(way.region, len(way.years)) for way in near] == [(CITY, 9), (CITY, 2)]
    fan = ways.ahead(ways.fans(near, study.registry))
    # Mean yearly fall of the logarithm: ln(1.818 / 1.686) / 8 = 0.0095;
    # to 1.67 it is ln(1.686 / 1.67) = 0.0095: even odds after a year.
    assert fan.probability.iloc[0] == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_its_tables_are_readable(study, found, lang):
    columns = ["indicator", "probability", "interval", "model", "window", "figures"]
    with speaking(lang):
        shown = readable(prospects.projected(found), study.registry, columns)
        refused = prospects.refusals(found, region=DISTRICT)
        told = readable(refused, study.registry, list(refused))
    assert not (shown == "—").any(axis=None)
    assert len(told) == len(refused)
