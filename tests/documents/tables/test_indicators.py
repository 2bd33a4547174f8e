"""Tables → facts: what name, period, kind and unit a value takes, and from where."""

import pytest

from fenghua_analysis.documents import Document, Fact, extract_facts, unparsed

PLAN = "桐岭县国民经济和社会发展第十四个五年规划纲要"
REPORT = "2024年上半年临川市民生实事完成情况"


def _facts(title: str, *rows: str) -> list[Fact]:
    return extract_facts(Document("\n".join([title, "", *rows])))


def _only(title: str, *rows: str) -> Fact:
    (fact,) = _facts(title, *rows)
    return fact


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("指标\t2025年", "生产总值\t450亿元"),
        ("指标\t2025年", "生产总值(亿元)\t450"),
        ("指标\t单位\t2025年", "生产总值\t亿元\t450"),
        ("指标\t2025年(亿元)", "生产总值\t450"),
    ],
)
def test_the_unit_is_taken_from_wherever_it_stands(header: str, row: str) -> None:
    fact = _only(PLAN, header, row)
    assert (fact.indicator, fact.value, fact.unit) == ("生产总值", 450, "亿元")


def test_the_unit_above_a_table_is_the_last_resort() -> None:
    fact = _only(PLAN, "单位:万元", "", "指标\t2025年", "教育支出\t450")
    assert fact.unit == "万元"


def test_a_rate_is_a_percentage_whatever_its_row_counts() -> None:
    found = _facts(REPORT, "指标\t目标\t完成率", "新增床位(张)\t400\t77.5")
    assert [(fact.value, fact.unit) for fact in found] == [(400, "张"), (77.5, "%")]


def test_an_earlier_year_is_the_baseline_of_the_target_of_its_row() -> None:
    before, after = _facts(PLAN, "指标\t2020年\t2025年", "城镇化率(%)\t58.6\t65")
    assert (before.kind, before.year) == ("baseline", "2020")
    assert (after.kind, after.year) == ("target", "2025")
    assert before.baseline_of == after.start


def test_an_earlier_year_without_a_target_only_reports() -> None:
    fact = _only(PLAN, "指标\t2020年\t2025年", "城镇化率(%)\t58.6\t—")
    assert (fact.kind, fact.baseline_of) == ("actual", None)


def test_yearly_growth_spans_the_plan_and_is_in_per_cent() -> None:
    found = _facts(PLAN, "指标\t2025年\t年均〔累计〕", "产值(亿元)\t450\t7.5")
    assert (found[1].year, found[1].unit) == ("2021/2025", "%")


def test_a_change_in_brackets_is_in_the_unit_of_its_row() -> None:
    found = _facts(PLAN, "指标\t2025年\t年均〔累计〕", "寿命(岁)\t80.8\t〔1.3〕")
    assert (found[1].value, found[1].unit, found[1].quote) == (1.3, "岁", "1.3")


def test_a_promise_in_words_fills_a_cell() -> None:
    fact = _only(PLAN, "指标\t2025年", "单位GDP能耗\t完成市下达任务")
    assert (fact.value, fact.kind, fact.unit) == (None, "delegated", "")


def test_a_bound_in_a_cell_binds() -> None:
    found = _facts(PLAN, "指标\t2025年", "失业率(%)\t<5.5", "产量(万吨)\t≥26")
    assert [fact.comparator for fact in found] == ["lt", "ge"]


def test_columns_name_what_rows_of_regions_count() -> None:
    found = _facts(
        REPORT,
        "县区\t新增床位(张)\t\t\t托位(个)",
        "\t目标\t完成\t完成率\t完成",
        "东溪区\t400\t310\t77.5\t12",
    )
    assert [(f.indicator, f.region, f.kind, f.unit) for f in found] == [
        ("新增床位", "东溪区", "target", "张"),
        ("新增床位", "东溪区", "actual", "张"),
        ("新增床位完成率", "东溪区", "actual", "%"),
        ("托位", "东溪区", "actual", "个"),
    ]


def test_the_whole_is_the_region_of_the_document() -> None:
    fact = _only(REPORT, "地区\t完成数(张)", "全市\t846")
    assert fact.region == "临川市"


def test_targets_bind_the_year_and_reports_cover_their_part_of_it() -> None:
    goal, done = _facts(REPORT, "指标\t目标\t完成", "床位(张)\t400\t310")
    assert (goal.year, done.year) == ("2024", "2024-H1")


def test_rows_may_stand_for_years() -> None:
    found = _facts(REPORT, "年份\t产值(亿元)", "2022年\t651.7", "2023年\t690.2")
    assert [(fact.indicator, fact.year) for fact in found] == [
        ("产值", "2022"),
        ("产值", "2023"),
    ]


def test_the_same_months_of_last_year() -> None:
    found = _facts(REPORT, "指标\t就业(人)\t培训(人次)", "完成\t9\t8", "去年同期\t7\t6")
    assert [fact.year for fact in found] == [*["2024-H1", "2023-H1"] * 2]


def test_columns_of_one_year_share_what_one_of_them_says() -> None:
    title = "石桥区2023年国民经济和社会发展主要指标"
    found = _facts(
        title,
        "指标\t2022年\t\t2023年计划\t",
        "\t完成数\t增长(%)\t计划数\t增长(%)",
        "产值(亿元)\t685\t3.6\t720\t6",
    )
    assert [fact.kind for fact in found] == ["actual", "actual", "target", "target"]


def test_stars_departments_and_areas_are_those_of_the_row() -> None:
    fact = _only(PLAN, "领域\t指标\t目标值\t责任单位", "托育\t★托位(个)\t4\t区教育局")
    assert (fact.core, fact.department) == (1, "区教育局")
    assert fact.section.endswith("托育")


