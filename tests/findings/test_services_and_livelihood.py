"""Last year's targets beside this year's; money and projects against the time gone."""

from dataclasses import replace

import pytest

from fenghua_analysis.assessment import assess
from fenghua_analysis.findings import livelihood, services
from fenghua_analysis.parameters import Request
from tests.small_world import observations, registry

D, C = "330213", "330200"


def _share(year, value, **given):
    usual = {"indicator": "urbanisation", "unit": "%", "area": "b", "core": 1}
    return usual | {"year": year, "value": value} | given


def _beside(*targets):
    reg = registry(targets)
    rows = assess(observations(), reg, request=Request(as_of="2026-01-01"))
    return services.beside_earlier(rows, reg).set_index("year")


def test_the_latest_earlier_target_stands_beside_each_with_its_comparator():
    found = _beside(
        _share("2021", 60), _share("2022", 62, comparator="ge"), _share("2023", 65)
    )
    last = found.loc["2023"]
    assert (last.earlier, last.earlier_year, last.earlier_comparator) == (
        62,
        "2022",
        "ge",
    )
    assert last.change == 3
    assert found.earlier.isna().loc["2021"]


def test_a_statement_of_the_same_year_is_no_earlier_one():
    assert _beside(_share("2022", 62)).earlier.isna().all()


def test_a_target_of_the_city_is_none_before_the_districts():
    found = _beside(_share("2021", 60, region=C, plan="p2025"), _share("2022", 62))
    assert found.earlier.isna().loc["2022"]


def test_only_plans_with_core_indicators_are_service_tables():
    reg = registry([_share("2022", 62), _share("2025", 70, plan="p2025", core=0)])
    rows = assess(observations(), reg, request=Request(as_of="2026-01-01"))
    assert list(services.of_table(rows).plan) == ["p2022"]


def _money(kind, value, unit, *, row, plan="p2022", funding="total"):
    return {
        "plan": plan,
        "row": row,
        "name": "资金",
        "name_en": "money",
        "measures": "money",
        "kind": kind,
        "funding": funding,
        "period": "2022-H1" if kind == "actual" else "2022",
        "value": value,
        "unit": unit,
        "source": "s",
        "locator": "一",
        "offset": row,
    }


def _rows(*progress):
    return livelihood.newest_bulletin(registry(progress=list(progress)))


def test_money_is_divided_in_one_unit():
    """22.47亿元 is 224,700万元; 224,700 / 401,600 = 55.95 %, half a year gone."""
    rows = _rows(
        _money("target", 40.16, "亿元", row=1), _money("actual", 224_700, "万元", row=2)
    )
    total = livelihood.money(rows).iloc[0]
    assert (total.used, total.unit) == (22.47, "亿元")
    assert total.used_share == pytest.approx(0.5595, abs=1e-4)
    assert total.lead == pytest.approx(0.0595, abs=1e-4)


def test_money_that_is_not_reported_has_no_share():
    rows = _rows(
        _money("target", 40, "亿元", row=1),
        _money("actual", 20, "亿元", row=2),
        _money("target", 5, "亿元", row=3, funding="other"),
    )
    other = livelihood.money(rows).set_index("funding").loc["other"]
    assert other[["used", "used_share", "lead"]].isna().all()
    assert other.planned == 5


def test_the_newest_bulletin_is_the_one_issued_last():
    """Not the last one of the alphabet: p2022 of 2022-06-30, p2025 issued in 2021."""
    small = registry(
        progress=[
            _money("target", 1, "亿元", row=1, plan="p2025"),
            _money("target", 2, "亿元", row=1, plan="p2022"),
        ]
    )
    small.plans["p2025"] = replace(small.plans["p2025"], issued="2021")
    assert list(livelihood.newest_bulletin(small).plan) == ["p2022"]


def test_without_a_bulletin_there_is_no_place():
    rows = livelihood.newest_bulletin(registry())
    assert rows.empty and livelihood.place(rows, registry()) == ""
