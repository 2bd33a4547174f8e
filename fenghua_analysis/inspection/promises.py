"""Promises that no rule could judge: without a number, or without a better way."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from fenghua_analysis import table
from fenghua_analysis.errors import Problem
from fenghua_analysis.inspection.folder import Folder, line_of

_WORDED = ("delegated", "qualitative")
"""Kinds of targets that state no number."""


def numbers(folder: Folder) -> Iterator[Problem]:
    """Targets without the numbers that their kind is judged by."""
    for declared, rows in folder.rows(table.TARGETS):
        for row in rows[~rows.kind.isin(_WORDED)].itertuples():
            place = (declared.path, line_of(row.Index))
            if pd.isna(row.value):
                yield Problem("target_without_value", *place, "value", None, _of(row))
            elif row.kind == "interval" and not row.value < row.value_high:
                high = None if pd.isna(row.value_high) else f"{row.value_high:.10g}"
                details = {"low": f"{row.value:.10g}"}
                yield Problem(
                    "interval_without_end", *place, "value_high", high, details
                )


def comparators(folder: Folder) -> Iterator[Problem]:
    """Growth promised of a level: 8 % more is no value of the indicator itself."""
    for declared, rows in folder.rows(table.TARGETS):
        for row in rows[rows.comparator == "growth"].itertuples():
            place = (declared.path, line_of(row.Index), "comparator", row.comparator)
            yield Problem("growth_as_target", *place)


def directions(folder: Folder) -> Iterator[Problem]:
    """Numbers promised of an indicator of which neither way is better."""
    for declared, rows in folder.rows(table.TARGETS):
        for row in rows[~rows.kind.isin(_WORDED)].itertuples():
            one = folder.indicators.get(row.indicator)
            if one and one.direction == "none":
                place = (declared.path, line_of(row.Index), "indicator", row.indicator)
                yield Problem("promise_without_direction", *place)


def schedules(folder: Folder) -> Iterator[Problem]:
    """Steps that end before they begin."""
    for declared, rows in folder.rows(table.MILESTONES):
        for row in rows[rows.end < rows.start].itertuples():
            place = (declared.path, line_of(row.Index), "end", row.end)
            yield Problem("ends_before_start", *place, {"start": row.start})


def _of(row: Any) -> dict[str, str]:
    return {"kind": row.kind}


CHECKS = (numbers, comparators, directions, schedules)
