"""The answer of each notebook: none, partial and complete, and what it counts."""

from pathlib import Path

import pandas as pd
import pytest

from fenghua_analysis import answers
from fenghua_analysis.assessment import assess
from fenghua_analysis.derive import with_derived
from fenghua_analysis.findings import (
    income_bands,
    livelihood,
    promises,
    services,
    townships,
    urban_rural,
    work_items,
)
from fenghua_analysis.parameters import Request
from fenghua_analysis.reasons import with_reasons
from fenghua_analysis.study import open_study
from fenghua_analysis.wording import say
from tests.small_world import observations, registry

DATA = Path(__file__).resolve().parents[1] / "data"
D, C, EAST, WEST = "330213", "330200", "330213001", "330213002"
RATIO = {"indicator": "lowest_township_ratio", "value": 0.8, "unit": ""}
INCOME = {"indicator": "income_all", "value": 56_000, "unit": "元"}
GAP = {"indicator": "urban_rural_ratio", "value": 1.67, "unit": ""}


def _assessed(targets, *figures, as_of="2024-01-01"):
    reg = registry(targets)
    seen = with_derived(observations(*figures), reg)
    rows = assess(seen, reg, request=Request(as_of=as_of))
    return reg, seen, with_reasons(rows, reg, seen)


def _said(notebook, answer, region="乙区"):
    words = dict(answer)
    key = words.pop("answer", "answer")
    return say(f"notebook.{notebook}.{key}", region=region, **words)


# ── 02: where the gaps are ───────────────────────────────────────────────────────────


def test_the_judged_are_counted_by_the_nature_of_their_figures():
    figure = ("income_all", D, "2022", 54_451, "estimated")
    _, _, rows = _assessed([INCOME, RATIO], figure)
    said = _said("02_gaps", answers.on_gaps(rows, D, "2024-01-01"))
    assert "2项指标中可以判断的1项（估计数1项）" in said
    assert "1项未见实际值" in said and "上级地区" not in said


def test_a_region_without_targets_is_told_so_and_not_counted():
    city = INCOME | {"region": C, "plan": "p2025", "year": "2025"}
    _, _, rows = _assessed([city])
    said = _said("02_gaps", answers.on_gaps(rows, D, "2024-01-01"))
    assert said == "登记表中没有乙区的目标；以下所列1项都是上级地区的。"


# ── 03: the ratio ────────────────────────────────────────────────────────────────────


def _ratio(targets, *figures):
    reg, seen, rows = _assessed(targets, *figures)
    ratios = urban_rural.yearly_ratios(seen, reg)
    case = urban_rural.nearest_case(ratios, rows[rows.region == D], [D, C])
    return _said("03_urban_rural", answers.on_ratio(case, reg, D)), case, reg


CITY = (("income_urban", C, "2022", 76_690), ("income_rural", C, "2022", 45_487))


def test_the_citys_ratio_is_held_against_the_districts_own_target():
    said, _, _ = _ratio([GAP], *CITY)
    assert "甲市2022年为1.686，比乙区的目标1.67高0.016" in said
    assert "农村收入增速须比城镇高约1.0个百分点" in said


def test_a_city_that_is_there_already_leaves_nothing_to_close():
    said, _, _ = _ratio([GAP | {"value": 1.7}], *CITY)
    assert "不高于乙区的目标1.7" in said and "百分点" not in said


def test_the_districts_own_ratio_has_its_verdict():
    own = (
        ("income_urban", D, "2022", 68_000),
        ("income_rural", D, "2022", 42_000, "illustrative"),
    )
    said, _, _ = _ratio([GAP], *CITY, *own)
    assert said == (
        "乙区2022年城乡居民收入倍差为1.619（示意），目标1.67：已达到（示意）。"
    )


def test_no_target_and_no_figure_are_said_plainly():
    assert _ratio([], *CITY)[0] == "登记表中没有乙区的城乡居民收入倍差目标。"
    assert "目标1.67无法判断" in _ratio([GAP])[0]


