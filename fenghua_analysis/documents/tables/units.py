"""Units that stand above a table: of several, each value takes the one that fits."""

import re

from fenghua_analysis.documents.grammar.measures import UNIT
from fenghua_analysis.documents.grammar.quantities import SHARES

_NOTE = re.compile(rf"单位:(?P<units>(?:{UNIT})(?:[、,/](?:{UNIT}))*)")
_RATE = re.compile("(?:率|比重|占比|比例|增速|增幅)$")
_MONEY = re.compile(r"投资|资金|金额|收入|支出|产值|税|额")


def noted_unit(caption: str, *, name: str, column: str) -> str:
    """The unit of a value by the note above its table; "" where none is certain.

    Parameters
    ----------
    name : what the row or, without one, the column is called; a rate takes the %
    column : the column's title; sums of money take the unit of money

    Examples
    --------
    >>> noted_unit("单位:人、%", name="参保率", column="完成数")
    '%'
    >>> noted_unit("单位:个、%、万元", name="托位", column="投资额")
    '万元'
    """
    note = _NOTE.search(caption)
    units = re.split(r"[、,]", note["units"]) if note else [""]
    shares = [unit for unit in units if unit in SHARES]
    if len(shares) < len(units) and shares:
        if _RATE.search(name):
            return shares[0]
        units = [unit for unit in units if unit not in SHARES]
    if len(units) == 1:
        return units[0]
    sums = bool(_MONEY.search(column))
    return next((unit for unit in units if unit.endswith("元") == sums), "")
