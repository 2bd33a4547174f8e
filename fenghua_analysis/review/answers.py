"""A reviewer's cell → code, number or text; or what is wrong with it."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from fenghua_analysis.errors import nearest
from fenghua_analysis.loaders.sheets import Cell, Fault, Place, Refused
from fenghua_analysis.loaders.supplied.cells import plain, read_amount
from fenghua_analysis.registry import Registry
from fenghua_analysis.review import layout
from fenghua_analysis.review.layout import ACCEPT, REJECT, Column
from fenghua_analysis.wording import LANGUAGES, language

_SAYS = {
    **dict.fromkeys(("✓", "✔", "√", "是", "y", "Y", "yes", "1"), ACCEPT),
    **dict.fromkeys(("✗", "✘", "×", "x", "X", "否", "n", "N", "no", "0"), REJECT),
}
_PERIOD = r"\d{4}(-(H[12]|Q[1-4](Q[1-4])?|\d{2}))?|\d{4}/\d{4}"
_OFFERED = 12
"""Choices that a message names; the drop-down has them all."""


class Answers:
    """Reads cells by what their columns take.

    Parameters
    ----------
    areas : names of areas that the workbook adds; they stand for themselves
    """

    def __init__(self, registry: Registry, *, areas: Iterable[str]) -> None:
        self._offered = layout.choices(registry, language())
        self._words: dict[str, dict[str, str]] = {}
        for lang in LANGUAGES:
            for name, said in layout.choices(registry, lang).items():
                words = self._words.setdefault(name, {})
                words |= {label: code for code, label in said.items()}
                words |= {code: code for code in said}
        self._words["verdict"] |= _SAYS
        self._words["area"] |= {name: name for name in areas if name}

    def read(self, cell: Cell, place: Place, column: Column) -> Any:
        """The value of a cell; `Refused` when its column does not take it."""
        if isinstance(cell, Fault):
            place.refuse(cell.key)
        if column.choices:
            return self._choice(cell, place, column.choices)
        return _KINDS[column.kind](cell, place)

    def _choice(self, cell: Cell, place: Place, choices: str) -> str:
        text, words = _text(cell, place), self._words[choices]
        if text and text not in words:
            offered = list(self._offered[choices].values())[:_OFFERED]
            near, details = nearest(text, words), {"allowed": "、".join(offered)}
            raise Refused(place.problem("not_a_choice", text, near=near, **details))
        return words.get(text, "")


def _number(cell: Cell, place: Place) -> float | None:
    if cell is None or isinstance(cell, int | float):
        return None if cell is None else float(cell)
    amount = read_amount(cell, set())
    if amount is None or amount.unit or amount.margin or amount.scale != 1:
        place.refuse("not_number", plain(cell))
    return amount.value


def _integer(cell: Cell, place: Place) -> int | None:
    text = plain(cell)
    if text and not text.isdecimal():
        place.refuse("not_integer", text)
    return int(text) if text else None


def _year(cell: Cell, place: Place) -> str:
    text = plain(cell)
    if text and not re.fullmatch(_PERIOD, text):
        place.refuse("unknown_period", text)
    return text


def _text(cell: Cell, place: Place) -> str:
    return "" if cell is None else str(cell).strip()


_KINDS: Mapping[str, Callable[[Cell, Place], Any]] = {
    "text": _text,
    "number": _number,
    "integer": _integer,
    "year": _year,
}
