"""A base, a latest value and perhaps a target: what the growth rules start from."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fenghua_analysis.metrics.inputs import (
    Array,
    Mask,
    numbers,
    optional,
    refuse,
    sign,
)


@dataclass(frozen=True)
class TwoPoints:
    """n pairs of figures with their targets, all of one shape.

    Attributes
    ----------
    way : +1 where more is better, −1 where less is
    target, target_year : NaN where there is none
    """

    base: Array
    latest: Array
    base_year: Array
    latest_year: Array
    way: Array
    target: Array
    target_year: Array

    @classmethod
    def of(
        cls,
        *,
        base: ArrayLike,
        latest: ArrayLike,
        base_year: ArrayLike,
        latest_year: ArrayLike,
        direction: ArrayLike,
        target: ArrayLike | None,
        target_year: ArrayLike | None,
    ) -> "TwoPoints":
        """Check and align what a rule was given.

        Raises
        ------
        ValueError : a wrong direction, an infinite number, a target without its year,
            or the latest year before the base year.
        """
        points = cls(
            *np.broadcast_arrays(
                numbers("base_value", base),
                numbers("latest_value", latest),
                numbers("base_year", base_year),
                numbers("latest_year", latest_year),
                sign(direction),
                optional("target", target),
                optional("target_year", target_year),
            )
        )
        backwards = points.latest_year < points.base_year
        refuse(
            backwards, "latest_year must not be before base_year", points.latest_year
        )
        undated = points.aimed & np.isnan(points.target_year)
        refuse(undated, "target_year must be given with a target", points.target)
        return points

    @property
    def aimed(self) -> Mask:
        """Whether there is a target."""
        return ~np.isnan(self.target)

    @property
    def years(self) -> Array:
        """Years between the two figures."""
        return self.latest_year - self.base_year

    @property
    def observed_rate(self) -> Array:
        """Compound growth a year between them; see `compound_rate`."""
        return compound_rate(self.base, self.latest, years=self.years)


def compound_rate(start: Array, end: Array, *, years: Array) -> Array:
    """Compound annual growth, NaN where there is none.

    `pace.observed_annual_rate` refuses such rows; the published rules answer
    “not available” instead.

    Returns
    -------
    Fraction per year. NaN when no time passed, `start` is zero, the two levels differ
    in sign, or one is missing. −1 when `end` is zero. Between two negative levels it is
    the growth of their size.

    Examples
    --------
    >>> starts, ends = np.array([100, 0, -10]), np.array([121, 5, 10])
    >>> compound_rate(starts, ends, years=np.array(2)).round(4)
    array([0.1, nan, nan])
    """
    defined = (years > 0) & (start != 0) & (start * end >= 0)
    quotient = np.where(defined, end, np.nan) / np.where(defined, start, 1.0)
    return quotient ** (1 / np.where(defined, years, 1.0)) - 1
