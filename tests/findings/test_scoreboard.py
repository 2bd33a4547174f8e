"""Counts of targets: each once, by what it is judged by."""

from fenghua_analysis.assessment import assess
from fenghua_analysis.findings import scoreboard
from fenghua_analysis.parameters import Request
from tests.small_world import observations, registry

D, C = "330213", "330200"
INCOME = {"indicator": "income_all", "value": 56_000, "unit": "元"}
SHARE = {"indicator": "urbanisation", "value": 65, "unit": "%", "area": "b"}
PLACES = {"indicator": "new_places", "value": 890, "unit": "个", "kind": "flow"}
ENERGY = {"indicator": "energy", "kind": "delegated", "comparator": ""}
CITY = INCOME | {"region": C, "plan": "p2025", "year": "2025", "value": 90_000}


def _rows(targets, *figures, as_of="2024-06-30"):
    reg = registry(targets)
    return assess(observations(*figures), reg, request=Request(as_of=as_of))


def test_published_and_estimated_figures_are_counted_apart():
    rows = _rows(
        [INCOME, SHARE, PLACES, ENERGY, CITY],
        ("income_all", D, "2022", 54_451, "estimated"),
        ("urbanisation", D, "2023-12", 62.5),
    )
    found = scoreboard.tally(rows, D)
    assert found.grounds == {"published": 1, "estimated": 1}
    assert (found.total, found.judged, found.above, found.later) == (4, 2, 1, 1)
    assert (found.verdicts["missed"], found.verdicts["no_data"]) == (2, 1)
    assert found.verdicts["not_published"] == 1


def test_what_is_neither_met_nor_missed_is_under_way():
    rows = _rows([INCOME], ("income_all", D, "2021", 50_000), as_of="2022-06-30")
    assert scoreboard.tally(rows, D).under_way == 1


def test_what_is_met_is_not_under_way():
    rows = _rows([INCOME], ("income_all", D, "2022", 57_000))
    found = scoreboard.tally(rows, D)
    assert (found.verdicts["met"], found.judged, found.under_way) == (1, 1, 0)


def test_a_region_without_targets_counts_those_above_alone():
    found = scoreboard.tally(_rows([CITY]), D)
    assert (found.total, found.above) == (0, 1)


def test_an_overdue_target_is_compared_but_not_judged():
    figures = (("income_all", C, "2020", 60_000), ("income_all", C, "2022", 70_000))
    rows = _rows([CITY], *figures, as_of="2026-01-01")
    assert len(scoreboard.judged(rows)) == 0
    assert len(scoreboard.comparable(rows)) == 1


def test_the_largest_gap_comes_first():
    rows = _rows(
        [INCOME, SHARE],
        ("income_all", D, "2022", 54_451),
        ("urbanisation", D, "2022-12", 40),
    )
    assert list(scoreboard.judged(rows).indicator) == ["urbanisation", "income_all"]


def test_targets_without_a_figure_are_listed_by_document_and_department():
    shared = INCOME | {"department": "区甲局、区乙局", "core": 1}
    rows = _rows([shared, SHARE])
    found = scoreboard.missing_by_department(rows)
    assert list(found.department) == ["区乙局", "区甲局", ""]
    assert list(found.targets) == [1, 1, 1]
    assert list(found.core_targets) == [1, 1, 0]


def test_by_area_every_target_counts_once():
    rows = _rows([INCOME, SHARE, PLACES])
    board = scoreboard.by_area(rows, registry())
    assert list(board.area) == ["a", "b"]
    assert list(board.total) == [2, 1]
