"""A new document against what the registry has promised already."""

from pathlib import Path

import pytest

from fenghua_analysis.audit import audit
from fenghua_analysis.registry import Registry, load_registry
from tests.audit.numbers.examples import document

TITLE = "宁波市奉化区{}年推进共同富裕工作要点"


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry(Path(__file__).resolve().parents[3] / "data")


@pytest.mark.parametrize(
    ("year", "sentence", "found"),
    [
        (2022, "城乡居民收入倍差1.70。", "value_conflict.two_documents"),
        (2022, "城乡居民收入倍差1.67。", ""),
        (2022, "城镇登记失业率控制在3.5%以内。", "comparator_conflict.two_documents"),
        (2024, "城乡居民收入倍差1.72。", "cross_year.weaker"),
        (2024, "城乡居民收入倍差1.60。", ""),
        (2024, "每万老年人口拥有持证养老护理员30人。", "cross_level.ahead"),
    ],
)
def test_a_document_is_held_against_targets_of_its_lineage(
    registry: Registry, year: int, sentence: str, found: str
) -> None:
    plan = document(sentence, title=TITLE.format(year))
    findings = audit([plan], registry=registry)
    assert [f"{f.kind}.{f.key}" for f in findings] == ([found] if found else [])
    assert all(place.document == plan.name for f in findings for place in f.places)


def test_another_place_is_not_bound_by_them(registry: Registry) -> None:
    plan = document("城乡居民收入倍差1.90。", title="临湖市东城区2022年工作要点")
    assert audit([plan], registry=registry) == []


def test_the_sentence_names_the_plan_of_the_registry(registry: Registry) -> None:
    plan = document("城乡居民收入倍差1.70。", title=TITLE.format(2022))
    (finding,) = audit([plan], registry=registry)
    assert "奉化区2022年共同富裕特色区工作要点" in finding.sentence("zh")
