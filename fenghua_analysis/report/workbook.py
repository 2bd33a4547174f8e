"""`tables.xlsx`: every table, one sheet each, for a reader who checks.

In the sheet of gaps the inputs are values and what follows from them are live formulas
whose cached results equal ours. Text stays text, also when it begins with = + - @.
"""

import datetime as dt
import math
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from fenghua_analysis.report.cell_formats import number_format, shown
from fenghua_analysis.wording import knows, say

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

WIDEST = (44, 32, 22)
"""Characters of the widest column, the first by which the sheet fits a page; longer
texts are broken into lines."""
SENTENCE = 48
"""Characters of a column of sentences."""
LINE = 14.5
"""Height of a line in points."""
ACROSS = 190
"""Characters that can be read across a sheet of A4 lying on its side; more take two."""
_A4 = 9
Formula = Callable[[Mapping[str, str]], str]

# Each reads the cells of its row by column name, such as {"latest": "H5"}. The target
# is the one that the verdict was tested against: of an interval its weaker end.
FORMULAS: dict[str, Formula] = {
    "gap": lambda c: (
        f'=IF({c["direction"]}="{say("direction.lower")}",'
        f"{c['latest']}-{c['tested_target']},{c['tested_target']}-{c['latest']})"
    ),
    "relative_gap": lambda c: f"={c['gap']}/ABS({c['tested_target']})",
    "attainment": lambda c: (
        f"=({c['latest']}-{c['base']})/({c['tested_target']}-{c['base']})"
    ),
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
    styles = _Styles(book)
    for key, frame in sheets.items():
        sheet = book.add_worksheet(say(f"sheet.{key}"))
        _write_sheet(sheet, frame, styles, notice=notice)
        if key == "gaps":
            _write_formulas(sheet, frame, styles)
    book.close()


class _Styles:
    """The looks of cells; each format of numbers is made once."""

    def __init__(self, book: "Workbook") -> None:
        self._book = book
        self._numbers: dict[str, Any] = {}
        self.notice = self._look(bold=True, font_size=12, valign="vcenter")
        self.head = self._look(bold=True, bg_color="#E8EEF4", bottom=1, text_wrap=True)
        self.text = self._look(text_wrap=True)

    def number(self, column: str, value: float) -> Any:
        """The look of a number in a column."""
        form = number_format(column, value)
        if form not in self._numbers:
            self._numbers[form] = self._look(num_format=form)
        return self._numbers[form]

    def _look(self, **look: Any) -> Any:
        plain = {"font_name": "Noto Sans SC", "font_size": 10, "valign": "top"}
        return self._book.add_format(plain | look)


def _write_sheet(
    sheet: "Worksheet", frame: pd.DataFrame, styles: _Styles, *, notice: str
) -> None:
    """Notice in the first row, headings in the second, data from the third."""
    sheet.write_string(0, 0, notice or sheet.get_name(), styles.notice)
    texts = pd.DataFrame({n: [shown(n, c) for c in frame[n]] for n in frame})
    widths = _widths(texts)
    for column, name in enumerate(frame):
        sheet.write_string(1, column, _heading(name), styles.head)
        sheet.set_column(column, column, widths[name])
        for row, cell in enumerate(frame[name].tolist(), start=2):
            _write_cell(sheet, (row, column), name, cell, styles)
    sheet.set_row(1, LINE * 2)
    for row, lines in enumerate(_lines(texts, widths), start=2):
        sheet.set_row(row, LINE * lines)
    sheet.freeze_panes(2, 1)
    if len(frame):
        sheet.autofilter(1, 0, len(frame) + 1, len(frame.columns) - 1)
    _set_up_print(sheet, sum(widths.values()))


def _set_up_print(sheet: "Worksheet", width: int) -> None:
    """No column cut: one page across, or two that both begin with the first column."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1 if width <= ACROSS else 2, 0)
    sheet.repeat_rows(0, 1)
    sheet.repeat_columns(0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&L&A&R&P / &N")


def _write_cell(
    sheet: "Worksheet", place: tuple[int, int], name: str, cell: Any, styles: _Styles
) -> None:
    if pd.isna(cell) or cell == "":
        sheet.write_blank(*place, None, styles.text)
    elif isinstance(cell, int | float):
        sheet.write_number(*place, cell, styles.number(name, cell))
    else:
        sheet.write_string(*place, str(cell), styles.text)


def _write_formulas(sheet: "Worksheet", frame: pd.DataFrame, styles: _Styles) -> None:
    """Replace what follows from other cells by the formula, with our value cached."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    places = {name: column for column, name in enumerate(frame)}
    for name, formula in FORMULAS.items():
        for row, value in enumerate(frame[name].tolist(), start=2):
            if pd.notna(value):
                cells = {n: xl_rowcol_to_cell(row, c) for n, c in places.items()}
                look = styles.number(name, value)
                sheet.write_formula(row, places[name], formula(cells), look, value)


def _heading(name: str) -> str:
    return say(f"column.{name}") if knows(f"column.{name}") else str(name)


def _widths(texts: pd.DataFrame) -> dict[str, int]:
    """Widths of the columns in characters; a heading may take two lines."""
    needed = {
        name: max([*_in_two_lines(_heading(name)), *map(_across, texts[name])])
        for name in texts
    }
    for widest in WIDEST:
        found = {name: _held(width, widest) for name, width in needed.items()}
        if sum(found.values()) <= ACROSS:
            break
    return found


def _in_two_lines(heading: str) -> list[int]:
    """What a heading needs: half of it, or its longest word."""
    words = [_across(w) for w in heading.split()] if heading.isascii() else []
    return [-(-_across(heading) // 2), *words]


def _held(width: int, widest: int) -> int:
    return min(max(width + 2, 7), SENTENCE if width > 2 * SENTENCE else widest)


def _lines(texts: pd.DataFrame, widths: Mapping[str, int]) -> list[int]:
    """Lines that each row takes."""
    # Spreadsheets break a line where a word ends: a tenth is lost.
    room = {name: 0.9 * width for name, width in widths.items()}
    return [
        max(math.ceil(_across(text) / room[name]) or 1 for name, text in row.items())
        for row in texts.to_dict("records")
    ]


def _across(text: str) -> int:
    """Characters that a text takes; a Chinese one takes two."""
    return sum(1 + (ord(char) > 0x2E7F) for char in text)
