"""Cells of tables that hold values: ≥86, 3.5%以内, 职工82城乡居民62, 完成市下达任务."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from fenghua_analysis.documents.grammar.lexicon import (
    MANNERS,
    TENDENCIES,
    any_of,
    words,
)
from fenghua_analysis.documents.grammar.measures import UNIT
from fenghua_analysis.documents.grammar.promises import promised
from fenghua_analysis.documents.grammar.quantities import Quantity, quantities
from fenghua_analysis.documents.grammar.tokens import tokens

_UNIT = re.compile(UNIT)
_OUTER = re.compile(r"[\[(【〔](?P<inner>[^\[\]()【】〔〕]+)[\])】〕]")
_BLANK = re.compile(r"[-/\\*×无…\s]*")
_STATES = words("好 优 保障 前列 可控 消除 完善 遏制 巩固 加强 健全 优良 良好 稳定")
_STATE = re.compile(
    rf"(?:{any_of((*MANNERS, *words('稳中 稳中趋 得到 位居 处于 走在 保持在')))})+"
    rf"(?:全?[国省市区县])?(?:{any_of((*TENDENCIES, *_STATES))})"
)
"""A cell that says nothing else: 稳中向好, 有效保障, 保持全省前列."""
_LONGEST_PART = 6
"""Words that tell two values of one cell apart: 职工, 城乡居民."""
_LONGEST_REST = 2
"""Words behind the only value of a cell; with more of them it is a name: 5家医院."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One value of a cell, or a promise in words; offsets count the cell's characters.

    Attributes
    ----------
    part : the words before the number, where a cell holds several
    bracketed : the whole cell stands in brackets, as changes over several years do
    """

    part: str
    start: int
    end: int
    quantity: Quantity | None = None
    kind: str = ""
    bracketed: bool = False


def is_blank(text: str) -> bool:
    """Whether a cell says that there is no value: “—”, “/”."""
    return _BLANK.fullmatch(text) is not None


def is_unit(text: str) -> bool:
    """Whether a cell holds nothing but a unit: 万元, %, 个/千人."""
    return _UNIT.fullmatch(text) is not None


def is_value(text: str) -> bool:
    """Whether a cell holds a value rather than a name.

    Examples
    --------
    >>> is_value("≥86"), is_value("职工82城乡居民62"), is_value("0-3岁儿童筛查率(%)")
    (True, True, False)
    """
    return is_blank(text) or bool(read_cell(text))


@lru_cache(maxsize=2048)
def read_cell(text: str) -> tuple[Reading, ...]:
    """The values of a cell; nothing when it holds none.

    Examples
    --------
    >>> [(r.part, r.quantity.value) for r in read_cell("职工82城乡居民62")]
    [('职工', 82.0), ('城乡居民', 62.0)]
    """
    outer = _OUTER.fullmatch(text)
    if outer:
        return tuple(
            _unbracketed(reading, outer.start("inner"))
            for reading in read_cell(outer["inner"])
        )
    promise = promised(text)
    if promise and len(text) <= promise[1] + _LONGEST_PART:
        kind, length = promise
        return (Reading("", len(text) - length, len(text), kind=kind),)
    if _STATE.fullmatch(text):
        return (Reading("", 0, len(text), kind="qualitative"),)
    return tuple(_numbers(text))


def _numbers(text: str) -> list[Reading]:
    readings, at = [], 0
    for quantity in quantities(text, tokens(text)):
        part = text[at : quantity.lead].strip(" 、,;:/()")
        if len(part) > _LONGEST_PART:
            return []
        readings.append(Reading(part, quantity.start, quantity.end, quantity))
        at = quantity.end
    rest = text[at:].strip(" 、,;:。*")
    aside = rest.startswith("(") or len(rest) <= _LONGEST_REST
    return readings if not rest or (len(readings) == 1 and aside) else []


def _unbracketed(reading: Reading, opening: int) -> Reading:
    start, end = reading.start + opening, reading.end + opening
    return replace(reading, start=start, end=end, bracketed=True)
