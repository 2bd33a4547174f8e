"""Parts against their whole: 其中, 分别, 合计, and structures that make 100."""

import re
from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import pairwise
from operator import add

from fenghua_analysis.audit.evidence import Evidence
from fenghua_analysis.audit.findings import HARD, SOFT, Finding
from fenghua_analysis.audit.numbers.measured import Measured, measured
from fenghua_analysis.documents import Fact
from fenghua_analysis.documents.grammar.quantities import base
from fenghua_analysis.documents.passages import PLAIN
from fenghua_analysis.documents.targets import Stretch

_PARTS = re.compile(r"其中[,:]?|(?<=[,。;:(])(?:包括|分别[为是]|由)[,:]?")
_ENDS = re.compile(r"[。!?;]|\)")
_REST = re.compile(r"其他|其它|其余|剩余")
# Two halves of a whole, told by opposite words; the first pairs leave nothing else.
_HALVES = tuple(
    tuple(re.compile(word) for word in pair.split())
    for pair in (
        "男 女",
        "城镇|城市 农村|乡村",
        "大型 小微|微型",
        "以上 以下",
        "职工 城乡居民",
        "市级|市本级 区级|县级|区县|区\\(县",
        "省级 市级",
        "公办 民办",
        "境内 境外",
        "出口 进口",
        "户籍 非户籍|外来",
        "续建 新建|新开工",
        "中央 地方",
        "第一产业 第三产业",
        "一季度 四季度",
        "上半年 下半年",
    )
)
_EXHAUSTIVE = 3
_STRUCTURE = re.compile(
    r"(?<![\d.:])(\d{1,2}(?:\.\d+)?(?::\d{1,2}(?:\.\d+)?){1,3})(?![\d:])"
)
_SHARES = re.compile(r"结构|比重|占比|构成|比例")
_MAY_OVERLAP = re.compile(r"企业|人才|人员|职称|党员|岁|毕业生|学生|专精特新|项目")
"""What these count may be counted twice: a woman below 35 with a doctorate."""
_TOTALS = re.compile(r"累计|总数|总量|共有|共计")
_REMAINDER = re.compile(
    r"(?P<whole>\d{1,4})(?P<unit>[个项家所户名件])[^。;\d]{0,24}(?:为[\d.]+%)?,其中"
    r"(?P<parts>[^。;]{2,90}?(?:其余|剩余|其他)[^。;\d]{0,6}\d{1,4}(?P=unit))"
)
_DONE = re.compile(r"完成|累计|使用|到位|支出|竣工|开工")
_HUNDRED = 100
MOST_PARTS = 12


def sums(read: Sequence[Evidence]) -> Iterator[Finding]:
    """Parts that do not make the whole that they are parts of."""
    for evidence in read:
        for whole, parts, words in _wholes(evidence):
            yield from _against(whole, parts, words=words, evidence=evidence)
        for stretch in evidence.stretches:
            yield from _structures(evidence, stretch)
            yield from _remainders(evidence, stretch)


def _wholes(evidence: Evidence) -> Iterator[tuple[Fact, list[Fact], str]]:
    """Each figure that 其中 takes apart, with the figures up to the sentence's end."""
    facts = [fact for fact in evidence.facts if fact.value is not None]
    for before, after in pairwise(range(len(facts))):
        whole, first = facts[before], facts[after]
        stretch = evidence.stretch_at(whole.start)
        if whole.change or stretch is None or first.start > stretch.passage.offsets[-1]:
            continue
        between = _between(whole.end, first.start, evidence=evidence)
        marked = _PARTS.search(between)
        if marked is None or "。" in between.strip("。(")[1:]:
            continue
        near = facts[after : after + MOST_PARTS]
        parts = _parts(whole, near, evidence=evidence)
        if parts:
            words = _between(whole.end, parts[-1].end, evidence=evidence)
            yield whole, parts, words


def _parts(whole: Fact, facts: Sequence[Fact], *, evidence: Evidence) -> list[Fact]:
    """Figures of one sentence and of the quantity of their whole."""
    parts: list[Fact] = []
    at = whole.end
    for n, fact in enumerate(facts):
        gap = _between(at, fact.start, evidence=evidence)
        opening = _PARTS.search(gap) if n == 0 else None
        inside = gap[opening.end() :] if opening else gap
        done = _DONE.search(fact.indicator) and not _DONE.search(whole.indicator)
        if _ENDS.search(inside) or (n and (_PARTS.search(gap) or done)):
            break
        at = fact.end
        if _TOTALS.search(fact.indicator + inside):
            continue
        if _alike(fact, whole) and not fact.change:
            parts.append(fact)
    return parts


