"""The Lorenz curve, and polarisation: how empty the middle is.

Formulas and sources: docs/methods.md#inequality.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from fenghua_analysis.metrics.inequality.measures import gini
from fenghua_analysis.metrics.inequality.shares import relative_incomes
from fenghua_analysis.metrics.inputs import RESOLUTION, Array, refuse


class Lorenz(NamedTuple):
    """Cumulative shares of people and of income, poorest first; both start at 0."""

    people: Array
    income: Array


def lorenz(values: ArrayLike, *, weights: ArrayLike | None = None) -> Lorenz:
    """The Lorenz curve: what share of all income the poorest so many people have.

    Parameters
    ----------
    values : income per head, shape (n,), not negative, none missing
    weights : people of each unit, not negative; None: one each

    Returns
    -------
    Lorenz(people, income), fractions, shape (n + 1,); straight between its points.

    Raises
    ------
    ValueError : as `gini`.

    Examples
    --------
    >>> lorenz([3, 1]).income
    array([0.  , 0.25, 1.  ])
    """
    ratios, people = relative_incomes(values, weights)
    order = np.argsort(ratios, kind="stable")
    parts = people[order], (people * ratios)[order]
    return Lorenz(*(np.concatenate([[0.0], np.cumsum(part)]) for part in parts))


def wolfson(values: ArrayLike, *, weights: ArrayLike | None = None) -> float:
    """Wolfson's polarisation: how far incomes have moved from the middle to both ends.

    Returns
    -------
    ≥ 0; 0 when all are equal. Giving from rich to poor on one side of the median
    lowers the Gini and *raises* this.

    Raises
    ------
    ValueError : a median of zero, else as `gini`.

    Notes
    -----
    (2·(0.5 − L(0.5)) − G)·μ/median, L the Lorenz curve, G the Gini of `gini`. The
    median of an even split is the mean of its two middle incomes.
    Source: docs/methods.md#inequality.

    Examples
    --------
    >>> round(wolfson([2, 4, 6, 8, 10, 12, 14, 16]), 4), wolfson([5, 5])
    (0.1528, 0.0)
    """
    ratios, people = relative_incomes(values, weights)
    median = _median(ratios, people)
    refuse(median == 0, "the median of values must not be zero", median)
    curve = lorenz(ratios, weights=people)
    lower_half = np.interp(0.5, curve.people, curve.income)
    spread = 2 * (0.5 - lower_half) - gini(ratios, weights=people)
    return max(0.0, float(spread / median))


def _median(ratios: Array, people: Array) -> float:
    """The income in the middle of all people; of two middle ones their mean."""
    order = np.argsort(ratios, kind="stable")
    cumulative = np.cumsum(people[order])
    # The tolerance lets six times a sixth part into two halves.
    ends = np.searchsorted(cumulative, [0.5 - RESOLUTION, 0.5 + RESOLUTION])
    return float(ratios[order][ends].mean())
