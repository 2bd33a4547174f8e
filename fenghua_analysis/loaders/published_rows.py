"""The layout of `published_statistics.csv`, and what one of its rows states.

What a remark means for its figure (another basis, a preliminary vintage, the interval
that rounding leaves) is written down beside this module, in `published_notes.csv`. A
remark that nobody has read there is an error: no figure enters unread.
"""

import csv
import re
from collections.abc import Mapping
from dataclasses import replace
from importlib import resources
from typing import Any, NoReturn

import pandas as pd

from fenghua_analysis import units
from fenghua_analysis.contract import Column, Table
from fenghua_analysis.errors import DataError, Problem, nearest
from fenghua_analysis.periods import PATTERN
from fenghua_analysis.registry import Indicator, Source

LAYOUT = Table(
    name="published_statistics",
    path="published_statistics.csv",
    about="Published figures as collected, with the words they were read from.",
    columns=(
        Column("indicator_zh", "the publisher's name, in Chinese", required=True),
        Column("indicator_en", "the same in English"),
        Column("region", "name"),
        Column("adcode", "six-digit code", required=True),
        Column("year", "four digits, blank when undated"),
        Column("period", "annual, year-end, H1, Q1-Q3, a day …", required=True),
        Column("value", "as printed", kind="number", required=True),
        Column("unit", "as printed", required=True),
        Column("kind", "how stated", allowed=("actual", "derived", "target")),
        Column("source_title", "title of a record in sources.yml", required=True),
        Column("source_publisher", "publisher"),
        Column("source_url", "address"),
        Column("retrieved_excerpt", "the words it was read from"),
        Column("confidence", "of the reading", allowed=("high", "medium")),
        Column("note", "a remark of published_notes.csv, or the quotient a/b"),
    ),
    key=("indicator_zh", "region", "adcode", "year", "period", "source_title"),
)

_PERIODS = {
    "annual": "{year}",
    "annual average": "{year}",
    "target year": "{year}",
    "year-end": "{year}-12",
    "H1": "{year}-H1",
    "Q1-Q3": "{year}-Q1Q3",
}
_STATUSES = {"actual": "published", "derived": "derived", "target": "target"}
_BOUNDS = {"(下界)": "low", "(上界)": "high"}
_KNOWN_TO = {
    "indicator_zh": "registry/indicators.yml",
    "source_title": "registry/sources.yml",
    "note": "published_notes.csv",
}
_QUOTIENT = re.compile(r"(?:urban/rural = )?(\d+)/(\d+)(?:;.*)?")


class RowReader:
    """The registry's words for those of the file."""

    def __init__(
        self, indicators: Mapping[str, Indicator], sources: Mapping[str, Source]
    ) -> None:
        self._indicators = indicators
        self._names = {
            name: one.id for one in indicators.values() for name in (one.zh, *one.names)
        }
        self._titles = {source.title: source.id for source in sources.values()}
        self._readings = _readings()

    def facts(self, raw: pd.DataFrame, *, where: str) -> pd.DataFrame:
        """What each row states.

        Returns
        -------
        Columns of the observations, and `bound` (“low” or “high” where the figure is
        only a limit), `comparator` and `name` of a target, `excerpt` and `printed`.

        Raises
        ------
        DataError : rows that cannot be read, all of them, each with its line.
        """
        facts, problems = [], []
        for row in raw.itertuples():
            try:
                facts.append(self._fact(row))
            except DataError as error:
                line = int(row.Index) + 2
                problems += [replace(p, file=where, row=line) for p in error.problems]
        if problems:
            raise DataError(problems)
        return pd.DataFrame(facts)

    def _fact(self, row: Any) -> dict[str, Any]:
        quotient = _QUOTIENT.fullmatch(row.note)
        reading = _known("note", "" if quotient else row.note, self._readings)
        bound = row.indicator_zh[-4:] if row.indicator_zh[-4:] in _BOUNDS else ""
        name = row.indicator_zh.removesuffix(bound)
        named = _known("indicator_zh", name, self._names)
        indicator = self._indicators[reading["indicator"] or named]
        value, note = row.value, reading["remark"]
        if quotient:
            above, below = (int(part) for part in quotient.groups())
            value, note = above / below, f"{above:,}/{below:,}"
        return {
            "indicator": indicator.id,
            "region": row.adcode,
            "period": _period(row, indicator),
            "value": _converted(value, row.unit, indicator),
            "unit": indicator.unit,
            "low": _converted(reading["low"], row.unit, indicator),
            "high": _converted(reading["high"], row.unit, indicator),
            "status": reading["status"] or _STATUSES[row.kind],
            "source": _known("source_title", row.source_title, self._titles),
            "note": note,
            "bound": _BOUNDS.get(bound, ""),
            "comparator": reading["comparator"] or "eq",
            "name": row.indicator_zh,
            "excerpt": row.retrieved_excerpt,
            "printed": row.value,
        }


def _readings() -> dict[str, dict[str, str]]:
    """What each remark means; where a cell is blank, the row itself says it."""
    notes = resources.files("fenghua_analysis.loaders") / "published_notes.csv"
    with notes.open(encoding="utf-8") as file:
        return {row["note"]: row for row in csv.DictReader(file)}


def _known(column: str, word: str, known: Mapping[str, Any]) -> Any:
    if word not in known:
        details = {"table": _KNOWN_TO[column]}
        _refuse("unknown_reference", column, word, details, nearest(word, known))
    return known[word]


def _period(row: Any, indicator: Indicator) -> str:
    """The stated period; a state without a month is that of the year's end."""
    period = _PERIODS.get(row.period, row.period).format(year=row.year)
    period = re.sub(r"^(\d{4}-\d{2})-\d{2}$", r"\1", period)
    period = re.sub(r"^(\d{4})-(\d{4})$", r"\1/\2", period)
    if indicator.timing == "point" and re.fullmatch(r"\d{4}", period):
        period += "-12"
    if not re.fullmatch(PATTERN, period):
        _refuse("wrong_form", "period", row.period)
    return period


def _converted(value: Any, unit: str, indicator: Indicator) -> float:
    if value == "":
        return float("nan")
    if not units.convertible(unit, indicator.unit):
        _refuse("wrong_unit", "unit", unit, {"unit": indicator.unit})
    return units.convert(float(value), unit, to=indicator.unit)


def _refuse(
    key: str,
    column: str,
    value: str,
    details: Mapping[str, str] | None = None,
    near: str = "",
) -> NoReturn:
    raise DataError(Problem(key, "", None, column, value, dict(details or {}), near))
