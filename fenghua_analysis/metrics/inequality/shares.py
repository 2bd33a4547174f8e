"""Incomes over their mean and shares of people: what every measure starts from."""

import numpy as np
from numpy.typing import ArrayLike

from fenghua_analysis.metrics.inputs import Array, complete, refuse


def relative_incomes(
    values: ArrayLike, weights: ArrayLike | None
) -> tuple[Array, Array]:
    """Incomes over their weighted mean, and population shares."""
    incomes = complete("values", values)
    people = np.ones_like(incomes) if weights is None else complete("weights", weights)
    if people.shape != incomes.shape:
        raise ValueError(f"weights must be {incomes.size}, one a value: {people.size}")
    refuse(people.sum() == 0, "weights must not sum to zero", people.sum())
    shares = people / people.sum()
    mean = np.sum(shares * incomes)
    refuse(mean == 0, "values must not all be zero", mean)
    return incomes / mean, shares


def weighted_logs(factor: Array, ratio: Array) -> Array:
    """factor · ln(ratio), 0 where the factor is 0."""
    return factor * np.log(np.where(factor == 0, 1.0, ratio))


def refuse_zero(ratios: Array, people: Array) -> None:
    refuse((ratios == 0) & (people > 0), "values must be positive", ratios)
