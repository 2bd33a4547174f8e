"""Files as offices send them, for tests: workbooks and delimited texts."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

TOWNSHIPS = (
    *("锦屏街道", "岳林街道", "江口街道", "西坞街道", "萧王庙街道", "方桥街道"),
    *("尚田街道", "莼湖街道", "溪口镇", "裘村镇", "大堰镇", "松岙镇"),
)
INCOMES = (
    *(62_000, 63_000, 59_000, 55_000, 54_000, 58_000),
    *(50_000, 52_000, 57_000, 48_000, 43_000, 49_000),
)
"""Of the townships, in their order; the lowest is Dayan's 43,000."""


def workbook(
    path: Path,
    sheets: Mapping[str, Sequence[Sequence[Any]]],
    *,
    merged: Sequence[str] = (),
    hidden: Sequence[str] = (),
    formats: Mapping[str, str] | None = None,
) -> Path:
    """Write a workbook.

    Parameters
    ----------
    sheets : name → rows of cells from A1
    merged, formats : ranges, and cells with their number formats, of the first sheet
    hidden : names of sheets that are not shown
    """
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        sheet.sheet_state = "hidden" if name in hidden else "visible"
    first = book[next(iter(sheets))]
    for area in merged:
        first.merge_cells(area)
    for cell, look in (formats or {}).items():
        first[cell].number_format = look
    book.save(path)
    return path


def text(path: Path, *lines: str, encoding: str = "utf-8") -> Path:
    """Write a delimited text."""
    path.write_text("\n".join(lines) + "\n", encoding=encoding)
    return path


def incomes_csv(path: Path, values: Sequence[Any] = INCOMES) -> Path:
    """Twelve township incomes of 2022, as the shortest file that states them."""
    rows = zip(TOWNSHIPS, values, strict=True)
    return text(
        path,
        "镇（街道）,年份,居民人均可支配收入（元）",
        *(f"{name},2022,{value}" for name, value in rows),
    )
