"""Ids that nothing holds, and records that nothing uses."""

from collections.abc import Iterator, Mapping

import pandas as pd

from fenghua_analysis import table
from fenghua_analysis.contract import Column, Table
from fenghua_analysis.errors import Problem, nearest
from fenghua_analysis.inspection.folder import Folder, line_of, path_of

_LINKS = {
    "indicators": {"area": "areas"},
    "plans": {"region": "regions", "source": "sources"},
}
"""Fields of records that name a row or a record elsewhere."""


def ids_of_tables(folder: Folder) -> Iterator[Problem]:
    """Ids in tables that nothing holds: a typing error in a region or a source."""
    for declared, rows in folder.rows():
        for column in declared.columns:
            known = folder.known(column.refers) if column.refers else None
            if known is not None:
                yield from _unknown(rows[column.name], column, declared, known)


def _unknown(
    cells: pd.Series, column: Column, declared: Table, known: set[str]
) -> Iterator[Problem]:
    details = {"table": path_of(column.refers)}
    for position, cell in cells[cells != ""].items():
        for word in cell.split("、"):
            if word not in known:
                place = (declared.path, line_of(position), column.name, word)
                near = nearest(word, known)
                yield Problem("unknown_reference", *place, details, near)


def ids_of_records(folder: Folder) -> Iterator[Problem]:
    """Ids in records that nothing holds: an indicator of an area without a row."""
    for name, fields in _LINKS.items():
        for one, record in folder.records.get(name, {}).items():
            for attribute, holder in fields.items():
                known, value = folder.known(holder), getattr(record, attribute)
                if known is not None and value not in known:
                    place = (*folder.place(name, one), f"{one}.{attribute}", value)
                    details, near = {"table": path_of(holder)}, nearest(value, known)
                    yield Problem("unknown_reference", *place, details, near)


def rows_of_rows(folder: Folder) -> Iterator[Problem]:
    """Rows that belong to no row: the milestone of a work item that does not exist."""
    parents = {declared.name: declared for declared in table.TABLES}
    for child, rows in folder.rows():
        parent = table.BELONGS.get(child.name, "")
        if parent not in folder.tables:
            continue
        key = list(parents[parent].key)
        owners = _joined(folder.tables[parent][key])
        owned = _joined(rows[key])
        for position, value in owned[~owned.isin(owners)].items():
            place = (child.path, line_of(position), "、".join(key), value)
            details = {"table": parents[parent].path}
            yield Problem("unknown_reference", *place, details)


def _joined(cells: pd.DataFrame) -> pd.Series:
    joined = [" · ".join(map(str, row)) for row in cells.itertuples(index=False)]
    return pd.Series(joined, index=cells.index, dtype="str")


def answers(folder: Folder) -> Iterator[Problem]:
    """Answers to opinions that name no indicator and no item of a list."""
    for declared, rows in folder.rows(table.OPINION_ANSWERS):
        known = folder.known("indicators")
        named = rows[rows.kind == "indicator"].answer
        column = declared.column("answer")
        if known is not None:
            details = {"table": path_of("indicators")}
            for position, word in named[~named.isin(known)].items():
                place = (declared.path, line_of(position), column.name, word)
                near = nearest(word, known)
                yield Problem("unknown_reference", *place, details, near)
        for _, items in folder.rows(table.WORK_ITEMS):
            listed = rows[rows.kind != "indicator"].rename(columns={"kind": "list"})
            owned = _joined(listed[["plan", "list", "answer"]])
            owners = set(_joined(items[["plan", "list", "number"]]))
            for position, value in owned[~owned.isin(owners)].items():
                place = (declared.path, line_of(position), "answer", value)
                details = {"table": table.WORK_ITEMS.path}
                yield Problem("unknown_reference", *place, details)


def parents(folder: Folder) -> Iterator[Problem]:
    """Regions that hang in the air: only a country has nothing above it."""
    for declared, rows in folder.rows(table.REGIONS):
        orphans = rows[(rows.parent == "") & (rows.level != "country")]
        for position, code in orphans.code.items():
            place = (declared.path, line_of(position), "parent")
            yield Problem("missing_parent", *place, details={"code": code})


def circles(folder: Folder) -> Iterator[Problem]:
    """Regions that lie above themselves: nobody would ever come to the top."""
    for declared, rows in folder.rows(table.REGIONS):
        above = dict(zip(rows.code, rows.parent, strict=True))
        for position, code in rows.code.items():
            if _returns(code, above):
                place = (declared.path, line_of(position), "parent", above[code])
                yield Problem("above_itself", *place)


def _returns(code: str, above: Mapping[str, str]) -> bool:
    """Whether the way up from a region leads back to it."""
    seen, there = {code}, above.get(code, "")
    while there and there not in seen:
        seen.add(there)
        there = above.get(there, "")
    return there == code


def names(folder: Folder) -> Iterator[Problem]:
    """A name under two indicators: a loader could not tell which one is meant."""
    owner: dict[str, str] = {}
    for one in folder.indicators.values():
        for name in dict.fromkeys([one.zh, *one.names]):
            other = owner.setdefault(name, one.id)
            if other != one.id:
                place = folder.place("indicators", one.id)
                details = {"other": other}
                yield Problem("name_twice", *place, f"{one.id}.names", name, details)


def unused_indicators(folder: Folder) -> Iterator[Problem]:
    """Indicators without a figure, a target or a goal: left over from a rename."""
    using = [t for t in table.TABLES if _columns_of_indicators(t)]
    if any(declared.path in folder.faulty for declared in using):
        return
    used = {
        name
        for declared, rows in folder.rows(*using)
        for column in _columns_of_indicators(declared)
        for name in rows[column]
    }
    for name in folder.indicators:
        if name not in used:
            yield Problem("unused_indicator", *folder.place("indicators", name), name)


def _columns_of_indicators(declared: Table) -> list[str]:
    return [c.name for c in declared.columns if c.refers == "indicators"]


CHECKS = (
    *(ids_of_tables, ids_of_records, rows_of_rows, answers),
    *(parents, circles, names, unused_indicators),
)
