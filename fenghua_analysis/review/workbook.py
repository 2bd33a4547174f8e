"""A document as a workbook to decide on: accept, correct or reject, row by row.

What the machine read is grey and locked; the reviewer's columns hold its reading and
may be changed, and what was changed turns orange. Verdicts are blank at first: nothing
enters the registry that nobody has looked at.
"""

import datetime as dt
import hashlib
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fenghua_analysis.errors import ParameterError, Problem
from fenghua_analysis.files import write_file
from fenghua_analysis.registry import Registry, load_registry
from fenghua_analysis.review import layout
from fenghua_analysis.review.carried import Carried, packed
from fenghua_analysis.review.found import Found
from fenghua_analysis.review.layout import Column, Row, Sheet
from fenghua_analysis.review.looks import LOOKS, height
from fenghua_analysis.review.proposing import proposed
from fenghua_analysis.review.subject import FORM, subject
from fenghua_analysis.wording import knows, language, say

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

Rows = Mapping[str, Sequence[Row]]

_STEPS = ("decide", "correct", "place", "unknown", "source", "unread", "add")
_LONGEST = 2_000
"""Characters of a cell that are shown; nobody reads more of them in a cell."""
_LOCKED = {
    "select_locked_cells": True,
    "autofilter": True,
    "sort": True,
    "format_columns": True,
    "format_rows": True,
}
_HEAD, _FIRST = 0, 1
_FORM_WIDTHS = (20, 60, 60)
_A3, _A4 = 8, 9


def write_workbook(
    found: Found, path: Path, *, file: Path, data_dir: str | Path
) -> None:
    """Write the review workbook of a document.

    Parameters
    ----------
    file : the document itself, whose fingerprint is recorded
    data_dir : the registry that knows what can be chosen

    Raises
    ------
    ParameterError : a file stands at `path`; a review under way is not overwritten.
    DataError, RegistryError : the data folder cannot be used.
    NotWrittenError : the workbook cannot be written.
    """
    if path.exists():
        raise ParameterError(Problem("file_stands", file=str(path)))
    registry = load_registry(data_dir)
    sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
    write_file(path, workbook(found, registry, sha256=sha256))


def workbook(found: Found, registry: Registry, *, sha256: str) -> bytes:
    """The review workbook as a file's content."""
    import xlsxwriter

    under_review = subject(found, registry, sha256=sha256)
    document = found.document
    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False}
    with xlsxwriter.Workbook(content, options) as book:
        book.set_properties({"created": dt.datetime(2000, 1, 1)})
        writer = _Writer(book, registry)
        writer.instructions(under_review.form)
        writer.sheets(proposed(under_review.shown, registry))
        writer.hidden(
            Carried(
                *(document.text, document.name, sha256),
                year=found.year,
                region=found.region,
            )
        )
    return content.getvalue()


