"""When a statement holds, and whether it is promised or done.

Dates and verbs of a sentence say so, up to the number; where they do not, the setting
does. One rule needs no words at all: a figure of a whole year, in a document that
reports on a part of that year, can only be what was planned for it.
"""

import re

from fenghua_analysis.documents.context import PROMISES, Setting
from fenghua_analysis.documents.grammar.dating import last_year

_PLANNED = re.compile(
    r"(?<![\u4e00-\u9fff])(?:计划|拟)|计划(?=[新建完投实到引培于安改扩迁修整创招增])|(?<![占为成])年度(?:投资)?计划"
    r"|(?:今年|年初)(?:共|全[市县区])*(?:安排|实施|确定)"
)
_REPORTED = re.compile(
    r"截至|截止|(?<![比较])(?:去年|上年(?!度))|以来|(?<![从由自比较])目前|现有"
    r"|存在[^,;。]{0,10}(?:问题|困难|不足|短板)|已(?=[有建完成达实累获经入改开新发培竣投拨])|荣获|位居|完成了|达到了|实际(?=[完已到改建开分])"
)
_CUMULATED = re.compile(r"\d{1,2}-\d{1,2}月|累计(?:完成|实现|达|超|建|投)")
_AIMS = "(?:目标任务|目标|任务|计划)[数值]?"
_LISTED = r"(?:[\d.]+[^\d,;:。()]{1,4}[、和])*"
_AIM = re.compile(
    r"(?:目标|任务|计划)(?:总?投资|总?[数值量])?\($"
    rf"|(?<!完成)(?<![占为])(?:本?年度|全年){_AIMS}(?:为|是|:)?{_LISTED}$"
    rf"|(?:^|[,:(;]){_AIMS}(?:为|是|:)?{_LISTED}$"
    r"|(?:^|[,:;(。])(?![^,:;(。]*(?:完成|占|超))[^,:;(。]*计划$"
    r"|(?:^|[,;])年度投资$"
)
# 占年度任务260户的, 比控制目标4.5%低: what it is measured by.
_MEASURED_BY = re.compile(
    r"(?:(?P<share>占)|(?<!对)比|较)[^,。;、:()]{0,8}(?:目标|任务|计划)[数值]?的?$"
)
# Of what a number is a share: 占全年计划的, 完成年度目标的; dates and plans in it are
# those of the whole.
_SHARE_OF = re.compile(
    r"占[^,。;、:()]{1,24}?(?=[\d.]{1,9}[%倍成]|$)"
    r"|(?:为|是|完成|达到?|相当于)[^,。;、:()]{0,16}(?:计划|目标|任务|投资)[^,。;、:()]{0,8}的$"
)
_CLAUSE_ENDS = re.compile(r"[,;:。(]")
_GOES_ON = re.compile("其中|并|同时|新|改|引进|培[育训]|打造|创建|开展")
"""A clause that begins so is planned if the clause before it is."""
_WHOLE_YEAR = re.compile("全年(?!目标|任务|计划)")


def period_of(words: str, *, setting: Setting, leading: str = "") -> str:
    """The period of a statement: the last date in the words before it.

    Parameters
    ----------
    words : the sentence up to the number
    leading : the date that opened this sentence or one before it in the paragraph
    """
    words = _SHARE_OF.sub("", words)
    stated = setting.calendar.last_period(words)
    whole_year = _WHOLE_YEAR.search(words)
    if stated == setting.year and setting.period and not whole_year:
        stated = "" if "今年" in words else stated
    return stated or leading or setting.default


def kind_of(words: str, period: str, *, setting: Setting, share: bool = False) -> str:
    """target or actual.

    Parameters
    ----------
    words : the sentence up to the number
    period : of the statement
    share : the number itself is a share of what stands before it
    """
    measured = _MEASURED_BY.search(words)
    if measured and not (share and measured["share"]):
        return "target"
    words = _SHARE_OF.sub("", words)
    done = _is_done(_CLAUSE_ENDS.split(words)[-1])
    whole = bool(setting.period) and period == setting.year and not done
    if whole or _AIM.search(words):
        return "target"
    year = last_year(period)
    if year and setting.year and not setting.first <= year <= setting.year:
        return "target" if year > setting.year else "actual"
    if _is_planned(words):
        return "target"
    promised, reported = _last(PROMISES, words), _last(_REPORTED, words)
    if not setting.promises:
        reported = max(reported, _last(_CUMULATED, words))
    if promised != reported:
        return "target" if promised > reported else "actual"
    return "target" if setting.promises else "actual"


def aimed(period: str, words: str, *, setting: Setting) -> str:
    """The period of a target: a whole year, unless its own clause says otherwise."""
    own = setting.calendar.last_period(_CLAUSE_ENDS.split(words)[-1])
    return period if "-" in own or "/" in period else period[:4]


def _is_planned(words: str) -> bool:
    """计划新增托位500个,其中普惠托位300个: planned from there on, until it was done."""
    for clause in reversed(_CLAUSE_ENDS.split(words)):
        if _PLANNED.search(clause) or not _GOES_ON.match(clause):
            return _PLANNED.search(clause) is not None
    return False


def _is_done(clause: str) -> bool:
    return bool(_REPORTED.search(clause) or _CUMULATED.search(clause))


def _last(cues: re.Pattern[str], words: str) -> int:
    """Where the last cue stands; -1 if there is none."""
    return max((cue.start() for cue in cues.finditer(words)), default=-1)
