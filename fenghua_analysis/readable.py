"""Tables for readers: every column shown the way its name says, in their language.

A column's name decides how its cells are shown, so that a gap looks the same in a
notebook, on the site and in a workbook. `FORMATS` is the whole list.
"""

from collections.abc import Callable, Iterable
from types import SimpleNamespace
from typing import Any

import pandas as pd

from fenghua_analysis.presentation import (
    MISSING,
    VERDICT_MARKERS,
    chance,
    comparison,
    difference,
    difference_of,
    number,
    percent,
    period,
    points,
    quantity,
    ratio,
    with_unit,
)
from fenghua_analysis.reasons import departments, judged, promised, yearly_change
from fenghua_analysis.registry import Registry
from fenghua_analysis.wording import in_language, knows, language, say

Show = Callable[[Any, str, Registry], str]


def readable(
    frame: pd.DataFrame, registry: Registry, columns: Iterable[str]
) -> pd.DataFrame:
    """The chosen columns as texts under headings of the language of the run.

    Parameters
    ----------
    frame : any table of findings; columns of values need an `indicator` beside them
    columns : names, in order: those of ``column.<name>``, or codes of regions, whose
        columns hold ratios
    """
    # Not named tuples: the code of a region is no attribute name.
    rows = [SimpleNamespace(**row) for row in frame.to_dict("records")]
    return pd.DataFrame(
        {
            _heading(name, registry): [_cell(row, name, registry) for row in rows]
            for name in columns
        },
        index=range(len(rows)),
        dtype=str,
    )


def _heading(name: str, registry: Registry) -> str:
    """The heading of a column; one that is a region's code is headed by its name."""
    if knows(f"column.{name}"):
        return say(f"column.{name}")
    return registry.region_name(name, language())


def _cell(row: Any, name: str, registry: Registry) -> str:
    usual = _ratio if name.isdecimal() else _plain
    return FORMATS.get(name, usual)(row, name, registry)


def _pace(row: Any, name: str, registry: Registry) -> str:
    """A required or observed yearly change: of a level as growth, else as a step."""
    rate, step = getattr(row, f"{name}_rate"), getattr(row, f"{name}_step")
    return yearly_change(rate, step, registry.indicators[row.indicator])


def _amount(row: Any, name: str, registry: Registry) -> str:
    return with_unit(getattr(row, name), row.unit)


def _stated(row: Any, name: str, registry: Registry) -> str:
    """A number as a document states it."""
    value = getattr(row, "stated", None) or row.value
    return comparison(row.comparator, with_unit(value, row.unit))


def _year(row: Any, name: str, registry: Registry) -> str:
    year = getattr(row, name)
    return MISSING if pd.isna(year) or not year else str(int(year))


def _note(row: Any, name: str, registry: Registry) -> str:
    """A note; those in both languages stand as “Chinese / English”."""
    return in_language(row.note) or MISSING


def _plain(row: Any, name: str, registry: Registry) -> str:
    value = getattr(row, name)
    if pd.isna(value) or value == "":
        return MISSING
    if isinstance(value, float):
        return with_unit(round(value, 3), "")
    return number(value) if isinstance(value, int) else str(value)


def _value(row: Any, name: str, registry: Registry) -> str:
    return quantity(getattr(row, name), registry.indicators[row.indicator])


def _difference(row: Any, name: str, registry: Registry) -> str:
    return difference(getattr(row, name), registry.indicators[row.indicator])


def _gap(row: Any, name: str, registry: Registry) -> str:
    """What remains, or by how much the target is surpassed."""
    shown = difference(abs(row.gap), registry.indicators[row.indicator])
    return say("list.beyond", gap=shown) if row.gap < 0 else shown


def _attainment(row: Any, name: str, registry: Registry) -> str:
    """Share of the way; a way that lies behind has none."""
    return MISSING if row.attainment > 1 else percent(row.attainment)


def _share(row: Any, name: str, registry: Registry) -> str:
    return percent(getattr(row, name))


def _rate(row: Any, name: str, registry: Registry) -> str:
    return percent(getattr(row, name), 2, signed=True)


def _lead(row: Any, name: str, registry: Registry) -> str:
    """A lead over the time gone; none on a way that lies behind."""
    return MISSING if getattr(row, "attainment", 0) > 1 else points(row.lead)


def _relative_gap(row: Any, name: str, registry: Registry) -> str:
    """What remains over the target, or by how much of it the target is surpassed."""
    shown = percent(abs(row.relative_gap))
    return say("list.beyond", gap=shown) if row.relative_gap < 0 else shown


def _whole_share(row: Any, name: str, registry: Registry) -> str:
    return percent(getattr(row, name), 0)


def _yuan(row: Any, name: str, registry: Registry) -> str:
    return with_unit(getattr(row, name), "元", 0)


def _ratio(row: Any, name: str, registry: Registry) -> str:
    return ratio(getattr(row, name))


def _between(row: Any, name: str, registry: Registry) -> str:
    return difference_of(row.whole, row.partial)


def _period(row: Any, name: str, registry: Registry) -> str:
    code = getattr(row, name)
    return period(code) if code else MISSING


def _earlier(row: Any, name: str, registry: Registry) -> str:
    """An earlier promise, with the sign of its comparator."""
    unit = registry.indicators[row.indicator].unit
    return comparison(row.earlier_comparator, with_unit(row.earlier, unit))


