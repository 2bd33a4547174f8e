"""The layouts that offices use, read to the same figures; and each fault located."""

import pytest

from fenghua_analysis import wording
from fenghua_analysis.errors import DataError
from fenghua_analysis.loaders.supplied import read_supplied
from tests.offices import TOWNSHIPS, text, workbook

XIKOU, QIUCUN = "330213100", "330213106"
TWO = [("income_all", XIKOU, "2022", 52000.0), ("income_all", QIUCUN, "2022", 48000.0)]


@pytest.fixture
def read(vocabulary):
    def reading(path):
        return read_supplied(path, vocabulary, date="2023-01-01")

    return reading


def figures(supply):
    assert [problem.text("en") for problem in supply.problems] == []
    names = ("indicator", "region", "period", "value")
    return [tuple(entry.cells[name] for name in names) for entry in supply.entries]


def faults(supply):
    return [problem.text("en") for problem in supply.problems]


# ── Layouts ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            [
                ["镇（街道）", "年份", "居民人均可支配收入（元）"],
                ["溪口镇", 2022, 52000],
                ["裘村镇", 2022, 48000],
            ],
            id="a column for each thing",
        ),
        pytest.param(
            [
                ["indicator", "region", "period", "value", "unit"],
                ["income_all", XIKOU, "2022", "5.2", "万元"],
                ["居民人均可支配收入", "裘村镇", "2022年", "48,000", "元"],
            ],
            id="long, by id or by name",
        ),
        pytest.param(
            [
                ["2022年奉化区各镇（街道）居民人均可支配收入"],
                ["单位：万元"],
                ["序号", "镇街", "收入", "排名"],
                [1, "溪口镇", 5.2, 2],
                [2, "裘村镇", "4.8", 5],
                ["注：本表为初步数。"],
            ],
            id="year, indicator and unit in the caption",
        ),
        pytest.param(
            [
                ["项目", "溪口镇", "裘村镇"],
                ["人均可支配收入（元）", 52000, 48000],
                ["2022年常住人口（万人）", None, "—"],
            ],
            id="regions across, with the year in the name of the sheet",
        ),
        pytest.param(
            [
                [None, None, None],
                [None, "单位", "2022年收入（元）"],
                [None, "溪口镇", "５２，０００"],
                [None, "裘村镇", "48000元"],
            ],
            id="单位 heads the townships",
        ),
        pytest.param(
            [
                ["地区", "年度", "收入（元）"],
                ["示例：锦屏街道", 2022, 99999],
                ["街道", None, None],
                ["溪口镇", 2022, 52000],
                ["锦屏街道", 2022, None],
                ["岳林街道", 2022, "暂无"],
                ["裘村", 2022, 48000],
            ],
            id="example, section and blanks are passed over",
        ),
    ],
)
def test_one_table_in_many_layouts(read, tmp_path, rows):
    path = workbook(tmp_path / "a.xlsx", {"2022年": rows})
    assert figures(read(path)) == TWO


def test_a_heading_of_two_rows_with_merged_cells(read, tmp_path):
    rows = [
        ["各镇（街道）收入情况", None, None, None, None],
        ["地区", "人均可支配收入", None, "常住人口", None],
        [None, 2021, 2022, 2021, 2022],
        ["溪口镇", "50000元", "52000元", "8.1万人", "8.2万人"],
    ]
    merged = ["A1:E1", "A2:A3", "B2:C2", "D2:E2"]
    path = workbook(tmp_path / "a.xlsx", {"表": rows}, merged=merged)
    assert figures(read(path)) == [
        ("income_all", XIKOU, "2021", 50000),
        ("income_all", XIKOU, "2022", 52000),
        ("population", XIKOU, "2021-12", 8.1),
        ("population", XIKOU, "2022-12", 8.2),
    ]


