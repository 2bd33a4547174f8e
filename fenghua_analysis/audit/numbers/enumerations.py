"""Lists that say how many they hold: 组织、队伍、制度、保障四大体系.

Where the list begins nobody marks. So its parts are counted back from the numeral to
the last stop, and every place where a list could begin is given the benefit of doubt.
"""

import re
from collections.abc import Iterator, Sequence

from fenghua_analysis.audit.evidence import Evidence
from fenghua_analysis.audit.findings import HARD, SOFT, Finding
from fenghua_analysis.audit.numbers.counts import number
from fenghua_analysis.documents.targets import Stretch

_WHAT = (
    "体系|能力|领域|行动|工程|机制|平台|场景|任务|举措|措施|改革|制度|系统|板块|环节|部分|方面"
    "|差距|支柱|要素|类别|类型|层次|维度|阶段|步骤|群体|路径|产业|中心|重点|专项|抓手|关系|战役"
    "|基地|品牌|子场景|维度|模块|清单|防线|原则|功能|目标"
)
_PART = r"[^、,。;:!?()\d]{1,30}"
_LIST = (
    rf"(?P<list>(?:{_PART}、){{1,15}}?{_PART}?)"
    r"(?P<open>等)?[“\"]?(?P<n>[二两三四五六七八九十]{1,3}|(?<!\d)\d{1,2})"
    rf"(?P<unit>大|位一体|(?:个|项|类)(?=[\u4e00-\u9fff]{{0,4}}(?:{_WHAT}))|部分|方面"
    r"|级(?=联动|网络|体系|服务))"
    rf"(?P<what>[\u4e00-\u9fff]{{0,6}}?(?:{_WHAT}))?"
)
_NEXT = re.compile(rf"(?:建设|工作)?(?:和|与|及|以及|、){_LIST}")
"""A list that goes on behind the count of another: …四大体系和风险、监管三大能力."""
_FIRST = re.compile(rf"(?:^|(?<=[、,。;:!?()\d])){_LIST}")
_CUT = re.compile(r"[、)\d]$")
"""Before these words the list goes on, with a part that is too long or holds digits."""
_AND = re.compile(r"和(?![平谐睦])|以及|及(?![时格])|与(?!会)")
_LEADS_ON = re.compile(r"[与和及的对向为以在从将把]$")
"""With these the sentence goes on to something else: …、区块链等新技术与三大产业."""
_LISTED_PLACES = re.compile(
    r"(?:其中)?(?P<places>(?:(?!其中)[\u4e00-\u9fff]{1,4}[区县市镇乡]、){1,8}[\u4e00-\u9fff]{1,4}[区县市镇乡])"
    r"(?:列入|入选|入围|获批|获评|纳入|成为)[^,。;:、\d等]{2,30}?(?P<n>\d{1,3})(?P<unit>[个家项])(?=[,。;])"
)
_QUOTES = re.compile(r"[“\"《][^“”\"《》]{1,40}[”\"》]")
_QUOTED_LIST = re.compile(r"[“\"](?P<inside>[^“”\"]*、[^“”\"]*)[”\"]?$")


def enumerations(read: Sequence[Evidence]) -> Iterator[Finding]:
    """Lists in a sentence with more or fewer parts than they say."""
    for evidence in read:
        for stretch in evidence.stretches:
            yield from _wrong(evidence, stretch)
            yield from _places(evidence, stretch)


def possible_counts(listed: str) -> set[int]:
    """How many parts a list may have, by where it may begin and what 和 may join.

    Examples
    --------
    >>> possible_counts("卫生间改造、亮居工程和厨房间改造")
    {2, 3}
    >>> sorted(possible_counts("队伍建设和风险防范、监管执法、宣传发动"))
    [3, 4]
    """
    parts = _whole_quotes(listed).split("、")
    joins = [len(_AND.findall(part)) for part in parts]
    return set(range(len(parts), len(parts) + sum(joins) + 1))


def _whole_quotes(listed: str) -> str:
    """Without the marks inside names: “共建、共治” is one."""
    return _QUOTES.sub(lambda name: name.group().replace("、", ""), listed)


def _wrong(evidence: Evidence, stretch: Stretch) -> Iterator[Finding]:
    text = stretch.passage.text
    if "、" not in text:
        return
    for found in _lists(text):
        listed = _within_quotes(found["list"])
        if "、" not in listed or _LEADS_ON.search(listed):
            continue
        announced = number(found["n"])
        fits = possible_counts(listed)
        open_end = bool(found["open"]) or "等" in listed.rpartition("、")[2]
        cut = _CUT.search(text[: found.start("list")]) is not None
        if announced in fits or ((open_end or cut) and announced > max(fits)):
            continue
        if _may_begin_later(listed, announced) or (open_end and not found["open"]):
            continue
        start = text.rindex(listed, 0, found.end())
        sure = found["unit"] == "大" and found["what"] and announced < min(fits)
        yield Finding(
            kind="count_mismatch",
            severity=HARD if sure else SOFT,
            key="enumeration",
            places=(evidence.place_in(stretch.passage, start, found.end()),),
            values={
                "announced": found.group()[found.start("n") - found.start() :],
                "found": min(fits),
                "parts": listed,
            },
        )


def _lists(text: str) -> Iterator[re.Match[str]]:
    """Lists with their counts, also where one follows the other in a clause."""
    at = 0
    while found := (_NEXT.match(text, at) if at else None) or _FIRST.search(text, at):
        yield found
        at = found.end()


def _places(evidence: Evidence, stretch: Stretch) -> Iterator[Finding]:
    """甲区、乙区列入试点14个: do the three places have fourteen, or three of them?"""
    for found in _LISTED_PLACES.finditer(stretch.passage.text):
        places = found["places"].count("、") + 1
        if places == int(found["n"]):
            continue
        yield Finding(
            kind="count_mismatch",
            severity=SOFT,
            key="places",
            places=(evidence.place_in(stretch.passage, found.start(), found.end()),),
            values={
                "places": found["places"],
                "count": places,
                "announced": found["n"] + found["unit"],
            },
        )


def _within_quotes(listed: str) -> str:
    """What quotation marks hold is the whole list: “引领、培育、比武”三大行动."""
    quoted = _QUOTED_LIST.search(listed)
    return quoted["inside"] if quoted else listed


def _may_begin_later(listed: str, announced: int) -> bool:
    """Whether the last so many parts follow words that can lead into a list."""
    parts = listed.split("、")
    if not 1 < announced < len(parts):
        return False
    opening = parts[-announced]
    return _AND.search(opening) is not None or len(opening) > 2 * len(parts[-1]) + 2
