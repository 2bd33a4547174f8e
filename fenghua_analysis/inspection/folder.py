"""A data folder as far as it can be read, and where its parts stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from fenghua_analysis import table
from fenghua_analysis.contract import Table, examine_file
from fenghua_analysis.errors import Problem
from fenghua_analysis.records import examine_records
from fenghua_analysis.registry import Indicator, Plan, Source

RECORDS: Mapping[str, type] = {
    "indicators": Indicator,
    "sources": Source,
    "plans": Plan,
}
"""Records of the registry: ``registry/<name>.yml`` and what each of them is."""

_TABLES = {declared.name: declared for declared in table.TABLES}


@dataclass
class Folder:
    """What could be read, and what is wrong with the rest.

    Attributes
    ----------
    tables, records : by name, only those without a fault of their own
    problems : faults of single files
    """

    path: Path
    tables: dict[str, pd.DataFrame] = field(default_factory=dict)
    records: dict[str, dict[str, Any]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def rows(self, *wanted: Table) -> Iterator[tuple[Table, pd.DataFrame]]:
        """The tables asked for, all when none is, as far as they could be read."""
        for declared in wanted or table.TABLES:
            if declared.name in self.tables:
                yield declared, self.tables[declared.name]

    def known(self, name: str) -> set[str] | None:
        """The ids that `name` holds; None when it could not be read.

        Parameters
        ----------
        name : a table, a file of records, or either followed by “ or *”
        """
        name, _, also = name.partition(" or ")
        if name in self.records:
            held = set(self.records[name])
        elif name in self.tables:
            held = set(self.tables[name][_TABLES[name].key[0]])
        else:
            return None
        return held | {also} if also else held

    def place(self, name: str, record: str) -> tuple[str, int | None]:
        """File and line at which a record of the file `name` begins."""
        path = records_path(name)
        lines = (self.path / path).read_text(encoding="utf-8").splitlines()
        keys = [line.partition(":")[0].strip("'\"") for line in lines]
        return path, keys.index(record) + 1 if record in keys else None

    @property
    def faulty(self) -> set[str]:
        """Paths of the files that could not be read."""
        return {problem.file for problem in self.problems}

    @property
    def indicators(self) -> Mapping[str, Indicator]:
        """Records of indicators by id; empty when they could not be read."""
        return self.records.get("indicators", {})


def read_folder(path: Path) -> Folder:
    """Read every table and every file of records of a data folder."""
    folder = Folder(path)
    for declared in table.TABLES:
        if declared is table.ILLUSTRATIVE and not (path / declared.path).exists():
            continue
        frame, problems = examine_file(declared, path)
        if not problems:
            folder.tables[declared.name] = frame
        folder.problems += problems
    for name, record in RECORDS.items():
        found: dict[str, Any]
        found, problems = examine_records(path / records_path(name), record)
        if not problems:
            folder.records[name] = found
        folder.problems += problems
    return folder


def records_path(name: str) -> str:
    """The file of records called `name`, relative to the data folder."""
    return f"registry/{name}.yml"


def path_of(name: str) -> str:
    """The file that holds the ids called `name`, relative to the data folder.

    Examples
    --------
    >>> path_of("regions or *"), path_of("sources")
    ('registry/regions.csv', 'registry/sources.yml')
    """
    name = name.partition(" or ")[0]
    return records_path(name) if name in RECORDS else _TABLES[name].path


def line_of(position: Any) -> int:
    """The line of a table's file at which the row at `position` stands."""
    return int(position) + 2
