"""The five documents: extracted and accepted, they give the registry as it stands.

What the machine reads, with what its reviewer typed in, is the committed registry; the
workbook and `data add` are one more way to the same rows as `tests/test_drafting.py`.
"""

import shutil
from pathlib import Path

import pandas as pd
import pytest

from fenghua_analysis import table
from fenghua_analysis.contract import read_table, write_table
from fenghua_analysis.drafting import REVIEWER
from fenghua_analysis.registry import Registry, load_registry
from fenghua_analysis.supply import CONFLICT, GONE, NEW, SAME, adopt, propose
from fenghua_analysis.wording import say
from tests.reviewing import Reviewer, write_review
from tests.shared import shared

DATA = Path(__file__).resolve().parents[2] / "data"
DAY = "2024-01-01"
TABLES = (
    *(table.TARGETS, table.GOALS, table.WORK_ITEMS, table.MILESTONES),
    *(table.PROGRESS, table.OPINIONS, table.CORRECTIONS),
)
SOURCES = (
    *("fh_work_plan_2022", "fh_seven_services_2023", "nb_civil_affairs_2025"),
    *("nb_livelihood_2024", "fh_congress_2024"),
)
SHEETS = {"fact": "facts", "milestone": "milestones"}
NAMES = {"indicator": "name"}


@pytest.mark.parametrize("source", SOURCES)
def test_accepting_a_registered_document_as_it_is_shown_changes_nothing(
    source, tmp_path
):
    registry = load_registry(DATA)
    document = shared("sources") / registry.sources[source].file
    path = write_review(tmp_path / "a.xlsx", registry, document).accept_all().save()
    proposal = propose([path], registry, date=DAY)
    assert [proposal.count(fate) for fate in (NEW, CONFLICT, GONE)] == [0, 0, 0]
    own = [t for t in TABLES if len(_own(registry.tables[t.name], source))]
    assert proposal.count(SAME) == sum(
        len(_own(registry.tables[declared.name], source)) for declared in own
    )


@pytest.mark.parametrize("source", SOURCES)
def test_reviewing_a_document_anew_gives_the_committed_rows(source, tmp_path):
    """Its rows are taken out; a reviewer types the corrections in and accepts."""
    folder, committed = tmp_path / "data", load_registry(DATA)
    shutil.copytree(DATA, folder)
    for declared in TABLES:
        held = read_table(declared, folder)
        write_table(held[held.source != source], declared, folder)
    bare = load_registry(folder)
    document = shared("sources") / bare.sources[source].file
    reviewer = write_review(tmp_path / "a.xlsx", bare, document)
    _correct(reviewer, committed, source)
    _remark(reviewer, committed, source)
    reviewer.fill_form(region="奉化区" if source.startswith("fh") else "宁波市")
    path = reviewer.accept_all().save()
    adopt(propose([path], bare, date=DAY), folder)
    for declared in TABLES:
        now, before = (read_table(declared, one) for one in (folder, DATA))
        reasons = [name for name in before if name.startswith("reason")]
        pd.testing.assert_frame_equal(
            now.drop(columns=reasons), before.drop(columns=reasons)
        )


def _own(rows: pd.DataFrame, source: str) -> pd.DataFrame:
    return rows[rows.source == source]


def _correct(reviewer: Reviewer, committed: Registry, source: str) -> None:
    """Type in what the reviewer of the registry corrected."""
    promised = set(_own(committed.targets, source).name)
    for row in _own(committed.corrections, source).itertuples():
        sheet, column = SHEETS[row.record], NAMES.get(row.column, row.column)
        (number,) = [
            number
            for number, cells in reviewer.rows(sheet)
            if cells["offset"] == row.offset
            and (column != "name" or cells["name"] == row.extracted)
        ]
        if row.reviewed:
            reviewer.set(sheet, number, **{column: row.reviewed})
            if column == "name":  # the lineage shown was that of the wrong name
                reviewer.set(sheet, number, indicator=None)
            if row.reviewed in promised:
                reviewer.set(sheet, number, table=say("review.choice.table.targets"))
        else:
            reviewer.set(sheet, number, verdict="✗")


def _remark(reviewer: Reviewer, committed: Registry, source: str) -> None:
    """Type in English names and remarks, which no machine gives."""
    for declared in TABLES:
        rows = _own(committed.tables[declared.name], source)
        for row in rows.to_dict("records"):
            told = {c: row[c] for c in REVIEWER.get(declared.name, ()) if row[c]}
            if told and declared == table.WORK_ITEMS:
                _set_at(reviewer, "items", row["offset"], **told)
            elif told and declared == table.OPINIONS:
                named = {"title_en": told["report_en"]}
                named["heading_en"] = told["heading_en"]
                named["departments"] = told.get("departments")
                _set_at(reviewer, "opinions", row["offset"], **named)
            elif told:
                _set_of(reviewer, row, **told)


def _set_at(reviewer: Reviewer, sheet: str, offset: int, **values) -> None:
    reviewer.set(sheet, reviewer.find(sheet, offset=offset), **values)


def _set_of(reviewer: Reviewer, row: dict, **values) -> None:
    """Set cells of the fact that a row states: the first with its name and number."""
    numbers = [
        number
        for number, cells in reviewer.rows("facts")
        if cells["name"] == row["name"]
        and (cells["value"] is None or float(cells["value"]) == row["value"])
        and cells["offset"] >= row["offset"]
    ]
    reviewer.set("facts", numbers[0], **values)
