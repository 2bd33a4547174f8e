"""What a request may see: nothing of later days, nothing of other plans."""

from pathlib import Path

import pytest

from fenghua_analysis import scope
from fenghua_analysis.errors import ParameterError
from fenghua_analysis.findings import promises, supervision, urban_rural
from fenghua_analysis.parameters import Request
from fenghua_analysis.study import open_study
from tests.small_world import observations, registry

DATA = Path(__file__).resolve().parents[1] / "data"


def _study(**asked):
    return open_study("scope", data_dir=str(DATA), **asked)


@pytest.fixture(scope="module")
def early():
    return _study(as_of="2022-09-30", plan="fh_2022")


def test_no_figure_of_a_later_period_is_seen(early):
    """Ningbo's ratio of 2022 was 1.686; in September of that year nobody knew it."""
    ratios = urban_rural.yearly_ratios(early.observations, early.registry)
    assert ratios.year.max() == 2021
    case = urban_rural.nearest_case(ratios, early.own, early.lineage)
    assert (case.region, case.year) == ("330200", 2021)


def test_a_ratio_is_not_derived_from_figures_that_are_not_seen(early):
    assert "2022" not in set(early.observations.period)


def test_only_the_chosen_plan_speaks(early):
    stated = promises.statements(early.registry)
    assert set(stated.plan) == {"fh_2022"}
    assert early.plans == ["fh_2022"]


def test_an_opinion_is_heard_only_after_it_was_given(early):
    assert supervision.opinions(early.registry, "330213").empty
    assert len(_study().registry.opinions) == 17


def test_a_document_counts_from_the_day_of_its_issue():
    """The public-service table is of 24 April 2023, the city's action plan of May 2022;
    the civil-affairs plan of June 2021 was read in a reprint of August 2023."""
    plans = _study(as_of="2022-09-30").plans
    assert "fh_seven_2023" not in plans
    assert {"fh_2022", "nb_civil_affairs_2025", "nb_common_prosperity_2025"} <= {*plans}
    assert "fh_seven_2023" in _study(as_of="2023-04-24").plans


def test_a_plan_of_a_later_day_is_refused_with_its_day():
    with pytest.raises(ParameterError, match="之后才印发（2023-04-24）"):
        _study(as_of="2022-09-30", plan="fh_seven_2023")


def test_documents_of_other_places_are_not_seen():
    study = _study(region="余姚市")
    assert {plan.region for plan in study.registry.plans.values()} == {
        *("330200", "330000", "100000")
    }


def test_a_part_of_a_year_is_known_once_it_is_over():
    rows = observations(
        ("new_places", "330213", "2022-H1", 1), ("new_places", "330213", "2022", 2)
    )
    reg = registry()
    assert list(scope.known(rows, reg, as_of="2022-06-30").period) == ["2022-H1"]
    assert scope.known(rows, reg, as_of="2022-06-29").empty


def test_a_figure_is_not_known_before_its_source_is_out():
    """The city's income of 2022 was released on 29 January 2023."""
    income = ("income_all", "330200", "2022")
    for day, known in (("2023-01-28", False), ("2023-01-29", True)):
        keys = _study(as_of=day).observations[["indicator", "region", "period"]]
        assert (income in set(keys.itertuples(index=False, name=None))) is known


def test_bounds_of_periods_to_come_are_not_seen():
    seen = scope.within(_study().registry, Request(as_of="2022-09-30"))
    assert set(seen.bounds.period) == {"2021"}
