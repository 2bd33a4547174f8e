"""The workbook: live formulas with our values cached, and text that stays text."""

import pandas as pd
import pytest
from openpyxl import load_workbook

from fenghua_analysis.report.workbook import write_workbook


def _gaps(**given):
    row = {
        "indicator": "居民收入",
        "direction": "越高越好",
        "target": 56_000.0,
        "tested_target": 56_000.0,
        "latest": 54_451.0,
        "base": 51_564.0,
        "elapsed": 1.0,
        "gap": 1_549.0,
        "relative_gap": 1_549 / 56_000,
        "attainment": 2_887 / 4_436,
        "lead": 2_887 / 4_436 - 1,
    }
    return pd.DataFrame([row | given])


def _write(path, sheets, **options):
    write_workbook(path, sheets, as_of="2024-06-30", **options)
    return path


def test_the_gap_is_a_live_formula_with_our_value_cached(tmp_path):
    path = _write(tmp_path / "t.xlsx", {"gaps": _gaps()})
    live = load_workbook(path)["指标差距"]
    cached = load_workbook(path, data_only=True)["指标差距"]
    assert live["H3"].value == '=IF(B3="越低越好",E3-D3,D3-E3)'
    assert cached["H3"].value == 1_549
    assert live["J3"].value == "=(E3-F3)/(D3-F3)"
    assert cached["J3"].value == pytest.approx(0.65081, abs=1e-5)
    # attainment − elapsed, never the other way round
    assert live["K3"].value == "=J3-G3"
    assert cached["K3"].value == pytest.approx(-0.34919, abs=1e-5)


def test_formulas_start_from_the_target_that_the_verdict_was_tested_against(tmp_path):
    """Of [1.5, 1.7] with 1.86 the gap is 0.16, from the end that would do."""
    row = _gaps(target=1.5, tested_target=1.7, latest=1.86, gap=0.16)
    live = load_workbook(_write(tmp_path / "t.xlsx", {"gaps": row}))["指标差距"]
    (names,) = live.iter_rows(2, 2, values_only=True)
    column = {
        name: cell.column_letter for name, cell in zip(names, live[3], strict=True)
    }
    tested, latest = column["对照的目标值"], column["实际值"]
    for name in ("差距", "差距/目标", "完成程度"):
        formula = live[f"{column[name]}3"].value
        assert f"{column['目标']}3" not in formula
        assert f"{tested}3" in formula
    assert f"{latest}3-{tested}3" in live[f"{column['差距']}3"].value


def test_numbers_look_like_what_they_are(tmp_path):
    row = _gaps(year=2022, latest=1.86, pace=0.9661, required_rate=0.0754, offset=1024)
    sheet = load_workbook(_write(tmp_path / "t.xlsx", {"gaps": row}))["指标差距"]
    looks = dict(zip(row, (cell.number_format for cell in sheet[3]), strict=True))
    assert looks["year"] == looks["offset"] == "0"
    assert looks["target"] == "#,##0"
    assert looks["latest"] == "#,##0.00"
    assert looks["attainment"] == looks["lead"] == looks["elapsed"] == "0.0%"
    assert looks["required_rate"] == "0.00%"
    assert looks["pace"] == "0.00"


def test_a_sheet_is_printed_whole_with_its_headings_on_every_page(tmp_path):
    names = {"gaps": _gaps(), "sources": pd.DataFrame({"title": ["年鉴"]})}
    book = load_workbook(_write(tmp_path / "t.xlsx", names))
    for sheet in book.worksheets:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        # one page across (1, which a file need not say), as many down as it takes
        assert sheet.page_setup.fitToWidth in (None, 1)
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.print_title_rows == "$1:$2"


def test_a_long_text_is_broken_and_its_row_is_high_enough(tmp_path):
    long = pd.DataFrame({"title": ["年鉴" * 60], "kind": ["统计资料"]})
    sheet = load_workbook(_write(tmp_path / "t.xlsx", {"sources": long}))["来源"]
    assert sheet["A3"].alignment.wrap_text
    # 240 characters wide in a column of at most 48
    assert sheet.column_dimensions["A"].width < 60
    assert sheet.row_dimensions[3].height > 5 * 12


def test_a_number_that_does_not_exist_is_a_blank_and_no_formula(tmp_path):
    path = _write(tmp_path / "t.xlsx", {"gaps": _gaps(latest=None, gap=None)})
    assert load_workbook(path)["指标差距"]["H3"].value is None


@pytest.mark.parametrize("text", ['=HYPERLINK("x")', "+1", "-1", "@SUM(A1)", "<b>"])
def test_text_that_looks_like_a_formula_stays_text(tmp_path, text):
    path = _write(tmp_path / "t.xlsx", {"sources": pd.DataFrame({"title": [text]})})
    cell = load_workbook(path)["来源"]["A3"]
    assert (cell.value, cell.data_type) == (text, "s")


def test_headings_stand_above_frozen_rows(tmp_path):
    path = _write(tmp_path / "t.xlsx", {"gaps": _gaps()}, notice="示意数据")
    sheet = load_workbook(path)["指标差距"]
    assert sheet["A1"].value == "示意数据"
    assert [cell.value for cell in sheet[2]][:3] == ["指标", "方向", "目标"]
    assert sheet.freeze_panes == "B3"


def test_the_same_tables_give_the_same_bytes(tmp_path):
    first = _write(tmp_path / "a.xlsx", {"gaps": _gaps()}).read_bytes()
    second = _write(tmp_path / "b.xlsx", {"gaps": _gaps()}).read_bytes()
    assert first == second
