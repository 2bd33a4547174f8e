"""Scores extracted facts against hand-made labels, as docs on reading documents say.

A fact matches a label when their spans overlap and their values are equal; comparator,
unit, kind, year, core and department are then compared among the matches.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from fenghua_analysis.documents import Fact

Label = dict[str, str]
COMPARED = (
    "comparator",
    "unit",
    "kind",
    "year",
    "region",
    "core",
    "department",
    "change",
)


@dataclass(frozen=True)
class Score:
    """Matches, what was missed and what was found without a label.

    Attributes
    ----------
    agreement : field → share of the matches in which fact and label agree
    """

    matches: list[tuple[Label, Fact]]
    missed: list[Label]
    surplus: list[Fact]
    agreement: dict[str, float]

    @property
    def recall(self) -> float:
        return len(self.matches) / (len(self.matches) + len(self.missed) or 1)

    @property
    def precision(self) -> float:
        return len(self.matches) / (len(self.matches) + len(self.surplus) or 1)


def score(
    facts: Sequence[Fact], labels: Sequence[Label], *, spans: Sequence[list[int]]
) -> Score:
    """Compare facts with labels, which are exhaustive inside `spans`."""
    left = [fact for fact in facts if any(a <= fact.start < b for a, b in spans)]
    matches, missed = [], []
    for label in labels:
        fact = next((fact for fact in left if _match(fact, label)), None)
        if fact is not None:
            left.remove(fact)
        if "optional" in label.get("note", ""):
            continue
        if fact is None:
            missed.append(label)
        else:
            matches.append((label, fact))
    agreement = {
        name: sum(_agree(fact, label, name) for label, fact in matches)
        / (len(matches) or 1)
        for name in COMPARED
    }
    return Score(matches, missed, left, agreement)


def disagreements(found: Score, name: str) -> list[tuple[Label, Fact]]:
    """The matches that differ in one field."""
    return [
        (label, fact) for label, fact in found.matches if not _agree(fact, label, name)
    ]


def _match(fact: Fact, label: Label) -> bool:
    start = int(label["offset"])
    if not (fact.start < start + len(label["quote"]) and start < fact.end):
        return False
    value = float(label["value"]) if label["value"] else None
    return fact.value == value


def _agree(fact: Fact, label: Label, name: str) -> bool:
    expected, stated = label.get(name, ""), str(getattr(fact, name))
    if name == "comparator":
        return stated in (expected, label.get("comparator_alt") or expected)
    if name in ("kind", "region") and not expected.strip():
        return True
    if name == "kind" and fact.value is None:
        # Labels call a promise without a number a target; the contract tells it apart.
        return fact.kind in ("delegated", "qualitative", expected)
    if name == "year":
        return stated.replace("-", "") == expected.replace("-", "")
    return stated == expected
