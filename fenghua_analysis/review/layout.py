"""What a review workbook holds: its sheets, their columns, and what may be chosen.

One declaration serves the writer and the reader of the workbook. A column is either
`told` (grey, locked) or the reviewer's; a choice is a code in the tables and words in
the workbook, in the language that it was written in.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from fenghua_analysis.registry import Registry
from fenghua_analysis.table import COMPARATORS, WORK_ITEMS
from fenghua_analysis.wording import LANGUAGES, say

MARKER = "fenghua_review"
"""Name of the hidden sheet by which a review workbook is known."""
VERSION = "1"

Row = dict[str, Any]
"""What stands in a row, under the names of its columns; codes, not their words."""

ACCEPT, REJECT = "accept", "reject"
NEW = "new"
"""Choice of an indicator that the registry does not know yet."""
NONE = "none"
"""Choice of no table: read rightly, but not registered."""


@dataclass(frozen=True)
class Column:
    """One column of a sheet.

    Attributes
    ----------
    choices : name of the list that it offers; "" for free text
    kind : what may be typed
    """

    name: str
    width: int
    told: bool = False
    choices: str = ""
    kind: Literal["text", "number", "integer", "year"] = "text"

    @property
    def title(self) -> str:
        """Its heading in the language of the run."""
        return say(f"review.column.{self.name}")


@dataclass(frozen=True)
class Sheet:
    """One sheet of rows.

    Attributes
    ----------
    key : the told column that numbers the rows; "" where rows may be added
    spare : blank rows below, with their drop-downs
    """

    name: str
    columns: Sequence[Column]
    key: str = "row"
    spare: int = 0

    @property
    def title(self) -> str:
        """Its name in the language of the run."""
        return say(f"review.sheet.{self.name}")

    def titles(self) -> Mapping[str, str]:
        """Heading in any language → name of the column."""
        return {
            say(f"review.column.{column.name}", lang): column.name
            for column in self.columns
            for lang in LANGUAGES
        }


def _told(name: str, width: int) -> Column:
    return Column(name, width, told=True)


_ROW = _told("row", 6)
_VERDICT = Column("verdict", 7, choices="verdict")
_OFFSET = _told("offset", 9)
_REASON = Column("reason", 24)
_NAME_EN = Column("name_en", 28)
_NOTE = Column("note", 24)
_DEPARTMENT = Column("department", 24)
_ID = Column("id", 20)
_AREA = Column("area", 22, choices="area")

FACTS = Sheet(
    "facts",
    (
        *(_ROW, _VERDICT, _told("context", 46), _told("section", 26)),
        Column("table", 12, choices="table"),
        Column("indicator", 26, choices="indicator"),
        Column("name", 30),
        Column("comparator", 8, choices="comparator"),
        Column("value", 11, kind="number"),
        Column("value_high", 9, kind="number"),
        Column("unit", 10),
        Column("year", 10, kind="year"),
        Column("region", 14, choices="region"),
        Column("kind", 10, choices="kind"),
        Column("change", 8, choices="change"),
        Column("core", 7, choices="core"),
        *(_DEPARTMENT, _AREA, _NAME_EN, _NOTE, _REASON, _OFFSET),
    ),
)
INDICATORS = Sheet(
    "indicators",
    (
        Column("name", 34),
        _told("nearest", 28),
        Column("same_as", 28, choices="indicator"),
        *(_ID, _NAME_EN),
        Column("unit", 12),
        Column("direction", 14, choices="direction"),
        Column("scale", 12, choices="scale"),
        Column("timing", 14, choices="timing"),
        Column("decimals", 9, kind="integer"),
        _AREA,
    ),
    key="",
    spare=20,
)
ITEMS = Sheet(
    "items",
    (
        *(_ROW, _VERDICT, _told("list_title", 26), _told("section", 24)),
        Column("list", 12, choices="list"),
        Column("number", 7, kind="integer"),
        Column("item", 40),
        _NAME_EN,
        Column("departments", 36),
        *(_told("stated", 30), _REASON, _OFFSET),
    ),
)
MILESTONES = Sheet(
    "milestones",
    (
        *(_ROW, _VERDICT, _told("number", 7), _told("item", 34)),
        *(_told("timing", 12), _told("label", 60)),
        Column("first", 9, kind="integer"),
        Column("last", 9, kind="integer"),
        *(_REASON, _OFFSET),
    ),
)
OPINIONS = Sheet(
    "opinions",
    (
        *(_ROW, _VERDICT, _told("report", 7), _told("title", 40)),
        Column("title_en", 34),
        *(_told("number", 7), _told("heading", 44)),
        Column("heading_en", 34),
        *(_told("points", 7), Column("departments", 30), _OFFSET),
    ),
)
AREAS = Sheet(
    "areas",
    (Column("area_name", 34), _ID, _NAME_EN, Column("count", 9, kind="integer")),
    key="",
    spare=20,
)
DEPARTMENTS = Sheet(
    "departments",
    (
        _told("department_name", 30),
        Column("same_as", 30, choices="department"),
        Column("name_en", 40),
    ),
    key="",
)
UNREAD = Sheet(
    "unread", (_told("context", 60), _told("quote", 20), _told("why", 60), _OFFSET), ""
)

SHEETS = (FACTS, INDICATORS, ITEMS, MILESTONES, OPINIONS, AREAS, DEPARTMENTS)
"""The sheets that are read back."""

_CODED: Mapping[str, Sequence[str]] = {
    "verdict": (ACCEPT, REJECT),
    "table": ("targets", "goals", "progress", NONE),
    "kind": ("target", "baseline", "actual", "delegated", "qualitative"),
    "change": ("up", "down"),
    "core": ("1", "0"),
    "comparator": COMPARATORS,
    "direction": ("higher", "lower"),
    "scale": ("level", "share", "index"),
    "timing": ("year", "point"),
    "list": WORK_ITEMS.column("list").allowed,
}
_SAID = {"comparator": "comparator", "kind": "review.kind", "direction": "direction"}
"""Lists whose words stand elsewhere than below ``review.choice``."""


def copy_of(sheet: Sheet) -> str:
    """Name of the hidden sheet that keeps what a sheet was filled with."""
    return f"{MARKER}_{sheet.name}"


def choices(registry: Registry, lang: str) -> dict[str, dict[str, str]]:
    """Each list of choices: code → what the workbook shows, in one language."""
    today = registry.regions[registry.regions.valid_to == ""]
    areas, names = registry.areas, registry.departments.department
    known = {one.id: one.name(lang) for one in registry.indicators.values()}
    return {
        **{name: _said(name, codes, lang) for name, codes in _CODED.items()},
        "indicator": _told_apart({**_said("indicator", (NEW,), lang), **known}),
        "region": _told_apart(
            dict(zip(today.code, today[f"name_{lang}"], strict=True))
        ),
        "area": _told_apart(dict(zip(areas.area, areas[f"name_{lang}"], strict=True))),
        "department": dict(zip(names, names, strict=True)),
    }


def _said(name: str, codes: Sequence[str], lang: str) -> dict[str, str]:
    words = _SAID.get(name, f"review.choice.{name}")
    return {code: say(f"{words}.{code}", lang) for code in codes}


def _told_apart(names: Mapping[str, str]) -> dict[str, str]:
    """Names with their ids behind those that another id has as well."""
    counts = Counter(names.values())
    return {
        id: f"{name}（{id}）" if counts[name] > 1 else name
        for id, name in names.items()
    }
