"""One row of a work list."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fenghua_analysis.documents.passages import Passage

_SECTION = re.compile(r"(?P<name>[^()]{2,30})\((?:共)?(?P<count>\d{1,3})[项个条]\)")


@dataclass(frozen=True)
class Row:
    """One row of a work list before its cells mean anything.

    Attributes
    ----------
    start : where the row begins, list number included
    section, section_count : the heading row above it, with its announced count
    cells : column title → paragraphs, in column order; empty cells hold none
    departments : what stands in a column of its own for them
    """

    number: int
    start: int
    name: Passage
    section: str
    section_count: int | None
    cells: Mapping[str, Sequence[Passage]]
    departments: str = ""


def read_section(text: str) -> tuple[str, int] | None:
    """Name and announced count of a heading row; None when it announces none.

    Examples
    --------
    >>> read_section("经济高质量发展(共8项)"), read_section("数字经济(区经信局)")
    (('经济高质量发展', 8), None)
    """
    heading = _SECTION.fullmatch(text)
    return (heading["name"], int(heading["count"])) if heading else None
