"""Numbers as a reader sees them: rounded, with units, in their language.

Rounding happens here, at the last moment; nothing is classified after it. No decimal is
invented: a number shows at most those that it has, a derived one at most those of the
registry's `decimals`. What is missing shows as “—”.
"""

import calendar
import math
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from fenghua_analysis.registry import Indicator
from fenghua_analysis.wording import knows, language, say

MISSING = "—"
MINUS = "−"
VERDICT_MARKERS = {
    "met": "●",
    "on_track": "▲",
    "off_track": "◆",
    "not_yet": "◇",
    "missed": "✕",
    "reversing": "▼",
    "no_data": "○",
    "not_published": "□",
}
"""Beside the colour of every verdict stands a mark that tells as much."""
RATIO_DECIMALS = 3
"""Decimals shown of a quotient; one that was printed with fewer keeps its own."""


UNSURE = ("internal", "estimated", "illustrative")
"""Natures of a figure that stand beside it wherever it is named."""


class Shown(str):
    """A number in words, which still knows itself.

    Attributes
    ----------
    value : the number behind the words, not rounded; None for a missing one
    unit : its unit, the same in every language
    """

    value: float | None
    unit: str

    def __new__(cls, text: str, value: float | None, unit: str = "") -> "Shown":
        """`text` as it is read, and what it stands for."""
        shown = super().__new__(cls, text)
        shown.value, shown.unit = value, unit
        return shown

    def reworded(self, text: str) -> "Shown":
        """The same number in other words."""
        return Shown(text, self.value, self.unit)


def as_result(value: Any) -> Any:
    """A value as `results.json` keeps it: a number with its unit and its words.

    Number and unit are the same in every language, the words are not. Plain words, such
    as the name of a place, stay words.

    Examples
    --------
    >>> as_result(percent(0.5595)), as_result(76), as_result("宁波市")
    ({'value': 55.95, 'unit': '%', 'text': '56.0%'},
     {'value': 76, 'unit': '', 'text': '76'}, '宁波市')
    """
    if isinstance(value, str) and not isinstance(value, Shown):
        return value
    shown = value if isinstance(value, Shown) else Shown(f"{value}", value)
    plain: Any = shown.value
    plain = plain.item() if hasattr(plain, "item") else plain  # a number of numpy
    known = plain is not None and math.isfinite(plain)
    return {"value": plain if known else None, "unit": shown.unit, "text": str(shown)}


def decimals_of(value: float | None, *, most: int | None = None) -> int:
    """Decimals that a number has, at most `most`.

    Examples
    --------
    >>> decimals_of(1.86, most=3), decimals_of(1.68597621, most=3), decimals_of(56000.0)
    (2, 3, 0)
    """
    if value is None or not math.isfinite(value):
        return 0
    exponent = Decimal(f"{value:.10g}").normalize().as_tuple().exponent
    own = max(-int(exponent), 0)
    return own if most is None else min(own, most)


def number(value: float | None, decimals: int = 0, *, signed: bool = False) -> Shown:
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
        return Shown(MISSING, None)
    places = Decimal(1).scaleb(-decimals)
    rounded = Decimal(f"{value:.12g}").quantize(places, ROUND_HALF_UP)
    sign = "" if not rounded else MINUS if rounded < 0 else "+" if signed else ""
    return Shown(f"{sign}{abs(rounded):,f}", value)


def ratio(value: float | None) -> Shown:
    """A ratio of two figures.

    Examples
    --------
    >>> ratio(1.86), ratio(1.68597621298)
    ('1.86', '1.686')
    """
    return number(value, decimals_of(value, most=RATIO_DECIMALS))


def difference_of(later: float | None, earlier: float | None) -> Shown:
    """A difference of two ratios: no finer than the coarser of them.

    Examples
    --------
    >>> difference_of(1.96, 1.86415)
    '0.10'
    """
    if later is None or earlier is None:
        return number(None)
    places = min(decimals_of(v, most=RATIO_DECIMALS) for v in (later, earlier))
    return number(later - earlier, places)


def percent(
    fraction: float | None, decimals: int = 1, *, signed: bool = False
) -> Shown:
    """A fraction as a percentage.

    Examples
    --------
    >>> percent(0.5595, 1), percent(float("nan"))
    ('56.0%', '—')
    """
    return _in(number(_scaled(fraction), decimals, signed=signed), "%")


