"""The data package described for machines: `data/datapackage.json`.

A Frictionless Data Package over the tables that `table.py` declares, the records of the
registry and the maps, with licence, source and sha256 of each. It is never written by
hand: run ``python -m fenghua_analysis.datapackage`` after any change below `data/`,
which writes `docs/data_format.md` too. A test says when either is out of date.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

from fenghua_analysis import data_format, table
from fenghua_analysis.contract import Column, Table
from fenghua_analysis.records import read_records
from fenghua_analysis.registry import Source

ROOT = Path(__file__).resolve().parents[1]
DESCRIPTOR = "datapackage.json"
RECORDS = ("indicators", "sources", "plans")

# Facts are free; what the project adds, order and reading, it gives away.
_OWN = {"name": "CC0-1.0", "title": "Creative Commons Zero 1.0"}
_TYPES = {"integer": "integer", "number": "number", "flag": "boolean"}
_LINKED = ("regions", "areas")


def descriptor(data_dir: Path) -> dict[str, Any]:
    """The Frictionless descriptor of a data folder, over the files that stand in it."""
    sources = read_records(data_dir / "registry/sources.yml", Source).values()
    maps = [source for source in sources if source.kind == "geography"]
    return {
        "profile": "data-package",
        "name": "fenghua-analysis",
        "title": "Common-prosperity indicators of Fenghua district, Ningbo",
        "description": "Targets of official documents beside published statistics.",
        "licenses": [_OWN],
        "sources": [_credit(source) for source in sources if source not in maps],
        "resources": [
            *(_tabular(t, data_dir) for t in table.TABLES if _stands(t.path, data_dir)),
            *(_plain(f"registry/{name}.yml", data_dir) for name in RECORDS),
            *(_mapped(source, data_dir) for source in maps),
        ],
    }


def descriptor_text(data_dir: Path) -> str:
    """The text of `datapackage.json` that belongs to a data folder."""
    return json.dumps(descriptor(data_dir), ensure_ascii=False, indent=1) + "\n"


def write(data_dir: Path) -> None:
    """Replace `datapackage.json` by the one that belongs to the folder as it stands."""
    text = descriptor_text(data_dir)
    (data_dir / DESCRIPTOR).write_text(text, encoding="utf-8")


def _stands(path: str, data_dir: Path) -> bool:
    return (data_dir / path).is_file()


def _credit(source: Source) -> dict[str, str]:
    named = {"title": f"{source.title} ({source.publisher})"}
    return named | ({"path": source.address} if source.address else {})


def _plain(path: str, data_dir: Path) -> dict[str, Any]:
    """A file without a table in it, by its content."""
    content = (data_dir / path).read_bytes()
    return {
        "name": Path(path).stem.replace("_", "-"),
        "path": path,
        "format": Path(path).suffix[1:],
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }


def _mapped(source: Source, data_dir: Path) -> dict[str, Any]:
    about = {
        "description": source.title,
        "licenses": [{"name": source.licence}],
        "sources": [_credit(source)],
    }
    return _plain(source.file, data_dir) | about


def _tabular(declared: Table, data_dir: Path) -> dict[str, Any]:
    return _plain(declared.path, data_dir) | {
        "name": declared.name.replace("_", "-"),
        "profile": "tabular-data-resource",
        "mediatype": "text/csv",
        "description": declared.about,
        "schema": {
            "fields": [_field(column) for column in declared.columns],
            "missingValues": [""],
            "primaryKey": list(declared.key),
            "foreignKeys": _foreign_keys(declared),
        },
    }


def _field(column: Column) -> dict[str, Any]:
    constraints = {
        "required": column.required,
        "enum": list(column.allowed),
        "pattern": column.pattern,
        "maxLength": column.longest,
    }
    described = {
        "name": column.name,
        "type": _TYPES.get(column.kind, "string"),
        "description": column.about,
        "constraints": {name: held for name, held in constraints.items() if held},
    }
    if column.kind == "flag":
        described |= {"trueValues": ["1"], "falseValues": ["0"]}
    return described


def _foreign_keys(declared: Table) -> list[dict[str, Any]]:
    keys = {t.name: list(t.key) for t in table.TABLES}
    links = [
        ([column.name], column.refers)
        for column in declared.columns
        if column.refers in _LINKED
    ]
    if declared.name in table.BELONGS:
        parent = table.BELONGS[declared.name]
        links.append((keys[parent], parent))
    return [
        {"fields": own, "reference": _reference(holder, keys[holder], declared)}
        for own, holder in links
    ]


def _reference(holder: str, key: list[str], declared: Table) -> dict[str, Any]:
    # An empty name is a table's reference to itself.
    resource = "" if holder == declared.name else holder.replace("_", "-")
    return {"resource": resource, "fields": key}


if __name__ == "__main__":
    write(ROOT / "data")
    data_format.write(ROOT)
