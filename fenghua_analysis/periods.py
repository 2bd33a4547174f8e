"""Periods of official statistics, and how much of a year each covers.

Five forms, told apart for good: ``2022`` a whole year · ``2021-H1`` a cumulative
half-year · ``2020-Q1Q3`` cumulative first quarters (``Q1``, ``Q1Q2`` …) · ``2023-12``
a month, or the state at its end · ``2016/2020`` a span of years. Only whole years, and
states at a year's end, are figures *of the year*; the others are never compared with
them (Ningbo's urban–rural ratio was 1.647 in January–September 2020, 1.738 in 2020).
"""

import calendar
import datetime as dt
import re
from dataclasses import dataclass

PATTERN = r"[0-9]{4}(?:-(?:H1|Q1|Q1Q2|Q1Q3|0[1-9]|1[0-2])|/[0-9]{4})?"

_LAST_MONTH = {"H1": 6, "Q1": 3, "Q1Q2": 6, "Q1Q3": 9}


@dataclass(frozen=True, order=True)
class Period:
    """A period; order is by year and then by end.

    Examples
    --------
    >>> Period.parse("2021-H1").is_annual, Period.parse("2021-12").is_annual
    (False, True)
    >>> Period.parse("2021-H1").end
    datetime.date(2021, 6, 30)
    """

    year: int
    end_month: int = 12
    code: str = ""

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read a period.

        Raises
        ------
        ValueError : `text` has none of the five forms.
        """
        if not re.fullmatch(PATTERN, text):
            raise ValueError(text)
        if "/" in text:
            return cls(int(text[5:]), code=text)
        year, _, part = text.partition("-")
        month = _LAST_MONTH.get(part) or int(part or 12)
        return cls(int(year), month, text)

    @property
    def is_annual(self) -> bool:
        """True for a whole year and for the state at a year's end."""
        return self.code in (str(self.year), f"{self.year}-12")

    @property
    def is_cumulative(self) -> bool:
        """True for the first months of a year, counted together.

        Examples
        --------
        >>> [Period.parse(code).is_cumulative for code in ("2021-H1", "2021-06")]
        [True, False]
        """
        return self.code.partition("-")[2] in _LAST_MONTH

    @property
    def share_of_year(self) -> float:
        """Share of the year over at the period's end, by months, 0–1."""
        return self.end_month / 12

    @property
    def end(self) -> dt.date:
        """Last day of the period."""
        last = calendar.monthrange(self.year, self.end_month)[1]
        return dt.date(self.year, self.end_month, last)

    def __str__(self) -> str:
        return self.code


def first_day(date: str) -> str:
    """The first day of a date that may be given to a month or a year only; "" stays.

    Examples
    --------
    >>> first_day("2022-03"), first_day("2022")
    ('2022-03-01', '2022-01-01')
    """
    missing = {4: "-01-01", 7: "-01"}
    return date + missing.get(len(date), "")


def last_day(date: str) -> str:
    """The last day of a date that may be given to a month or a year only; "" stays.

    Examples
    --------
    >>> last_day("2022-03-29"), last_day("2022-03"), last_day("2022"), last_day("")
    ('2022-03-29', '2022-03-31', '2022-12-31', '')
    """
    return date if len(date) in (0, 10) else Period.parse(date).end.isoformat()
