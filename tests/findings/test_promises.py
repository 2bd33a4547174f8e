"""What several documents say of one promise: whose, where, and whether they agree."""

import pytest

from fenghua_analysis.findings import promises
from tests.small_world import registry

D, C = "330213", "330200"


def _target(**given):
    return {"indicator": "urban_rural_ratio", "value": 1.67, "unit": ""} | given


def _goal(value, unit, *, number=1, indicator="urban_rural_ratio", plan="p2022"):
    return {
        "plan": plan,
        "list": "work",
        "number": number,
        "step": 1,
        "name": "目标",
        "comparator": "eq",
        "value": value,
        "unit": unit,
        "indicator": indicator,
        "source": "s",
        "locator": "附件",
        "offset": 1,
        "quote": "q",
    }


def test_a_blank_unit_is_that_of_the_indicator():
    stated = promises.statements(registry([_target()], goals=[_goal(1.7, "")]))
    assert list(stated.value) == [1.67, 1.7]
    assert list(stated.unit) == ["", ""]


def test_other_measure_words_of_one_count_compare_by_their_number():
    target = {"indicator": "new_places", "value": 890, "unit": "个", "kind": "flow"}
    goals = [_goal(900, "个", indicator="new_places")]
    reg = registry([target], goals=goals)
    lineage = promises.lineages(reg, regions=[D])
    assert promises.changed(lineage) == [("new_places", D)]


def test_a_unit_that_counts_something_else_does_not_compare():
    goals = [_goal(1, "家")]
    lineage = promises.lineages(registry([_target()], goals=goals), regions=[D])
    assert promises.repeated(lineage) == [("urban_rural_ratio", D)]
    assert promises.changed(lineage) == []


def test_the_promises_of_two_regions_are_two():
    """Catches a district's lineage that lists the city's statement, or the reverse."""
    city = _target(region=C, plan="p2025", year="2025", value=1.6)
    reg = registry([_target(), city], goals=[_goal(1.7, "")])
    lineage = promises.lineages(reg, regions=[D, C])
    assert set(lineage.region) == {D}
    assert list(lineage.stated) == [1.67, 1.7]


def test_two_values_for_one_year_clash_and_a_later_year_only_changes():
    later = _target(plan="p2022", year="2023", value=1.65)
    revised = promises.lineages(registry([_target(), later]), regions=[D])
    assert promises.changed(revised) == [("urban_rural_ratio", D)]
    assert promises.clashing(revised) == []
    apart = registry([_target()], goals=[_goal(1.7, "")])
    lineage = promises.lineages(apart, regions=[D])
    assert promises.clashing(lineage) == [("urban_rural_ratio", D)]


def test_the_change_is_measured_from_the_first_statement():
    later = _target(year="2023", value=1.5865)
    lineage = promises.lineages(registry([_target(), later]), regions=[D])
    # 1.5865 / 1.67 − 1 = −5 %
    assert list(lineage.change) == pytest.approx([0, -0.05])


def test_the_same_number_in_another_unit_is_no_change():
    income = {"indicator": "income_all", "value": 1.4, "unit": "万元"}
    goals = [_goal(14_000, "元", indicator="income_all")]
    lineage = promises.lineages(registry([income], goals=goals), regions=[D])
    assert promises.changed(lineage) == promises.clashing(lineage) == []
