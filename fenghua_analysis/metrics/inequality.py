"""How unequal incomes are, of persons or of townships weighted by their people.

All measures take the income *per head* of each unit and, as weights, its residents;
they ignore the unit of money, the order of the list and a doubling of every weight.
Formulas, variants and sources: docs/methods.md#inequality.
"""

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fenghua_analysis.metrics.inputs import Array, complete, refuse


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
    ratios, people = _relative(values, weights)
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
    ratios, people = _relative(values, weights)
    return max(0.0, float(_logs(people * ratios, ratios).sum()))


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
    ratios, people = _relative(values, weights)
    _refuse_zero(ratios, people)
    return max(0.0, -float(_logs(people, ratios).sum()))


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
    _refuse_zero(parts.ratios, parts.people)
    return parts.split(-parts.people)


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
    ratios, people = _relative(values, weights)
    return float(np.sqrt(np.sum(people * (ratios - 1) ** 2)))


def _relative(values: ArrayLike, weights: ArrayLike | None) -> tuple[Array, Array]:
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


def _logs(factor: Array, ratio: Array) -> Array:
    """factor · ln(ratio), 0 where the factor is 0."""
    return factor * np.log(np.where(factor == 0, 1.0, ratio))


def _refuse_zero(ratios: Array, people: Array) -> None:
    refuse((ratios == 0) & (people > 0), "values must be positive", ratios)


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
        ratios, people = _relative(values, weights)
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
        inner = np.bincount(self.member, _logs(factor, relative))
        outer = np.bincount(self.member, _logs(factor, self.means))
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
