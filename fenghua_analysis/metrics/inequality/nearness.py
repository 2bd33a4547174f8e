"""The Gini split into differences between neighbours and between all others.

Formulas and sources: docs/methods.md#inequality.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fenghua_analysis.metrics.inequality.shares import relative_incomes


@dataclass(frozen=True)
class NearnessSplit:
    """Gini = near + far.

    Attributes
    ----------
    near, far : part of the Gini from pairs that are neighbours, and from the others
    """

    near: float
    far: float

    @property
    def total(self) -> float:
        """The Gini itself, as `gini`."""
        return self.near + self.far


def gini_by_nearness(
    values: ArrayLike, *, near: ArrayLike, weights: ArrayLike | None = None
) -> NearnessSplit:
    """Split the Gini by whether two units are neighbours (Rey and Smith).

    Parameters
    ----------
    values : income per head, shape (n,), not negative, none missing
    near : shape (n, n), True where two units are neighbours, the same both ways;
        `groups[:, None] == groups` makes neighbours of the units of a group
    weights : people of each unit; None: one each

    Returns
    -------
    NearnessSplit. It says nothing of how many pairs are near: see `nearness_test`.

    Raises
    ------
    ValueError : a `near` of another shape or not the same both ways, else as `gini`.

    Notes
    -----
    Σ p_i·p_j·|x_i − x_j| / 2μ over pairs in both orders.
    Source: docs/methods.md#inequality.

    Examples
    --------
    >>> groups = np.array(["a", "a", "b"])
    >>> parts = gini_by_nearness([1, 3, 5], near=groups[:, None] == groups)
    >>> round(parts.near, 4), round(parts.far, 4)
    (0.0741, 0.2222)
    """
    ratios, people = relative_incomes(values, weights)
    neighbours = np.asarray(near, dtype=bool)
    if neighbours.shape != (ratios.size, ratios.size):
        raise ValueError(
            f"near must be {ratios.size} by {ratios.size}: {neighbours.shape}"
        )
    if not np.array_equal(neighbours, neighbours.T):
        raise ValueError("near must be the same both ways")
    pairs = np.abs(ratios[:, None] - ratios) * people[:, None] * people / 2
    return NearnessSplit(
        float(pairs[neighbours].sum()), float(pairs[~neighbours].sum())
    )
