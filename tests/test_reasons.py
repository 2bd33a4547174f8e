"""Why a target has its colour: a sentence of its own numbers, in both languages."""

import pytest

from fenghua_analysis import wording
from fenghua_analysis.assessment import assess
from fenghua_analysis.parameters import Request
from fenghua_analysis.reasons import judged, promised, with_reasons
from tests.small_world import observations, registry

D, C = "330213", "330200"


def _why(targets, *figures, as_of="2026-01-01"):
    reg, obs = registry(targets), observations(*figures)
    rows = assess(obs, reg, request=Request(as_of=as_of))
    return with_reasons(rows, reg, obs).iloc[0]


def _income(**given):
    return {"indicator": "income_all", "value": 56_000, "unit": "元"} | given


def test_a_missed_target_says_figure_gap_and_share():
    row = _why([_income()], ("income_all", D, "2022", 54_451))
    assert row.why_zh == (
        "乙区2022年为54,451元，距目标56,000元还差1,549元（相当于目标的2.8%）：未达到。"
    )
    assert row.why_en == (
        "District D: 54,451 yuan in 2022, 1,549 yuan short of the target of "
        "56,000 yuan (2.8% of it): missed."
    )


def test_a_gap_of_percentages_is_worded_in_points():
    target = {"indicator": "urbanisation", "value": 65, "unit": "%", "area": "b"}
    row = _why([target], ("urbanisation", D, "2022-12", 62.5))
    assert "还差2.5个百分点" in row.why_zh
    assert "2.5 pp" in row.why_en


def test_a_figure_of_a_later_year_is_said_to_be_one():
    row = _why([_income()], ("income_all", D, "2023", 55_000))
    assert row.why_zh.startswith("材料中未见2022年数；乙区2023年为55,000元")
    assert "未达到（按2023年数）" in row.why_zh


def _estimated(note):
    reg = registry([_income()])
    obs = observations(("income_all", D, "2022", 54_451, "estimated"))
    obs["low"], obs["high"], obs["note"] = 54_391.0, 54_511.0, note
    rows = assess(obs, reg, request=Request(as_of="2026-01-01"))
    return with_reasons(rows, reg, obs).iloc[0]


def test_an_estimate_says_in_its_first_sentence_what_it_rests_on():
    row = _estimated("以甲为前提，若不是则更高 / if A; if not, higher")
    first, second = row.why_zh.rstrip("。").split("。")
    assert first == (
        "乙区2022年估计为54,451元（以甲为前提，若不是则更高），距目标56,000元还差1,549元"
        "（相当于目标的2.8%）：未达到（按估计数，有条件）"
    )
    assert "54,391—54,511元" in second
    assert "an estimated 54,451 yuan (if A; if not, higher)" in row.why_en
    assert "missed (by an estimate, conditional)" in row.why_en


def _income_of_the_city(as_of):
    """60,000 in 2020, 69,000 in 2022: 7.24 % a year, and 85,094 in 2025, which is
    25,094 of the 30,000 to go."""
    return _why(
        [_income(plan="p2025", region=C, year="2025", value=90_000)],
        ("income_all", C, "2020", 60_000),
        ("income_all", C, "2022", 69_000),
        as_of=as_of,
    )


def test_a_pace_is_told_with_the_share_that_decides_and_its_threshold():
    row = _income_of_the_city("2023-06-30")
    assert (
        "按2020年以来的年均增速+7.24%推算，到2025年可走完应走路程的83.6%" in row.why_zh
    )
    assert "规则：95%及以上为符合进度" in row.why_zh
    assert "今后年均需+9.26%" in row.why_zh
    assert "without four consecutive yearly figures" in row.why_en


def test_a_target_whose_year_is_over_says_so_and_asks_for_nothing():
    row = _income_of_the_city("2026-01-01")
    assert row.why_zh.startswith(
        "目标年2025年已过，本项目所收材料中未见当年数，不作判断；以下截至2022年。"
    )
    assert "今后年均需" not in row.why_zh
    assert judged(row) == "未见目标年数（截至2022年落后于进度）"


