"""Workbooks (.xlsx) as sheets of cells, opened with caution.

A workbook is a zip archive from somebody else's machine: it may be cut off, be no
workbook at all, or unpack to more than a memory holds. Whatever it is, the answer is
its sheets or one clear problem.
"""

import datetime as dt
import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from fenghua_analysis.errors import DataError, Problem
from fenghua_analysis.loaders.sheets import LARGEST, Cell, Fault, Sheet

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell as BookCell
    from openpyxl.worksheet.worksheet import Worksheet

_WORKBOOK = "xl/workbook.xml"
_LONGEST_LIST = 1_000_000
"""Bytes that the list of a workbook's sheets may take; nobody has that many."""


def sheets_of_workbook(content: bytes, *, file: str) -> list[Sheet]:
    """The visible sheets of a workbook that hold anything.

    Raises
    ------
    DataError : the archive is damaged, holds no workbook or unpacks to too much; or no
        sheet holds anything.
    """
    book = open_workbook(content, file=file)
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    values = _open(content, file, values=True) if _has_formulas(shown) else book
    sheets = [_read(sheet, values[sheet.title], file) for sheet in shown]
    found = [sheet for sheet in sheets if sheet.rows]
    if not found:
        raise DataError(Problem("empty_file", file=file))
    return found


def open_workbook(content: bytes, *, file: str) -> "Workbook":
    """A workbook with its formulas, once its archive has been examined.

    Raises
    ------
    DataError : the archive is damaged, holds no workbook or unpacks to too much.
    """
    _examine_archive(content, file)
    return _open(content, file, values=False)


def sheet_names(content: bytes) -> list[str]:
    """Names of all sheets, hidden ones too, without reading any; [] for no workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            listed = (
                archive.open(_WORKBOOK).read(_LONGEST_LIST).decode("utf-8", "replace")
            )
    except Exception:  # a damaged archive raises whatever its parts meet
        return []
    return re.findall(r'<(?:\w+:)?sheet [^>]*?name="([^"]*)"', listed)


def sheet_of(book: "Workbook", name: str, *, file: str) -> Sheet:
    """One sheet of a workbook without formulas, hidden or not."""
    return _read(book[name], book[name], file)


def _examine_archive(content: bytes, file: str) -> None:
    """Refuse by the archive's table of contents, before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError) as error:
        raise _broken(file, error) from None
    if sum(member.file_size for member in members) > LARGEST:
        details = {"megabytes": LARGEST // 1_000_000}
        raise DataError(Problem("file_too_large", file=file, details=details))
    if _WORKBOOK not in [member.filename for member in members]:
        raise DataError(Problem("not_a_workbook", file=file))


def _open(content: bytes, file: str, *, values: bool) -> "Workbook":
    """Formulas, or the values that they had when the workbook was saved."""
    from openpyxl import load_workbook

    try:
        return load_workbook(io.BytesIO(content), data_only=values)
    except Exception as error:  # a damaged part raises whatever its parser meets
        raise _broken(file, error) from None


def _broken(file: str, error: Exception) -> DataError:
    reason = str(error) or type(error).__name__
    return DataError(Problem("broken_workbook", file=file, details={"reason": reason}))


def _has_formulas(sheets: "list[Worksheet]") -> bool:
    return any(
        cell.data_type == "f"
        for sheet in sheets
        for row in sheet.iter_rows()
        for cell in row
    )


def _read(sheet: "Worksheet", values: "Worksheet", file: str) -> Sheet:
    """One sheet without its blank rows; merged cells repeat what their corner holds."""
    grid = [
        [_cell(cell, values.cell(cell.row, cell.column)) for cell in row]
        for row in sheet.iter_rows(min_row=1, min_col=1)
    ]
    covered = set()
    for area in sheet.merged_cells.ranges:
        corner = grid[area.min_row - 1][area.min_col - 1]
        for row in range(area.min_row - 1, area.max_row):
            for column in range(area.min_col - 1, area.max_col):
                covered.add((row, column))
                grid[row][column] = corner
        covered.discard((area.min_row - 1, area.min_col - 1))
    kept = [n for n, row in enumerate(grid) if any(cell is not None for cell in row)]
    places = {row: n for n, row in enumerate(kept)}
    return Sheet(
        file=file,
        name=sheet.title,
        rows=[grid[n] for n in kept],
        lines=[n + 1 for n in kept],
        covered=frozenset((places[r], c) for r, c in covered if r in places),
    )


def _cell(cell: "BookCell", computed: "BookCell") -> Cell:
    """What the cell shows."""
    value: Any = computed.value
    if cell.data_type == "f" and value is None and computed.data_type == "n":
        return Fault("formula_without_value")
    if computed.data_type == "e":
        return Fault("formula_error")
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, bool | dt.time | dt.timedelta):
        return str(value)
    if isinstance(value, int | float) and "%" in cell.number_format:
        return f"{value * 100:.12g}%"
    if isinstance(value, str) and not value.strip():
        return None
    return value
