"""What announces a number must have that many."""

import pytest

from fenghua_analysis.audit import evidence
from fenghua_analysis.audit.findings import HARD, SOFT
from fenghua_analysis.audit.numbers.counts import counts, number
from fenghua_analysis.audit.numbers.enumerations import enumerations, possible_counts
from fenghua_analysis.audit.numbers.lists import lists
from fenghua_analysis.audit.numbers.numbering import numbering
from tests.audit.numbers.examples import clean, document, found, told


def test_a_section_announces_as_many_items_as_follow_it() -> None:
    text = clean("plan").replace("教育优享（1项）", "教育优享（2项）")
    keys = [finding.key for finding in lists([evidence(document(text))])]
    assert keys == ["section", "headings"]  # and the headings no longer sum to four


def test_announced_parts_of_a_list_are_its_sections() -> None:
    text = clean("plan").replace(
        "围绕产业、就业、教育、健康四大领域", "围绕“产业富民”等五大领域"
    )
    (finding,) = lists([evidence(document(text))])
    assert (finding.key, finding.severity) == ("sections", HARD)
    assert "产业富民、就业增收、教育优享、健康守护" in finding.sentence("zh")


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("规划分三个阶段：一是调研。二是编制。三是发布。", []),
        ("规划分三个阶段：一是调研。二是编制。", [("points", HARD)]),
        ("做好两方面工作：1.建机制。2.强保障。3.抓督查。", [("points", HARD)]),
    ],
)
def test_points_within_a_paragraph_are_as_many_as_announced(
    paragraph: str, expected: list[tuple[str, str]]
) -> None:
    assert found(counts, paragraph) == expected


def test_paragraphs_below_a_heading_are_as_many_as_announced() -> None:
    below = (
        "（一）强链。做强产业链。",
        "（二）补链。补齐短板。",
        "（三）延链。延伸链条。",
    )
    assert found(counts, "一、实施三大行动", *below) == []
    assert found(counts, "一、实施四大行动", *below) == [("below", SOFT)]
    assert found(counts, "现就四项工作通知如下：", *below) == [("below", HARD)]


def test_classes_of_a_bulletin_are_as_many_as_announced() -> None:
    classes = ("1.教育方面，建成学校3所。", "2.健康方面，建成医院1家。")
    assert found(counts, "今年确定2类8项民生实事。", *classes) == []
    assert found(counts, "今年确定3类8项民生实事。", *classes) == [("below", HARD)]


def test_things_of_a_size_reach_it() -> None:
    parts = "甲产业产值120亿元，乙产业产值80亿元，丙产业产值105亿元。"
    assert found(counts, f"打造两个百亿级产业。{parts}") == []
    assert found(counts, f"打造三个百亿级产业。{parts}") == [("sizes", SOFT)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("完善组织、队伍、制度、保障四大体系。", []),
        ("完善组织、队伍、制度、保障、督查四大体系。", [("enumeration", HARD)]),
        ("推进能源、工业、建筑、交通、农业和居民生活六大领域变革。", []),
        ("提升风险防范、监管执法、宣传发动三大能力，建设两大体系。", []),
        ("落实“引领、培育、比武”三大行动。", []),
        ("落实“引领、培育、比武”四大行动。", [("enumeration", SOFT)]),
        ("实施养老、托育、助残等十大工程。", []),
        ("实施养老、托育、助残、助学等三大工程。", [("enumeration", HARD)]),
        ("推动云计算、大数据、人工智能与三大产业融合。", []),
        ("建成全国首个集科研生产检验检测展示交易培训服务金融物流于一体的医药、"
         "器械、康养三大基地。", []),
        ("建设3号走廊、东部新城、滨海园区三大平台。", []),
        ("强化预防、治疗、康复三位一体服务，形成省、市、县三级体系。", []),
        ("建设医疗、教育四大体系和风险、监管、宣传、保障、救援四大能力。",
         [("enumeration", SOFT), ("enumeration", HARD)]),
        ("建设医疗、教育两大体系和风险、监管、宣传、保障四大能力。", []),
        ("东城区、西城区、江北区列入全国试点14个。", [("places", SOFT)]),
        ("东城区、西城区、江北区列入全国试点3个。", []),
    ],
)  # fmt: skip
def test_a_list_in_a_sentence_holds_as_many_as_it_says(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert found(enumerations, sentence) == expected


def test_a_list_may_begin_late_and_join_its_parts_with_and() -> None:
    assert possible_counts("卫生间改造、亮居工程和厨房间改造") == {2, 3}
    assert possible_counts("“共建、共治”、共享") == {2}


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (("一、甲", "（一）子", "（二）丑", "二、乙", "（一）子", "（二）丑"), []),
        (("一、甲", "二、乙", "二、丙"), [("number_repeated", HARD)]),
        (("（一）子", "（二）丑", "（四）卯"), [("number_missing", HARD)]),
        (("任务：1.选址。2.施工。2.验收。",), [("number_repeated", HARD)]),
        (("任务：1.完成2万人。2.65岁以上参检率60%。3.学生参检率90%。",), []),
        (("任务：1.选址。2.施工。3投产达效。4.验收。",), []),  # a mark is left out
        (("一是调研。二是编制。四是发布。",), [("number_missing", HARD)]),
    ],
)
def test_numbers_that_count_neither_repeat_nor_skip(
    paragraphs: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    assert found(numbering, *paragraphs) == expected


def test_the_sentence_says_which_number_is_due() -> None:
    assert "应为3" in told(numbering, "任务：1.选址。2.施工。2.验收。")


def test_numerals_are_read_in_both_scripts() -> None:
    assert [number(numeral) for numeral in ("41", "九", "十二")] == [41, 9, 12]
