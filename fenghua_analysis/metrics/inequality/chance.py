"""Whether inequality between groups is more than twelve units show by chance.

Formulas and sources: docs/methods.md#inequality.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fenghua_analysis.metrics.inequality.groups import theil_t_by_group
from fenghua_analysis.metrics.inequality.nearness import gini_by_nearness
from fenghua_analysis.metrics.inputs import reaches, refuse

PERMUTATIONS = 999
"""Random relabellings: a p-value of thousandths, and never zero."""

Order = NDArray[np.intp]


class PermutationTest(NamedTuple):
    """A statistic, and how often chance gives as much.

    `p_value` is the share of relabellings, the observed one included, in which the
    statistic is at least as large.
    """

    observed: float
    p_value: float
    permutations: int


def between_groups_test(
    values: ArrayLike,
    *,
    groups: ArrayLike,
    weights: ArrayLike | None = None,
    permutations: int = PERMUTATIONS,
    seed: int = 0,
) -> PermutationTest:
    """Test whether groups differ more than groups drawn at random would.

    Parameters
    ----------
    values, groups, weights : as for `theil_t_by_group`
    permutations : random relabellings of the units
    seed : the same seed gives the same p-value

    Returns
    -------
    PermutationTest of the between part of Theil's T, nats. All equal: p = 1.

    Raises
    ------
    ValueError : no permutation, else as `theil_t_by_group`.

    Notes
    -----
    p = (1 + #{between ≥ observed}) / (1 + permutations); a unit keeps its income and
    its people, the labels change hands.  Source: docs/methods.md#inequality.

    Examples
    --------
    >>> found = between_groups_test([1, 2, 3, 7, 8, 9], groups=list("aaabbb"))
    >>> round(found.observed, 4), found.p_value
    (0.1927, 0.103)
    """
    labels: NDArray[Any] = np.asarray(groups)

    def between(order: Order) -> float:
        parts = theil_t_by_group(values, groups=labels[order], weights=weights)
        return parts.between

    return _test(between, labels.size, permutations=permutations, seed=seed)


def nearness_test(
    values: ArrayLike,
    *,
    near: ArrayLike,
    weights: ArrayLike | None = None,
    permutations: int = PERMUTATIONS,
    seed: int = 0,
) -> PermutationTest:
    """Test whether units that are not neighbours differ more than chance makes them.

    Returns
    -------
    PermutationTest of the far part of the Gini. All equal: p = 1.

    Raises
    ------
    ValueError : no permutation, else as `gini_by_nearness`.

    Notes
    -----
    As `between_groups_test`: the places change hands.
    Source: docs/methods.md#inequality.

    Examples
    --------
    >>> groups = np.array(list("aaabbb"))
    >>> found = nearness_test([1, 2, 3, 7, 8, 9], near=groups[:, None] == groups)
    >>> found.p_value
    0.103
    """
    neighbours = np.asarray(near, dtype=bool)

    def far(order: Order) -> float:
        moved = neighbours[np.ix_(order, order)]
        return gini_by_nearness(values, near=moved, weights=weights).far

    return _test(far, len(neighbours), permutations=permutations, seed=seed)


def _test(
    statistic: Callable[[Order], float], units: int, *, permutations: int, seed: int
) -> PermutationTest:
    refuse(permutations < 1, "permutations must be positive", permutations)
    random = np.random.default_rng(seed)
    observed = statistic(np.arange(units))
    drawn = [statistic(random.permutation(units)) for _ in range(permutations)]
    # Sums in another order differ in their last digit; that must not decide.
    as_large = int(reaches(drawn, observed).sum())
    return PermutationTest(observed, (1 + as_large) / (1 + permutations), permutations)
