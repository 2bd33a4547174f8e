"""A whole document → its facts, its work items and what was not understood.

Blocks are read from top to bottom; the outline carries headings from prose into the
tables and lists below it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from fenghua_analysis.documents import context, departments, passages, schedule
from fenghua_analysis.documents.blocks import Block, blocks
from fenghua_analysis.documents.context import Setting
from fenghua_analysis.documents.facts import Fact
from fenghua_analysis.documents.grammar.clauses import read_line
from fenghua_analysis.documents.lists import Row, rows
from fenghua_analysis.documents.outline import PATH, Outline, Section
from fenghua_analysis.documents.reading import Document
from fenghua_analysis.documents.tables import flattened, grids
from fenghua_analysis.documents.tables.grids import Grid
from fenghua_analysis.documents.tables.indicators import (
    Surroundings,
    table_facts,
)
from fenghua_analysis.documents.tables.phrases import unread_cells
from fenghua_analysis.documents.targets import Stretch, prose_facts
from fenghua_analysis.documents.unread import Unread, unread, unread_numbers
from fenghua_analysis.documents.work_items import WorkItem, work_item


class Reader:
    """Reads one document and keeps what it finds, in the order of the text.

    Parameters
    ----------
    aliases : other names of departments → canonical names
    """

    def __init__(
        self, document: Document, *, setting: Setting, aliases: Mapping[str, str]
    ) -> None:
        self.text = document.text
        self.setting = setting
        self.aliases = aliases
        self.outline = Outline()
        self.above: list[str] = []
        self.facts: list[Fact] = []
        self.items: list[WorkItem] = []
        self.unread: list[Unread] = []
        self.stretches: list[Stretch] = []
        self.grids: list[Grid] = []
        for block in blocks(document.lines):
            getattr(self, f"_read_{block.kind}")(block)

    @cached_property
    def _level(self) -> str:
        return departments.level_of(self.text)

    def _unified(self, names: Sequence[str]) -> tuple[str, ...]:
        return departments.unify(names, aliases=self.aliases, level=self._level)

    def _read_prose(self, block: Block) -> None:
        sections = [
            self.outline.enter(passage) for passage in passages.paragraphs(block.lines)
        ]
        for section, names in zip(sections, _answerable(sections), strict=True):
            setting = context.under(self.setting, section.headings)
            self._read_passage(Stretch(section.passage, setting, section.path, names))
            self.above = [*self.above, section.passage.text][-2:]

    def _read_passage(self, stretch: Stretch) -> None:
        self.stretches.append(stretch)
        if stretch.passage.text == self.setting.title:
            return  # 十件实事, 三年行动: a title names and states nothing
        line = read_line(stretch.passage.text)
        for fact in prose_facts(stretch, line=line, text=self.text):
            self._keep(fact)
        self.unread += unread_numbers(line, stretch.passage, text=self.text)

    def _keep(self, fact: Fact) -> None:
        names = self._unified(departments.split(fact.department))
        self.facts.append(replace(fact, department=departments.JOIN.join(names)))

    def _read_table(self, block: Block) -> None:
        around = Surroundings(
            setting=context.under(self.setting, self.outline.headings),
            section=PATH.join(self.outline.headings),
            caption=" ".join(self.above),
        )
        header, body = block.lines[: block.header], block.lines[block.header :]
        found = (
            grids.delimited(body, block.delimiter)
            if block.delimiter
            else [flattened.rebuilt(body, header=header)]
        )
        for grid in found:
            self.grids.append(grid)
            for fact in table_facts(grid, around, text=self.text):
                self._keep(fact)
            self.unread += unread_cells(grid, text=self.text)

    def _read_list(self, block: Block) -> None:
        headings = self.outline.headings
        for row in rows(block):
            item = work_item(row, list_title=headings[-1] if headings else "")
            item = replace(item, departments=self._unified(item.stated_departments))
            first = len(self.facts)
            self._read_row(row, item)
            goals = [f for f in self.facts[first:] if item.is_goal(f.start)]
            self.items.append(replace(item, goals=tuple(goals)))
            if not item.milestones and any(map(schedule.is_schedule, row.cells)):
                self.unread += self._without_dates(row)

    def _read_row(self, row: Row, item: WorkItem) -> None:
        headings = self.outline.headings
        setting = context.under(self.setting, headings)
        for title, cell in row.cells.items():
            above = (*headings, row.section, f"{row.number}.{item.name}", title)
            path = PATH.join(part for part in above if part)
            for passage in cell:
                self._read_passage(Stretch(passage, setting, path, item.departments))

    def _without_dates(self, row: Row) -> Iterator[Unread]:
        cells = [row.name, *schedule.cell_of(row.cells)]
        yield unread(cells[-1], "no_timing", text=self.text)


def _answerable(sections: Sequence[Section]) -> list[tuple[str, ...]]:
    """Departments on a line of their own answer for the paragraphs above it.

    They do so up to the heading that opens the section.
    """
    names: tuple[str, ...] = ()
    found = []
    for section in reversed(sections):
        own = departments.credit_line(section.passage.text)
        names = own or names
        found.append(names)
        if section.opens and not own:
            names = ()
    return found[::-1]