def _alike(one: Fact, other: Fact) -> bool:
    here, there = measured(one), measured(other)
    if here is None or there is None or here.quantity != there.quantity:
        return False
    return here.quantity != "count" or base(one.unit) == base(other.unit)


def _between(start: int, end: int, *, evidence: Evidence) -> str:
    """The text between two offsets, in plain characters."""
    return evidence.document.text[start:end].translate(PLAIN)


def _against(
    whole: Fact, parts: Sequence[Fact], *, words: str, evidence: Evidence
) -> Iterator[Finding]:
    """What is wrong with the parts of one whole."""
    total = measured(whole)
    values = [value for part in parts if (value := measured(part))]
    if total is None or total.quantity == "share":
        return
    key, severity = _judged(total, values, names=_names(parts), words=words)
    more = key.endswith(("exceed", "exceeds")) and whole.comparator in ("gt", "ge")
    if not key or more:
        return
    added = sum(value.value for value in values) * (whole.value or 0) / total.value
    yield Finding(
        kind="sum_mismatch",
        severity=severity,
        key=key,
        places=tuple(evidence.place_of(fact) for fact in (whole, *parts)),
        values={
            "name": whole.indicator,
            "total": "".join(whole.quote.split()),
            "parts": "+".join(f"{part.value:g}{part.unit}" for part in parts),
            "sum": _number(added) + whole.unit,
        },
    )


def _names(parts: Sequence[Fact]) -> list[str]:
    return [part.indicator for part in parts]


def _judged(
    total: Measured, values: Sequence[Measured], *, names: Sequence[str], words: str
) -> tuple[str, str]:
    """Key and severity: only parts that leave nothing out must make the whole."""
    added = reduce(add, (value.printed for value in values))
    if any(value.printed.low > total.printed.high for value in values):
        return "part_exceeds", HARD
    if len(values) == 1 or added.meets(total.printed):
        return "", ""
    complete = _REST.search(words) or "分别" in words or _halves(names, _EXHAUSTIVE)
    if added.low > total.printed.high:
        overlap = any(_MAY_OVERLAP.search(name) for name in names)
        key = "parts_exceed" if complete or not overlap else ""
        return key, HARD if complete else SOFT
    if complete:
        return "parts_fall_short", HARD
    return ("parts_fall_short", SOFT) if _halves(names, len(_HALVES)) else ("", "")


def _halves(names: Sequence[str], pairs: int) -> bool:
    """Whether the names hold two halves of a whole, by the first so many pairs."""
    return any(
        any(one.search(name) for name in names)
        and any(other.search(name) for name in names)
        for one, other in _HALVES[:pairs]
    )


def _structures(evidence: Evidence, stretch: Stretch) -> Iterator[Finding]:
    """三次产业结构为2.5:46.1:51.6 makes 100."""
    text = stretch.passage.text
    for found in _STRUCTURE.finditer(text):
        numbers = found.group().split(":")
        before = text[max(0, found.start() - 16) : found.start()]
        if len(numbers) < 3 or not _SHARES.search(before):
            continue
        total = sum(map(float, numbers))
        places = max(len(number.partition(".")[2]) for number in numbers)
        if abs(total - _HUNDRED) <= len(numbers) * 0.5 * 10.0**-places + 1e-9:
            continue
        if not 80 <= total <= 120:
            continue
        yield Finding(
            kind="sum_mismatch",
            severity=HARD,
            key="structure",
            places=(evidence.place_in(stretch.passage, found.start(), found.end()),),
            values={"parts": "+".join(numbers), "sum": _number(total)},
        )


def _remainders(evidence: Evidence, stretch: Stretch) -> Iterator[Finding]:
    """24个项目…,其中5个…,其余19个: the rest is what is left."""
    text = stretch.passage.text
    for found in _REMAINDER.finditer(text):
        unit = found["unit"]
        numbers = [int(n) for n in re.findall(rf"(\d+){unit}", found["parts"])]
        if sum(numbers) == int(found["whole"]) or len(numbers) < 2:
            continue
        yield Finding(
            kind="sum_mismatch",
            severity=HARD,
            key="remainder",
            places=(evidence.place_in(stretch.passage, found.start(), found.end()),),
            values={
                "total": found["whole"] + unit,
                "parts": "+".join(map(str, numbers)),
                "sum": f"{sum(numbers)}{unit}",
            },
        )


def _number(value: float) -> str:
    return f"{value:.10g}"
