"""What adding files would do, before anything is done.

Nothing is written here. A file with any fault gives its faults, all of them, and no
proposal.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from fenghua_analysis.contract import Table, read_table
from fenghua_analysis.registry import Indicator, Plan, Source
from fenghua_analysis.table import ILLUSTRATIVE, ITEM_STATUS, OBSERVATIONS

NEW, SAME, CONFLICT, GONE = "new", "same", "conflict", "gone"
"""What becomes of a row; gone: it stands, and the document reviewed has it no more."""
STANDING = "_standing"
"""Behind the names of columns that hold what stands."""

FIGURES: Mapping[str, str] = {
    OBSERVATIONS.name: "value",
    ILLUSTRATIVE.name: "value",
    ITEM_STATUS.name: "completed",
}
"""Tables that take supplied rows → the column in which two rows may differ."""


@dataclass(frozen=True)
class Proposal:
    """What adding files would do.

    Attributes
    ----------
    rows : table → its supplied rows, with `fate` (new · same · conflict · gone), `file`
        and `place` (the cell) and, for figures, behind ``_standing`` what stands under
        the same key
    sources : id → every source that the rows name
    unread : sheets that hold numbers but no heading, by file and name
    plans, indicators : id → records that the registry does not hold yet
    aliases : id of a known indicator → names that it is found to have as well
    """

    rows: Mapping[Table, pd.DataFrame]
    sources: Mapping[str, Source]
    unread: Sequence[str] = ()
    plans: Mapping[str, Plan] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    aliases: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def is_document(self) -> bool:
        """Whether the rows are what a document states, and not figures."""
        return not any(table.name in FIGURES for table in self.rows)

    def count(self, *fates: str) -> int:
        """How many rows have one of these fates."""
        return sum(int(rows.fate.isin(fates).sum()) for rows in self.rows.values())


def standing(table: Table, data_dir: Path) -> pd.DataFrame:
    """The rows of a table that stand; none where the folder does without the table."""
    is_there = (data_dir / table.path).is_file()
    return read_table(table, data_dir) if is_there else table.empty()
