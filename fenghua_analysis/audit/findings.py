"""What an audit finds: one kind, one severity, the places it rests on, one sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from fenghua_analysis import wording
from fenghua_analysis.documents import Document

HARD, SOFT, NOTE = "hard", "soft", "note"
"""Both cannot be true · worth a question · other years or levels say otherwise."""

SEVERITIES = (HARD, SOFT, NOTE)
KINDS = (
    "value_conflict",
    "comparator_conflict",
    "count_mismatch",
    "sum_mismatch",
    "ratio_mismatch",
    "unit_error",
    "missing_value",
    "schedule_conflict",
    "date_conflict",
    "naming",
    "missing_part",
    "duplicate",
    "cross_year",
    "cross_level",
)


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a document on which a finding rests: `text[start:end] == quote`."""

    document: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True)
class Finding:
    """One contradiction, or one question to the drafter.

    Attributes
    ----------
    kind : one of `KINDS`
    severity : one of `SEVERITIES`
    key : key of its sentence, below ``audit.<kind>``
    values : what the sentence names
    places : where it can be seen, the first one first
    """

    kind: str
    severity: str
    key: str
    places: tuple[Place, ...]
    values: Mapping[str, Any] = field(default_factory=dict)

    def sentence(self, lang: str | None = None) -> str:
        """What a drafter is told."""
        said = wording.say(f"audit.{self.kind}.{self.key}", lang, **self.values)
        return single_inside(said)


def single_inside(text: str) -> str:
    """Quotation marks within quotation marks as single ones.

    Examples
    --------
    >>> single_inside("第20项“匠心“蓝”计划”与“文艺”")
    '第20项“匠心‘蓝’计划”与“文艺”'
    """
    depth, marked = 0, []
    for char in text:
        depth -= char == "”"
        marked.append({"“": "‘", "”": "’"}.get(char, char) if depth > 0 else char)
        depth += char == "“"
    return "".join(marked)


def place(document: Document, start: int, end: int) -> Place:
    """The place of a span of a document.

    Examples
    --------
    >>> place(Document("新增托位450个", name="plan.txt"), 4, 8)
    Place(document='plan.txt', start=4, end=8, quote='450个')
    """
    return Place(document.name, start, end, document.text[start:end])