@pytest.mark.parametrize(
    ("rural", "key"), [(0.05, "growth_above"), (0.045, "growth_below")]
)
def test_growth_is_held_against_the_one_year_line(rural, key):
    """1.686 / 1.67 = 1.0096; (1 + rural) / 1.038: 1.0116 is above it, 1.0067 below."""
    _, case, reg = _ratio([GAP], *CITY)
    assert answers.on_growth((2022, 0.038, rural), case, reg)["key"] == key
    assert answers.on_growth(None, case, reg) == {"key": "growth_none"}


# ── 04: the lowest township ──────────────────────────────────────────────────────────


def _lowest(*figures, targets=(RATIO, INCOME), as_of="2024-01-01"):
    reg, seen, own = _assessed(targets, *figures, as_of=as_of)
    promise = townships.promise(own)
    found = townships.newest_incomes(seen, reg, D, period=promise.judged_period)
    relatives = townships.county_relatives(seen, [D, C])
    beside = {"relatives": relatives, "registry": reg, "region": D}
    return _said("04_townships", answers.on_townships(found, promise, **beside))


TOWNS = (("income_all", EAST, "2022", 60_000), ("income_all", WEST, "2022", 42_000))


def test_the_lowest_township_has_the_verdict_of_the_assessment():
    said = _lowest(*TOWNS, ("income_all", D, "2022", 56_000))
    assert said.startswith(
        "2022年收入最低的是西镇，42,000元，为全区平均56,000元的0.75，目标0.8：未达到；"
    )


def test_a_mean_that_is_estimated_is_said_to_be_and_makes_the_verdict_conditional():
    said = _lowest(*TOWNS, ("income_all", D, "2022", 56_000, "estimated"))
    assert "全区平均56,000元（估计）的0.75" in said
    assert "未达到（按估计数，有条件）" in said


def test_incomes_of_the_year_before_are_not_called_missed():
    towns = [(name, code, "2021", value) for name, code, _, value in TOWNS]
    mean = ("income_all", D, "2021", 56_000)
    assert "：尚未达到；" in _lowest(*towns, mean, as_of="2022-06-30")


def test_a_comparator_decides_at_the_bound():
    """42,000 / 52,500 = 0.8: “0.8” is met by it, “above 0.8” is not."""
    mean = ("income_all", D, "2022", 52_500)
    assert "：已达到；" in _lowest(*TOWNS, mean)
    above = (RATIO | {"comparator": "gt"}, INCOME)
    assert "：未达到；" in _lowest(*TOWNS, mean, targets=above)


def test_the_townships_that_are_missing_are_named():
    said = _lowest(TOWNS[0])
    assert said.startswith("2022年已有1个镇（街道）的收入，还缺1个：西镇。")


def test_without_a_mean_it_is_asked_for():
    assert "请一并录入" in _lowest(*TOWNS)


def test_without_incomes_the_target_is_spelled_out():
    said = _lowest()
    assert "按目标比值0.8，最低镇（街道）须有44,800元。" in said
    assert "也没有同年的全区收入目标" in _lowest(targets=(RATIO,))


def test_no_target_for_townships_is_said_plainly():
    assert _lowest(targets=(INCOME,)) == "登记表中没有乙区的镇（街道）收入目标。"


# ── 05: the bands ────────────────────────────────────────────────────────────────────


def _bands(**given):
    shares = {"household_band_10_50": 0.65, "household_band_20_60": 0.4}
    usual = {"per_head": 56_000.0, "shares": shares, "planned_size": 3.0}
    promise = income_bands.BandPromise(**usual | given)
    census = 2.22
    shown = income_bands.band_shares(promise, census=census)
    return _said("05_income_bands", answers.on_bands(shown, promise, census=census))


