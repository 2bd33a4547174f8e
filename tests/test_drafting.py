"""Facts of a document + vocabulary + review = the rows of the registry."""

from pathlib import Path

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from fenghua_analysis import table
from fenghua_analysis.documents import Document, Fact, read_document
from fenghua_analysis.drafting import (
    REVIEWER,
    Reading,
    Vocabulary,
    draft,
    draft_opinions,
    unplaced,
    with_reviewed,
)
from fenghua_analysis.drafting.corrections import corrected
from fenghua_analysis.drafting.goals import once
from fenghua_analysis.drafting.places import quote
from fenghua_analysis.drafting.targets import target_kind
from fenghua_analysis.errors import RegistryError
from fenghua_analysis.registry import Plan, Registry, load_registry
from tests.shared import shared

DATA = Path(__file__).resolve().parents[1] / "data"
PLAN = Plan("p", "计划", "Plan", region="330213", source="s", start=2023, end=2023)
NONE = table.CORRECTIONS.empty()

VOCABULARY = Vocabulary(
    indicators={"普惠托位占比": "affordable_share", "托位数": "places"},
    areas={"s": (("幼有善育", "childcare"),)},
    area_names={"childcare": "幼有善育"},
    departments={"区教育局": "区教育局"},
)

TEXT = """奉化区2023年公共服务工作要点

一、指标目标

普惠托位占比达80%,随迁子女就读公办学校比例达到85%以上。

二、重点任务

(一)加快实现“幼有善育”。新增托位450个,确保新增托位450个落地(责任单位:区教育局)。

(二)提升能力。托位数达4个。
"""


def reading(text: str = TEXT, corrections: pd.DataFrame = NONE) -> Reading:
    return Reading(
        Document(text),
        source="s",
        plan=PLAN,
        vocabulary=VOCABULARY,
        corrections=corrections,
    )


def fact(name: str = "新增托位", **changes) -> Fact:
    stated = {
        "value": 450.0,
        "value_high": None,
        "comparator": "eq",
        "unit": "个",
        "year": "2023",
        "region": "",
        "kind": "target",
        "department": "",
        "core": 0,
        "quote": "450个",
        "start": 10,
        "end": 14,
    }
    return Fact(name, **(stated | changes))


def correction(**changes) -> pd.DataFrame:
    row = {
        "source": "s",
        "record": "fact",
        "offset": 10,
        "column": "indicator",
        "extracted": "新增托位",
        "reviewed": "新增普惠托位",
        "reason_zh": "漏字",
        "reason_en": "a word is missing",
    }
    return pd.DataFrame([row | changes])


# ── Targets and goals ────────────────────────────────────────────────────────────────


def test_only_passages_on_indicators_give_targets_where_a_document_has_one():
    rows = draft(reading())["targets"]
    assert list(rows.indicator) == ["affordable_share"]
    assert list(rows.locator) == ["一"]


def test_a_known_name_elsewhere_is_a_goal_of_the_lineage():
    rows = draft(reading())["goals"].set_index("name")
    assert rows.indicator["托位数"] == "places"
    assert rows.indicator["新增托位"] == ""


def test_a_fact_of_an_indicator_passage_that_nobody_knows_is_listed_not_dropped():
    assert [f.indicator for f in unplaced(reading())] == ["随迁子女就读公办学校比例"]


def test_a_number_said_twice_is_one_goal_with_the_department_that_answers():
    rows = draft(reading())["goals"]
    places = rows[rows.name == "新增托位"]
    assert len(places) == 1
    assert list(places.department) == ["区教育局"]
    assert list(places.area) == ["childcare"]


def test_a_repetition_needs_the_same_number_and_a_name_within_the_other():
    first, again = fact("最低生活保障年标准"), fact("调整最低生活保障年标准", start=90)
    other, more = fact("新增学位"), fact("新增托位", value=420.0)
    assert once([first, again]) == [first]
    assert once([fact(), other, more]) == [fact(), other, more]