def _named(row: Any, name: str, registry: Registry) -> str:
    """The name of the record or of the row that an id stands for."""
    key, lang = getattr(row, name), language()
    if not key:
        return MISSING
    if name == "indicator":
        return registry.indicators[key].name(lang)
    if name == "region":
        return registry.region_name(key, lang)
    if name == "area":
        return registry.area_name(key, lang)
    return registry.plans[key].name(lang)


def _bilingual(row: Any, name: str, registry: Registry) -> str:
    """A pair of columns ``<name>_zh`` and ``<name>_en``; Chinese may have no suffix."""
    stem = _STEMS.get(name, name)
    if language() == "en":
        return getattr(row, f"{stem}_en")
    return getattr(row, f"{stem}_zh", None) or getattr(row, stem)


def _worded(group: str) -> Show:
    """A column whose values are words of `texts.yml`: ``<group>.<value>``."""

    def show(row: Any, name: str, registry: Registry) -> str:
        value = getattr(row, name)
        return say(f"{group}.{value}") if value and pd.notna(value) else MISSING

    return show


def _chance(row: Any, name: str, registry: Registry) -> str:
    return chance(getattr(row, name))


def _range(row: Any, name: str, registry: Registry) -> str:
    """Both ends of an interval, in the indicator's unit."""
    indicator = registry.indicators[row.indicator]
    ends = (getattr(row, f"{name}_low"), getattr(row, f"{name}_high"))
    if any(pd.isna(end) for end in ends):
        return MISSING
    low, high = (str(quantity(end, indicator)) for end in ends)
    unit = high.lstrip("−0123456789.,")
    return say("chance.interval", low=low.removesuffix(unit), high=high)


def _owner(row: Any, name: str, registry: Registry) -> str:
    return registry.region_name(getattr(row, name), language())


def _verdict(row: Any, name: str, registry: Registry) -> str:
    if not row.verdict:
        return MISSING
    return f"{VERDICT_MARKERS[row.verdict]} {judged(row)}"


_STEMS = {"item": "name", "entry": "name", "report_title": "report"}
"""Columns that name more exactly what a table calls `name` or `report`."""

FORMATS: dict[str, Show] = {
    **dict.fromkeys(("probability", "wide_probability"), _chance),
    **dict.fromkeys(("interval", "wide"), _range),
    **dict.fromkeys(("centre", "actual", "tested_target"), _value),
    **dict.fromkeys(("coverage", "urban_share", "urban_income_share"), _whole_share),
    **dict.fromkeys(("growth", "mean_growth", "bias", "error"), _rate),
    **dict.fromkeys(("target_year", "reached_year"), _year),
    **dict.fromkeys(("needed", "urban", "rural"), _yuan),
    **dict.fromkeys(("brier", "dispersion", "theil_t"), _ratio),
    "stretch": lambda row, name, registry: number(row.stretch, 1),
    "window": _period,
    "owner": _owner,
    "course": _pace,
    "model": _worded("model"),
    "unprojected": _worded("unprojected"),
    "scenario": _worded("scenario"),
    **dict.fromkeys(("indicator", "plan", "region", "area"), _named),
    **dict.fromkeys(("latest", "base", "value"), _value),
    **dict.fromkeys(("level_ratio", "elapsed", "expected"), _share),
    "relative_gap": _relative_gap,
    **dict.fromkeys(("completed", "used_share"), _share),
    **dict.fromkeys(("required", "observed"), _pace),
    **dict.fromkeys(("low_share", "high_share"), _whole_share),
    **dict.fromkeys(("years_1", "years_2", "years_3", "years_4", "years_5"), _rate),
    **dict.fromkeys(("year", "base_year", "earlier_year"), _year),
    **dict.fromkeys(("small", "large", "mean_income", "high"), _yuan),
    **dict.fromkeys(("ratio", "partial", "whole"), _ratio),
    **dict.fromkeys(("period", "latest_period"), _period),
    **dict.fromkeys(
        ("why", "heading", "report_title", "reason", "item", "entry"), _bilingual
    ),
    **dict.fromkeys(("planned", "used"), _amount),
    "gap": _gap,
    "change": _difference,
    "attainment": _attainment,
    "difference": _between,
    "earlier": _earlier,
    "stated": _stated,
    "note": _note,
    "locator": lambda row, name, registry: in_language(row.locator),
    "answer": lambda row, name, registry: (
        MISSING if row.kind == "indicator" else row.answer
    ),
    "name": _bilingual,
    "target": lambda row, name, registry: promised(row, registry),
    "lead": _lead,
    "department": lambda row, name, registry: departments(row.department, registry),
    "departments": lambda row, name, registry: departments(row.departments, registry),
    "core": lambda row, name, registry: "★" if row.core else "",
    "verdict": _verdict,
    "latest_status": _worded("status"),
    "status": _worded("status"),
    "ratio_status": _worded("status"),
    "state": _worded("state"),
    "list": _worded("list"),
    "where": _worded("list"),
    "funding": _worded("funding"),
    "kind": _worded("answer_kind"),
    "finding_kind": _worded("audit_page.kind"),
    "severity": _worded("audit_page.severity"),
    "rule": _worded("rule"),
    "growth_ratio": _worded("rule_word"),
    "un_progress": _worded("rule_word"),
    "hypothetical_value": _worded("rule_word"),
    "measure": _worded("measure"),
    "family": _worded("family"),
    "gini": _ratio,
    "starting_ratio": _ratio,
    "pace": _ratio,
    "lowest_county_ratio": _ratio,
    "county_max_min_ratio": _ratio,
}
