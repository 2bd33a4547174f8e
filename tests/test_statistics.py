"""The published statistics that ship, held against each other and arithmetic."""

from pathlib import Path

import pandas as pd
import pytest

from fenghua_analysis import table
from fenghua_analysis.contract import read_table
from fenghua_analysis.periods import Period
from fenghua_analysis.study import open_study

DATA = Path(__file__).resolve().parents[1] / "data"
CITIES = [f"33{n:02}00" for n in range(1, 12)]


@pytest.fixture(scope="module")
def figures() -> pd.DataFrame:
    rows = read_table(table.OBSERVATIONS, DATA)
    return rows.set_index(["indicator", "region", "period"]).sort_index()


def values(figures: pd.DataFrame, indicator: str) -> pd.Series:
    return figures.value.loc[indicator]


# ── Transcribed by hand ──────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("indicator", "region", "period", "value"),
    [
        # Zhejiang yearbook, table 17-2, Ningbo
        ("income_urban", "330200", "2022", 76690),
        ("income_rural", "330200", "2022", 45487),
        ("income_urban", "330200", "2014", 44155),
        ("gdp", "330200", "2022", 15704),
        # Fenghua: census bulletin 577,505 persons; H1 2021 of the mid-year report
        ("population", "330213", "2020-11", 57.7505),
        ("income_urban", "330213", "2021-H1", 35606),
        ("income_rural", "330213", "2021-H1", 21748),
        # Ningbo 2021: 78.8 % and 1.43
        ("lowest_county_ratio", "330200", "2021", 0.788),
        ("county_max_min_ratio", "330200", "2021", 1.43),
    ],
)
def test_a_figure_is_the_one_that_was_printed(
    figures, indicator, region, period, value
):
    assert figures.value.loc[(indicator, region, period)] == value


# ── Arithmetic between figures ───────────────────────────────────────────────────────


def test_a_derived_ratio_is_the_quotient_of_its_two_incomes(figures):
    ratios = figures.loc["urban_rural_ratio"].query("note.str.contains('/')")
    ratio = ratios[ratios.note.str.fullmatch(r"[\d,]+/[\d,]+")].value
    urban, rural = values(figures, "income_urban"), values(figures, "income_rural")
    quotient = (urban / rural).loc[ratio.index]
    pd.testing.assert_series_equal(quotient, ratio, rtol=1e-11)
    assert len(ratio) == 114


def test_a_printed_ratio_agrees_with_its_two_incomes(figures):
    """Two printed decimals leave ±0.005.

    In use it is only where the incomes are rounded themselves (Yinzhou's have two
    digits); elsewhere it stands among the conflicts.
    """
    query = "indicator == 'urban_rural_ratio' and status == 'published'"
    conflicts = read_table(table.CONFLICTS, DATA).query(query)
    in_use = figures.reset_index().query(query)
    keys = ["region", "period"]
    urban, rural = values(figures, "income_urban"), values(figures, "income_rural")
    quotients = (urban / rural).rename("quotient").reset_index()
    counts = {}
    for name, rows in (("lost", conflicts), ("in use", in_use)):
        both = rows.merge(quotients, on=keys).dropna(subset=["quotient"])
        assert (abs(both.quotient - both.value) <= 0.005 + 1e-9).all()
        counts[name] = len(both)
    assert counts == {"lost": 7, "in use": 1}


def test_fenghuas_income_follows_from_the_city_and_stays_in_its_interval(figures):
    """65,436 × 0.788 = 51,563.6; × 1.056 = 54,451.1; 0.7875 and 0.7885 bound it."""
    city = figures.value.loc[("income_all", "330200", "2021")]
    ratio = figures.value.loc[("lowest_county_ratio", "330200", "2021")]
    growth = figures.value.loc[("income_all_growth", "330213", "2022")]
    own = figures.loc["income_all"].loc["330213"]
    assert own.value["2021"] == round(city * ratio)
    assert own.value["2022"] == round(city * ratio * (1 + growth / 100))
    assert own.low["2021"] == round(city * (ratio - 0.0005))
    assert own.high["2021"] == round(city * (ratio + 0.0005))
    assert set(own.status) == {"estimated"}


def test_every_estimated_figure_has_its_interval(figures):
    estimated = figures[figures.status == "estimated"]
    assert estimated[["low", "high"]].notna().all(axis=None)


def test_every_derived_figure_states_its_formula(figures):
    assert (figures[figures.status == "derived"].note != "").all()


def test_printed_growth_agrees_with_the_levels_it_connects(figures):
    """One printed decimal of growth leaves ±0.05 points, and a revised base more."""
    for kind in ("all", "urban", "rural"):
        level = values(figures, f"income_{kind}")
        growth = values(figures, f"income_{kind}_growth")
        for (region, period), printed in growth.items():
            before = (region, str(int(period[:4]) - 1) + period[4:])
            if before in level.index and (region, period) in level.index:
                found = (level.loc[(region, period)] / level.loc[before] - 1) * 100
                assert abs(found - printed) < 0.11, (kind, region, period, found)


# ── Periods, breaks, bounds ──────────────────────────────────────────────────────────


def test_half_years_stand_apart_from_years(figures):
    periods = figures.loc["income_urban"].loc["330213"].index
    assert list(periods) == ["2020-H1", "2021-H1"]
    assert not any(Period.parse(period).is_annual for period in periods)


def test_the_cities_have_every_year_since_the_new_survey(figures):
    for indicator in ("income_urban", "income_rural", "urban_rural_ratio"):
        series = values(figures, indicator)
        wanted = [(c, str(y)) for c in CITIES for y in range(2014, 2023)]
        assert series.reindex(wanted).notna().all()


def test_no_series_crosses_the_survey_of_2014(figures):
    """What was measured before stands under an indicator of its own."""
    for indicator in (
        "income_all",
        "income_urban",
        "income_rural",
        "urban_rural_ratio",
    ):
        assert min(figures.loc[indicator].index.get_level_values("period")) >= "2014"


def test_the_break_of_2020_shows_in_the_figures(figures):
    """If it vanishes, residents before 2020 have been revised: drop the break."""
    people = values(figures, "population")
    assert people["330700", "2020-12"] / people["330700", "2019-12"] > 1.2


def test_no_figure_breaks_a_bound(figures):
    bounds = read_table(table.BOUNDS, DATA)
    for row in bounds.itertuples():
        key = (row.indicator, row.region, row.period)
        assert key not in figures.index, "published now: remove the bound"


def test_every_conflict_has_a_winner(figures):
    for row in read_table(table.CONFLICTS, DATA).itertuples():
        key = (row.indicator, row.region, row.period)
        assert figures.source.loc[key] == row.chosen


def test_no_indicator_breaks_where_it_has_no_series(figures):
    breaks = read_table(table.BREAKS, DATA)
    assert set(breaks.indicator) <= set(figures.index.get_level_values("indicator"))


def test_a_ratio_on_the_old_basis_is_urban_over_rural_too():
    """Ningbo 2013: 41,657 / 20,534 = 2.0287."""
    study = open_study("statistics", data_dir=str(DATA))
    old = study.observations.query(
        "indicator == 'urban_rural_ratio_old' and region == '330200'"
    )
    assert old.value.tolist() == pytest.approx([2.0287], abs=1e-4)
