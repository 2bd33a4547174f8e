"""The first layer: numbers, dates, and the digits that are neither.

Official texts are full of digits that state nothing: years, list numbers, ages, grades,
names of programmes (“8100”, 1+8+X, G20, 12348热线), ordinals, document numbers. They
are recognised here, once, each with the reason why it is not a quantity.

Every repetition has a bound: no input makes the scan look at a character twice over.
"""

import re
from dataclasses import dataclass
from typing import Literal

from fenghua_analysis.documents.grammar.lexicon import IMPRINTS, any_of, words
from fenghua_analysis.documents.grammar.measures import BASE, SCALE

Kind = Literal["number", "date", "name", "list"]

_YEAR = r"(?:19|20)\d{2}"
_ARABIC = r"\d{1,15}(?:,\d{3}){0,5}(?:\.\d{1,10})?"
_DECIMAL = r"\d{1,4}(?:\.\d{1,6})?"
_CHINESE = r"[一二两三四五六七八九十][零〇一二两三四五六七八九十百千]{0,8}"
# 一万二千 and 三亿两千万 are one number each; in 八万亩 the 万 is left to the unit.
_LARGE = (
    rf"{_CHINESE}亿零?{_CHINESE}(?:万(?:零?{_CHINESE})?)?|{_CHINESE}万零?{_CHINESE}"
)
_POINT = "(?:点[零〇一二三四五六七八九]{1,6})?"
_ONE_TO_NINE = "[一二三四五六七八九]"
_SOME = "[一二两三四五六七八九十]{1,3}"
_TO = "(?:-{1,2}|~|至|到)"
_RISES = "上升|提升|前进|跃升|攀升|下降|下滑|后退|提高"
"""Before a number of places, they tell a rank."""
_MONTHS = rf"(?:\d{{1,2}}月?{_TO}\d{{1,2}}月|\d{{1,2}}月)"
_PART = "(?:年底前|底前|底|末|初|中期|内|度|[上下]半年|前[一二三]季度|[一二三四]季度)"

