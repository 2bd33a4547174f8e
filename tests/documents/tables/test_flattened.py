"""One cell a line → rows again."""

from fenghua_analysis.documents import Document
from fenghua_analysis.documents.tables.flattened import rebuilt
from fenghua_analysis.documents.tables.grids import Grid


def _rebuilt(header: tuple[str, ...], body: str) -> Grid:
    """The cells of the body, parted by bars, one a line as in a flattened file."""
    text = "\n\n".join([*header, *body.split("|")])
    lines = Document(text).lines
    return rebuilt(lines[len(header) :], header=lines[: len(header)])


def _rows(grid: Grid) -> list[dict[str, str]]:
    """Each row by the roles of its cells; values in their order under `value`."""
    found = []
    for row in grid.rows:
        texts: dict[str, str] = {}
        for column, cell in zip(grid.columns, row, strict=True):
            so_far = texts.get(column.role)
            text = cell.text if cell else "·"
            texts[column.role] = f"{so_far} {text}" if so_far else text
        found.append({role: text for role, text in texts.items() if text != "·"})
    return found


NUMBERED = ("序号", "指标", "2020年", "2025年", "属性", "责任单位")


def test_a_list_number_opens_a_row() -> None:
    body = "1|床位占比(%)|42|60|约束性|区民政局|2|护理员数|12|25|预期性|区卫健局"
    first, second = _rows(_rebuilt(NUMBERED, body))
    assert first == {
        **{"name": "床位占比(%)", "value": "42 60"},
        **{"attribute": "约束性", "department": "区民政局"},
    }
    assert (second["name"], second["value"]) == ("护理员数", "12 25")


def test_a_value_that_equals_the_next_number_is_a_value() -> None:
    body = "1|甲数|5|2|约束性|2|乙数|7|8|约束性"
    assert [row["value"] for row in _rows(_rebuilt(NUMBERED[:5], body))] == [
        "5 2",
        "7 8",
    ]


def test_names_and_departments_cut_into_two_lines_are_whole_again() -> None:
    body = "1|每万名老人拥有|护理员数|12|25|预期性|区卫生|健康局"
    (row,) = _rows(_rebuilt(NUMBERED, body))
    assert (row["name"], row["department"]) == (
        "每万名老人拥有护理员数",
        "区卫生健康局",
    )


def test_what_is_left_over_heads_the_rows_below() -> None:
    body = "老有所养|1|床位|4|区民政局|幼有善育|2|托位|5|区教育局"
    header = ("领域", "序号", "指标", "目标值", "责任单位")
    areas = [row["area"] for row in _rows(_rebuilt(header, body))]
    assert areas == ["老有所养", "幼有善育"]


def test_blank_lines_stand_for_blank_cells() -> None:
    header = ("指标", "2020年", "2025年")
    body = "床位|4|5|托位||6|学位|7|8"
    assert [row["value"] for row in _rows(_rebuilt(header, body))] == [
        "4 5",
        "· 6",
        "7 8",
    ]


def test_a_blank_unit_is_no_blank_value() -> None:
    header = ("序号", "指标", "单位", "2020年", "2025年")
    body = "1|床位占比|%|42|60|2|学堂数||—|18"
    found = [row["value"] for row in _rows(_rebuilt(header, body))]
    assert found == ["42 60", "- 18"]


def test_a_region_opens_a_row_even_where_the_row_above_is_short() -> None:
    header = ("地区", "就业(人)", "目标", "完成", "完成率")
    body = "全市|80|60|75|市本级区|9|东溪区|40|30|75"
    rows = _rows(_rebuilt(header, body))
    assert [row["region"] for row in rows] == ["全市", "市本级区", "东溪区"]
    assert rows[2]["value"] == "40 30 75"


def test_below_the_numbered_rows_stands_the_total() -> None:
    header = ("序号", "项目", "目标", "完成")
    body = "1|床位|4|3|2|托位|5|5|合计|9|8"
    assert _rows(_rebuilt(header, body))[-1] == {"name": "合计", "value": "9 8"}


def test_a_heading_with_blank_cells_is_no_row() -> None:
    header = ("指标", "总量(亿元)", "增长(%)")
    body = "生产总值|193|-5|按产业分|||第一产业|34|1|第二产业|44|2"
    rows = [(row["name"], row["value"]) for row in _rows(_rebuilt(header, body))]
    assert rows[2:] == [("第一产业", "34 1"), ("第二产业", "44 2")]
    assert rows[1] == ("按产业分", "· ·")


def test_no_lines_make_no_rows() -> None:
    lines = Document("序号\n\n指标\n\n目标").lines
    assert rebuilt([], header=lines).rows == []


def test_a_state_in_words_fills_a_value_cell_in_the_first_row_too() -> None:
    header = ("序号", "指标", "2025年目标值", "责任单位")
    body = "1|水质指数|{}|市水利局|2|托位数|60|市教育局|3|床位数|35|市民政局"
    for state in ("稳中向好", "有效保障", "保持全省前列", "应绿尽绿"):
        rows = _rows(_rebuilt(header, body.format(state)))
        assert [row["value"] for row in rows] == [state, "60", "35"]
        assert [row["department"] for row in rows] == [
            "市水利局",
            "市教育局",
            "市民政局",
        ]


def test_words_behind_a_blank_cell_are_no_department() -> None:
    header = ("序号", "指标", "2020年", "2025年", "责任单位")
    lines = [*header, "1", "绿化指数", "", "应绿尽绿", "市林业局", "2", "托位数", "6"]
    lines += ["8", "市教育局", "3", "床位数", "3", "5", "市民政局"]
    found = Document("\n".join(lines)).lines
    first, second, _ = _rows(rebuilt(found[5:], header=found[:5]))
    assert (first["value"], first["department"]) == ("· 应绿尽绿", "市林业局")
    assert (second["name"], second["value"]) == ("托位数", "6 8")
