"""Tables whose cells a single space parts: words, then as many numbers in each row.

A space alone parts words in prose too; only rows of one width below rows of titles that
fit them make a table.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from fenghua_analysis.documents.passages import Line
from fenghua_analysis.documents.tables.headers import are_short
from fenghua_analysis.documents.tables.ledgers import NUMBER

SPACE = re.compile(" +")
FEWEST_ROWS, FEWEST_CELLS, MOST_HEADERS = 3, 3, 3
_YEAR = re.compile(r"(?:19|20)\d{2}")


def spaced_end(lines: Sequence[Line], at: int) -> int:
    """Where the table ends whose header begins here; `at` itself, where none does."""
    top = lines[at : at + MOST_HEADERS]
    header = [*takewhile(_is_header, (_cells(line) for line in top))]
    body = at + len(header)
    width = _width(lines[body]) if header and body < len(lines) else 0
    end = body
    while width and end < len(lines) and _width(lines[end]) == width:
        end += 1
    fits = width and len(header[-1]) in (width - 1, width)
    return end if fits and end - body >= FEWEST_ROWS else at


def _cells(line: Line) -> list[str]:
    return SPACE.split(line.raw.text.strip())


def _is_header(cells: Sequence[str]) -> bool:
    words = all(not NUMBER.fullmatch(cell) or _YEAR.fullmatch(cell) for cell in cells)
    return len(cells) >= FEWEST_CELLS and words and are_short(cells)


def _width(line: Line) -> int:
    """How many cells a row of words and bare numbers has; 0 where it is none."""
    name, *numbers = _cells(line)
    known = all(map(NUMBER.fullmatch, numbers)) and not NUMBER.fullmatch(name)
    return len(numbers) + 1 if known and len(numbers) + 1 >= FEWEST_CELLS else 0
