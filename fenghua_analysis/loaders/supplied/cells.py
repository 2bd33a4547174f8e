"""Single cells of supplied tables: numbers, periods and days, however they are typed.

Full-width digits, thousands separators, 5.2万元, 62.5%, 约5.2万: each is read as what
it says, and nothing is guessed. A number said to be round keeps the interval that its
rounding leaves.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from fenghua_analysis.loaders.sheets import Cell, Fault
from fenghua_analysis.units import SCALES

_ABOUT = r"约为?|大约|about|ca\.?|~|≈"
_AMOUNT = re.compile(
    rf"(?P<about>{_ABOUT})? ?(?P<sign>[-−])?"
    r"(?P<digits>\d{1,3}(?:[, ]\d{3})+|\d+)(?P<decimals>\.\d+)?(?P<power>e[+-]?\d+)?"
    r" ?(?P<unit>[^\d左]*)(?P<round>左右)?",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"[-—–−/\\×.…·]*|无|暂无|暂缺|缺|未公布|未统计|n/?a|none", re.IGNORECASE
)
_LOOK_ALIKES = str.maketrans("“”〝〞—–−～〜•", '""""---~~·')

_PARTS = {
    "H1": r"上半年|1-6月份?|-?H1|-Q1Q2",
    "Q1Q3": r"前三季度|1-9月份?|-Q1Q3|-Q1-Q3",
    "Q1": r"第?[一1]季度|1-3月份?|-?Q1",
    "12": r"年?[末底]",
    "": r"[-./年](?P<month>1[0-2]|0?[1-9])(?:月[末底]?份?)?",
}
_YEAR = r"(?<![\d.])(?P<year>(?:19|20)\d{2})"
_SPAN = re.compile(rf"{_YEAR}年?[-~至到/](?P<last>(?:19|20)\d{{2}})(?:年|(?!\d))")
_PARTIAL = [
    (part, re.compile(rf"{_YEAR}年?(?:{words})(?![\d月-])", re.IGNORECASE))
    for part, words in _PARTS.items()
]
_WHOLE = re.compile(rf"{_YEAR}(?:年(?:度|全年|1-12月份?)?|(?![\d.]))")
_DAY = re.compile(
    r"(?P<y>(?:19|20)\d{2})[-./年](?P<m>\d{1,2})[-./月](?P<d>\d{1,2})[日号]?"
)


@dataclass(frozen=True)
class Amount:
    """A number as stated.

    Attributes
    ----------
    scale : what the words beside the digits multiply them by: 万 is 10,000
    unit : the rest of those words; "" when the cell gives no unit
    margin : half of the last digit that counts, for a number said to be round; else 0
    """

    value: float
    scale: float
    unit: str
    margin: float = 0.0


def plain(cell: Cell) -> str:
    """The text of a cell: half-width, no invisible characters, single spaces.

    Examples
    --------
    >>> plain("５２，０００　元"), plain(2022.0), plain(None)
    ('52,000 元', '2022', '')
    """
    if cell is None or isinstance(cell, Fault):
        return ""
    if isinstance(cell, float):
        return f"{cell:.15g}"
    text = unicodedata.normalize("NFKC", str(cell))
    seen = (char for char in text if unicodedata.category(char) != "Cf")
    return " ".join("".join(seen).split())


def key(cell: Cell) -> str:
    """The text of a cell for comparing: no spaces, small letters, one kind of dash.

    Examples
    --------
    >>> key("镇（街道） "), key("10—50万元")
    ('镇(街道)', '10-50万元')
    """
    return plain(cell).translate(_LOOK_ALIKES).replace(" ", "").casefold()


def says_nothing(cell: Cell) -> bool:
    """Whether a cell is blank or says that there is no figure: “—”, “暂无”."""
    return _NOTHING.fullmatch(key(cell)) is not None


def read_amount(cell: Cell, units: AbstractSet[str]) -> Amount | None:
    """The number of a cell; None when it is not one number.

    Parameters
    ----------
    units : units that may stand beside the digits

    Examples
    --------
    >>> read_amount("约5.2万元", {"元", "万元"})
    Amount(value=5.2, scale=1, unit='万元', margin=0.05)
    >>> read_amount("5.2万", {"元", "万元"})
    Amount(value=5.2, scale=10000, unit='', margin=0.0)
    """
    found = _AMOUNT.fullmatch(plain(cell))
    if not found:
        return None
    scale, unit = 1, key(found["unit"])
    while unit and unit not in units:
        if unit[0] not in SCALES:
            return None
        scale, unit = scale * SCALES[unit[0]], unit[1:]
    digits = re.sub("[, ]", "", found["digits"]) + (found["decimals"] or "")
    value = float(digits + (found["power"] or ""))
    is_round = found["about"] or found["round"]
    margin = _half_of_last_digit(digits) if is_round else 0.0
    return Amount(-value if found["sign"] else value, scale, unit, margin)


def _half_of_last_digit(digits: str) -> float:
    """Half of the place up to which a number is stated; trailing zeros are rounding.

    Examples
    --------
    >>> _half_of_last_digit("5.20"), _half_of_last_digit("52000")
    (0.005, 500.0)
    """
    whole, point, decimals = digits.partition(".")
    zeros = len(whole) - len(whole.rstrip("0"))
    return 0.5 * 10.0 ** (-len(decimals) if point else zeros)


def read_period(cell: Cell) -> str:
    """The period that a cell names, or "".

    Returns
    -------
    A code of `periods`, or a full day ``2022-12-31``, which is left to the indicator.

    Examples
    --------
    >>> read_period("２０２２年"), read_period(2022.0), read_period("2021年1—6月")
    ('2022', '2022', '2021-H1')
    >>> read_period("2022年末"), read_period("2016—2020年"), read_period("52000")
    ('2022-12', '2016/2020', '')
    """
    day = _DAY.fullmatch(key(cell))
    if day:
        return read_day(cell)
    period, rest = find_period(key(cell))
    return "" if rest else period


def find_period(text: str) -> tuple[str, str]:
    """The first period in a text that `key` has cleaned, and the text without it."""
    span = _SPAN.search(text)
    if span:
        return f"{span['year']}/{span['last']}", _without(text, span)
    for part, pattern in _PARTIAL:
        found = pattern.search(text)
        if found:
            code = (
                f"{int(found['month']):02}" if "month" in pattern.groupindex else part
            )
            return f"{found['year']}-{code}", _without(text, found)
    whole = _WHOLE.search(text)
    return (whole["year"], _without(text, whole)) if whole else ("", text)


def _without(text: str, found: re.Match[str]) -> str:
    return text[: found.start()] + text[found.end() :]


def is_day(period: str) -> bool:
    """Whether what `read_period` gave is a full day.

    Examples
    --------
    >>> is_day("2022-12-31"), is_day("2022-12")
    (True, False)
    """
    return len(period) == len("2022-12-31") and "/" not in period


def read_day(cell: Cell) -> str:
    """A day as ``2022-06-30``, or "" when the cell names none.

    Examples
    --------
    >>> read_day("2022年6月30日"), read_day("2022.6.30"), read_day("2022-02-30")
    ('2022-06-30', '2022-06-30', '')
    """
    found = _DAY.fullmatch(key(cell))
    if not found:
        return ""
    try:
        return dt.date(int(found["y"]), int(found["m"]), int(found["d"])).isoformat()
    except ValueError:
        return ""
