"""What title and headings say of year, region and kind."""

import pytest

from fenghua_analysis.documents.context import Setting, read_setting, under

SUMMARY = "石阳区民政局2022年工作总结和2023年工作打算"
OUTLOOK = "关于云水市2022年计划执行情况与2023年计划草案的报告"


@pytest.mark.parametrize(
    ("title", "year", "period", "promises"),
    [
        ("云州市2024年政府工作要点", "2024", "", True),
        ("云州市2023年国民经济和社会发展统计公报", "2023", "", False),
        ("关于2023年1-9月全市民生实事项目进展情况的通报", "2023", "2023-Q1Q3", False),
        ("巴中市2017年“十件实事”1-9月进度公示", "2017", "2017-Q1Q3", False),
        ("2024年金凤区民生实事", "2024", "", True),
        (SUMMARY, "2022", "", False),
        (OUTLOOK, "2022", "", False),
    ],
)
def test_a_title_tells_the_year_and_whether_it_promises(
    title: str, year: str, period: str, promises: bool
) -> None:
    found = read_setting([title])
    assert (found.year, found.period, found.promises) == (year, period, promises)


def test_a_report_to_the_congress_is_of_the_year_in_which_it_is_read() -> None:
    delivered = "--2019年1月27日在江西省第十三届人民代表大会第三次会议上"
    found = read_setting(["政府工作报告", delivered, "2018年,生产总值增长8%。" * 3])
    assert (found.year, found.region) == ("2019", "江西省")


def test_what_the_caller_knows_wins() -> None:
    found = read_setting([SUMMARY], year=2020, region="甲区")
    assert (found.year, found.region) == ("2020", "甲区")


@pytest.mark.parametrize(
    ("heading", "year", "promises"),
    [
        ("一、2018年工作回顾", "2018", False),
        ("一、2019年和今年以来工作回顾", "2019", False),
        ("一、过去一年工作回顾", "2019", False),
        ("二、2020年主要目标", "2020", True),
        ("四、下步工作", "2020", True),
        ("三、存在问题", "2020", False),
        ("1.实施2025年行动计划", "2020", False),
    ],
)
def test_headings_look_back_or_ahead(heading: str, year: str, promises: bool) -> None:
    report = Setting(year="2020", first="2020", now="2020", promises=False)
    found = under(report, (heading,))
    assert (found.year, found.promises) == (year, promises)


@pytest.mark.parametrize("at", [0, 2])
def test_the_office_that_signs_a_text_beats_the_papers_that_it_cites(at: int) -> None:
    lines = ["2022年工作总结", "贯彻《浙江省社会救助条例》。"]
    lines.insert(at, "云州市民政局")
    assert read_setting(lines).region == "云州市"


@pytest.mark.parametrize(
    ("day", "year"), [("2022年1月6日", "2021"), ("2021年12月28日", "2021")]
)
def test_a_report_reviews_the_five_years_that_are_over(day: str, year: str) -> None:
    delivered = f"--{day}在云州市第八届人民代表大会第一次会议上"
    report = read_setting(["政府工作报告", delivered])
    past = under(report, ("一、过去五年工作回顾",))
    assert (past.year, past.promises) == (year, False)


def test_a_plan_reviews_the_years_before_its_first() -> None:
    plan = read_setting(["云州市养老服务规划(2021-2025年)"])
    assert under(plan, ("一、过去五年的成就",)).year == "2020"


def test_a_section_of_a_later_year_is_to_come() -> None:
    report = read_setting([OUTLOOK])
    assert under(report, ("三、2023年工作",)).promises
    assert not under(report, ("一、2022年工作",)).promises


def test_a_report_read_in_january_promises_for_the_year_that_has_begun() -> None:
    titles = ["云州市2024年政府工作报告", "——2024年1月15日在云州市人民代表大会上"]
    report = read_setting(titles)
    assert under(report, ("二、2024年重点工作",)).promises
    assert not under(report, ("一、2023年工作",)).promises
