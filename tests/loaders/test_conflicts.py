"""Of two sources of one figure the better one is used, and the other one is kept."""

from dataclasses import replace

import pandas as pd
import pytest

from fenghua_analysis import table, wording
from fenghua_analysis.errors import DataError
from fenghua_analysis.loaders.conflicts import divide_again, settle
from fenghua_analysis.registry import Source

YEARBOOK = Source("yearbook", "statistics", "Yearbook", "Bureau", "facts", priority=10)
PRESS = replace(YEARBOOK, id="press", priority=40)
SOURCES = {"yearbook": YEARBOOK, "press": PRESS}


def figure(value: float, source: str, **others: str) -> dict[str, object]:
    key = {"indicator": "gdp", "region": "330213", "period": "2022"}
    stated = {"value": value, "unit": "亿元", "status": "published", "source": source}
    return key | stated | {"note": ""} | others


def figures(*rows: dict[str, object]) -> pd.DataFrame:
    return pd.DataFrame(rows).reindex(columns=table.OBSERVATIONS.names)


def test_the_yearbook_wins_wherever_it_stands():
    chosen, conflicts = settle(
        figures(figure(909.9, "press"), figure(910.3, "yearbook")), SOURCES
    )
    assert chosen.source.tolist() == ["yearbook"]
    assert conflicts.value.tolist() == [909.9]
    assert conflicts.chosen.tolist() == ["yearbook"]


def test_a_figure_of_one_source_stays_whatever_its_rank():
    chosen, conflicts = settle(figures(figure(909.9, "press")), SOURCES)
    assert chosen.source.tolist() == ["press"] and conflicts.empty


def test_other_figures_do_not_compete():
    rows = figures(figure(910.3, "yearbook"), figure(860.0, "press", period="2021"))
    chosen, conflicts = settle(rows, SOURCES)
    assert len(chosen) == 2 and conflicts.empty


def test_two_sources_of_one_rank_are_an_error():
    wording.speak("en")
    equals = SOURCES | {"press": replace(PRESS, priority=10)}
    rows = figures(figure(910.3, "yearbook"), figure(909.9, "press"))
    with pytest.raises(DataError, match=r"gdp · 330213 · 2022.*same priority → rank"):
        settle(rows, equals)


def _incomes(urban, rural, **others):
    return [
        figure(value, "press", indicator=name, unit="元", **others)
        for name, value in (("income_urban", urban), ("income_rural", rural))
    ]


def _ratio(value, **others):
    return figure(value, "press", indicator="urban_rural_ratio", unit="ratio", **others)


def test_a_printed_ratio_gives_way_to_the_quotient_of_its_incomes():
    """62,699 / 31,930 = 1.96364, printed as 1.96."""
    rows = figures(*_incomes(62_699.0, 31_930.0), _ratio(1.96))
    chosen, conflicts = divide_again(*settle(rows, SOURCES))
    ratio = chosen[chosen.indicator == "urban_rural_ratio"].iloc[0]
    assert ratio.value == pytest.approx(1.96364, abs=1e-5)
    assert (ratio.status, ratio.note) == ("derived", "62,699/31,930")
    assert conflicts.value.tolist() == [1.96]
    assert conflicts.chosen.tolist() == ["press"]


def test_rounded_incomes_divide_into_nothing_better():
    incomes = _incomes(88_000.0, 53_000.0)
    incomes[0] |= {"low": 87_500.0, "high": 88_500.0}
    chosen, conflicts = divide_again(*settle(figures(*incomes, _ratio(1.66)), SOURCES))
    assert chosen.value.tolist() == [88_000, 53_000, 1.66] and conflicts.empty


def test_incomes_of_another_year_do_not_replace_a_ratio():
    rows = figures(*_incomes(62_699.0, 31_930.0, period="2021"), _ratio(1.96))
    chosen, conflicts = divide_again(*settle(rows, SOURCES))
    assert chosen.value.tolist() == [62_699, 31_930, 1.96] and conflicts.empty
