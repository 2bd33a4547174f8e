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