# In the order in which they are tried; the name of each group is the reason.
_RULES = {
    "imprint": rf"(?<![\u4e00-\u9fff])(?:{any_of(IMPRINTS)}):[^,;。]{{0,80}}",
    "title": r"《[^《》]{1,120}》",
    "document": rf"[〔\[【(]{_YEAR}[〕\]】)]第?\d{{1,5}}号",
    "quoted": r"[“\"「『‘][^“”\"「」『』‘’。;!?]{1,30}[”\"」』’“]",
    "footnote": r"\[\d{1,3}\]",
    "date": "|".join(
        (
            rf"{_YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}",
            rf"{_YEAR}年?{_TO}(?:{_YEAR}|\d\d(?=年))(?:年{_PART}?)?(?!\d|\.|[万亿%])",
            rf"{_YEAR}年{_MONTHS}?(?:\d{{1,2}}日)?{_PART}?|{_YEAR}(?=版)",
            rf"{_MONTHS}(?:份|\d{{1,2}}日|[上中下]旬)?(?:底前|底|末|初|前)?",
            r"(?:前[一二三两]个?|第?[一二三四1-4])季度(?:前|末)?",
            r"[“\"]?十[一二三四五六]五[”\"]?|二[〇零一二三四五六七八九]{3}年",
            r"\d{1,2}日(?!均|产|间)|\d{1,2}时(?:\d{1,2}分)?",
        )
    ),
    "list": "|".join(
        (
            r"(?:(?<![\s\S])|(?<=[。;!?:. )》]))"
            r"(?:\d{1,2}(?:\.(?!\d)|、|\))|\(\d{1,2}\)"
            rf"|\d{{1,2}}\.(?={_YEAR}年|\d{{1,3}}周?岁|\d{{1,2}}[A-Z]))",
            "[①-⑳]",
        )
    ),
    "ordinal": "|".join(
        (
            r"第(?:[零一二三四五六七八九十百]{1,6}|\d{1,4})[届次位名批轮号期章条款个]?",
            rf"前(?:\d{{1,3}}|{_SOME})[位名强列]|(?<=[居列进入排保])前(?:\d{{1,3}}|{_SOME})",
            r"\d{1,4}号|\d{2,4}强|\d{1,3}标段",
            rf"(?:(?<=[前后]移)|(?<=[前后]移了)|(?<={_RISES})|(?<=(?:{_RISES})了))"
            rf"(?:\d{{1,3}}|{_SOME})位(?=[,。;、)至到居]|$)",
            rf"(?:\d{{1,3}}|{_SOME})个(?:位次|名次)",
            r"(?<![\u4e00-\u9fff])(?:附[件表录图]|[表图]|专栏)\d{1,2}(?:-\d{1,2})?",
        )
    ),
    "age": r"(?:\d{1,3}周?岁?(?:\(含\))?(?:-|~|至|到))?\d{1,3}(?:周岁|岁)(?!\d)",
    "grade": "|".join(
        (
            rf"(?:[1-9]|{_ONE_TO_NINE})星级?|[1-9]A{{1,5}}级?|{_ONE_TO_NINE}级|\d{{1,2}}级",
            rf"(?<![\d.])(?:[一二三四五六七八九十两]?{SCALE})级",
            r"(?<=[大小])\([12]\)型",
        )
    ),
    "code": "|".join(
        (
            r"(?<![A-Za-z])[A-Za-z]{1,12}[-.]?\d[\dA-Za-z.]{0,12}",
            r"(?<!\d)\d{1,2}(?:\.\d{1,2}){1,3}版|(?<!\d)\d{1,3}(?:\.\d{1,3}){2,4}",
            r"(?<!\d)(?:\d{1,4}|[A-Za-z])(?:\+(?:\d{1,4}|[A-Za-z])){1,6}(?![A-Za-z])",
            r"(?<!\d)\d{1,2}G(?![BW])|(?<!\d)\d{1,3}[DKAH](?![a-z])",
            r"(?<!\d)\d{3,6}(?=热线|平台|电话|政务|公共法律|专线)",
            r"(?<!\d)\d{1,4}(?:-\d{1,4}){2,6}|(?<!\d)\d{4}-\d{5,10}",
            r"\d{16,}[A-Za-z]?(?:/\d{4}-\d{1,10})?",
        )
    ),
    "duration": "|".join(
        (
            rf"(?:连续|过去|未来|满|每|逾期)(?:\d{{1,3}}|{_SOME})个?(?:年|月|天|小时|日|季度)",
            rf"近(?:\d{{1,2}}|{_SOME})个?[年月]",
            r"(?<!\d)\d{1,3}年(?=来|内|期|制|行动|计划|规划|一贯|免费|以[上下]的)",
            r"(?<!\d)\d{1,3}个?(?:小时|分钟|天|工作日|月|日)内|24小时",
            r"(?<!\d)\d{1,3}(?:小时|分钟)(?=[^,。、;:\d]{0,14}圈)",
        )
    ),
    "per": rf"每(?:{_ARABIC}{SCALE}?|{SCALE})(?=\D)",
    "rhetoric": "|".join(
        (
            r"(?<!\d)\d{1,3}(?:大(?=[\u4e00-\u9fff])|个?(?:方面|领域|环节|维度)|县(?!级))",
            r"以[\u4e00-\u9fff]{1,8}为100(?![\d.%])",
        )
    ),
}
_NUMBERS = {
    "ratio": rf"{_DECIMAL}:1(?![\d.:])|(?<![\d.:])1:{_DECIMAL}(?![\d.:])",
    "arabic": _ARABIC,
    "tenths": rf"(?:两|{_ONE_TO_NINE})(?=成(?:以上|左右|多|的|[,。;、)]|$))",
    "hundredths": rf"(?:百分之|千分之)(?:{_ARABIC}|(?:{_CHINESE}|零){_POINT})",
    "chinese": (
        rf"(?:{_LARGE}|{_CHINESE}{_POINT})"
        rf"(?=[余多]?{SCALE}?[余多]?(?:{BASE}|[万亿]))"
    ),
}
_SCAN = re.compile(
    "|".join(f"(?P<{k}>{rule})" for k, rule in (_RULES | _NUMBERS).items())
)

