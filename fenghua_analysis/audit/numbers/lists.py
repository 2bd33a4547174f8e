"""Lists of work against what is announced of them.

A section heading says how many items follow it, the text how many the list holds and
in how many parts. All three are counted.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from fenghua_analysis.audit.evidence import Evidence
from fenghua_analysis.audit.findings import HARD, SOFT, Finding, Place
from fenghua_analysis.audit.numbers.counts import NUMERAL, number
from fenghua_analysis.audit.numbers.names import read_name
from fenghua_analysis.documents import Fact, WorkItem

_PARTS = re.compile(
    rf"{NUMERAL}(?:大|个)?(?:[\u4e00-\u9fff]{{0,6}}?)(?:方面|领域|板块|类别|部分|篇章)"
)
_OF_ITEMS = frozenset("项个条件")
SHORTEST_TITLE = 3


def lists(read: Sequence[Evidence]) -> Iterator[Finding]:
    """Lists that hold more or fewer items or sections than announced."""
    for evidence in read:
        yield from _sections(evidence)
        yield from _announced(evidence)


def _sections(evidence: Evidence) -> Iterator[Finding]:
    """经济发展(8项), with nine items below it."""
    for _, listed in groupby(evidence.items, key=lambda i: (i.list_title, i.section)):
        items = list(listed)
        announced = items[0].section_count
        if announced is None or announced == len(items):
            continue
        yield Finding(
            kind="count_mismatch",
            severity=HARD,
            key="section",
            places=(
                _section_place(evidence, items[0]),
                _item_place(evidence, items[-1]),
            ),
            values={
                "section": items[0].section,
                "announced": announced,
                "found": len(items),
                "first": items[0].number,
                "last": items[-1].number,
            },
        )


def _section_place(evidence: Evidence, item: WorkItem) -> Place:
    """The heading row above the first item of a section."""
    text, section = evidence.document.text, item.section
    at = text.rfind(section, 0, item.start)
    end = text.find("\n", at) if at >= 0 else -1
    return evidence.place(at, end) if at >= 0 < end else _item_place(evidence, item)


def _item_place(evidence: Evidence, item: WorkItem) -> Place:
    start = evidence.document.text.find(item.name, item.start)
    found = start if 0 <= start < item.end else item.start
    return evidence.place(found, min(found + len(item.name), item.end))


def _announced(evidence: Evidence) -> Iterator[Finding]:
    """73项重点工作 in the text, against the list of them."""
    listed: dict[str, list[WorkItem]] = defaultdict(list)
    for item in evidence.items:
        listed[item.list_title].append(item)
    for title, items in listed.items():
        facts = [
            fact
            for fact in evidence.facts
            if _announces(fact, title, before=items[0].start)
        ]
        if facts:
            yield from _total(items, facts, evidence=evidence)
            yield from _parts(items, facts, evidence=evidence)


def _announces(fact: Fact, title: str, *, before: int) -> bool:
    if fact.unit not in _OF_ITEMS or fact.comparator != "eq" or fact.start >= before:
        return False
    name = read_name(fact.indicator).core
    return len(name) >= SHORTEST_TITLE and name in read_name(title).core


def _total(
    items: Sequence[WorkItem], facts: Sequence[Fact], *, evidence: Evidence
) -> Iterator[Finding]:
    """Items announced, items that follow, and the sum of the section headings."""
    announced = int(facts[0].value or 0)
    headings = {item.section: item.section_count for item in items}
    stated = [count for count in headings.values() if count is not None]
    summed = sum(stated) if len(stated) == len(headings) else announced
    if len(items) == announced == summed:
        return
    yield Finding(
        kind="count_mismatch" if len(items) != announced else "sum_mismatch",
        severity=HARD,
        key="list" if len(items) != announced else "headings",
        places=tuple(evidence.place_of(fact) for fact in facts),
        values={
            "name": facts[0].indicator,
            "announced": announced,
            "found": len(items),
            "parts": "+".join(str(count) for count in stated),
            "sum": summed,
        },
    )


def _parts(
    items: Sequence[WorkItem], facts: Sequence[Fact], *, evidence: Evidence
) -> Iterator[Finding]:
    """“5方面…41项重大改革”, and a list of these in six sections."""
    sections = [name for name in dict.fromkeys(item.section for item in items) if name]
    for fact in facts:
        stretch = evidence.stretch_at(fact.start)
        announced = list(_PARTS.finditer(stretch.passage.text)) if stretch else []
        if not stretch or not sections or len(announced) != 1:
            continue
        said = announced[0]
        if number(said["n"]) == len(sections):
            continue
        named = any(name in stretch.passage.text for name in sections)
        yield Finding(
            kind="count_mismatch",
            severity=HARD if named else SOFT,
            key="sections",
            places=(
                evidence.place_in(stretch.passage, said.start(), said.end()),
                *(_section_place(evidence, _first(items, name)) for name in sections),
            ),
            values={
                "announced": said.group(),
                "name": fact.indicator,
                "found": len(sections),
                "sections": "、".join(sections),
            },
        )


def _first(items: Sequence[WorkItem], section: str) -> WorkItem:
    return next(item for item in items if item.section == section)