def test_a_figure_exactly_at_an_open_bound_is_not_said_to_be_short_by_nothing():
    target = {
        "indicator": "urbanisation",
        "value": 65,
        "unit": "%",
        "comparator": "gt",
    }
    row = _why([target], ("urbanisation", D, "2022-12", 65))
    assert row.why_zh == "乙区2022年为65%，恰在界上，而要求高于65%：未达到。"


@pytest.mark.parametrize(
    ("comparator", "zh", "en"),
    [
        ("ge", "是否不低于65%", "whether it is at least 65%"),
        ("lt", "是否低于65%", "whether it is below 65%"),
        ("approx", "是否达到约65%", "whether it reaches about 65%"),
    ],
)
def test_a_comparator_is_spoken_and_not_drawn(comparator, zh, en):
    target = {
        "indicator": "urbanisation",
        "value": 65,
        "unit": "%",
        "comparator": comparator,
    }
    row = _why([target])
    assert zh in row.why_zh and en in row.why_en


def test_a_step_of_a_share_is_in_percentage_points():
    """78 % in 2020, 79 % in 2022, 82 % wanted in 2025: 3 points in 3 years."""
    target = {
        "indicator": "urbanisation",
        "region": C,
        "plan": "p2025",
        "year": "2025",
        "value": 82,
        "unit": "%",
    }
    given = (("urbanisation", C, f"{y}-12", v) for y, v in ((2020, 78), (2022, 79)))
    row = _why([target], *given, as_of="2023-06-30")
    assert "今后年均需+1.0个百分点" in row.why_zh


def test_what_a_target_implies_is_reckoned_with_the_targets_of_its_own_year():
    ratio = {"indicator": "lowest_township_ratio", "value": 0.8, "unit": "ratio"}
    later = _income(year="2025", value=70_000)
    row = _why([ratio, _income(), later])
    assert "达到目标56,000元" in row.why_zh


def test_without_a_figure_the_sentence_says_what_the_target_implies():
    ratio = {"indicator": "lowest_township_ratio", "value": 0.8, "unit": "ratio"}
    row = _why([ratio, _income()])
    # 0.8 × 56,000 = 44,800
    assert row.why_zh == (
        "本项目所收材料中未见乙区的实际值，无法判断是否达到0.8。"
        "若全区居民人均可支配收入达到目标56,000元，最低镇（街道）须达到44,800元。"
    )


def test_the_ratio_target_implies_two_incomes():
    targets = [
        {"indicator": "urban_rural_ratio", "value": 1.67, "unit": "ratio"},
        _income(),
        {"indicator": "urbanisation", "value": 65, "unit": "%"},
    ]
    # rural = 56,000 / (0.65 × 1.67 + 0.35) = 39,011; urban = 1.67 × that = 65,148
    assert "城镇约65,100元、农村约39,000元" in _why(targets).why_zh


def test_an_assigned_task_tells_whom_to_ask():
    target = {
        "indicator": "energy",
        "kind": "delegated",
        "comparator": "",
        "department": "区发改局",
    }
    assert "可向区发改局索取" in _why([target]).why_zh


@pytest.mark.parametrize(
    ("given", "zh", "en"),
    [
        (_income(), "56,000元", "56,000 yuan"),
        (_income(value=1.4, unit="万元"), "14,000元", "14,000 yuan"),
        (_income(comparator="ge"), "≥56,000元", "≥56,000 yuan"),
        (
            {"indicator": "urban_rural_ratio", "value": 1.67, "unit": "ratio"},
            "1.67",
            "1.67",
        ),
        (
            {"indicator": "energy", "kind": "delegated", "comparator": ""},
            "完成市下达任务（文件未写数值）",
            "as assigned by the city (no number stated)",
        ),
    ],
)
def test_a_promise_is_shown_as_it_was_stated(given, zh, en):
    reg = registry([given])
    row = next(reg.targets.itertuples())
    assert promised(row, reg) == zh
    with wording.speaking("en"):
        assert promised(row, reg) == en
