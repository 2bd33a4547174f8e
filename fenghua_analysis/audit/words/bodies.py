"""Departments that one document writes in several ways."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from fenghua_analysis.audit.evidence import Evidence
from fenghua_analysis.audit.findings import SOFT, Finding, Place
from fenghua_analysis.audit.words.clauses import bare
from fenghua_analysis.documents import departments

_BRACKET = re.compile(r"\(([^()]{3,80})\)")
_ENDINGS = ("局", "会", "办", "中心", "专班", "院", "委员会", "开发区")
MANY = 300
"""Names of one document that are compared with one another."""


def bodies(documents: Sequence[Evidence]) -> Iterator[Finding]:
    """The names of one department in one document, all in one finding."""
    for evidence in documents:
        named = _named(evidence)
        groups: dict[str, list[str]] = defaultdict(list)
        for name in sorted(list(named)[:MANY], key=len, reverse=True):
            whole = next((known for known in groups if _short_for(name, known)), name)
            groups[whole].append(name)
        several = [names for names in groups.values() if len(names) > 1]
        if several:
            places = tuple(named[name] for names in several for name in names)
            ways = "；".join("、".join(names) for names in several)
            yield Finding("naming", SOFT, "bodies", places, {"ways": ways})


def _named(evidence: Evidence) -> dict[str, Place]:
    """Departments credited in brackets, each with its first place."""
    found: dict[str, Place] = {}
    for paragraph in evidence.document.paragraphs:
        for bracket in _BRACKET.finditer(paragraph.text):
            for name in departments.credited(bracket[1]):
                at = paragraph.text.find(name, bracket.start())
                if name not in found and at >= 0 and name.endswith(_ENDINGS):
                    place = evidence.place_in(paragraph, at, at + len(name))
                    found[name] = place
    return found


def _short_for(short: str, whole: str) -> bool:
    """Whether one name leaves characters of the other out, but not its first or last.

    Examples
    --------
    >>> _short_for("区卫健局", "区卫生健康局"), _short_for("总工会", "区总工会")
    (True, True)
    >>> _short_for("区委办", "区委人才办")
    False
    """
    one, other = bare(short), bare(whole)
    if one == other:
        return short != whole
    if other.endswith(one):
        return len(one) >= 3 and len(other) - len(one) <= 2
    letters = iter(other)
    inside = all(char in letters for char in one)
    return inside and one[:2] == other[:2] and one[-1] == other[-1] and len(one) >= 4
