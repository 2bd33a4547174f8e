"""Names of indicators: what is left of a clause when the number is taken out.

力争到2025年全市普惠托位占比 is called 普惠托位占比; a list of names that share their
beginning or their end (10—50万元群体、20—60万元群体比例) is spelled out.
"""

import re

from fenghua_analysis.documents.grammar import lexicon
from fenghua_analysis.documents.grammar.lexicon import any_of

LONGEST = 60
"""A name is never longer; text without any mark has no name at all beyond that."""

_NUMERALS = "一二三四五六七八九十"
_DATE = (
    r"(?:到|至|截至|截止|在|从|自|为)?(?:(?:19|20)\d{2}(?:[-~至到]+(?:20\d{2}|\d{2}))?年"
    r"(?:度|底|末|初|上半年|下半年)?|\d{1,2}(?:月?-\d{1,2})?月(?:底|末|份)?"
    r"|[“\"]?十[一二三四五六]五[”\"]?(?:期末|末|期间|时期)?|年底|年末|期末|本世纪中叶)(?:的|前|起|以来)?"
)
_PERIOD = (
    r"(?:今|去|本|当|上|全|明)年(?:度|以来)?|年内|(?:前?[一二三四]季度)末?|[上下]半年|每季度"
    r"|(?:过去|近|这)?[一二三四五两]年(?:来|间|累计)"
)
_WHERE = r"全[市区县省国镇乡州]|我[市区县省国]|本[市区县省]"
_NUMBERING = rf"\([{_NUMERALS}\d]+\)|[①-⑳]|[{_NUMERALS}]是|第[{_NUMERALS}],"
_LEAD_IN = re.compile(
    rf"(?:[\s、,;:。*★☆▲●■◆·—\-]|{_DATE}|{_PERIOD}|{_WHERE}|{_NUMBERING}"
    rf"|完成(?!率|投资(?:额|$))"
    rf"|(?!{any_of(lexicon.NOT_LEAD_INS)})(?:{any_of(lexicon.LEAD_INS)}))+"
)
_LEAD_OUT = re.compile(
    rf"(?:[\s、,;:。*的·]"
    rf"|(?:{any_of(lexicon.LEAD_OUTS)})(?<!{any_of(lexicon.NOT_LEAD_OUTS)}))+$"
)
_OF_PLAN = re.compile(
    r"(?:分别|,)*(?:完成|为|占|达到?|达成).{0,4}?(?:目标任务|目标|计划|任务)"
    r"(?:任务|投资|数|总数|量)*的?|.{0,4}?(?:目标任务|目标|计划|任务)(?:任务|投资|数|总数|量)*的"
)
_AFTER_COUNT = re.compile(
    r"(?:并(?!联)|且|[,。;]).*$|的工作$|(?<=[升理造设治验评展])工作$|等$"
)
_USE = re.compile(any_of(lexicon.USES))
_ACTIONS = any_of(lexicon.ACTIONS)
_NO_MEASURE = "(?![率面度数量额点])"
_STRONG = re.compile(rf"(?:{any_of(lexicon.STRONG_ACTIONS)}){_NO_MEASURE}")
_ACTION = re.compile(rf"(?:{_ACTIONS}){_NO_MEASURE}")
_ENDS_IN_ACTION = re.compile(rf"(?:{_ACTIONS})了?$")
_VERBS_ONLY = re.compile(rf"(?:{_ACTIONS}|{any_of(lexicon.WORKS)}|、|和)+")
_VERBS_FIRST = re.compile(rf"(?:{_VERBS_ONLY.pattern})(?=..)")
_RATIO = re.compile(
    r"占.{0,14}|(?:比重|占比|比例|增速|增幅)|(?:使用|完成|总体|投资|年度投资)?(?:进度|率)|完成率"
)
_GENERIC = re.compile(
    r"(?:其中)?(?:总数|总量|总额|金额|总投资|面积|规模|完成投资|年度(?:计划)?(?:完成)?投资(?:计划)?)"
)
_HEAD = re.compile(rf"(?:{any_of(lexicon.HEADS)})$")
_QUALITY = re.compile(rf"(?:{any_of(lexicon.QUALITIES)})$")
_LIST_MARK = re.compile(
    r"[“\"(《][^“”\"()《》]*[”\")》]|(?P<mark>、|(?<=[率数量重例额度])(?:和|及|以及))"
)
_LIST_WORD = re.compile(
    r"[“\"(《][^“”\"()《》]*[”\")》]|(?P<mark>、|和|以及|及(?!以)|与)"
)
_ENUMERATION = re.compile(r"[“\"(《][^“”\"()《》]*[”\")》]|(?P<mark>、)")
_PLACE = re.compile(r"[\u4e00-\u9fff]{1,8}?[省市州县区旗镇乡](?![省市州县区旗镇乡])")
_BOTH = re.compile(r"城(?:镇)?(?:、|和|乡)(?:农村|乡)?居民")
_RANK = re.compile(r"[^级类型色星]{0,8}[级类型色星]")
_FOOTNOTE = re.compile(r"\[\d{1,3}\]")