@pytest.mark.parametrize(
    ("stated", "words", "kind"),
    [
        (
            fact("单位GDP能耗", kind="delegated", value=None),
            "完成市下达指标",
            "delegated",
        ),
        (fact("满意度", kind="qualitative", value=None), "稳步提升", "qualitative"),
        (fact("占比", value_high=65.0, unit="%"), "占比60—65%", "interval"),
        (fact("新增公办学位数"), "新增公办学位数890个", "flow"),
        (fact("免费健康体检数", unit="万人次"), "8.5", "flow"),
        (fact("城乡公交一体化率", unit="%"), "保持在100%", "hold"),
        (fact("城镇登记失业率", unit="%"), "≤3.5", "hold"),
        (fact("事故死亡率", unit=""), "控制在0.009", "hold"),
        (fact("社工机构", unit="家"), "不少于5家", "level"),
        (fact("居民综合阅读率", unit="%"), "达92.5%", "level"),
    ],
)
def test_the_kind_of_a_target_follows_its_words_and_its_unit(stated, words, kind):
    assert target_kind(stated, words=words) == kind


# ── Review ───────────────────────────────────────────────────────────────────────────


def test_a_correction_changes_one_field_of_one_record():
    (record,) = corrected([fact()], correction())
    assert record == fact("新增普惠托位")


def test_a_number_is_corrected_to_a_number():
    change = correction(column="value", extracted="450", reviewed="420")
    (record,) = corrected([fact()], change)
    assert record.value == 420.0


def test_a_name_corrected_to_nothing_leaves_the_record_out():
    other = fact("新增学位", start=30)
    assert corrected([fact(), other], correction(reviewed="")) == [other]


def test_a_correction_that_fits_nothing_is_reported_with_its_line():
    with pytest.raises(RegistryError, match=r"corrections\.csv.*第2行.*托位建设"):
        corrected([fact()], correction(extracted="托位建设"))


def test_columns_of_a_reviewer_are_carried_over_by_key_and_blank_for_new_rows():
    rows = pd.DataFrame(
        {"plan": "p", "row": [1, 2], "name": ["甲", "乙"], "name_en": "", "note": ""}
    ).reindex(columns=table.PROGRESS.names, fill_value="")
    held = rows.assign(name_en=["First", "Second"])[:1]
    assert list(with_reviewed(rows, held, table.PROGRESS).name_en) == ["First", ""]


def test_a_quote_names_the_one_of_several_groups_that_its_number_is_about():
    """“分别达65%和25%”: 65 % is of the first group, not of the one beside it."""
    words = "家庭可支配收入10—50万元群体、20—60万元群体比例分别达65%和25%"
    start = words.index("65%")
    _, quoted = quote(
        Document(words),
        start=start,
        end=start + 3,
        name="家庭可支配收入10-50万元群体比例",
    )
    assert quoted == "10—50万元群体、20—60万元群体比例分别达65%"


# ── The five documents ───────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry(DATA)


@pytest.mark.parametrize(
    "plan", ["fh_2022", "fh_seven_2023", "nb_civil_affairs_2025", "nb_livelihood_2024"]
)
def test_drafting_a_document_and_reviewing_it_gives_the_committed_rows(registry, plan):
    bound = registry.plans[plan]
    source = registry.sources[bound.source]
    fixes = registry.corrections
    read = Reading(
        read_document(shared("sources") / source.file),
        source=source.id,
        plan=bound,
        vocabulary=Vocabulary.of(registry),
        corrections=fixes[fixes.source == source.id],
    )
    for name, rows in draft(read).items():
        declared = _declared(name)
        held = registry.tables[name]
        _assert_same(
            with_reviewed(rows, held, declared), held[held.plan == plan], declared
        )


def test_drafting_the_opinions_gives_the_committed_rows(registry):
    source = registry.sources["fh_congress_2024"]
    document = read_document(shared("sources") / source.file)
    rows = draft_opinions(document, source=source.id, region="330213")
    held = registry.opinions
    reviewed = with_reviewed(rows, held, table.OPINIONS)
    _assert_same(reviewed, held, table.OPINIONS)


def test_the_reviewer_fills_every_column_that_is_required_of_him(registry):
    for name, columns in REVIEWER.items():
        required = [c for c in columns if _declared(name).column(c).required]
        assert (registry.tables[name][required] != "").all(axis=None), name


def _declared(name: str) -> table.Table:
    return next(declared for declared in table.TABLES if declared.name == name)


def _assert_same(rows: pd.DataFrame, held: pd.DataFrame, declared: table.Table) -> None:
    """Equal row by row, in the order of the key, whatever the types of the cells."""
    key = list(declared.key)
    both = [
        frame[declared.names].sort_values(key, ignore_index=True).astype(object)
        for frame in (rows, held)
    ]
    blank = [frame.where(frame.notna(), "") for frame in both]
    assert_frame_equal(*blank, check_dtype=False)
