"""The ratio nearest to a region, and the growth that would bring it to the target."""

import pytest

from fenghua_analysis.assessment import assess
from fenghua_analysis.derive import with_derived
from fenghua_analysis.findings import urban_rural
from fenghua_analysis.parameters import Request
from fenghua_analysis.reasons import with_reasons
from tests.small_world import observations, registry

D, C = "330213", "330200"
TARGET = {"indicator": "urban_rural_ratio", "value": 1.67, "unit": ""}
CITY = (("income_urban", C, "2022", 76_690), ("income_rural", C, "2022", 45_487))


def _case(targets, *figures, as_of="2024-01-01"):
    reg = registry(targets)
    seen = with_derived(observations(*figures), reg)
    rows = assess(seen, reg, request=Request(as_of=as_of))
    own = with_reasons(rows, reg, seen).query("region == @D")
    ratios = urban_rural.yearly_ratios(seen, reg)
    return urban_rural.nearest_case(ratios, own, [D, C])


def test_a_regions_own_ratio_of_a_single_year_is_its_case():
    """Catches the filter of the chart: a county with one year is no line, but a case.

    68,000 / 42,000 = 1.619
    """
    own = (("income_urban", D, "2022", 68_000), ("income_rural", D, "2022", 42_000))
    case = _case([TARGET], *CITY, *own)
    assert (case.region, case.year) == (D, 2022)
    assert case.ratio == pytest.approx(1.6190, abs=1e-4)
    assert case.verdict == "已达到" and case.reached


def test_without_its_own_the_nearest_ratio_above_stands_in_without_a_verdict():
    case = _case([TARGET], *CITY)
    assert (case.region, case.verdict, case.reached) == (C, "", False)
    assert (case.target, case.status) == (1.67, "derived")


def test_a_target_of_the_city_is_none_of_the_districts():
    target = TARGET | {"region": C, "plan": "p2025", "year": "2025"}
    case = _case([target], *CITY)
    assert case.region == C
    assert case.target != case.target  # NaN


def test_the_newest_of_two_targets_is_the_one_spoken_of():
    later = TARGET | {"year": "2025", "value": 1.6}
    assert _case([TARGET, later], *CITY).target == 1.6


def test_reached_follows_the_comparator_of_the_document():
    """1.75 / 1 = 1.75: “below 1.75” is not fulfilled by 1.75, “1.75” is."""
    even = (("income_urban", C, "2022", 70_000), ("income_rural", C, "2022", 40_000))
    plain = TARGET | {"value": 1.75}
    assert _case([plain], *even).reached
    assert not _case([plain | {"comparator": "lt"}], *even).reached


def test_where_nothing_is_known_the_case_is_empty():
    case = _case([TARGET])
    assert case.ratio != case.ratio
    assert not case.reached


def test_a_chart_shows_a_county_once_it_has_two_years():
    figures = [
        ("urban_rural_ratio", D, "2022", 1.6),
        ("urban_rural_ratio", C, "2022", 1.7),
    ]
    reg = registry()
    ratios = urban_rural.yearly_ratios(observations(*figures), reg)
    assert set(urban_rural.charted(ratios, accent=C).region) == {C}
    assert set(urban_rural.charted(ratios, accent=D).region) == {C, D}
    figures.append(("urban_rural_ratio", D, "2021", 1.6))
    ratios = urban_rural.yearly_ratios(observations(*figures), reg)
    assert set(urban_rural.charted(ratios, accent=C).region) == {C, D}


def test_a_part_of_a_year_stands_beside_its_year():
    """Nine months 1.647, the year 1.738: the difference is whole less partial."""
    seen = observations(
        ("urban_rural_ratio", C, "2020-Q1Q3", 1.647),
        ("urban_rural_ratio", C, "2020", 1.738),
        ("urban_rural_ratio", C, "2021-H1", 1.6),
    )
    table = urban_rural.partial_ratios(seen)
    assert table.difference.iloc[0] == pytest.approx(0.091)
    assert urban_rural.comparisons(table) == {"known": 1, "above": 1, "below": 0}
    assert urban_rural.newest(table) == {"period": "2021年上半年", "ratio": "1.6"}


def test_the_required_differential_is_the_quotient_of_growth_factors():
    # 1.686 / 1.67 = 1.00958 in one year
    found = urban_rural.required_differentials([1.686, 1.6], target=1.67)
    assert found.years_1.iloc[0] == pytest.approx(0.00958, abs=1e-5)
    assert found.years_1.isna().iloc[1]


def test_no_pair_of_growths_is_shown_for_a_target_that_is_met():
    assert urban_rural.frontier(1.6, target=1.67).empty
    assert not urban_rural.frontier(1.7, target=1.67).empty


def test_growth_is_that_of_the_latest_two_years_in_a_row():
    """Urban 100 → 104, rural 50 → 53."""
    seen = observations(
        *(("income_urban", C, "2021", 100), ("income_urban", C, "2022", 104)),
        *(("income_rural", C, "2021", 50), ("income_rural", C, "2022", 53)),
    )
    year, urban, rural = urban_rural.latest_growth(seen, C)
    assert (year, urban, rural) == (2022, pytest.approx(0.04), pytest.approx(0.06))
    assert urban_rural.latest_growth(seen[seen.period == "2022"], C) is None


def test_a_limit_of_the_urban_income_is_shown_for_its_own_region():
    bound = {
        "indicator": "income_urban",
        "region": D,
        "period": "2021",
        "high": 64_520,
        "unit": "元",
        "source": "s",
    }
    found = urban_rural.upper_bounds(registry(bounds=[bound]), D)
    assert found.high.tolist() == [64_520]
    assert urban_rural.upper_bounds(registry(bounds=[bound]), C).empty
