"""How fast a value moves, against how fast it has to.

A *rate* is compound growth a year, for positive levels; a *step* is the indicator's
unit a year, for shares and indices.  Formulas and sources: docs/methods.md#pace.
"""

from numpy.typing import ArrayLike

from fenghua_analysis.metrics.inputs import Array, numbers, positive, refuse


def elapsed(year: ArrayLike, *, start: ArrayLike, end: ArrayLike) -> Array:
    """Share of the time from baseline to target that is over.

    Parameters
    ----------
    year, start, end : years, whole or with a fraction (2021.5 is mid-2021)

    Returns
    -------
    Fraction, shape (n,), uncapped: 0 at the start, 1 at the end.

    Raises
    ------
    ValueError : `end` is not after `start`.

    Notes
    -----
    (year − start) / (end − start).  Source: docs/methods.md#pace.

    Examples
    --------
    >>> elapsed(2023, start=2020, end=2025)
    np.float64(0.6)
    """
    first, last = numbers("start", start), numbers("end", end)
    refuse(last <= first, "end must be after start", last)
    return (numbers("year", year) - first) / (last - first)


def lead(attainment: ArrayLike, elapsed: ArrayLike) -> Array:
    """How far the way travelled is ahead of the time gone (序时进度).

    Returns
    -------
    Fraction, shape (n,); × 100 is percentage points. Positive: ahead; negative: behind.

    Notes
    -----
    attainment − elapsed.  Source: docs/methods.md#pace.

    Examples
    --------
    >>> lead(0.56, 0.5).round(4)
    np.float64(0.06)
    """
    return numbers("attainment", attainment) - numbers("elapsed", elapsed)


def required_annual_rate(
    value: ArrayLike, target: ArrayLike, *, years: ArrayLike
) -> Array:
    """Compound annual growth still needed to reach the target.

    Parameters
    ----------
    value, target : same unit, shape (n,) or scalar, strictly positive
    years : years from the observation to the target year, > 0

    Returns
    -------
    Fraction per year, shape (n,). 0 when already there; negative when the target is
    lower. NaN where a figure is missing.

    Raises
    ------
    ValueError : a level (use `required_annual_step`) or `years` is not positive.

    Notes
    -----
    (target / value) ** (1 / years) − 1.  Source: docs/methods.md#pace.

    Examples
    --------
    >>> required_annual_rate(80_000, 100_000, years=4).round(4)
    np.float64(0.0574)
    """
    level, goal = positive("value", value), positive("target", target)
    return (goal / level) ** (1 / positive("years", years)) - 1


def required_annual_step(
    value: ArrayLike, target: ArrayLike, *, years: ArrayLike
) -> Array:
    """Equal yearly change still needed to reach the target.

    Returns
    -------
    Indicator's unit per year, shape (n,); positive means up, whichever is better.

    Raises
    ------
    ValueError : `years` is not positive.

    Notes
    -----
    (target − value) / years.  Source: docs/methods.md#pace.

    Examples
    --------
    >>> required_annual_step(0.62, 0.70, years=4).round(4)
    np.float64(0.02)
    """
    change = numbers("target", target) - numbers("value", value)
    return change / positive("years", years)


def observed_annual_rate(
    base: ArrayLike, value: ArrayLike, *, years: ArrayLike
) -> Array:
    """Compound annual growth between two stated years.

    Parameters
    ----------
    base, value : the earlier and the later level, strictly positive
    years : years between them, > 0

    Returns
    -------
    Fraction per year, shape (n,). NaN where a figure is missing.

    Raises
    ------
    ValueError : a level (use `observed_annual_step`) or `years` is not positive.

    Notes
    -----
    (value / base) ** (1 / years) − 1; end points only, no trend is fitted.
    Source: docs/methods.md#pace.

    Examples
    --------
    >>> observed_annual_rate(100, 121, years=2).round(4)
    np.float64(0.1)
    """
    start, level = positive("base", base), positive("value", value)
    return (level / start) ** (1 / positive("years", years)) - 1


def observed_annual_step(
    base: ArrayLike, value: ArrayLike, *, years: ArrayLike
) -> Array:
    """Mean yearly change between two stated years.

    Returns
    -------
    Indicator's unit per year, shape (n,); positive means up. NaN where one is missing.

    Raises
    ------
    ValueError : `years` is not positive.

    Notes
    -----
    (value − base) / years.  Source: docs/methods.md#pace.

    Examples
    --------
    >>> observed_annual_step(1.80, 1.74, years=3).round(4)
    np.float64(-0.02)
    """
    change = numbers("value", value) - numbers("base", base)
    return change / positive("years", years)


def pace(observed: ArrayLike, required: ArrayLike) -> Array:
    """Observed speed as a multiple of the required one; at least 1 is on track.

    Parameters
    ----------
    observed, required : two rates or two steps, never one of each

    Returns
    -------
    Ratio, shape (n,). Negative: moving away. NaN where one is missing.

    Raises
    ------
    ValueError : `required` is zero: nothing remains to do, so no pace is needed.

    Notes
    -----
    observed / required.  Source: docs/methods.md#pace.

    Examples
    --------
    >>> pace([0.03, -0.01], 0.04)
    array([ 0.75, -0.25])
    """
    need = numbers("required", required)
    refuse(need == 0, "required must not be zero", need)
    return numbers("observed", observed) / need


def projected_value(
    value: ArrayLike,
    *,
    years: ArrayLike,
    rate: ArrayLike | None = None,
    step: ArrayLike | None = None,
) -> Array:
    """A value carried forward at a constant compound rate or in equal steps.

    Parameters
    ----------
    years : years ahead, ≥ 0
    rate : fraction per year, > −1; or
    step : indicator's unit per year

    Returns
    -------
    Indicator's unit, shape (n,). It is arithmetic, not a forecast: no interval is
    implied. NaN where a figure is missing.

    Raises
    ------
    ValueError : both or neither of `rate` and `step`; negative years; rate ≤ −1.

    Notes
    -----
    value · (1 + rate) ** years, or value + step · years.  Source: docs/methods.md#pace.

    Examples
    --------
    >>> projected_value(100, years=2, rate=0.1).round(6)
    np.float64(121.0)
    >>> projected_value(1.74, years=3, step=-0.02).round(6)
    np.float64(1.68)
    """
    ahead, level = numbers("years", years), numbers("value", value)
    refuse(ahead < 0, "years must not be negative", ahead)
    if rate is not None and step is None:
        growth = numbers("rate", rate)
        refuse(growth <= -1, "rate must be above -1", growth)
        return level * (1 + growth) ** ahead
    if step is not None and rate is None:
        return level + numbers("step", step) * ahead
    raise ValueError("give rate or step, one of them")
