"""Tables as text: labels repeated, sentences once, frames taken apart."""

import pytest

from fenghua_analysis.documents.formats.rows import Cell, cell_text, table_lines
from fenghua_analysis.errors import DataError


def _lines(*cells: Cell) -> list[str]:
    return table_lines(cells, name="plan.docx")


def test_every_row_has_as_many_cells() -> None:
    cells = (
        Cell("序号", 0, 0),
        Cell("指标", 0, 1),
        Cell("目标", 0, 2),
        Cell("1", 1, 0),
    )
    assert _lines(*cells) == ["序号\t指标\t目标", "1\t\t"]


def test_a_label_over_columns_is_repeated_in_each() -> None:
    titles = (Cell("指标", 0, 0), Cell("2024年", 0, 1, columns=2))
    values = (Cell("托位", 1, 0), Cell("目标", 1, 1), Cell("进度", 1, 2))
    assert _lines(*titles, *values) == ["指标\t2024年\t2024年", "托位\t目标\t进度"]


def test_a_sentence_over_rows_stands_once() -> None:
    cells = (Cell("甲", 0, 0), Cell("新增5个。", 0, 1, rows=2), Cell("乙", 1, 0))
    assert _lines(*cells) == ["甲\t新增5个。", "乙\t"]


def test_a_heading_over_the_whole_width_stands_once() -> None:
    cells = (Cell("一、民生", 0, 0, columns=2), Cell("托位", 1, 0), Cell("5", 1, 1))
    assert _lines(*cells) == ["一、民生\t", "托位\t5"]


def test_paragraphs_of_a_cell_survive_and_do_not_end_the_row() -> None:
    assert cell_text(" 1.摸底。\n\n2.\t建设。 ") == "1.摸底。\u20292. 建设。"


@pytest.mark.parametrize(
    "cells",
    [
        (Cell("关于印发要点的通知\n各单位：", 0, 0),),
        (Cell("导航", 0, 0), Cell("各单位：", 0, 1)),
        (Cell("导航", 0, 0), Cell("指标\t目标", 0, 1), Cell("脚注", 1, 0)),
    ],
)
def test_a_table_that_only_lays_out_a_page_is_read_cell_by_cell(
    cells: tuple[Cell, ...],
) -> None:
    expected = [line for cell in cells for line in cell.text.split("\n")]
    assert _lines(*cells) == expected


def test_a_blank_row_is_left_out() -> None:
    cells = (Cell("甲", 0, 0), Cell("1", 0, 1), Cell("", 1, 0), Cell("乙", 2, 0))
    assert _lines(*cells) == ["甲\t1", "乙\t"]


def test_a_span_beyond_reason_costs_nothing() -> None:
    cells = (Cell("甲", 0, 0, rows=60_000, columns=1_000_000), Cell("乙", 1, 300))
    assert all(line.count("\t") < 200 for line in _lines(*cells))


def test_a_table_without_end_is_refused() -> None:
    cells = [Cell("x", 0, 0, columns=200), Cell("x", 20_000, 0)]
    with pytest.raises(DataError, match="超出限度"):
        table_lines(cells, name="plan.docx")
