"""From a reviewed document to the registry: what is added, what is refused, and why."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fenghua_analysis import table
from fenghua_analysis.contract import read_table
from fenghua_analysis.documents import read_document
from fenghua_analysis.drafting import REVIEWER, Reading, Vocabulary, draft
from fenghua_analysis.errors import DataError
from fenghua_analysis.findings import promises, work_items
from fenghua_analysis.inspection import check_folder
from fenghua_analysis.registry import load_registry
from fenghua_analysis.study import open_study
from fenghua_analysis.supply import CONFLICT, GONE, NEW, SAME, adopt, propose, together
from fenghua_analysis.supply.together import NotAddedError
from tests.reviewing import PLAN, reviewed_plan, write_review

DAY = "2024-04-01"


@pytest.fixture
def registry(folder):
    return load_registry(folder)


@pytest.fixture
def reviewer(registry, tmp_path):
    """The plan of 2024 with everything accepted, before the workbook is saved."""
    return reviewed_plan(tmp_path / "审核表.xlsx", registry)


def add(reviewer, folder, **options):
    return adopt(
        propose([reviewer.save()], load_registry(folder), date=DAY), folder, **options
    )


def refusal(reviewer, registry):
    with pytest.raises(DataError) as refused:
        propose([reviewer.save()], registry, date=DAY)
    return refused.value.problems


def rows(declared, folder, **key):
    found = read_table(declared, folder)
    for name, value in key.items():
        found = found[found[name] == value]
    return found


def state(folder):
    return {
        path.relative_to(folder): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


# ── A new plan, from the document to the next report ─────────────────────────────────


def test_a_new_plan_its_targets_lineage_and_work_items_reach_the_report(
    reviewer, folder
):
    add(reviewer, folder)
    assert check_folder(folder) == []
    study = open_study(
        "x", data_dir=str(folder), region="奉化区", plan="fh_2024", year=2024
    )
    assert len(study.assessment) == 13
    assert study.request.as_of >= "2024-03-01"
    own = study.assessment.set_index("indicator")
    assert (own.target["income_all"], own.unit["income_all"]) == (61_500, "万元")
    assert own.core["new_school_places"] == 1
    lineage = promises.lineages(load_registry(folder), regions=["330213"])
    nursery = lineage[lineage.indicator == "nursery_places"]
    assert dict(zip(nursery.plan, nursery.value, strict=True)) == {
        **{"fh_2022": 3.3, "fh_seven_2023": 4.0, "fh_2024": 4.6},
    }
    items = work_items.schedules(study.registry, plans=["fh_2024"], as_of="2024-06-30")
    assert list(items.name) == [
        *("社区食堂扩面行动", "农村公路改造提升", "技能培训进村社")
    ]
    assert list(items.steps) == [3, 3, 3] and list(items.due) == [1, 2, 1]


def test_the_invented_plan_is_not_in_the_registry_that_ships(shipped):
    assert "fh_2024" not in shipped.plans
    digest = hashlib.sha256(PLAN.read_bytes()).hexdigest()
    assert digest not in {source.sha256 for source in shipped.sources.values()}


def test_source_plan_and_new_names_are_recorded_as_the_form_says(reviewer, folder):
    reviewer.set("areas", 1, name_en="Better public services")
    reviewer.set("departments", 1, name_en="Night Economy Centre")
    add(reviewer, folder)
    registry = load_registry(folder)
    source, plan = registry.sources["fh_2024"], registry.plans["fh_2024"]
    assert (source.title, source.publisher) == (
        *("宁波市奉化区2024年共同富裕重点工作计划", "本项目（示意）"),
    )
    assert source.sha256 == hashlib.sha256(PLAN.read_bytes()).hexdigest()
    assert (plan.region, plan.start, plan.end) == ("330213", 2024, 2024)
    share = registry.indicators["study_tour_share"]
    assert (share.zh, share.unit, share.scale, share.decimals) == (
        *("研学旅游接待人数占比", "%", "share", 1),
    )
    assert registry.area_name("fh_2024_area_1", "en") == "Better public services"
    body = "区夜间经济促进中心"
    assert registry.department_name(body, "en") == "Night Economy Centre"
    assert set(registry.work_items[registry.work_items.plan == "fh_2024"].area) == {
        *("fh_2024_area_1", "fh_2024_area_2")
    }


def test_a_blank_english_name_is_the_chinese_one(reviewer, folder):
    reviewer.set("items", 1, name_en="Community canteens")
    add(reviewer, folder)
    items = rows(table.WORK_ITEMS, folder, plan="fh_2024")
    assert list(items.name_en)[:2] == ["Community canteens", "农村公路改造提升"]


def test_drafting_the_document_anew_with_the_recorded_corrections_gives_the_rows(
    reviewer, folder
):
    """What stands in the registry follows from document, vocabulary and corrections."""
    reviewer.set("facts", 4, value=66.5, reason="以附件为准")
    reviewer.set("facts", 14, verdict="✗")
    reviewer.set("facts", 16, table="不登记")
    reviewer.set("items", 3, list="重大改革", item="技能培训进村进社区")
    reviewer.set("milestones", 9, first=11)
    add(reviewer, folder)
    registry = load_registry(folder)
    held = registry.corrections
    reading = Reading(
        read_document(PLAN),
        source="fh_2024",
        plan=registry.plans["fh_2024"],
        vocabulary=Vocabulary.of(registry),
        corrections=held[held.source == "fh_2024"],
    )
    for name, drafted in draft(reading).items():
        declared = next(one for one in table.TABLES if one.name == name)
        said = [c for c in declared.names if c not in REVIEWER.get(name, ())]
        stands = rows(declared, folder, plan="fh_2024")[said]
        texts = [
            frame.astype(object)
            .where(frame.notna(), "")
            .astype(str)
            .to_numpy()
            .tolist()
            for frame in (drafted[said], stands)
        ]
        assert sorted(texts[0]) == sorted(texts[1]), name
    assert len(held[held.source == "fh_2024"]) == 6


# ── Verdicts and corrections ─────────────────────────────────────────────────────────


def test_a_changed_cell_is_a_correction_with_its_reason(reviewer, folder):
    reviewer.set("facts", 4, value=66.5, reason="以附件为准")
    add(reviewer, folder)
    (target,) = rows(
        table.TARGETS, folder, plan="fh_2024", indicator="urbanisation"
    ).to_dict("records")
    assert target["value"] == 66.5
    (fix,) = rows(table.CORRECTIONS, folder, source="fh_2024").to_dict("records")
    assert (fix["record"], fix["column"], fix["extracted"], fix["reviewed"]) == (
        *("fact", "value", "67", "66.5"),
    )
    assert fix["reason_zh"] == "以附件为准"


def test_a_rejected_row_is_recorded_and_one_not_decided_on_is_left_for_later(
    reviewer, folder
):
    reviewer.set("facts", 7, verdict="✗").set("facts", 8, verdict=None)
    add(reviewer, folder)
    names = set(rows(table.TARGETS, folder, plan="fh_2024").name)
    assert not names & {"研学旅游接待人数占比", "群众获得感幸福感安全感满意度"}
    fixes = rows(table.CORRECTIONS, folder, source="fh_2024")
    assert list(fixes.extracted) == ["研学旅游接待人数占比"]
    assert "study_tour_share" not in load_registry(folder).indicators


def test_only_what_was_accepted_needs_its_area_its_department_and_its_plan(
    registry, folder, tmp_path
):
    reviewer = write_review(tmp_path / "a.xlsx", registry)
    reviewer.fill_form(id="fh_2024", publisher="本项目").set("facts", 1, verdict="✓")
    add(reviewer, folder)
    assert len(rows(table.TARGETS, folder, plan="fh_2024")) == 1
    assert rows(table.AREAS, folder, source="fh_2024").empty
    assert rows(table.DEPARTMENTS, folder, department="区夜间经济促进中心").empty


def test_a_workbook_in_which_nothing_was_decided_adds_nothing(
    registry, folder, tmp_path
):
    before = state(folder)
    reviewer = write_review(tmp_path / "a.xlsx", registry)
    reviewer.fill_form(publisher="本项目")
    assert add(reviewer, folder) == 0 and state(folder) == before


def test_a_row_may_be_registered_otherwise_than_proposed(reviewer, folder):
    reviewer.set("facts", 14, table="指标目标", indicator="新指标")
    reviewer.set(
        *("indicators", 3),
        **{"name": "新建社区食堂", "unit": "家", "direction": "越高越好"},
        **{"scale": "数量", "timing": "全年数", "area": "公共服务提质"},
    )
    add(reviewer, folder)
    (target,) = rows(
        table.TARGETS, folder, plan="fh_2024", name="新建社区食堂"
    ).to_dict("records")
    indicator = load_registry(folder).indicators[target["indicator"]]
    assert (indicator.zh, indicator.area) == ("新建社区食堂", "fh_2024_area_1")


def test_a_name_may_be_one_more_of_a_known_indicator(reviewer, folder):
    number = reviewer.find("indicators", name="夜间便民服务点数")
    reviewer.set("indicators", number, same_as="城镇住房保障受益覆盖率")
    problems = refusal(reviewer, load_registry(folder))
    assert [(p.key, p.value) for p in problems] == [("wrong_unit", "处")]
    reviewer.set("facts", 12, unit="%")
    add(reviewer, folder)
    known = load_registry(folder).indicators["housing_support_coverage"]
    assert "夜间便民服务点数" in known.names


def test_a_department_may_be_an_alias_of_a_known_one(reviewer, folder):
    reviewer.set("departments", 1, same_as="区商务局")
    add(reviewer, folder)
    (known,) = rows(table.DEPARTMENTS, folder, department="区商务局").aliases
    assert "区夜间经济促进中心" in known
    (target,) = rows(table.TARGETS, folder, indicator="night_service_points").department
    assert target == "区商务局"
    assert rows(table.CORRECTIONS, folder, source="fh_2024").empty


# ── Again ────────────────────────────────────────────────────────────────────────────


def test_adding_the_same_review_twice_changes_nothing(reviewer, folder):
    add(reviewer, folder)
    before = state(folder)
    assert add(reviewer, folder) == 0 and state(folder) == before


def test_a_second_review_of_a_document_needs_the_owners_word(reviewer, folder):
    add(reviewer, folder)
    before = state(folder)
    reviewer.set("facts", 1, value=6.2).set("facts", 2, verdict="✗")
    proposal = propose([reviewer.save()], load_registry(folder), date=DAY)
    counts = [proposal.count(fate) for fate in (NEW, CONFLICT, GONE)]
    assert counts == [2, 1, 1]  # two corrections; a value; a row that is gone
    with pytest.raises(DataError, match=r"registry/targets\.csv 中已有该文件的这一行"):
        adopt(proposal, folder)
    assert state(folder) == before
    adopt(proposal, folder, replacing=True)
    targets = rows(table.TARGETS, folder, plan="fh_2024").set_index("indicator")
    assert targets.value["income_all"] == 6.2
    assert "urban_rural_ratio" not in targets.index and len(targets) == 12


def test_extracting_a_registered_document_shows_what_its_reviewer_made_of_it(
    reviewer, folder, tmp_path
):
    reviewer.set("facts", 4, value=66.5, reason="以附件为准").set(
        "facts", 7, verdict="✗"
    )
    reviewer.set("items", 1, name_en="Community canteens")
    add(reviewer, folder)
    again = write_review(tmp_path / "again.xlsx", load_registry(folder))
    shown = dict(again.rows("facts"))
    assert (shown[4]["value"], shown[4]["reason"]) == (66.5, "以附件为准")
    assert shown[7]["verdict"] == "✗"
    assert dict(again.rows("items"))[1]["name_en"] == "Community canteens"
    again.accept_all()
    proposal = propose([again.save()], load_registry(folder), date=DAY)
    assert proposal.count(NEW, CONFLICT, GONE) == 0 and proposal.count(SAME) > 30


# ── Refusals ─────────────────────────────────────────────────────────────────────────


def fact(number, /, **cells):
    return lambda reviewer: reviewer.set("facts", number, **cells)


def form(**fields):
    return lambda reviewer: reviewer.fill_form(**fields)


def indicator(number, /, **cells):
    return lambda reviewer: reviewer.set("indicators", number, **cells)


@pytest.mark.parametrize(
    ("spoil", "place", "message"),
    [
        (
            fact(3, verdict="也许"),
            "事实!B4",
            "不是可选的内容 → 请从下拉列表中选，如 ✓、✗",
        ),
        (fact(3, value="三万多"), "事实!I4", "值为“三万多”：不是数字"),
        (fact(3, value="3.68万元"), "事实!I4", "不是数字 → 请只写阿拉伯数字"),
        (fact(3, year="明年"), "事实!L4", "看不出是哪一年"),
        (fact(3, comparator="大约"), "事实!H4", "不是可选的内容"),
        (fact(3, region="奉花区"), "事实!M4", "是不是要写“奉化区”"),
        (fact(3, unit="%"), "事实!K4", "单位与指标不符"),
        (fact(3, name=None), "事实!G4", "不得为空"),
        (fact(3, department="区教委"), "事实!Q4", "departments.csv 中没有该编号"),
        (fact(3, area="教育"), "事实!R4", "不是可选的内容"),
        (fact(3, verdict=None, value=3.7), "事实!B4", "改过，却没有审核结论"),
        (fact(3, row=4), "事实!A5", "与事实!A4重复"),
        (fact(3, row=99), "事实!A4", "没有这个行号"),
        (fact(3, indicator="居民收入"), "事实!F4", "不是可选的内容；是不是要写"),
        (fact(3, indicator=None), "事实!G4", "此名属于另一指标"),
        (fact(7, indicator=None), "事实!F8", "不得为空"),
        (fact(3, indicator="居民人均可支配收入"), "事实!G4", "此名属于另一指标"),
        (fact(3, name="居民人均可支配收入"), "事实!", "与另一行重复"),
        (fact(15, table="指标目标", indicator="新指标"), "事实!F16", "“新指标”页没有"),
        (indicator(1, area=None), "新指标!K2", "不得为空"),
        (indicator(1, direction=None), "新指标!G2", "不得为空"),
        (indicator(1, direction="越大越好"), "新指标!G2", "是不是要写“越高越好”"),
        (indicator(1, id="income_all"), "新指标!D2", "编号已被使用"),
        (indicator(1, decimals="一"), "新指标!J2", "不是整数"),
        (indicator(3, name="研学旅游接待人数占比"), "新指标!A4", "与新指标!A2重复"),
        (indicator(3, unit="家"), "新指标!A4", "不得为空"),
        (form(id=None), "来源!B1", "不得为空"),
        (form(id="2024年计划"), "来源!B1", "编号只能用小写英文字母"),
        (form(id="fh_2022"), "来源!B1", "编号已被使用 → 请换一个编号"),
        (form(publisher=None), "来源!B3", "不得为空"),
        (form(issued="三月"), "来源!B4", "不是日期"),
        (form(region="奉花区"), "来源!B10", "是不是要写“奉化区”"),
        (form(region=None), "来源!B10", "不得为空"),
        (form(start="今年"), "来源!B11", "不是整数"),
        (form(end="2023"), "来源!B12", "目标年份早于起始年份2024"),
        (form(end="20240"), "来源!B12", "超出1990—2100的范围"),
        (
            lambda reviewer: reviewer.set("items", 1, verdict="✗"),
            *("进度!B2", "进度所属的任务没有登记 → 请在“任务”页为该任务选 ✓"),
        ),
        (
            lambda reviewer: reviewer.set("items", 1, departments="区教委"),
            *("任务!I2", "departments.csv 中没有该编号"),
        ),
        (
            lambda reviewer: reviewer.set("areas", 2, id="economy"),
            *("领域!B3", "编号已被使用"),
        ),
        (
            lambda reviewer: reviewer.set("milestones", 1, first="十三"),
            *("进度!G2", "不是整数"),
        ),
    ],
)
def test_a_fault_is_named_with_its_cell_its_value_and_its_remedy(
    reviewer, registry, folder, spoil, place, message
):
    before = state(folder)
    spoil(reviewer)
    problems = refusal(reviewer, registry)
    texts = [problem.text("zh") for problem in problems]
    named = [text for text in texts if text.startswith(f"审核表.xlsx · {place}")]
    assert named and any(message in text for text in named), texts
    assert all(" → " in text for text in texts)
    assert state(folder) == before


def test_all_faults_of_a_half_edited_workbook_are_named_at_once(reviewer, registry):
    for spoil in (
        *(fact(1, verdict="?"), fact(3, value="x"), fact(5, department="区教委")),
        *(form(publisher=None), form(id=None)),
    ):
        spoil(reviewer)
    places = {problem.column for problem in refusal(reviewer, registry)}
    assert places == {"事实!B2", "事实!I4", "事实!Q6", "来源!B1", "来源!B3"}


def test_a_rejected_row_may_hold_whatever_it_holds(reviewer, folder):
    reviewer.set("facts", 3, verdict="✗", value="x", unit="?", name=None)
    assert add(reviewer, folder) > 0


def test_two_rows_at_one_place_that_ask_for_different_things_are_refused(
    registry, folder, tmp_path
):
    """Both names share the number: a change of one cannot be told from the other's."""
    document = tmp_path / "a.txt"
    words = "奉化区2024年计划\n\n一、指标目标\n\n甲类覆盖率、乙类覆盖率均达到80%。\n"
    document.write_text(words, encoding="utf-8")
    reviewer = write_review(tmp_path / "审核表.xlsx", registry, document).accept_all()
    reviewer.fill_form(publisher="本项目", zh="计划", region="奉化区")
    for number, _ in reviewer.rows("facts"):
        reviewer.set("facts", number, table="任务目标", indicator=None)
    reviewer.set("facts", 2, value=70)
    (problem,) = refusal(reviewer, registry)
    assert problem.key == "shared_place" and problem.column.startswith("事实!I")


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda book: book.remove(book["来源"]), "缺少这一页"),
        (lambda book: book.remove(book["事实"]), "缺少这一页"),
        (lambda book: book["事实"].delete_cols(2), "“事实”页缺少“审核”列"),
        (lambda book: book["来源"].delete_rows(1), "缺少这一项 → 请补回该行"),
        (lambda book: book["fenghua_review"].delete_rows(7), "原文不完整"),
        (lambda book: book.remove(book["fenghua_review_facts"]), "原文不完整"),
    ],
)
def test_a_workbook_that_lost_a_part_says_which(reviewer, registry, spoil, message):
    spoil(reviewer.book)
    texts = [problem.text("zh") for problem in refusal(reviewer, registry)]
    assert any(message in text for text in texts), texts


