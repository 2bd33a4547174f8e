"""What a table promises, and the one function that holds it to its promise.

A `Table` is declared once (`table.py`) and serves three readers: `check` here, the
Frictionless descriptor `data/datapackage.json`, and `docs/data_format.md`. pandera
finds the faults, all of them in one pass; `Problem` words them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import pandas as pd

from fenghua_analysis.errors import DataError, Problem

if TYPE_CHECKING:
    import pandera.pandas as pa

Kind = Literal["text", "number", "integer", "flag", "date"]

_PATTERNS: dict[Kind, str] = {
    "text": "",
    "number": r"-?[0-9]+(\.[0-9]+)?",
    "integer": r"-?[0-9]+",
    "flag": r"[01]",
    "date": r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?",
}
_DTYPES: dict[Kind, str] = {"number": "float64", "integer": "Int64", "flag": "Int64"}


@dataclass(frozen=True)
class Column:
    """One column: its name, what it means, and what a cell may hold.

    Attributes
    ----------
    refers : what holds the cell's ids: ``indicators``, ``sources`` or ``plans`` of the
        registry, or the table whose key they are; several ids are joined by “、”
    """

    name: str
    about: str
    kind: Kind = "text"
    required: bool = False
    allowed: tuple[str, ...] = ()
    pattern: str = ""
    longest: int | None = None
    refers: str = ""


@dataclass(frozen=True)
class Table:
    """One table of the data package: where it stands, its columns and its key.

    Attributes
    ----------
    name : the plural noun that the code and the documents call it by
    path : its file, relative to the data folder
    key : the columns that no two rows share
    """

    name: str
    path: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]

    @property
    def names(self) -> list[str]:
        """Column names in file order."""
        return [column.name for column in self.columns]

    def column(self, name: str) -> Column:
        """The column called `name`."""
        return next(column for column in self.columns if column.name == name)

    def empty(self) -> pd.DataFrame:
        """The table without rows, with its types."""
        return _typed(pd.DataFrame(columns=self.names, dtype=str), self)


def read_table(table: Table, data_dir: Path) -> pd.DataFrame:
    """Read a table of the data package and hold it to its contract.

    Returns
    -------
    One row a line, columns and types as declared; blank text is "", a blank number NaN.

    Raises
    ------
    DataError : no such file, not UTF-8, or any breach of the contract.
    """
    frame, problems = examine_file(table, data_dir)
    if problems:
        raise DataError(problems)
    return frame


def examine_file(table: Table, data_dir: Path) -> tuple[pd.DataFrame, list[Problem]]:
    """Read a table and list every breach; the frame is empty when there is any."""
    path = data_dir / table.path
    if not path.is_file():
        return table.empty(), [Problem("missing_file", file=table.path)]
    try:
        cells = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8")
    except UnicodeDecodeError:
        return table.empty(), [Problem("not_utf8", file=table.path)]
    except (pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        details = {"reason": str(error).strip()}
        return table.empty(), [Problem("broken_csv", table.path, details=details)]
    problems = list(_breaches(cells, table, table.path))
    return (table.empty() if problems else _typed(cells, table)), problems


def check(frame: pd.DataFrame, table: Table, *, where: str = "") -> pd.DataFrame:
    """Hold `frame` to the contract of `table`.

    Cells may be texts, as in a file, or values of the declared types.

    Returns
    -------
    The frame with the declared column order and types.

    Raises
    ------
    DataError : with one `Problem` a fault; `where` stands for the file in its words.
    """
    problems = list(_breaches(frame, table, where or table.name))
    if problems:
        raise DataError(problems)
    return _typed(frame, table)


def write_table(frame: pd.DataFrame, table: Table, data_dir: Path) -> None:
    """Check `frame`, sort it by its key and replace the file in one step."""
    rows = check(frame, table).sort_values(list(table.key), kind="stable")
    path = data_dir / table.path
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".partial")
    rows.map(_cell_text).to_csv(beside, index=False, lineterminator="\n")
    beside.replace(path)


def _cell_text(cell: Any) -> str:
    if pd.isna(cell):
        return ""
    if not isinstance(cell, float):
        return str(cell)
    if abs(cell) >= 1e12:
        return f"{cell:.0f}"
    # Never 2e-05: that is no number to whoever reads the file.
    return np.format_float_positional(cell, precision=12, fractional=False, trim="-")


def _typed(frame: pd.DataFrame, table: Table) -> pd.DataFrame:
    typed = frame[table.names].copy()
    for column in table.columns:
        name = column.name
        if column.kind in _DTYPES:
            numbers = pd.to_numeric(typed[name].replace("", None))
            typed[name] = numbers.astype(_DTYPES[column.kind])
        else:
            typed[name] = typed[name].astype("str").fillna("")
    return typed.reset_index(drop=True)


def _breaches(frame: pd.DataFrame, table: Table, where: str) -> Iterator[Problem]:
    """Every fault of a table, those of its columns first, then row by row."""
    import pandera.pandas as pa

    missing = [name for name in table.names if name not in frame]
    unknown = [str(name) for name in frame if name not in table.names]
    details = {"names": "、".join(table.names)}
    yield from (Problem("missing_column", where, 1, name) for name in missing)
    yield from (
        Problem("unknown_column", where, 1, name, details=details) for name in unknown
    )
    if missing or unknown or frame.empty:
        return
    texts = {c.name: "str" for c in table.columns if c.kind not in _DTYPES}
    nulls = frame.replace("", None).reset_index(drop=True).astype(texts)
    try:
        _schema(table, nulls).validate(nulls, lazy=True)
    except pa.errors.SchemaErrors as error:
        yield from _worded(error.failure_cases, nulls, table, where)


def _schema(table: Table, frame: pd.DataFrame) -> "pa.DataFrameSchema":
    import pandera.pandas as pa

    columns = {
        column.name: pa.Column(
            checks=_cell_checks(column, frame[column.name]),
            nullable=not column.required,
        )
        for column in table.columns
    }
    return pa.DataFrameSchema(columns, unique=list(table.key))


def _cell_checks(column: Column, cells: pd.Series) -> list["pa.Check"]:
    """pandera checks of a column; numbers that are numbers already must be finite."""
    import pandera.pandas as pa

    if column.kind in _DTYPES and pd.api.types.is_numeric_dtype(cells):
        return [pa.Check(_is_finite, element_wise=True, error="wrong_form")]
    checks = []
    pattern = column.pattern or _PATTERNS[column.kind]
    if column.allowed:
        checks.append(pa.Check.isin(column.allowed))
    if pattern:
        fits = partial(_fits, pattern=pattern)
        checks.append(pa.Check(fits, element_wise=True, error="wrong_form"))
    if column.longest:
        checks.append(pa.Check.str_length(max_value=column.longest))
    return checks


def _fits(cell: str, *, pattern: str) -> bool:
    """Whether the whole cell has the form; to pandera's own match “2022” may have a
    line break behind it."""
    return re.fullmatch(pattern, cell) is not None


def _is_finite(value: float) -> bool:
    return bool(np.isfinite(value))


_KEYS = {
    "multiple_fields_uniqueness": "duplicate_key",
    "not_nullable": "blank_cell",
    "isin": "not_allowed",
    "wrong_form": "wrong_form",
    "str_length": "too_long",
}


def _worded(
    failures: pd.DataFrame, frame: pd.DataFrame, table: Table, where: str
) -> Iterator[Problem]:
    """pandera's failure cases in our words: one problem a cell, or a repeated key."""
    faults = failures["check"].str.partition("(")[0]
    cases = failures.assign(fault=faults).sort_values("index", kind="stable")
    repeats = cases["fault"] == "multiple_fields_uniqueness"
    for case in cases[~repeats].itertuples():
        column = table.column(str(case.column))
        key = _KEYS[case.fault]
        if key == "wrong_form" and column.kind != "text":
            key = f"not_{column.kind}"
        cell = frame.at[case.index, column.name]
        details = {"allowed": "、".join(column.allowed), "longest": column.longest}
        value = None if pd.isna(cell) else cell
        yield Problem(key, where, int(case.index) + 2, column.name, value, details)
    for position in sorted(set(cases[repeats]["index"])):
        value = " · ".join(str(frame.at[position, name]) for name in table.key)
        names = "、".join(table.key)
        details = {"columns": names}
        yield Problem("duplicate_key", where, int(position) + 2, names, value, details)
