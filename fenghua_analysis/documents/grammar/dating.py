"""Dates in official prose → periods: 2022 · 2021-H1 · 2016/2020 · 2023-06."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

# 10月底前 is a deadline of its year, 10月底 the end of what is reported.
_MONTHS = r"\d{1,2}月?(?:-+|~|至|到)\d{1,2}月份?|\d{1,2}月(?:份)?(?:底|末)(?!前)"
_QUARTERS = "[一1]季度末?|[二三]季度末"
_PART = rf"上半年|前三季度|{_QUARTERS}|{_MONTHS}"
_YEAR = re.compile(
    r"(?<![\d.])(?P<first>(?:19|20)\d{2})"
    r"(?:年?(?:-+|~|至|到)(?P<last>(?:19|20)\d{2}|\d{2}(?=年))(?!\d|\.\d)|(?=年|版))"
    rf"(?:年(?:度)?(?P<part>{_PART})?)?"
)
_FIVE_YEARS = re.compile(
    r"十(?P<n>[一二三四五六])(?:五[”\"]?(?:规划)?|个五年)(?P<end>期?末)?"
)
_RELATIVE = re.compile(
    r"(?P<word>今年以来|今年|本年度?|全年(?!目标|任务|计划)|(?<!\d)年内|当年|去年|上年度?(?!结)|上一年|过去一年|明年)"
    rf"(?P<same>同期)?(?P<part>{_PART})?"
)
_PART_ALONE = re.compile(
    rf"(?<![\d.年])(?P<part>上半年|前三季度|{_QUARTERS}|{_MONTHS})"
)
_OPENING = re.compile(
    r"(?:预计)?(?:到|至|截至|截止|在)?(?:"
    r"(?:19|20)\d{2}年(?:\d{1,2}月)?(?:底|末|上半年|前三季度)?(?!以来)"
    rf"|(?:今年|全年|去年|过去一年)(?:以来|{_PART})?$|(?:{_PART})$"
    r"|[“\"]?十[一二三四五六]五[”\"]?(?:期?末|时期|期间)?$)"
)
_SIGN = re.compile("[年月季版五-]")
"""Without any of these, words hold no date."""
_PLAN_ENDS = {"一": 2010, "二": 2015, "三": 2020, "四": 2025, "五": 2030, "六": 2035}
_YEARS_AWAY = {
    "去年": -1,
    "上年": -1,
    "上年度": -1,
    "上一年": -1,
    "过去一年": -1,
    "明年": 1,
}
_OF_SECTION = frozenset(("全年", "年内", "当年"))
_CUMULATED = {(1, 3): "Q1", (1, 6): "H1", (1, 9): "Q1Q3"}
_NAMED = {
    "上半年": "H1",
    "前三季度": "Q1Q3",
    "一季度": "Q1",
    "1季度": "Q1",
    "二季度": "H1",
    "三季度": "Q1Q3",
}
# Before a date these make it a basis of comparison, not the date of the statement.
_COMPARES = re.compile(
    r"(?:比|较|(?<!关)于|自|从|以|由|与|相当于|相比|是|对标|同)(?:前?年?)$"
)
_LEFT = re.compile(r"[从由自]")
_QUOTED = re.compile(r"“[^“”]{1,30}”")


@dataclass(frozen=True, slots=True)
class Calendar:
    """Reads dates, relative ones among them.

    Attributes
    ----------
    year : what 全年 means here; "" if unknown
    now : what 今年 means, from which 去年 counts; the same unless a section looks back
    part : of the year, that 同期 means: -H1
    months : months make a period of their own; in a plan they only are deadlines
    """

    year: str = ""
    now: str = ""
    part: str = ""
    months: bool = True

    def last_period(self, words: str) -> str:
        """The period of the last date in `words` that is no basis of comparison.

        Examples
        --------
        >>> Calendar("2024").last_period("去年9月,比2020年增长")
        '2023'
        >>> Calendar("2024").last_period("今年上半年")
        '2024-H1'
        """
        return next(iter(self._periods(words)[::-1]), "")

    def first_period(self, words: str) -> str:
        """The first year and its part: a review of 2019年和今年以来 is one of 2019."""
        periods = [period for period in self._periods(words) if "/" not in period]
        return next((p for p in periods[::-1] if p[:4] == periods[0][:4]), "")

    def left_period(self, words: str) -> str:
        """The period of the level that a move leaves: 由2018年的, 从上年的.

        Examples
        --------
        >>> Calendar("2024").left_period("到2025年,比重由2020年的")
        '2020'
        """
        return self.last_period(_LEFT.split(words)[-1]) if _LEFT.search(words) else ""

    def _periods(self, words: str) -> list[str]:
        found: list[str] = []
        for date in _dates(words):
            period = self._period(date, so_far=found[-1] if found else "")
            found += [period] if period else []
        return found

    def opening(self, words: str) -> str:
        """The period of a date that opens a sentence: 到2025年, “十三五”时期, 2015年….

        Such a date holds for the sentences that follow, too.

        Examples
        --------
        >>> Calendar("2024").opening("到2025年底"), Calendar("2024").opening("新增2家")
        ('2025', '')
        """
        opening = _OPENING.match(words)
        return self.last_period(opening.group()) if opening else ""

    def _period(self, date: re.Match[str], *, so_far: str) -> str:
        if date.re is _FIVE_YEARS:
            end = _PLAN_ENDS[date["n"]]
            return str(end) if date["end"] else f"{end - 4}/{end}"
        if date.re is _YEAR:
            first, last = date["first"], date["last"]
            if last:
                return f"{first}/{first[: 4 - len(last)]}{last}"
            return self._with_part(first, date["part"])
        if date.re is _PART_ALONE:
            found = self._with_part(so_far[:4] or self.year, date["part"])
            return found if "-" in found else ""
        base = self.year if date["word"] in _OF_SECTION else self.now or self.year
        if not base:
            return ""
        away = _YEARS_AWAY.get(date["word"], 0)
        period = self._with_part(str(int(base) + away), date["part"])
        of_part = date["same"] or (date["word"] == "今年以来" and "-" not in period)
        return period + self.part if of_part else period

    def _with_part(self, year: str, part: str | None) -> str:
        """A year, or a part of it; quarters within a plan are steps of its year."""
        if not part or not year or ("季度" in part and not self.months):
            return year
        named = _NAMED.get(part.removesuffix("末"))
        if named:
            return f"{year}-{named}"
        first, last = (int(month) for month in (re.findall(r"\d+", part) * 2)[:2])
        if not self.months or not 1 <= first <= last < 12:
            return year
        if first < last:
            cumulated = _CUMULATED.get((first, last), f"{last:02}")
            return f"{year}-{cumulated}" if first == 1 else year
        return f"{year}-{_CUMULATED.get((1, last), f'{last:02}')}"


def last_year(period: str) -> str:
    """The year in which a period ends.

    Examples
    --------
    >>> last_year("2016/2020"), last_year("2021-H1")
    ('2020', '2021')
    """
    return period[5:] if "/" in period else period[:4]


def years(texts: Iterable[str]) -> Iterable[str]:
    """Every single year that the texts name."""
    dates = (date for text in texts for date in _YEAR.finditer(text))
    return (date["first"] for date in dates if not date["last"])


def _dates(words: str) -> list[re.Match[str]]:
    if not _SIGN.search(words):
        return []
    patterns = (_YEAR, _FIVE_YEARS, _RELATIVE, _PART_ALONE)
    found = (date for pattern in patterns for date in pattern.finditer(words))
    stated = (date for date in found if not _is_basis(words, date))
    return sorted(stated, key=lambda date: date.start())


def _is_basis(words: str, date: re.Match[str]) -> bool:
    """比2020年增长, 《2021年方案》 and “一季度开门红” name no time of the statement."""
    before = words[max(0, date.start() - 6) : date.start()]
    in_title = words.rfind("《", 0, date.start()) > words.rfind("》", 0, date.start())
    return in_title or _is_slogan(words, date) or _COMPARES.search(before) is not None


def _is_slogan(words: str, date: re.Match[str]) -> bool:
    if date.re is _FIVE_YEARS or "“" not in words:
        return False
    said = (quote.span() for quote in _QUOTED.finditer(words))
    return any(start < date.start() and date.end() < end for start, end in said)
