"""The list numbers that Word computes: “一、” “（一）” “1.” are not in its text.

A paragraph belongs to a list by itself or by its style; the list's levels say how a
number is written and what stands around it. Lists of one definition count on together.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fenghua_analysis.documents.formats.numerals import numeral

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLACEHOLDER = re.compile(r"%([1-9])")
_LONGEST_CHAIN = 20
"""Styles built on one another; beyond it a chain is taken for a circle."""


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list counts and is written."""

    start: int
    style: str
    pattern: str
    plain: bool
    """All levels in digits, whatever their own style."""


def value(element: "_Element | None", path: str) -> str | None:
    """The `val` attribute of the element at a path of local names.

    Names are local because the two kinds of .docx differ in their namespaces.
    """
    for step in path.split("/"):
        if element is None:
            return None
        element = element.find(f"{{*}}{step}")
    return None if element is None else attribute(element, "val")


def attribute(element: "_Element", name: str) -> str | None:
    """An attribute by its local name."""
    return next(
        (
            text
            for key, text in element.attrib.items()
            if key.rpartition("}")[2] == name
        ),
        None,
    )


def whole(text: str | None, default: int) -> int:
    """A whole number of a file, or `default` where there is none."""
    return int(text) if text and text.isdecimal() and len(text) <= 4 else default


class Numbering:
    """Counts the paragraphs of a document's lists, in the order of its text.

    Parameters
    ----------
    numbering, styles : the roots of these parts; None where a document has none
    """

    def __init__(self, numbering: "_Element | None", styles: "_Element | None") -> None:
        self._styles = _by_id(styles, "style", "styleId")
        self._abstract = _by_id(numbering, "abstractNum", "abstractNumId")
        self._lists = _by_id(numbering, "num", "numId")
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[str] = set()

    def mark(self, properties: "_Element | None") -> str:
        """The number before a paragraph with these properties; "" if it has none."""
        number, level = self._place(properties)
        definition = self._definition(number)
        if definition is None:
            return ""
        levels = self._levels(number, definition)
        if level not in levels or levels[level].style == "bullet":
            return ""
        counts = self._counts[attribute(definition, "abstractNumId") or ""]
        self._restart(number, counts)
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        return _written(levels, level, counts)

    def _place(self, properties: "_Element | None") -> tuple[str, int]:
        """List and level of a paragraph: its own, or those of its style."""
        number = value(properties, "numPr/numId")
        level = value(properties, "numPr/ilvl")
        style = value(properties, "pStyle")
        for _ in range(_LONGEST_CHAIN):
            if number is not None or style is None:
                break
            of_style = self._styles.get(style)
            number = value(of_style, "pPr/numPr/numId")
            if number is not None and level is None:
                level = value(of_style, "pPr/numPr/ilvl") or self._level_of(
                    number, style
                )
            style = value(of_style, "basedOn")
        return number or "0", whole(level, 0)

    def _level_of(self, number: str, style: str) -> str | None:
        """The level of a list that is tied to a style."""
        definition = self._definition(number)
        for level in () if definition is None else definition.iterfind("{*}lvl"):
            if value(level, "pStyle") == style:
                return attribute(level, "ilvl")
        return None

    def _definition(self, number: str) -> "_Element | None":
        definition = self._abstract.get(
            value(self._lists.get(number), "abstractNumId") or ""
        )
        link = value(definition, "numStyleLink")
        if link is None:
            return definition
        linked = value(self._styles.get(link), "pPr/numPr/numId")
        return self._abstract.get(
            value(self._lists.get(linked or ""), "abstractNumId") or ""
        )

    def _levels(self, number: str, definition: "_Element") -> dict[int, _Level]:
        overridden = [
            level
            for override in self._lists[number].iterfind("{*}lvlOverride")
            for level in override.iterfind("{*}lvl")
        ]
        found = [*definition.iterfind("{*}lvl"), *overridden]
        return {whole(attribute(level, "ilvl"), 0): _level(level) for level in found}

    def _restart(self, number: str, counts: dict[int, int]) -> None:
        """A list that says where it starts counts from there, once."""
        if number in self._begun:
            return
        self._begun.add(number)
        for override in self._lists[number].iterfind("{*}lvlOverride"):
            start = value(override, "startOverride")
            if start is not None:
                counts[whole(attribute(override, "ilvl"), 0)] = whole(start, 1) - 1


def _by_id(part: "_Element | None", tag: str, name: str) -> dict[str, "_Element"]:
    if part is None:
        return {}
    return {
        attribute(found, name) or "": found for found in part.iterfind(f"{{*}}{tag}")
    }


def _level(level: "_Element") -> _Level:
    plain = level.find("{*}isLgl")
    return _Level(
        start=whole(value(level, "start"), 1),
        style=value(level, "numFmt") or "decimal",
        pattern=value(level, "lvlText") or "",
        plain=plain is not None and attribute(plain, "val") not in ("0", "false"),
    )


def _written(levels: dict[int, _Level], level: int, counts: dict[int, int]) -> str:
    def number(found: re.Match[str]) -> str:
        of = int(found[1]) - 1
        known = levels.get(of)
        if known is None:
            return ""
        plain = levels[level].plain and known.style != "none"
        return numeral(counts.get(of, known.start), "decimal" if plain else known.style)

    return _PLACEHOLDER.sub(number, levels[level].pattern)
