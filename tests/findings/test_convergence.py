"""Whether regions grow closer, and what lies between town and country."""

from pathlib import Path

import pytest

from fenghua_analysis.findings import convergence as found
from fenghua_analysis.study import open_study
from tests.small_world import observations, registry

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture(scope="module")
def study():
    return open_study("10_outlook", data_dir=str(DATA))


def _of(study, indicator, parent):
    return found.convergence(
        study.observations, study.registry, indicator=indicator, parent=parent
    )


@pytest.mark.parametrize("indicator", ["income_urban", "income_rural"])
def test_incomes_of_the_eleven_cities_have_grown_closer(study, indicator):
    cities = _of(study, indicator, "330000")
    assert (cities.sigma.units, cities.first_year, cities.last_year) == (11, 2014, 2022)
    assert cities.sigma.fall > 0
    assert cities.beta.slope_interval.high < 0
    assert list(cities.spreads.year) == list(range(2014, 2023))


def test_of_the_counties_of_ningbo_too_few_publish_an_income(study):
    counties = _of(study, "income_all", "330200")
    assert counties.reason == "too_few_regions"
    assert counties.units == 10  # those of today, without Jiangdong and Fenghua city
    assert counties.spreads.empty


def test_one_year_shows_no_convergence(study):
    assert _of(study, "population", "330200").reason == "too_few_years"


def test_between_town_and_country_by_hand():
    rows = [
        ("income_urban", "330200", "2021", 300.0),
        ("income_rural", "330200", "2021", 100.0),
        ("urbanisation", "330200", "2021-12", 25.0),
        ("income_urban", "330200", "2022", 300.0),
    ]
    row = found.town_and_country(observations(*rows), registry()).iloc[0]
    # Half of all income each, for 1/4 and 3/4 of people: ½·ln 2 + ½·ln ⅔
    assert row.theil_t == pytest.approx(0.1438, abs=1e-4)
    assert row.urban_income_share == pytest.approx(0.5)


def test_a_year_without_an_urban_share_has_no_row():
    rows = [
        ("income_urban", "330200", "2022", 3.0),
        ("income_rural", "330200", "2022", 1.0),
    ]
    assert found.town_and_country(observations(*rows), registry()).empty