def test_a_registered_document_is_described_by_the_registry(reviewer, folder):
    add(reviewer, folder)
    reviewer.fill_form(publisher="另一单位", en=None)
    (problem,) = refusal(reviewer, load_registry(folder))
    assert problem.where("zh") == "审核表.xlsx · 来源!B3 · 值为“另一单位”"
    assert "该文件已登记，登记的是“本项目（示意）”" in problem.what("zh")


@settings(max_examples=6)
@given(verdicts=st.lists(st.sampled_from(["✓", "✗", None]), min_size=21, max_size=21))
def test_any_choice_of_rows_proposes_exactly_these_rows(
    shipped, tmp_path_factory, verdicts
):
    path = tmp_path_factory.mktemp("review") / "审核表.xlsx"
    reviewer = reviewed_plan(path, shipped)
    for number, verdict in enumerate(verdicts, start=1):
        reviewer.set("facts", number, verdict=verdict)
    shown = dict(reviewer.rows("facts"))
    proposal = propose([reviewer.save()], shipped, date=DAY)
    frames = {declared.name: rows for declared, rows in proposal.rows.items()}
    named = [
        name for t in ("targets", "goals") if t in frames for name in frames[t].name
    ]
    accepted = [shown[n]["name"] for n, v in enumerate(verdicts, start=1) if v == "✓"]
    assert sorted(named) == sorted(accepted)
    rejected = [shown[n]["name"] for n, v in enumerate(verdicts, start=1) if v == "✗"]
    recorded = list(frames["corrections"].extracted) if rejected else []
    assert sorted(recorded) == sorted(rejected)


