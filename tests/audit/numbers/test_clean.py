"""Nobody reads a list of false alarms: where nothing is wrong, nothing is found.

Then one slip at a time is planted into the same documents, and is found.
"""

import pytest

from fenghua_analysis.audit import audit
from fenghua_analysis.documents import Document
from tests.audit.numbers import examples

SENTENCES = (examples.FOLDER / "sentences.txt").read_text(encoding="utf-8").splitlines()
SLIPS = (examples.FOLDER / "slips.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("name", examples.NAMES)
def test_nothing_is_found_in_a_clean_document(name: str) -> None:
    assert audit([Document(examples.clean(name), name=name)]) == []


def test_clean_documents_of_three_places_do_not_disturb_each_other() -> None:
    texts = [Document(examples.clean(name), name=name) for name in examples.NAMES]
    assert audit(texts) == []


@pytest.mark.parametrize("sentence", SENTENCES)
def test_nothing_is_found_in_a_sentence_that_is_right(sentence: str) -> None:
    assert audit([examples.document("一、主要目标", sentence)]) == []


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_planted_in_a_clean_document_is_found(slip: str) -> None:
    name, right, wrong, kind, key = slip.split(" → ")
    text = examples.clean(name)
    assert text.count(right) == 1
    findings = audit([Document(text.replace(right, wrong), name=name)])
    assert (kind, key) in {(finding.kind, finding.key) for finding in findings}
    assert len(findings) <= 3  # one slip may show in a sum, a share and a value
