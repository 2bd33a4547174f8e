"""Parts make their whole, within what their printing leaves open."""

import pytest

from fenghua_analysis.audit.findings import HARD, SOFT
from fenghua_analysis.audit.numbers.sums import sums
from fenghua_analysis.audit.numbers.tables import tables
from tests.audit.numbers.examples import found, told


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # 6.52 + 21.76 + 11.88 = 40.16
        ("安排资金40.16亿元，其中市级6.52亿元，区县21.76亿元，其他11.88亿元。", []),
        ("安排资金40.2亿元，其中市级6.52亿元，区县21.76亿元，其他11.88亿元。", []),
        ("安排资金41.16亿元，其中市级6.52亿元，区县21.76亿元，其他11.88亿元。",
         [("parts_fall_short", HARD)]),
        ("常住人口240万人，其中城镇人口168万人，乡村人口62万人。",
         [("parts_fall_short", HARD)]),
        ("新增托位450个，其中普惠托位270个。", []),
        ("新增托位450个，其中普惠托位540个。", [("part_exceeds", HARD)]),
        ("投运充电桩3645个以上，其中农村地区4000个。", []),
        ("引进人才500名，其中博士300名、女性260名。", []),  # some are both
        ("总投资100亿元，其中一期60亿元，累计完成投资85亿元。", []),
        ("体检10万人（其中65岁以下成年人2.4万人，65岁以上老年人5.4万人）。",
         [("parts_fall_short", SOFT)]),
        ("共24个项目，其中5个已完成，其余19个按计划推进。", []),
        ("共24个项目，其中5个已完成，其余18个按计划推进。", [("remainder", HARD)]),
        ("三次产业结构为2.5:46.1:51.4。", []),
        ("三次产业结构为2.5:46.1:54.1。", [("structure", HARD)]),
        ("师生结构按1:15:30配备。", []),  # no shares of a hundred
    ],
)  # fmt: skip
def test_parts_make_their_whole(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert found(sums, sentence) == expected


def test_the_sentence_names_the_sum() -> None:
    said = told(sums, "安排资金42亿元，其中市级6亿元，区县21亿元，其他12亿元。")
    assert "39亿元" in said and "6亿元+21亿元+12亿元" in said


ROWS = """区县|计划投资（亿元）|完成投资（亿元）|完成率（%）
东城区|{}|3.6|60.0
西城区|5.0|2.5|50.0
江北县|4.0|{}|52.5
合计|15.0|8.2|54.7"""


def test_a_table_adds_up_within_its_printing() -> None:
    assert found(tables, ROWS.format("6.0", "2.1")) == []


def test_a_total_row_is_the_sum_of_the_others() -> None:
    # 7.0 + 5.0 + 4.0 = 16.0, and 3.6 / 7.0 = 51.4 %
    assert found(tables, ROWS.format("7.0", "2.1")) == [
        ("table", HARD),
        ("table", HARD),
    ]


def test_a_rate_column_is_made_of_its_two_columns() -> None:
    said = told(tables, ROWS.format("6.0", "2.1").replace("60.0", "66.0"))
    assert "东城区" in said and "60.0%" in said


def test_averages_and_rates_are_not_added_up() -> None:
    table = """区县|人均收入（元）|覆盖率（%）
东城区|60000|90
西城区|50000|80
江北县|40000|70
全市|52000|81"""
    assert found(tables, table) == []


def test_growth_of_two_year_columns_is_checked() -> None:
    table = """指标|2022年|2023年|增长（%）
用电量（亿千瓦时）|100.0|110.0|{}
旅游人次（万人次）|200|210|5.0"""
    assert found(tables, table.format("10.0")) == []
    assert found(tables, table.format("12.0")) == [("table", HARD)]
