"""What a statement leaves unsaid: whose it is, of which year, promised or done.

A plan promises and a bulletin reports; headings say otherwise for what stands below.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from fenghua_analysis.documents.grammar import places
from fenghua_analysis.documents.grammar.dating import Calendar, last_year, years

_PLANS = re.compile(
    r"要点|规划|计划|方案|意见|行动|纲要|清单|目标|任务|部署|安排|办法"
    r"|\d{4}年[^,。]{0,16}实事(?:项目)?$|主要指标(?:体系|表)?$"
)
_REPORTS = re.compile(
    r"公报|进展|情况|通报|总结|工作报告|回顾|成效|月报|季报|快报|运行|完成|公示"
    r"|进度(?!安排|计划|要求)"
)
# 2022年工作总结和2023年工作打算: written at the end of the year that it reports on.
_YEAR_AND_NEXT = re.compile(
    r"(?P<year>20\d{2})年[^,。]{0,24}?(?:总结|情况|回顾)[^,。]{0,12}?20\d{2}年"
)
_DELIVERED = re.compile(r"(?P<year>20\d{2})年(?P<month>\d{1,2})月\d{1,2}日在")
_YEARS_BACK = re.compile(r"(?:过去|近)(?:[三四五]|几)年|[三四五]年(?:来|工作)")
_LOOKS_BACK = re.compile(
    r"回顾|成就|成绩|现状|[现发工编]\w{1,3}(?:基础|背景)|完成情况|执行情况|进展|推进情况|过去"
    r"|存在的?(?:主要|突出)?(?:问题|困难|不足|短板)|(?:问题|困难|短板)[和与及](?:不足|挑战|问题)"
    r"|工作总结|取得|(?:主要|工作|发展|建设)成效|十三五.{0,4}时期$"
)
_LOOKS_AHEAD = re.compile(
    r"目标|安排|打算|展望|下一?步|今后|思路|部署|下阶段|新一年|(?:工作|年)要点|总体要求"
    r"|(?:重点|主要|工作)任务|工作重点|举措|工作计划|保障措施"
)
PROMISES = re.compile(
    r"力争|确保|争取(?=[在到实达新完突今年把让早进])|预期|拟(?=[新建完投实到引培于安按])|目标(?=[是为:]|如下)|任务为|下一?步"
    r"|今后|明年|下半年|将(?=[新建完实继力达推全超有])"
    r"|(?<![主重需首必纲摘概简扼提只])要(?![素求点闻件道害领义么是不]|清醒|看到|认识到|正视)(?=[\u4e00-\u9fff])"
)
_PAST = re.compile(
    r"同比|比上年|[\u4e00-\u9fff]了[\u4e00-\u9fff]|截至|去年同期|累计完成"
)
_MEASURE = re.compile(r"\d{1,2}[.、]")
_NAMES_ITSELF = re.compile(r"\d{4}|《|关于|[省市区县]|政府工作报告")
_EDGE = 8
"""Lines at either end of a document among which its office puts its name."""
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
    reviewed : the last whole year that a section without a year looks back on
    """

    title: str = ""
    year: str = ""
    first: str = ""
    now: str = ""
    period: str = ""
    region: str = ""
    promises: bool = True
    reviewed: str = ""

    @property
    def default(self) -> str:
        """The period of a statement that names none."""
        return self.year if self.promises else self.period or self.year

    @property
    def calendar(self) -> Calendar:
        part = self.period[4:]
        return Calendar(self.year, self.now, part, months=not self.promises)


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
    reported = _YEAR_AND_NEXT.search(title) or _delivered(texts)
    heads = [title, *(text for text in texts if len(text) <= 40 and "。" not in text)]
    promises = _promises(title, heads, texts)
    named = reported["year"] if reported else _period_of(title)
    stated = str(year or "") or last_year(named) or _commonest_year(texts)
    first = named[:4] if "/" in named and not year else stated
    early = _is_read_early(reported, title)
    return Setting(
        title=title,
        year=stated,
        first=first,
        now=stated,
        period="" if promises else _part_of(stated, heads),
        region=region
        or places.region_of_title(title)
        or places.region_of_office([*texts[:_EDGE], *texts[-_EDGE:]])
        or places.commonest_issuer(texts),
        promises=promises,
        reviewed=str(int(first) - 1) if first and (promises or early) else "",
    )


@lru_cache(maxsize=256)
def under(setting: Setting, headings: tuple[str, ...]) -> Setting:
    """The setting below these headings: their years, and whether they look back.

    Single measures (1. 2. 3.) are called plans and actions in any document: only the
    headings above them tell a review from a promise.
    """
    for heading in headings:
        if _MEASURE.match(heading):
            continue
        back = _LOOKS_BACK.search(heading) is not None
        period = _period_of(heading, setting.calendar, first=back)
        if period and "/" not in period:
            part = period if len(period) > 4 else ""
            setting = replace(setting, year=period[:4], first=period[:4], period=part)
        elif not period and setting.reviewed and _YEARS_BACK.search(heading):
            past = setting.reviewed
            setting = replace(setting, year=past, first=past, period="")
        if back or _YEARS_BACK.search(heading):
            setting = replace(setting, promises=False)
        elif _LOOKS_AHEAD.search(heading) or _is_to_come(period, setting):
            setting = replace(setting, promises=True)
    return setting


def _period_of(
    heading: str, calendar: Calendar | None = None, *, first: bool = False
) -> str:
    bare = heading.translate({ord("《"): None, ord("》"): None})
    calendar = calendar or Calendar()
    return calendar.first_period(bare) if first else calendar.last_period(bare)


def _is_to_come(period: str, setting: Setting) -> bool:
    """Whether a heading names a year behind the last one that the document reports."""
    over = setting.reviewed or setting.now
    return bool(over) and period[:4] > over


def _is_read_early(reported: re.Match[str] | None, title: str) -> bool:
    """Whether a report is read in the year after the one that it looks back on."""
    if reported is None or reported.re is _YEAR_AND_NEXT:
        return reported is None and "政府工作报告" in title
    return int(reported["month"]) <= 6


def _delivered(texts: Sequence[str]) -> re.Match[str] | None:
    """The line below a report's title that says when it was read to the congress."""
    return next(filter(None, map(_DELIVERED.search, texts[:10])), None)


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
        plans = re.search("规划|要点", title) and not _YEAR_AND_NEXT.search(title)
        return not _REPORTS.search(title) or bool(plans)
    balance = sum(
        bool(_PLANS.search(head)) - bool(_REPORTS.search(head)) for head in heads
    )
    if balance == 0:
        balance = sum(
            bool(PROMISES.search(text)) - bool(_PAST.search(text)) for text in texts
        )
    return balance >= 0


def _commonest_year(texts: Sequence[str]) -> str:
    named = Counter(years(texts))
    return named.most_common(1)[0][0] if named else ""


def _part_of(year: str, heads: Sequence[str]) -> str:
    """The part of the year that the title or a heading covers: 2024-H1."""
    parts = (_period_of(head) for head in heads if not head.startswith("("))
    return next((part for part in parts if part[:5] == f"{year}-"), "")
