"""Inequality split into what lies between groups and what lies within them.

Formulas and sources: docs/methods.md#inequality.
"""

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fenghua_analysis.metrics.inequality.shares import (
    refuse_zero,
    relative_incomes,
    weighted_logs,
)
from fenghua_analysis.metrics.inputs import Array


class Group(NamedTuple):
    """One group of a decomposition: its shares of people and income, its inequality."""

    population_share: float
    income_share: float
    inequality: float


@dataclass(frozen=True)
class Decomposition:
    """Inequality split exactly: total = between + within.

    Attributes
    ----------
    total, between, within : nats
    groups : group → `Group`; its inequality is NaN where nobody has an income
    """

    total: float
    between: float
    within: float
    groups: dict[Any, Group]

    @property
    def between_share(self) -> float:
        """Share of the total that lies between groups; NaN when all are equal."""
        return self.between / self.total if self.total > 0 else float("nan")


def theil_t_by_group(
    values: ArrayLike, *, groups: ArrayLike, weights: ArrayLike | None = None
) -> Decomposition:
    """Theil's T, split into between and within groups; groups weigh by income.

    Parameters
    ----------
    groups : the group of each unit, shape (n,)

    Returns
    -------
    Decomposition, in nats.

    Raises
    ------
    ValueError : as `gini`, or another number of groups.

    Notes
    -----
    Between: Σ s_g·ln(s_g/p_g); within: Σ s_g·T_g.  Source: docs/methods.md#inequality.

    Examples
    --------
    >>> parts = theil_t_by_group([0, 0, 10, 10], groups=["a", "a", "b", "b"])
    >>> round(parts.between, 4), parts.within
    (0.6931, 0.0)
    """
    parts = _Parts.of(values, groups=groups, weights=weights)
    return parts.split(parts.incomes)


def theil_l_by_group(
    values: ArrayLike, *, groups: ArrayLike, weights: ArrayLike | None = None
) -> Decomposition:
    """Theil's L, split into between and within groups; groups weigh by people.

    Raises
    ------
    ValueError : a zero income, else as `theil_t_by_group`.

    Notes
    -----
    Between: Σ p_g·ln(p_g/s_g); within: Σ p_g·L_g.  Source: docs/methods.md#inequality.

    Examples
    --------
    >>> parts = theil_l_by_group([1, 1, 3, 3], groups=["a", "a", "b", "b"])
    >>> round(parts.between, 4), parts.within
    (0.1438, 0.0)
    """
    parts = _Parts.of(values, groups=groups, weights=weights)
    refuse_zero(parts.ratios, parts.people)
    return parts.split(-parts.people)


@dataclass(frozen=True)
class _Parts:
    """Units sorted into groups, with each unit's group mean."""

    names: NDArray[Any]
    member: NDArray[np.intp]
    ratios: Array
    people: Array
    means: Array

    @classmethod
    def of(
        cls, values: ArrayLike, *, groups: ArrayLike, weights: ArrayLike | None
    ) -> "_Parts":
        ratios, people = relative_incomes(values, weights)
        names, member = np.unique(np.asarray(groups), return_inverse=True)
        if member.shape != ratios.shape:
            raise ValueError(
                f"groups must be {ratios.size}, one a value: {member.size}"
            )
        size = np.bincount(member, people)
        income = np.bincount(member, people * ratios)
        means = income / np.where(size == 0, 1.0, size)
        return cls(names, member, ratios, people, means[member])

    @property
    def incomes(self) -> Array:
        """Each unit's share of all income."""
        return self.people * self.ratios

    def split(self, factor: Array) -> Decomposition:
        """Within and between parts of Σ factor · ln(ratio)."""
        relative = self.ratios / np.where(self.means == 0, 1.0, self.means)
        inner = np.bincount(self.member, weighted_logs(factor, relative))
        outer = np.bincount(self.member, weighted_logs(factor, self.means))
        weight = np.abs(np.bincount(self.member, factor))
        own = inner / np.where(weight == 0, np.nan, weight)
        within, between = float(inner.sum()), float(outer.sum())
        shares = (
            np.bincount(self.member, part) for part in (self.people, self.incomes)
        )
        rows = zip(*(part.tolist() for part in (*shares, own)), strict=True)
        groups = {
            name: Group(*row)
            for name, row in zip(self.names.tolist(), rows, strict=True)
        }
        return Decomposition(between + within, between, within, groups)
