"""What every metric demands of its inputs, and how it refuses the rest.

One policy: a number that makes a formula meaningless is refused by name, never replaced
by one near it. NaN is a missing figure; it passes through elementwise metrics and is
refused by metrics of a whole distribution.  Source: docs/methods.md#inputs.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]
Words = NDArray[np.str_]

DIRECTIONS = ("higher", "lower")

RESOLUTION = 1e-9
"""Relative difference below which two numbers are equal: no published figure has nine
digits, and binary fractions (0.1 + 0.2 > 0.3) must not decide a verdict."""


def numbers(name: str, values: ArrayLike) -> Array:
    """`values` as finite floats; NaN stands for a missing one.

    Raises
    ------
    ValueError : a text, or an infinite number; the message names `name`.
    """
    if np.asarray(values).dtype.kind in "US":
        raise ValueError(f"{name} must be numbers, not text: {values!r}")
    array = np.asarray(values, dtype=float)
    refuse(np.isinf(array), f"{name} must be finite", array)
    return array


def optional(name: str, values: ArrayLike | None) -> Array:
    """`numbers`, with NaN for a None that stands for all of them."""
    return numbers(name, np.nan if values is None else values)


def positive(name: str, values: ArrayLike) -> Array:
    """`numbers` above zero; a missing one passes.

    Raises
    ------
    ValueError : zero or a negative number.
    """
    array = numbers(name, values)
    refuse(array <= 0, f"{name} must be positive", array)
    return array


def not_negative(name: str, values: ArrayLike) -> Array:
    """`numbers` at or above zero; a missing one passes.

    Raises
    ------
    ValueError : a negative number.
    """
    array = numbers(name, values)
    refuse(array < 0, f"{name} must not be negative", array)
    return array


def growth_factor(name: str, growth: ArrayLike) -> Array:
    """1 + `growth`; a missing one passes.

    Raises
    ------
    ValueError : a growth of −1 or below, which leaves nothing.
    """
    rate = numbers(name, growth)
    refuse(rate <= -1, f"{name} must be above -1", rate)
    return 1 + rate


def fraction(name: str, values: ArrayLike) -> Array:
    """`numbers` between 0 and 1, both excluded; a missing one passes.

    Raises
    ------
    ValueError : 0, 1 or a number beyond them.
    """
    array = numbers(name, values)
    refuse((array <= 0) | (array >= 1), f"{name} must lie between 0 and 1", array)
    return array


def complete(name: str, values: ArrayLike) -> Array:
    """`not_negative` numbers of one dimension, none of them missing.

    Raises
    ------
    ValueError : no number, more than one dimension, a missing or a negative one.
    """
    array = not_negative(name, values)
    if array.ndim != 1 or not array.size:
        raise ValueError(
            f"{name} must be a list of numbers, not of shape {array.shape}"
        )
    refuse(np.isnan(array), f"{name} must not be missing", array)
    return array


def one_of(name: str, words: ArrayLike, allowed: tuple[str, ...]) -> Words:
    """`words` as an array of texts, each of them `allowed`.

    Raises
    ------
    ValueError : another word; the message lists those allowed.
    """
    array = np.asarray(words)
    known = np.zeros(array.shape, dtype=bool)
    for word in allowed:
        known |= array == word
    refuse(~known, f"{name} must be {' or '.join(map(repr, allowed))}", array)
    return array


def sign(direction: ArrayLike) -> Array:
    """+1 where more is better, −1 where less is.

    Raises
    ------
    ValueError : a word other than "higher" and "lower".
    """
    words = one_of("direction", direction, DIRECTIONS)
    return np.where(words == "higher", 1.0, -1.0)[()]


def reaches(value: ArrayLike, target: ArrayLike, *, way: ArrayLike = 1.0) -> Mask:
    """Whether `value` is at `target` or beyond it in the direction `way` (+1 or −1).

    A missing number reaches nothing.
    """
    return np.asarray(way) * difference(value, target) >= 0


def difference(value: ArrayLike, other: ArrayLike) -> Array:
    """`value` − `other`, and 0 for numbers that `RESOLUTION` does not tell apart."""
    value, other = np.asarray(value, dtype=float), np.asarray(other, dtype=float)
    dust = RESOLUTION * np.maximum(np.abs(value), np.abs(other))
    change = value - other
    return np.where(np.abs(change) <= dust, 0.0, change)[()]


def refuse(wrong: ArrayLike, message: str, values: ArrayLike) -> None:
    """Raise a ValueError that shows the first wrong value, its place, and how many."""
    mask, array = np.broadcast_arrays(wrong, values)
    if not mask.any():
        return
    first = int(mask.argmax())
    value = array.flat[first]
    shown = f"{value:g}" if isinstance(value, float) else value
    place = f" at position {first}, {mask.sum()} of {mask.size}" if mask.ndim else ""
    raise ValueError(f"{message}: {shown}{place}")
