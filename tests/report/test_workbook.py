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
    assert live["G3"].value == '=IF(B3="越低越好",D3-C3,C3-D3)'
    assert cached["G3"].value == 1_549
    assert live["I3"].value == "=(D3-E3)/(C3-E3)"
    assert cached["I3"].value == pytest.approx(0.65081, abs=1e-5)


def test_a_number_that_does_not_exist_is_a_blank_and_no_formula(tmp_path):
    path = _write(tmp_path / "t.xlsx", {"gaps": _gaps(latest=None, gap=None)})
    assert load_workbook(path)["指标差距"]["G3"].value is None


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
