"""How far a value is from its target, at one moment.

The sign is the same everywhere: a positive gap is still to go, whichever direction is
better.  Formulas and sources: docs/methods.md#gap.
"""

import numpy as np
from numpy.typing import ArrayLike

from fenghua_analysis.metrics.inputs import (
    RESOLUTION,
    Array,
    Mask,
    difference,
    not_negative,
    numbers,
    one_of,
    refuse,
    sign,
)

FEWEST_PEERS = 6
"""With three to five peers a standard deviation says more of them than of the gap."""

COMPARATORS = ("eq", "approx", "ge", "gt", "le", "lt")


def gap(value: ArrayLike, target: ArrayLike, *, direction: ArrayLike) -> Array:
    """What remains to the target, in the indicator's unit.

    Parameters
    ----------
    value, target : same unit, shape (n,) or scalar; NaN is missing
    direction : "higher" or "lower" is better, one for all or shape (n,)

    Returns
    -------
    Shape (n,). Positive: still to go; 0: just reached; negative: surpassed by so much.
    NaN where a figure is missing.

    Raises
    ------
    ValueError : a wrong direction, or an infinite number.

    Notes
    -----
    target − value where more is better, value − target where less is.
    Source: docs/methods.md#gap.

    Examples
    --------
    >>> gap(50_000, 56_000, direction="higher"), gap(1.74, 1.67, direction="lower")
    (np.float64(6000.0), np.float64(0.07...))
    """
    return sign(direction) * (numbers("target", target) - numbers("value", value))


def relative_gap(value: ArrayLike, target: ArrayLike, *, direction: ArrayLike) -> Array:
    """The gap as a fraction of the target's size.

    Returns
    -------
    Fraction, shape (n,), signed like `gap`. NaN where a figure is missing.

    Raises
    ------
    ValueError : a target of zero (use `gap`), a wrong direction.

    Notes
    -----
    gap / |target|.  Source: docs/methods.md#gap.

    Examples
    --------
    >>> relative_gap(42_000, 56_000, direction="higher")
    np.float64(0.25)
    """
    goal = numbers("target", target)
    refuse(goal == 0, "target must not be zero", goal)
    return gap(value, goal, direction=direction) / np.abs(goal)


def standardised_gap(
    value: ArrayLike, target: ArrayLike, *, direction: ArrayLike, peers: ArrayLike
) -> Array:
    """The gap in standard deviations of peers: comparable across indicators.

    Parameters
    ----------
    value, target, direction : as for `gap`
    peers : values of all peers in the base year, shape (k,), `FEWEST_PEERS` or more,
        none missing

    Returns
    -------
    Standard deviations, shape (n,), ≥ 0: 0 where the target is met. NaN where a figure
    is missing.

    Raises
    ------
    ValueError : too few peers for a standard deviation to mean anything, a missing or
        infinite one, peers all alike, a wrong direction.

    Notes
    -----
    max(0, gap) / σ, σ divides by k.  Source: docs/methods.md#gap.

    Examples
    --------
    >>> standardised_gap([8, 12], 10, direction="higher", peers=[4, 6, 8, 8, 10, 12])
    array([0.7745..., 0. ])
    """
    others = numbers("peers", peers).ravel()
    refuse(np.isnan(others), "peers must not be missing", others)
    few = f"peers must be {FEWEST_PEERS} or more"
    refuse(others.size < FEWEST_PEERS, few, others.size)
    spread = others.std()
    alike = spread <= RESOLUTION * np.abs(others).max()
    refuse(alike, "peers must differ", others[0])
    return np.maximum(gap(value, target, direction=direction), 0.0) / spread