def test_a_heading_of_two_rows_in_a_text(read, tmp_path):
    path = text(
        tmp_path / "a.csv",
        "地区,人均可支配收入（元）,,2022年城镇化率（%）",
        ",2021,2022,",
        "奉化区,51000,54000,62.1",
        encoding="gb18030",
    )
    assert figures(read(path)) == [
        ("income_all", "330213", "2021", 51000),
        ("income_all", "330213", "2022", 54000),
        ("urbanisation", "330213", "2022-12", 62.1),
    ]


def test_a_footnote_over_all_columns_is_no_figure(read, tmp_path):
    rows = [
        ["镇街", "年份", "收入（元）"],
        ["溪口镇", 2022, 52000],
        ["注：初步数", None, None],
    ]
    path = workbook(tmp_path / "a.xlsx", {"表": rows}, merged=["A3:C3"])
    assert figures(read(path)) == TWO[:1]


def test_a_row_without_labels_may_hold_a_single_figure(read, tmp_path):
    """The caption says whose it is; the second year is not known yet."""
    rows = ["奉化区", ",2021年收入（元）,2022年收入（元）", ",51000,"]
    path = text(tmp_path / "a.csv", *rows)
    assert figures(read(path)) == [("income_all", "330213", "2021", 51000)]


def test_years_across_and_indicators_down(read, tmp_path):
    path = text(
        tmp_path / "a.csv",
        "奉化区主要指标",
        "指标;单位;2021;2022",
        "城镇居民人均可支配收入;元;61,000;64,000",
        "农村居民人均可支配收入;元;36,000;38,000",
    )
    assert [row[2:] for row in figures(read(path))] == [
        *(("2021", 61000), ("2022", 64000)),
        *(("2021", 36000), ("2022", 38000)),
    ]


def test_every_sheet_of_a_workbook_is_read(read, tmp_path):
    head = ["镇街", "收入（元）"]
    sheets = {
        "2021": [head, ["溪口镇", 50000]],
        "2022": [head, ["溪口镇", 52000]],
        "说明": [["本表由统计局提供"]],
        "草稿": [["合计", 102000]],
    }
    supply = read(workbook(tmp_path / "a.xlsx", sheets))
    assert [row[2] for row in figures(supply)] == ["2021", "2022"]
    assert supply.unread == ["草稿"]


@pytest.mark.parametrize(
    ("unit", "cell", "value"),
    [
        ("元", "5.2万", 52000),
        ("万元", 5.2, 52000),
        ("元/人", 52000, 52000),
        ("千元", "52", None),
        ("元", "5.2万元", 52000),
        ("yuan", 52000, 52000),
    ],
)
def test_units_are_converted_into_the_indicators_own(read, tmp_path, unit, cell, value):
    path = text(
        tmp_path / "a.csv",
        "指标,地区,年份,数值,单位",
        f"income_all,溪口镇,2022,{cell},{unit}",
    )
    supply = read(path)
    assert [entry.cells["value"] for entry in supply.entries] == [value] * bool(value)


def test_a_percentage_is_one_in_every_spelling(read, tmp_path):
    rows = [
        ["地区", "年份", "城镇化率"],
        ["奉化区", 2021, 0.619],
        ["奉化区", 2022, "62.1%"],
        ["奉化区", 2023, "６２．５％"],
    ]
    path = workbook(tmp_path / "a.xlsx", {"表": rows}, formats={"C2": "0.0%"})
    assert [row[3] for row in figures(read(path))] == [61.9, 62.1, 62.5]


def test_a_ratio_needs_no_unit(read, tmp_path):
    path = text(tmp_path / "a.csv", "地区,年份,城乡居民收入倍差", "奉化区,2022,1.69")
    assert figures(read(path)) == [("urban_rural_ratio", "330213", "2022", 1.69)]


def test_a_round_number_keeps_its_interval_and_its_words(read, tmp_path):
    path = text(tmp_path / "a.csv", "地区,年份,收入（元）", "溪口镇,2022,约5.2万元")
    (entry,) = read(path).entries
    assert (entry.cells["low"], entry.cells["high"]) == (51500, 52500)
    assert entry.cells["note"] == "原表写作“约5.2万元” / stated as “约5.2万元”"


