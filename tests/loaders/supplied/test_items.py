"""Reported completion of work items, by their number in the list."""

import pytest

from fenghua_analysis.loaders.supplied import read_supplied
from tests.offices import text

HEAD = "文件,清单,序号,任务,完成比例（%）,截至日"


@pytest.fixture
def read(vocabulary, tmp_path):
    def reading(*lines):
        path = text(tmp_path / "a.csv", *lines)
        return read_supplied(path, vocabulary, date="2022-07-01")

    return reading


def test_an_item_is_known_by_document_list_and_number(read):
    supply = read(HEAD, "fh_2022,重大改革,3,某项,60,2022-06-30")
    (entry,) = supply.entries
    assert entry.table.name == "item_status"
    names = ("plan", "list", "number", "as_of", "completed")
    assert [entry.cells[name] for name in names] == [
        *("fh_2022", "reform", 3, "2022-06-30", 0.6),
    ]


@pytest.mark.parametrize(
    ("heading", "cell", "share"),
    [
        ("完成比例（%）", "60", 0.6),
        ("完成比例", "60%", 0.6),
        ("completed", "0.6", 0.6),
        ("完成率（%）", "１００", 1.0),
    ],
)
def test_completion_is_kept_as_a_share(read, heading, cell, share):
    (entry,) = read(f"清单,序号,{heading}", f"work,1,{cell}").entries
    assert entry.cells["completed"] == share


def test_the_only_plan_with_items_and_the_day_of_the_file_are_taken(read):
    (entry,) = read("清单,序号,完成比例（%）", "重点工作,1,60").entries
    assert (entry.cells["plan"], entry.cells["as_of"]) == ("fh_2022", "2022-07-01")


def test_items_without_a_report_are_passed_over(read):
    assert (
        read(HEAD, "fh_2022,重点工作,1,某项,,", "fh_2022,重点工作,2,某项,—,").entries
        == []
    )


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("fh_2021,work,1,x,60,2022-06-30", "“fh_2021”: the registry has no such plan"),
        ("fh_2022,任务,1,x,60,2022-06-30", "“任务”: there is no such list"),
        ("fh_2022,work,一,x,60,2022-06-30", "“一”: not a whole number"),
        ("fh_2022,work,1,x,大半,2022-06-30", "“大半”: not a number"),
        ("fh_2022,work,1,x,6个,2022-06-30", "does not fit the indicator → use “%”"),
        ("fh_2022,work,1,x,60,六月底", "“六月底”: not a date"),
    ],
)
def test_a_fault_says_where_it_stands(read, row, message):
    (problem,) = read(HEAD, row).problems
    assert message in problem.text("en") and problem.row == 2
