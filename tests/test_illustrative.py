"""Invented figures: shaped like real ones, kept apart, and never without their mark."""

from pathlib import Path

import pytest

from fenghua_analysis.contract import read_table
from fenghua_analysis.loaders.folder import load_observations
from fenghua_analysis.study import open_study
from fenghua_analysis.table import BOUNDS, ILLUSTRATIVE, OBSERVATIONS

DATA = Path(__file__).resolve().parents[1] / "data"
FENGHUA = "330213"
URBAN_SHARE = 0.62
"""The share at which the urban and rural incomes were invented; their note says so."""


@pytest.fixture(scope="module")
def invented():
    return read_table(ILLUSTRATIVE, DATA)


def district(indicator, period):
    rows = read_table(OBSERVATIONS, DATA)
    key = (rows.indicator == indicator) & (rows.region == FENGHUA)
    (row,) = rows[key & (rows.period == period)].itertuples()
    return row


def test_they_are_off_unless_asked_for():
    assert "illustrative" not in set(load_observations(DATA, illustrative=False).status)
    asked = load_observations(DATA, illustrative=True)
    assert (asked.status == "illustrative").sum() == 16


def test_every_one_of_them_says_what_it_is(invented):
    assert set(invented.status) == {"illustrative"}
    assert set(invented.source) == {"illustrative"}
    assert invented.note.str.contains("虚构").all()
    assert invented.note.str.contains("invented").all()


def test_a_study_that_uses_them_knows_it():
    assert open_study("x", data_dir=str(DATA), illustrative=True).illustrative
    assert not open_study("x", data_dir=str(DATA)).illustrative


def test_no_published_figure_gives_way_to_them(invented):
    """They fill gaps only: their keys stand nowhere among the observations."""
    key = list(OBSERVATIONS.key)
    standing = read_table(OBSERVATIONS, DATA)[key]
    assert invented[key].merge(standing, on=key).empty


def test_township_incomes_leave_the_district_mean_as_it_is_estimated(invented):
    """653,400 / 12 = 54,450 yuan; the estimate is 54,451, between 54,391 and 54,511."""
    towns = invented[invented.region.str.len() == 9]
    estimate = district("income_all", "2022")
    assert len(towns) == 12 and towns.value.mean() == 54_450
    assert estimate.low <= towns.value.mean() <= estimate.high


def test_the_lowest_township_is_below_its_target_and_only_that_one(invented):
    """0.8 × 54,451 = 43,560.8 yuan."""
    towns = invented[invented.region.str.len() == 9]
    below = towns[towns.value < 0.8 * district("income_all", "2022").value]
    assert below.region.tolist() == ["330213107"]


@pytest.mark.parametrize("year", ["2021", "2022"])
def test_urban_and_rural_incomes_leave_the_district_mean_as_it_is_estimated(
    invented, year
):
    rows = invented[(invented.region == FENGHUA) & (invented.period == year)]
    incomes = rows.set_index("indicator").value
    mean = URBAN_SHARE * incomes.income_urban + (1 - URBAN_SHARE) * incomes.income_rural
    estimate = district("income_all", year)
    assert estimate.low <= mean <= estimate.high


def test_they_keep_to_the_limits_that_are_published(invented):
    """Urban income of 2021 was below 64,520 yuan."""
    key = list(BOUNDS.key)
    limits = read_table(BOUNDS, DATA)
    both = invented.merge(limits, on=key, suffixes=("", "_limit"))
    assert len(both) == 1 and (both.value < both.high_limit).all()
