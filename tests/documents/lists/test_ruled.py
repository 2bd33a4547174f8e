"""Work lists whose cells stand in rows, in the layouts of other offices."""

from fenghua_analysis.documents import (
    Document,
    WorkItem,
    extract_facts,
    extract_work_items,
    unparsed,
)

TITLE = "临江县2024年重点工作清单\n"


def _items(*rows: str, title: str = TITLE) -> list[WorkItem]:
    return extract_work_items(Document(title + "\n".join(rows)))


def test_departments_may_have_a_column_of_their_own_and_helpers_are_left_out() -> None:
    items = _items(
        "序号\t工作任务\t工作目标\t牵头单位\t配合单位\t完成时限",
        "1\t养老服务(二期)\t建成中心3家。\t县民政局\u2029县教育局\t县财政局\t6月底前:建成投用",
        "2\t托育服务\t新增托位450个。\t县卫生\u2029健康局\t\t全年:按月推进各项工作",
    )
    assert [(item.name, item.departments) for item in items] == [
        ("养老服务(二期)", ("县民政局", "县教育局")),
        ("托育服务", ("县卫生健康局",)),
    ]
    assert [len(item.goals) for item in items] == [1, 1]
    assert [item.milestones[0].last for item in items] == [6, 12]


def test_several_departments_in_a_cell_are_told_apart_by_their_marks() -> None:
    (item,) = _items(
        "序号\t任务\t目标\t责任单位\t进度安排",
        "1\t养老服务\t建成中心3家。\t县民政局、县教育局\t全年:按月推进各项工作",
    )
    assert item.departments == ("县民政局", "县教育局")


def test_an_area_over_several_rows_is_their_section() -> None:
    items = _items(
        "领域\t序号\t任务(部门)\t目标体系\t进度安排",
        "一老一小(共2项)\t1\t托育(县卫生健康局)\t新增托位5个。\t全年:按月推进各项工作",
        "一老一小(共2项)\t2\t养老(县民政局)\t新增床位6张。\t全年:按月推进各项工作",
        "教育\t3\t学位(县教育局)\t新增学位7个。\t全年:按月推进各项工作",
    )
    assert [(i.section, i.section_count, i.number) for i in items] == [
        ("一老一小", 2, 1),
        ("一老一小", 2, 2),
        ("教育", None, 3),
    ]


def test_an_item_over_several_rows_is_one_item() -> None:
    (item, _) = _items(
        "序号\t任务(部门)\t目标体系\t工作体系\t进度安排",
        "1\t托育(县卫生健康局)\t新增托位5个。\t甲。\t2-4月:摸底",
        "1\t托育(县卫生健康局)\t新增托位5个。\t乙。\t5-8月:建成",
        "\t\t培训20人。\t\t",
        "2\t养老(县民政局)\t床位6张。\t\t全年:按月推进各项工作",
    )
    assert [(step.first, step.label) for step in item.milestones] == [
        (2, "摸底"),
        (5, "建成"),
    ]
    assert [fact.value for fact in item.goals] == [5, 20]


def test_a_list_without_numbers_counts_its_rows() -> None:
    items = _items(
        "任务(部门)\t目标体系\t进度安排",
        "托育(县卫生健康局)\t新增托位5个。\t全年:按月推进各项工作",
        "养老(县民政局)\t床位6张。\t全年:按月推进各项工作",
    )
    assert [(item.number, item.name) for item in items] == [(1, "托育"), (2, "养老")]


def test_a_title_over_two_header_lines_is_one_title() -> None:
    (item,) = _items(
        "序号\t任务(部门)\t工作安排\t工作安排\t进度安排",
        "序号\t任务(部门)\t目标体系\t政策体系\t进度安排",
        "1\t托育(县卫生健康局)\t新增托位5个。\t\t全年:按月推进各项工作",
    )
    assert list(item.cells) == ["工作安排目标体系", "工作安排政策体系", "进度安排"]
    assert item.cells["工作安排政策体系"] is None


def test_bars_part_cells_as_well_as_tabs() -> None:
    (item,) = _items(
        "|序号|任务(部门)|目标体系|进度安排|",
        "|---|---|---|---|",
        "|1|托育(县卫生健康局)|新增托位5个。|全年:按月推进各项工作|",
    )
    assert (item.name, item.departments) == ("托育", ("县卫生健康局",))


def test_the_paragraphs_of_a_cell_are_read_one_by_one_where_they_stand() -> None:
    text = TITLE + (
        "序号\t任务(部门)\t目标体系\t进度安排\n"
        "1\t托育(县卫生健康局)\t1.新增托位5个\u20292.培训20人次\t全年:按月推进各项工作"
    )
    document = Document(text)
    (item,) = extract_work_items(document)
    assert [fact.indicator for fact in item.goals] == ["新增托位", "培训"]
    assert all(text[f.start : f.end] == f.quote for f in extract_facts(document))
    start, end = item.cells["目标体系"] or (0, 0)
    assert text[start:end] == "1.新增托位5个\u20292.培训20人次"


def test_a_note_below_the_list_is_not_an_item() -> None:
    items = _items(
        "序号\t任务(部门)\t目标体系\t进度安排",
        "1\t托育(县卫生健康局)\t新增托位5个。\t全年:按月推进各项工作",
        "注:清单实行动态管理。\t\t\t",
    )
    assert len(items) == 1


def test_a_list_that_says_in_the_name_what_is_to_be_done_is_read_there() -> None:
    items = _items(
        "序号\t重点任务\t责任单位\t完成时限",
        "1\t新增托位450个\t县卫生健康局\t12月底前",
    )
    assert [(fact.value, fact.department) for fact in items[0].goals] == [
        (450, "县卫生健康局")
    ]


def test_sentences_in_a_table_without_a_schedule_are_read_as_sentences() -> None:
    text = "2024年民生实事任务分解表\n" + "\n".join(
        [
            "序号\t项目名称\t主要内容\t责任单位",
            "1\t托育服务\t新增托位450个，其中普惠托位占比60%以上。\t县卫生健康局",
            "2\t养老服务\t新增床位600张。\t县民政局",
        ]
    )
    facts = extract_facts(Document(text))
    assert [(f.value, f.comparator, f.department) for f in facts] == [
        (450, "eq", "县卫生健康局"),
        (60, "ge", "县卫生健康局"),
        (600, "eq", "县民政局"),
    ]
    assert unparsed(Document(text)) == []


def test_goals_told_in_phrases_are_read_as_phrases() -> None:
    text = "2024年民生实事\n" + "\n".join(
        [
            "|序号|工作任务|目标要求|责任单位|",
            "|1|养老服务|新建老年人食堂20家，新增康养联合体6家|县民政局|",
            "|2|农村公路|新改建农村公路35公里|县交通运输局|",
        ]
    )
    facts = extract_facts(Document(text))
    assert [(f.value, f.unit, f.department) for f in facts] == [
        (20, "家", "县民政局"),
        (6, "家", "县民政局"),
        (35, "公里", "县交通运输局"),
    ]


def test_a_table_of_values_with_a_deadline_stays_a_table() -> None:
    text = "2024年主要指标\n" + "\n".join(
        [
            "序号\t指标\t目标值\t责任单位\t完成时限",
            "1\t新增托位(个)\t450\t县卫生健康局\t12月底",
            "2\t护理型床位(张)\t≥600\t县民政局\t12月底",
        ]
    )
    document = Document(text)
    assert extract_work_items(document) == []
    assert [(f.indicator, f.value) for f in extract_facts(document)] == [
        ("新增托位", 450),
        ("护理型床位", 600),
    ]
