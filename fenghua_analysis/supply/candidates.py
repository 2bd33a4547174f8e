"""The rows that supplied files hold for our tables, and what forbids adding them.

They pass the contract of their table and the checks of a whole data folder before they
get near one; each fault is led back to the cell that it was read from.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from fenghua_analysis.contract import Table, check
from fenghua_analysis.errors import DataError, Problem
from fenghua_analysis.inspection import figures, references
from fenghua_analysis.inspection.folder import Folder
from fenghua_analysis.loaders.supplied import Entry
from fenghua_analysis.registry import Registry, Source
from fenghua_analysis.wording import say

Credited = tuple[Entry, str]
"""An entry, and the id of its source."""

_CHECKS = (*figures.CHECKS, references.ids_of_tables, references.rows_of_rows)
_CLAIMED = ("published", "preliminary")
"""Statuses of figures that somebody can look up, and so must be able to find."""


@dataclass(frozen=True)
class Candidates:
    """The rows of one table.

    Attributes
    ----------
    entries : what they were read from, no key twice
    cells : the rows of `entries`, in the columns of `table`
    """

    table: Table
    entries: Sequence[Entry]
    cells: pd.DataFrame

    @property
    def rows(self) -> pd.DataFrame:
        """The rows with their types, each with its `file`, its `place` in it, and
        whether its status is `stated` there."""
        return check(self.cells, self.table).assign(
            file=[entry.place.file for entry in self.entries],
            place=[str(entry.place) for entry in self.entries],
            stated=[bool(entry.cells["status"]) for entry in self.entries],
        )

    def problems(
        self, registry: Registry, sources: Mapping[str, Source]
    ) -> Iterator[Problem]:
        """What the contract and the checks of a folder say against the rows."""
        yield from self._unnamed(registry)
        try:
            rows = check(self.cells, self.table)
        except DataError as error:
            yield from map(self._located, error.problems)
            return
        folder = Folder(
            path=registry.data_dir,
            tables={**registry.tables, self.table.name: rows},
            records={
                "indicators": dict(registry.indicators),
                "plans": dict(registry.plans),
                "sources": {**registry.sources, **sources},
            },
        )
        found = (problem for examine in _CHECKS for problem in examine(folder))
        own = (problem for problem in found if problem.file == self.table.path)
        yield from map(self._located, own)

    def _unnamed(self, registry: Registry) -> Iterator[Problem]:
        """Figures called published, of a publication that nobody could find.

        A registered source has its publisher.
        """
        titles = {s.title for s in registry.sources.values()} | registry.sources.keys()
        for entry, status in zip(self.entries, self.cells.status, strict=True):
            said = entry.origin
            is_named = said.title in titles or (said.title and said.publisher)
            if status in _CLAIMED and not is_named:
                missing = "publisher" if said.title else "title"
                words = {"missing": say(f"template.heading.{missing}")}
                yield entry.place.problem("source_unnamed", **words)

    def _located(self, problem: Problem) -> Problem:
        """A fault of a row as one of the cell that it was read from."""
        entry = self.entries[(problem.row or 2) - 2]
        place = entry.places.get(problem.column, entry.place)
        return replace(problem, file=place.file, row=place.row, column=place.column)


def by_table(credited: Iterable[Credited]) -> tuple[list[Candidates], list[Problem]]:
    """The entries of all files, table by table; and those that come twice.

    The second of two with one key is left out, equal or not.
    """
    first: dict[tuple[object, ...], Credited] = {}
    problems = []
    for entry, source in credited:
        mark = (entry.table.name, *(entry.cells[name] for name in entry.table.key))
        other, _ = first.setdefault(mark, (entry, source))
        if other is not entry:
            value = " · ".join(map(str, mark[1:]))
            at = f"{other.place.file} · {other.place}"
            problems.append(entry.place.problem("supplied_twice", value, other=at))
    tables = dict.fromkeys(entry.table for entry, _ in first.values())
    return [_candidates(table, first.values()) for table in tables], problems


def _candidates(table: Table, credited: Iterable[Credited]) -> Candidates:
    chosen = [(entry, source) for entry, source in credited if entry.table == table]
    cells = pd.DataFrame([{**e.cells, "source": source} for e, source in chosen])
    usual = ["published" if e.origin.title else "internal" for e, _ in chosen]
    cells = cells.assign(status=cells.status.where(cells.status != "", usual))
    return Candidates(table, [entry for entry, _ in chosen], cells[table.names])
