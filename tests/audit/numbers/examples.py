"""Documents of other places for the tests, and ways to audit a sentence."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from fenghua_analysis.audit import Evidence, Finding, evidence
from fenghua_analysis.audit.numbers.claims import Claim, claims
from fenghua_analysis.audit.numbers.pairs import groups
from fenghua_analysis.documents import Document

FOLDER = Path(__file__).parent / "clean"
NAMES = ("communique", "five_years", "plan", "progress", "work_report")
PLAN = "临湖市2024年政府工作要点"
REPORT = "2023年临湖市国民经济和社会发展统计公报"

Rule = Callable[[Sequence[Evidence]], Iterator[Finding]]


def clean(name: str) -> str:
    """The text of a document in which nothing is wrong."""
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def document(*paragraphs: str, title: str = PLAN, name: str = "doc.txt") -> Document:
    """A document of a title and some paragraphs."""
    return Document("\n\n".join((title, *paragraphs)), name=name)


def on_claims(rule: Callable[[Sequence[Claim]], Iterator[Finding]]) -> Rule:
    """A rule on the claims of one document, as a rule on documents."""
    return lambda read: (f for each in read for f in rule(list(claims(each))))


def on_groups(rule: Callable[[Sequence[Sequence[Claim]]], Iterator[Finding]]) -> Rule:
    """A rule on claims of one thing each, as a rule on documents."""
    return lambda read: rule(groups(claim for each in read for claim in claims(each)))


def found(rule: Rule, *paragraphs: str, title: str = PLAN) -> list[tuple[str, str]]:
    """Key and severity of what one rule finds in some paragraphs."""
    read = [evidence(document(*paragraphs, title=title))]
    return [(finding.key, finding.severity) for finding in rule(read)]


def told(rule: Rule, *paragraphs: str, title: str = PLAN) -> str:
    """What a drafter is told by the one finding of a rule."""
    (finding,) = rule([evidence(document(*paragraphs, title=title))])
    return finding.sentence("zh")
