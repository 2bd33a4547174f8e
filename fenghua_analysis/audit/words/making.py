"""Documents in the making: drafted, revised and issued by the items of a work list."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from fenghua_analysis.audit.evidence import Evidence
from fenghua_analysis.audit.findings import SOFT, Finding, Place
from fenghua_analysis.audit.words import clauses
from fenghua_analysis.audit.words.titles import TITLE
from fenghua_analysis.documents import WorkItem
from fenghua_analysis.documents.passages import Passage

_LIFE = (
    (1, re.compile(r"调研|前期|谋划|启动|开展.{0,4}$")),
    (2, re.compile(r"编制|制定|制订|起草|拟定|形成|修订")),
    (3, re.compile(r"征求|修改|完善|审议")),
    (4, re.compile(r"印发|出台|发布|公布|颁布")),
)
"""What is done with a document, in the order in which it is done."""
_JUDGES = re.compile(r"督察|督查|经验交流|验收|(?<!中期)评估|总结")
_STARTS, _ISSUED = 1, 4
_BEFORE = 14
"""Characters before a title in which its verb stands."""


def making(documents: Sequence[Evidence]) -> Iterator[Finding]:
    """Documents that an item drafts, against the order in which it does so."""
    for evidence in documents:
        drafts: dict[str, list[tuple[WorkItem, Passage]]] = defaultdict(list)
        for item in evidence.items:
            yield from _order(evidence, item)
            yield from _after_the_fact(evidence, item)
            yield from _never_issued(evidence, item)
            for name, passage in _drafted(evidence, item).items():
                drafts[name].append((item, passage))
        for name, found in drafts.items():
            if len({item.departments for item, _ in found}) > 1:
                places = tuple(_whole(evidence, passage) for _, passage in found)
                items = [item for item, _ in found]
                values = {
                    "title": name,
                    "one": items[0].name,
                    "other": items[1].name,
                }
                yield Finding("duplicate", SOFT, "drafted_twice", places, values)


def _order(evidence: Evidence, item: WorkItem) -> Iterator[Finding]:
    """A document is drafted after it has been issued."""
    issued: dict[str, tuple[int, str, Passage]] = {}
    for step in clauses.steps(evidence, item):
        for name, level, passage in _made(step.passage):
            earlier = issued.get(name)
            if level == _ISSUED:
                issued.setdefault(
                    name, (step.milestone.last, step.milestone.timing, passage)
                )
            elif earlier and step.milestone.first > earlier[0]:
                places = (_whole(evidence, earlier[2]), _whole(evidence, passage))
                values = {
                    "number": item.number,
                    "name": item.name,
                    "title": name,
                    "above": earlier[1],
                    "below": step.milestone.timing,
                }
                yield Finding("date_conflict", SOFT, "drafted_after", places, values)


def _after_the_fact(evidence: Evidence, item: WorkItem) -> Iterator[Finding]:
    """A document that the item rests on is drafted when its work is already judged."""
    basis = {
        title[1]
        for cell in clauses.texts(evidence, item)
        for title in TITLE.finditer(cell.text)
    }
    judged: tuple[str, Passage] | None = None
    drafted: set[str] = set()
    for step in clauses.steps(evidence, item):
        for name, _, passage in _made(step.passage):
            if judged and name in basis and name not in drafted:
                timing, judging = judged
                values = {
                    "number": item.number,
                    "name": item.name,
                    "title": name,
                    "above": timing,
                    "below": step.milestone.timing,
                }
                places = (_whole(evidence, judging), _whole(evidence, passage))
                yield Finding("date_conflict", SOFT, "after_the_fact", places, values)
            drafted.add(name)
        for clause in clauses.clauses(step.passage):
            if _JUDGES.search(clause.text) and "《" not in clause.text:
                judged = judged or (step.milestone.timing, clause)


def _never_issued(evidence: Evidence, item: WorkItem) -> Iterator[Finding]:
    """The cells issue a document that the schedule only starts to draft."""
    planned: dict[str, tuple[int, Passage]] = {}
    for step in clauses.steps(evidence, item):
        for name, level, passage in _made(step.passage):
            if level >= planned.get(name, (0, passage))[0]:
                planned[name] = (level, passage)
    for cell in clauses.texts(evidence, item):
        for name, level, passage in _made(cell):
            reached, step_passage = planned.get(name, (_ISSUED, passage))
            if level == _ISSUED and reached <= _STARTS:
                places = (_whole(evidence, passage), _whole(evidence, step_passage))
                values = {"number": item.number, "name": item.name, "title": name}
                yield Finding("schedule_conflict", SOFT, "never_issued", places, values)


def _drafted(evidence: Evidence, item: WorkItem) -> dict[str, Passage]:
    """The documents that the schedule of an item drafts or issues."""
    return {
        name: passage
        for step in clauses.steps(evidence, item)
        for name, _, passage in _made(step.passage)
    }


def _made(passage: Passage) -> Iterator[tuple[str, int, Passage]]:
    """Each document that a passage names with a verb of its making."""
    for found in TITLE.finditer(passage.text):
        start = max(0, found.start() - _BEFORE)
        before = re.split(r"[,。;:、》]", passage.text[start : found.start()])[-1]
        behind = re.match(r"[^,。;:、《]{0,8}", passage.text[found.end() :])
        words = before + (behind.group() if behind else "")
        level = next((n for n, verb in _LIFE if verb.search(words)), 0)
        if level:
            yield found[1], level, passage[found.start() - len(before) : found.end()]


def _whole(evidence: Evidence, passage: Passage) -> Place:
    return evidence.place_in(passage, 0, len(passage.text))
