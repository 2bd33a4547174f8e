"""The scale on which a series is projected, so that it stays what it can be.

An income or a ratio is never negative: logarithm. A share stays between its limits:
logit.  Source: docs/methods.md#projection.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fenghua_analysis.metrics.inputs import (
    Array,
    Mask,
    Words,
    numbers,
    one_of,
    refuse,
)

SCALES = ("level", "log", "logit")

Limits = tuple[ArrayLike, ArrayLike]


@dataclass(frozen=True)
class Scale:
    """Scale and natural limits of n series, shape (n, 1); −inf and inf: no limit."""

    word: Words
    low: Array
    high: Array

    @classmethod
    def of(cls, rows: int, *, scale: ArrayLike, limits: Limits | None) -> "Scale":
        """Check and spread a scale and its limits over `rows`.

        Raises
        ------
        ValueError : another scale, limits upside down, a logit without limits.
        """
        word = one_of("scale", scale, SCALES)
        given = (np.nan, np.nan) if limits is None else limits
        low, high = (numbers("limits", end) for end in given)
        low = np.where(np.isnan(low), -np.inf, low)
        high = np.where(np.isnan(high), np.inf, high)
        refuse(~(low < high), "the upper of limits must be above", low)
        unbounded = (word == "logit") & ~(np.isfinite(low) & np.isfinite(high))
        refuse(unbounded, "limits must be given with scale", word)
        shape = (rows, 1)
        return cls(
            np.broadcast_to(np.reshape(word, (-1, 1)), shape),
            np.broadcast_to(np.reshape(low, (-1, 1)), shape),
            np.broadcast_to(np.reshape(high, (-1, 1)), shape),
        )

    def holds(self, values: Array) -> Mask:
        """Whether values of shape (n, k) have a place on the scale."""
        inside = (values > self.low) & (values < self.high)
        within = (values >= self.low) & (values <= self.high)
        words = [self.word == "logit", self.word == "log"]
        return np.select(words, [inside, within & (values > 0)], within)

    def onto(self, values: Array) -> Array:
        """Values on the scale; −inf or inf where they are at or beyond its ends."""
        log = self.word == "log"
        with np.errstate(divide="ignore"):
            logs = np.log(np.where(log, np.maximum(values, 0.0), 1.0))
            share = np.where(self._bounded, self._share(values), 0.5)
            logits = np.log(share) - np.log1p(-share)
        return np.select([log, self._bounded], [logs, logits], values)

    def back(self, places: Array) -> Array:
        """Values from places on the scale, kept within the limits."""
        log = self.word == "log"
        with np.errstate(over="ignore"):
            levels = np.exp(np.where(log, places, 0.0))
            share = 1 / (1 + np.exp(-np.where(self._bounded, places, 0.0)))
        span = np.where(self._bounded, self.high - self.low, 0.0)
        start = np.where(self._bounded, self.low, 0.0)
        values = np.select([log, self._bounded], [levels, start + span * share], places)
        return np.clip(values, self.low, self.high)

    @property
    def _bounded(self) -> Mask:
        return self.word == "logit"

    def _share(self, values: Array) -> Array:
        start = np.where(self._bounded, self.low, 0.0)
        span = np.where(self._bounded, self.high - self.low, 1.0)
        return np.clip((values - start) / span, 0.0, 1.0)
