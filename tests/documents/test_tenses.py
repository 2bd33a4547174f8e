"""When a statement holds, and whether it is promised or done."""

import pytest

from fenghua_analysis.documents.context import Setting
from fenghua_analysis.documents.tenses import aimed, kind_of, period_of

PLAN = Setting(year="2024", first="2024", now="2024")
REPORT = Setting(year="2024", first="2024", now="2024", promises=False)
HALF = Setting("", "2024", "2024", "2024", "2024-H1", promises=False)


def _kind(words: str, setting: Setting) -> str:
    return kind_of(words, period_of(words, setting=setting), setting=setting)


@pytest.mark.parametrize(
    "words",
    [
        "力争新增托位",
        "全年任务为",
        "就业,年度目标任务118个、",
        "城镇新增就业(目标",
        "占年度计划投资(",
        "本年度计划开工项目",
        "计划新增托位500个,其中普惠托位",
        "今年共安排市级项目",
        "一产投资计划",
        "赤字率拟按",
        "争取到年底实现",
        "全年计划改造老旧小区",
        "完成215户,占年度任务",
        "失业率3.6%,比控制目标",
        "年初确定的",
    ],
)
def test_these_words_promise_even_in_a_report(words: str) -> None:
    assert _kind(words, REPORT) == "target"


@pytest.mark.parametrize(
    "words",
    [
        "占全年计划投资的",
        "完成年度目标的",
        "计划投资9亿元,实际完成投资",
        "计划新增80个,实际分别完成",
        "全要素网格",
        "争取中央预算内资金",
        "截至6月底已开工",
        "超时序进度",
        "我们也要清醒地看到,入住率",
        "力争做好,但还存在一些短板和不足:入住率",
        "失业率低于控制目标",
    ],
)
def test_these_words_promise_nothing(words: str) -> None:
    assert _kind(words, REPORT) == "actual"


def test_a_level_from_which_one_starts_now_is_not_what_was_done() -> None:
    assert _kind("研发强度从目前的2%以上", PLAN) == "target"
    assert _kind("目前全县共有养老机构", PLAN) == "actual"


def test_a_plan_may_name_an_indicator_that_sounds_done() -> None:
    assert _kind("实际使用外资", PLAN) == "target"


@pytest.mark.parametrize(
    ("words", "kind", "period"),
    [
        ("新增托位", "actual", "2024-H1"),
        ("全年安排资金", "target", "2024"),
        ("占全年计划投资的", "actual", "2024-H1"),
        ("2024年,已新建驿站", "actual", "2024"),
    ],
)
def test_half_a_year_reports_on_itself_and_the_whole_was_planned(
    words: str, kind: str, period: str
) -> None:
    assert period_of(words, setting=HALF) == period
    assert _kind(words, HALF) == kind


def test_what_is_aimed_at_is_aimed_at_for_the_year() -> None:
    assert aimed("2024-08", "截至8月底改造31万座;计划新建", setting=REPORT) == "2024"
    assert aimed("2024-H1", "上半年计划完成", setting=REPORT) == "2024-H1"
    assert aimed("2021/2025", "年均", setting=PLAN) == "2021/2025"


def test_a_share_of_the_task_is_done_and_the_task_itself_is_not() -> None:
    words = "完成改造215户,占年度任务"
    assert kind_of(words, "2024", setting=REPORT, share=True) == "actual"
    assert kind_of(words, "2024", setting=REPORT) == "target"


def test_what_was_cumulated_in_part_of_a_year_was_done() -> None:
    assert kind_of("今年以来,累计完成投资", "2024", setting=HALF) == "actual"
