"""Why a target has its colour: a sentence of its own numbers, in both languages."""

import pytest

from fenghua_analysis import wording
from fenghua_analysis.assessment import assess
from fenghua_analysis.parameters import Request
from fenghua_analysis.reasons import promised, with_reasons
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
        "2022年为54,451元，距目标56,000元还差1,549元（2.8%），未达到。"
    )
    assert row.why_en == (
        "54,451 yuan in 2022, 1,549 yuan (2.8%) short of the target of 56,000 yuan: "
        "missed."
    )


def test_a_gap_of_percentages_is_worded_in_points():
    target = {"indicator": "urbanisation", "value": 65, "unit": "%", "area": "b"}
    row = _why([target], ("urbanisation", D, "2022-12", 62.5))
    assert "还差2.5个百分点" in row.why_zh
    assert "2.5 pp" in row.why_en


def test_a_figure_of_a_later_year_is_said_to_be_one():
    row = _why([_income()], ("income_all", D, "2023", 55_000))
    assert row.why_zh.startswith("2022年数未见公布，2023年为55,000元")


def test_an_estimate_says_that_it_is_one():
    row = _why([_income()], ("income_all", D, "2022", 54_451, "estimated"))
    assert row.why_zh.endswith("该数为估计值。")


def test_without_a_figure_the_sentence_says_what_the_target_implies():
    ratio = {"indicator": "lowest_township_ratio", "value": 0.8, "unit": "ratio"}
    row = _why([ratio, _income()])
    # 0.8 × 56,000 = 44,800
    assert row.why_zh == (
        "未见乙区公布实际值，无法判断是否达到0.8。"
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
            "完成市下达任务（未公布数值）",
            "as assigned by the city (no number published)",
        ),
    ],
)
def test_a_promise_is_shown_as_it_was_stated(given, zh, en):
    reg = registry([given])
    row = next(reg.targets.itertuples())
    assert promised(row, reg) == zh
    with wording.speaking("en"):
        assert promised(row, reg) == en