def chance(probability: float | None) -> Shown:
    """A probability in whole per cent; never 0 or 100, for no model is so sure.

    Examples
    --------
    >>> chance(0.496), chance(0.997), chance(0.0008), chance(None)
    ('50%', '99%以上', '不到1%', '—')
    """
    shown = percent(probability, 0)
    if probability is None or math.isnan(probability):
        return shown
    for key, beyond in (("below", probability < 0.01), ("above", probability > 0.99)):
        if beyond:
            return shown.reworded(say(f"chance.{key}"))
    return shown


def points(fraction: float | None, decimals: int = 1, *, signed: bool = True) -> Shown:
    """A difference of fractions in percentage points, with its words.

    Examples
    --------
    >>> points(0.0595)
    '+6.0个百分点'
    """
    return _in(number(_scaled(fraction), decimals, signed=signed), "百分点")


def against_time(lead: float) -> Shown:
    """A lead over the time gone, in the words of the offices.

    Examples
    --------
    >>> against_time(0.0595), against_time(-0.021), against_time(0.0001)
    ('快于序时进度6.0个百分点', '慢于序时进度2.1个百分点', '与序时进度持平')
    """
    size = points(abs(lead), signed=False)
    word = (
        "even" if size == points(0, signed=False) else "ahead" if lead > 0 else "behind"
    )
    return points(lead).reworded(say(f"lead.{word}", points=size))


def quantity(value: float | None, indicator: Indicator) -> Shown:
    """A value of an indicator with its unit, to its decimals at most.

    Examples
    --------
    >>> income = Indicator("x", "收入", "Income", "元", "higher", "a")
    >>> quantity(44800.4, income)
    '44,800元'
    """
    places = decimals_of(value, most=indicator.decimals)
    return with_unit(value, indicator.unit, places)


def difference(value: float | None, indicator: Indicator) -> Shown:
    """A difference between two values of an indicator: of percentages, in points.

    Examples
    --------
    >>> share = Indicator("x", "占比", "Share", "%", "higher", "a", decimals=1)
    >>> difference(2.5, share)
    '2.5个百分点'
    """
    if indicator.unit != "%":
        return quantity(value, indicator)
    return _in(number(value, decimals_of(value, most=indicator.decimals)), "百分点")


def yearly_step(value: float | None, indicator: Indicator) -> Shown:
    """A yearly change of a share or an index, to two digits: small ones stay apart.

    Examples
    --------
    >>> share = Indicator("x", "占比", "Share", "%", "higher", "a", decimals=1)
    >>> index = Indicator("y", "倍差", "Ratio", "ratio", "lower", "a", decimals=2)
    >>> yearly_step(3.5833, share), yearly_step(-0.0186, index)
    ('+3.6个百分点', '−0.019')
    """
    if value is None or not value or math.isnan(value):
        return difference(value, indicator)
    places = max(1 - math.floor(math.log10(abs(value))), 0)
    if indicator.unit == "%":
        return _in(number(value, places, signed=True), "百分点")
    return with_unit(value, indicator.unit, places, signed=True)


def _in(shown: Shown, unit: str) -> Shown:
    """A number in per cent or in points, with the words of its unit."""
    if shown.value is None:
        return shown
    words = f"{shown}%" if unit == "%" else say("unit.points", number=shown)
    return Shown(words, shown.value, unit)


def with_unit(
    value: float | None,
    unit: str,
    decimals: int | None = None,
    *,
    signed: bool = False,
) -> Shown:
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
        return Shown(MISSING, None, unit)
    if decimals is None:
        decimals = decimals_of(value)
    stated, words = value, "" if unit == "ratio" else unit
    if language() == "en":
        value, decimals, words = _in_english(value, unit, decimals)
    return Shown(number(value, decimals, signed=signed) + words, stated, unit)