def level_ratio(value: ArrayLike, target: ArrayLike, *, direction: ArrayLike) -> Array:
    """How much of the target's level there is, uncapped; 1 at the target.

    Parameters
    ----------
    value, target : same unit, not negative; the one that divides is positive

    Returns
    -------
    Fraction, shape (n,). Above 1: better than the target. NaN where one is missing.

    Raises
    ------
    ValueError : a negative level, or a zero to divide by (the target where more is
        better, the value where less is), or a wrong direction.

    Notes
    -----
    value / target, or target / value where less is better. It needs no baseline and
    therefore says nothing of the way travelled: see `attainment`.
    Source: docs/methods.md#gap.

    Examples
    --------
    >>> level_ratio(42, 56, direction="higher"), level_ratio(8, 6, direction="lower")
    (np.float64(0.75), np.float64(0.75))
    """
    higher = sign(direction) > 0
    level, goal = not_negative("value", value), not_negative("target", target)
    upper, lower = np.where(higher, level, goal), np.where(higher, goal, level)
    refuse(lower == 0, "level_ratio must not divide by zero", lower)
    return upper / lower


def attainment(value: ArrayLike, *, base: ArrayLike, target: ArrayLike) -> Array:
    """Share of the way from the baseline to the target that has been travelled.

    Returns
    -------
    Fraction, shape (n,), uncapped: 0 at the baseline, 1 at the target, negative when
    moving away. The direction is that from base to target. NaN where one is missing.

    Raises
    ------
    ValueError : target equal to base: there is no way to travel.

    Notes
    -----
    (value − base) / (target − base). A base already beyond its target has its way
    backwards; compare with `meets` first.  Source: docs/methods.md#gap.

    Examples
    --------
    >>> attainment([75, 50, 40], base=50, target=100)
    array([ 0.5,  0. , -0.2])
    """
    start, goal = numbers("base", base), numbers("target", target)
    refuse(start == goal, "target must differ from base", goal)
    return (numbers("value", value) - start) / (goal - start)


def distance_to_target(
    value: ArrayLike, *, base: ArrayLike, target: ArrayLike
) -> Array:
    """Share of the way that is left: a score comparable across indicators.

    Returns
    -------
    Fraction, shape (n,), ≥ 0; above 1 when further away than at the baseline. NaN
    where a figure is missing.

    Raises
    ------
    ValueError : target equal to base.

    Notes
    -----
    1 − attainment, floored at 0.  Source: docs/methods.md#gap.

    Examples
    --------
    >>> distance_to_target([75, 120], base=50, target=100)
    array([0.5, 0. ])
    """
    return np.maximum(1 - attainment(value, base=base, target=target), 0.0)


def meets(
    value: ArrayLike, target: ArrayLike, *, comparator: ArrayLike, direction: ArrayLike
) -> Mask:
    """Whether a value fulfils its target as the document words it.

    Parameters
    ----------
    comparator : "ge" at least, "gt" more than, "le" at most, "lt" less than; "eq" and
        "approx" take their side from `direction`
    direction : "higher" or "lower" is better

    Returns
    -------
    True or False, shape (n,). False where a figure is missing: nothing shows that the
    target is met.

    Raises
    ------
    ValueError : a wrong comparator (a "growth" is no level), a wrong direction.

    Notes
    -----
    达到56000元 is met by 57,000: a plain figure binds on the side that is worse.
    “About” (左右) carries no published tolerance, so none is granted. Numbers closer
    than `RESOLUTION` are equal.  Source: docs/methods.md#gap.

    Examples
    --------
    >>> meets(57_000, 56_000, comparator="eq", direction="higher")
    np.True_
    >>> meets([3.5, 3.6], 3.5, comparator="le", direction="lower")
    array([ True, False])
    """
    level, goal = numbers("value", value), numbers("target", target)
    word = one_of("comparator", comparator, COMPARATORS)
    at_least, at_most = (word == "ge") | (word == "gt"), (word == "le") | (word == "lt")
    way = np.select([at_least, at_most], [1.0, -1.0], sign(direction))
    margin = way * difference(level, goal)
    strict = (word == "gt") | (word == "lt")
    return np.where(strict, margin > 0, margin >= 0)[()]
