"""Schedules that contradict themselves, or leave out what the target promises."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fenghua_analysis.audit.evidence import Evidence
from fenghua_analysis.audit.findings import HARD, SOFT, Finding, Place
from fenghua_analysis.audit.words import clauses
from fenghua_analysis.audit.words.clauses import Step
from fenghua_analysis.documents import Fact, WorkItem
from fenghua_analysis.documents.passages import PLAIN, Passage

KIND = "schedule_conflict"
DECEMBER = 12

_BY_YEAR_END = re.compile(r"年底|年末|全年|12月")
_DEADLINE = re.compile(r"(?<!\d)(\d{1,2})月(?:底|末)?(?:之?前)")
_DATED = re.compile(r"(?:年底|年末|(?<!\d)\d{1,2}月(?:底|末)?)之?前")
_ONE_OFF = re.compile(r"召开|举办|建成|印发|出台|成立|开工|清零|竣工|投用|启用|交付")
_ENDS = re.compile(r"完成|验收|总结|评估|评定|考核|反馈|投用|使用|建成|评价|兑现|签约")
_ONCE = re.compile(r"^(?:成立|组建|印发|出台|建成|开工|动工|揭牌|挂牌|签订|签署|召开)")
_AGAIN = re.compile(
    r"第[一二三四五六七八九十\d]|[每各再]|季度|批|次|期|例会|系列|持续|常态"
)
EARLY = 10
"""A schedule whose last month is this or an earlier one leaves the year's end open."""
SAME = 4
"""Characters that a target and a step share when they speak of the same thing."""
LONG = 10
"""Words that are the same by chance are shorter than this."""


def schedules(documents: Sequence[Evidence]) -> Iterator[Finding]:
    """Each item's schedule, held against itself and against the target cell."""
    for evidence in documents:
        starts = [fact.start for fact in evidence.facts]
        for item in evidence.items:
            steps = clauses.steps(evidence, item)
            for rule in _RULES if steps else ():
                yield from rule(evidence, item, steps)
            first, last = (bisect_left(starts, at) for at in (item.start, item.end))
            yield from _short(evidence, item, evidence.facts[first:last])


def _ends_early(
    evidence: Evidence, item: WorkItem, steps: Sequence[Step]
) -> Iterator[Finding]:
    """Nothing is planned for the last months, though the year is not over."""
    last = max(steps, key=lambda step: step.milestone.last)
    month = last.milestone.last
    aims = clauses.aims(evidence, item)
    due = next((aim for aim in aims if _BY_YEAR_END.search(aim.text)), None)
    open_end = month <= EARLY and not _ENDS.search(last.passage.text)
    if month < DECEMBER and (open_end or (due and month <= EARLY)):
        places = [_timed(evidence, last)]
        if due:
            places = [_whole(evidence, due), *places]
        key = "ends_early" if due else "no_end"
        yield _finding(key, SOFT, item, places, month=month)


def _runs_backward(
    evidence: Evidence, item: WorkItem, steps: Sequence[Step]
) -> Iterator[Finding]:
    """A step that begins and ends before the one above it."""
    dated = [step for step in steps if not _all_year(step)]
    if any(_labelled(evidence, step) for step in dated):
        return  # several schedules in one cell, each under a label of its own
    for above, below in pairwise(dated):
        one, other = above.milestone, below.milestone
        if other.last < one.first or (
            other.last < one.last and other.first < one.first
        ):
            places = (_timed(evidence, above), _timed(evidence, below))
            timings = {"above": one.timing, "below": other.timing}
            yield _finding("backward", SOFT, item, places, **timings)


def _done_twice(
    evidence: Evidence, item: WorkItem, steps: Sequence[Step]
) -> Iterator[Finding]:
    """What can be done once only stands in two steps: it has two dates."""
    seen: dict[str, tuple[Step, Passage]] = {}
    for step in steps:
        for clause in clauses.clauses(step.passage):
            words = clauses.bare(clause.text)
            if len(words) < LONG or not _ONCE.match(words) or _AGAIN.search(words):
                continue
            first, stated = seen.setdefault(words, (step, clause))
            if first.milestone.last != step.milestone.last:
                timings = {
                    "above": first.milestone.timing,
                    "below": step.milestone.timing,
                    "words": clause.text,
                }
                places = (_whole(evidence, stated), _whole(evidence, clause))
                yield _finding("twice", HARD, item, places, **timings)


