"""The data package described for people: `docs/data_format.md`.

Written from the declarations in `table.py` and the records in `registry.py`; run
``python -m fenghua_analysis.datapackage`` after a change there.
"""

import typing
from collections.abc import Iterator
from dataclasses import MISSING, fields
from pathlib import Path

from fenghua_analysis import table
from fenghua_analysis.contract import Column, Table
from fenghua_analysis.registry import Indicator, Plan, Source

PATH = "docs/data_format.md"

SDMX = {
    "indicator": "INDICATOR",
    "region": "REF_AREA",
    "period": "TIME_PERIOD",
    "value": "OBS_VALUE",
    "unit": "UNIT_MEASURE",
    "low": "LOWER_BOUND",
    "high": "UPPER_BOUND",
    "status": "OBS_STATUS",
    "source": "SOURCE_DETAIL",
    "note": "COMMENT_OBS",
}
"""SDMX name of each column of the observations."""

_RECORDS = {"indicators": Indicator, "sources": Source, "plans": Plan}

_HEAD = """\
# 数据格式 · Data format

*Written by `python -m fenghua_analysis.datapackage`; do not edit.*

本页是数据目录的约定，`fenghua data check` 按此检查每一个文件。
This page is the contract of a data folder; `fenghua data check` holds every file to it.

- Every table is CSV in UTF-8, one header line, rows sorted by their key.
- A blank cell is a value that does not exist. A figure that nobody has published has no
  row: it is never 0, never “-”.
- Numbers are digits with a point; the unit stands beside them, as text.
- A remark with “ / ” in it is Chinese before and English after.
- Several departments in one cell are joined by “、”.

## Periods

| written | covers |
|---|---|
| `2022` | the whole year |
| `2021-H1` · `2020-Q1Q3` | January to June · January to September, cumulative |
| `2023-12` | the state at the end of the month (`2020-11`: the census night) |
| `2016/2020` | the years 2016 to 2020 together |

Only `2022` and `2022-12` are figures of the year 2022: a part of a year is never
compared with a year.

## Statuses

| status | meaning | SDMX |
|---|---|---|
| `published` | printed by the source | A |
| `preliminary` | printed as a first vintage, revised later | P |
| `derived` | follows from published figures by the formula in `note` | A |
| `internal` | an office's own figure, from no publication | A |
| `estimated` | rests on an assumption too, said in `note`; has an interval | E |
| `illustrative` | invented for trying things out, marked wherever it is used | – |
"""

_RECORDS_HEAD = """\
## Records

YAML, one record under each id. The declared type decides how a value is read, so that
`issued: 2022-03` is a text. An unknown key is an error.
"""


def text() -> str:
    """The text of `docs/data_format.md`."""
    tables = "\n".join(line for t in table.TABLES for line in _section(t))
    records = "\n".join(line for name in _RECORDS for line in _record(name))
    return f"{_HEAD}\n{tables}\n{_RECORDS_HEAD}\n{records}"


def write(root: Path) -> None:
    """Replace `docs/data_format.md` below the root of the repository."""
    (root / PATH).parent.mkdir(exist_ok=True)
    (root / PATH).write_text(text(), encoding="utf-8")


def _section(declared: Table) -> Iterator[str]:
    with_sdmx = declared is table.OBSERVATIONS
    yield from (f"## {declared.name}", "", f"`data/{declared.path}`. {declared.about}")
    yield from ("", f"Key: {', '.join(f'`{name}`' for name in declared.key)}.", "")
    yield "| column | cell | meaning |" + (" SDMX |" if with_sdmx else "")
    yield "|---|---|---|" + ("---|" if with_sdmx else "")
    for column in declared.columns:
        sdmx = f" `{SDMX[column.name]}` |" if with_sdmx else ""
        yield f"| `{column.name}` | {_cell(column)} | {column.about} |{sdmx}"
    yield ""


def _cell(column: Column) -> str:
    """What a cell may hold, in a few words."""
    needed = "required" if column.required else "may be blank"
    if column.allowed:
        held = " · ".join(f"`{word}`" for word in column.allowed)
    else:
        held = {"flag": "0 or 1"}.get(column.kind, column.kind)
    if column.longest:
        held += f" of at most {column.longest} characters"
    return f"{held}; {needed}"


def _record(name: str) -> Iterator[str]:
    """A record's fields, with their types and whether they must stand."""
    kind = _RECORDS[name]
    hints = typing.get_type_hints(kind)
    yield from (f"### {name}", "", f"`data/registry/{name}.yml`", "")
    yield from ("| key | value | default |", "|---|---|---|")
    for one in fields(kind):
        if one.name != "id":
            default = "required" if one.default is MISSING else f"`{one.default!r}`"
            yield f"| `{one.name}` | {_kind(hints[one.name])} | {default} |"
    yield ""


def _kind(hint: typing.Any) -> str:
    if typing.get_origin(hint) is typing.Literal:
        return " · ".join(f"`{word}`" for word in typing.get_args(hint))
    return {int: "whole number", str: "text"}.get(hint, "list of texts")
