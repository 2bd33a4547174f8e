"""A workbook that is written for an office is one that is read back."""

from dataclasses import replace

import openpyxl
import pytest

from fenghua_analysis import wording
from fenghua_analysis.errors import ParameterError
from fenghua_analysis.parameters import Request, resolve
from fenghua_analysis.supply import KINDS, NEW, adopt, propose, write_template
from fenghua_analysis.supply.templates import ROOM
from fenghua_analysis.table import ITEM_STATUS, OBSERVATIONS
from tests.offices import INCOMES

LANGUAGES = ("zh", "en")


@pytest.fixture
def template(shipped, tmp_path):
    """Write a template and open it."""

    def writing(kind, lang="zh", year=0, region="330213"):
        wording.speak(lang)
        request = resolve(Request(region=region, lang=lang), shipped)
        path = tmp_path / f"{kind}-{lang}.xlsx"
        request = replace(request, year=year)
        write_template(kind, path, registry=shipped, request=request)
        return path

    return writing


def data(path):
    return openpyxl.load_workbook(path).worksheets[1]


def columns(path):
    head, *rows = data(path).iter_rows(values_only=True)
    filled = [row for row in rows[1:] if any(cell is not None for cell in row)]
    return {title: [row[n] for row in filled] for n, title in enumerate(head)}


def fill(path, *, heading, value):
    """Type `value` into every row that the template names; as its owner would."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[1]
    (column,) = [cell.column for cell in sheet[1] if cell.value == heading]
    for row in range(3, sheet.max_row + 1):
        if sheet.cell(row, 1).value:
            sheet.cell(row, column).value = value(row - 3)
    book.save(path)
    return path


# ── What stands in it ────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_template_has_instructions_data_and_hidden_choices(template, kind, lang):
    book = openpyxl.load_workbook(template(kind, lang))
    first, sheet, hidden = book.worksheets
    states = [one.sheet_state for one in (first, sheet, hidden)]
    assert states == ["visible", "visible", "hidden"]
    assert first["A1"].value == wording.say(f"template.{kind}.title", lang)
    assert sheet.freeze_panes == "B2" and book.active is first
    assert sheet["A2"].value.startswith(wording.say("template.example", lang))
    assert sheet["A2"].font.italic
    lists = [v for v in sheet.data_validations.dataValidation if v.type == "list"]
    assert lists and all(str(v.sqref).endswith(str(ROOM + 2)) for v in lists)


def test_townships_are_filled_in_with_their_year_and_unit(template):
    filled = columns(template("township-income"))
    assert len(filled["地区"]) == 12 and filled["地区"][0] == "锦屏街道"
    assert set(filled["年份"]) == {2022} and set(filled["单位"]) == {"元"}
    assert set(filled["居民人均可支配收入"]) == {None}
    assert "常住人口（万人）" in filled


def test_incomes_are_asked_for_the_target_year_and_the_year_before(template):
    filled = columns(template("income"))
    assert filled["年份"] == [2021, 2022] * 3
    assert len(set(filled["指标"])) == 3


def test_the_year_asked_for_wins(template):
    assert set(columns(template("township-income", year=2024))["年份"]) == {2024}


def test_every_target_that_binds_the_region_is_asked_for(template, shipped):
    filled = columns(template("indicators"))
    bound = shipped.targets[shipped.targets.region.isin(shipped.lineage("330213"))]
    keys = bound[["indicator", "region", "year"]].drop_duplicates()
    assert len(filled["指标"]) == len(keys)
    assert "居民人均可支配收入" in filled["指标"] and "56,000元" in filled["目标"]


def test_every_item_of_both_lists_is_asked_for(template, shipped):
    filled = columns(template("work-items", "en"))
    assert len(filled["No."]) == len(shipped.work_items)
    assert filled["List"][0] == "work items" and filled["List"][-1] == "reforms"


def test_another_district_gets_a_template_without_townships_of_fenghua(template):
    filled = columns(template("township-income", region="330225"))
    assert "锦屏街道" not in filled["地区"]


# ── Filled in, it comes back ─────────────────────────────────────────────────────────


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_template_as_written_states_nothing(template, shipped, kind, lang):
    """Neither the example nor the rows that are filled in already."""
    proposal = propose([template(kind, lang)], shipped, date="2023-01-01")
    assert not proposal.rows and not proposal.unread


@pytest.mark.parametrize("lang", LANGUAGES)
def test_twelve_incomes_typed_into_the_template_are_read(template, shipped, lang):
    heading = {"zh": "居民人均可支配收入", "en": "Disposable income per head"}[lang]
    path = fill(
        template("township-income", lang), heading=heading, value=INCOMES.__getitem__
    )
    rows = propose([path], shipped, date="2023-01-01").rows[OBSERVATIONS]
    assert rows.value.tolist() == list(INCOMES) and set(rows.fate) == {NEW}


def test_incomes_in_ten_thousands_with_population_beside_them(template, shipped):
    path = template("township-income")
    fill(path, heading="单位", value=lambda row: "万元")
    fill(path, heading="居民人均可支配收入", value=lambda row: 5 + row / 10)
    fill(path, heading="常住人口（万人）", value=lambda row: 4.5)
    rows = propose([path], shipped, date="2023-01-01").rows[OBSERVATIONS]
    people = rows[rows.indicator == "population"]
    assert rows.value.iloc[0] == 50_000 and len(rows) == 24
    assert set(people.period) == {"2022-12"} and set(people.unit) == {"万人"}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", ["income", "indicators", "population", "observations"])
def test_a_figure_in_every_row_is_read_in_the_unit_filled_in(
    template, shipped, kind, lang
):
    """1 is possible for every indicator: 1 yuan, 1 %, 1 of them."""
    heading = wording.say("template.heading.value", lang)
    path = fill(template(kind, lang), heading=heading, value=lambda row: 1)
    rows = propose([path], shipped, date="2023-01-01").rows[OBSERVATIONS]
    asked = len(columns(path)[heading])
    assert len(rows) == asked and set(rows.value) == {1.0}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_completion_in_every_row_is_read(template, shipped, lang):
    heading = wording.say("template.heading.completed", lang)
    path = fill(template("work-items", lang), heading=heading, value=lambda row: 60)
    rows = propose([path], shipped, date="2023-01-01").rows[ITEM_STATUS]
    assert len(rows) == len(shipped.work_items) and set(rows.completed) == {0.6}


def test_the_form_on_the_first_sheet_names_the_source(template, folder, shipped):
    path = template("township-income")
    fill(path, heading="居民人均可支配收入", value=INCOMES.__getitem__)
    book = openpyxl.load_workbook(path)
    for cell, answer in (("B4", "奉化统计年鉴2023"), ("B5", "区统计局"), ("B6", 2023)):
        book.worksheets[0][cell] = answer
    book.save(path)
    proposal = propose([path], shipped, date="2024-01-01")
    (source,) = proposal.sources.values()
    assert (source.title, source.publisher) == ("奉化统计年鉴2023", "区统计局")
    assert source.issued == "2023"
    assert adopt(proposal, folder) == 12


# ── Refused ──────────────────────────────────────────────────────────────────────────


def test_an_unknown_kind_is_refused_with_the_one_probably_meant(template):
    with pytest.raises(
        ParameterError, match=r"did you mean “township-income”.*work-items"
    ):
        template("townshp-income", "en")


def test_a_file_that_stands_is_not_overwritten(template):
    path = template("income")
    fill(path, heading="数值", value=lambda row: 1)
    before = path.read_bytes()
    with pytest.raises(ParameterError, match="文件已存在"):
        template("income")
    assert path.read_bytes() == before