_UNIT_AFTER = re.compile(rf"[余多]?(?P<scale>{SCALE})?[余多]?(?P<unit>{BASE})?")
_LIFE = re.compile("寿命|平均年龄")
_DIGITS = {"零": 0, "〇": 0, "两": 2} | {
    digit: value for value, digit in enumerate("一二三四五六七八九", start=1)
}
_PLACES = {"十": 10, "百": 100, "千": 1000}
# A small Chinese numeral counts only with a unit that nobody uses for rhetoric:
# 三所学校 is a count, 三项举措, 两个先行 and 一批 are not.
_RHETORICAL = frozenset(
    words(
        "个 项 类 年 天 日 周 个月 小时 折 倍 种 点 位 次 批 期 方 层 段 片 道 线 度 "
        "成 分 级 对 双 部 本 口 门 站 例 版 格 面 组 班 席 户"
    )
)


@dataclass(frozen=True, slots=True)
class Token:
    """A number, or digits that are none: where, what kind, and why or how much."""

    kind: Kind
    start: int
    end: int
    reason: str = ""
    value: float = 0


def tokens(text: str) -> list[Token]:
    """Numbers, dates, names and list numbers of one clean line, in their order.

    Examples
    --------
    >>> [(token.kind, token.value) for token in tokens("到2025年新增5A级景区3家")]
    [('date', 0), ('name', 0), ('number', 3.0)]
    """
    found = (_token(match) for match in _SCAN.finditer(text))
    return [token for token in found if token]


def _token(match: re.Match[str]) -> Token | None:
    reason, (start, end) = match.lastgroup or "", match.span()
    if reason in _NUMBERS:
        value = _value(match, reason)
        return None if value is None else Token("number", start, end, reason, value)
    if reason == "age" and _LIFE.search(match.string, max(0, start - 12), start):
        # 人均预期寿命提高到82岁 is a level; 65岁以上老人 is a name.
        years = re.match(r"\d+", match.group())
        end = start + (years.end() if years else 0)
        return Token("number", start, end, reason, float(match.string[start:end]))
    kind: Kind = "date" if reason == "date" else "list" if reason == "list" else "name"
    return Token(kind, start, end, reason)


def _value(match: re.Match[str], reason: str) -> float | None:
    stated = match.group()
    if reason == "arabic":
        return float(stated.replace(",", ""))
    if reason == "ratio":
        first, second = stated.split(":")
        return float(first if second == "1" else second)
    if reason == "chinese" and len(stated) == 1 and _is_rhetoric(match):
        return None
    stated = stated.removeprefix("百分之").removeprefix("千分之")
    if stated[0].isdigit():
        return float(stated.replace(",", ""))
    return chinese_number(stated)


def _is_rhetoric(match: re.Match[str]) -> bool:
    after = _UNIT_AFTER.match(match.string, match.end())
    if after is None or after["scale"]:
        return False
    return match.group() == "一" or after["unit"] in _RHETORICAL


def chinese_number(numeral: str) -> float:
    """The value of a Chinese numeral.

    Examples
    --------
    >>> chinese_number("八千"), chinese_number("一百零五"), chinese_number("三点五")
    (8000.0, 105.0, 3.5)
    >>> chinese_number("一万二千")
    12000.0
    """
    whole, _, decimals = numeral.partition("点")
    if decimals:
        digits = "".join(str(_DIGITS[character]) for character in decimals)
        return chinese_number(whole) + int(digits) / 10 ** len(digits)
    for scale, size in (("亿", 10**8), ("万", 10**4)):
        high, mark, low = whole.partition(scale)
        if mark:
            return chinese_number(high) * size + chinese_number(low)
    total, digit = 0, 0
    for character in whole:
        if character in _PLACES:
            total += (digit or 1) * _PLACES[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return float(total + digit)
