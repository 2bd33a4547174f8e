"""The generalised beta of the second kind: a curve for published group means.

Yearbooks print the mean income of each fifth of all households. Five means carry the
three shapes and the scale of this family; a mean and a Gini alone do not.
Formulas and sources: docs/methods.md#gb2.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fenghua_analysis.metrics.inequality.lorenz import lorenz
from fenghua_analysis.metrics.inequality.measures import gini
from fenghua_analysis.metrics.inputs import (
    Array,
    complete,
    not_negative,
    positive,
    refuse,
)

FEWEST_GROUPS = 5
"""Groups whose four inner points of the Lorenz curve fix three shapes."""

_STEEPEST = 6.0
"""Ends of the search, in logarithms: shapes from 1/400 to 400."""


@dataclass(frozen=True)
class Gb2:
    """A fitted distribution.

    Attributes
    ----------
    a, p, q : shapes, > 0, with a·q > 1 so that there is a mean; p = q = 1 is the
        log-logistic (Fisk)
    b : scale, unit of the incomes
    miss : largest distance between a published point of the Lorenz curve and the fitted
        one, fraction of all income
    """

    a: float
    b: float
    p: float
    q: float
    miss: float = 0.0

    @property
    def mean(self) -> float:
        """Mean income: b·B(p + 1/a, q − 1/a) / B(p, q)."""
        from scipy.special import betaln

        moved = betaln(self.p + 1 / self.a, self.q - 1 / self.a)
        return float(self.b * np.exp(moved - betaln(self.p, self.q)))

    @property
    def gini(self) -> float:
        """Gini of all incomes, within groups as well: 1 − 2·∫L."""
        nodes, weights = np.polynomial.legendre.leggauss(200)
        # Substituting 1 − (1 − x)³ puts more nodes where the richest make it steep.
        x = (nodes + 1) / 2
        people = 1 - (1 - x) ** 3
        area = np.sum(weights / 2 * 3 * (1 - x) ** 2 * self.lorenz(people))
        return float(1 - 2 * area)

    def share_below(self, income: ArrayLike) -> Array:
        """Share of incomes below a bound ≥ 0, or inf; fraction, shape (n,)."""
        from scipy.special import betainc, expit

        bound = np.asarray(income, dtype=float)
        refuse(bound < 0, "income must not be negative", bound)
        with np.errstate(divide="ignore"):
            place = expit(self.a * (np.log(bound) - np.log(self.b)))
        return betainc(self.p, self.q, place)

    def lorenz(self, people: ArrayLike) -> Array:
        """Share of income that the poorest share of people have; fractions."""
        from scipy.special import betainc, betaincinv

        place = betaincinv(self.p, self.q, not_negative("people", people))
        return betainc(self.p + 1 / self.a, self.q - 1 / self.a, place)

    def at(self, mean: float) -> "Gb2":
        """The same shape with another mean: a province's, carried to a district."""
        scale = self.b * float(positive("mean", mean)) / self.mean
        return Gb2(self.a, scale, self.p, self.q, self.miss)


def fit_gb2(means: ArrayLike, *, people: ArrayLike | None = None) -> Gb2:
    """Fit the distribution to the mean incomes of groups, poorest first.

    Parameters
    ----------
    means : mean income of each group, shape (k,), k ≥ 5, > 0, rising
    people : people of each group; None: groups of one size

    Returns
    -------
    Gb2, with the mean of the groups and its largest `miss`. Four points for three
    shapes: a small miss is no proof of the family, a large one disproves it.

    Raises
    ------
    ValueError : fewer than `FEWEST_GROUPS` groups, means that are missing, not positive
        or do not rise; equal means have no shape.

    Notes
    -----
    Least squares on the inner points of the Lorenz curve.
    Source: docs/methods.md#gb2.

    Examples
    --------
    >>> fitted = fit_gb2([10, 20, 30, 45, 85])
    >>> round(fitted.mean, 6), round(fitted.gini, 2), fitted.miss < 0.005
    (38.0, 0.39, True)
    """
    incomes = positive("means", complete("means", means))
    few = f"means must be of {FEWEST_GROUPS} groups or more"
    refuse(incomes.size < FEWEST_GROUPS, few, incomes.size)
    refuse(np.diff(incomes) <= 0, "means must rise, poorest first, after", incomes[:-1])
    curve = lorenz(incomes, weights=people)
    shape = _fit(curve.people[1:-1], curve.income[1:-1], slope=1 / gini(incomes))
    unscaled = Gb2(shape[0], 1.0, shape[1], shape[2])
    miss = np.abs(unscaled.lorenz(curve.people[1:-1]) - curve.income[1:-1]).max()
    weights = None if people is None else np.asarray(people, dtype=float)
    fitted = Gb2(*shape[:1], 1.0, *shape[1:], float(miss))
    return fitted.at(float(np.average(incomes, weights=weights)))


def _fit(people: Array, income: Array, *, slope: float) -> tuple[float, float, float]:
    """Shapes a, p, q whose Lorenz curve is nearest to the points."""
    from scipy.optimize import least_squares

    def shapes(logs: Array) -> tuple[float, float, float]:
        a, p, beyond = np.exp(logs).tolist()
        return a, p, 1 / a + beyond

    def miss(logs: Array) -> Array:
        a, p, q = shapes(logs)
        return Gb2(a, 1.0, p, q).lorenz(people) - income

    # From a Fisk of about that Gini, and from a sharper and a flatter one.
    starts = [(slope * by, 1.0, 1.0) for by in (1.0, 0.5, 2.0)]
    found = [
        least_squares(miss, np.log(start), bounds=(-_STEEPEST, _STEEPEST))
        for start in starts
    ]
    return shapes(min(found, key=lambda fit: float(fit.cost)).x)