def test_both_bands_have_their_answer():
    said = _bands()
    assert "10—50万元家庭占60%—73%，目标65%在其中" in said
    assert "20—60万元家庭占22%—27%，目标40%不在其中" in said
    assert "按普查的户均2.22人计，10—50万元家庭占45%—53%" in said


def test_without_bands_or_income_the_answer_says_which():
    assert "没有乙区的家庭收入区间目标" in _bands(shares={})
    assert "无从推算" in _bands(per_head=float("nan"))
    assert "普查" not in _bands(planned_size=float("nan"))


# ── 01, 06, 07, 08: documents, services, work, money ─────────────────────────────────


@pytest.fixture(scope="module")
def study():
    return open_study("answers", data_dir=str(DATA))


def _documents(study, own):
    documents = promises.documents(study.targets, study.registry)
    lineage = promises.lineages(study.registry, regions=study.lineage)
    return _said("01_targets", answers.on_targets(documents, lineage, own))


def test_repeated_changed_and_clashing_promises_are_counted(study):
    said = _documents(study, own=True)
    assert "25项指标在多处出现，13项前后数值不同，其中6项同一年就有两个数" in said


def test_documents_of_higher_levels_are_not_called_the_regions_own():
    yuyao = open_study("answers", data_dir=str(DATA), region="余姚市")
    assert yuyao.own_plans == []
    said = _documents(yuyao, own=False)
    assert said.startswith("登记表中没有乙区的目标；上级地区的4份文件")
    assert "没有指标在多处出现" in said


def test_services_without_an_earlier_document_compare_with_nothing(study):
    alone = open_study("answers", data_dir=str(DATA), plan="fh_seven_2023")
    for chosen, words in ((study, "3个在上一年"), (alone, "没有更早的目标可比")):
        rows = services.of_table(chosen.assessment)
        said = _said("06_public_services", answers.on_services(rows, chosen.registry))
        assert words in said and "均未见实际值" in said


def _sections(items, announced):
    return pd.DataFrame({"area": ["a"], "items": [items], "announced": [announced]})


def test_sections_that_hold_another_number_than_announced_are_named():
    apart = answers.on_sections(_sections(8, 9.0), registry())
    assert apart["key"] == "sections_apart"
    assert apart["places"] == "收入（标题9项，清单8项）"
    for fitting in (_sections(9, 9.0), _sections(9, float("nan"))):
        assert answers.on_sections(fitting, registry()) == {"key": "sections_match"}


def test_schedules_that_are_over_have_a_sentence_in_place_of_bars(study):
    for day, key in (
        ("2026-01-29", "schedules_over"),
        ("2022-12-30", "schedules_open"),
    ):
        rows = work_items.schedules(study.registry, plans=study.plans, as_of=day)
        found = answers.on_schedules(rows, day)
        assert found["key"] == key
        assert work_items.ahead(rows).empty is (key == "schedules_over")
    assert answers.on_schedules(rows[:0], day)["key"] == "schedules_open"


def test_a_bulletin_of_the_city_is_said_to_be_the_citys(study):
    rows = livelihood.newest_bulletin(study.registry)
    said = _said("08_livelihood", answers.on_livelihood(rows, study.registry, D))
    assert said.startswith("以下是宁波市全市的数，本项目所收材料中未见乙区的分列数")
    own = answers.on_livelihood(rows, study.registry, C)
    assert own["answer"] == "answer"
    assert (own["used"].value, own["used"].unit) == (22.47, "亿元")


def test_what_is_not_there_has_a_sentence_of_its_own(study):
    nothing = pd.DataFrame()
    assert answers.on_targets(nothing, nothing, own=False) == {"answer": "answer_none"}
    assert answers.on_services(nothing, study.registry) == {"answer": "answer_none"}
    assert answers.on_supervision(nothing) == {"answer": "answer_none"}
    assert answers.on_work(nothing, study.registry, "x") == {"answer": "answer_none"}
    empty = answers.on_livelihood(nothing, study.registry, D)
    assert empty == {"answer": "answer_none"}
