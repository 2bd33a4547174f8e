"""How unequal incomes are, as one number.

Formulas, variants and sources: docs/methods.md#inequality.
"""

import numpy as np
from numpy.typing import ArrayLike

from fenghua_analysis.metrics.inequality.shares import (
    refuse_zero,
    relative_incomes,
    weighted_logs,
)


def gini(values: ArrayLike, *, weights: ArrayLike | None = None) -> float:
    """Gini coefficient of a population, without a small-sample factor.

    Parameters
    ----------
    values : income per head, shape (n,), not negative, none missing
    weights : people of each unit, not negative; None: one each

    Returns
    -------
    0 (all equal) to 1 − 1/n (one has everything).

    Raises
    ------
    ValueError : a negative or missing income or weight, no income at all, weights that
        sum to zero, or another number of weights.

    Notes
    -----
    1 − Σ p·(L + L before), the trapezoid under the weighted Lorenz curve; without
    weights 2Σ i·x / (n Σ x) − (n + 1)/n. The unbiased variant of other packages is
    this × n/(n − 1).  Source: docs/methods.md#inequality.

    Examples
    --------
    >>> round(gini([1, 2, 3, 4]), 4), gini([0, 0, 0, 10]), gini([5, 5])
    (0.25, 0.75, 0.0)
    """
    ratios, people = relative_incomes(values, weights)
    order = np.argsort(ratios, kind="stable")
    lorenz = np.cumsum((people * ratios)[order])
    before = np.concatenate([[0.0], lorenz[:-1]])
    return max(0.0, float(1 - np.sum(people[order] * (lorenz + before))))


def theil_t(values: ArrayLike, *, weights: ArrayLike | None = None) -> float:
    """Theil's T: how far income shares are from population shares.

    Returns
    -------
    Nats, 0 (all equal) to ln n. A zero income counts as 0·ln 0 = 0.

    Raises
    ------
    ValueError : as `gini`.

    Notes
    -----
    Σ s·ln(s/p), s a unit's share of income and p of people.
    Source: docs/methods.md#inequality.

    Examples
    --------
    >>> round(theil_t([0, 0, 10, 10]), 4), theil_t([5, 5])
    (0.6931, 0.0)
    """
    ratios, people = relative_incomes(values, weights)
    return max(0.0, float(weighted_logs(people * ratios, ratios).sum()))


def theil_l(values: ArrayLike, *, weights: ArrayLike | None = None) -> float:
    """Theil's L, the mean log deviation: more sensitive to the poorest.

    Returns
    -------
    Nats, ≥ 0.

    Raises
    ------
    ValueError : a zero income (ln 0 has no end: use `theil_t`), else as `gini`.

    Notes
    -----
    Σ p·ln(p/s).  Source: docs/methods.md#inequality.

    Examples
    --------
    >>> round(theil_l([1, 3]), 4)
    0.1438
    """
    ratios, people = relative_incomes(values, weights)
    refuse_zero(ratios, people)
    return max(0.0, -float(weighted_logs(people, ratios).sum()))


def williamson(values: ArrayLike, *, weights: ArrayLike | None = None) -> float:
    """Population-weighted coefficient of variation (Williamson).

    Returns
    -------
    Ratio of standard deviation to mean, ≥ 0; divides by n, not by n − 1.

    Raises
    ------
    ValueError : as `gini`.

    Notes
    -----
    √(Σ p·(x − μ)²) / μ, μ the weighted mean.  Source: docs/methods.md#inequality.

    Examples
    --------
    >>> williamson([4, 8], weights=[1, 1]), williamson([5, 5])
    (0.3333333333333333, 0.0)
    """
    ratios, people = relative_incomes(values, weights)
    return float(np.sqrt(np.sum(people * (ratios - 1) ** 2)))
