"""Promises without a number, and regions."""

import pytest

from fenghua_analysis.documents.grammar.places import (
    commonest_issuer,
    is_region,
    region_of_office,
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
        ("生态质量稳中向好", "qualitative"),
        ("用地需求有效保障", "qualitative"),
        ("空气质量得到明显改善", "qualitative"),
        ("居民收入水平保持全省前列", "qualitative"),
    ],
)
def test_promises_in_words_are_told_by_their_end(words: str, kind: str) -> None:
    said = promised(words)
    assert said is not None and said[0] == kind


def test_finishing_a_task_is_no_delegated_promise() -> None:
    assert promised("6个项目提前完成年度目标任务") is None
    assert promised("超额完成市下达任务") is None


@pytest.mark.parametrize(
    ("title", "region"),
    [
        ("关于印发《宁波市奉化区2022年工作要点》的通知", "宁波市奉化区"),
        ("2023年云州市国民经济和社会发展统计公报", "云州市"),
        ("浙江省人民政府工作报告", "浙江省"),
        ("临江县人民政府办公室关于印发方案的通知", "临江县"),
        ("2024年1-5月北安市经济运行简析", "北安市"),
        ("恩施土家族苗族自治州2021年统计公报", "恩施土家族苗族自治州"),
        ("四川天府新区2023年政府工作要点", "四川天府新区"),
        ("中共云州市委 云州市人民政府关于印发方案的通知", "云州市"),
        ("2024年上半年全市民生实事进展", ""),
        ("本市乡村振兴指标完成情况", ""),
        ("统计公报", ""),
        ("附件临江县2022年民生实事完成情况表", "临江县"),
        ("附表1云州市主要指标", "云州市"),
        ("云州市贯彻落实《浙江省数字经济条例》的方案", "云州市"),
        ("贯彻落实《浙江省数字经济条例》的方案", ""),
    ],
)
def test_a_title_names_its_region(title: str, region: str) -> None:
    assert region_of_title(title) == region


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("2019年1月27日在江西省第十三届人民代表大会第三次会议上", "江西省"),
        ("现将昌宁市2022年上半年情况通报如下", "昌宁市"),
        ("根据《江陵市民生实事实施方案》要求", "江陵市"),
        ("全市第一届人民代表大会", ""),
    ],
)
def test_where_no_title_names_it_the_text_does(text: str, region: str) -> None:
    assert commonest_issuer([text]) == region


def test_without_a_title_the_organs_name_it() -> None:
    assert commonest_issuer(["经云州市第三届人民代表大会票决"]) == "云州市"
    assert commonest_issuer(["关于云州市2022年实事的通知"]) == "云州市"


def test_regions_of_tables_are_told_from_other_labels() -> None:
    assert is_region("海曙区") and is_region("全市") and is_region("城关镇")
    assert not is_region("新增就业")


def test_a_line_that_is_the_name_of_an_office_tells_whose_text_it_is() -> None:
    assert region_of_office(["2022年工作总结", "云州市民政局"]) == "云州市"
    assert region_of_office(["云州市民政局认真贯彻部署", "全市民政局"]) == ""
