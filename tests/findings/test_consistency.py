"""The findings that the package holds are what an audit of the documents says."""

from pathlib import Path

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from fenghua_analysis.audit import KINDS, SEVERITIES
from fenghua_analysis.contract import check
from fenghua_analysis.findings import consistency
from fenghua_analysis.registry import load_registry
from fenghua_analysis.table import AUDIT_FINDINGS
from fenghua_analysis.wording import knows, speaking
from tests.shared import shared

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture(scope="module")
def registry():
    return load_registry(DATA)


def test_the_committed_findings_are_those_of_the_documents(registry):
    found = consistency.audited(registry, shared("sources"))
    held = registry.audit_findings
    # Through the same contract, so that numbers and texts have the same types.
    assert_frame_equal(
        check(found.astype(held.dtypes), AUDIT_FINDINGS), held, check_dtype=False
    )


def test_every_held_finding_can_be_told_in_both_languages(registry):
    held = registry.audit_findings
    assert set(held.kind) <= set(KINDS)
    assert set(held.severity) <= set(SEVERITIES)
    assert all(knows(f"audit.{row.kind}.{row.key}") for row in held.itertuples())
    for lang in ("zh", "en"):
        with speaking(lang):
            told = consistency.findings(registry)
        assert len(told) == held.finding.nunique()
        assert (told.sentence.str.len() > 0).all()


def test_findings_rest_on_documents_in_sight(registry):
    told = consistency.findings(registry)
    known = {plan.source for plan in registry.plans.values()}
    known |= set(registry.opinions.source)
    assert {source for sources in told.sources for source in sources} <= known


def test_no_document_in_sight_no_finding(registry):
    from dataclasses import replace

    none = replace(
        registry,
        plans={},
        tables={**registry.tables, "opinions": registry.opinions.iloc[:0]},
    )
    assert consistency.findings(none).empty


def test_counts_are_of_kinds_and_severities():
    found = pd.DataFrame(
        {
            "finding_kind": ["naming", "naming", "duplicate"],
            "severity": ["hard", "soft", "hard"],
        }
    )
    counts = consistency.counts(found)
    assert list(counts.finding_kind) == ["naming", "duplicate"]
    # naming: one hard, one soft; duplicate: one hard.
    assert counts[["hard", "soft", "note", "total"]].to_numpy().tolist() == [
        [1, 1, 0, 2],
        [1, 0, 0, 1],
    ]
