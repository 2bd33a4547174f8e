"""Numbers and tables as a reader sees them: rounded, with units, in their language.

Rounding happens here, at the last moment, and by the registry's `decimals`; nothing is
classified after it. What is missing shows as “—”.
"""

import math
from decimal import ROUND_HALF_UP, Decimal

from fenghua_analysis.registry import Indicator
from fenghua_analysis.wording import knows, language, say

MISSING = "—"
MINUS = "−"


def number(value: float | None, decimals: int = 0, *, signed: bool = False) -> str:
    """A number with thousands separators and a true minus sign.

    Halves are rounded away from zero (四舍五入), as the offices do; the twelve digits
    that are looked at leave the dust of binary fractions out.

    Examples
    --------
    >>> number(56000), number(-1549.4), number(0.016, 3, signed=True), number(None)
    ('56,000', '−1,549', '+0.016', '—')
    >>> number(2.675, 2), number(0.5), number(-0.4)
    ('2.68', '1', '0')
    """
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return MISSING
    places = Decimal(1).scaleb(-decimals)
    rounded = Decimal(f"{value:.12g}").quantize(places, ROUND_HALF_UP)
    sign = "" if not rounded else MINUS if rounded < 0 else "+" if signed else ""
    return f"{sign}{abs(rounded):,f}"


def percent(fraction: float | None, decimals: int = 1, *, signed: bool = False) -> str:
    """A fraction as a percentage.

    Examples
    --------
    >>> percent(0.5595, 1), percent(float("nan"))
    ('56.0%', '—')
    """
    shown = number(_scaled(fraction), decimals, signed=signed)
    return shown if shown == MISSING else f"{shown}%"


def points(fraction: float | None, decimals: int = 1, *, signed: bool = True) -> str:
    """A difference of fractions in percentage points, with its words.

    Examples
    --------
    >>> points(0.0595)
    '+6.0个百分点'
    """
    shown = number(_scaled(fraction), decimals, signed=signed)
    return shown if shown == MISSING else say("unit.points", number=shown)


def against_time(lead: float) -> str:
    """A lead over the time gone, in the words of the offices.

    Examples
    --------
    >>> against_time(0.0595), against_time(-0.021)
    ('快于序时进度6.0个百分点', '慢于序时进度2.1个百分点')
    """
    word = "ahead" if lead > 0 else "behind" if lead < 0 else "even"
    return say(f"lead.{word}", points=points(abs(lead), signed=False))


def quantity(value: float | None, indicator: Indicator, *, signed: bool = False) -> str:
    """A value of an indicator with its unit, to its decimals.

    Examples
    --------
    >>> income = Indicator("x", "收入", "Income", "元", "higher", "a")
    >>> quantity(44800, income)
    '44,800元'
    """
    return with_unit(value, indicator.unit, indicator.decimals, signed=signed)


def difference(value: float | None, indicator: Indicator) -> str:
    """A difference between two values of an indicator: of percentages, in points.

    Examples
    --------
    >>> share = Indicator("x", "占比", "Share", "%", "higher", "a", decimals=1)
    >>> difference(2.5, share)
    '2.5个百分点'
    """
    shown = number(value, indicator.decimals)
    if indicator.unit == "%" and shown != MISSING:
        return say("unit.points", number=shown)
    return quantity(value, indicator)


def with_unit(
    value: float | None,
    unit: str,
    decimals: int | None = None,
    *,
    signed: bool = False,
) -> str:
    """A number and its unit in the language of the run.

    English has no 万 and 亿: there the number is written out.

    Parameters
    ----------
    decimals : places shown; None for those that the number was stated with

    Examples
    --------
    >>> with_unit(14000.0, "元"), with_unit(1.67, "ratio"), with_unit(43.7, "万人")
    ('14,000元', '1.67', '43.7万人')
    >>> from fenghua_analysis.wording import speaking
    >>> with speaking("en"):
    ...     with_unit(43.7, "万人"), with_unit(24.5, "万元/人")
    ('437,000 people', '245,000 yuan per person')
    """
    if value is None or math.isnan(value):
        return MISSING
    if decimals is None:
        decimals = len(f"{value:.10g}".partition(".")[2])
    words = "" if unit == "ratio" else unit
    if language() == "en":
        value, decimals, words = _in_english(value, unit, decimals)
    return number(value, decimals, signed=signed) + words


def _in_english(value: float, unit: str, decimals: int) -> tuple[float, int, str]:
    """Value, decimals and unit with 万 and 亿 written out, large money named."""
    head, *per = unit.split("/")
    power, base = _scale(head)
    value, decimals = value * 10**power, max(decimals - power, 0)
    words = say(f"unit.name.{base}")
    if base == "元" and abs(value) >= 1e6:
        large, key = (1e9, "billion") if abs(value) >= 1e9 else (1e6, "million")
        decimals = len(f"{value / large:.4g}".partition(".")[2])
        value, words = value / large, say(f"unit.{key}", unit=words)
    return value, decimals, words + "".join(_divisor(part) for part in per)


def _divisor(unit: str) -> str:
    """“per person”, “per 10,000 people”."""
    power, base = _scale(unit)
    key = f"unit.per.{base}" if not power and knows(f"unit.per.{base}") else ""
    if key:
        return say("unit.divided", unit=say(key))
    count = f"{10**power:,}" if power else ""
    return say("unit.divided", unit=f"{count}{say(f'unit.name.{base}')}".strip())


def _scale(unit: str) -> tuple[int, str]:
    """The power of ten before a unit, and the unit: 万人 → 4, 人."""
    for sign, power in (("亿", 8), ("万", 4), ("千", 3)):
        if unit.startswith(sign) and len(unit) > 1 and unit != "千瓦时":
            return power, unit.removeprefix(sign)
    return 0, unit


def comparison(comparator: str, shown: str) -> str:
    """A value with the words of its comparator.

    Examples
    --------
    >>> comparison("ge", "86%"), comparison("eq", "86%")
    ('≥86%', '86%')
    """
    signs = {"ge": "≥", "le": "≤", "gt": ">", "lt": "<", "approx": "≈", "growth": "+"}
    return signs.get(comparator, "") + shown


def _scaled(fraction: float | None) -> float | None:
    return None if fraction is None else fraction * 100
