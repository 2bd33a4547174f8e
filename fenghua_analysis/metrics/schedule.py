"""What should be done by a day, and how far the reported work is ahead of it.

Documents schedule by whole months (2—4月, 5月底前), so a schedule runs from the first
day of its first month to the last day of its last one, and a share of it is counted in
months; the month under way counts by its days.  Sources: docs/methods.md#schedule.
"""

import datetime as dt
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fenghua_analysis.metrics.inputs import (
    Array,
    Words,
    not_negative,
    numbers,
    positive,
    refuse,
)

Months = NDArray[np.datetime64]
Day = dt.date | str


def expected_share(start: ArrayLike, end: ArrayLike, *, as_of: Day) -> Array:
    """Share of a schedule that is over at the end of a day.

    Parameters
    ----------
    start, end : first and last month, "2022-02" or datetime64, shape (n,) or one
    as_of : the day, "2022-06-30" or a date; it counts as over

    Returns
    -------
    Fraction 0–1, shape (n,): 0 before the first month, 1 from the last day on.

    Raises
    ------
    ValueError : `end` is before `start`, or no such month or day.

    Notes
    -----
    (months over + day ÷ days of the month under way) ÷ months of the schedule, within
    0–1. By months, not days: half of a year is over on 30 June.
    Source: docs/methods.md#schedule.

    Examples
    --------
    >>> expected_share("2022-01", "2022-12", as_of="2022-06-30")
    np.float64(0.5)
    >>> expected_share(["2022-02", "2022-07"], "2022-08", as_of="2022-04-15").round(4)
    array([0.3571, 0.    ])
    """
    first, last = _span(start, end)
    over = _months_over(as_of) - first
    return np.clip(over / (last + 1 - first), 0.0, 1.0)


def due(start: ArrayLike, end: ArrayLike, *, as_of: Day) -> Words:
    """Whether a milestone lies ahead, is under way or ought to be done.

    Returns
    -------
    "not_started" before its first month, "due" from the last day of its last month on,
    else "under_way"; shape (n,). Due says nothing of whether it *is* done.

    Raises
    ------
    ValueError : `end` is before `start`, or no such month or day.

    Examples
    --------
    >>> due("2022-02", ["2022-04", "2022-05"], as_of="2022-04-30")
    array(['due', 'under_way'], dtype='<U11')
    """
    share = expected_share(start, end, as_of=as_of)
    words = np.select([share <= 0, share >= 1], ["not_started", "due"], "under_way")
    return words[()]


def count_due(end: ArrayLike, *, as_of: Day) -> int:
    """Number of milestones whose last month is over at the end of a day.

    Raises
    ------
    ValueError : no such month or day.

    Examples
    --------
    >>> count_due(["2022-04", "2022-06", "2022-12"], as_of="2022-06-30")
    2
    """
    return int(np.sum(_month("end", end) + 1 <= _months_over(as_of)))


def cumulative_ratio(done: ArrayLike, planned: ArrayLike) -> Array:
    """What has been done so far, over what was planned for the same span (完成率).

    Parameters
    ----------
    done : cumulative count or money, ≥ 0
    planned : plan of that span, or of the whole; same unit, > 0

    Returns
    -------
    Fraction, shape (n,), uncapped. NaN where one is missing.

    Raises
    ------
    ValueError : a plan of zero or less, or a negative count.

    Notes
    -----
    done / planned. Never the growth of a count: a new year starts from zero.
    Source: docs/methods.md#schedule.

    Examples
    --------
    >>> cumulative_ratio([22.47, 3.82], [40.16, 6.52]).round(3)
    array([0.56 , 0.586])
    """
    return not_negative("done", done) / positive("planned", planned)


def progress_lead(done: ArrayLike, planned: ArrayLike, *, elapsed: ArrayLike) -> Array:
    """How far completion is ahead of the time gone (比序时进度快几个百分点).

    Parameters
    ----------
    elapsed : share of the plan's time that is over, 0–1

    Returns
    -------
    Fraction, shape (n,); × 100 is percentage points. Positive: ahead of schedule.

    Raises
    ------
    ValueError : a plan of zero or less, a negative count, `elapsed` outside 0–1.

    Notes
    -----
    done / planned − elapsed.  Source: docs/methods.md#schedule.

    Examples
    --------
    >>> progress_lead([22.47, 3.82], [40.16, 6.52], elapsed=0.5).round(3)
    array([0.06 , 0.086])
    """
    gone = numbers("elapsed", elapsed)
    refuse((gone < 0) | (gone > 1), "elapsed must lie between 0 and 1", gone)
    return cumulative_ratio(done, planned) - gone


def schedule_performance(completed: ArrayLike, *, expected: ArrayLike) -> Array:
    """Reported completion over expected completion; 1 is exactly on schedule.

    Parameters
    ----------
    completed : share done, ≥ 0
    expected : share that should be done, > 0, as from `expected_share`

    Returns
    -------
    Ratio, shape (n,).

    Raises
    ------
    ValueError : nothing is expected yet, or a negative share.

    Notes
    -----
    completed / expected.  Source: docs/methods.md#schedule.

    Examples
    --------
    >>> schedule_performance(0.5, expected=expected_share("2022-01", "2022-02",
    ...                                                   as_of="2022-01-31"))
    np.float64(1.0)
    """
    return not_negative("completed", completed) / positive("expected", expected)


def composite_ratio(ratios: ArrayLike) -> float:
    """Mean of the completion ratios of an item's parts, each capped at 1.

    Capped here and nowhere else: a part beyond its plan does not make up for another.

    Raises
    ------
    ValueError : no part, a missing or a negative one.

    Examples
    --------
    >>> composite_ratio([0.5, 1.4])
    0.75
    """
    parts = not_negative("ratios", ratios).ravel()
    refuse(np.isnan(parts), "ratios must not be missing", parts)
    if not parts.size:
        raise ValueError("ratios must not be empty")
    return float(np.minimum(parts, 1.0).mean())


def _span(start: ArrayLike, end: ArrayLike) -> tuple[Array, Array]:
    first, last = _month("start", start), _month("end", end)
    refuse(last < first, "end must not be before start, in months since 1970", last)
    return first, last


def _month(name: str, values: Any) -> Array:
    """Months since January 1970; a bare 2022 would be read as one of 1970."""
    given = np.asarray(values)
    refuse(given.dtype.kind in "iuf", f"{name} must be a month such as 2022-02", given)
    months = given.astype("datetime64[M]")
    refuse(np.isnat(months), f"{name} must be a month", months)
    return months.astype(float)


def _months_over(as_of: Day) -> float:
    """Months since January 1970 over at the end of a day, with a fraction."""
    day = np.datetime64(as_of, "D")
    month = day.astype("datetime64[M]")
    first, next_first = (m.astype("datetime64[D]") for m in (month, month + 1))
    gone = (day - first).astype(float) + 1
    return float(month.astype(float) + gone / (next_first - first).astype(float))