def test_two_values_of_a_cell_are_two_facts() -> None:
    found = _facts(PLAN, "指标\t2025年", "报销比例(%)\t职工82城乡居民62")
    assert [(fact.indicator, fact.value) for fact in found] == [
        ("报销比例:职工", 82),
        ("报销比例:城乡居民", 62),
    ]


def test_list_numbers_in_front_of_a_name_are_no_part_of_it() -> None:
    fact = _only(PLAN, "指标\t2025年", "3.每千人口床位数(张)\t7.5")
    assert fact.indicator == "每千人口床位数"


def test_words_under_a_title_of_values_are_listed_as_not_understood() -> None:
    document = Document(f"{PLAN}\n\n指标\t2025年\n床位\t5\n托位\t视情况另行确定后再报")
    assert [left.reason for left in unparsed(document)] == ["no_value"]


def test_every_quote_stands_where_it_says() -> None:
    text = f"{PLAN}\n\n| 指标 | 2025年 |\n|---|---|\n| 托位（个） | ≥４.５ 以上 |\n"
    for fact in extract_facts(Document(text)):
        assert text[fact.start : fact.end] == fact.quote


@pytest.mark.parametrize(
    "title", ["同比增长(%)", "增速", "比上年增长(%)", "年均增长(%)"]
)
def test_a_column_of_growth_rises_or_falls_by_its_sign(title: str) -> None:
    header = f"指标\t总量\t{title}"
    found = _facts(REPORT, header, "产值(亿元)\t45\t6.1", "税收(亿元)\t4\t-2.5")
    assert [(f.value, f.comparator, f.change) for f in found[1::2]] == [
        (6.1, "growth", "up"),
        (-2.5, "growth", "down"),
    ]


def test_a_bound_in_a_column_of_growth_stays_a_bound() -> None:
    found = _facts(PLAN, "指标\t2025年\t年均增长(%)", "产值(亿元)\t450\t≥7.5")
    assert (found[1].comparator, found[1].change) == ("ge", "up")


def test_titles_at_the_side_may_give_a_rate_of_growth() -> None:
    rows = [
        *("项目\t新增就业(人)\t转移就业(万人)", "全年目标\t860\t8.5"),
        *("1-6月完成\t471\t5.4", "完成率(%)\t54.8\t63.1"),
        *("上年同期\t453\t5.0", "同比增长(%)\t4.0\t-6.8"),
    ]
    found = _facts(REPORT, *rows)[:5]
    assert [(f.kind, f.year, f.unit) for f in found] == [
        ("target", "2024", "人"),
        ("actual", "2024-H1", "人"),
        ("actual", "2024-H1", "%"),
        ("actual", "2023-H1", "人"),
        ("actual", "2024-H1", "%"),
    ]


def test_a_promise_in_words_has_a_baseline_too() -> None:
    before, after = _facts(PLAN, "指标\t2020年\t2025年", "能耗(%)\t3.5\t完成市下达任务")
    assert (before.kind, after.kind) == ("baseline", "delegated")
    assert before.baseline_of == after.start


INCOMES = ("收入 5981 5.2 4487 6.6", "支出 3642 6.3 2751 8.1", "净收 298 -1.5 73 3.1")


def test_of_several_units_above_a_table_rates_take_the_share() -> None:
    head = ("单位:元、%", "", "指标 居民 农民", "总量 增长 总量 增长")
    found = _facts(REPORT, *head, *INCOMES)
    assert len(found) == 12
    assert {f.unit for f in found[::2]} == {"元"}
    assert {f.unit for f in found[1::2]} == {"%"}
    tabbed = ("单位:元、%", "", "指标\t总量\t增长", "收入\t59812\t5.2")
    assert [f.unit for f in _facts(REPORT, *tabbed)] == ["元", "%"]


def test_a_share_in_a_row_takes_the_share_of_the_units() -> None:
    rows = ("单位:人、%", "", "指标\t目标\t完成", "就业\t450\t312", "参保率\t95\t96")
    assert [f.unit for f in _facts(REPORT, *rows)] == ["人", "人", "%", "%"]


def test_goals_told_in_a_phrase_are_read_with_their_row() -> None:
    title = "桐岭县2024年民生实事任务分解表"
    rows = [
        "序号\t工作任务\t年度目标\t责任单位",
        "1\t养老服务\t新建老年人食堂20家,新增康养联合体6家\t县民政局",
        "2\t农村公路\t新改建35公里,大中修60公里\t县交通运输局",
        "3\t妇女检查\t2.5万人\t县妇联",
    ]
    found = _facts(title, *rows)
    assert [f.value for f in found] == [20, 6, 35, 60, 2.5]
    assert [f.indicator for f in found][:2] == ["新建老年人食堂", "新增康养联合体"]
    assert {f.kind for f in found} == {"target"}
    assert [f.department for f in found][::2] == ["县民政局", "县交通运输局", "县妇联"]


def test_a_goal_told_in_the_first_row_is_no_header() -> None:
    rows = ("项目\t2025年目标", "养老\t新建老年人食堂20家", "床位\t6张", "护士\t8人")
    assert [f.value for f in _facts(PLAN, *rows)] == [20, 6, 8]


def test_what_a_phrase_leaves_without_unit_is_listed_as_unread() -> None:
    rows = ("项目\t2025年目标", "养老\t新建老年人食堂20家,另有35在建", "床位\t6张")
    document = Document("\n".join([PLAN, "", *rows]))
    assert [found.quote for found in unparsed(document)] == ["35"]


def test_groups_of_columns_tell_their_growth_apart() -> None:
    found = _facts(REPORT, "指标 居民 农民", "总量 增长 总量 增长", *INCOMES)
    assert [f.indicator for f in found[1:4:2]] == ["收入:居民增长", "收入:农民增长"]
