"""Rows with delimiters → grids."""

import re

import pytest

from fenghua_analysis.documents import Document
from fenghua_analysis.documents.tables.grids import Grid, delimited

TABS, BARS = re.compile("\t"), re.compile(r"\t|\|")


def _grids(*rows: str, delimiter: re.Pattern[str] = BARS) -> list[Grid]:
    return list(delimited(Document("\n".join(rows)).lines, delimiter))


def _roles(grid: Grid) -> list[str]:
    return [column.role for column in grid.columns if column.title]


def _texts(grid: Grid) -> list[list[str]]:
    width = sum(bool(column.title) for column in grid.columns)
    return [[cell.text if cell else "" for cell in row[:width]] for row in grid.rows]


def test_titles_stand_above_rows_of_cells() -> None:
    (grid,) = _grids("指标\t单位\t2025年", "托位数\t个\t4.6")
    assert _roles(grid) == ["name", "unit", "value"]
    assert _texts(grid) == [["托位数", "个", "4.6"]]


def test_cells_know_where_they_stand() -> None:
    (grid,) = _grids("指标\t2025年", "托位数\t 4.6")
    cell = grid.rows[0][1]
    assert cell is not None and cell.span(0, 3) == (14, 17)


def test_bars_at_both_ends_part_no_cells_and_a_rule_is_no_row() -> None:
    (grid,) = _grids("| 指标 | 目标 |", "|---|---:|", "| 托位数 | 450 |")
    assert _texts(grid) == [["托位数", "450"]]


def test_a_title_over_several_columns_is_meant_for_each() -> None:
    (grid,) = _grids(
        "县区\t新增床位(张)\t\t老旧小区(个)\t",
        "\t目标\t完成\t目标\t完成",
        "东溪区\t400\t310\t22\t20",
    )
    titles = [column.title for column in grid.columns if column.title]
    assert titles[1:] == [
        *("新增床位(张)目标", "新增床位(张)完成"),
        *("老旧小区(个)目标", "老旧小区(个)完成"),
    ]


def test_a_title_repeated_in_each_line_of_the_header_stands_once() -> None:
    (grid,) = _grids(
        "领域\t2023年目标\t2023年目标\t责任单位",
        "领域\t指标\t目标值\t责任单位",
        "幼有善育\t托位数(个)\t4\t区教育局",
    )
    assert _roles(grid) == ["area", "name", "value", "department"]


def test_a_header_that_comes_again_below_values_opens_a_new_table() -> None:
    first = ("地区\t就业", "甲县\t5", "乙县\t7")
    assert len(_grids(*first, "地区\t培训", "甲县\t8", "乙县\t9")) == 2


def test_bars_below_tabs_are_another_table() -> None:
    found = _grids("地区\t就业", "甲县\t5", "|指标|托位|", "|---|---|", "|目标|7|")
    assert [len(grid.rows) for grid in found] == [1, 1]


def test_a_rule_underlines_the_header_of_a_new_table() -> None:
    found = _grids(
        "|甲|乙|", "|---|---|", "|托位|5|", "|丙|丁|", "|---|---|", "|学位|6|"
    )
    assert [_texts(grid) for grid in found] == [[["托位", "5"]], [["学位", "6"]]]


def test_titles_at_the_side_are_turned_to_the_top() -> None:
    (grid,) = _grids(
        "指标\t就业(人)\t培训(人次)", "目标\t15000\t22000", "完成率\t61%\t62%"
    )
    assert _texts(grid) == [
        ["就业(人)", "15000", "61%"],
        ["培训(人次)", "22000", "62%"],
    ]


def test_a_row_without_the_cell_that_it_shares_is_moved_back() -> None:
    (grid,) = _grids(
        "序号 | 项目名称 | 完成情况",
        "1 | 养老床位 | 4385",
        "护理床位 | 810 | ",
    )
    assert _texts(grid)[1] == ["", "护理床位", "810"]


def test_a_row_with_nothing_but_a_heading_is_the_area_of_the_rows_below() -> None:
    (grid,) = _grids(
        "指标\t目标\t完成",
        "一、经济发展\t\t",
        "总产值\t5\t4",
        "二、民生\t\t",
        "床位\t7\t6",
    )
    areas = [row[-1].text for row in grid.rows if row[-1]]
    assert grid.columns[-1].role == "area"
    assert areas == ["一、经济发展", "二、民生"]


def test_where_no_title_names_the_rows_the_first_column_of_words_does() -> None:
    (grid,) = _grids("工作\t已办结", "加装电梯\t36", "改造小区\t12")
    assert [column.role for column in grid.columns[:2]] == ["name", "value"]


def test_a_column_of_regions_is_known_by_what_it_holds() -> None:
    (grid,) = _grids("名次所在\t完成率", "东溪区\t77%", "南屏县\t67%", "全市\t70%")
    assert grid.columns[0].role == "region"


def test_years_in_a_row_are_titles_and_no_values() -> None:
    (grid,) = _grids("指标\t2020\t2025", "托位数\t2\t4")
    assert [column.title for column in grid.columns[:3]] == ["指标", "2020", "2025"]


def test_a_table_without_header_keeps_its_first_row() -> None:
    (grid,) = _grids("城镇新增就业\t5万人\t3.2万人", "技能培训\t2万人次\t1.1万人次")
    assert len(grid.rows) == 2


def test_departments_one_a_paragraph_are_several_and_a_cut_name_is_one() -> None:
    (grid,) = _grids(
        "指标\t目标\t责任单位",
        "托位\t4\t县民政局\u2029县教育局",
        "学位\t5\t县卫生\u2029健康局",
    )
    assert [row[2] for row in _texts(grid)] == ["县民政局、县教育局", "县卫生健康局"]


@pytest.mark.parametrize("rows", [("指标\t目标",), ("甲\t乙", "丙\t丁"), ("", "\t")])
def test_rows_without_any_value_are_no_grid(rows: tuple[str, ...]) -> None:
    assert _grids(*rows) == []


def test_rows_of_different_lengths_are_filled_up() -> None:
    (grid,) = _grids("指标\t目标\t完成", "托位\t5", "学位\t6\t7")
    assert {len(row) for row in grid.rows} == {len(grid.columns)}


def test_titles_over_groups_are_dealt_to_their_columns_without_blank_cells() -> None:
    rows = ["指标 居民 农民", "总量 增长 总量 增长", "收入 5981 5.2 4487 6.6"]
    (grid,) = delimited(Document("\n".join(rows)).lines, re.compile(" +"))
    assert [column.title for column in grid.columns][:5] == [
        *("指标", "居民总量", "居民增长", "农民总量", "农民增长")
    ]


def test_a_row_with_a_list_number_is_no_header() -> None:
    rows = ["序号\t任务\t目标", "1\t养老\t新建老年人食堂20家,改造床位6张"]
    rows += ["2\t公路\t35公里"]
    (grid,) = delimited(Document("\n".join(rows)).lines, re.compile("\t"))
    assert [column.title for column in grid.columns][:3] == ["序号", "任务", "目标"]
    assert len(grid.rows) == 2
