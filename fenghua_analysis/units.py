"""Units of official Chinese texts, and the factors between those of one quantity.

A unit is a product of parts joined by “/” (``万元/人``). Each part belongs to one
quantity and has a factor to that quantity's plain unit; two units convert when their
quantities agree part by part. Measure words (个, 家, 所 …) count things of different
kinds and never convert into each other.
"""

QUANTITIES: dict[str, dict[str, float]] = {
    "money": {"元": 1, "万元": 1e4, "亿元": 1e8, "万亿元": 1e12},
    "persons": {"人": 1, "名": 1, "千人": 1e3, "万人": 1e4, "亿人": 1e8},
    "person-times": {"人次": 1, "万人次": 1e4, "亿人次": 1e8},
    "share": {"1": 1, "%": 1e-2, "‰": 1e-3, "ratio": 1},
    "percentage points": {"百分点": 1, "个百分点": 1},
    "area": {
        **{"平方米": 1, "万平方米": 1e4, "公顷": 1e4, "平方公里": 1e6},
        **{"亩": 10_000 / 15, "万亩": 1e8 / 15},
    },
    "length": {"米": 1, "千米": 1e3, "公里": 1e3},
    "electricity": {"千瓦时": 1, "万千瓦时": 1e4, "亿千瓦时": 1e8},
    "power": {"千瓦": 1, "万千瓦": 1e4},
    "mass": {"吨": 1, "万吨": 1e4},
    "households": {"户": 1, "万户": 1e4},
}

SAME_COUNT = {"人次": "人", "套(间)": "套"}
"""Measure word → the plainer one by which documents state the same count."""

SCALES = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}

_PARTS = {
    unit: (quantity, factor)
    for quantity, units in QUANTITIES.items()
    for unit, factor in units.items()
}


def convert(value: float, unit: str, to: str) -> float:
    """`value` of `unit`, expressed in the unit `to`.

    A yearly rate equals the yearly amount: a trailing ``/年`` is dropped on both sides,
    because the standards that carry it are amounts of a year already.

    Raises
    ------
    ValueError : the two units measure different things.

    Examples
    --------
    >>> convert(1.4, "万元", to="元"), convert(14_000, "元/年", to="元")
    (14000.0, 14000)
    >>> convert(78.8, "%", to="ratio")
    0.788
    """
    here, there = unit.removesuffix("/年"), to.removesuffix("/年")
    if here == there:
        return value
    factor = _factor(here) / _factor(there) if _same_quantity(here, there) else None
    if factor is None:
        raise ValueError(f"{unit} → {to}")
    # Rounding to twelve figures takes away the dust of binary fractions (1.4 × 10⁴).
    return float(f"{value * factor:.12g}")


def of_indicator(value: float, unit: str, *, own: str) -> float:
    """A number that a document states of an indicator, in the indicator's own unit.

    A blank unit is the indicator's own (倍差1.67, 低于89); so is a divisor that only
    the name says (亩均税收175万元). Measure words by which documents state one count
    (人, 人次; 套, 套(间)) are taken for each other. All this holds only because the
    words are known to speak of the indicator.

    Returns
    -------
    NaN where the unit counts something else.

    Examples
    --------
    >>> of_indicator(1.67, "", own="ratio"), of_indicator(1.4, "万元", own="元")
    (1.67, 14000.0)
    >>> of_indicator(10, "万人", own="万人次"), of_indicator(175, "万元", own="万元/亩")
    (10, 175)
    >>> of_indicator(20, "家", own="张")
    nan
    """
    here, head = unit or own, own.partition("/")[0]
    forms = [(here, own), (_counted(here), _counted(own)), (here, head)]
    fitting = [form for form in forms if convertible(*form)]
    return convert(value, fitting[0][0], to=fitting[0][1]) if fitting else float("nan")


def _counted(unit: str) -> str:
    """The unit with the plainer of two measure words."""
    for word, plain in SAME_COUNT.items():
        unit = unit.replace(word, plain)
    return unit


def convertible(unit: str, to: str) -> bool:
    """Whether `convert` has an answer for the two units.

    Examples
    --------
    >>> convertible("万元", "元"), convertible("元", "%"), convertible("个", "家")
    (True, False, False)
    """
    here, there = unit.removesuffix("/年"), to.removesuffix("/年")
    return here == there or _same_quantity(here, there)


def _same_quantity(here: str, there: str) -> bool:
    return _quantities(here) == _quantities(there) is not None


def _quantities(unit: str) -> tuple[str, ...] | None:
    parts = unit.split("/")
    if not all(part in _PARTS for part in parts):
        return None
    return tuple(_PARTS[part][0] for part in parts)


def _factor(unit: str) -> float:
    head, *divisors = unit.split("/")
    factor = _PARTS[head][1]
    for divisor in divisors:
        factor /= _PARTS[divisor][1]
    return factor
