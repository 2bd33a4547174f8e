"""Annexed lists → rows of work items and of their milestones."""

from collections.abc import Iterator
from itertools import chain

from fenghua_analysis.documents import Milestone, WorkItem
from fenghua_analysis.drafting.corrections import corrected
from fenghua_analysis.drafting.reading import READ, Reading, Row
from fenghua_analysis.table import QUOTE

_REFORMS = "改革"
_JOIN = "、"


def list_of(item: WorkItem, reading: Reading) -> str:
    """The list of an item, as the rule or its reviewer has it."""
    return reading.decided("list", item, rule=list_by_rule(item))


def list_by_rule(item: WorkItem) -> str:
    """``reform`` for the items of a list of reforms, ``work`` for all others."""
    return "reform" if _REFORMS in item.list_title else "work"


def work_items(reading: Reading) -> list[Row]:
    """A row each item."""
    return [
        {
            READ: item,
            "list": list_of(item, reading),
            "number": item.number,
            "area": reading.area_of(item),
            "name": item.name,
            "departments": _JOIN.join(item.departments),
            "stated_departments": _JOIN.join(item.stated_departments),
            "offset": item.start,
        }
        for item in reading.items
    ]


def milestones(reading: Reading) -> list[Row]:
    """A row each step of each item's schedule."""
    steps = chain.from_iterable(item.milestones for item in reading.items)
    reviewed = corrected(steps, reading.corrections_of("milestone"))
    by_place = {step.start: step for step in reviewed}
    return [row for item in reading.items for row in _steps(item, by_place, reading)]


def _steps(
    item: WorkItem, reviewed: dict[int, Milestone], reading: Reading
) -> Iterator[Row]:
    steps = [reviewed[s.start] for s in item.milestones if s.start in reviewed]
    year = reading.plan.start
    for number, step in enumerate(steps, start=1):
        stated = reading.document.text[step.start : step.start + len(step.label)]
        yield {
            READ: step,
            "list": list_of(item, reading),
            "number": item.number,
            "step": number,
            "start": f"{year}-{step.first:02d}",
            "end": f"{year}-{step.last:02d}",
            "timing": step.timing,
            "label": stated[:QUOTE].strip(),
            "offset": step.start,
        }
