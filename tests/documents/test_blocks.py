"""Where tables and lists begin and end among the prose around them."""

from fenghua_analysis.documents.blocks import Block, blocks, header_rows
from fenghua_analysis.documents.passages import lines

TABLE = ["序号\t指标\t目标值", "1\t托位(个)\t450", "2\t床位(张)\t600"]


def _blocks(*texts: str) -> list[Block]:
    return list(blocks(lines("\n".join(texts))))


def _kinds(*texts: str) -> list[tuple[str, int]]:
    return [(block.kind, len(block.lines)) for block in _blocks(*texts)]


def test_a_table_between_paragraphs_is_a_block_of_its_own() -> None:
    assert _kinds("一、目标", *TABLE, "二、任务") == [
        ("prose", 1),
        ("table", 3),
        ("prose", 1),
    ]


def test_a_heading_row_keeps_a_table_together_and_a_note_ends_it() -> None:
    split = [TABLE[0], "一、民生\t\t", *TABLE[1:], "注:目标为年度值。\t\t"]
    assert _kinds(*split) == [("table", 4), ("prose", 1)]


def test_a_caption_in_the_first_row_stands_above_the_table() -> None:
    assert _kinds("单位:个\t\t", *TABLE) == [("prose", 1), ("table", 3)]


def test_a_lone_line_with_a_tab_is_prose() -> None:
    assert _kinds("联系人:\t张三") == [("prose", 1)]


def test_the_title_of_a_flattened_list_is_no_title_of_a_column() -> None:
    titles = ["重点任务清单", "序号", "任务(部门)", "目标体系", "进度安排"]
    (prose, found) = _blocks(
        *titles, "1", "托育(县教育局)", "新增托位5个。", "全年:推进"
    )
    assert [line.clean.text for line in prose.lines] == ["重点任务清单"]
    assert (found.kind, found.header) == ("list", 4)


def test_names_with_numbers_make_no_list() -> None:
    names = ["1\t65岁以上老人健康管理率\t72%以上", "2\t0-3岁儿童筛查率\t≥86"]
    assert _kinds("序号\t指标\t目标值", *names) == [("table", 3)]


def test_every_line_is_in_one_block() -> None:
    texts = ["一、目标", *TABLE, "", "二、任务\t", "新增托位5个。"]
    kept = [line for block in _blocks(*texts) for line in block.lines]
    assert kept == lines("\n".join(texts))


def test_titles_over_two_lines_are_two_header_rows() -> None:
    assert header_rows([["序号", "指标"], ["1", "托位"], ["1", "床位"]]) == 1
    assert (
        header_rows([["序号", "年度", "年度"], ["序号", "目标", "进度"], ["1"] * 3])
        == 2
    )
    assert header_rows([["序号", "指标"]]) == 1


def test_single_spaces_part_words_from_as_many_numbers_in_each_row() -> None:
    head = ["指标 居民 农民", "总量 增长 总量 增长"]
    rows = ["收入 5981 5.2 4487 6.6", "支出 3642 6.3 2751 8.1", "净收 298 -1.5 73 3.1"]
    assert _kinds("单位:元", *head, *rows, "注:略") == [
        ("prose", 1),
        ("table", 5),
        ("prose", 1),
    ]
    assert _kinds(*head, *rows[:2]) == [("prose", 4)]
    assert _kinds(*rows) == [("prose", 3)]
