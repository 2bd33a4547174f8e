"""Names without the words around them."""

import pytest

from fenghua_analysis.documents.grammar import naming


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("力争到2025年底全区", ""),
        ("共享餐厅", "共享餐厅"),
        ("并网装机容量", "并网装机容量"),
        ("农村人均", "农村人均"),
        ("共引进", "引进"),
        (",其中普惠托位", "普惠托位"),
        ("二季度救助家庭探访关爱率", "救助家庭探访关爱率"),
        ("地区生产总值[2]", "地区生产总值"),
        ("分别完成全年目标的", "完成率"),
        ("完成率", "完成率"),
        ("完成投资", "完成投资"),
        ("完成老旧管网改造", "老旧管网改造"),
    ],
)
def test_leading_and_trailing_words_are_no_part_of_the_name(
    words: str, name: str
) -> None:
    assert naming.clean(words) == name


def test_places_of_a_list_share_what_the_last_is_said_of() -> None:
    assert naming.spelled_out("甲州、乙市、丙县开工率") == [
        "甲州开工率",
        "乙市开工率",
        "丙县开工率",
    ]


def test_names_in_quotes_are_not_cut_at_their_marks() -> None:
    assert naming.spelled_out("“融合型、共建型”共同体") == ["“融合型、共建型”共同体"]


def test_and_parts_names_only_where_it_takes_so_many() -> None:
    names = "城镇居民收入和农民纯收入"
    assert naming.spelled_out(names, count=2) == ["城镇居民收入", "农民纯收入"]
    assert naming.spelled_out(names) == [names]
