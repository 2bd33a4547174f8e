"""A reviewer for tests: opens a review workbook, decides, corrects, saves."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import openpyxl

from fenghua_analysis.documents import read_document
from fenghua_analysis.registry import Registry
from fenghua_analysis.review import layout
from fenghua_analysis.review.found import find
from fenghua_analysis.review.workbook import workbook
from fenghua_analysis.wording import say

PLAN = Path(__file__).parent / "data" / "plan_2024.txt"
"""A plan in our own words, with invented numbers; it never enters the registry."""


def write_review(path: Path, registry: Registry, document: Path = PLAN) -> "Reviewer":
    """The review workbook of a document, in the hands of a reviewer."""
    import hashlib

    sha256 = hashlib.sha256(document.read_bytes()).hexdigest()
    found = find(read_document(document))
    path.write_bytes(workbook(found, registry, sha256=sha256))
    return Reviewer(path)


class Reviewer:
    """Writes into the cells of a review workbook, by sheet, row number and column."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = openpyxl.load_workbook(path)

    def sheet(self, name: str) -> Any:
        return self.book[say(f"review.sheet.{name}")]

    def has(self, name: str) -> bool:
        return say(f"review.sheet.{name}") in self.book.sheetnames

    def cell(self, name: str, row: int, column: str) -> Any:
        """The cell of a column in the row with this number, counted from 1."""
        sheet = self.sheet(name)
        heads = [cell.value for cell in sheet[1]]
        return sheet.cell(row + 1, heads.index(say(f"review.column.{column}")) + 1)

    def set(self, sheet: str, row: int, /, **values: Any) -> "Reviewer":
        for column, value in values.items():
            self.cell(sheet, row, column).value = value
        return self

    def rows(self, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
        """Number and cells of each row of a sheet, under the names of its columns."""
        if not self.has(name):
            return
        declared = next(sheet for sheet in layout.SHEETS if sheet.name == name)
        names = [column.name for column in declared.columns]
        for number, cells in enumerate(self.sheet(name).values):
            if number and any(cell is not None for cell in cells):
                yield number, dict(zip(names, cells, strict=True))

    def fill_form(self, **values: str) -> "Reviewer":
        sheet = self.sheet("source")
        labels = {row[0].value: row[1] for row in sheet.iter_rows()}
        for name, value in values.items():
            labels[say(f"review.form.{name}")].value = value
        return self

    def accept_all(self) -> "Reviewer":
        """✓ in every row that is not marked ✗ already."""
        for name in ("facts", "items", "milestones", "opinions"):
            for number, cells in self.rows(name):
                if cells["verdict"] is None:
                    self.set(name, number, verdict="✓")
        return self

    def find(self, sheet: str, /, **wanted: Any) -> int:
        """Number of the row that holds these values."""
        (number,) = [
            number
            for number, cells in self.rows(sheet)
            if all(cells[column] == value for column, value in wanted.items())
        ]
        return number

    def save(self) -> Path:
        self.book.save(self.path)
        return self.path


def reviewed_plan(path: Path, registry: Registry) -> Reviewer:
    """The plan of 2024, decided on as its reviewer would: everything is right."""
    reviewer = write_review(path, registry).accept_all()
    reviewer.fill_form(**FORM)
    for number, cells in reviewer.rows("indicators"):
        reviewer.set("indicators", number, **NEW[cells["name"]])
    return reviewer


FORM: Mapping[str, str] = {
    "id": "fh_2024",
    "publisher": "本项目（示意）",
    "issued": "2024-03-01",
    "licence": "CC0-1.0",
    "zh": "奉化区2024年计划（示意）",
    "en": "Fenghua, plan 2024 (for illustration)",
}
NEW: Mapping[str, Mapping[str, str]] = {
    "研学旅游接待人数占比": {
        "id": "study_tour_share",
        "name_en": "Study tours, share of visitors",
        "area": "经济高质量发展先行示范",
    },
    "夜间便民服务点数": {
        "id": "night_service_points",
        "name_en": "Night service points",
        "area": "公共服务优质共享先行示范",
    },
}
