"""Decisions → rows: the drafting of the documents that ship, with the reviewer's say.

The document is read anew; what the reviewer changed becomes its corrections. What the
drafting then says must be what the rows of the workbook show.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from fenghua_analysis import table
from fenghua_analysis.documents import Fact
from fenghua_analysis.drafting import (
    READ,
    REVIEWER,
    Reading,
    draft_opinions,
    drafted,
    framed,
)
from fenghua_analysis.drafting.corrections import reviewed
from fenghua_analysis.drafting.placing import tables
from fenghua_analysis.errors import Problem
from fenghua_analysis.registry import Registry
from fenghua_analysis.review import layout
from fenghua_analysis.review.decisions import Line
from fenghua_analysis.review.layout import NONE
from fenghua_analysis.review.subject import Subject
from fenghua_analysis.supply.documents.changes import (
    Change,
    Decided,
    corrections,
    field_changes,
    row_changes,
    shown,
    told,
)
from fenghua_analysis.supply.documents.form import Origin
from fenghua_analysis.supply.documents.names import Lines, Names
from fenghua_analysis.supply.documents.rows import Drafted


class Making:
    """Rows being made of decisions; `problems` grows on the way."""

    def __init__(
        self, lines: Lines, registry: Registry, origin: Origin, names: Names
    ) -> None:
        self.lines = lines
        self.registry = registry
        self.origin = origin
        self.names = names
        self.problems: list[Problem] = []

    def tables(self, subject: Subject) -> list[Drafted]:
        """The rows of every table that a document may add to."""
        plan = self.origin.plan or subject.machine.plan
        read = replace(
            subject.machine,
            source=self.origin.source.id,
            plan=replace(plan, region=self.origin.region),
            vocabulary=self.names.vocabulary,
        )
        decided = self._decided(read)
        changes = [
            change
            for pairs in decided.values()
            for change in field_changes(
                pairs, read, names=self.names, registry=self.registry
            )
        ]
        fields = _with(read, changes)
        accepted = list(_accepted(decided, fields))
        kept = [(record, line) for record, line in accepted if record is not None]
        changes += row_changes(kept, fields, names=self.names)
        reading = _with(read, changes)
        self.problems += _unlike(accepted, reading, self.names)
        made = [*self._drafted(reading, kept), self._opinions(reading)]
        recorded = [change for change in changes if change.is_recorded]
        return [*made, self._corrections(recorded), *self._vocabulary(made)]

    def _decided(self, read: Reading) -> dict[str, list[Decided]]:
        """Every record with its row; steps only of items that were accepted."""
        machine = read.machine
        items = _beside(machine.items, self.lines[layout.ITEMS.name])
        steps = [step for item in machine.items for step in item.milestones]
        beside = _beside(steps, self.lines[layout.MILESTONES.name])
        staying = {
            step.start
            for item, line in items
            if line and line.is_accepted
            for step in item.milestones
        }
        for step, line in beside:
            if line and line.is_accepted and step.start not in staying:
                self.problems.append(line.problem("without_item", "verdict"))
        return {
            "fact": _beside(machine.facts, self.lines[layout.FACTS.name]),
            "item": items,
            "milestone": [pair for pair in beside if pair[0].start in staying],
        }

    def _drafted(
        self, reading: Reading, kept: Sequence[tuple[Any, Line]]
    ) -> Iterator[Drafted]:
        lines = {_mark(record): line for record, line in kept}
        for declared, rows in drafted(reading).items():
            beside = [lines[_mark(row[READ])] for row in rows]
            frame = framed(rows, declared, reading)
            for column in REVIEWER.get(declared.name, ()):
                frame[column] = [
                    line.cells.get(column) or _usual(column, row["name"])
                    for line, row in zip(beside, rows, strict=True)
                ]
            yield Drafted(declared, frame, beside)

    def _opinions(self, reading: Reading) -> Drafted:
        accepted = [one for one in self.lines[layout.OPINIONS.name] if one.is_accepted]
        if not accepted:
            return Drafted(table.OPINIONS, table.OPINIONS.empty(), [])
        source, region = self.origin.source.id, self.origin.region
        rows = draft_opinions(reading.document, source=source, region=region)
        rows = rows.iloc[[line.number - 1 for line in accepted]]
        titles = [one.cells["title_en"] or one.cells["title"] for one in accepted]
        heads = [one.cells["heading_en"] or one.cells["heading"] for one in accepted]
        bodies = [told(line, "departments", self.names) or "" for line in accepted]
        rows = rows.assign(report_en=titles, heading_en=heads, departments=bodies)
        return Drafted(table.OPINIONS, rows.reset_index(drop=True), accepted)

    def _corrections(self, changes: Sequence[Change]) -> Drafted:
        source, held = self.origin.source.id, self.registry.corrections
        own = held[held.source == source]
        # Of two rows at one place that ask for the same, one is enough.
        by_key = {change.key: change for change in changes}
        rows = corrections(list(by_key.values()), own, source=source)
        lines = [change.line for change in by_key.values()]
        return Drafted(table.CORRECTIONS, rows, lines)

    def _vocabulary(self, made: Sequence[Drafted]) -> Iterator[Drafted]:
        """New areas and departments, as far as the rows use them."""
        areas = _used(made, "area") | {
            one.area for one, _ in self.names.indicators.values()
        }
        bodies = _used(made, "department") | _used(made, "departments")
        for declared, rows, used in (
            (table.AREAS, self.names.areas, areas),
            (table.DEPARTMENTS, self.names.departments, bodies),
        ):
            chosen = [row for row in rows.values() if row[declared.key[0]] in used]
            frame = pd.DataFrame(chosen, columns=declared.names)
            yield Drafted(declared, frame, [None] * len(chosen))


def _beside(records: Sequence[Any], lines: Sequence[Line]) -> list[Decided]:
    """Records with their rows, whose numbers count them from 1."""
    by_number = {line.number: line for line in lines}
    return [(one, by_number.get(n)) for n, one in enumerate(records, start=1)]


def _accepted(
    decided: Mapping[str, Sequence[Decided]], reading: Reading
) -> Iterator[tuple[Any, Line]]:
    """What was accepted, as corrected; None where another row leaves it out."""
    for kind, pairs in decided.items():
        records = [record for record, _ in pairs]
        corrected = reviewed(records, reading.corrections_of(kind))
        for record, (_, line) in zip(corrected, pairs, strict=True):
            if line is not None and line.is_accepted:
                yield record, line


def _with(read: Reading, changes: Sequence[Change]) -> Reading:
    """The reading with changes as its corrections, recorded or not."""
    rows = [
        {
            **{"source": read.source, "record": c.record, "offset": c.offset},
            **{"column": c.column, "extracted": c.extracted, "reviewed": c.reviewed},
        }
        for c in changes
    ]
    frame = pd.DataFrame(rows, columns=table.CORRECTIONS.names)
    return replace(read, corrections=frame)


def _unlike(
    accepted: Sequence[tuple[Any, Line]], reading: Reading, names: Names
) -> Iterator[Problem]:
    """Rows that come out otherwise: two at one place ask for different things."""
    chosen = tables(reading)
    for record, line in accepted:
        now = {} if record is None else shown(record, reading)
        wanted = {column: told(line, column, names) for column in now}
        unlike = [c for c in now if (now[c] or "") != (wanted[c] or "")]
        if isinstance(record, Fact):
            table_now = chosen.get(record, "") or NONE
            unlike += ["table"] if table_now != line.cells["table"] else []
        if record is None or unlike:
            column = unlike[0] if unlike else "verdict"
            yield line.problem("shared_place", column, line.cells.get(column))


def _mark(record: Any) -> Any:
    """What tells a record from others: facts may share a place, others do not."""
    return record if isinstance(record, Fact) else (type(record), record.start)


def _usual(column: str, name: str) -> str:
    """What stands in a reviewer's column that is left blank."""
    return name if column == "name_en" else ""


def _used(made: Sequence[Drafted], column: str) -> set[str]:
    """Every id that the rows name in a column."""
    cells = (cell for one in made if column in one.rows for cell in one.rows[column])
    return {name for cell in cells for name in str(cell).split("、")}
