"""The names that a data folder knows: departments by their aliases, regions by code.

Reading one document needs no more of the registry than these two tables, and it must
start at once: they are read here without pandas and without the rest.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fenghua_analysis.errors import DataError, Problem

_JOIN = "、"


@dataclass(frozen=True)
class Names:
    """What a data folder calls things; nothing, where there is no folder.

    Attributes
    ----------
    departments : every name of a department, its own included → the name used here
    regions : code → official name
    """

    departments: Mapping[str, str] = field(default_factory=dict)
    regions: Mapping[str, str] = field(default_factory=dict)


def read_names(data_dir: str | Path) -> Names:
    """The names of departments and regions in a data folder.

    Raises
    ------
    DataError : a table is there, but is not UTF-8 or lacks a column.
    """
    folder = Path(data_dir)
    departments = _pairs(folder, "registry/departments.csv", ("department", "aliases"))
    regions = _pairs(folder, "registry/regions.csv", ("code", "name_zh"))
    return Names(dict(unified(departments)), dict(regions))


def unified(departments: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Every name of each department, and the name used here.

    Parameters
    ----------
    departments : names with their aliases, joined by “、”

    Examples
    --------
    >>> dict(unified([("区卫生健康局", "区卫健局、卫健局")]))["区卫健局"]
    '区卫生健康局'
    """
    for department, aliases in departments:
        for name in (department, *filter(None, aliases.split(_JOIN))):
            yield name, department


def _pairs(folder: Path, name: str, columns: tuple[str, str]) -> list[tuple[str, str]]:
    """Two columns of a table; nothing where there is no such table."""
    path = folder / name
    if not path.is_file():
        return []
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
    except UnicodeDecodeError:
        raise DataError(Problem("not_utf8", file=name)) from None
    missing = [column for column in columns if rows and column not in rows[0]]
    if missing:
        raise DataError(Problem("missing_column", name, 1, one) for one in missing)
    return [(row[columns[0]] or "", row[columns[1]] or "") for row in rows]
