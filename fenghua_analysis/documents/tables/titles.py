"""Titles of columns: what a column holds, and what it says of the values below it."""

import re
from dataclasses import dataclass

from fenghua_analysis.documents.grammar.dating import Calendar
from fenghua_analysis.documents.grammar.lexicon import any_of, words
from fenghua_analysis.documents.grammar.measures import UNIT

UNIT_BRACKET = re.compile(
    rf"[,(\[](?:单位:)?(?P<unit>{UNIT}|[^()\[\],\d]{{1,6}}/[^()\[\],]{{1,6}})[)\]]?$"
)
_UNIT_INSIDE = re.compile(rf"\((?P<unit>{UNIT})\)")
_DATE = (
    r"(?:19|20)\d{2}(?:-{1,2}(?:19|20)?\d{2})?年?(?:度|底|末)?"
    r"(?:上半年|前三季度|一季度|\d{1,2}(?:-\d{1,2})?月(?:底|末|份)?)?"
    r"|十[一二三四五]五(?:期?末|期间)?|(?<![比较与])(?:去年|上年)(?:同期)?(?!度)|(?:今|本)年(?!度)"
)
_DATED = re.compile(_DATE)

_RANKS = "(?:[一二三]级|主要|具体|评价|考核|发展|核心|重点|预期)?"
_WHO = any_of(words("责任 牵头 主管 主要 实施 负责 配合 牵头责任"))
_WHERE = any_of(words("地区 区域 区县 市州 隶属 县市区 市县 辖区 区县市 各区县"))
_WHAT = any_of(words("项目 任务 事项 工作 举措 措施 改革 改革事项"))
_ROLES = {
    "number": r"序号|编号|№",
    "region": (
        rf"(?:{_WHERE}|各?县\(?[市、区]+\)?|[区县]\([区县、市]+\)"
        r"|镇\(?街道\)?|乡镇.{0,6})(?:名称)?"
    ),
    "department": rf"(?:{_WHO})(?:单位|部门|主体)(?:\(.{{1,9}}\))?",
    "unit": r"(?:计量)?单位",
    "attribute": r"(?:指标)?(?:属性|性质|类型)",
    "area": r"领域|类别|维度|一级指标|大类|类|指标类别|分类|板块",
    "note": r"备注|说明|数据来源|来源|排名|位次?|权重|分值",
    "schedule": r"(?:进度|时间|时序)(?:安排|节点|计划|要求)|完成(?:时限|时间)|时限",
    "system": r"(?:目标|工作|政策|评价)体系",
    "name": (
        rf"{_RANKS}指标(?:名称|内容|项目|体系)?|(?:民生)?(?:实事|工程)(?:项目|名称|内容)*"
        rf"|{_RANKS}(?:{_WHAT})(?:名称|内容|清单)?(?:\(.{{2,6}}\))?|名称|内容"
    ),
}
_ROLE = {role: re.compile(pattern) for role, pattern in _ROLES.items()}

_KIND_WORDS = {
    "baseline": any_of(words("基期 基准 现状 现值 基数 上年")),
    "target": any_of(words("目标 计划 任务 预期 预计 规划 拟")),
    "actual": any_of(words("实际 完成 实绩 进展 进度 达成 实现 已")),
}
_KINDS = {kind: re.compile(pattern) for kind, pattern in _KIND_WORDS.items()}
_ANY_KIND = "|".join(_KIND_WORDS.values())
_RATES = (
    r"(?:完成|达标|增长|增减|使用|拨付|到位)率|(?:完成|达成)?(?:占比|比例|比重)"
    r"|占[\u4e00-\u9fff]{1,6}(?:比重?|计划|目标|任务)|(?:年均|同比|比上年)?(?:增速|增幅|增长|增减)率?"
)
_SPANS = re.compile("年均|累计|五年")
_RATIO = re.compile(_RATES)
_PACE = re.compile("进度$")
"""A rate, unless the title names a unit: 就业(人)进度 counts people."""
_SIZE = r"(?:[值数量]|情况)?"
_VALUE = re.compile(
    rf"(?:{_DATE})?(?:指标|年度|全年|累计|本年)*(?:{_ANY_KIND})?(?:{_ANY_KIND}|{_RATES})?{_SIZE}"
    rf"|年均增长.{{0,8}}|累计.{{0,8}}|年份|年度|总计|合计"
)
_TELLS_KIND = re.compile(
    rf"(?:年度|全年|指标|本年)*(?:累计)?(?:{_ANY_KIND})(?:{_ANY_KIND})?{_SIZE}$|^指标$"
)
LONGEST = 120
"""Characters of a title; of more than that only the last are read."""


