"""Draft the registry anew from the official documents that it was read from.

Run it as ``python tools/refresh_documents.py FOLDER``, where FOLDER holds the texts
under the file names of `registry/sources.yml`. What a reviewer has added (English
names, remarks) stays with the rows of the same key; a new row has it blank and is
refused until it is filled in.
"""

import sys
from pathlib import Path

import pandas as pd

from fenghua_analysis import datapackage, drafting, table
from fenghua_analysis.contract import Table, write_table
from fenghua_analysis.documents import read_document
from fenghua_analysis.registry import Plan, Registry, load_registry

DATA = Path(__file__).resolve().parents[1] / "data"


def refresh(folder: Path) -> None:
    """Replace the rows of every plan whose document stands in `folder`."""
    registry = load_registry(DATA)
    tables = dict(registry.tables)
    for plan in registry.plans.values():
        source = registry.sources[plan.source]
        if source.kind == "document" and (folder / source.file).is_file():
            reading = read(folder / source.file, plan, registry)
            for name, rows in drafting.draft(reading).items():
                tables[name] = replaced(rows, tables[name], declared(name), plan)
                write_table(tables[name], declared(name), DATA)
    datapackage.write(DATA)


def read(file: Path, plan: Plan, registry: Registry) -> drafting.Reading:
    """The document of a plan with what its reviewer has corrected."""
    corrections = registry.corrections
    return drafting.Reading(
        read_document(file),
        source=plan.source,
        plan=plan,
        vocabulary=drafting.Vocabulary.of(registry),
        corrections=corrections[corrections.source == plan.source],
    )


def replaced(
    rows: pd.DataFrame, held: pd.DataFrame, declared: Table, plan: Plan
) -> pd.DataFrame:
    """A table with `rows` in the place of the plan's former ones."""
    reviewed = drafting.with_reviewed(rows, held, declared)
    others = held.loc[held.plan != plan.id, declared.names]
    return pd.concat([others, reviewed], ignore_index=True)


def declared(name: str) -> Table:
    return next(one for one in table.TABLES if one.name == name)


if __name__ == "__main__":
    refresh(Path(sys.argv[1]))
