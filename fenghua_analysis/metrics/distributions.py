"""Families of income distributions, each fixed by its mean and its Gini coefficient.

scipy is imported where it is needed: the package starts without it.
Formulas and sources: docs/methods.md#distributions.
"""

import numpy as np
from numpy.typing import ArrayLike

from fenghua_analysis.metrics.inputs import (
    Array,
    fraction,
    one_of,
    positive,
    refuse,
)

FAMILIES = ("lognormal", "fisk")


def lognormal_sigma(gini: ArrayLike) -> Array:
    """Standard deviation of log incomes of a lognormal distribution, from its Gini.

    Parameters
    ----------
    gini : 0 < gini < 1

    Returns
    -------
    σ > 0, shape (n,).

    Raises
    ------
    ValueError : a Gini outside 0–1, or at its ends.

    Notes
    -----
    √2·Φ⁻¹((1 + G)/2).  Source: docs/methods.md#distributions.

    Examples
    --------
    >>> lognormal_sigma(0.36).round(6)
    np.float64(0.661426)
    """
    from scipy.special import ndtri

    return np.sqrt(2.0) * ndtri((1 + fraction("gini", gini)) / 2)


def lognormal_gini(sigma: ArrayLike) -> Array:
    """Gini of a lognormal distribution, from the standard deviation of log incomes.

    Raises
    ------
    ValueError : σ is not positive.

    Notes
    -----
    2Φ(σ/√2) − 1 = erf(σ/2).  Source: docs/methods.md#distributions.

    Examples
    --------
    >>> lognormal_gini(0.661426).round(6)
    np.float64(0.36)
    """
    from scipy.special import erf

    return erf(positive("sigma", sigma) / 2)


def lognormal_theil(sigma: ArrayLike) -> Array:
    """Theil's T (and L) of a lognormal distribution: σ²/2, nats.

    Raises
    ------
    ValueError : σ is not positive.

    Examples
    --------
    >>> lognormal_theil(0.661426).round(6)
    np.float64(0.218742)
    """
    return positive("sigma", sigma) ** 2 / 2


def share_below(
    income: ArrayLike, *, mean: ArrayLike, gini: ArrayLike, family: ArrayLike
) -> Array:
    """Share of incomes below a bound.

    Parameters
    ----------
    income : the bound, ≥ 0, or inf
    mean : mean income, same unit, > 0
    gini : 0 < gini < 1
    family : "lognormal" or "fisk" (log-logistic)

    Returns
    -------
    Fraction 0–1, shape (n,): 0 at zero, 1 at inf. NaN where a number is missing.

    Raises
    ------
    ValueError : a negative bound, a mean, Gini or family out of range.

    Notes
    -----
    Lognormal: Φ((ln x − μ)/σ), μ = ln mean − σ²/2. Fisk: 1/(1 + (x/scale)^(−1/G)),
    scale = mean·sin(πG)/(πG).  Source: docs/methods.md#distributions.

    Examples
    --------
    >>> share_below(14, mean=14, gini=0.36, family=["lognormal", "fisk"]).round(3)
    array([0.63, 0.65])
    """
    centre, inequality = positive("mean", mean), fraction("gini", gini)
    words = one_of("family", family, FAMILIES)
    bound = np.asarray(income, dtype=float)
    refuse(bound < 0, "income must not be negative", bound)
    with np.errstate(divide="ignore"):
        logs = np.log(bound)
    below = [_lognormal(logs, centre, inequality), _fisk(logs, centre, inequality)]
    return np.where(words == "lognormal", *below)[()]


def _lognormal(logs: Array, mean: Array, gini: Array) -> Array:
    from scipy.special import ndtr

    sigma = lognormal_sigma(gini)
    return ndtr((logs - np.log(mean) + sigma**2 / 2) / sigma)


def _fisk(logs: Array, mean: Array, gini: Array) -> Array:
    from scipy.special import expit

    # numpy's sinc(x) is sin(πx)/(πx), the ratio of a Fisk's scale to its mean.
    return expit((logs - np.log(mean * np.sinc(gini))) / gini)
