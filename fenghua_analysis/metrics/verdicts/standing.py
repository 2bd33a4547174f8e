"""What was promised, and what is known of it, when a headline is chosen."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fenghua_analysis.metrics.gap import meets
from fenghua_analysis.metrics.inputs import (
    DIRECTIONS,
    Array,
    Mask,
    Words,
    one_of,
    optional,
    reaches,
    refuse,
    sign,
)
from fenghua_analysis.metrics.verdicts.hypothetical_value import tested_target
from fenghua_analysis.metrics.verdicts.yearly import Recent, Yearly

DATED = ("level", "interval")
NUMBERED = (*DATED, "hold", "flow")
DIRECTED = ("direction", "qualitative")
KINDS = (*NUMBERED, *DIRECTED, "delegated")


@dataclass(frozen=True)
class Promise:
    """n targets as stated, shape (n,).

    Attributes
    ----------
    target : of an interval its weaker end; NaN for kinds without a number
    target_year : NaN where no year ends the series: a direction, or a hold without one
    """

    kind: Words
    direction: Words
    comparator: Words
    target: Array
    target_year: Array

    @classmethod
    def of(
        cls,
        rows: int,
        *,
        kind: ArrayLike,
        direction: ArrayLike,
        comparator: ArrayLike,
        target: ArrayLike | None,
        target_high: ArrayLike | None,
        target_year: ArrayLike | None,
    ) -> "Promise":
        """Check the words and numbers of a promise and spread them over `rows`.

        Raises
        ------
        ValueError : a wrong word, or a number or year missing from a kind that has it.
        """
        kinds = one_of("kind", kind, KINDS)
        directions = one_of("direction", direction, DIRECTIONS)
        goal = tested_target(target, target_high, kind=kinds, direction=directions)
        numbered, hold = np.isin(kinds, NUMBERED), kinds == "hold"
        refuse(numbered & np.isnan(goal), "target must be given, kind", kinds)
        year = np.where(numbered, optional("target_year", target_year), np.nan)
        undated = numbered & ~hold & np.isnan(year)
        refuse(undated, "target_year must be given, kind", kinds)
        worded = numbered & (kinds != "interval")
        comparators = np.where(worded, comparator, "eq")
        parts = (kinds, directions, comparators, goal, year)
        return cls(*(np.broadcast_to(part, (rows,)) for part in parts))

    @property
    def way(self) -> Array:
        """+1 where more is better, −1 where less is."""
        return sign(self.direction)

    @property
    def dated(self) -> Mask:
        """A value to be reached by a year: the kinds that have a way and a pace."""
        return np.isin(self.kind, DATED)

    @property
    def directed(self) -> Mask:
        """A direction without a number."""
        return np.isin(self.kind, DIRECTED)

    @property
    def flow(self) -> Mask:
        """A count within the year."""
        return self.kind == "flow"

    def met_by(self, value: Array) -> Mask:
        """Whether `value` fulfils the promise as worded."""
        words = {"comparator": self.comparator, "direction": self.direction}
        return meets(value, self.target, **words)


@dataclass(frozen=True)
class Standing:
    """The figures that a promise is judged by, shape (n,).

    Attributes
    ----------
    final : a figure of the target year stands (or, but for a flow, the first later one)
    year, value : that figure, or else the latest one; NaN without any
    points : figures up to the target year
    base_value, base_year : the stated base where it is earlier than the figure judged,
        else the first figure; NaN when there is nothing earlier
    attainment, elapsed : share of the way and of the time; NaN where there is no way,
        as when the base met the target already
    """

    final: Mask
    year: Array
    value: Array
    points: Array
    base_value: Array
    base_year: Array
    attainment: Array
    elapsed: Array

    @classmethod
    def of(
        cls,
        series: Yearly,
        promise: Promise,
        *,
        recent: Recent,
        base_value: ArrayLike | None,
        base_year: ArrayLike | None,
    ) -> "Standing":
        """Find the figure to judge and the base from which it came.

        Parameters
        ----------
        recent : the end of each series, cut at its target year

        Raises
        ------
        ValueError : a base without its year.
        """
        year, value = series.first(since=promise.target_year)
        final = ~np.isnan(value) & (~promise.flow | (year == promise.target_year))
        year = np.where(final, year, recent.year)
        value = np.where(final, value, recent.value)
        base, since = _base(series, stated=(base_value, base_year), before=year)
        way = np.where(promise.dated, promise.target - base, np.nan)
        way = np.where(reaches(base, promise.target, way=promise.way), np.nan, way)
        time = np.where(promise.dated, promise.target_year - since, np.nan)
        return cls(
            final=final,
            year=year,
            value=value,
            points=recent.points,
            base_value=base,
            base_year=since,
            attainment=(value - base) / way,
            elapsed=(year - since) / np.where(time > 0, time, np.nan),
        )


def _base(
    series: Yearly,
    *,
    stated: tuple[ArrayLike | None, ArrayLike | None],
    before: Array,
) -> tuple[Array, Array]:
    """Value and year of the base: the stated one if earlier, or the first figure."""
    value, year = optional("base_value", stated[0]), optional("base_year", stated[1])
    refuse(~np.isnan(value) & np.isnan(year), "base_year must be given with", value)
    first_year, first_value = series.first()
    given = ~np.isnan(value) & (year < before)
    base, since = np.where(given, value, first_value), np.where(given, year, first_year)
    earlier = since < before
    return np.where(earlier, base, np.nan), np.where(earlier, since, np.nan)
