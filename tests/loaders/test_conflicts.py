"""Of two sources of one figure the better one is used, and the other one is kept."""

from dataclasses import replace

import pandas as pd
import pytest

from fenghua_analysis import table, wording
from fenghua_analysis.errors import DataError
from fenghua_analysis.loaders.conflicts import settle
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
