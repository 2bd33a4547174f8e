"""A review workbook opened again: the document in it, and what its cells hold.

Sheets and columns are known by their headings in either language; whatever was moved,
sorted or saved by another program is found again. Nothing is judged here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from fenghua_analysis.errors import DataError, Problem
from fenghua_analysis.loaders.sheets import Cell, Place
from fenghua_analysis.loaders.sheets import Sheet as Cells
from fenghua_analysis.loaders.supplied.cells import plain
from fenghua_analysis.loaders.workbooks import open_workbook, sheet_names, sheet_of
from fenghua_analysis.review import layout
from fenghua_analysis.review.carried import Carried, unpacked
from fenghua_analysis.review.subject import FORM
from fenghua_analysis.wording import LANGUAGES, say

Raw = Mapping[str, tuple[Cell, Place]]
"""Name of a column or a field → what its cell holds, and where it stands."""


@dataclass(frozen=True)
class ReviewBook:
    """A review workbook as its reviewer left it.

    Attributes
    ----------
    form : fields of the sheet “Source”
    rows : name of a sheet → its rows
    filled : name of a sheet → number of a row → what it was filled with
    """

    file: str
    carried: Carried
    form: Raw
    rows: Mapping[str, Sequence[Raw]]
    filled: Mapping[str, Mapping[int, Raw]]


def is_review(path: str | Path) -> bool:
    """Whether a file is a workbook that `fenghua extract` wrote."""
    path = Path(path)
    if not path.is_file():
        return False
    return layout.MARKER in sheet_names(path.read_bytes())


def read_review(path: str | Path) -> ReviewBook:
    """Open a review workbook.

    Raises
    ------
    DataError : the workbook is damaged, or a sheet or a column of it is missing.
    """
    path = Path(path)
    book = open_workbook(path.read_bytes(), file=path.name)
    there = {
        name: sheet_of(book, name, file=path.name) for name in _own(book.sheetnames)
    }
    problems: list[Problem] = []
    rows = {}
    for sheet in layout.SHEETS:
        cells = _named(there, f"review.sheet.{sheet.name}")
        rows[sheet.name] = _rows(cells, sheet, problems) if cells else []
    source = _named(there, "review.sheet.source")
    if source is None or (
        not rows[layout.FACTS.name] and not rows[layout.OPINIONS.name]
    ):
        name = layout.FACTS.title if source else say("review.sheet.source")
        problems.append(Problem("missing_sheet", path.name, value=name))
    if problems:
        raise DataError(problems)
    filled = {sheet.name: _filled(there, sheet) for sheet in layout.SHEETS}
    if any(rows[s.name] and not filled[s.name] for s in layout.SHEETS if s.key):
        raise DataError(Problem("broken_review", path.name))
    return ReviewBook(
        file=path.name,
        carried=_carried(there[layout.MARKER], path.name),
        form=_form(source) if source else {},
        rows=rows,
        filled=filled,
    )


def _own(names: Sequence[str]) -> list[str]:
    """The sheets that are looked at: ours, in either language."""
    kept = ["source", *(sheet.name for sheet in layout.SHEETS)]
    titles = {say(f"review.sheet.{name}", lang) for name in kept for lang in LANGUAGES}
    return [name for name in names if name in titles or name.startswith(layout.MARKER)]


def _named(there: Mapping[str, Cells], key: str) -> Cells | None:
    titles = (say(key, lang) for lang in LANGUAGES)
    return next((there[title] for title in titles if title in there), None)


def _rows(cells: Cells, sheet: layout.Sheet, problems: list[Problem]) -> list[Raw]:
    """The rows below the heading; a column that is missing is a problem."""
    titles = sheet.titles()
    first = cells.rows[0] if cells.rows else []
    heading = [titles.get(str(cell).strip(), "") for cell in first]
    for column in sheet.columns:
        if column.name not in heading:
            place = (cells.file, 1, column.title)
            details = {"names": sheet.title}
            problems.append(Problem("missing_review_column", *place, None, details))
    return [
        {
            name: (cell, cells.place(row, number))
            for number, (name, cell) in enumerate(zip(heading, line, strict=True))
            if name
        }
        for row, line in enumerate(cells.rows[1:], start=1)
    ]


def _filled(there: Mapping[str, Cells], sheet: layout.Sheet) -> dict[int, Raw]:
    """The hidden copy of a sheet, by the numbers of its rows."""
    cells = there.get(layout.copy_of(sheet))
    rows = _rows(cells, sheet, []) if cells and sheet.key else []
    numbers = [(plain(raw[sheet.key][0]), raw) for raw in rows if sheet.key in raw]
    return {int(text): raw for text, raw in numbers if text.isdecimal()}


def _form(cells: Cells) -> Raw:
    titles = {
        say(f"review.form.{name}", lang): name for name in FORM for lang in LANGUAGES
    }
    return {
        titles[str(line[0]).strip()]: (line[1], cells.place(row, 1))
        for row, line in enumerate(cells.rows)
        if len(line) > 1 and str(line[0]).strip() in titles
    }


def _carried(cells: Cells, file: str) -> Carried:
    rows = [
        (str(line[0]), "" if line[1] is None else str(line[1])) for line in cells.rows
    ]
    try:
        return unpacked(rows)
    except (ValueError, IndexError):
        raise DataError(Problem("broken_review", file)) from None
