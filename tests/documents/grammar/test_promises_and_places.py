"""Promises without a number, and regions."""

import pytest

from fenghua_analysis.documents.grammar.places import (
    commonest_issuer,
    is_region,
    region_of_title,
)
from fenghua_analysis.documents.grammar.promises import promised


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("PM2.5平均浓度完成市下达任务", "delegated"),
        ("单位GDP能耗完成宁波市下达的年度目标", "delegated"),
        ("能耗强度控制在省核定目标以内", "delegated"),
        ("污染物减排达到国家考核要求", "delegated"),
        ("满意度稳步提升", "qualitative"),
        ("居民收入与经济增长基本同步", "qualitative"),
        ("国际收支保持基本平衡", "qualitative"),
    ],
)
def test_promises_in_words_are_told_by_their_end(words: str, kind: str) -> None:
    said = promised(words)
    assert said is not None and said[0] == kind


def test_finishing_ones_own_task_is_no_delegated_promise() -> None:
    assert promised("6个项目提前完成年度目标任务") is None


@pytest.mark.parametrize(
    ("title", "region"),
    [
        ("关于印发《宁波市奉化区2022年工作要点》的通知", "宁波市奉化区"),
        ("2023年云州市国民经济和社会发展统计公报", "云州市"),
        ("浙江省人民政府工作报告", "浙江省"),
        ("临江县人民政府办公室关于印发方案的通知", "临江县"),
        ("统计公报", ""),
    ],
)
def test_a_title_names_its_region(title: str, region: str) -> None:
    assert region_of_title(title) == region


def test_without_a_title_the_organs_name_it() -> None:
    assert commonest_issuer(["经云州市第三届人民代表大会票决"]) == "云州市"


def test_regions_of_tables_are_told_from_other_labels() -> None:
    assert is_region("海曙区") and is_region("全市") and is_region("城关镇")
    assert not is_region("新增就业")
