"""Other cities, other years: the grammar is written for the language.

The texts and their labels were written for these tests before the extraction was run on
them; where the two differ, a person decides which is right.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fenghua_analysis.documents import Document, extract_facts
from tests.documents import unseen
from tests.documents.scoring import COMPARED, score

SENTENCES = Path(__file__).parent / "unseen" / "sentences.txt"
TITLE = "2024年某市民生实事进展情况"


def _sentences() -> Iterator[tuple[str, list[tuple[str, str, str, str]]]]:
    """Each sentence with its (comparator, value, unit, kind)."""
    sentence, stated = "", []
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            parts = [part.replace("—", "") for part in line.strip().split(" · ")]
            stated.append((*parts[:3], parts[3] if len(parts) > 3 else ""))
        elif line and not line.startswith("#"):
            sentence, stated = line, []
        elif sentence:
            yield sentence, stated
            sentence = ""
    if sentence:
        yield sentence, stated


@pytest.mark.parametrize(("sentence", "stated"), list(_sentences()))
def test_a_sentence_states_what_a_careful_reader_finds_in_it(
    sentence: str, stated: list[tuple[str, str, str, str]]
) -> None:
    facts = extract_facts(Document(f"{TITLE}\n\n{sentence}"))
    found = sorted(
        (fact.comparator, "" if fact.value is None else f"{fact.value:g}", fact.unit)
        for fact in facts
    )
    assert found == sorted(label[:3] for label in stated)
    kinds = {(f"{fact.value:g}", fact.kind) for fact in facts if fact.value is not None}
    assert {(label[1], label[3]) for label in stated if label[3]} <= kinds


@pytest.mark.parametrize("name", unseen.NAMES)
def test_a_document_of_another_place_reads_as_labelled(name: str) -> None:
    document = unseen.document(name)
    whole = [[0, len(document.text)]]
    found = score(extract_facts(document), unseen.labels(name), spans=whole)
    assert [label["quote"] for label in found.missed] == []
    assert [fact.quote for fact in found.surplus] == []
    assert found.agreement == dict.fromkeys(COMPARED, 1.0)


@pytest.mark.parametrize("name", unseen.NAMES)
def test_full_width_text_states_the_same_as_half_width(name: str) -> None:
    text = unseen.document(name).text
    wide = text.translate({code: code + 0xFEE0 for code in range(0x30, 0x3A)})
    plain = [(f.value, f.unit, f.kind) for f in extract_facts(Document(text))]
    assert [(f.value, f.unit, f.kind) for f in extract_facts(Document(wide))] == plain
