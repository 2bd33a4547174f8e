"""A proposal carried out: rows appended, their sources recorded, all files at once.

The change is made in a copy of the data folder, and the copy must pass the check of a
whole folder before anything of it is put in place.
"""

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pandas as pd

from fenghua_analysis import datapackage
from fenghua_analysis.contract import Table, read_table, write_table
from fenghua_analysis.errors import DataError, Problem
from fenghua_analysis.inspection import check_folder
from fenghua_analysis.records import read_records
from fenghua_analysis.registry import Source
from fenghua_analysis.supply.credits import PATH as SOURCES
from fenghua_analysis.supply.credits import append_sources
from fenghua_analysis.supply.proposal import (
    CONFLICT,
    FIGURES,
    NEW,
    STANDING,
    Proposal,
    standing,
)
from fenghua_analysis.supply.together import disk_faults, replace_together
from fenghua_analysis.table import CONFLICTS, OBSERVATIONS
from fenghua_analysis.wording import both


def adopt(proposal: Proposal, data_dir: str | Path, *, replacing: bool = False) -> int:
    """Add what a proposal holds to a data folder.

    Parameters
    ----------
    replacing : whether supplied figures take the place of others under the same key;
        an observation that loses its place is kept among the conflicts

    Returns
    -------
    Number of rows written; 0 when all of them stand already.

    Raises
    ------
    DataError : figures stand that differ, and they are not to be replaced; or the
        folder would not pass its check. Nothing is changed.
    NotAddedError : the folder cannot be written. Nothing is changed.
    """
    folder = Path(data_dir)
    if proposal.count(CONFLICT) and not replacing:
        raise DataError(_conflicts(proposal))
    taken = {table: _taken(rows) for table, rows in proposal.rows.items()}
    with disk_faults(folder), tempfile.TemporaryDirectory() as room:
        copy = Path(room) / "data"
        shutil.copytree(folder, copy)
        changed = [path for t, rows in taken.items() for path in _write(rows, t, copy)]
        if changed:
            changed += _record_sources(proposal, taken.values(), copy)
            _check(copy)
            changed += _describe(copy)
            replace_together(dict.fromkeys(changed), staged=copy, final=folder)
    return sum(map(len, taken.values()))


def _conflicts(proposal: Proposal) -> Iterator[Problem]:
    for table, rows in proposal.rows.items():
        figure = FIGURES[table.name]
        for row in rows[rows.fate == CONFLICT].to_dict("records"):
            stands = {
                "standing": f"{row[figure + STANDING]:.10g}",
                "source": row["source" + STANDING],
            }
            value = f"{row[figure]:.10g}"
            yield Problem(
                "stands_otherwise", row["file"], None, row["place"], value, stands
            )


def _taken(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows.fate.isin([NEW, CONFLICT])]


def _write(taken: pd.DataFrame, table: Table, copy: Path) -> Iterator[str]:
    """Put rows into a table; the paths of the files that this changes."""
    if taken.empty:
        return
    stands, added = standing(table, copy), taken[table.names]
    key = list(table.key)
    loses = stands.set_index(key).index.isin(added.set_index(key).index)
    if table != OBSERVATIONS:
        added = added.assign(note=_reminders(taken, FIGURES[table.name]))
    elif loses.any():
        _keep_losers(stands[loses], added, copy)
        yield CONFLICTS.path
    write_table(pd.concat([stands[~loses], added]), table, copy)
    yield table.path


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


def _record_sources(
    proposal: Proposal, taken: Iterable[pd.DataFrame], copy: Path
) -> Iterator[str]:
    """Record the sources that are used and not yet known."""
    used = {name for rows in taken for name in rows.source}
    known = read_records(copy / SOURCES, Source)
    unknown = [s for s in proposal.sources.values() if s.id in used - known.keys()]
    if unknown:
        append_sources(unknown, copy)
        yield SOURCES


def _check(copy: Path) -> None:
    problems = check_folder(copy)
    if problems:
        raise DataError(problems)


def _describe(copy: Path) -> Iterator[str]:
    """Describe the folder anew, where it is described at all."""
    if (copy / datapackage.DESCRIPTOR).is_file():
        datapackage.write(copy)
        yield datapackage.DESCRIPTOR