def _late(
    evidence: Evidence, item: WorkItem, steps: Sequence[Step]
) -> Iterator[Finding]:
    """The target is due in a month before the step that does it begins."""
    for aim in clauses.aims(evidence, item):
        due = _DEADLINE.search(aim.text)
        if not due or not 1 <= int(due[1]) <= DECEMBER:
            continue
        for step in steps:
            for clause in clauses.clauses(step.passage):
                shared = clauses.common(
                    clauses.bare(aim.text), clauses.bare(clause.text)
                )
                if len(shared) >= 6 and step.milestone.first > int(due[1]):
                    places = (_whole(evidence, aim), _timed(evidence, step))
                    named = {"due": due.group(), "timing": step.milestone.timing}
                    yield _finding("late", HARD, item, places, **named)


def _short(
    evidence: Evidence, item: WorkItem, facts: Sequence[Fact]
) -> Iterator[Finding]:
    """The last figure of the schedule falls short of the target's."""
    for goal in item.goals:
        staged = [fact for fact in facts if _stages(fact, goal, item)]
        if not staged or goal.value is None:
            continue
        last = max(staged, key=lambda fact: _month(fact, item))
        if _month(last, item) == DECEMBER and (last.value or 0) < goal.value:
            places = (evidence.place_of(goal), evidence.place_of(last))
            values = {"goal": goal.quote, "last": last.quote, "what": goal.indicator}
            yield _finding("short", HARD, item, places, **values)


def _missing(
    evidence: Evidence, item: WorkItem, steps: Sequence[Step]
) -> Iterator[Finding]:
    """The target names a day for what no step of the schedule speaks of."""
    said = [clauses.bare(step.passage.text) for step in steps]
    for aim in clauses.aims(evidence, item):
        words = clauses.bare(aim.text)
        due = _DATED.search(words)
        if due and _ONE_OFF.search(words):
            rest = words.replace(due.group(), "")
            if not any(len(clauses.common(rest, step)) >= SAME for step in said):
                place = _whole(evidence, aim)
                yield _finding("missing", SOFT, item, [place], due=due.group())


def _stages(fact: Fact, goal: Fact, item: WorkItem) -> bool:
    """Whether a fact of the schedule counts the same thing as a goal."""
    same = (fact.indicator, fact.unit) == (goal.indicator, goal.unit)
    upward = {fact.comparator, goal.comparator} <= {"eq", "ge"}
    return same and upward and fact.value is not None and _month(fact, item) > 0


def _month(fact: Fact, item: WorkItem) -> int:
    """The last month of the step in which a fact stands; 0 outside the schedule."""
    return next((m.last for m in item.milestones if m.start <= fact.start < m.end), 0)


def _all_year(step: Step) -> bool:
    return (step.milestone.first, step.milestone.last) == (1, DECEMBER)


def _labelled(evidence: Evidence, step: Step) -> bool:
    return ":" in _before(evidence, step).translate(PLAIN)[:-1]


def _timed(evidence: Evidence, step: Step) -> Place:
    """A step with the timing in front of it."""
    start = step.milestone.start - len(_before(evidence, step))
    return evidence.place(start, step.milestone.end)


def _before(evidence: Evidence, step: Step) -> str:
    """What stands between the last stop and the words of a step: its timing."""
    start = step.milestone.start
    before = evidence.document.text[max(0, start - LONG) : start]
    return re.split(r"[\s。;；.,，]", before)[-1]


def _whole(evidence: Evidence, passage: Passage) -> Place:
    return evidence.place_in(passage, 0, len(passage.text))


def _finding(
    key: str,
    severity: str,
    item: WorkItem,
    places: Sequence[Place],
    **values: str | int,
) -> Finding:
    named = {"number": item.number, "name": item.name}
    kind = "date_conflict" if key == "twice" else KIND
    return Finding(kind, severity, key, tuple(places), named | values)


_RULES = (_ends_early, _runs_backward, _done_twice, _late, _missing)
