"""Supplied figures beside those that stand: what is new, what differs, what is there.

Nothing is written here. A file with any fault gives its faults, all of them, and no
proposal.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from fenghua_analysis.contract import Table, read_table
from fenghua_analysis.errors import DataError, Problem
from fenghua_analysis.loaders.supplied import Supply, Vocabulary, read_supplied
from fenghua_analysis.registry import Registry, Source
from fenghua_analysis.supply.candidates import Candidates, Credited, by_table
from fenghua_analysis.supply.credits import credit
from fenghua_analysis.table import ILLUSTRATIVE, ITEM_STATUS, OBSERVATIONS

NEW, SAME, CONFLICT = "new", "same", "conflict"
STANDING = "_standing"
"""Behind the names of columns that hold what stands."""

FIGURES: Mapping[str, str] = {
    OBSERVATIONS.name: "value",
    ILLUSTRATIVE.name: "value",
    ITEM_STATUS.name: "completed",
}
"""Tables that take supplied rows → the column in which two rows may differ."""


@dataclass(frozen=True)
class Proposal:
    """What adding files would do.

    Attributes
    ----------
    rows : table → its supplied rows, with `fate` (new · same · conflict), `file` and
        `place` (the cell) and, behind ``_standing``, what stands under the same key
    sources : id → every source that the rows name
    unread : sheets that hold numbers but no heading, by file and name
    """

    rows: Mapping[Table, pd.DataFrame]
    sources: Mapping[str, Source]
    unread: Sequence[str]

    def count(self, fate: str) -> int:
        """How many rows have a fate."""
        return sum(int((rows.fate == fate).sum()) for rows in self.rows.values())


def propose(paths: Iterable[str | Path], registry: Registry, *, date: str) -> Proposal:
    """Read supplied files and hold them against the data folder of a registry.

    Parameters
    ----------
    paths : workbooks and delimited texts
    date : ISO day, for what bears no date of its own

    Raises
    ------
    DataError : everything in the files that cannot be added, cell by cell.
    """
    supplies, problems = _read_all(paths, Vocabulary(registry), date)
    credited: list[Credited] = []
    sources: dict[str, Source] = {}
    for supply in supplies:
        credits = credit(supply, registry.sources)
        sources |= {source.id: source for source in credits.values()}
        credited += [(entry, credits[entry.origin].id) for entry in supply.entries]
    tables, twice = by_table(credited)
    problems += twice
    problems += [p for one in tables for p in one.problems(registry, sources)]
    if problems:
        raise DataError(problems)
    return Proposal(
        rows={one.table: _judged(one, registry.data_dir) for one in tables},
        sources=sources,
        unread=[f"{s.file} · {name}" for s in supplies for name in s.unread],
    )


def standing(table: Table, data_dir: Path) -> pd.DataFrame:
    """The rows of a table that stand; none where the folder does without the table."""
    is_there = (data_dir / table.path).is_file()
    return read_table(table, data_dir) if is_there else table.empty()


def _read_all(
    paths: Iterable[str | Path], vocabulary: Vocabulary, date: str
) -> tuple[list[Supply], list[Problem]]:
    """Every file that can be opened, and what is wrong in any."""
    supplies: list[Supply] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            supplies.append(read_supplied(path, vocabulary, date=date))
        except DataError as error:
            problems += error.problems
    return supplies, problems + [p for supply in supplies for p in supply.problems]


def _judged(candidates: Candidates, data_dir: Path) -> pd.DataFrame:
    """The rows with their fate, and what stands under their keys."""
    table, figure = candidates.table, FIGURES[candidates.table.name]
    both = candidates.rows.merge(
        standing(table, data_dir),
        on=list(table.key),
        how="left",
        suffixes=("", STANDING),
    )
    equal = np.isclose(both[figure], both[figure + STANDING], rtol=1e-9, atol=0)
    # A supplier who does not say how a figure came about contradicts nobody in that.
    equal &= ~both.stated | (both.status == both["status" + STANDING])
    is_new = both["source" + STANDING].isna()
    return both.assign(fate=np.select([is_new, equal], [NEW, SAME], CONFLICT))