def test_the_interval_of_a_round_number_is_scaled_with_it(read, tmp_path):
    path = text(tmp_path / "a.csv", "地区,年份,收入（元）", "溪口镇,2022,约5.2万")
    (entry,) = read(path).entries
    assert (entry.cells["low"], entry.cells["high"]) == (51500, 52500)


def test_a_stated_interval_is_kept(read, tmp_path):
    path = text(
        tmp_path / "a.csv",
        "地区,年份,指标,数值,单位,下限,上限,数据性质,备注",
        "溪口镇,2022,income_all,5.2,万元,5.1,5.3,估计,抽样",
    )
    (entry,) = read(path).entries
    kept = [entry.cells[name] for name in ("low", "high", "status", "note")]
    assert kept == [51000, 53000, "estimated", "抽样"]


def test_a_date_stands_for_its_year_or_its_month(read, tmp_path):
    """Spreadsheets make dates of what was typed as a year's end."""
    path = text(
        tmp_path / "a.csv",
        "指标,地区,年份,数值,单位",
        "income_all,溪口镇,2022-12-31,52000,元",
        "population,溪口镇,2022-12-31,8.2,万人",
        "population,奉化区,2020年11月1日,57.7,万人",
    )
    assert [row[2] for row in figures(read(path))] == ["2022", "2022-12", "2020-11"]


def test_illustrative_figures_go_to_their_own_table(read, tmp_path):
    path = text(
        tmp_path / "a.csv", "地区,年份,收入（元）,数据性质", "溪口镇,2022,52000,示意"
    )
    (entry,) = read(path).entries
    assert entry.table.name == "illustrative"


# ── Where a figure is from ───────────────────────────────────────────────────────────


def test_the_sheet_of_instructions_says_where_all_figures_are_from(read, tmp_path):
    form = [
        ["资料名称", "奉化统计年鉴2023"],
        ["发布单位", "区统计局"],
        ["发布日期", "2023年9月"],
    ]
    data = [["镇街", "年份", "收入（元）"], ["溪口镇", 2022, 52000]]
    (entry,) = read(workbook(tmp_path / "a.xlsx", {"说明": form, "数据": data})).entries
    origin = entry.origin
    assert (origin.title, origin.publisher) == ("奉化统计年鉴2023", "区统计局")
    assert origin.issued == "2023-09"


def test_a_row_may_name_its_own_publication(read, tmp_path):
    path = text(
        tmp_path / "a.csv",
        "镇街,年份,收入（元）,资料来源,发布日期",
        "溪口镇,2022,52000,溪口镇政府工作报告,2023-02-01",
        "裘村镇,2022,48000,,",
    )
    own, usual = (entry.origin for entry in read(path).entries)
    assert (own.title, own.issued) == ("溪口镇政府工作报告", "2023-02-01")
    assert (usual.title, usual.issued) == ("", "2023-01-01")