def clean(words: str) -> str:
    """A name without the words that lead into it or out of it.

    Examples
    --------
    >>> clean("力争到2025年全市普惠托位占比"), clean(",完成全年目标的")
    ('普惠托位占比', '完成率')
    """
    words = _FOOTNOTE.sub("", words[-LONGEST:])
    if _OF_PLAN.fullmatch(words.strip(",、;: ")):
        return "完成率"
    lead = _LEAD_IN.match(words)
    return _LEAD_OUT.sub("", words[lead.end() :] if lead else words)


def as_said(words: str) -> str:
    """The words around a number that have no name in them, as they stand."""
    return words.strip(",、;:()的 ")[-LONGEST:]


def counted(words: str) -> str:
    """What stands behind a number and is counted by it.

    Examples
    --------
    >>> counted("慢性病一体化门诊建设并投入使用"), counted("用于改造")
    ('慢性病一体化门诊建设', '')
    """
    words = words[:LONGEST].lstrip("的 ")
    if _USE.match(words):
        return ""
    return _AFTER_COUNT.sub("", words).strip("、,;。的 ").removesuffix("已")


def whole(left: str, right: str) -> str:
    """The name around a number.

    Examples
    --------
    >>> whole("新增", "养老中心"), whole("滕头、金钟等", "村庄")
    ('新增养老中心', '村庄')
    """
    examples = left.endswith("等") and "、" in left
    left = "" if left in lexicon.EMPTY or examples else left
    return (left.removesuffix("的") + right)[:LONGEST]


def is_bare(words: str) -> bool:
    """Whether the words before a number name nothing: at most a verb."""
    name = clean(words)
    return not name or len(name) <= 2 or _ENDS_IN_ACTION.search(name) is not None


def is_dependent(name: str) -> bool:
    """Whether the name says something only of the one before it: 竣工, 总额."""
    known = (_RATIO, _VERBS_ONLY, _GENERIC)
    return len(name) <= 2 or any(pattern.fullmatch(name) for pattern in known)


def is_ratio(name: str) -> bool:
    """Whether the name is a share or a pace of what was named last: 占比, 完成率."""
    return _RATIO.fullmatch(name) is not None


def attached(subject: str, name: str) -> str:
    """A dependent name with the one it depends on.

    Examples
    --------
    >>> attached("新建医疗机构", "改建、扩建"), attached("市本级资金使用", "使用进度")
    ('改建、扩建医疗机构', '市本级资金使用进度')
    """
    if not name or not subject:
        return subject or name
    if ends_in_head(subject) and not _RATIO.fullmatch(name):
        return name
    verbs = _VERBS_FIRST.match(subject)
    if verbs and _VERBS_ONLY.fullmatch(name):
        return name + subject[verbs.end() :]
    shared = (n for n in range(len(name), 0, -1) if subject.endswith(name[:n]))
    return subject + name[next(shared, 0) :]


