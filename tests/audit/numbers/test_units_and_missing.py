"""Units fit what they measure, and what is promised has a value."""

import pytest

from fenghua_analysis.audit.findings import HARD, NOTE, SOFT
from fenghua_analysis.audit.numbers.missing import missing
from fenghua_analysis.audit.numbers.units import units
from tests.audit.numbers.examples import found, told


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("生产安全事故死亡率控制在0.009。", [("rate_without_unit", HARD)]),
        ("生产安全事故死亡率控制在0.009人/亿元。", []),
        ("城乡居民收入之比达1.67，容积率2.5。", []),
        ("服务业增加值达到30%。", [("share_of_amount", HARD)]),
        ("服务业增加值增长30%，服务业增加值占比30%。", []),
        ("财政支出85%以上用于民生。", []),
        ("完成固定资产投资25个。", [("counted_noun", HARD)]),
        ("固定资产投资项目25个，总投资50亿元。", []),
        ("进出口总额456亿美元。", []),
        ("助餐覆盖人次38万人。", [("times_in_persons", HARD)]),
        ("助餐覆盖38万人次。", []),
        ("新增从业人员3500户。", [("people_in_things", HARD)]),
        ("新增持证护理员87人次。", [("people_in_times", SOFT)]),
        ("培训养老护理员3000人次。", []),
        ("电商培训数300个。", [("trainings_in_things", SOFT)]),
        ("绿地面积达到30公里。", []),
        ("绿地面积达到30公顷。", []),
        ("绿地面积达到30万元。", [("area_in_other", HARD)]),
        ("养老保险参保率达到108%。", [("above_whole", HARD)]),
        ("毛入园率达到102%，任务完成率126%。", []),
        ("失业率下降0.5%。", [("points", SOFT)]),
        ("失业率下降0.5个百分点。", []),
        ("户籍老人160.88万。", [("scale_only", NOTE)]),
    ],
)
def test_a_unit_fits_what_it_measures(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert found(units, sentence) == expected


def test_a_unit_given_anywhere_is_known() -> None:
    assert found(units, "万人成讼率低于86件/万人。", "万人成讼率低于86。") == []


def test_mentions_of_one_indicator_are_one_finding() -> None:
    assert len(found(units, "新增从业人员3500户。", "新增从业人员300户。")) == 1


def test_a_unit_cut_off_by_a_paragraph_is_noted() -> None:
    text = ("开展培训,完成12.7", "万人次,参加率达到95%。", "建成学校3所。")
    prose = tuple(f"第{n}段没有数字。" for n in range(20))
    assert ("cut", NOTE) in found(units, *text, *prose)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("收入与GDP之比达0.396，家庭可支配收入（按三口之家计算）。城镇化率达65%。",
         [("no_value", HARD)]),
        ("就业率达到95%，家庭可支配收入达到10万元。", []),
        ("覆盖率达到95%，优于全省平均水平。", []),
        ("合格率达到95%，进一步提升群众满意率。", []),
        ("入园率、巩固率分别达99%和98%。", []),
        ("入园率、巩固率、升学率分别达99%和98%。", [("too_few", HARD)]),
        ("城乡居民收入分别增长5%和7%。", []),
        ("空气优良率分别达到99%、98%和97%。", [("too_many", SOFT)]),
        ("城镇化率达到%以上。", [("no_number", HARD)]),
        ("城镇化率提高到XX%。", [("no_number", HARD)]),
        ("产值突破亿元,新增亿元以上企业15家。", []),
    ],
)  # fmt: skip
def test_what_is_promised_has_a_value(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert found(missing, sentence) == expected


TABLE = """序号|指标|2024年目标
1|城镇化率（%）|68
2|绿化覆盖率（%）|{}
3|参保率（%）|98
4|就业率（%）|96"""


def test_a_row_of_a_table_has_a_value() -> None:
    assert found(missing, TABLE.format("42")) == []
    assert ("empty_row", HARD) in found(missing, TABLE.format(""))
    assert "绿化覆盖率" in told(missing, TABLE.format(""))
    assert found(missing, TABLE.format("—")) == []  # said to be none
