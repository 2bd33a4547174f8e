"""Any number, written in any way that official texts write it, reads back."""

from hypothesis import given
from hypothesis import strategies as st

from fenghua_analysis.documents import Document, Fact, extract_facts

TITLE = "云州市2024年工作要点"
DIGITS = "零一二三四五六七八九"
WIDE = {code: code + 0xFEE0 for code in map(ord, "0123456789.,%")}


def _only(said: str) -> Fact:
    (fact,) = extract_facts(
        Document(f"{TITLE}\n\n全市推进民生工作,新增托位补助{said}。")
    )
    assert fact.quote in said
    return fact


def _in_chinese(number: int) -> str:
    """A whole number below a hundred million, as it is read aloud."""
    if number >= 10_000:
        high, low = divmod(number, 10_000)
        between = "零" if 0 < low < 1000 else ""
        return _in_chinese(high) + "万" + between + (_in_chinese(low) if low else "")
    said, gap = "", False
    for size, place in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // size % 10
        if digit:
            said += ("零" if gap and said else "") + DIGITS[digit] + place
        gap = not digit
    return said.removeprefix("一") if 10 <= number < 20 else said


@given(
    whole=st.integers(0, 999_999_999),
    decimals=st.integers(0, 4),
    scale=st.sampled_from(("", "万", "亿")),
    unit=st.sampled_from(("元", "人", "亩", "家", "平方米", "吨标准煤")),
    grouped=st.booleans(),
    wide=st.booleans(),
)
def test_arabic_digits(
    whole: int, decimals: int, scale: str, unit: str, grouped: bool, wide: bool
) -> None:
    number = whole / 10**decimals
    digits = f"{number:{',' if grouped else ''}.{decimals}f}"
    fact = _only((digits + scale + unit).translate(WIDE if wide else {}))
    assert (fact.value, fact.unit) == (float(digits.replace(",", "")), scale + unit)


@given(
    low=st.integers(1, 400), more=st.integers(1, 400), to=st.sampled_from("-—－~～至到")
)
def test_ranges(low: int, more: int, to: str) -> None:
    fact = _only(f"{low}{to}{low + more}万元")
    assert (fact.value, fact.value_high) == (low, low + more)


@given(number=st.integers(2, 99_999_999), wide=st.booleans())
def test_chinese_numerals(number: int, wide: bool) -> None:
    said = _in_chinese(number)
    fact = _only(said + "家" + "以上" * wide)
    scale = {"万": 10_000}.get(fact.unit.removesuffix("家"), 1)
    assert fact.value is not None and fact.value * scale == number
    assert fact.comparator == ("ge" if wide else "eq")


@given(number=st.integers(1, 99), tenths=st.integers(0, 9))
def test_parts_of_a_hundred_and_of_a_thousand(number: int, tenths: int) -> None:
    said = _in_chinese(number) + (f"点{DIGITS[tenths]}" if tenths else "")
    for parts, unit in (("百分之", "%"), ("千分之", "‰")):
        fact = _only(f"比例达到{parts}{said}")
        assert (fact.value, fact.unit) == (number + tenths / 10, unit)
        assert _only(f"比例达到{parts}{number}").value == number


@given(tenths=st.integers(2, 9))
def test_tenths(tenths: int) -> None:
    fact = _only(f"{DIGITS[tenths]}成以上")
    assert (fact.value, fact.unit, fact.comparator) == (tenths, "成", "ge")


@given(
    number=st.integers(1, 9999),
    more=st.sampled_from(("余", "多")),
    place=st.sampled_from((("", "{more}户"), ("", "{more}万户"), ("", "万{more}户"))),
)
def test_more_than_that(number: int, more: str, place: tuple[str, str]) -> None:
    fact = _only(f"{number}{place[1].format(more=more)}")
    assert (fact.value, fact.comparator) == (number, "gt")


@given(
    whole=st.integers(10, 99), at=st.integers(1, 3), blank=st.sampled_from(" \u3000\t")
)
def test_numbers_torn_by_typesetting(whole: int, at: int, blank: str) -> None:
    digits = f"{whole}{whole}"
    assert _only(f"{digits[:at]}\n{digits[at:]}万元").value == float(digits)
    assert _only(f"{digits}{blank}万元").value == float(digits)