def _in_english(value: float, unit: str, decimals: int) -> tuple[float, int, str]:
    """Value, decimals and unit with 万 and 亿 written out, large money named."""
    head, *per = unit.split("/")
    power, base = _scale(head)
    value, decimals = value * 10**power, max(decimals - power, 0)
    words = _named(base)
    if base == "元" and abs(value) >= 1e6:
        large, key = (1e9, "billion") if abs(value) >= 1e9 else (1e6, "million")
        decimals = decimals_of(float(f"{value / large:.4g}"))
        value, words = value / large, say(f"unit.{key}", unit=words)
    return value, decimals, words + "".join(_divisor(part) for part in per)


def unit_words(unit: str) -> str:
    """A unit that stands alone, as at the head of a column.

    Examples
    --------
    >>> unit_words("万元/人"), unit_words("ratio")
    ('万元/人', '比值')
    >>> from fenghua_analysis.wording import speaking
    >>> with speaking("en"):
    ...     [unit_words(unit) for unit in ("万元/人", "元", "个", "亿千瓦时", "%")]
    ['10,000 yuan per person', 'yuan', 'count', '100,000,000 kWh', '%']
    """
    if unit == "ratio" or language() == "zh":
        return say("unit.ratio") if unit == "ratio" else unit
    head, *per = unit.split("/")
    power, base = _scale(head)
    name = _named(base).strip() or say("unit.count" if base else "unit.none")
    scaled = f"{10**power:,} {name}" if power else name
    return scaled + "".join(_divisor(part) for part in per)


def _divisor(unit: str) -> str:
    """“per person”, “per 10,000 people”."""
    power, base = _scale(unit)
    key = f"unit.per.{base}" if not power and knows(f"unit.per.{base}") else ""
    if key:
        return say("unit.divided", unit=say(key))
    count = f"{10**power:,}" if power else ""
    return say("unit.divided", unit=f"{count}{_named(base)}".strip())


def _named(unit: str) -> str:
    """A plain unit in words; one that a new document brings stays as it stands."""
    key = f"unit.name.{unit}"
    return say(key) if knows(key) else f" {unit}"


def _scale(unit: str) -> tuple[int, str]:
    """The power of ten before a unit, and the unit: 万人 → 4, 人."""
    if not knows(f"unit.name.{unit}"):  # 千瓦 is no thousand of anything
        for sign, power in (("万亿", 12), ("亿", 8), ("万", 4), ("千", 3)):
            if unit.startswith(sign):
                return power, unit.removeprefix(sign)
    return 0, unit


def period(code: str) -> str:
    """A period in words.

    Examples
    --------
    >>> period("2022"), period("2021-H1"), period("2020-Q1Q3"), period("2023-12")
    ('2022年', '2021年上半年', '2020年前三季度', '2023年末')
    >>> period("2020-11"), period("2016/2020")
    ('2020年11月', '2016—2020年')
    """
    year, _, part = code.replace("/", "-").partition("-")
    key = "year" if not part else "span" if "/" in code else f"part.{part}"
    if not knows(f"period.{key}"):
        return month(code)
    return say(f"period.{key}", year=year, part=part)


def month(code: str) -> str:
    """A month in words.

    Examples
    --------
    >>> month("2022-12")
    '2022年12月'
    """
    year, _, number = code.partition("-")
    spoken = language() == "zh"
    name = number.lstrip("0") if spoken else calendar.month_abbr[int(number)]
    return say("period.month", year=year, month=name)


def with_nature(shown: Shown, status: str) -> Shown:
    """A figure, and in brackets what it is where nobody has published it.

    Examples
    --------
    >>> with_nature(number(54451), "estimated"), with_nature(number(68348), "published")
    ('54,451（估计）', '68,348')
    """
    if status not in UNSURE:
        return shown
    nature = say(f"status.{status}")
    return shown.reworded(say("status.mark", figure=shown, status=nature))


def comparison(comparator: str, shown: Shown) -> Shown:
    """A value with the sign of its comparator.

    Examples
    --------
    >>> comparison("ge", percent(0.86, 0)), comparison("eq", percent(0.86, 0))
    ('≥86%', '86%')
    """
    signs = {"ge": "≥", "le": "≤", "gt": ">", "lt": "<", "approx": "≈", "growth": "+"}
    return shown.reworded(signs.get(comparator, "") + shown)


def _scaled(fraction: float | None) -> float | None:
    """× 100, without the dust of binary fractions."""
    return None if fraction is None else float(f"{fraction * 100:.12g}")
