"""The labels of the five documents: recall, precision and agreement, file by file."""

import csv
import json

import pytest

from fenghua_analysis.documents import (
    Document,
    extract_bulletin,
    extract_facts,
    extract_opinions,
    extract_work_items,
    read_document,
    unparsed,
)
from tests.documents.scoring import Label, Score, score
from tests.shared import shared

FILES = {
    "seed_001": "sources/001_a9a6ae0632911c0a.txt",
    "seed_003": "sources/003_63e270c389d764bf.txt",
    "seed_004": "sources/004_a73e2ed004e6b4bb.txt",
}
OPINIONS = "sources/000_aa58d3edca99bae4.txt"
LONGEST = FILES["seed_004"]


def _labels(name: str) -> list[Label]:
    with shared(f"gold/{name}.csv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def _document(path: str) -> Document:
    return read_document(shared(path))


@pytest.fixture(params=sorted(FILES))
def scored(request: pytest.FixtureRequest) -> Score:
    spans = json.loads(shared("gold/seed_spans.json").read_text(encoding="utf-8"))
    facts = extract_facts(_document(FILES[request.param]))
    return score(facts, _labels(request.param), spans=spans[request.param])


def test_values_are_found_and_nothing_else_is(scored: Score) -> None:
    assert scored.recall >= 0.95, [label["indicator"] for label in scored.missed]
    assert scored.precision >= 0.95, [fact.indicator for fact in scored.surplus]


def test_matches_agree_in_comparator_unit_and_kind(scored: Score) -> None:
    for name in ("comparator", "unit", "kind"):
        assert scored.agreement[name] >= 0.97, name


def test_matches_agree_in_year_core_and_department(scored: Score) -> None:
    for name in ("year", "core", "department"):
        assert scored.agreement[name] >= 0.95, name


def test_all_work_items_stand_with_number_section_name_and_departments() -> None:
    items = extract_work_items(_document(LONGEST))
    found = [
        (
            i.section,
            str(i.number),
            i.name,
            "、".join(i.stated_departments),
            str(i.start),
        )
        for i in items
    ]
    texts = ("section", "no", "name", "departments", "offset")
    labelled = [
        tuple(row[name] for name in texts) for row in _labels("seed_004_annex_items")
    ]
    assert found == labelled


def test_announced_counts_of_sections_are_kept_beside_the_real_ones() -> None:
    items = extract_work_items(_document(LONGEST))
    for item, row in zip(items, _labels("seed_004_annex_items"), strict=True):
        assert item.section_count == int(row["section_count_stated"])


def test_every_work_item_has_a_dated_schedule() -> None:
    items = extract_work_items(_document(LONGEST))
    assert [item.name for item in items if not item.milestones] == []
    assert all(1 <= m.first <= m.last <= 12 for i in items for m in i.milestones)


def test_aliases_of_departments_are_unified_in_items() -> None:
    items = extract_work_items(
        _document(LONGEST), departments={"区卫健局": "区卫生健康局"}
    )
    names = {name for item in items for name in item.departments}
    assert {"区民政局", "区总工会"} <= names
    assert not {"民政局", "总工会"} & names


def test_all_opinions_stand_with_report_number_heading_and_points() -> None:
    numerals = "一二三四五六七八九十"
    found = [
        (o.report, o.title, o.number, o.heading, o.points)
        for o in extract_opinions(_document(OPINIONS))
    ]
    labelled = [
        (
            int(row["report"]),
            row["report_title"],
            numerals.index(row["section_no"]) + 1,
            row["heading"],
            int(row["sub_items_count"]),
        )
        for row in _labels("seed_000_opinions")
    ]
    assert found == labelled


def test_the_bulletin_has_fifteen_classes_and_its_money() -> None:
    bulletin = extract_bulletin(_document(FILES["seed_003"]))
    assert [found.number for found in bulletin.classes] == list(range(1, 16))
    assert all(found.facts for found in bulletin.classes)
    planned = [fact.value for fact in bulletin.money if fact.kind == "target"]
    used = [fact.value for fact in bulletin.money if fact.kind == "actual"]
    assert (planned, used) == ([40.16, 6.52, 21.76, 11.88], [22.47, 3.82])


@pytest.mark.parametrize("path", [*FILES.values(), OPINIONS])
def test_quotes_are_what_stands_at_their_span(path: str) -> None:
    document = _document(path)
    for fact in extract_facts(document):
        assert document.text[fact.start : fact.end] == fact.quote
        assert 0 < len(fact.quote) <= 30
    for left in unparsed(document):
        assert document.text[left.start : left.end] == left.quote


def test_what_was_not_understood_is_little_and_named() -> None:
    left = unparsed(_document(LONGEST))
    assert 0 < len(left) <= 10
    assert {found.reason for found in left} <= {"no_unit", "no_value", "no_timing"}
