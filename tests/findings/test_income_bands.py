"""The band targets: which plan's, by which household, and what they imply."""

from pathlib import Path

import pandas as pd
import pytest

from fenghua_analysis.findings import income_bands
from fenghua_analysis.study import open_study

DATA = Path(__file__).resolve().parents[2] / "data"
D = "330213"
WIDE, NARROW = income_bands.BANDS


@pytest.fixture(scope="module")
def study():
    return open_study("bands", data_dir=str(DATA))


def test_the_plan_says_by_how_many_persons_it_counts(study):
    promise = income_bands.promised(study.targets, study.registry, D)
    assert (promise.per_head, promise.planned_size) == (56_000, 3)
    assert promise.shares == {WIDE: 0.65, NARROW: 0.25}


def test_the_size_of_a_household_is_that_of_the_newest_census(study):
    assert income_bands.census_size(study.observations, D) == 2.22
    assert income_bands.census_size(study.observations, "330281") != 2.22


def test_an_income_promised_for_another_year_is_not_used(study):
    """Catches the crash on an indicator that is promised for two years."""
    targets = study.targets
    later = targets[targets.indicator == "income_all"].assign(year="2025", target=7e4)
    both = pd.concat([targets, later], ignore_index=True)
    promise = income_bands.promised(both, study.registry, D)
    assert promise.per_head == 56_000


def test_one_band_alone_is_no_promise_of_both(study):
    targets = study.targets
    promise = income_bands.promised(
        targets[targets.indicator != NARROW], study.registry, D
    )
    assert promise.shares == {}
    assert income_bands.band_shares(promise, census=2.22).empty


def test_both_known_sizes_are_among_those_shown():
    promise = income_bands.BandPromise(56_000, {WIDE: 0.65, NARROW: 0.25}, 3.0)
    shares = income_bands.band_shares(promise, census=2.22)
    assert sorted(shares["size"].unique()) == [2.22, 2.4, 2.6, 2.8, 3.0]
    assert (shares.low_share <= shares.high_share).all()


def test_without_any_size_nothing_is_implied():
    nan = float("nan")
    promise = income_bands.BandPromise(56_000, {WIDE: 0.65, NARROW: 0.25}, nan)
    assert income_bands.band_shares(promise, census=nan).empty
