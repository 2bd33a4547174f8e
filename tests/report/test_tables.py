"""The sheets of a study: in the reader's language, down to units and departments."""

import re
from pathlib import Path

import pytest

from fenghua_analysis.presentation import unit_words
from fenghua_analysis.report.tables import sheets
from fenghua_analysis.study import open_study
from fenghua_analysis.wording import speaking

DATA = Path(__file__).resolve().parents[2] / "data"
CHINESE = re.compile(r"[\u4e00-\u9fff]")
LATIN = re.compile(r"[A-Za-z]{3,}")


@pytest.fixture(scope="module")
def english():
    with speaking("en"):
        return sheets(open_study("report", data_dir=str(DATA), lang="en"))


@pytest.fixture(scope="module")
def chinese():
    return sheets(open_study("report", data_dir=str(DATA)))


@pytest.mark.parametrize("sheet", ["gaps", "statements", "goals", "observations"])
def test_units_stand_in_english(english, sheet):
    column = "own_unit" if sheet == "gaps" else "unit"
    units = set(english[sheet][column])
    assert not [unit for unit in units if CHINESE.search(unit)]


def test_departments_stand_in_english_where_they_have_an_english_name(english):
    names = english["items"].departments.str.split(", ").explode()
    assert not names[names.str.contains(CHINESE)].any()


def test_a_remark_in_both_languages_gives_the_reader_one(english, chinese):
    for shown, other in ((english, r"^[\u4e00-\u9fff]"), (chinese, r" / [A-Za-z]")):
        notes = shown["observations"].note
        assert not notes[notes.str.contains(other)].any()
    # a unit may stay as it was printed
    assert "printed as 1.87万亿元" in set(english["observations"].note)


def test_two_publishers_are_no_remark_in_two_languages(chinese):
    both = "浙江省统计局 / 国家统计局浙江调查总队"
    assert both in set(chinese["sources"].publisher)


def test_no_english_title_is_the_source_of_a_figure_on_a_chinese_sheet(chinese):
    for sheet in ("gaps", "statements", "observations"):
        titles = set(chinese[sheet].source)
        assert not [title for title in titles if not CHINESE.search(title)]
    # the title itself is kept where sources are listed
    titles = set(chinese["sources"].title)
    assert "Zhejiang announces concrete targets for common prosperity (2021-06-30)" in (
        titles
    )


def test_locators_of_press_reports_stand_in_one_language(chinese):
    assert set(chinese["gaps"].locator[chinese["gaps"].region == "全国"]) == {
        "报道正文"
    }


def test_the_parameters_are_said_in_words(chinese, english):
    assert list(chinese["parameters"].parameter)[:3] == ["地区", "文件", "目标年份"]
    assert list(chinese["parameters"].asked)[:3] == ["奉化区", "全部", "全部"]
    assert list(english["parameters"].asked)[:2] == ["Fenghua District", "all"]


def test_years_are_numbers(chinese):
    assert {type(year) for year in chinese["gaps"].year} == {int}


@pytest.mark.parametrize(("unit", "words"), [("ratio", "比值"), ("万元/人", "万元/人")])
def test_a_unit_of_none_is_called_a_ratio(unit, words):
    assert unit_words(unit) == words
