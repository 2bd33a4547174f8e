"""Supplied figures beside those that stand, and everything that forbids adding them."""

import pytest

from fenghua_analysis import wording
from fenghua_analysis.errors import DataError
from fenghua_analysis.supply import CONFLICT, NEW, SAME, propose
from fenghua_analysis.table import OBSERVATIONS
from tests.offices import INCOMES, incomes_csv, text, workbook

HEAD = "指标,地区,年份,数值,单位,数据性质"
# Fenghua's own mean of 2022 stands as an estimate of 54,451 yuan.
STANDING = "income_all,奉化区,2022,54451,元"
OTHERWISE = "income_all,奉化区,2022,55000,元"


@pytest.fixture
def proposed(shipped):
    def proposing(*paths, date="2023-01-01"):
        return propose(paths, shipped, date=date)

    return proposing


def counts(proposal):
    return [proposal.count(fate) for fate in (NEW, SAME, CONFLICT)]


def test_figures_without_a_counterpart_are_new(proposed, tmp_path):
    proposal = proposed(incomes_csv(tmp_path / "a.csv"))
    assert counts(proposal) == [12, 0, 0]
    rows = proposal.rows[OBSERVATIONS]
    assert rows.value.tolist() == list(INCOMES)
    assert set(rows.unit) == {"元"} and set(rows.status) == {"published"}


def test_an_equal_figure_is_there_already(proposed, tmp_path):
    assert counts(proposed(text(tmp_path / "a.csv", HEAD, STANDING + ","))) == [0, 1, 0]


def test_another_figure_is_a_conflict_and_shows_what_stands(proposed, tmp_path):
    proposal = proposed(text(tmp_path / "a.csv", HEAD, OTHERWISE + ","))
    assert counts(proposal) == [0, 0, 1]
    (row,) = proposal.rows[OBSERVATIONS].to_dict("records")
    assert (row["value"], row["value_standing"]) == (55000, 54451)
    assert (row["status_standing"], row["source_standing"]) == (
        *("estimated", "nb_income_2022"),
    )


def test_an_equal_figure_that_is_said_to_be_known_otherwise_is_a_conflict(
    proposed, tmp_path
):
    """An estimate does not become a publication by standing in a file again."""
    path = text(tmp_path / "a.csv", HEAD, STANDING + ",公布")
    assert counts(proposed(path)) == [0, 0, 1]


def test_files_of_one_command_are_proposed_together(proposed, tmp_path):
    town = text(tmp_path / "b.csv", HEAD, "income_urban,奉化区,2022,64000,元,")
    proposal = proposed(incomes_csv(tmp_path / "a.csv"), town)
    assert counts(proposal) == [13, 0, 0] and len(proposal.sources) == 2


# ── Sources ──────────────────────────────────────────────────────────────────────────


def test_a_file_becomes_a_source_by_its_name_and_its_content(proposed, tmp_path):
    path = incomes_csv(tmp_path / "镇街 Income-2022.csv")
    (source,) = proposed(path).sources.values()
    assert source.id == f"user_income_2022_{source.sha256[:8]}"
    assert (source.kind, source.title, source.file) == (
        *("user", path.name, path.name),
    )
    assert source.publisher == "使用者提供 / supplied by user"
    assert source.issued == "2023-01-01"


def test_the_same_file_is_the_same_source_on_any_day(proposed, tmp_path):
    path = incomes_csv(tmp_path / "a.csv")
    assert list(proposed(path).sources) == list(
        proposed(path, date="2024-05-05").sources
    )


def test_several_publications_in_one_file_are_several_sources(proposed, tmp_path):
    rows = ["地区,年份,收入（元）,资料来源", "溪口镇,2022,1,甲", "裘村镇,2022,2,乙"]
    first, second = proposed(text(tmp_path / "a.csv", *rows)).sources.values()
    assert (first.title, second.title) == ("甲", "乙")
    assert second.id == f"{first.id}_2"


@pytest.mark.parametrize("field", ["id", "title"])
def test_a_registered_publication_is_credited_itself(
    proposed, shipped, tmp_path, field
):
    registered = shipped.sources["zj_yearbook_2022"]
    row = f'溪口镇,2022,52000,"{getattr(registered, field)}"'
    path = text(tmp_path / "a.csv", "地区,年份,收入（元）,资料来源", row)
    (source,) = proposed(path).sources.values()
    assert source == registered


# ── Mutations: one mistake, one message, and no proposal ─────────────────────────────


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            ["income_all,溪口镇,2022,1,元,", "income_all,溪口,2022年,2,元,"],
            r"row 3 · 数值 · value “income_all · 330213100 · 2022”: "
            r"the same figure is given at a\.csv · 2 · 数值 → leave one",
        ),
        (
            ["income_all,溪口镇,2022,-52000,元,"],
            "row 2 · 数值 · value “-52000”: a sum of money must be above zero",
        ),
        (
            ["income_all,溪口镇,2022,0,元,"],
            "a sum of money must be above zero → check it; leave the cell blank",
        ),
        (["population,溪口镇,2022,-8,万人,"], "must not be below zero"),
        (["urbanisation,奉化区,2022,625,%,"], "value “625.0”: outside 0–100"),
        (
            ["income_all,溪口镇,2022-12,52000,元,"],
            "row 2 · 年份 · value “2022-12”: the period does not fit the indicator",
        ),
        (
            ["income_all,奉化市,2022,52000,元,"],
            "the region did not exist in that year",
        ),
        (["income_all,溪口镇,2022,52000,人,"], "does not fit the indicator → use “元”"),
        (["income_all,溪口镇,2022,五万,元,"], "value “五万”: not a number"),
        (["income_all,溪扣,2022,52000,元,"], "no such region"),
    ],
)
def test_a_mistake_is_named_where_it_stands(proposed, tmp_path, rows, message):
    wording.speak("en")
    with pytest.raises(DataError, match=message) as caught:
        proposed(text(tmp_path / "a.csv", HEAD, *rows))
    assert all(problem.file == "a.csv" for problem in caught.value.problems)


def test_all_mistakes_of_all_files_are_told_at_once(proposed, tmp_path):
    wrong = text(tmp_path / "a.csv", HEAD, "income_all,某镇,2022,x,元,")
    negative = workbook(
        tmp_path / "b.xlsx",
        {"表": [["地区", "年份", "收入（元）"], ["溪口镇", 2022, -1]]},
    )
    with pytest.raises(DataError) as caught:
        proposed(wrong, negative, tmp_path / "nowhere.xlsx")
    keys = {problem.key for problem in caught.value.problems}
    assert keys == {"unknown_region", "not_positive", "no_such_file"}
    places = [problem.where("en") for problem in caught.value.problems]
    assert any("b.xlsx · 表!C2" in place for place in places)


def test_the_same_figure_in_two_files_is_given_twice(proposed, tmp_path):
    wording.speak("en")
    paths = [incomes_csv(tmp_path / name) for name in ("a.csv", "b.csv")]
    with pytest.raises(DataError, match=r"b\.csv .*is given at a\.csv · 2"):
        proposed(*paths)


def test_an_item_that_no_list_holds_is_named(proposed, tmp_path):
    wording.speak("en")
    row = "work,999,60"
    with pytest.raises(DataError, match=r"work_items\.csv does not hold it"):
        proposed(text(tmp_path / "a.csv", "清单,序号,完成比例（%）", row))


def test_more_than_all_of_an_item_is_none(proposed, tmp_path):
    wording.speak("en")
    with pytest.raises(DataError, match="completion must lie between 0% and 100%"):
        proposed(text(tmp_path / "a.csv", "清单,序号,completed", "work,1,60"))
