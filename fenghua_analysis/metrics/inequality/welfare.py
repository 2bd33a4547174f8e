"""Atkinson's inequality: the share of income that inequality is worth.

Formulas and sources: docs/methods.md#inequality.
"""

import numpy as np
from numpy.typing import ArrayLike

from fenghua_analysis.metrics.inequality.shares import relative_incomes
from fenghua_analysis.metrics.inputs import RESOLUTION, Array, not_negative


def equally_distributed_income(
    values: ArrayLike, *, aversion: float, weights: ArrayLike | None = None
) -> float:
    """The income that, if all had it, would be worth as much as the unequal ones.

    Parameters
    ----------
    values : income per head, shape (n,), not negative, none missing
    aversion : how much inequality is disliked, ε ≥ 0; 0 not at all
    weights : people of each unit, not negative; None: one each

    Returns
    -------
    Unit of `values`, at most their weighted mean; 0 where somebody has nothing and
    ε ≥ 1.

    Raises
    ------
    ValueError : a negative `aversion`, else as `gini`.

    Notes
    -----
    (Σ p·x^(1−ε))^(1/(1−ε)); at ε = 1 the geometric mean.
    Source: docs/methods.md#inequality.

    Examples
    --------
    >>> round(equally_distributed_income([10, 20, 30, 40, 50], aversion=1), 3)
    26.052
    """
    worth = 1 - atkinson(values, aversion=aversion, weights=weights)
    _, people = relative_incomes(values, weights)
    return float(np.sum(people * np.asarray(values, dtype=float)) * worth)


def atkinson(
    values: ArrayLike, *, aversion: float, weights: ArrayLike | None = None
) -> float:
    """Atkinson's index: the share of income that could go without loss of welfare.

    Returns
    -------
    Fraction, 0 (all equal, or no aversion) to 1 (somebody has nothing and ε ≥ 1).

    Raises
    ------
    ValueError : as `equally_distributed_income`.

    Notes
    -----
    1 − equally distributed income / mean.  Source: docs/methods.md#inequality.

    Examples
    --------
    >>> round(atkinson([10, 20, 30, 40, 50], aversion=0.5), 5)
    0.06315
    """
    dislike = float(not_negative("aversion", aversion))
    ratios, people = relative_incomes(values, weights)
    some = people > 0
    ratios, people = ratios[some], people[some]
    if dislike >= 1 and (ratios == 0).any():
        return 1.0
    if abs(dislike - 1) < RESOLUTION:
        return max(0.0, float(1 - np.exp(np.sum(people * np.log(ratios)))))
    return max(0.0, 1 - _power_mean(ratios, people=people, power=1 - dislike))


def _power_mean(ratios: Array, *, people: Array, power: float) -> float:
    """(Σ p·r^power)^(1/power), by logarithms: no power of a small income overflows."""
    positive = ratios > 0
    logs = power * np.log(ratios[positive])
    top = logs.max()
    inner = np.sum(people[positive] * np.expm1(logs - top)) - people[~positive].sum()
    return float(np.exp((top + np.log1p(inner)) / power))
