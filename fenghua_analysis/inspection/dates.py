"""Dates that cannot be: no day of the calendar, still to come, or back to front."""

import datetime as dt
import re
from collections.abc import Iterator

from fenghua_analysis.errors import Problem
from fenghua_analysis.inspection.folder import Folder, line_of
from fenghua_analysis.periods import last_day

_ISSUED = r"[0-9]{4}(-[0-9]{2}){0,2}"
_DATED = ("sources", "plans")


def issued(folder: Folder) -> Iterator[Problem]:
    """Days of issue that are none, or that lie ahead.

    The newest source gives a report its day: 2206 for 2026 would move all of them.
    """
    today = dt.date.today().isoformat()
    for name in _DATED:
        for one, record in folder.records.get(name, {}).items():
            place = (*folder.place(name, one), f"{one}.issued", record.issued)
            if not _is_date(record.issued):
                yield Problem("not_issued_so", *place)
            elif record.issued > today[: len(record.issued)]:
                yield Problem("issued_later", *place, {"today": today})


def _is_date(text: str) -> bool:
    """Whether a text is blank, or a year, a month or a day of the calendar."""
    if text and not re.fullmatch(_ISSUED, text):
        return False
    try:
        return not text or bool(dt.date.fromisoformat(last_day(text)))
    except ValueError:
        return False


def spans(folder: Folder) -> Iterator[Problem]:
    """Spans of years that run backwards: 2020/2016."""
    for declared, rows in folder.rows():
        if "period" in declared.names:
            for position, period in rows.period[rows.period.str.contains("/")].items():
                start, _, end = period.partition("/")
                if end <= start:
                    place = (declared.path, line_of(position), "period", period)
                    yield Problem("ends_before_start", *place, {"start": start})


CHECKS = (issued, spans)
