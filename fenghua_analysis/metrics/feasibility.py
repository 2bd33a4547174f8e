"""Whether targets that hang together can all be true at once.

Three promised numbers of which two fix the third either fit or do not; what each is
rounded to decides how near counts as fitting.  Sources: docs/methods.md#feasibility.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from fenghua_analysis.metrics.income_ratio import implied_levels
from fenghua_analysis.metrics.inputs import RESOLUTION, fraction, positive, refuse
from fenghua_analysis.metrics.pace import required_annual_rate


class Span(NamedTuple):
    """Lower and upper end of what a number may be."""

    low: float
    high: float


@dataclass(frozen=True)
class QuotientFit:
    """Three numbers of which the first over the second should be the third.

    Attributes
    ----------
    fits : whether some unrounded numbers satisfy all three
    implied : the ratio that numerator and denominator make
    numerator, denominator : what each would have to be for the other two to hold
    shortfall : nearest implied ratio over the nearest stated one, less 1; 0 when it
        fits, negative when the implied one is too low
    """

    fits: bool
    implied: Span
    numerator: Span
    denominator: Span
    shortfall: float


@dataclass(frozen=True)
class LevelsNeeded:
    """Urban and rural income that a mean, a ratio and an urban share demand together.

    Attributes
    ----------
    urban, rural : income, unit of the mean
    urban_growth, rural_growth : compound growth a year from now to there
    """

    urban: Span
    rural: Span
    urban_growth: Span
    rural_growth: Span


def rounded(value: float, *, unit: float) -> Span:
    """What a number printed to a unit may have been: half a unit either way.

    Parameters
    ----------
    value : > 0
    unit : of its last digit, > 0: 0.001 for 0.396, 1000 for 15万 meant to the thousand

    Raises
    ------
    ValueError : a value or a unit that is not positive or missing, or a unit twice the
        value or more.

    Examples
    --------
    >>> rounded(0.396, unit=0.001)
    Span(low=0.3955, high=0.3965)
    """
    number, half = float(positive("value", value)), float(positive("unit", unit)) / 2
    refuse(np.isnan(number + half), "value and unit must be given", number)
    refuse(half >= number, "unit must be below twice the value", 2 * half)
    return Span(number - half, number + half)


def quotient_fit(numerator: Span, denominator: Span, *, ratio: Span) -> QuotientFit:
    """Whether two targets and the target of their ratio can all be met exactly.

    Parameters
    ----------
    numerator, denominator, ratio : as from `rounded`; (x, x) for an exact number

    Returns
    -------
    QuotientFit. Targets that bind on one side only (at least, at most) may all be *met*
    where they do not *fit*: more income than promised raises the ratio.

    Raises
    ------
    ValueError : an end that is not positive or missing, or ends the wrong way round.

    Notes
    -----
    [n_low / d_high, n_high / d_low] against [r_low, r_high].
    Source: docs/methods.md#feasibility.

    Examples
    --------
    >>> found = quotient_fit(rounded(56_000, unit=1000), rounded(150_000, unit=1000),
    ...                      ratio=rounded(0.396, unit=0.001))
    >>> found.fits, round(found.implied.high, 3), round(found.shortfall, 3)
    (False, 0.378, -0.044)
    """
    upper = _span("numerator", numerator)
    lower = _span("denominator", denominator)
    stated = _span("ratio", ratio)
    implied = Span(upper.low / lower.high, upper.high / lower.low)
    shortfall = 0.0
    if implied.high < stated.low * (1 - RESOLUTION):
        shortfall = implied.high / stated.low - 1
    elif implied.low > stated.high * (1 + RESOLUTION):
        shortfall = implied.low / stated.high - 1
    return QuotientFit(
        fits=shortfall == 0,
        implied=implied,
        numerator=Span(stated.low * lower.low, stated.high * lower.high),
        denominator=Span(upper.low / stated.high, upper.high / stated.low),
        shortfall=shortfall,
    )


def levels_needed(
    mean: float,
    ratio: float,
    *,
    urban_share: Span,
    urban_now: float,
    rural_now: float,
    years: float,
) -> LevelsNeeded:
    """What town and country must earn, and grow by, for three targets to hold at once.

    Parameters
    ----------
    mean : income per head promised, > 0
    ratio : urban over rural promised, > 0
    urban_share : share of residents in towns then, from low to high, fraction 0–1
    urban_now, rural_now : income per head now, unit of `mean`, > 0
    years : to go, > 0

    Returns
    -------
    LevelsNeeded, from the one end of the urban share to the other. The more live in
    towns, the less either side has to earn for the same mean.

    Raises
    ------
    ValueError : a number out of range, missing, or ends the wrong way round.

    Notes
    -----
    `income_ratio.implied_levels` at both ends: both incomes fall as the share rises
    while the ratio is above 1.  Source: docs/methods.md#feasibility.

    Examples
    --------
    >>> found = levels_needed(56_000, 1.67, urban_share=Span(0.6, 0.7),
    ...                       urban_now=64_000, rural_now=37_000, years=2)
    >>> [round(end, 3) for end in found.rural_growth], round(found.urban.low)
    ([0.015, 0.039], 63662)
    """
    shares = [float(fraction("urban_share", share)) for share in urban_share]
    given = np.array([mean, ratio, *shares, urban_now, rural_now, years], dtype=float)
    refuse(np.isnan(given), "numbers must not be missing", given)
    refuse(shares[0] > shares[1], "urban_share must run from low to high", shares[0])
    levels = implied_levels(mean, ratio=ratio, urban_share=shares)
    ends = [np.sort(level) for level in levels]
    growths = [
        required_annual_rate(now, end, years=years)
        for now, end in zip((urban_now, rural_now), ends, strict=True)
    ]
    urban, rural, urban_growth, rural_growth = (
        Span(*part.tolist()) for part in (*ends, *growths)
    )
    return LevelsNeeded(urban, rural, urban_growth, rural_growth)


def _span(name: str, span: Span) -> Span:
    low, high = (float(positive(name, end)) for end in span)
    refuse(np.isnan(low + high), f"{name} must not be missing", low)
    refuse(low > high, f"{name} must run from low to high", low)
    return Span(low, high)
