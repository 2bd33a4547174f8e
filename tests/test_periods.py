"""Periods: five forms told apart, and only whole years count as years."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenghua_analysis.periods import Period


@pytest.mark.parametrize(
    ("code", "annual", "end", "share"),
    [
        ("2022", 2022, dt.date(2022, 12, 31), 1.0),
        ("2023-12", 2023, dt.date(2023, 12, 31), 1.0),
        ("2021-H1", None, dt.date(2021, 6, 30), 0.5),
        ("2020-Q1Q3", None, dt.date(2020, 9, 30), 0.75),
        ("2020-Q1", None, dt.date(2020, 3, 31), 0.25),
        ("2020-11", None, dt.date(2020, 11, 30), 11 / 12),
        ("2016/2020", None, dt.date(2020, 12, 31), 1.0),
    ],
)
def test_each_form_has_its_year_end_and_share(
    code: str, annual: int | None, end: dt.date, share: float
) -> None:
    period = Period.parse(code)
    assert (period.year if period.is_annual else None) == annual
    assert (period.end, period.share_of_year, str(period)) == (end, share, code)


@pytest.mark.parametrize("code", ["", "22", "2022-13", "2022-h1", "2022 ", "2022-Q4"])
def test_any_other_form_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match=code or "^$"):
        Period.parse(code)


@given(st.integers(1900, 2100), st.integers(1, 12))
def test_a_month_ends_on_its_last_day(year: int, month: int) -> None:
    end = Period.parse(f"{year}-{month:02d}").end
    assert (end + dt.timedelta(days=1)).day == 1
