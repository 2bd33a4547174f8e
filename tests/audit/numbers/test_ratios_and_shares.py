"""A ratio beside its two amounts is their quotient."""

import pytest

from fenghua_analysis.audit.findings import HARD, SOFT
from fenghua_analysis.audit.numbers.growth import growth as of_years
from fenghua_analysis.audit.numbers.plausibility import plausibility as of_one
from fenghua_analysis.audit.numbers.ratios import ratios as of_two
from fenghua_analysis.audit.numbers.shares import shares
from tests.audit.numbers.examples import REPORT, found, on_claims, told

growth = on_claims(of_years)
plausibility = on_claims(of_one)
ratios = on_claims(of_two)

BULLETIN = "临湖市2024年上半年民生实事项目进展情况通报"


@pytest.mark.parametrize(
    ("ratio", "expected"),
    [
        ("0.373", []),  # 56,000 / 150,000
        ("0.38", []),  # 15万 is printed to 5,000: up to 0.386
        ("0.396", [("of_two", HARD)]),
    ],
)
def test_a_ratio_of_two_levels_is_their_quotient(
    ratio: str, expected: list[tuple[str, str]]
) -> None:
    levels = "人均生产总值15万元，居民人均可支配收入56000元。"
    goal = f"居民人均可支配收入与人均GDP之比达{ratio}。"
    assert found(ratios, levels, goal) == expected


def test_the_urban_rural_ratio_is_that_of_the_two_incomes() -> None:
    # 69,300 / 41,500 = 1.670
    incomes = "城镇居民人均可支配收入69300元，农村居民人均可支配收入41500元。"
    assert found(ratios, incomes, "城乡居民收入比为1.67。", title=REPORT) == []
    wrong = found(ratios, incomes, "城乡居民收入比为1.76。", title=REPORT)
    assert wrong == [("of_two", HARD)]


@pytest.mark.parametrize(
    ("name", "rate", "expected"),
    [
        ("发明专利授权量", "10.0%", []),  # 1,100 / 1,000
        ("发明专利授权量", "12.0%", [("growth", HARD)]),
        ("居民人均可支配收入", "8.0%", [("growth", SOFT)]),  # perhaps in real terms
        ("工业增加值", "5.0%", []),  # told in constant prices
    ],
)
def test_growth_is_that_of_the_two_levels(
    name: str, rate: str, expected: list[tuple[str, str]]
) -> None:
    unit = "件" if name.endswith("量") else "亿元"
    levels = (f"2022年{name}1000{unit}。", f"2023年{name}1100{unit}，增长{rate}。")
    assert found(growth, *levels, title=REPORT) == expected


def test_growth_since_another_year_is_left_alone() -> None:
    levels = ("2022年专利授权量1000件。", "2023年专利授权量1100件，比2020年增长50%。")
    assert found(growth, *levels, title=REPORT) == []


def test_one_county_covers_all_counties_or_none() -> None:
    title = "临湖市东城区2024年工作要点"
    assert found(plausibility, "县级“助联体”覆盖率90%。", title=title) == [
        ("one_county", HARD)
    ]
    assert found(plausibility, "县级“助联体”覆盖率100%。", title=title) == []
    assert found(plausibility, "县级“助联体”覆盖率90%。") == []  # a city has several
    assert found(plausibility, "县级以上公园绿地覆盖率90%。", title=title) == []


@pytest.mark.parametrize(
    ("new", "expected"),
    [("新增托位450个，其中普惠托位270个。", [("marginal", SOFT)]),  # 60 %
     ("新增托位450个，其中普惠托位380个。", [])],
)  # fmt: skip
def test_what_is_added_should_not_lower_the_share_that_is_aimed_at(
    new: str, expected: list[tuple[str, str]]
) -> None:
    assert found(plausibility, "普惠托位占比达到80%。", new) == expected


def test_a_ratio_of_the_lowest_to_the_mean_is_meant_to_rise() -> None:
    goal = "最低镇人均收入与全区平均之比{}到0.8。"
    assert found(plausibility, goal.format("缩小")) == [("turned", SOFT)]
    assert found(plausibility, goal.format("提高")) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # 22.47 / 40.16 = 55.95 %
        ("全年安排资金40.16亿元，实际使用资金22.47亿元，使用进度为56.0%。", []),
        ("全年安排资金40.16亿元，实际使用资金22.47亿元，使用进度为65.0%。",
         [("share", HARD)]),
        ("户籍人口210.3万人，老年人口58.9万人，占户籍人口的28.0%。", []),
        ("户籍人口210.3万人，老年人口58.9万人，占户籍人口的18.0%。",
         [("share", HARD)]),
        ("共有养老机构62家，其中五星级养老机构5家，占8.1%。", []),
        ("共有养老机构62家，其中五星级养老机构5家，占18.1%。", [("share", HARD)]),
        ("完成筛查4.2万人，占年度任务6万人的70%。", []),
        ("完成筛查4.2万人，占年度任务6万人的80%。", [("share", HARD)]),
        ("老年人口58.9万人，占户籍人口的28.0%。", []),  # the whole is not stated
    ],
)  # fmt: skip
def test_a_share_is_that_of_its_two_amounts(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert found(shares, sentence, title=BULLETIN) == expected


def test_a_share_that_fits_another_whole_says_which() -> None:
    # 22.25 / 160.88 = 13.8 %; 160.88 / 26.21 % = 613.8, and 22.25 / 613.8 = 3.6 %
    said = told(
        shares,
        "60岁以上老人160.88万人，占户籍总人口26.21%，"
        "其中80岁以上高龄老人22.25万人，占老人总数3.6%。",
        title=REPORT,
    )
    assert "13.8%" in said and "户籍总人口" in said


def test_the_amount_is_sought_under_the_name_of_the_part() -> None:
    sentence = (
        "安排资金18.4亿元，其中市级财政4.6亿元；"
        "市级财政资金使用2.76亿元，使用进度为{}%。"
    )
    assert found(shares, sentence.format("60.0"), title=BULLETIN) == []
    # 2.76 / 18.4 = 15 %: right, but of the whole
    wrong = found(shares, sentence.format("15.0"), title=BULLETIN)
    assert wrong == [("share_of_other", HARD)]


def test_being_ahead_of_the_calendar_is_measured_by_the_months() -> None:
    sentence = "上半年资金使用进度为58.6%，快于序时进度{}个百分点。"
    assert found(shares, sentence.format("8.6"), title=BULLETIN) == []
    assert found(shares, sentence.format("6.8"), title=BULLETIN) == [("pace", HARD)]
