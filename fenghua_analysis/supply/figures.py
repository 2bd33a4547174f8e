"""Supplied figures beside those that stand: new, different, or there already."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pandas as pd

from fenghua_analysis.errors import DataError, Problem
from fenghua_analysis.loaders.supplied import Supply, Vocabulary, read_supplied
from fenghua_analysis.registry import Registry, Source
from fenghua_analysis.supply.candidates import Candidates, Credited, by_table
from fenghua_analysis.supply.credits import credit
from fenghua_analysis.supply.proposal import (
    CONFLICT,
    FIGURES,
    NEW,
    SAME,
    STANDING,
    Proposal,
    standing,
)


def propose_figures(
    paths: Iterable[str | Path], registry: Registry, *, date: str
) -> Proposal:
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
        raise DataError(sorted(problems, key=_order))
    return Proposal(
        rows={one.table: _judged(one, registry.data_dir) for one in tables},
        sources=sources,
        unread=[f"{s.file} · {name}" for s in supplies for name in s.unread],
    )


def _order(problem: Problem) -> tuple[str, str, int, str]:
    """File, sheet, row, column: as a reader goes through what was supplied."""
    sheet, _, cell = problem.column.rpartition("!")
    digits = "".join(char for char in cell if char.isdecimal())
    row = problem.row or (int(digits) if sheet and digits else 0)
    return problem.file, sheet, row, cell


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
