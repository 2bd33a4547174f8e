"""Whether the spread of regions falls.

Formulas and sources: docs/methods.md#convergence.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fenghua_analysis.metrics.inputs import (
    Array,
    complete,
    numbers,
    positive,
    refuse,
)


@dataclass(frozen=True)
class SigmaConvergence:
    """Spread of a set of regions, year by year.

    Attributes
    ----------
    years : shape (m,)
    dispersion : standard deviation of logarithms, weighted by people where they were
        given; shape (m,)
    fall : first less last dispersion; positive: closer together
    yearly_change : slope of dispersion over the years; negative: convergence
    units : regions
    """

    years: Array
    dispersion: Array
    fall: float
    yearly_change: float
    units: int


def sigma_convergence(
    years: ArrayLike, values: ArrayLike, *, weights: ArrayLike | None = None
) -> SigmaConvergence:
    """Whether the spread of regions falls.

    Parameters
    ----------
    years : shape (m,), rising, two or more
    values : shape (n, m), a row a region, > 0, none missing: a region that comes or
        goes would look like convergence
    weights : people of each region, the same in all years; None: one each, which asks
        about regions and not about people

    Returns
    -------
    SigmaConvergence. All equal: dispersion 0.

    Raises
    ------
    ValueError : a missing value or one that is not positive, fewer than two years, or
        weights that sum to zero.

    Notes
    -----
    √(Σ p·(ln x − Σ p·ln x)²); divides by n.  Source: docs/methods.md#convergence.

    Examples
    --------
    >>> found = sigma_convergence([2014, 2022], [[100, 200], [300, 400]])
    >>> found.dispersion.round(3), round(found.fall, 3)
    (array([0.549, 0.347]), 0.203)
    """
    when, levels = numbers("years", years), positive("values", values)
    refuse(np.diff(when) <= 0, "years must rise, each after", when[:-1])
    if levels.ndim != 2 or levels.shape[1] != when.size or when.size < 2:
        raise ValueError(
            f"values {levels.shape} must have a row a region and a column a year, "
            f"two or more: {when.size}"
        )
    refuse(np.isnan(levels), "values must not be missing", levels)
    people = np.ones(len(levels)) if weights is None else complete("weights", weights)
    refuse(people.sum() == 0, "weights must not sum to zero", people.sum())
    logs = np.log(levels)
    mean = np.average(logs, axis=0, weights=people)
    spread = np.sqrt(np.average((logs - mean) ** 2, axis=0, weights=people))
    slope = float(np.polyfit(when - when[0], spread, 1)[0])
    fall = float(spread[0] - spread[-1])
    return SigmaConvergence(when, spread, fall, slope, len(levels))
