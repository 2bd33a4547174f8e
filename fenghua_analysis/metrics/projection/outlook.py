"""Where a series is heading, and how likely it is to reach its target.

Every answer carries its model, its window and its number of figures, and says why
where there is none.  Source: docs/methods.md#projection.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from fenghua_analysis.metrics.inputs import (
    numbers,
    optional,
    refuse,
    sign,
)
from fenghua_analysis.metrics.projection.latent import Latent
from fenghua_analysis.metrics.projection.scales import Limits
from fenghua_analysis.metrics.verdicts.result import as_asked

DEFAULT_MODEL = "drift"
"""The best of the three in the back-test of docs/methods.md#backtest."""


@dataclass(frozen=True)
class Projection:
    """A series carried to a year, with the interval that its own past deserves.

    Attributes
    ----------
    centre, low, high : median and ends of the interval; NaN with a `reason`
    level : probability that the interval is meant to hold
    year : the year asked about
    model, scale, stretch : how it was made
    points, first_year, last_year, last_value : the window it rests on
    reason : "" or too_few_points · off_scale · gap · no_year · no_spread · not_ahead
    """

    centre: Any
    low: Any
    high: Any
    level: Any
    year: Any
    model: Any
    scale: Any
    stretch: Any
    points: Any
    first_year: Any
    last_year: Any
    last_value: Any
    reason: Any


@dataclass(frozen=True)
class Likelihood:
    """The probability of a target, and the projection that it rests on.

    Attributes
    ----------
    probability : that the figure of the target year reaches the target, of an interval
        its weaker end; NaN with a `reason`
    inside : that it lies within both ends; NaN without an upper end
    reason : as `Projection`, or no_target · target_at_limit
    projection : for the target year
    """

    probability: Any
    inside: Any
    reason: Any
    projection: Projection


def project(
    years: ArrayLike,
    values: ArrayLike,
    *,
    year: ArrayLike,
    model: str = DEFAULT_MODEL,
    scale: ArrayLike = "level",
    limits: Limits | None = None,
    since: ArrayLike | None = None,
    level: float = 0.8,
    stretch: float = 1.0,
) -> Projection:
    """Carry a series to a year.

    Parameters
    ----------
    years : shape (m,), rising
    values : shape (m,) for one series or (n, m) for n of them; NaN is no figure
    year : asked about, whole; one for all or shape (n,). Of one series it may be
        several, shape (h,), and so are the answers then
    model : "drift" · "ols" · "holt"
    scale : "level" · "log" (incomes, ratios) · "logit" (shares; needs `limits`)
    limits : natural lower and upper limit; NaN for none. Answers stay within
    since : first year after the last break of a series; earlier figures are left out
    level : probability of the interval
    stretch : what the model's spread is multiplied by, where a back-test has shown that
        it is too narrow (`backtest.compare_models`)

    Returns
    -------
    Fields are Python values for one series and year, else arrays. Fewer than `FEWEST`
    figures, figures that have no place on the scale, a gap under "holt", figures
    exactly on a line (their spread would be nought), a year that is not ahead: NaN,
    with the reason.

    Raises
    ------
    ValueError : another model or scale, years that do not rise or are not whole, a
        logit without limits, a `level` outside 0–1.

    Notes
    -----
    Centre and interval of the model on the scale, put back: the centre is a median.
    Source: docs/methods.md#projection.

    Examples
    --------
    >>> found = project(range(2015, 2022), [1.80, 1.79, 1.78, 1.77, 1.76, 1.74, 1.72],
    ...                 year=2025, scale="log")
    >>> round(found.centre, 3), round(found.low, 3), round(found.high, 3)
    (1.669, 1.649, 1.688)
    """
    latent = Latent.of(
        years,
        values,
        year=year,
        model=model,
        scale=scale,
        limits=limits,
        since=since,
        stretch=stretch,
    )
    found = _projection(latent, level=level)
    return as_asked(found, single=np.ndim(values) < 2 and np.ndim(year) == 0)


def likelihood(
    years: ArrayLike,
    values: ArrayLike,
    *,
    target: ArrayLike,
    target_year: ArrayLike,
    direction: ArrayLike,
    target_high: ArrayLike | None = None,
    model: str = DEFAULT_MODEL,
    scale: ArrayLike = "level",
    limits: Limits | None = None,
    since: ArrayLike | None = None,
    level: float = 0.8,
    stretch: float = 1.0,
) -> Likelihood:
    """Probability that a series reaches its target in the target year.

    Parameters
    ----------
    target, target_high : value, or lower and upper end of an interval
    target_year : as `year` of `project`
    direction : "higher" or "lower" is better
    years, values, model, scale, limits, since, level, stretch : as for `project`

    Returns
    -------
    Fields are Python values for one series and arrays of shape (n,) otherwise. Never a
    probability without its `projection`: model, window and number of figures. A target
    at a limit that the logit never touches has none (`target_at_limit`).

    Raises
    ------
    ValueError : as `project`; a wrong direction, an interval upside down.

    Notes
    -----
    Student's t of d·(centre − target) / spread, on the scale.
    Source: docs/methods.md#projection.

    Examples
    --------
    >>> found = likelihood(range(2015, 2022),
    ...                    [1.80, 1.79, 1.78, 1.77, 1.76, 1.74, 1.72],
    ...                    target=1.67, target_year=2025, direction="lower")
    >>> round(found.probability, 2), found.projection.model, found.projection.points
    (0.59, 'drift', 7.0)
    """
    latent = Latent.of(
        years,
        values,
        year=target_year,
        model=model,
        scale=scale,
        limits=limits,
        since=since,
        stretch=stretch,
    )
    goal, high = numbers("target", target), optional("target_high", target_high)
    refuse(high <= goal, "target_high must be above target", high)
    way = sign(direction)
    tested = np.where(~np.isnan(high) & (way < 0), high, goal)
    probability = latent.share_below(tested)
    probability = np.where(way > 0, 1 - probability, probability)
    reasons = {
        "no_target": np.isnan(tested),
        "target_at_limit": latent.at_limit(tested, way=way),
    }
    own = np.select(list(reasons.values()), list(reasons), "")
    reason = np.where(latent.reason == "", own, latent.reason)
    inside = np.full(probability.shape, np.nan)
    if not np.isnan(high).all():
        inside = latent.share_below(high) - latent.share_below(goal)
    found = Likelihood(
        probability=np.where(reason == "", probability, np.nan),
        inside=np.where(reason == "", inside, np.nan),
        reason=reason,
        projection=_projection(latent, level=level),
    )
    return as_asked(found, single=np.ndim(values) < 2 and np.ndim(target_year) == 0)


def _projection(latent: Latent, *, level: float) -> Projection:
    centre, low, high = latent.ends(level)
    rows = len(centre)
    return Projection(
        centre=centre,
        low=low,
        high=high,
        level=np.full(rows, level),
        year=latent.year,
        model=np.full(rows, latent.model),
        scale=latent.scale.word[:, 0],
        stretch=np.full(rows, latent.stretch),
        **vars(latent.window),
        reason=latent.reason,
    )
