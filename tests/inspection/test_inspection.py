"""One mistake in a sound data folder, and the one message that it must give."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from fenghua_analysis import wording
from fenghua_analysis.inspection import check_folder

DATA = Path(__file__).resolve().parents[2] / "data"

Change = Callable[[Path], None]


@pytest.fixture
def folder(tmp_path):
    copy = tmp_path / "data"
    shutil.copytree(DATA, copy)
    return copy


def said(folder: Path) -> list[str]:
    return [problem.text("en") for problem in check_folder(folder)]


def cell(path: str, column: str, value: str, **key: str) -> Change:
    """Put `value` into the first row that has this key."""

    def change(folder: Path) -> None:
        rows = pd.read_csv(folder / path, dtype=str, keep_default_na=False)
        wanted = pd.Series(True, index=rows.index)
        for name, word in key.items():
            wanted &= rows[name] == word
        rows.loc[rows.index[wanted][0], column] = value
        rows.to_csv(folder / path, index=False)

    return change


def line(path: str, old: str, new: str) -> Change:
    """Replace a passage that stands once in a file."""

    def change(folder: Path) -> None:
        text = (folder / path).read_text(encoding="utf-8")
        assert text.count(old) == 1
        (folder / path).write_text(text.replace(old, new), encoding="utf-8")

    return change


OBSERVATIONS, TARGETS = "observations.csv", "registry/targets.csv"
INDICATORS = "registry/indicators.yml"
RATIO = {"indicator": "urban_rural_ratio", "region": "330200", "period": "2022"}
PEOPLE = {"indicator": "population", "region": "330213", "period": "2023-12"}
TOWNS = {"indicator": "urbanisation", "region": "330213", "period": "2023-12"}
GDP = {"indicator": "gdp", "region": "330200", "period": "2022"}
INCOME = {"indicator": "income_all", "region": "330213", "period": "2021"}
OF_ALL = "  en: Disposable income per head\n  unit: 元\n  direction: "


def test_the_folder_that_ships_is_sound():
    assert said(DATA) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            cell(OBSERVATIONS, "region", "330214", **GDP),
            "region · value “330214”: registry/regions.csv does not hold it",
        ),
        (
            cell(OBSERVATIONS, "source", "zj_yearbok_2022", **GDP),
            "zj_yearbok_2022”: registry/sources.yml does not hold it; did you mean",
        ),
        (
            cell(OBSERVATIONS, "indicator", "gpd", **GDP),
            "value “gpd”: registry/indicators.yml does not hold it",
        ),
        (
            cell(OBSERVATIONS, "unit", "万元", **INCOME),
            "unit · value “万元”: the unit does not fit the indicator → use “元”",
        ),
        (
            cell(OBSERVATIONS, "period", "2023", **PEOPLE),
            "period · value “2023”: the period does not fit the indicator",
        ),
        (
            cell(OBSERVATIONS, "period", "2022-12", **GDP),
            "period · value “2022-12”: the period does not fit the indicator",
        ),
        (
            cell(OBSERVATIONS, "value", "5156.4", **INCOME),
            "value “5156.4”: outside its own interval 51531–51596",
        ),
        (
            cell(OBSERVATIONS, "value", "625", **TOWNS),
            "value “625.0”: outside 0–100",
        ),
        (
            cell(OBSERVATIONS, "value", "-15704", **GDP),
            "value “-15704”: a sum of money must be above zero",
        ),
        (
            cell(OBSERVATIONS, "value", "-58.9", **PEOPLE),
            "value “-58.9”: must not be below zero",
        ),
        (
            cell(OBSERVATIONS, "region", "330204", **GDP),
            "period · value “2022”: the region did not exist in that year",
        ),
        (
            cell("breaks.csv", "region", "all", indicator="population"),
            "region · value “all”: registry/regions.csv does not hold it",
        ),
        (
            cell("registry/regions.csv", "parent", "", code="330213"),
            "parent: the region has no parent",
        ),
        (
            cell("registry/regions.csv", "parent", "330299", code="330213"),
            "parent · value “330299”: registry/regions.csv does not hold it",
        ),
        (
            cell(TARGETS, "unit", "人", indicator="urban_rural_ratio"),
            "unit · value “人”: the unit does not fit the indicator → use “ratio”",
        ),
        (
            cell(TARGETS, "plan", "fh_2021", plan="fh_2022"),
            "plan · value “fh_2021”: registry/plans.yml does not hold it",
        ),
        (
            cell("registry/milestones.csv", "number", "99", list="work"),
            "· 99”: registry/work_items.csv does not hold it",
        ),
        (
            cell("registry/work_items.csv", "departments", "区某局", number="1"),
            "value “区某局”: registry/departments.csv does not hold it",
        ),
        (
            cell("registry/opinion_answers.csv", "answer", "gpd", kind="indicator"),
            "answer · value “gpd”: registry/indicators.yml does not hold it",
        ),
        (
            cell("registry/opinion_answers.csv", "answer", "99", kind="work"),
            "99”: registry/work_items.csv does not hold it",
        ),
        (
            line(INDICATORS, "\nincome_rank:\n", "\nincome_place:\n"),
            "income_place: no figure and no promise uses the indicator → remove it",
        ),
        (
            line(INDICATORS, "names: [人均工资性收入]", "names: [地区生产总值]"),
            "value “地区生产总值”: the indicator income_wage has this name too",
        ),
        (
            line(INDICATORS, "names: [财政总收入]", "name: [财政总收入]"),
            "fiscal_revenue_total.name: a record has no such key",
        ),
        (
            line("registry/plans.yml", "source: fh_work_plan_2022", "source: fh"),
            "fh_2022.source · value “fh”: registry/sources.yml does not hold it",
        ),
        (
            line("geo/fenghua_townships_tiles.geojson", '"330213108"', '"330213109"'),
            "value “330213108”: the map lacks the region",
        ),
        (
            line("geo/ningbo_counties.geojson", '"海曙区"', '"海曙 区"'),
            "osm_counties.sha256 · value .*: the file is not the one whose sha256",
        ),
        (
            cell(TARGETS, "comparator", "growth", indicator="income_all"),
            "comparator · value “growth”: a growth is no value of the indicator",
        ),
        (
            cell(TARGETS, "value", "", indicator="income_all"),
            "value: a target of the kind level needs a number",
        ),
        (
            cell(TARGETS, "kind", "interval", indicator="income_all"),
            "value_high: the interval has no upper end above 75000",
        ),
        (
            line(INDICATORS, f"{OF_ALL}higher", f"{OF_ALL}none"),
            "indicator · value “income_all”: neither way of the indicator is better",
        ),
        (
            cell("registry/milestones.csv", "end", "2022-13", list="work"),
            "end · value “2022-13”: not in the form",
        ),
        (
            cell("registry/milestones.csv", "end", "2021-12", list="work"),
            "end · value “2021-12”: ends no later than it begins",
        ),
        (
            cell(OBSERVATIONS, "period", "2022/2016", **GDP),
            "period · value “2022/2016”: ends no later than it begins",
        ),
        (
            cell(OBSERVATIONS, "period", "２０２２", **GDP),
            "period · value “２０２２”: not in the form",
        ),
        (
            line("registry/sources.yml", "issued: 2026-01-21", "issued: 2026年1月"),
            "nb_government_report_2026.issued · value “2026年1月”: not a date",
        ),
        (
            line("registry/sources.yml", "issued: 2026-01-21", "issued: 2026-02-30"),
            "issued · value “2026-02-30”: not a date → write 2022, 2022-03",
        ),
        (
            line("registry/sources.yml", "issued: 2026-01-21", "issued: 2206-01-21"),
            "issued · value “2206-01-21”: issued after today",
        ),
        (
            cell("registry/regions.csv", "parent", "330213", code="100000"),
            "parent · value .*: the regions above it lead back to it",
        ),
    ],
)
def test_a_mistake_is_named_where_it_stands(folder, change, message):
    change(folder)
    assert any(re.search(message, text) for text in said(folder))


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("observations.csv", "observations.csv: the file is missing"),
        ("registry/indicators.yml", "registry/indicators.yml: the file is missing"),
        ("registry/regions.csv", "registry/regions.csv: the file is missing"),
    ],
)
def test_a_file_that_is_missing_is_reported_alone(folder, path, message):
    """What refers to it is not checked: one cause, one message."""
    (folder / path).unlink()
    (text,) = said(folder)
    assert text.startswith(message)


def test_a_folder_that_is_not_there_is_said_once(tmp_path):
    (text,) = said(tmp_path / "nowhere")
    assert "nowhere: there is no such data folder → run it in the folder of" in text


def test_every_problem_is_worded_in_both_languages(folder):
    cell(OBSERVATIONS, "unit", "万元", **INCOME)(folder)
    (problem,) = check_folder(folder)
    assert problem.text("zh").endswith("单位与指标不符 → 请改为“元”")
    wording.speak("en")
    assert problem.text() == problem.text("en")