def ends_in_head(name: str) -> bool:
    """Whether the name is that of a measure: …率, …比重, …得分."""
    return _HEAD.search(re.sub(r"\([^()]*\)$", "", name)) is not None


def can_improve(name: str) -> bool:
    """Whether a promise without number can be made of it: 满意度, 生态环境质量."""
    return ends_in_head(name) or _QUALITY.search(name) is not None


def lists_measures(names: str) -> bool:
    """Whether each of several names is that of a measure: 入园率、巩固率."""
    parts = _parts(names)
    return len(parts) > 1 and all(ends_in_head(part) for part in parts)


def begins_with_action(name: str) -> bool:
    """Whether the name tells what was done: 新增普惠托位."""
    return _ACTION.match(name) is not None


def first_action(words: str) -> int:
    """Where the first verb of doing stands in `words`; -1 if none does.

    Verbs that also are parts of nouns (新开工项目) give way to those that are not.
    """
    action = _STRONG.search(words) or _ACTION.search(words)
    return action.start() if action else -1


def spelled_out(names: str, *, count: int = 0) -> list[str]:
    """A list of names that share their beginning or their end, each in full.

    Parameters
    ----------
    count : how many names there must be; 和 parts names only where it takes that many

    Examples
    --------
    >>> spelled_out("家庭可支配收入10—50万元群体、20—60万元群体比例")
    ['家庭可支配收入10—50万元群体比例', '家庭可支配收入20—60万元群体比例']
    >>> spelled_out("湘西州、衡阳市开工率"), spelled_out("城乡居民人均收入", count=2)
    (['湘西州开工率', '衡阳市开工率'], ['城镇居民人均收入', '农村居民人均收入'])
    """
    both = _BOTH.search(names)
    if both and count in (0, 2):
        places = ("城镇居民", "农村居民")
        return [names.replace(both.group(), place) for place in places]
    parts = [name for part in _parts(names, count) if (name := clean(part))]
    if len(parts) < 2:
        return parts
    tail = _tail(parts)
    others = [part if ends_in_head(part) else part + tail for part in parts[:-1]]
    prefix = re.match(r"\D+(?=\d)", parts[0])
    return [
        prefix.group() + name if prefix and name[0].isdigit() else name
        for name in (*others, parts[-1])
    ]


def _tail(parts: list[str]) -> str:
    """What only the last name of a list says, and all of them mean."""
    *others, last = parts
    place = _PLACE.match(last)
    if place and all(_PLACE.fullmatch(part) for part in others):
        return last[place.end() :]
    alike = last.find(others[0][-1], 1)
    if 0 < alike < len(others[0]) + 2 and not ends_in_head(others[0]):
        return last[alike + 1 :]
    head = _HEAD.search(last)
    return head.group() if head else ""


def _parts(names: str, count: int = 0) -> list[str]:
    """The names of a list; marks inside quotes and brackets part nothing."""
    parts = _parted(names, _LIST_MARK)
    if len(parts) < count:
        closer = _parted(names, _LIST_WORD)
        parts = closer if len(closer) == count else parts
    return parts


def _parted(names: str, marks: re.Pattern[str]) -> list[str]:
    parts, at = [], 0
    for mark in marks.finditer(names):
        if mark["mark"]:
            parts.append(names[at : mark.start()])
            at = mark.end()
    return [*parts, names[at:]]


def listed(words: str) -> list[str]:
    """The parts between the 、 of a list, brackets and quotes left whole."""
    return _parted(words, _ENUMERATION)


def shared_tail(name: str, following: str) -> str:
    """1个市级、7个县级学生成长指导中心: what follows the second belongs to both.

    Examples
    --------
    >>> shared_tail("市级", "县级学生成长指导中心")
    '市级学生成长指导中心'
    """
    own, other = _RANK.fullmatch(name), _RANK.match(following)
    return name + following[other.end() :] if own and other else name
