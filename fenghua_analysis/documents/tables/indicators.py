"""Indicator tables → facts.

A value takes its name from its row, its period and kind from its column, its unit from
wherever one stands: the cell, the name's bracket, a column of units, the title above.
Where rows are regions or years instead of indicators, the columns give the names.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from fenghua_analysis.documents import departments
from fenghua_analysis.documents.context import Setting
from fenghua_analysis.documents.facts import Fact
from fenghua_analysis.documents.grammar import places
from fenghua_analysis.documents.grammar.measures import UNIT
from fenghua_analysis.documents.outline import PATH
from fenghua_analysis.documents.passages import Passage
from fenghua_analysis.documents.tables.cells import Reading, is_value, read_cell
from fenghua_analysis.documents.tables.grids import Cell, Grid
from fenghua_analysis.documents.tables.titles import (
    LONGEST,
    UNIT_BRACKET,
    Title,
    read_title,
)
from fenghua_analysis.documents.targets import CORE
from fenghua_analysis.documents.unread import Unread, unread

_UNIT_NOTE = re.compile(rf"单位:(?P<units>(?:{UNIT})(?:[、,/](?:{UNIT}))*)")
_NUMBERED = re.compile(r"^(?:\d{1,3}[.、](?!\d)|\(\d{1,3}\)|[①-⑳])")
_MONEY = re.compile(r"投资|资金|金额|收入|支出|产值|税|额")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a table inherits from the text above it."""

    setting: Setting
    section: str = ""
    caption: str = ""


def table_facts(grid: Grid, around: Surroundings, *, text: str) -> Iterator[Fact]:
    """The facts of one table; quotes are taken from the whole `text`."""
    titles = [read_title(column.title) for column in grid.columns]
    for row in grid.rows:
        found = list(_row_facts(row, grid, titles=titles, around=around, text=text))
        yield from _linked(found)


def unread_cells(grid: Grid, *, text: str) -> Iterator[Unread]:
    """Cells below a title of values that hold something else."""
    for row in grid.rows:
        for cell, column in zip(row, grid.columns, strict=True):
            if cell and column.role == "value" and not is_value(cell.text):
                yield unread(cell, "no_value", text=text)


@dataclass(frozen=True, slots=True)
class _Label:
    """What a row says of all its values.

    Attributes
    ----------
    cell : the cell that names the row
    name : of the indicator; "" where the columns name it
    """

    cell: Passage
    name: str
    unit: str
    region: str
    period: str
    kind: str
    departments: str
    core: int
    section: str


def _row_facts(
    row: Sequence[Cell],
    grid: Grid,
    *,
    titles: Sequence[Title],
    around: Surroundings,
    text: str,
) -> Iterator[Fact]:
    label = _read_label(row, grid, around)
    if label is None:
        return
    for cell, column, title in zip(row, grid.columns, titles, strict=True):
        if cell is None or column.role != "value" or cell is label.cell:
            continue
        for reading in read_cell(cell.text):
            yield _fact(
                reading, cell, label=label, title=title, around=around, text=text
            )


def _read_label(row: Sequence[Cell], grid: Grid, around: Surroundings) -> _Label | None:
    """The row's own words: its indicator, or the region or period it stands for."""
    cells = {c.role: cell for c, cell in zip(grid.columns, row, strict=True) if cell}
    cell = cells.get("name") or cells.get("region") or next(filter(None, row), None)
    if cell is None:
        return None
    words = _NUMBERED.sub("", cell.text.replace(CORE, "").strip("*☆▲ "))
    words = words[-LONGEST:]
    bracket = UNIT_BRACKET.search(words)
    named, place = cell is cells.get("name"), _text(cells.get("region"))
    title = read_title(words)
    dated = not named and not title.name and bool(title.period or title.kind)
    nameless = dated or (bool(place) and not named)
    return _Label(
        cell=cell,
        name="" if nameless else words[: bracket.start()] if bracket else words,
        unit=bracket["unit"] if bracket else _text(cells.get("unit")),
        region="" if places.is_whole(place) else place,
        period=title.period if dated else "",
        kind=title.kind if dated else "",
        departments=_departments(cells.get("department")),
        core=int(CORE in cell.text),
        section=_section(around, cells.get("area")),
    )


def _text(cell: Cell) -> str:
    return cell.text if cell else ""


def _departments(cell: Cell) -> str:
    return departments.JOIN.join(departments.split(cell.text)) if cell else ""


def _section(around: Surroundings, area: Cell) -> str:
    return PATH.join(filter(None, (around.section, _text(area))))


def _fact(
    reading: Reading,
    cell: Passage,
    *,
    label: _Label,
    title: Title,
    around: Surroundings,
    text: str,
) -> Fact:
    quantity, setting = reading.quantity, around.setting
    start, end = cell.span(reading.start, reading.end)
    period = title.period or label.period
    kind = reading.kind or title.kind or label.kind or _kind(period, setting)
    if not period:
        period = setting.year if kind == "target" else setting.default
    column_region = title.label if places.is_region(title.label) else ""
    stated = quantity.unit if quantity else ""
    return Fact(
        indicator=_indicator(reading, label=label, title=title, around=around),
        value=quantity.value if quantity else None,
        value_high=quantity.value_high if quantity else None,
        comparator=quantity.comparator if quantity else "",
        unit=_unit(stated, label=label, title=title, around=around) if quantity else "",
        year=period,
        region=label.region or column_region or setting.region,
        kind=kind,
        department=label.departments,
        core=label.core,
        quote=text[start:end],
        start=start,
        end=end,
        change=quantity.change if quantity else "",
        section=label.section,
    )


def _indicator(
    reading: Reading, *, label: _Label, title: Title, around: Surroundings
) -> str:
    """The row's name, or the column's where rows are regions or years."""
    own = "" if places.is_region(title.label) else title.name
    if label.name:
        told = title.period or title.kind or title.ratio
        name = label.name + (title.ratio if told else f":{own}" if own else "")
    else:
        name = own or title.label or around.caption
    return name + (f":{reading.part}" if reading.part else "")


def _unit(stated: str, *, label: _Label, title: Title, around: Surroundings) -> str:
    if stated or title.unit or title.ratio:
        return stated or title.unit or "%"
    return label.unit or _noted_unit(title, around)


def _noted_unit(title: Title, around: Surroundings) -> str:
    """The unit above a table; of several, money for sums and the other for counts."""
    note = _UNIT_NOTE.search(around.caption)
    units = re.split(r"[、,]", note["units"]) if note else [""]
    if len(units) == 1:
        return units[0]
    sums = bool(_MONEY.search(title.label))
    return next((unit for unit in units if unit.endswith("元") == sums), "")


def _kind(period: str, setting: Setting) -> str:
    if not setting.promises:
        return "actual"
    return "baseline" if period and setting.year and period < setting.year else "target"


def _linked(found: Sequence[Fact]) -> Iterator[Fact]:
    """Baselines of a row pointed at its target; without a target they just report."""
    targets = {fact.indicator: fact.start for fact in found if fact.kind == "target"}
    for fact in found:
        if fact.kind == "baseline" and fact.indicator in targets:
            yield replace(fact, baseline_of=targets[fact.indicator])
        elif fact.kind == "baseline":
            yield replace(fact, kind="actual")
        else:
            yield fact
