"""What holds of every audit, whatever the documents."""

from hypothesis import given
from hypothesis import strategies as st

from fenghua_analysis import wording
from fenghua_analysis.audit import Finding, audit
from fenghua_analysis.documents import Document
from tests.audit.numbers import examples

SLIPPED = (
    examples.clean("plan").replace("其他资金3.25", "其他资金2.25"),
    examples.clean("communique").replace("收入比为1.67", "收入比为1.76"),
    examples.clean("progress").replace("合计|18.40", "合计|19.40"),
)


def documents() -> list[Document]:
    return [Document(text, name=f"{n}.txt") for n, text in enumerate(SLIPPED)]


def told(findings: list[Finding]) -> list[str]:
    return [finding.sentence("zh") for finding in findings]


@given(st.permutations(range(len(SLIPPED))))
def test_the_order_of_files_changes_nothing(order: list[int]) -> None:
    texts = documents()
    assert audit([texts[n] for n in order]) == audit(texts)


def test_a_document_beside_itself_says_the_same() -> None:
    for text in documents():
        assert audit([text, text]) == audit([text])


def test_documents_of_several_places_say_together_what_each_says() -> None:
    alone = [finding for text in documents() for finding in audit([text])]
    assert sorted(told(audit(documents()))) == sorted(told(alone))


@given(
    st.text(
        "0123456789.%、，。；：（）一二三其中分别达到万元人个率占比大项", max_size=200
    )
)
def test_any_text_is_audited_and_every_place_quotes_it(text: str) -> None:
    for finding in audit([Document(text, name="any.txt")]):
        for lang in wording.LANGUAGES:
            assert finding.sentence(lang)
        for place in finding.places:
            assert text[place.start : place.end] == place.quote


def test_an_empty_audit_finds_nothing() -> None:
    assert audit([]) == [] == audit([Document("")])
