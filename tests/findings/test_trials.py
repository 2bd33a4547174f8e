"""What the models were worth on the cities' own past."""

from pathlib import Path

import pytest

from fenghua_analysis import answers
from fenghua_analysis.findings import trials
from fenghua_analysis.metrics.projection import DEFAULT_MODEL
from fenghua_analysis.study import open_study
from tests.small_world import observations, registry

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture(scope="module")
def study():
    return open_study("10_outlook", data_dir=str(DATA))


@pytest.fixture(scope="module")
def trial(study):
    return trials.trial(study.observations, study.registry, study.lineage)


def test_three_series_of_eleven_cities_over_nine_years(trial):
    assert (trial.regions, trial.first_year, trial.last_year) == (11, 2014, 2022)
    assert trial.cases.groupby(["indicator", "region"]).ngroups == 33


def test_the_default_model_is_the_best_on_the_past(trial):
    table = trials.by_model(trial)
    assert table.model.iloc[0] == DEFAULT_MODEL
    # docs/methods.md#backtest
    assert table.cases.tolist() == [495] * 3
    assert table.coverage.round(2).tolist() == [0.41, 0.38, 0.29]
    assert table.brier.round(3).tolist() == [0.148, 0.160, 0.195]
    assert trials.stretch(trial) == pytest.approx(3.1, abs=0.05)


def test_on_the_ratio_no_model_beats_a_coin(trial):
    table = trials.by_series(trial).set_index("indicator")
    assert table.brier["urban_rural_ratio"] > trials.COIN > table.brier["income_rural"]
    assert "抛硬币" in answers.on_trial(trial)["coins"]


def test_the_years_of_the_shocks_are_the_worst(trial):
    worst = trials.worst_years(trial)
    assert list(worst.index) == [2020, 2022]
    # 33 series, origins 2017–2019: 99 projections of 2020, 13 of them inside.
    assert worst[2020] == pytest.approx(13 / 99)


def test_without_cities_nothing_is_tested_and_nothing_widened():
    reg = registry()
    found = trials.trial(observations(), reg, ["330213", "330200"])
    assert trials.by_model(found).empty
    assert trials.by_series(found).empty
    assert trials.stretch(found) == 1.0
    assert answers.on_trial(found) == {"key": "trial_none"}