def test_a_review_is_added_by_itself(reviewer, registry, tmp_path):
    other = tmp_path / "a.csv"
    other.write_text("指标,地区,年份,数值,单位\n", encoding="utf-8")
    with pytest.raises(DataError, match="审核表要单独录入"):
        propose([other, reviewer.save()], registry, date=DAY)


def test_rows_may_be_sorted_and_columns_moved(reviewer, folder):
    sheet = reviewer.sheet("facts")
    cells = [list(row) for row in sheet.values]
    turned = [row[::-1] for row in (cells[0], *reversed(cells[1:]))]
    for at, row in enumerate(turned, start=1):
        for column, value in enumerate(row, start=1):
            sheet.cell(at, column).value = value
    add(reviewer, folder)
    assert len(rows(table.TARGETS, folder, plan="fh_2024")) == 13
    assert rows(table.CORRECTIONS, folder, source="fh_2024").empty


# ── Nothing by halves ────────────────────────────────────────────────────────────────


def test_a_fault_of_the_disk_leaves_the_folder_as_it_was(reviewer, folder, monkeypatch):
    before, renamed = state(folder), []
    proposal = propose([reviewer.save()], load_registry(folder), date=DAY)
    replace = together.os.replace

    def failing(source, target):
        renamed.append(target)
        if len(renamed) == 4:
            raise OSError(28, "No space left on device")
        replace(source, target)

    monkeypatch.setattr(together.os, "replace", failing)
    with pytest.raises(NotAddedError, match="写不进去"):
        adopt(proposal, folder)
    assert state(folder) == before


def test_the_whole_folder_is_checked_before_anything_is_written(reviewer, folder):
    path = Path(folder) / "observations.csv"
    text = path.read_text(encoding="utf-8").replace(",published,", ",printed,", 1)
    proposal = propose([reviewer.save()], load_registry(folder), date=DAY)
    path.write_text(text, encoding="utf-8")
    before = state(folder)
    with pytest.raises(DataError, match="不是允许的取值"):
        adopt(proposal, folder)
    assert state(folder) == before