class _Writer:
    """One workbook being written; its lists of choices stand in a hidden sheet."""

    def __init__(self, book: "Workbook", registry: Registry) -> None:
        self.book = book
        self.choices = layout.choices(registry, language())
        self.styles = {name: book.add_format(look) for name, look in LOOKS.items()}
        self.lists: dict[str, str] = {}

    def instructions(self, form: Mapping[str, str]) -> None:
        """What to do, and the form for where the document is from."""
        sheet = self._page("instructions", widths=(18, 96))
        sheet.write_string(0, 0, say("review.title"), self.styles["title"])
        for row, name in enumerate(_STEPS, start=2):
            step = say(f"review.step_name.{name}"), say(f"review.step.{name}")
            self._line(sheet, row, step, ("text", "text"), widths=(18, 96))
        sheet = self._page("source", widths=_FORM_WIDTHS)
        for row, name in enumerate(FORM):
            value = self.choices.get(name, {}).get(form[name], form[name])
            texts = say(f"review.form.{name}"), value, say(f"review.hint.{name}")
            styles = ("head", "input", "told")
            self._line(sheet, row, texts, styles, widths=_FORM_WIDTHS)
        self._offer(sheet, "region", rows=(FORM.index("region"),) * 2, column=1)
        sheet.protect("", _LOCKED)

    def _page(self, name: str, *, widths: Sequence[int]) -> "Worksheet":
        """A sheet of text, printed on the width of a page."""
        sheet = self.book.add_worksheet(say(f"review.sheet.{name}"))
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        return sheet

    def _line(
        self,
        sheet: "Worksheet",
        row: int,
        texts: Sequence[str],
        styles: Sequence[str],
        *,
        widths: Sequence[int],
    ) -> None:
        sheet.set_row(row, height(texts, widths))
        for column, (text, style) in enumerate(zip(texts, styles, strict=True)):
            sheet.write_string(row, column, text, self.styles[style])

    def sheets(self, filled: Rows) -> None:
        """A sheet for each kind of row that the document holds."""
        for sheet in (*layout.SHEETS, layout.UNREAD):
            rows = filled[sheet.name]
            if rows or (sheet.spare and filled[layout.FACTS.name]):
                self._sheet(sheet, rows)

    def hidden(self, carried: Carried) -> None:
        """The document itself, where no reviewer needs to see it."""
        sheet = self.book.add_worksheet(layout.MARKER)
        for row, (key, value) in enumerate(packed(carried)):
            sheet.write_string(row, 0, key)
            sheet.write_string(row, 1, value)
        sheet.very_hidden()

    def _sheet(self, declared: Sheet, rows: Sequence[Row]) -> None:
        sheet = self.book.add_worksheet(declared.title)
        lines = len(rows) + declared.spare
        widths = [column.width for column in declared.columns]
        for number, column in enumerate(declared.columns):
            sheet.set_column(number, number, column.width)
            head = "head" if column.told else "own_head"
            sheet.write_string(_HEAD, number, column.title, self.styles[head])
            if not column.told and lines:
                self._offer(
                    sheet,
                    column.choices,
                    rows=(_FIRST, lines),
                    column=number,
                    hint=column.name,
                )
        for line in range(lines):
            row = rows[line] if line < len(rows) else {}
            cells = [self._shown(c, row.get(c.name)) for c in declared.columns]
            sheet.set_row(_FIRST + line, height(cells, widths))
            for number, column in enumerate(declared.columns):
                self._cell(sheet, (_FIRST + line, number), column, cells[number])
        if declared.key and rows:
            self._keep_copy(sheet, declared, rows)
        self._lay_out(sheet, declared, lines)

    def _lay_out(self, sheet: "Worksheet", declared: Sheet, lines: int) -> None:
        """Headings and verdicts stay in sight; what is told cannot be changed."""
        names = [column.name for column in declared.columns]
        fixed = names.index("verdict") + 1 if "verdict" in names else 1
        sheet.freeze_panes(_FIRST, fixed)
        sheet.autofilter(_HEAD, 0, max(lines, _FIRST), len(names) - 1)
        sheet.set_landscape()
        sheet.set_paper(_A3)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_HEAD)
        sheet.protect("", _LOCKED)

    def _cell(
        self, sheet: "Worksheet", place: tuple[int, int], column: Column, value: Any
    ) -> None:
        style = self.styles["told" if column.told else "input"]
        if value in (None, ""):
            sheet.write_blank(*place, None, style)
        elif isinstance(value, int | float):
            sheet.write_number(*place, value, style)
        else:
            sheet.write_string(*place, value[:_LONGEST], style)

    def _shown(self, column: Column, value: Any) -> Any:
        """A code in words; the nearest indicator, too, is named and not numbered."""
        choices = "indicator" if column.name == "nearest" else column.choices
        return self.choices[choices].get(value, value) if choices else value

    def _offer(
        self,
        sheet: "Worksheet",
        choices: str,
        *,
        rows: tuple[int, int],
        column: int,
        hint: str = "",
    ) -> None:
        """A drop-down and a hint; other words may be typed, and are examined later."""
        rule: dict[str, Any] = {"validate": "any", "error_type": "warning"}
        if choices:
            rule |= {"validate": "list", "source": self._list(choices)}
        if hint and knows(f"review.hint.{hint}"):
            rule["input_message"] = say(f"review.hint.{hint}")
        if len(rule) > 2:
            sheet.data_validation(rows[0], column, rows[1], column, rule)

    def _list(self, choices: str) -> str:
        """Where the choices stand; they are written when they are first offered."""
        from xlsxwriter.utility import xl_rowcol_to_cell

        if choices not in self.lists:
            name = say("review.sheet.choices")
            hidden = self.book.get_worksheet_by_name(name)
            if hidden is None:
                hidden = self.book.add_worksheet(name)
                hidden.hide()
            column = len(self.lists)
            words = list(self.choices[choices].values())
            hidden.write_column(0, column, words)
            first = xl_rowcol_to_cell(0, column, True, True)
            last = xl_rowcol_to_cell(max(len(words) - 1, 0), column, True, True)
            self.lists[choices] = f"='{name}'!{first}:{last}"
        return self.lists[choices]

    def _keep_copy(
        self, sheet: "Worksheet", declared: Sheet, rows: Sequence[Row]
    ) -> None:
        """Keep what the sheet was filled with, and colour the cells that differ."""
        from xlsxwriter.utility import xl_rowcol_to_cell

        copy = self.book.add_worksheet(layout.copy_of(declared))
        copy.very_hidden()
        for number, column in enumerate(declared.columns):
            copy.write_string(_HEAD, number, column.title)
            for line, row in enumerate(rows, start=_FIRST):
                value = self._shown(column, row.get(column.name))
                self._cell(copy, (line, number), column, value)
            if column.told or column.name in ("verdict", "reason"):
                continue
            here = xl_rowcol_to_cell(_FIRST, number)
            rule = {
                "type": "formula",
                "criteria": f"={here}<>'{copy.name}'!{here}",
                "format": self.styles["changed"],
            }
            sheet.conditional_format(_FIRST, number, len(rows), number, rule)
