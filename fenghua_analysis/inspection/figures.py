"""Figures that cannot be right beside the record of their indicator or region."""

from collections.abc import Iterator
from math import isnan

from fenghua_analysis import table, units
from fenghua_analysis.errors import Problem
from fenghua_analysis.inspection.folder import Folder, line_of
from fenghua_analysis.periods import Period

_VALUES = (table.OBSERVATIONS, table.ILLUSTRATIVE, table.CONFLICTS)
_FIGURES = (*_VALUES, table.BOUNDS)
_RATES = ("%", "‰", "百分点", "个百分点")
"""Units that a change may be stated in, and so a figure below zero."""


def units_of_figures(folder: Folder) -> Iterator[Problem]:
    """Units that are not the indicator's: 5.6 万元 in a series of yuan."""
    for declared, rows in folder.rows(*_FIGURES):
        for row in rows.itertuples():
            one = folder.indicators.get(row.indicator)
            if one and row.unit != one.unit:
                place = (declared.path, line_of(row.Index), "unit", row.unit)
                yield Problem("wrong_unit", *place, {"unit": one.unit})


def units_of_targets(folder: Folder) -> Iterator[Problem]:
    """Units of targets that do not convert into the indicator's."""
    for declared, rows in folder.rows(table.TARGETS):
        for row in rows[rows.value.notna()].itertuples():
            one = folder.indicators.get(row.indicator)
            if one and isnan(units.of_indicator(1, row.unit, own=one.unit)):
                place = (declared.path, line_of(row.Index), "unit", row.unit)
                yield Problem("wrong_unit", *place, {"unit": one.unit})


def timing(folder: Folder) -> Iterator[Problem]:
    """Periods that do not fit: a population of “2023”, on no day of that year."""
    for declared, rows in folder.rows(*_FIGURES):
        for row in rows.itertuples():
            one = folder.indicators.get(row.indicator)
            is_point = row.period[4:5] == "-" and row.period[5:].isdecimal()
            if one and is_point != (one.timing == "point"):
                place = (declared.path, line_of(row.Index), "period", row.period)
                yield Problem("wrong_timing", *place)


def intervals(folder: Folder) -> Iterator[Problem]:
    """Values outside their own interval: a digit has slipped."""
    for declared, rows in folder.rows(*_VALUES):
        outside = rows[(rows.low > rows.value) | (rows.value > rows.high)]
        for row in outside.itertuples():
            place = (declared.path, line_of(row.Index), "value", f"{row.value:.10g}")
            limits = {"low": f"{row.low:.10g}", "high": f"{row.high:.10g}"}
            yield Problem("outside_interval", *place, limits)


def shares(folder: Folder) -> Iterator[Problem]:
    """Shares beyond the whole: 788 % where 78.8 % was meant."""
    for declared, rows in folder.rows(*_VALUES):
        for row in rows.itertuples():
            one = folder.indicators.get(row.indicator)
            if one is None or one.scale != "share":
                continue
            whole = units.convert(100, "%", to=one.unit)
            if not 0 <= row.value <= whole:
                place = (declared.path, line_of(row.Index), "value", row.value)
                yield Problem("out_of_range", *place, {"lowest": 0, "highest": whole})


def signs(folder: Folder) -> Iterator[Problem]:
    """Figures below zero, and sums of money of nothing: 0 typed for “not known”."""
    for declared, rows in folder.rows(*_VALUES):
        for row in rows[rows.value <= 0].itertuples():
            is_money = row.unit in units.QUANTITIES["money"]
            if is_money or (row.value < 0 and row.unit not in _RATES):
                key = "not_positive" if is_money else "below_zero"
                place = (
                    declared.path,
                    line_of(row.Index),
                    "value",
                    f"{row.value:.10g}",
                )
                yield Problem(key, *place)


def completion(folder: Folder) -> Iterator[Problem]:
    """Shares of work done beyond the whole: 60 where 60 % was meant."""
    for declared, rows in folder.rows(table.ITEM_STATUS):
        outside = rows[(rows.completed < 0) | (rows.completed > 1)]
        for row in outside.itertuples():
            value = f"{row.completed:.10g}"
            place = (declared.path, line_of(row.Index), "completed", value)
            yield Problem("not_a_share", *place)


def validity(folder: Folder) -> Iterator[Problem]:
    """Figures of regions before they came to be, or after they ceased to."""
    for _, regions in folder.rows(table.REGIONS):
        first = dict(zip(regions.code, regions.valid_from, strict=True))
        last = dict(zip(regions.code, regions.valid_to, strict=True))
        for declared, rows in folder.rows(*_FIGURES):
            for row in rows.itertuples():
                year = str(Period.parse(row.period).year)
                begins, ends = first.get(row.region, ""), last.get(row.region, "")
                if year < begins or (ends and year > ends):
                    place = (declared.path, line_of(row.Index), "period", row.period)
                    yield Problem("outside_validity", *place)


CHECKS = (
    *(units_of_figures, units_of_targets, timing, intervals, shares),
    *(signs, completion, validity),
)
