"""Names and values: which belongs to which."""

import pytest

from fenghua_analysis.documents.grammar.clauses import read_line
from fenghua_analysis.documents.grammar.statements import Statement, statements


def _stated(text: str) -> list[tuple[str, float]]:
    found = statements(read_line(text))
    return [(s.name, s.quantity.value) for s in found if s.quantity]


def _promised(text: str) -> list[Statement]:
    return [found for found in statements(read_line(text)) if not found.quantity]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("人均生产总值15万元", [("人均生产总值", 15)]),
        ("力争到2025年全市普惠托位占比达80%", [("普惠托位占比", 80)]),
        ("完成12家慢性病一体化门诊建设", [("慢性病一体化门诊建设", 12)]),
        ("打造2个区级直播基地", [("打造区级直播基地", 2)]),
        ("4家机构入选五星级名单", [("机构入选五星级名单", 4)]),
        (
            "新增老年食堂32个、共享餐厅24个",
            [("新增老年食堂", 32), ("共享餐厅", 24)],
        ),
        (
            "完成1个市级、7个县级指导中心的提升工作",
            [("市级指导中心的提升", 1), ("县级指导中心的提升", 7)],
        ),
        (
            "家庭年收入10-50万元群体、20-60万元群体比例分别达65%和25%",
            [("家庭年收入10-50万元群体比例", 65), ("家庭年收入20-60万元群体比例", 25)],
        ),
        (
            "户籍、常住人口城镇化率分别达56%和68%",
            [("户籍率", 56), ("常住人口城镇化率", 68)],
        ),
        (
            "城乡居民人均收入分别增长5%、7%",
            [("城镇居民人均收入", 5), ("农村居民人均收入", 7)],
        ),
        (
            "入园率、巩固率均达到98%",
            [("入园率", 98), ("巩固率", 98)],
        ),
        (
            "养老机构扩建16家,其中已竣工4家",
            [("养老机构扩建", 16), ("养老机构扩建竣工", 4)],
        ),
        (
            "地区生产总值1.2万亿元、增长5.8%",
            [("地区生产总值", 1.2), ("地区生产总值", 5.8)],
        ),
        (
            "137个市重点项目完成投资236.8亿元",
            [("市重点项目", 137), ("市重点项目完成投资", 236.8)],
        ),
        (
            "城镇新增就业12万人,完成全年目标的113%",
            [("城镇新增就业", 12), ("城镇新增就业完成率", 113)],
        ),
        ("3个“1小时交通圈”人口覆盖率达96.2%", [("3个“1小时交通圈”人口覆盖率", 96.2)]),
        ("15类民生实事平均进度77.7%", [("民生实事平均进度", 77.7)]),
        ("引进总投资超10亿元项目20个", [("引进总投资超10亿元项目", 20)]),
        ("推进总投资860亿元的112个项目", [("推进总投资860亿元项目", 112)]),
        (
            "62个街道(镇、园区)共设置网格5889个",
            [("街道(镇、园区)共设置网格", 5889)],
        ),
        ("保障26个项目4300余亩用地", [("保障项目", 26), ("用地", 4300)]),
        ("公众对共同富裕满意度不低于90%", [("公众对共同富裕满意度", 90)]),
        ("赤字率拟按3.6%以上安排", [("赤字率", 3.6)]),
        ("每个乡镇至少建成1家托育机构", [("每个乡镇托育机构", 1)]),
        ("危房改造,全年任务为3800户", [("危房改造", 3800)]),
        ("研究与试验发展经费增长20%", [("研究与试验发展经费", 20)]),
        ("地区生产总值年均要增长7%以上", [("地区生产总值", 7)]),
        (
            "培训民警52人,为500户企业发放补贴300万元",
            [("培训民警", 52), ("企业", 500), ("企业发放补贴", 300)],
        ),
        (
            "为500户企业减缓社保费300万元",
            [("企业", 500), ("减缓社保费", 300)],
        ),
        (
            "入园率、巩固率均达98%。护理床位6张、普惠托位8个,分别增长5%、6%",
            [
                ("入园率", 98),
                ("巩固率", 98),
                ("护理床位", 6),
                ("普惠托位", 8),
                ("护理床位", 5),
                ("普惠托位", 6),
            ],
        ),
        (
            "2.免费检查。计划完成1200人,实际完成1234人,完成率102.8%",
            [("免费检查", 1200), ("免费检查", 1234), ("免费检查完成率", 102.8)],
        ),
        ("10.清洁取暖。计划实施8000户", [("清洁取暖实施", 8000)]),
        ("低保标准按不低于人均支出的40%确定", [("低保标准", 40)]),
        ("水库10座(小(1)型2座)", [("水库", 10), ("小(1)型", 2)]),
    ],
)
def test_each_value_gets_its_name(text: str, expected: list[tuple[str, float]]) -> None:
    assert _stated(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "37个项目中,进展顺利",
        "项目大致分为15类",
        "对月收入低于2000元的老人给予补贴",
        "2024年上半年15类民生实事项目的推进情况",
        "深入实施1122学校特色升级工程",
        "这5项预计下月完成",
        "在纳入系统的17项指标中,进展顺利",
        "为全国15个县市之一",
        "集体收入60万元以上且经营性收入30万元以上的村实现全覆盖",
        "完成率低于50%的有",
        "另有1122",
    ],
)
def test_wholes_divisions_conditions_and_headings_state_nothing(text: str) -> None:
    assert _stated(text) == []


def test_of_a_count_with_a_threshold_only_the_count_is_stated() -> None:
    assert _stated("16个项目进展率超过80%") == [("项目进展率超过80%", 16)]


def test_a_move_is_a_baseline_and_a_level() -> None:
    before, after = statements(read_line("研发投入强度由2.6%提高到2.9%"))
    assert (before.kind, before.quantity and before.quantity.value) == ("baseline", 2.6)
    assert before.baseline_of == after.start
    assert before.name == after.name == "研发投入强度"


@pytest.mark.parametrize(
    "words", ["从2%以上达到3%", "由2%调整为3%", "由2%到3%", "从目前的2%提高到3%"]
)
def test_a_move_may_end_in_many_words(words: str) -> None:
    before, after = statements(read_line(f"研发强度{words}"))
    assert (before.kind, after.kind) == ("baseline", "")
    assert before.name == after.name == "研发强度"


def test_shares_move_together() -> None:
    found = statements(read_line("三次产业结构由5%、48%、47%调整为4%、47%、49%"))
    assert [s.kind for s in found] == ["baseline"] * 3 + [""] * 3
    assert [s.baseline_of for s in found[:3]] == [s.start for s in found[3:]]


def test_a_delegated_promise_is_listed_with_its_name() -> None:
    (promise,) = _promised("单位GDP能耗完成市下达指标")
    assert (promise.name, promise.kind) == ("单位GDP能耗", "delegated")


def test_a_direction_counts_as_a_promise_only_among_numbers() -> None:
    among = "失业率低于5%,阅读率达92%,群众满意度稳步提升"
    assert [found.kind for found in _promised(among)] == ["qualitative"]
    assert _promised("群众满意度稳步提升") == []


def test_a_name_cut_by_nothing_is_still_no_longer_than_a_name() -> None:
    (found,) = statements(read_line("发展" * 500 + "5家"))
    assert len(found.name) <= 60


def test_a_move_to_no_number_still_leaves_a_level() -> None:
    (left,) = statements(read_line("贫困发生率由2014年的12.4%下降至零"))
    assert (left.name, left.kind, left.baseline_of) == ("贫困发生率", "baseline", None)
