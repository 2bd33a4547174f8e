"""One thing written in two ways is one name; two things are two."""

import pytest

from fenghua_analysis.audit.numbers.names import elided, read_name, supplied


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("地区生产总值", "GDP"),
        ("人均生产总值", "人均GDP"),
        ("全市新增普惠型托位数", "新增普惠托位"),
        ("开展职业技能培训累计数", "职业技能培训"),
        ("每万名老年人拥有持证养老护理员数", "每万老年人口持证养老护理员数量"),
        ("研发经费支出占地区生产总值的比重", "研发经费支出占GDP比重"),
        ("最低生活保障年人均标准", "最低生活保障标准"),
        ("城乡居民人均可支配收入之比", "城乡居民收入倍差"),
        ("全体居民人均可支配收入", "居民人均可支配收入"),
        ("保障性租赁住房建设筹集数", "新增保障性租赁住房"),
        ("护理型床位占养老机构床位总数", "护理型床位占比"),
    ],
)
def test_two_spellings_of_one_thing_are_one_name(one: str, other: str) -> None:
    assert read_name(one) == read_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("新增托位", "托位"),
        ("失业率", "失业人数"),
        ("城镇居民人均可支配收入", "农村居民人均可支配收入"),
        ("男性平均寿命", "女性平均寿命"),
        ("3岁以下婴幼儿托位", "托位"),
        ("新建学校", "改造学校"),
        ("开工老旧小区", "竣工老旧小区"),
        ("65岁以上老年人参检率", "参检率"),
    ],
)
def test_names_of_two_things_stay_two(one: str, other: str) -> None:
    assert read_name(one) != read_name(other)


def test_what_a_name_leaves_out_must_stand_in_one_piece() -> None:
    assert elided("持证护理员", "持证养老护理员") == "养老"
    assert elided("参保人数", "基本养老保险参保人数") == "基本养老保险"
    assert elided("就业率", "失业率") is None
    assert elided("托位", "普惠托位") is None  # too short to be sure


def test_what_a_name_leaves_out_may_stand_in_its_heading() -> None:
    assert supplied("养老", by="(五)加大基本养老服务供给")
    assert not supplied("基本养老保险", by="深化长期护理保险制度改革")
