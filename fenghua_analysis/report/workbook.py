"""`tables.xlsx`: every table, one sheet each, for a reader who checks.

In the sheet of gaps the inputs are values and what follows from them are live formulas
whose cached results equal ours. Text stays text, also when it begins with = + - @.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from fenghua_analysis.wording import knows, say

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

WIDEST = 46
Formula = Callable[[Mapping[str, str]], str]

# Each reads the cells of its row by column name, such as {"latest": "H5"}.
FORMULAS: dict[str, Formula] = {
    "gap": lambda c: (
        f'=IF({c["direction"]}="{say("direction.lower")}",'
        f"{c['latest']}-{c['target']},{c['target']}-{c['latest']})"
    ),
    "relative_gap": lambda c: f"={c['gap']}/ABS({c['target']})",
    "attainment": lambda c: f"=({c['latest']}-{c['base']})/({c['target']}-{c['base']})",
    "lead": lambda c: f"={c['attainment']}-{c['elapsed']}",
}


def write_workbook(
    path: Path, sheets: Mapping[str, pd.DataFrame], *, as_of: str, notice: str = ""
) -> None:
    """Write `sheets` in their order; the sheet called `gaps` gets its formulas.

    Parameters
    ----------
    path : the file
    sheets : key of the sheet's name (``sheet.<key>``) → table
    as_of : day that the file bears as its date of creation, so that the same report
        has the same bytes
    notice : words above every table, such as that figures are illustrative
    """
    import xlsxwriter

    options = {"strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(path, options | {"nan_inf_to_errors": False})
    created = dt.datetime.combine(dt.date.fromisoformat(as_of), dt.time())
    book.set_properties({"title": say("sheet.title"), "created": created})
    styles = _styles(book)
    for key, frame in sheets.items():
        sheet = book.add_worksheet(say(f"sheet.{key}"))
        _write_sheet(sheet, frame, styles, notice=notice)
        if key == "gaps":
            _write_formulas(sheet, frame, styles)
    book.close()


def _write_sheet(
    sheet: "Worksheet", frame: pd.DataFrame, styles: dict[str, Any], *, notice: str
) -> None:
    """Notice in the first row, headings in the second, data from the third."""
    sheet.write_string(0, 0, notice or sheet.get_name(), styles["notice"])
    for column, name in enumerate(frame):
        heading = say(f"column.{name}") if knows(f"column.{name}") else str(name)
        sheet.write_string(1, column, heading, styles["head"])
        cells = frame[name].tolist()
        sheet.set_column(column, column, _width(heading, cells))
        for row, cell in enumerate(cells, start=2):
            _write_cell(sheet, row, column, cell, styles)
    sheet.freeze_panes(2, 1)
    if len(frame):
        sheet.autofilter(1, 0, len(frame) + 1, len(frame.columns) - 1)


def _write_cell(
    sheet: "Worksheet", row: int, column: int, cell: Any, styles: dict[str, Any]
) -> None:
    if pd.isna(cell) or cell == "":
        sheet.write_blank(row, column, None, styles["text"])
    elif isinstance(cell, int | float):
        sheet.write_number(row, column, cell, styles["number"])
    else:
        sheet.write_string(row, column, str(cell), styles["text"])


def _write_formulas(
    sheet: "Worksheet", frame: pd.DataFrame, styles: dict[str, Any]
) -> None:
    """Replace what follows from other cells by the formula, with our value cached."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    places = {name: column for column, name in enumerate(frame)}
    for name, formula in FORMULAS.items():
        for row, value in enumerate(frame[name].tolist(), start=2):
            if pd.notna(value):
                cells = {n: xl_rowcol_to_cell(row, c) for n, c in places.items()}
                sheet.write_formula(
                    row, places[name], formula(cells), styles["number"], value
                )


def _width(heading: str, cells: list[Any]) -> int:
    """Width in characters; a Chinese character takes two."""
    texts = [heading, *(str(cell) for cell in cells[:200])]
    widest = max(sum(1 + (ord(char) > 0x2E7F) for char in text) for text in texts)
    return min(max(widest + 2, 8), WIDEST)


def _styles(book: "Workbook") -> dict[str, Any]:
    plain = {"font_name": "Noto Sans SC", "font_size": 10, "valign": "top"}
    return {
        "notice": book.add_format(plain | {"bold": True, "font_size": 12}),
        "head": book.add_format(
            plain | {"bold": True, "bg_color": "#E8EEF4", "bottom": 1}
        ),
        "text": book.add_format(plain | {"text_wrap": True}),
        "number": book.add_format(plain | {"num_format": "#,##0.####"}),
    }
