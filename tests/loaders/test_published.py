"""The collected statistics become the registry's figures, none of them unread."""

from pathlib import Path

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from fenghua_analysis import table, wording
from fenghua_analysis.contract import read_table
from fenghua_analysis.errors import DataError
from fenghua_analysis.loaders.published import Published, read_published
from fenghua_analysis.records import read_records
from fenghua_analysis.registry import Indicator, Source
from tests.shared import shared

DATA = Path(__file__).resolve().parents[2] / "data"
EXAMPLES = Path(__file__).resolve().parents[1] / "data"
EXCERPT = EXAMPLES / "published_statistics_excerpt.csv"
BECOMES = EXAMPLES / "published_statistics_observations.csv"


def read(path: Path) -> Published:
    return read_published(
        path,
        indicators=read_records(DATA / "registry/indicators.yml", Indicator),
        sources=read_records(DATA / "registry/sources.yml", Source),
    )


# ── Ten real rows, and the exact tables they must become ─────────────────────────────


def test_ten_rows_become_exactly_these_observations():
    """Conversions by hand: 78.8 % = 0.788; 577,505 人 = 57.7505 万人.

    76,690 / 45,487 = 1.685976…, which the file prints as 1.686.
    """
    expected = pd.read_csv(BECOMES, dtype={"region": "str", "period": "str"})
    expected = expected.fillna({"note": ""})
    found = read(EXCERPT).observations
    assert_frame_equal(found, expected, check_dtype=False, rtol=1e-11)


def test_the_printed_ratio_loses_to_the_two_printed_incomes():
    conflicts = read(EXCERPT).conflicts
    assert conflicts.value.tolist() == [1.69]
    assert conflicts.source.tolist() == ["nb_income_2022"]
    assert conflicts.chosen.tolist() == ["zj_yearbook_2022"]


def test_a_bound_is_no_figure():
    bounds = read(EXCERPT).bounds
    assert bounds[["indicator", "region", "period"]].values.tolist() == [
        ["income_urban", "330213", "2021"]
    ]
    assert bounds.high.tolist() == [64520] and bounds.low.isna().all()


def test_a_target_of_another_government_becomes_a_target_row():
    (row,) = read(EXCERPT).targets.itertuples()
    assert (row.plan, row.year, row.kind) == (
        "zj_common_prosperity_2025",
        "2025",
        "level",
    )
    assert (row.comparator, row.value, row.unit) == ("lt", 1.9, "ratio")
    assert row.quote == "be lower than 1.9 times of"


def test_a_figure_without_a_year_is_left_out_and_shown():
    assert read(EXCERPT).left_out.indicator_zh.tolist() == ["土地面积"]


# ── Each malformed twin and its message ──────────────────────────────────────────────


@pytest.mark.parametrize(
    ("column", "cell", "message"),
    [
        (
            "indicator_zh",
            "城乡居民收入壁",
            "indicators.yml does not hold it.*城乡居民收入比",
        ),
        ("source_title", "某报", "sources.yml does not hold it"),
        ("note", "old bassis", "published_notes.csv does not hold it.*old basis"),
        ("unit", "亿元", "the unit does not fit the indicator → use “ratio”"),
        ("period", "Q2", "not in the form that this column takes"),
        ("value", "1.69左右", "not a number"),
        ("kind", "guess", "not one of the allowed values"),
    ],
)
def test_a_row_that_cannot_be_read_says_where_and_why(tmp_path, column, cell, message):
    wording.speak("en")
    rows = pd.read_csv(EXCERPT, dtype=str, keep_default_na=False)
    rows.loc[2, column] = cell
    rows.to_csv(tmp_path / "twin.csv", index=False)
    with pytest.raises(DataError, match=rf"twin\.csv · row 4 · {column}.*{message}"):
        read(tmp_path / "twin.csv")


def test_all_unread_rows_are_reported_together(tmp_path):
    rows = pd.read_csv(EXCERPT, dtype=str, keep_default_na=False)
    rows.loc[[1, 3], "note"] = "?"
    rows.to_csv(tmp_path / "twin.csv", index=False)
    with pytest.raises(DataError) as caught:
        read(tmp_path / "twin.csv")
    assert [problem.row for problem in caught.value.problems] == [3, 5]


# ── The whole file, and the tables that are committed ────────────────────────────────


@pytest.fixture(scope="module")
def published() -> Published:
    return read(shared("data/published_statistics.csv"))


@pytest.mark.parametrize("name", ["observations", "conflicts", "bounds"])
def test_the_committed_tables_are_what_the_file_states(published, name):
    declared = next(t for t in table.TABLES if t.name == name)
    committed = read_table(declared, DATA)
    stated = getattr(published, name).sort_values(list(declared.key), kind="stable")
    assert_frame_equal(committed, stated.reset_index(drop=True), rtol=1e-11)


def test_no_row_is_lost(published):
    """983 rows: each is a figure, a figure that lost, a bound, a target or undated.

    Three printed ratios lost to a quotient, which is no row of the file.
    """
    parts = (published.observations, published.conflicts, published.bounds)
    counts = [len(p) for p in (*parts, published.targets, published.left_out)]
    assert counts == [945, 18, 8, 12, 3] and sum(counts) == 983 + 3


def test_every_quotient_is_the_ratio_that_was_printed(published):
    """To the printed digits: 1.686 stands for 1.6855 to 1.6865, 2.71 for 2.705 …"""
    raw = pd.read_csv(shared("data/published_statistics.csv"), dtype=str)
    printed = raw[raw.note.str.match(r"(urban/rural = )?\d+/\d+(;|$)", na=False)]
    period = printed.year + printed.period.map({"H1": "-H1"}).fillna("")
    key = pd.MultiIndex.from_arrays([printed.adcode, period])
    ratios = published.observations.query("indicator == 'urban_rural_ratio'")
    found = ratios.set_index(["region", "period"]).value.loc[key]
    decimals = printed.value.str.partition(".")[2].str.len()
    assert (abs(found.values - printed.value.astype(float)) <= 0.5 / 10**decimals).all()
    assert len(printed) == 111


def test_every_target_of_the_file_stands_in_the_registry(published):
    """They share one table with the documents' targets; a lost merge shows here."""
    registered = read_table(table.TARGETS, DATA)
    columns = table.TARGETS.names
    key = list(table.TARGETS.key)
    merged = published.targets[key].merge(registered, on=key)[columns]
    assert_frame_equal(merged, published.targets)
