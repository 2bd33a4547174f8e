"""Units that do not fit what they measure, and values without the unit they need."""

import re
from collections.abc import Iterator, Mapping, Sequence

from fenghua_analysis.audit.evidence import Evidence
from fenghua_analysis.audit.findings import HARD, NOTE, SOFT, Finding
from fenghua_analysis.audit.numbers.measured import Measured, measured
from fenghua_analysis.audit.numbers.names import Name, read_name
from fenghua_analysis.documents import Fact

_MONEY = re.compile(
    r"(?:收入|支出|投资额|产值|增加值|总值|税收|税额|金额|零售总额|进出口总额|销售额|营收|利润"
    r"|(?:固定资产|总|工业|民间|技改|制造业|基础设施|房地产|有效|交通|水利|产业|年度|计划|完成|到位)投资)$"
)
_STOCK = re.compile(
    r"(?:收入|产值|增加值|总值|税收|零售总额|进出口总额|销售额|营收|利润)$"
)
_PEOPLE = re.compile(
    r"(?:人员|人才|职工|护理员|医师|医生|护士|教师|学生|毕业生|老人|老年人|儿童|劳动力|人数|志愿者|工匠)数?量?$"
)
_AREA = re.compile(r"(?<!人均)面积$")
_RATE = re.compile(
    r"(?<![倍比频功汇税利积载扬斜效速概])率$|占比$|比重$|(?<!之)比例$|覆盖面$"
)
_NO_UNIT = re.compile(
    r"容积率|杠杆率|基尼|恩格尔|之比|万人比|倍率|师生比|性别比|抚养比|周转率|市盈率"
)
_WHOLE = re.compile(
    r"(?:覆盖|普及|合格|达标|满意|优良|入学|入园|巩固|就业|失业|参保|结案|占)(?:率|比)$|占比$|比重$"
)
_MAY_EXCEED = re.compile(
    r"毛入[学园]率|完成率|增长率|增速|利用率|达产率|产销率|回收率|使用率|出勤率"
)
_TIMES = re.compile(r"人次$")
_TRAINED = re.compile(r"培训|服务|接待|惠及|覆盖|就诊|参与|体检|受益|参加")
_THINGS = re.compile(r"(?:户|家|所|座|套|处|栋|幢|条|辆|场|亩|公里|元)$")
_OF_CHANGE = re.compile(r"占|比|率|进度|完成|^(?:压减|压缩|减少|降低|削减|节约)")
_TRAININGS = re.compile(r"培训数量?$")
_SCALE_ONLY = re.compile(r"[十百千万亿]+")
_COUNTED_ONLY = frozenset("个项家所座处条")


Judgement = tuple[str, str] | None


def units(read: Sequence[Evidence]) -> Iterator[Finding]:
    """Everything that a look at name and unit alone shows to be wrong."""
    for evidence in read:
        yield from _misfits(evidence)
        yield from _scale_only(evidence)
        yield from _cut(evidence)


def _misfits(evidence: Evidence) -> Iterator[Finding]:
    """Facts whose unit does not fit; mentions of one indicator are one finding."""
    known = _known_units(evidence)
    found: dict[tuple[str, str, Name], list[Fact]] = {}
    for fact in evidence.facts:
        value = measured(fact)
        wrong = _wrong(fact, value) if value else None
        if wrong and wrong[0] == "rate_without_unit":
            wrong = None if known.get(read_name(fact.indicator)) else wrong
        if wrong and not _explained(evidence, fact):
            found.setdefault((*wrong, read_name(fact.indicator)), []).append(fact)
    for (key, severity, _), facts in found.items():
        yield _finding(key, severity, facts=facts, evidence=evidence)


def _known_units(evidence: Evidence) -> Mapping[Name, str]:
    """The unit of each name, where any of its mentions has one."""
    return {
        read_name(fact.indicator): fact.unit for fact in evidence.facts if fact.unit
    }


def _wrong(fact: Fact, value: Measured) -> Judgement:
    """The first thing wrong with a unit: key and severity."""
    checks = (_without, _share_of_amount, _impossible, _above_whole, _percent)
    return next((found for check in checks if (found := check(fact, value))), None)


