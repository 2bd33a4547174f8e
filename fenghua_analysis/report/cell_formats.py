"""How a number stands in a cell: by what its column holds, and its own decimals.

One format for all would show the year 2,022, a share as 0.6508 and an income as 1549.
with a dot behind it.
"""

from typing import Any

import pandas as pd

from fenghua_analysis.presentation import decimals_of

WHOLE, SHARE, RATE, PACE = "0", "0.0%", "0.00%", "0.00"
MOST_DECIMALS = 4

FORMATS: dict[str, str] = {
    **dict.fromkeys(("year", "latest_year", "base_year", "offset", "number"), WHOLE),
    **dict.fromkeys(("relative_gap", "level_ratio", "attainment", "elapsed"), SHARE),
    **dict.fromkeys(("lead", "expected", "completed"), SHARE),
    **dict.fromkeys(("required_rate", "observed_rate"), RATE),
    "pace": PACE,
}
"""Columns whose numbers all look alike; others show the decimals that they have."""


def number_format(column: str, value: float) -> str:
    """The number format of a cell, as spreadsheets write it.

    Examples
    --------
    >>> number_format("year", 2022), number_format("attainment", 0.6508)
    ('0', '0.0%')
    >>> number_format("gap", 1549.0), number_format("latest", 1.86)
    ('#,##0', '#,##0.00')
    """
    if column in FORMATS:
        return FORMATS[column]
    places = decimals_of(value, most=MOST_DECIMALS)
    return "#,##0" + ("." + "0" * places if places else "")


def shown(column: str, cell: Any) -> str:
    """Roughly what a reader sees in a cell, to measure its column by."""
    if pd.isna(cell):
        return ""
    if not isinstance(cell, int | float):
        return str(cell)
    fixed = FORMATS.get(column, "")
    if fixed.endswith("%"):
        return f"{cell:.2%}"
    places = decimals_of(cell, most=MOST_DECIMALS)
    return f"{cell:.0f}" if fixed == WHOLE else f"{cell:,.{places}f}"
