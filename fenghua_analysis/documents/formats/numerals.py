"""List numbers as Word and web pages print them: 十二、 （三） 4. ⑤ b) iv."""

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_CIRCLED = (20, 0x245F), (35, 0x323C), (50, 0x328D)
"""Up to which number the circled digits stand behind which code point."""


def chinese(number: int, *, digits: str = _DIGITS, ten: str = "十") -> str:
    """A number below 100 as it is counted; above, digit by digit.

    Examples
    --------
    >>> chinese(2), chinese(10), chinese(12), chinese(20), chinese(101)
    ('二', '十', '十二', '二十', '一〇一')
    """
    if number >= 100:
        return _digit_by_digit(number)
    tens, ones = divmod(number, 10)
    head = ("" if tens == 1 else digits[tens]) + ten if tens else ""
    return head + (digits[ones] if ones or not tens else "")


def _digit_by_digit(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _legal(number: int) -> str:
    return chinese(number, digits=_LEGAL, ten="拾")


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        text += letters * times
    return text


def _letter(number: int) -> str:
    """a … z, then aa, bb: the way of Word."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _circled(number: int) -> str:
    base = next((base for last, base in _CIRCLED if number <= last), None)
    return chr(base + number) if base and number else str(number)


def _stem(number: int) -> str:
    return _STEMS[(number - 1) % len(_STEMS)]


_STYLES: dict[str, Callable[[int], str]] = {
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "ideographDigital": _digit_by_digit,
    "japaneseDigitalTenThousand": _digit_by_digit,
    "taiwaneseDigital": _digit_by_digit,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal,
    "ideographTraditional": _stem,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "none": lambda number: "",
}
HIGHEST = 9_999
"""What counts beyond it is no list of a document, and is printed in digits."""


def numeral(number: int, style: str) -> str:
    """A list number in a style, by Word's name for it; digits where it is unknown.

    Examples
    --------
    >>> [numeral(4, style) for style in ("chineseCounting", "decimal", "lowerRoman")]
    ['四', '4', 'iv']
    """
    if not 0 < number <= HIGHEST:
        return str(number)
    return _STYLES.get(style, str)(number)


def marked(mark: str, text: str) -> str:
    """A paragraph behind its list mark.

    A full stop before a digit would make one number of two (“1.” and “5万元”).

    Examples
    --------
    >>> marked("（二）", "民生"), marked("1.", "5万元以上"), marked("1.", "民生")
    ('（二）民生', '1、5万元以上', '1.民生')
    """
    if mark.endswith((".", "．")) and text[:1].isdigit():
        mark = mark[:-1] + "、"
    return mark + text
