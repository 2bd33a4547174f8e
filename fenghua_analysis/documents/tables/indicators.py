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
from fenghua_analysis.documents.grammar.dating import last_year
from fenghua_analysis.documents.grammar.quantities import Quantity
from fenghua_analysis.documents.outline import PATH
from fenghua_analysis.documents.passages import Passage
from fenghua_analysis.documents.tables.cells import Reading, read_cell
from fenghua_analysis.documents.tables.grids import Cell, Grid
from fenghua_analysis.documents.tables.phrases import phrase_facts
from fenghua_analysis.documents.tables.titles import (
    LONGEST,
    UNIT_BRACKET,
    Title,
    read_title,
)
from fenghua_analysis.documents.tables.units import noted_unit
from fenghua_analysis.documents.targets import CORE, Stretch

_NUMBERED = re.compile(r"^(?:\d{1,3}[.、](?!\d)|\(\d{1,3}\)|[①-⑳])")
_COMPARED = re.compile("同比|[比较与](?:上年|去年)(?:同期)?")
_GROWTH = re.compile("增[长减速幅]")
_PROMISED = frozenset(("target", "delegated", "qualitative"))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a table inherits from the text above it."""

    setting: Setting
    section: str = ""
    caption: str = ""


def table_facts(grid: Grid, around: Surroundings, *, text: str) -> Iterator[Fact]:
    """The facts of one table; quotes are taken from the whole `text`."""
    titles = _titles(grid, around.setting)
    for row in grid.rows:
        found = list(_row_facts(row, grid, titles=titles, around=around, text=text))
        yield from _linked(found)


def _titles(grid: Grid, setting: Setting) -> Sequence[Title]:
    """Titles of the columns; what a plan changes 年均 or 累计 spans all its years."""
    calendar = setting.calendar
    titles = [read_title(column.title, calendar=calendar) for column in grid.columns]
    years = sorted({title.period for title in titles if len(title.period) == 4})
    span = f"{setting.first}/{setting.year}" if setting.first != setting.year else ""
    if not span and len(years) > 1:
        span = f"{int(years[0]) + 1}/{years[-1]}"
    if setting.promises:
        titles = [replace(t, period=t.period or span) if t.spans else t for t in titles]
    kinds = {t.period: t.kind for t in titles if t.period and t.kind}
    return [replace(t, kind=t.kind or kinds.get(t.period, "")) for t in titles]


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
        yield from _told(cell, label=label, title=title, around=around, text=text)


def _told(
    cell: Passage, *, label: _Label, title: Title, around: Surroundings, text: str
) -> Iterator[Fact]:
    """What a cell says in a phrase: 新建托育点20家,改造床位6张."""
    kind = title.kind or label.kind
    if not kind:
        return
    setting = replace(around.setting, promises=kind == "target")
    region = label.region or setting.region
    stretch = Stretch(cell, setting, label.section)
    for fact in phrase_facts(stretch, text=text):
        yield replace(
            fact,
            indicator=fact.indicator or label.name,
            year=title.period or label.period or fact.year,
            region=region,
            kind=kind,
            department=label.departments,
            core=label.core,
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
    title = read_title(words, calendar=around.setting.calendar)
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
    quantity, setting = _grown(reading.quantity, title), around.setting
    start, end = cell.span(reading.start, reading.end)
    period = title.period or label.period
    kind = reading.kind or title.kind or label.kind or _kind(period, setting)
    if not period:
        period = setting.year if kind == "target" else setting.default
    column_region = title.label if places.is_region(title.label) else ""
    return Fact(
        indicator=_indicator(reading, label=label, title=title, around=around),
        value=quantity.value if quantity else None,
        value_high=quantity.value_high if quantity else None,
        comparator=quantity.comparator if quantity else "",
        unit=_unit(reading, label=label, title=title, around=around),
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


def _grown(quantity: Quantity | None, title: Title) -> Quantity | None:
    """Below a title of growth a number rises or falls by its sign; bounds stay."""
    if quantity is None or not _GROWTH.search(title.ratio):
        return quantity
    comparator = "growth" if quantity.comparator == "eq" else quantity.comparator
    change = "down" if quantity.value < 0 else "up"
    return replace(quantity, comparator=comparator, change=quantity.change or change)


def _indicator(
    reading: Reading, *, label: _Label, title: Title, around: Surroundings
) -> str:
    """The row's name, or the column's where rows are regions or years."""
    own = "" if places.is_region(title.label) else title.name
    if label.name:
        name = label.name + _addition(title, own)
    else:
        name = own or title.label or around.caption
    return name + (f":{reading.part}" if reading.part else "")


def _addition(title: Title, own: str) -> str:
    """What a column adds to the name of a row: a rate, or what it counts."""
    group = _COMPARED.sub("", own.removesuffix(title.ratio))
    if group and _GROWTH.search(title.ratio):  # 居民增长 beside 农民增长
        return f":{own}"
    told = title.ratio or ((title.period or title.kind) and not title.spans)
    return title.ratio if told else f":{own}" if own else ""


def _unit(
    reading: Reading, *, label: _Label, title: Title, around: Surroundings
) -> str:
    """The unit of a cell; a change that stands in brackets is in the row's own unit."""
    if reading.quantity is None:
        return ""
    rate = title.ratio or (title.spans and "年均" in title.label)
    stated = reading.quantity.unit or title.unit
    if stated or (rate and not reading.bracketed):
        return stated or "%"
    name = label.name or title.name
    noted = noted_unit(around.caption, name=name, column=title.label)
    return label.unit or noted


def _kind(period: str, setting: Setting) -> str:
    if not setting.promises:
        return "actual"
    past = period and setting.year and last_year(period) < setting.year
    return "baseline" if past else "target"


def _linked(found: Sequence[Fact]) -> Iterator[Fact]:
    """Baselines of a row pointed at its promise; without one they just report."""
    targets = {f.indicator: f.start for f in found if f.kind in _PROMISED}
    for fact in found:
        if fact.kind == "baseline" and fact.indicator in targets:
            yield replace(fact, baseline_of=targets[fact.indicator])
        elif fact.kind == "baseline":
            yield replace(fact, kind="actual")
        else:
            yield fact
