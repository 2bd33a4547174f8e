"""Drafted rows held against the registry: what is new, what differs, what is at fault.

The rows pass the contract of their tables and the checks of a whole folder before they
get near one; each fault is led back to the cell that its reviewer can mend.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from fenghua_analysis import table
from fenghua_analysis.contract import Table, check
from fenghua_analysis.errors import DataError, Problem
from fenghua_analysis.inspection import figures, references
from fenghua_analysis.inspection.folder import Folder
from fenghua_analysis.registry import Registry
from fenghua_analysis.review.decisions import Line
from fenghua_analysis.supply.proposal import CONFLICT, GONE, NEW, SAME

_OF_PLAN = ("targets", "goals", "work_items", "milestones", "progress")
_OF_SOURCE = ("corrections", "opinions")
_OWNER = dict.fromkeys(_OF_PLAN, "plan") | dict.fromkeys(_OF_SOURCE, "source")
"""Tables whose rows belong to one document → the column that says to which."""

_CHECKS = (figures.units_of_targets, references.ids_of_tables, references.rows_of_rows)
_CELLS = {
    "work_items": {"name": "item", "area": "section"},
    "milestones": {"start": "first", "end": "last"},
    "areas": {"area": "id", "name_zh": "area_name", "stated_count": "count"},
    "departments": {"department": "department_name", "aliases": "same_as"},
    "opinions": {"report_en": "title_en"},
}
"""Columns of tables that are called otherwise in the workbook."""


@dataclass(frozen=True)
class Drafted:
    """The rows of one table.

    Attributes
    ----------
    lines : for each row, the row of the workbook that it was made from
    """

    table: Table
    rows: pd.DataFrame
    lines: Sequence[Line | None]

    def located(self, problem: Problem, file: str) -> Problem:
        """A fault of a row as one of a cell of the workbook."""
        line = self.lines[(problem.row or 2) - 2]
        if line is None:
            return replace(problem, file=file, row=None)
        column = problem.column.split("、")[0]
        cell = _CELLS.get(self.table.name, {}).get(column, column)
        place = line.places.get(cell, line.place)
        return replace(problem, file=place.file, row=place.row, column=place.column)


def problems(
    drafts: Sequence[Drafted],
    registry: Registry,
    records: Mapping[str, Any],
    *,
    file: str,
) -> Iterator[Problem]:
    """What the contract and the checks of a folder say against the rows.

    Parameters
    ----------
    records : indicators, plans and sources as they will be
    """
    tables = dict(registry.tables)
    faulty = False
    for draft in drafts:
        try:
            rows = check(draft.rows, draft.table)
        except DataError as error:
            faulty = True
            yield from (draft.located(problem, file) for problem in error.problems)
        else:
            rest = _others(rows, registry.tables[draft.table.name], draft.table)
            tables[draft.table.name] = pd.concat([rows, rest], ignore_index=True)
    if faulty:
        return
    folder = Folder(path=registry.data_dir, tables=tables, records=dict(records))
    by_path = {draft.table.path: draft for draft in drafts}
    for examine in _CHECKS:
        for problem in examine(folder):
            own = by_path.get(problem.file)
            if own and (problem.row or 2) - 2 < len(own.rows):
                yield own.located(problem, file)


def judged(
    draft: Drafted, registry: Registry, *, owners: Mapping[str, str], file: str
) -> pd.DataFrame:
    """The rows with their fate, and what stands of the same document and is gone.

    Parameters
    ----------
    owners : ids of the plan and of the source whose rows these are, by column
    """
    declared, own = draft.table, check(draft.rows, draft.table)
    held = registry.tables[declared.name][declared.names]
    standing = {key: cells for key, cells in _keyed(held, declared)}
    keyed = list(_keyed(own, declared))
    fates = [_fate(standing.get(key), cells, declared) for key, cells in keyed]
    places = [str(line.place) if line else "" for line in draft.lines]
    rows = own.assign(fate=fates, file=file, place=places)
    column = _OWNER.get(declared.name)
    if column is None:
        return rows
    kept = {key for key, _ in keyed}
    is_gone = [key not in kept for key, _ in _keyed(held, declared)]
    gone = held[pd.Series(is_gone, held.index) & (held[column] == owners[column])]
    return pd.concat(
        [rows, gone.assign(fate=GONE, file=file, place="")], ignore_index=True
    )


def _others(own: pd.DataFrame, held: pd.DataFrame, declared: Table) -> pd.DataFrame:
    """The rows that stand under other keys."""
    kept = {key for key, _ in _keyed(own, declared)}
    return held[[key not in kept for key, _ in _keyed(held, declared)]]


def _keyed(
    rows: pd.DataFrame, declared: Table
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The key of each row, and all its cells, as texts."""
    texts = rows[declared.names].astype(object).where(rows[declared.names].notna(), "")
    places = [declared.names.index(name) for name in declared.key]
    for cells in texts.itertuples(index=False, name=None):
        written = tuple(str(cell) for cell in cells)
        yield tuple(written[place] for place in places), written


def _fate(
    standing: tuple[str, ...] | None, cells: tuple[str, ...], declared: Table
) -> str:
    if standing is None:
        return NEW
    if standing == cells:
        return SAME
    # A name more for a known department contradicts nothing.
    return NEW if declared == table.DEPARTMENTS else CONFLICT
