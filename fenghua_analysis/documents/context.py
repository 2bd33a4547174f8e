"""What a statement leaves unsaid: whose it is, of which year, promised or done.

A plan promises and a bulletin reports; headings, dates and verbs say otherwise for the
sentences below them. One rule needs no words at all: a figure of a whole year, in a
document that reports on a part of that year, can only be what was planned for it.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from fenghua_analysis.documents.grammar import places
from fenghua_analysis.documents.grammar.dating import Calendar, last_year, years

_PLANS = re.compile(r"要点|规划|计划|方案|意见|行动|纲要|清单|目标|任务|部署|安排|办法")
_REPORTS = re.compile(
    r"公报|进展|情况|通报|总结|工作报告|回顾|成效|月报|季报|快报|运行|完成"
)
_LOOKS_BACK = re.compile(
    r"回顾|成就|成绩|现状|[现发工编]\w{1,3}(?:基础|背景)|完成情况|执行情况|进展|推进情况|过去"
    r"|工作总结|取得|(?:主要|工作|发展|建设)成效|十三五.{0,4}时期$"
)
_LOOKS_AHEAD = re.compile(
    r"目标|安排|打算|展望|下一步|今后|思路|部署|(?:重点|主要|工作)任务|举措|总体要求|工作计划|保障措施"
)
_PROMISES = re.compile(
    r"力争|确保|争取|预期|拟(?=[新建完投实到引培于安])|目标(?=[是为:]|如下)|任务为|下一步|今后"
    r"|明年|下半年|(?<![主重需首必])要(?=[\u4e00-\u9fff])|将(?=[新建完实继力达推全超有])"
)
_PLANNED = re.compile(
    r"(?<![\u4e00-\u9fff])(?:计划|拟)|计划(?=[新建完投实到引培于安])|(?<![占为成])年度(?:投资)?计划"
)
_REPORTED = re.compile(
    r"截至|截止|(?<![比较])(?:去年|上年(?!度))|以来|目前|现有|已(?=[有建完成达实累获经入])"
    r"|荣获|位居|完成了|达到了"
)
_CUMULATED = re.compile(r"\d{1,2}-\d{1,2}月|累计(?:完成|实现|达|超|建|投)")
_AIM = re.compile(
    r"(?:目标|任务|计划)[数值]?\($|(?<!完成)(?:年度|全年)(?:目标任务|目标|任务|计划)[数值]?$"
    r"|(?:^|[,:(;])(?:目标|任务|计划)[数值]?(?:为|是|:)?$"
)
_PAST = re.compile(
    r"同比|比上年|[\u4e00-\u9fff]了[\u4e00-\u9fff]|截至|去年同期|累计完成"
)
_CLAUSE_ENDS = re.compile(r"[,;:。(]")
_MEASURE = re.compile(r"\d{1,2}[.、]")
_NAMES_ITSELF = re.compile(r"\d{4}|《|关于|[省市区县]|政府工作报告")
_NO_TITLE = re.compile(r"[。;!?]|附件|编号|索引号|,.*,")


@dataclass(frozen=True)
class Setting:
    """What holds for a stretch of text unless a sentence says otherwise.

    Attributes
    ----------
    year : the year that a plan binds or a report covers, the last of several
    first : the first year of a plan for several years; else the same
    now : the year from which 今年 and 去年 count, whatever year a section reviews
    period : what a report covers, where that is only part of the year; else ""
    promises : whether plain statements are targets
    """

    title: str = ""
    year: str = ""
    first: str = ""
    now: str = ""
    period: str = ""
    region: str = ""
    promises: bool = True

    @property
    def default(self) -> str:
        """The period of a statement that names none."""
        return self.year if self.promises else self.period or self.year

    @property
    def calendar(self) -> Calendar:
        return Calendar(self.year, now=self.now, months=not self.promises)


def read_setting(
    texts: Sequence[str], *, year: int | str | None = None, region: str | None = None
) -> Setting:
    """What title, headings and the whole text say of year, region and kind.

    Parameters
    ----------
    texts : the lines of the document
    year, region : taken as given where the caller knows them
    """
    title = _title(texts)
    heads = [title, *(text for text in texts if len(text) <= 40 and "。" not in text)]
    promises = _promises(title, heads, texts)
    named = _period_of(title)
    stated = str(year or "") or last_year(named) or _commonest_year(texts)
    return Setting(
        title=title,
        year=stated,
        first=named[:4] if "/" in named and not year else stated,
        now=stated,
        period="" if promises else _part_of(stated, heads),
        region=region
        or places.region_of_title(title)
        or places.commonest_issuer(texts),
        promises=promises,
    )


def under(setting: Setting, headings: Sequence[str]) -> Setting:
    """The setting below these headings: their years, and whether they look back.

    Single measures (1. 2. 3.) are called plans and actions in any document: only the
    headings above them tell a review from a promise.
    """
    for heading in headings:
        if _MEASURE.match(heading):
            continue
        period = _period_of(heading, setting.calendar)
        if period and "/" not in period:
            part = period if len(period) > 4 else ""
            setting = replace(setting, year=period[:4], first=period[:4], period=part)
        if _LOOKS_BACK.search(heading):
            setting = replace(setting, promises=False)
        elif _LOOKS_AHEAD.search(heading):
            setting = replace(setting, promises=True)
    return setting


def period_of(words: str, *, setting: Setting, leading: str = "") -> str:
    """The period of a statement: the last date in the words before it.

    Parameters
    ----------
    words : the sentence up to the number
    leading : the date that opened this sentence or one before it in the paragraph
    """
    stated = setting.calendar.last_period(words)
    if stated == setting.year and setting.period and "全年" not in words:
        stated = "" if "今年" in words else stated
    return stated or leading or setting.default


def kind_of(words: str, period: str, *, setting: Setting) -> str:
    """target or actual.

    Parameters
    ----------
    words : the sentence up to the number
    period : of the statement
    """
    if (setting.period and period == setting.year) or _AIM.search(words):
        return "target"
    year = last_year(period)
    if year and setting.year and not setting.first <= year <= setting.year:
        return "target" if year > setting.year else "actual"
    if _PLANNED.search(_CLAUSE_ENDS.split(words)[-1]):
        return "target"
    promised, reported = _last(_PROMISES, words), _last(_REPORTED, words)
    if not setting.promises:
        reported = max(reported, _last(_CUMULATED, words))
    if promised != reported:
        return "target" if promised > reported else "actual"
    return "target" if setting.promises else "actual"


def _last(cues: re.Pattern[str], words: str) -> int:
    """Where the last cue stands; -1 if there is none."""
    return max((cue.start() for cue in cues.finditer(words)), default=-1)


def _period_of(heading: str, calendar: Calendar | None = None) -> str:
    bare = heading.translate({ord("《"): None, ord("》"): None})
    return (calendar or Calendar()).last_period(bare)


def _title(texts: Sequence[str]) -> str:
    """The line near the top that says what kind of document this is."""
    for text in texts[:30]:
        named = _PLANS.search(text) or _REPORTS.search(text)
        itself = _NAMES_ITSELF.search(text) and not _NO_TITLE.search(text)
        if named and itself and 6 <= len(text) <= 80:
            return text
    return ""


def _promises(title: str, heads: Sequence[str], texts: Sequence[str]) -> bool:
    """Whether the document promises, by its title, its headings or its verbs."""
    if title:
        return not _REPORTS.search(title) or bool(re.search("规划|要点", title))
    balance = sum(
        bool(_PLANS.search(head)) - bool(_REPORTS.search(head)) for head in heads
    )
    if balance == 0:
        balance = sum(
            bool(_PROMISES.search(text)) - bool(_PAST.search(text)) for text in texts
        )
    return balance >= 0


def _commonest_year(texts: Sequence[str]) -> str:
    named = Counter(years(texts))
    return named.most_common(1)[0][0] if named else ""


def _part_of(year: str, heads: Sequence[str]) -> str:
    """The part of the year that the title or a heading covers: 2024-H1."""
    parts = (_period_of(head) for head in heads if not head.startswith("("))
    return next((part for part in parts if part[:5] == f"{year}-"), "")
