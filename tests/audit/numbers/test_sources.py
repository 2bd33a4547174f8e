"""The documents of the registry: what a careful reader found in them, and no more."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from fenghua_analysis.audit import HARD, Evidence, Finding, audit, evidence, numbers
from fenghua_analysis.documents import Document, read_document
from fenghua_analysis.registry import load_registry
from tests.shared import shared

DATA = Path(__file__).resolve().parents[3] / "data"
# Read by hand, before the rules were written: kind, and what stands at its first place.
SEVEN_SERVICES = {
    ("value_conflict", "87"),  # 87人次 in the table, 100人 in the text
    ("value_conflict", "1700"),  # 1,700 and 2,150 homes
    ("unit_error", "38"),  # 人次 in 万人
    ("ratio_mismatch", "90"),  # a county has one county-level body
}
CIVIL_AFFAIRS = {("ratio_mismatch", "22.25万")}  # 13.8 %, not 3.6 %
WORK_PLAN = {
    ("sum_mismatch", "73项"),  # headings sum to 69
    ("count_mismatch", "5方面"),  # six sections
    ("count_mismatch", "收入分配制度改革先行示范(8项)"),
    ("count_mismatch", "公共服务优质共享先行示范(11项)"),
    ("count_mismatch", "社会治理先行示范(10项)"),
    ("count_mismatch", "风险防范、救早灭小、监管执法、宣传发动、基础保障四大能力"),
    ("count_mismatch", "4."),  # twice
    ("value_conflict", "7%"),  # 4.8 %
    ("value_conflict", "达15.1年"),  # 15
    ("value_conflict", "达70%"),  # 75
    ("value_conflict", "低于86.7件/万人"),  # 89
    ("comparator_conflict", "低于3.5%"),  # at most 3.5 %
    ("ratio_mismatch", "达0.396"),  # 56,000 / 150,000 = 0.373
    ("unit_error", "控制在0.009"),
    ("unit_error", "25个"),  # projects?
    ("unit_error", "达到30%"),  # of what?
    ("unit_error", "3500户"),  # of workers
    ("missing_value", "家庭可支配收入(按三口之家计算)"),
}


def numeric(read: Sequence[Evidence]) -> list[Finding]:
    return [finding for rule in numbers.rules() for finding in rule(read)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("000_aa58d3edca99bae4.txt", set()),
        ("001_a9a6ae0632911c0a.txt", SEVEN_SERVICES),
        ("002_c73ea9c533b5f5ba.txt", CIVIL_AFFAIRS),
        ("003_63e270c389d764bf.txt", set()),
        ("004_a73e2ed004e6b4bb.txt", WORK_PLAN),
    ],
)
def test_hard_findings_are_those_of_a_careful_reader(
    name: str, expected: set[tuple[str, str]]
) -> None:
    read = [evidence(read_document(shared(f"sources/{name}")))]
    hard = [finding for finding in numeric(read) if finding.severity == HARD]
    assert {(f.kind, f.places[0].quote) for f in hard} == expected
    assert len(hard) == len(expected)


def sources() -> list[Document]:
    return [read_document(path) for path in sorted(shared("sources").glob("00*.txt"))]


def test_across_documents_there_are_notes_and_no_more_conflicts() -> None:
    read = [evidence(document) for document in sources()]
    alone = [finding for each in read for finding in numeric([each])]
    together = [finding for finding in numeric(read) if finding not in alone]
    assert {finding.kind for finding in together} == {"cross_year", "cross_level"}
    assert len(together) <= 10


def test_the_registry_holds_what_the_documents_say_and_adds_no_conflict() -> None:
    registry = load_registry(DATA)
    with_it = audit(sources(), registry=registry)
    without = audit(sources())
    added = [finding.kind for finding in with_it if finding not in without]
    assert set(added) <= {"cross_year", "cross_level"}


def test_every_finding_leads_to_its_words() -> None:
    texts = {document.name: document.text for document in sources()}
    for finding in audit(sources()):
        assert finding.places
        for place in finding.places:
            assert texts[place.document][place.start : place.end] == place.quote
