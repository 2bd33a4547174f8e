"""Series of yearly figures as a matrix: one row a series, one column a year.

Rules that look back from the latest figure read it from here, for one series or for
a hundred thousand, with the same few array operations.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fenghua_analysis.metrics.inputs import Array, difference, numbers, refuse

WINDOW = 6
"""Yearly figures that a mean change rests on at most: five changes."""

FEWEST = 4
"""Yearly figures, without a gap, below which no mean change is taken."""


@dataclass(frozen=True)
class Recent:
    """The end of each series, shape (n,).

    Attributes
    ----------
    points : number of figures
    year, value : of the latest one; NaN where there is none
    length : figures without a gap up to the latest one, at most `WINDOW`
    change : mean yearly change over them; NaN for fewer than `FEWEST`
    last_change : change in the last year; NaN without the year before
    """

    points: Array
    year: Array
    value: Array
    length: Array
    change: Array
    last_change: Array


@dataclass(frozen=True)
class Yearly:
    """n series over the same years.

    Attributes
    ----------
    years : shape (k,), every year, from some before the first figure to the last
    values : shape (n, k), NaN where there is no figure
    """

    years: Array
    values: Array

    @classmethod
    def of(cls, years: ArrayLike, values: ArrayLike) -> "Yearly":
        """Put figures on consecutive years.

        Parameters
        ----------
        years : shape (m,), rising whole numbers; gaps are allowed
        values : shape (m,) for one series or (n, m); NaN where there is no figure

        Raises
        ------
        ValueError : years that do not rise or are not whole, or another shape.
        """
        known, figures = numbers("years", years), numbers("values", values)
        figures = np.atleast_2d(figures)
        if known.ndim != 1 or figures.shape[-1] != known.size or figures.ndim > 2:
            raise ValueError(
                f"values {figures.shape} must have one column a year: {known.shape}"
            )
        refuse(known % 1 != 0, "years must be whole", known)
        refuse(np.diff(known) <= 0, "years must rise, each after", known[:-1])
        ends = known[[0, -1]] if known.size else np.zeros(2)
        # Blank years in front let every look back from a figure stay inside.
        first = ends[0] - WINDOW + 1
        every = np.arange(first, ends[1] + 1)
        grid = np.full((len(figures), every.size), np.nan)
        grid[:, (known - first).astype(int)] = figures
        return cls(every, grid)

    def until(self, year: Array) -> "Yearly":
        """Without the figures after a year, one for each series; NaN keeps them all."""
        late = self.years > year[:, None]
        return Yearly(self.years, np.where(late, np.nan, self.values))

    def first(self, *, since: Array | None = None) -> tuple[Array, Array]:
        """Year and value of the first figure, of all or since a year of each series."""
        found = ~np.isnan(self.values)
        if since is not None:
            found &= self.years >= since[:, None]
        return self._at(found.argmax(axis=1), known=found.any(axis=1))

    def recent(self) -> Recent:
        """Latest figure and latest changes of each series."""
        found = ~np.isnan(self.values)
        known = found.any(axis=1)
        last = found.shape[1] - 1 - found[:, ::-1].argmax(axis=1)
        year, value = self._at(last, known=known)
        back = last[:, None] - np.arange(WINDOW)
        window = np.take_along_axis(self.values, back, axis=1)
        length = np.cumprod(~np.isnan(window), axis=1).sum(axis=1)
        oldest = window[np.arange(len(window)), np.maximum(length - 1, 0)]
        long_enough = length >= FEWEST
        change = np.where(long_enough, difference(value, oldest), np.nan)
        change /= np.where(long_enough, length - 1, 1)
        last_change = difference(window[:, 0], window[:, 1])
        points = found.sum(axis=1).astype(float)
        return Recent(points, year, value, length.astype(float), change, last_change)

    def _at(self, column: NDArray[np.intp], *, known: ArrayLike) -> tuple[Array, Array]:
        rows = np.arange(len(self.values))
        year = np.where(known, self.years[column], np.nan)
        return year, np.where(known, self.values[rows, column], np.nan)
