"""Work lists: the rows of a list of tasks, before its cells mean anything.

`ruled` reads lists whose cells stand in rows, `flattened` those with one cell a line.
"""

from collections.abc import Iterator

from fenghua_analysis.documents.blocks import Block
from fenghua_analysis.documents.lists import flattened, ruled
from fenghua_analysis.documents.lists.row import Row

__all__ = ["Row", "rows"]


def rows(block: Block) -> Iterator[Row]:
    """The rows of a work list, in their order."""
    return ruled.rows(block) if block.delimiter else flattened.rows(block)
