"""Blank workbooks for own numbers: instructions, a sheet to fill in, drop-downs.

Every heading that is printed here is one that `loaders.supplied` reads.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fenghua_analysis.errors import ParameterError, Problem, nearest
from fenghua_analysis.parameters import Request
from fenghua_analysis.registry import Registry
from fenghua_analysis.supply.kinds import KINDS, Asked, Kind, Row
from fenghua_analysis.table import STATUSES, WORK_ITEMS
from fenghua_analysis.units import QUANTITIES
from fenghua_analysis.wording import knows, language, say

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

ROOM = 200
"""Rows, filled in or blank, that have their drop-downs."""

_WIDTHS = {"indicator": 40, "target": 20, "department": 26, "plan": 34, "task": 40}
_USUAL_WIDTH = 15
_FORM = ("title", "publisher", "issued")
_STEPS = ("fill", "units", "round", "blank", "status", "source", "add")
_TOLD = ("target", "department", "task")
"""Columns that are for reading only."""
Styles = Mapping[str, "Format"]


def write_template(
    kind: str, path: str | Path, *, registry: Registry, request: Request
) -> None:
    """Write a blank workbook.

    Parameters
    ----------
    kind : one of `KINDS`
    request : resolved; its region, year (0: that of the targets) and language count

    Raises
    ------
    ParameterError : there is no such kind, or a file stands at `path`.
    """
    import xlsxwriter

    if kind not in KINDS:
        names, near = {"names": "、".join(KINDS)}, nearest(kind, KINDS)
        problem = Problem("unknown_kind", value=kind, details=names, near=near)
        raise ParameterError(problem)
    if Path(path).exists():
        raise ParameterError(Problem("file_stands", file=str(path)))
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as book:
        created = dt.datetime.fromisoformat(request.as_of)
        book.set_properties(
            {"title": say(f"template.{kind}.title"), "created": created}
        )
        styles = {name: book.add_format(look) for name, look in _LOOKS.items()}
        _write_instructions(book, kind, styles)
        sheet = book.add_worksheet(say("template.sheet.data"))
        titles = _titles(KINDS[kind], registry)
        rows = KINDS[kind].rows(Asked(registry, request))
        _write_data(sheet, KINDS[kind], titles=titles, rows=rows, styles=styles)
        _write_choices(book, sheet, columns=titles, choices=_choices(registry, request))


def _titles(kind: Kind, registry: Registry) -> dict[str, str]:
    """Column → its heading; figures without a column of units carry theirs."""
    titles = {}
    for name, after in zip(kind.columns, [*kind.columns[1:], ""], strict=True):
        indicator = registry.indicators.get(name)
        if indicator is None:
            titles[name] = say(f"template.heading.{name}")
            continue
        titles[name] = indicator.name(language())
        if after != "unit":
            words = {"name": titles[name], "unit": indicator.unit}
            titles[name] = say("template.with_unit", **words)
    return titles


def _write_instructions(book: "Workbook", kind: str, styles: Styles) -> None:
    """What to do, and a form for where the figures are from."""
    sheet = book.add_worksheet(say("template.sheet.instructions"))
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 90)
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, say(f"template.{kind}.title"), styles["title"])
    sheet.write_string(1, 0, say(f"template.{kind}.about"))
    for row, name in enumerate(_FORM, start=3):
        sheet.write_string(row, 0, say(f"template.heading.{name}"), styles["head"])
        sheet.write_blank(row, 1, None, styles["input"])
        message = {"validate": "any", "input_message": say(f"template.hint.{name}")}
        sheet.data_validation(row, 1, row, 1, message)
    for row, name in enumerate(_STEPS, start=4 + len(_FORM)):
        step = say(f"template.step.{name}")
        sheet.write_string(row, 0, say(f"template.step_name.{name}"), styles["told"])
        sheet.write_string(row, 1, step, styles["text"])


def _write_data(
    sheet: "Worksheet",
    kind: Kind,
    *,
    titles: Mapping[str, str],
    rows: Sequence[Row],
    styles: Styles,
) -> None:
    """Headings, the example, the rows known, blank rows – in this order."""
    first = next(iter(titles))
    shown = f"{say('template.example')}{rows[0][first]}" if rows else ""
    example = {**dict(*rows[:1]), **kind.figures, first: shown}
    example["note"] = say("template.example_note")
    for column, (name, title) in enumerate(titles.items()):
        style = "told" if name in _TOLD else "input" if name in kind.figures else "text"
        sheet.set_column(column, column, _WIDTHS.get(name, _USUAL_WIDTH))
        sheet.write_string(0, column, title, styles["head"])
        _write_cell(sheet, 1, column, example.get(name), styles["example"])
        for line in range(ROOM):
            cell = rows[line].get(name) if line < len(rows) else None
            _write_cell(sheet, line + 2, column, cell, styles[style])
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, max(len(rows), 20) + 1, len(titles) - 1)


def _write_cell(
    sheet: "Worksheet", row: int, column: int, cell: Any, style: "Format"
) -> None:
    if cell is None:
        sheet.write_blank(row, column, None, style)
    elif isinstance(cell, int | float):
        sheet.write_number(row, column, cell, style)
    else:
        sheet.write_string(row, column, str(cell), style)


def _choices(registry: Registry, request: Request) -> dict[str, list[str]]:
    """Column → what its drop-down offers; other words may be typed as well."""
    regions = registry.regions[registry.regions.valid_to == ""]
    own = [indicator.unit for indicator in registry.indicators.values()]
    usual = [unit for known in QUANTITIES.values() for unit in known if unit != "1"]
    return {
        "region": list(regions[f"name_{request.lang}"]),
        "indicator": [one.name(request.lang) for one in registry.indicators.values()],
        "unit": list(dict.fromkeys(["元", "万元", "%", *own, *usual])),
        "status": [say(f"status.{name}") for name in STATUSES],
        "list": [say(f"list.{name}") for name in WORK_ITEMS.column("list").allowed],
    }


def _write_choices(
    book: "Workbook",
    sheet: "Worksheet",
    *,
    columns: Iterable[str],
    choices: Mapping[str, Sequence[str]],
) -> None:
    """Drop-downs from a hidden sheet, and hints where a form is free."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    hidden = book.add_worksheet(say("template.sheet.choices"))
    hidden.hide()
    for column, name in enumerate(columns):
        rule: dict[str, Any] = {"validate": "any", "error_type": "warning"}
        if name in choices:
            hidden.write_column(0, column, choices[name])
            last = xl_rowcol_to_cell(len(choices[name]) - 1, column, True, True)
            first = xl_rowcol_to_cell(0, column, True, True)
            rule |= {"validate": "list", "source": f"='{hidden.name}'!{first}:{last}"}
        if knows(f"template.hint.{name}"):
            rule["input_message"] = say(f"template.hint.{name}")
        if len(rule) > 2:
            sheet.data_validation(1, column, ROOM + 1, column, rule)


_LOOKS = {
    "title": {"bold": True, "font_size": 14},
    "head": {"bold": True, "bg_color": "#E8EEF4", "bottom": 1, "text_wrap": True},
    "text": {"valign": "top", "text_wrap": True},
    "told": {"valign": "top", "text_wrap": True, "font_color": "#5F6B76"},
    "input": {"bg_color": "#FFF8DC", "border": 1, "border_color": "#D9D2B0"},
    "example": {"italic": True, "font_color": "#8A8A8A", "bg_color": "#F2F2F2"},
}
