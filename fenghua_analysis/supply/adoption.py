"""A proposal carried out: rows appended, their sources recorded, all files at once.

The change is made in a copy of the data folder, and the copy must pass the check of a
whole folder before anything of it is put in place.
"""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from fenghua_analysis import datapackage
from fenghua_analysis.contract import Table, read_table, write_table
from fenghua_analysis.errors import DataError, Problem
from fenghua_analysis.inspection import check_folder
from fenghua_analysis.records import read_records
from fenghua_analysis.registry import Indicator, Plan, Source
from fenghua_analysis.supply.proposal import (
    CONFLICT,
    FIGURES,
    GONE,
    NEW,
    STANDING,
    Proposal,
    standing,
)
from fenghua_analysis.supply.together import disk_faults, replace_together
from fenghua_analysis.supply.yaml_records import PATHS, add_names, append_records
from fenghua_analysis.table import CONFLICTS, OBSERVATIONS
from fenghua_analysis.wording import both


def adopt(proposal: Proposal, data_dir: str | Path, *, replacing: bool = False) -> int:
    """Add what a proposal holds to a data folder.

    Parameters
    ----------
    replacing : whether supplied rows take the place of others under the same key, and
        rows of a document that it has no more are removed; an observation that loses
        its place is kept among the conflicts

    Returns
    -------
    Number of rows written or removed; 0 when all of them stand already.

    Raises
    ------
    DataError : rows stand that differ, and they are not to be replaced; or the folder
        would not pass its check. Nothing is changed.
    NotAddedError : the folder cannot be written. Nothing is changed.
    """
    folder = Path(data_dir)
    if proposal.count(CONFLICT, GONE) and not replacing:
        raise DataError(_conflicts(proposal))
    with disk_faults(folder), tempfile.TemporaryDirectory() as room:
        copy = Path(room) / "data"
        shutil.copytree(folder, copy)
        tables = proposal.rows.items()
        changed = [path for table, rows in tables for path in _write(rows, table, copy)]
        if changed:
            changed += _record(proposal, copy)
            _check(copy)
            changed += _describe(copy)
            replace_together(dict.fromkeys(changed), staged=copy, final=folder)
    return proposal.count(NEW, CONFLICT, GONE)


def _conflicts(proposal: Proposal) -> Iterator[Problem]:
    for table, rows in proposal.rows.items():
        for row in rows[rows.fate.isin([CONFLICT, GONE])].to_dict("records"):
            if table.name in FIGURES:
                yield _other_figure(row, FIGURES[table.name])
            else:
                key = " · ".join(str(row[name]) for name in table.key)
                place = (row["file"], None, row["place"], key)
                yield Problem("row_stands", *place, {"table": table.path})


def _other_figure(row: dict[Any, Any], figure: str) -> Problem:
    stands = {
        "standing": f"{row[figure + STANDING]:.10g}",
        "source": row["source" + STANDING],
    }
    value = f"{row[figure]:.10g}"
    return Problem("stands_otherwise", row["file"], None, row["place"], value, stands)


def _write(rows: pd.DataFrame, table: Table, copy: Path) -> Iterator[str]:
    """Put rows into a table; the paths of the files that this changes."""
    moved = rows[rows.fate.isin([NEW, CONFLICT, GONE])]
    if moved.empty:
        return
    taken = moved[moved.fate != GONE]
    stands, added = standing(table, copy), taken[table.names]
    key = list(table.key)
    loses = _index(stands, key).isin(_index(moved, key))
    if table.name in FIGURES and table != OBSERVATIONS:
        added = added.assign(note=_reminders(taken, FIGURES[table.name]))
    elif table == OBSERVATIONS and loses.any():
        _keep_losers(stands[loses], added, copy)
        yield CONFLICTS.path
    write_table(pd.concat([stands[~loses], added]), table, copy)
    yield table.path


def _index(rows: pd.DataFrame, key: list[str]) -> pd.MultiIndex:
    """Keys as texts, whatever the types of their columns."""
    return pd.MultiIndex.from_frame(rows[key].astype(str))


def _keep_losers(losers: pd.DataFrame, winners: pd.DataFrame, copy: Path) -> None:
    """Move figures to the conflicts, and say there which source is in use now."""
    key = list(OBSERVATIONS.key)
    chosen = winners.set_index(key).source
    rows = pd.concat([losers.assign(chosen=""), read_table(CONFLICTS, copy)])
    rows = rows.reset_index(drop=True)
    now = chosen.reindex(pd.MultiIndex.from_frame(rows[key])).to_numpy()
    rows = rows.assign(chosen=pd.Series(now, rows.index).fillna(rows.chosen))
    # A figure that lost once and is in use again is no loser any more.
    rows = rows[rows.source != rows.chosen]
    write_table(rows.drop_duplicates(list(CONFLICTS.key)), CONFLICTS, copy)


def _reminders(taken: pd.DataFrame, figure: str) -> list[str]:
    """Remarks that name the figure replaced, for tables without a place for losers."""
    notes = []
    for row in taken.to_dict("records"):
        replaced = {"value": row[figure + STANDING], "source": row["source" + STANDING]}
        reminder = (
            both("supply.replaces", **replaced) if row["fate"] == CONFLICT else ""
        )
        notes.append("；".join(part for part in (row["note"], reminder) if part))
    return notes


def _record(proposal: Proposal, copy: Path) -> Iterator[str]:
    """Write the records that the rows name and the folder does not hold."""
    new: dict[str, list[Any]] = {
        "sources": _unknown(_used(proposal), copy / PATHS["sources"], Source),
        "plans": _unknown(proposal.plans, copy / PATHS["plans"], Plan),
        "indicators": _unknown(
            proposal.indicators, copy / PATHS["indicators"], Indicator
        ),
    }
    for name, records in new.items():
        if records:
            append_records(records, copy / PATHS[name])
            yield PATHS[name]
    if proposal.aliases:
        add_names(proposal.aliases, copy / PATHS["indicators"])
        yield PATHS["indicators"]


def _used(proposal: Proposal) -> dict[str, Source]:
    """The sources of rows that are written."""
    frames = [rows for rows in proposal.rows.values() if "source" in rows]
    written = [rows[rows.fate.isin([NEW, CONFLICT])] for rows in frames]
    names = {name for rows in written for name in rows.source}
    return {id: one for id, one in proposal.sources.items() if id in names}


def _unknown(records: Mapping[str, Any], path: Path, kind: type) -> list[Any]:
    known: Mapping[str, Any] = read_records(path, kind)
    return [record for id, record in records.items() if id not in known]


def _check(copy: Path) -> None:
    problems = check_folder(copy)
    if problems:
        raise DataError(problems)


def _describe(copy: Path) -> Iterator[str]:
    """Describe the folder anew, where it is described at all."""
    if (copy / datapackage.DESCRIPTOR).is_file():
        datapackage.write(copy)
        yield datapackage.DESCRIPTOR
