"""The number of a cell, and the unit that it is stated in.

The nearest unit counts: beside the digits; in the heading, in the row's own column of
units or behind the name of its indicator; in the caption. None at all is a fault, and
so are two that would both do.
"""

from dataclasses import dataclass

from fenghua_analysis import units
from fenghua_analysis.loaders.sheets import Fault, Place
from fenghua_analysis.loaders.supplied.cells import Amount, plain, read_amount
from fenghua_analysis.loaders.supplied.tables import Spot
from fenghua_analysis.loaders.supplied.words import PER_HEAD, Vocabulary
from fenghua_analysis.registry import Indicator

_WITHOUT = ("ratio", "rank")
"""Units of figures that nobody writes a unit beside."""


@dataclass(frozen=True)
class Measure:
    """A number in its indicator's unit.

    Attributes
    ----------
    low, high : the interval that rounding leaves where the number is said to be round
    """

    value: float
    low: float | None = None
    high: float | None = None


def amount_of(spot: Spot, vocabulary: Vocabulary) -> Amount:
    """The number of a cell, as stated.

    Raises
    ------
    Refused : the cell holds no number, two of them, or a formula without a value.
    """
    if isinstance(spot.cell, Fault):
        spot.place.refuse(spot.cell.key)
    amount = read_amount(spot.cell, vocabulary.units)
    if amount is None:
        spot.place.refuse("not_number", plain(spot.cell))
    return amount


def measure(spot: Spot, indicator: Indicator, vocabulary: Vocabulary) -> Measure:
    """The number of a cell in its indicator's unit, with the interval of its rounding.

    Raises
    ------
    Refused : no number; or no unit is stated, none that fits, or two that both do.
    """
    amount = amount_of(spot, vocabulary)
    unit = _unit(amount, spot, indicator=indicator, vocabulary=vocabulary)
    value = _converted(amount.value * amount.scale, unit, indicator)
    if not amount.margin:
        return Measure(value)
    margin = _converted(amount.margin * amount.scale, unit, indicator)
    # Twelve figures take away the dust of binary fractions.
    low, high = (float(f"{end:.12g}") for end in (value - margin, value + margin))
    return Measure(value, low, high)


def _unit(
    amount: Amount, spot: Spot, *, indicator: Indicator, vocabulary: Vocabulary
) -> str:
    """The unit of a number, one that converts into the indicator's."""
    own = [(vocabulary.unit(amount.unit), spot.place)] if amount.unit else []
    stated = own or _stated(spot, vocabulary)
    if not stated and indicator.unit in _WITHOUT:
        return indicator.unit
    if not stated:
        column = spot.column
        column.place.refuse("no_unit", column.title or None, unit=indicator.unit)
    fitting = [unit for unit, _ in stated if _fits(unit, indicator)]
    if not fitting:
        unit, place = stated[0]
        place.refuse("wrong_unit", unit, unit=indicator.unit)
    factors = {_converted(1, unit, indicator) for unit in fitting}
    scaled_twice = amount.scale != 1 and fitting[0][0] in units.SCALES
    if len(factors) > 1 or scaled_twice:
        spot.place.refuse("two_units", plain(spot.cell), units="、".join(fitting))
    return fitting[0]


def _stated(spot: Spot, vocabulary: Vocabulary) -> list[tuple[str, Place]]:
    """The units of heading, row and name; the caption's where these say none."""
    near = [
        (spot.column.words.unit, spot.column.place),
        *((vocabulary.unit(s.cell), s.place) for s in spot.beside("unit")),
        *((vocabulary.words(s.cell).unit, s.place) for s in spot.beside("indicator")),
    ]
    far = [(spot.table.caption.unit, spot.column.place)]
    stated = [(unit, place) for unit, place in near if unit]
    return stated or [(unit, place) for unit, place in far if unit]


def _fits(unit: str, indicator: Indicator) -> bool:
    return units.convertible(_bare(unit, indicator), indicator.unit)


def _converted(value: float, unit: str, indicator: Indicator) -> float:
    return units.convert(value, _bare(unit, indicator), to=indicator.unit)


def _bare(unit: str, indicator: Indicator) -> str:
    """The unit without “per head” where the indicator's own does not say it."""
    if units.convertible(unit, indicator.unit):
        return unit
    return unit.removesuffix(PER_HEAD)
