"""The review workbook: what it proposes, what is locked, what travels in it."""

from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenghua_analysis import wording
from fenghua_analysis.documents import Document
from fenghua_analysis.errors import DataError, ParameterError
from fenghua_analysis.registry import load_registry
from fenghua_analysis.review import layout
from fenghua_analysis.review.carried import Carried, packed, unpacked
from fenghua_analysis.review.found import find
from fenghua_analysis.review.proposing import context
from fenghua_analysis.review.reviewbook import is_review, read_review
from fenghua_analysis.review.workbook import workbook, write_workbook
from tests.reviewing import PLAN, Reviewer, write_review

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture(scope="module")
def registry():
    return load_registry(DATA)


@pytest.fixture(scope="module")
def path(registry, tmp_path_factory):
    path = tmp_path_factory.mktemp("review") / "plan.xlsx"
    write_review(path, registry)
    return path


@pytest.fixture
def reviewer(path):
    return Reviewer(path)


def test_known_names_are_proposed_and_unknown_ones_are_new(reviewer):
    proposed = {row["name"]: row for _, row in reviewer.rows("facts")}
    income = proposed["居民人均可支配收入"]
    assert (income["indicator"], income["table"]) == ("居民人均可支配收入", "指标目标")
    assert income["value"] == 6.15 and income["unit"] == "万元"
    assert proposed["夜间便民服务点数"]["indicator"] == "新指标"
    assert proposed["改造农村公路"]["indicator"] is None


def test_verdicts_are_blank_until_somebody_has_looked(reviewer):
    for sheet in ("facts", "items", "milestones"):
        assert {row["verdict"] for _, row in reviewer.rows(sheet)} == {None}


def test_a_new_indicator_is_described_as_far_as_its_target_tells(reviewer):
    rows = {row["name"]: row for _, row in reviewer.rows("indicators")}
    share = rows["研学旅游接待人数占比"]
    assert (share["unit"], share["scale"], share["decimals"]) == ("%", "比重", 1)
    assert share["direction"] == "越高越好" and share["area"] is None


def test_names_that_the_registry_does_not_know_have_their_sheets(reviewer):
    areas = [row["area_name"] for _, row in reviewer.rows("areas")]
    bodies = [row["department_name"] for _, row in reviewer.rows("departments")]
    assert areas == ["公共服务提质", "就业增收"]
    assert bodies == ["区夜间经济促进中心"]


def test_the_form_says_what_the_document_says_of_itself(reviewer):
    form = {row[0].value: row[1].value for row in reviewer.sheet("source").iter_rows()}
    assert form["编号"] == "plan_330213_2024" and form["适用地区"] == "奉化区"
    assert form["文件名称"] == "宁波市奉化区2024年共同富裕重点工作计划"
    assert (form["发布单位"], form["起始年份"]) == ("", "2024")


def test_what_the_machine_read_is_locked_and_the_rest_is_not(reviewer):
    sheet = reviewer.sheet("facts")
    assert sheet.protection.sheet
    for column in layout.FACTS.columns:
        cell = reviewer.cell("facts", 1, column.name)
        assert cell.protection.locked is column.told, column.name


def test_every_choice_has_its_drop_down(reviewer):
    offered = {
        str(cell).rstrip("0123456789")[:1]
        for rule in reviewer.sheet("facts").data_validations.dataValidation
        if rule.type == "list"
        for cell in rule.sqref.ranges
    }
    wanted = {
        reviewer.cell("facts", 1, column.name).column_letter
        for column in layout.FACTS.columns
        if column.choices
    }
    assert offered == wanted


def test_a_changed_cell_turns_orange_by_comparison_with_a_hidden_copy(reviewer):
    rules = reviewer.sheet("facts").conditional_formatting
    formulas = {rule.formula[0] for area in rules for rule in area.rules}
    value = reviewer.cell("facts", 1, "value").coordinate
    assert f"{value}<>'fenghua_review_facts'!{value}" in formulas
    assert reviewer.book["fenghua_review_facts"].sheet_state == "veryHidden"


def test_the_workbook_speaks_english_when_asked(registry, tmp_path):
    with wording.speaking("en"):
        found = find(Document(PLAN.read_text(encoding="utf-8"), name="p.txt"))
        path = tmp_path / "en.xlsx"
        path.write_bytes(workbook(found, registry, sha256=""))
    names = openpyxl.load_workbook(path).sheetnames
    assert names[:2] == ["Instructions", "Source"] and "Facts" in names


def test_a_workbook_in_either_language_is_read_back_in_the_other(registry, tmp_path):
    with wording.speaking("en"):
        path = tmp_path / "en.xlsx"
        write_review(path, registry)
    book = read_review(path)
    assert (
        len(book.rows["facts"]) == 21 and book.form["region"][0] == "Fenghua District"
    )


def test_a_review_under_way_is_not_overwritten(path):
    found = find(Document("", name="a.txt"))
    with pytest.raises(ParameterError, match="文件已存在，没有覆盖"):
        write_workbook(found, path, file=PLAN, data_dir=DATA)


def test_the_same_document_gives_the_same_workbook(registry, path):
    found = find(Document(PLAN.read_text(encoding="utf-8"), name=PLAN.name))
    first, second = (workbook(found, registry, sha256="x") for _ in range(2))
    assert first == second


def test_a_review_workbook_is_known_among_other_files(path, tmp_path):
    other = tmp_path / "other.xlsx"
    openpyxl.Workbook().save(other)
    text = tmp_path / "fenghua_review.csv"
    text.write_text("fenghua_review", encoding="utf-8")
    assert is_review(path)
    assert not any(map(is_review, (other, text, tmp_path / "none.xlsx")))


@given(at=st.integers(0, 30_000), byte=st.integers(0, 255))
def test_a_damaged_workbook_is_no_review_or_one_clear_problem(
    path, tmp_path_factory, at, byte
):
    content = bytearray(path.read_bytes())
    content[at % len(content)] = byte
    spoilt = tmp_path_factory.mktemp("spoilt") / "a.xlsx"
    spoilt.write_bytes(content)
    if is_review(spoilt):
        try:
            read_review(spoilt)
        except DataError as error:
            assert error.problems


def test_the_words_around_a_number_are_one_line():
    assert (
        context("甲\n乙，收入\t12.7\n万人次，丙", 7, 15)
        == "甲 乙，收入【12.7万人次】，丙"
    )


@given(st.text(max_size=400), st.text(max_size=20), st.one_of(st.none(), st.just(2024)))
def test_any_text_travels_in_the_workbook(text, name, year):
    carried = Carried(text, name, "0" * 64, year=year)
    assert unpacked(list(packed(carried))) == carried


@pytest.mark.parametrize(
    "spoil",
    [
        lambda rows: rows[:-1],
        lambda rows: [("version", "0"), *rows[1:]],
        lambda rows: [*rows[:-1], ("text", "@@@@")],
        lambda rows: [row for row in rows if row[0] != "text_sha256"],
    ],
)
def test_a_text_that_did_not_arrive_whole_is_refused(spoil):
    rows = list(packed(Carried("普及率达到80%。" * 20_000, "a.txt", "")))
    with pytest.raises(ValueError):
        unpacked(spoil(rows))