@dataclass(frozen=True, slots=True)
class Title:
    """What a column's title says of the values below it.

    Attributes
    ----------
    label : the title without date and unit
    name : the label without the words that only say promised or done
    ratio : the column gives a rate of what the row names: 完成率, 增速
    spans : it gives a change over all the years of a plan: 年均增长, 累计
    """

    label: str
    name: str
    unit: str
    period: str
    kind: str
    ratio: str
    spans: bool = False


def role_of(title: str) -> str:
    """What a column holds, by its title; "value" unless the title says otherwise.

    Examples
    --------
    >>> role_of("责任单位"), role_of("主要指标"), role_of("2025年目标")
    ('department', 'name', 'value')
    """
    if len(title) > LONGEST:
        return "value"
    bare = re.sub(r"\s", "", title)
    return next(
        (role for role, known in _ROLE.items() if known.fullmatch(bare)), "value"
    )


def is_title(text: str) -> bool:
    """Whether a text is nothing but the title of a column.

    Examples
    --------
    >>> is_title("2023年指标目标"), is_title("序号"), is_title("普惠托位占比(%)")
    (True, True, False)
    """
    bare = UNIT_BRACKET.sub("", text[-LONGEST:])
    return role_of(text) != "value" or _VALUE.fullmatch(bare) is not None


def tells_period(title: str) -> bool:
    """Whether a title names a year, or says promised, done or former."""
    told = rf"\d{{4}}|同期|[上去今本]年|增[速幅]|{_ANY_KIND}"
    return re.search(told, title) is not None


def read_title(title: str, *, calendar: Calendar | None = None) -> Title:
    """A column's title taken apart.

    Parameters
    ----------
    calendar : tells what 去年 means

    Examples
    --------
    >>> found = read_title("2025年目标(万元)")
    >>> found.period, found.kind, found.unit, found.name
    ('2025', 'target', '万元', '')
    >>> read_title("新增就业计划完成数(人)").name
    '新增就业'
    """
    title = title[-LONGEST:]
    own = UNIT_BRACKET.search(title)
    bracket = own or _UNIT_INSIDE.search(title)
    rest = title.replace(bracket.group(), "") if bracket else title
    date = _DATED.search(rest)
    label = _DATED.sub("", rest).strip(" ()、,:/")
    ratio = _RATIO.search(label) or (None if bracket else _PACE.search(label))
    told = label.replace(ratio.group(), "") if ratio and "占" in ratio[0] else label
    kinds = [kind for kind, cue in _KINDS.items() if cue.search(told)]
    return Title(
        label=label,
        name=_name(label),
        unit="" if ratio and not own else bracket["unit"] if bracket else "",
        period=_period(date.group(), calendar or Calendar()) if date else "",
        kind=_kind(kinds, rated=ratio is not None),
        ratio=ratio.group() if ratio else "",
        spans=_SPANS.search(label) is not None,
    )


def is_nameless(title: str) -> bool:
    """Whether a title leaves it to another whose it is: 目标任务, 进度, 完成比例(%).

    Examples
    --------
    >>> is_nameless("同比增长(%)"), is_nameless("农民收入增长(%)")
    (True, False)
    """
    told = read_title(title)
    return not told.name or told.name == told.ratio


def _name(label: str) -> str:
    """“新增就业计划完成数” is called 新增就业; “计划完成数” has no name."""
    while found := _TELLS_KIND.search(label):
        label = label[: found.start()].strip(" ()、,:/%")
    return label


def _kind(kinds: list[str], *, rated: bool) -> str:
    """目标完成率 reports on a target; 计划完成数 is planned."""
    if rated and "actual" in kinds:
        return "actual"
    return kinds[0] if kinds else ""


def _period(date: str, calendar: Calendar) -> str:
    """A bare 2025 in a title is a year."""
    return calendar.last_period(date + "年" if date[-1:].isdigit() else date)