def _explained(evidence: Evidence, fact: Fact) -> bool:
    """支出的80%用于民生, 50个亿: the words around the number mend it."""
    text = evidence.document.text
    before, after = text[fact.start - 1 : fact.start], text[fact.end : fact.end + 2]
    return before == "的" or after in ("用于", "投向", "来自") or after[:1] == "亿"


def _without(fact: Fact, value: Measured) -> Judgement:
    """A rate with no unit."""
    rate = _RATE.search(fact.indicator) and not _NO_UNIT.search(fact.indicator)
    return ("rate_without_unit", HARD) if rate and not fact.unit else None


def _share_of_amount(fact: Fact, value: Measured) -> Judgement:
    """服务业增加值达到30% wants to say its share, or its growth."""
    name = fact.indicator
    amount = _MONEY.search(name) and not _OF_CHANGE.search(name)
    if not (amount and value.quantity == "share" and not fact.change):
        return None
    if fact.comparator == "growth":
        return None
    return "share_of_amount", HARD if _STOCK.search(name) else SOFT


def _impossible(fact: Fact, value: Measured) -> Judgement:
    """A unit of another quantity: people in 户, visits in 人, sums in 个."""
    name, unit = fact.indicator, fact.unit
    if not unit or fact.change or value.quantity in ("share", "倍", "百分点"):
        return None
    if _TIMES.search(name) and value.quantity == "persons":
        return "times_in_persons", HARD
    if _MONEY.search(name) and not _is_money(unit) and "/" not in unit:
        return ("counted_noun" if unit in _COUNTED_ONLY else "money_in_other"), HARD
    if _PEOPLE.search(name) and _THINGS.search(unit):
        return "people_in_things", HARD
    trained = _TRAINED.search(name)
    if _PEOPLE.search(name) and value.quantity == "person-times" and not trained:
        return "people_in_times", SOFT
    if _TRAININGS.search(name) and unit == "个":
        return "trainings_in_things", SOFT
    if _AREA.search(name) and not re.search(r"[米亩顷里]|㎡|m", unit):
        return "area_in_other", HARD
    return None


def _is_money(unit: str) -> bool:
    """元 of any country; 亿 alone is a sum whose unit is left out."""
    return unit.endswith("元") or _SCALE_ONLY.fullmatch(unit) is not None


def _above_whole(fact: Fact, value: Measured) -> Judgement:
    """A share of a whole above 100 %."""
    bounded = _WHOLE.search(fact.indicator) and not _MAY_EXCEED.search(fact.indicator)
    level = fact.unit == "%" and not fact.change and fact.comparator != "growth"
    above = (fact.value or 0) > 100
    return ("above_whole", HARD) if bounded and level and above else None


def _percent(fact: Fact, value: Measured) -> Judgement:
    """A rate that rises by 2 %: of itself, or by two percentage points?"""
    grows = fact.comparator == "growth" and fact.unit == "%"
    return ("points", SOFT) if grows and _RATE.search(fact.indicator) else None


def _scale_only(evidence: Evidence) -> Iterator[Finding]:
    """160.88万, 1-2亿: of what, the reader must guess. One note a document."""
    facts = [fact for fact in evidence.facts if _SCALE_ONLY.fullmatch(fact.unit)]
    if facts:
        listed = "、".join(dict.fromkeys(f"{f.indicator} {_plain(f)}" for f in facts))
        yield _finding("scale_only", NOTE, facts=facts, evidence=evidence, more=listed)


def _cut(evidence: Evidence) -> Iterator[Finding]:
    """A number and its unit in two paragraphs, where lines are not cut by a page."""
    document = evidence.document
    if len(document.paragraphs) < 0.9 * len(document.lines):
        return
    for fact in evidence.facts:
        if "\n" in fact.quote.strip():
            yield _finding("cut", NOTE, facts=[fact], evidence=evidence)


def _finding(
    key: str,
    severity: str,
    *,
    facts: Sequence[Fact],
    evidence: Evidence,
    more: str = "",
) -> Finding:
    first = facts[0]
    return Finding(
        kind="unit_error",
        severity=severity,
        key=key,
        places=tuple(evidence.place_of(fact) for fact in facts),
        values={
            "name": first.indicator,
            "value": f"{first.value:.12g}",
            "unit": first.unit,
            "listed": more,
        },
    )


def _plain(fact: Fact) -> str:
    return "".join(fact.quote.split())
