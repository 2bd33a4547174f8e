"""Annexed lists of work: items with departments, goals and a schedule.

An item fills one row: its name with the departments in brackets, then the cells
目标体系, 工作体系, 政策体系, 评价体系 and 进度安排; any of them may be empty. `lists`
finds the rows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fenghua_analysis.documents import departments, schedule
from fenghua_analysis.documents.facts import Fact
from fenghua_analysis.documents.lists.flattened import NAME
from fenghua_analysis.documents.lists.row import Row
from fenghua_analysis.documents.passages import Passage
from fenghua_analysis.documents.schedule import Milestone


@dataclass(frozen=True)
class WorkItem:
    """One item of an annexed list, as the document states it.

    Attributes
    ----------
    list_title : title of the list
    stated_departments, departments : as written; under one name each
    cells : column title → span of its text in the document; None when it is empty
    goals : facts of its target cell, by its title, or else of its first cell
    start : where its row begins, list number included
    """

    list_title: str
    number: int
    section: str
    section_count: int | None
    name: str
    stated_departments: tuple[str, ...]
    departments: tuple[str, ...]
    cells: Mapping[str, tuple[int, int] | None]
    milestones: tuple[Milestone, ...]
    goals: tuple[Fact, ...]
    start: int
    end: int

    def is_goal(self, at: int) -> bool:
        """Whether what stands at an offset stands in the target cell."""
        titles = [*(title for title in self.cells if "目标" in title), *self.cells]
        span = self.cells[titles[0]] if titles else None
        return span is not None and span[0] <= at < span[1]


def work_item(row: Row, *, list_title: str) -> WorkItem:
    """A row read: departments as stated, milestones; goals are added later."""
    named = None if row.departments else NAME.fullmatch(row.name.text)
    credits = row.departments or (named["departments"] if named else "")
    stated = departments.split(credits)
    spans = {title: _span(cell) for title, cell in row.cells.items()}
    filled = [span[1] for span in spans.values() if span]
    return WorkItem(
        list_title=list_title,
        number=row.number,
        section=row.section,
        section_count=row.section_count,
        name=named["name"] if named else row.name.text,
        stated_departments=stated,
        departments=stated,
        cells=spans,
        milestones=schedule.milestones(schedule.cell_of(row.cells)),
        goals=(),
        start=row.start,
        end=max(filled, default=row.name.offsets[-1] + 1),
    )


def _span(cell: Sequence[Passage]) -> tuple[int, int] | None:
    return (cell[0].offsets[0], cell[-1].offsets[-1] + 1) if cell else None
