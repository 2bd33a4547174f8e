"""Dates that cannot be, and dates that do not agree."""

import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator, Sequence

from fenghua_analysis.audit.evidence import Evidence
from fenghua_analysis.audit.findings import HARD, SOFT, Finding
from fenghua_analysis.documents.passages import Passage

KIND = "date_conflict"

_DAY = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)年)?(?<![\d.])(?P<month>\d{1,2})月(?P<day>\d{1,2})日"
)
_MONTHS = re.compile(
    r"(?<![\d年.])(?P<first>\d{1,2})月?-+(?P<last>\d{1,2})月(?!\d{1,2}日)"
)
_ISSUED = re.compile(
    r"(?:成文日期:?)?((?:19|20)\d\d)(?:年(\d{1,2})月(\d{1,2})日|-(\d\d)-(\d\d))$"
)
_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,10}[〔\[【(]((?:19|20)\d\d)[〕\]】)]\d{1,4}号")
_STAGE = re.compile(
    r"\((?P<y1>20\d\d)年(?P<m1>\d{1,2})月-+(?:(?P<y2>20\d\d)年)?(?P<m2>\d{1,2})月\)"
)
_MONTH = re.compile(
    r"(?:(?P<year>20\d\d)年)?(?<![\d.-])(?P<month>\d{1,2})月(?:\d{1,2}日)?(?![-\d])"
)
_SESSION = re.compile(
    r"第(?P<nth>[一二三四五六七八九十]{1,3}|\d{1,2})届(?P<name>[\u4e00-\u9fff]{6,24})"
)
_SCHEDULE_YEAR = re.compile(r"((?:19|20)\d\d)年")
_LAST = {"Q1": 2, "H1": 5, "Q1Q3": 8}
"""The last month in which a part of a year cannot yet be reported on."""
_HEAD = 40
"""Lines at the top, and at the end, among which the day of issue stands."""


def impossible_dates(documents: Sequence[Evidence]) -> Iterator[Finding]:
    """30 February, month 13, and from September to June within one year."""
    for evidence in documents:
        for line in evidence.document.lines:
            text = line.clean.text
            for found in _DAY.finditer(text):
                if not _exists(found):
                    yield _one(evidence, line.clean, found, "impossible")
            for found in _MONTHS.finditer(text):
                first, last = int(found["first"]), int(found["last"])
                if not 1 <= first <= last <= 12 and "次年" not in found.string:
                    yield _one(evidence, line.clean, found, "months_backward")


def outside_stage(documents: Sequence[Evidence]) -> Iterator[Finding]:
    """A stage with its months in brackets, and in it a day of another month."""
    for evidence in documents:
        for stretch in evidence.stretches:
            text = stretch.passage.text
            stages = list(_STAGE.finditer(text))
            ends = [*(stage.start() for stage in stages), len(text)][1:]
            for stage, end in zip(stages, ends, strict=True):
                yield from _outside(evidence, stretch.passage, stage, end)


def other_years(documents: Sequence[Evidence]) -> Iterator[Finding]:
    """A step of a schedule in a year that is not the plan's."""
    for evidence in documents:
        first, last = evidence.setting.first, evidence.setting.year
        for item in evidence.items:
            for step in item.milestones:
                year = _SCHEDULE_YEAR.match(step.timing)
                if year and first and not first <= year[1] <= last:
                    values = {
                        "number": item.number,
                        "name": item.name,
                        "timing": step.timing,
                        "year": last,
                    }
                    place = evidence.place(step.start, step.end)
                    yield Finding(KIND, HARD, "other_year", (place,), values)


def before_its_time(documents: Sequence[Evidence]) -> Iterator[Finding]:
    """A document that cites what is younger than itself, or reports what is to come."""
    for evidence in documents:
        issued = _issued(evidence)
        if issued is None:
            continue
        at, day = issued
        mine = evidence.place_in(at, 0, len(at.text))
        for stretch in evidence.stretches:
            for found in _NUMBER.finditer(stretch.passage.text):
                if int(found[1]) > day[0]:
                    place = evidence.place_in(stretch.passage, *found.span())
                    values = {"cited": found.group(), "issued": at.text}
                    yield Finding(KIND, HARD, "cites_later", (place, mine), values)
        yield from _over_already(evidence, at, day)
        period = evidence.setting.period
        if period and day[:2] <= (int(period[:4]), _LAST.get(period[5:], 0)):
            values = {"period": period, "issued": at.text}
            yield Finding(KIND, HARD, "reports_early", (mine,), values)


def sessions(documents: Sequence[Evidence]) -> Iterator[Finding]:
    """One event, counted as the second here and as the third there."""
    for evidence in documents:
        counted: dict[str, dict[str, tuple[Passage, re.Match[str]]]] = defaultdict(dict)
        for stretch in evidence.stretches:
            for found in _SESSION.finditer(stretch.passage.text):
                counted[found["name"]].setdefault(
                    found["nth"], (stretch.passage, found)
                )
        for name, held in counted.items():
            if len(held) > 1:
                places = tuple(
                    evidence.place_in(passage, *found.span())
                    for passage, found in held.values()
                )
                values = {"event": name, "ordinals": "、".join(held)}
                yield Finding(KIND, SOFT, "sessions", places, values)


def _exists(found: re.Match[str]) -> bool:
    month, day = int(found["month"]), int(found["day"])
    # Without its year a 29 February may be one.
    year = int(found["year"] or 2024)
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _outside(
    evidence: Evidence, passage: Passage, stage: re.Match[str], end: int
) -> Iterator[Finding]:
    year = int(stage["y1"])
    first = year, int(stage["m1"])
    last = int(stage["y2"] or year), int(stage["m2"])
    for found in _MONTH.finditer(passage.text, stage.end(), end):
        year = int(found["year"] or year)
        if not first <= (year, int(found["month"])) <= last:
            places = tuple(
                evidence.place_in(passage, *m.span()) for m in (stage, found)
            )
            values = {"stage": stage.group().strip("()"), "date": found.group()}
            yield Finding(KIND, HARD, "outside_stage", places, values)


def _issued(evidence: Evidence) -> tuple[Passage, tuple[int, int, int]] | None:
    """The line with the day of issue: at the top, or below the text."""
    lines = evidence.document.lines
    for line in (*lines[:_HEAD], *lines[-_HEAD:]):
        found = _ISSUED.fullmatch(line.clean.text.strip("() "))
        if found:
            year, *rest = (int(part) for part in found.groups() if part)
            return line.clean, (year, rest[0], rest[1])
    return None


def _over_already(
    evidence: Evidence, at: Passage, day: tuple[int, int, int]
) -> Iterator[Finding]:
    """Steps that had run out when the schedule was issued, counted once."""
    year = evidence.setting.year
    steps = [step for item in evidence.items for step in item.milestones]
    over = [step for step in steps if (int(year or 0), step.last) < day[:2]]
    if evidence.setting.promises and over:
        step = over[0]
        places = (
            evidence.place_in(at, 0, len(at.text)),
            evidence.place(step.start, step.end),
        )
        values = {"issued": at.text, "count": len(over), "of": len(steps)}
        yield Finding(KIND, SOFT, "over_already", places, values)


def _one(
    evidence: Evidence, passage: Passage, found: re.Match[str], key: str
) -> Finding:
    place = evidence.place_in(passage, *found.span())
    return Finding(KIND, HARD, key, (place,), {"date": found.group()})
