"""How a review workbook looks: its formats, and rows high enough for what they hold."""

from collections.abc import Mapping, Sequence
from typing import Any

_LINE, _MOST_LINES = 15, 12
"""Height of a line in points, and the most lines that a row shows."""


def height(cells: Sequence[Any], widths: Sequence[int]) -> int:
    """Height of a row that shows its cells whole, as far as a row may grow."""
    pairs = zip(cells, widths, strict=True)
    lines = [-(-_breadth(str(cell or "")) // (width - 1)) for cell, width in pairs]
    return _LINE * min(max(1, *lines), _MOST_LINES)


def _breadth(text: str) -> int:
    """Breadth of a text in the digits by which a column's width counts."""
    return sum(1 if char < "\u2e80" else 2 for char in text)


_HEADING = {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}
LOOKS: Mapping[str, Mapping[str, Any]] = {
    "title": {"bold": True, "font_size": 14},
    "text": {"valign": "top", "text_wrap": True},
    "head": {**_HEADING, "bg_color": "#E3E3E3"},
    "own_head": {**_HEADING, "bg_color": "#FFE9A8"},
    "told": {
        **{"valign": "top", "text_wrap": True},
        **{"font_color": "#5F6B76", "bg_color": "#F4F4F4"},
    },
    "input": {
        **{"valign": "top", "text_wrap": True, "locked": False},
        **{"border": 1, "border_color": "#D9D2B0"},
    },
    "changed": {"bg_color": "#FFD9A0", "bold": True},
}