# ── Faults ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("heading", "row", "message"),
    [
        (
            "镇街,年份,收入（元）",
            "溪口街,2022,1",
            "镇街 · value “溪口街”: the registry has no such",
        ),
        (
            "镇街,年份,收入（元）",
            "溪口镇,去年,1",
            "年份 · value “去年”: not a year or a period",
        ),
        ("镇街,年份,收入（元）", "溪口镇,2022,很多", "value “很多”: not a number"),
        ("镇街,年份,收入（元）", "溪口镇,2022,5 2 0", "value “5 2 0”: not a number"),
        ("镇街,年份,收入（元）", "溪口镇,2022-06-30,1", "the period does not fit"),
        ("镇街,年份,收入（元）", ",2022,1", "row 2 · 镇街: must not be blank"),
        (
            "镇街,年份,收入",
            "溪口镇,2022,1",
            "value “收入”: no unit is stated → state it",
        ),
        (
            "镇街,年份,收入（人）",
            "溪口镇,2022,1",
            "does not fit the indicator → use “元”",
        ),
        (
            "镇街,年份,收入（元）",
            "溪口镇,2022,52人",
            "does not fit the indicator → use “元”",
        ),
        ("镇街,年份,收入（万元）", "溪口镇,2022,5.2万", "more than one unit is stated"),
        (
            "镇街,年份,收入（元）,单位",
            "溪口镇,2022,1,万元",
            "more than one unit is stated",
        ),
        ("镇街,收入（元）", "溪口镇,1", "nothing says which year the figures are of"),
        ("年份,收入（元）", "2022,1", "nothing says which region the figures are of"),
        ("镇街,年份,数值（元）", "溪口镇,2022,1", "nothing says which indicator"),
        ("镇街,年份,收人（元）", "溪口镇,2022,1", "names no indicator"),
        (
            "镇街,年份,收入（元）,增速",
            "溪口镇,2022,1,3.5",
            "“增速”: the column holds something",
        ),
        (
            "镇街,年份,收入（元）,数据性质",
            "溪口镇,2022,1,大概",
            "not one of the allowed",
        ),
        ("镇街,年份,收入（元）,", "溪口镇,2022,1,9", "the column holds something, but"),
        ("镇街,年份,收入（元）,发布日期", "溪口镇,2022,1,某日", "“某日”: not a date"),
        ("镇街,年份,收入（元）,发布日期", "溪口镇,2022,1,2021-H1", "not a date"),
        ("指标,镇街,年份,数值（元）", "收人,溪口镇,2022,1", "no such indicator"),
        ("代码,镇街,年份,收入（元）", "330213106,溪口镇,2022,1", "heading disagree"),
        ("镇街,年份,2021年收入（元）", "溪口镇,2022,1", "heading disagree"),
    ],
)
def test_a_fault_says_where_it_stands(read, tmp_path, heading, row, message):
    supply = read(text(tmp_path / "a.csv", heading, row))
    (fault,) = faults(supply)
    assert fault.startswith("a.csv · row ") and message in fault


def test_a_fault_in_a_workbook_names_sheet_and_cell(read, tmp_path):
    rows = [["镇街", "年份", "收入（元）"], ["溪口镇", 2022, "五万"]]
    (fault,) = faults(read(workbook(tmp_path / "收入.xlsx", {"镇街": rows})))
    assert fault.startswith("收入.xlsx · 镇街!C2 · value “五万”: not a number →")


def test_a_fault_of_a_heading_is_told_once(read, tmp_path):
    rows = (f"{name},2022,52000" for name in TOWNSHIPS)
    supply = read(text(tmp_path / "a.csv", "镇街,年份,收入", *rows))
    assert len(faults(supply)) == 1


def test_a_figure_over_merged_cells_belongs_to_nobody(read, tmp_path):
    rows = [
        ["镇街", "年份", "收入（元）"],
        ["溪口镇", 2022, 52000],
        ["裘村镇", 2022, None],
    ]
    path = workbook(tmp_path / "a.xlsx", {"表": rows}, merged=["C2:C3"])
    (fault,) = faults(read(path))
    assert "表!C3" in fault and "one figure stands in merged cells" in fault


def test_a_formula_without_its_value_is_named(read, tmp_path):
    rows = [["镇街", "年份", "收入（元）"], ["溪口镇", 2022, "=26000*2"]]
    (fault,) = faults(read(workbook(tmp_path / "a.xlsx", {"表": rows})))
    assert "表!C2: the formula was saved without its result" in fault


def test_a_file_without_a_heading_says_what_one_looks_like(read, tmp_path):
    wording.speak("en")
    with pytest.raises(DataError, match=r"a\.csv: no heading of a table was found"):
        read(text(tmp_path / "a.csv", "溪口镇,2022,52000"))
