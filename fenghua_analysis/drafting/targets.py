"""Facts → rows of targets.

A plan's indicators are the facts under a heading or a lead that says so (指标目标). A
document without such a passage states its targets in prose: every fact whose name the
vocabulary knows.
"""

import re
from collections.abc import Iterable, Sequence

from fenghua_analysis.documents import Fact
from fenghua_analysis.documents.grammar.dating import last_year
from fenghua_analysis.documents.grammar.measures import COUNTS
from fenghua_analysis.drafting import places
from fenghua_analysis.drafting.reading import Reading, Row

_PASSAGE = re.compile(r"指标")
_KEPT = re.compile(r"保持|维持|稳定在|控制在|不[低高少多大小超]|低于|以内|≤|≥")
_WITHIN_YEAR = re.compile(r"新增|新建|开工|筹集|筹建|培训|体检|项次|人次|引进|招收")
_SCALES = "十百千万亿"


def targets(facts: Iterable[Fact], reading: Reading) -> list[Row]:
    """A row each fact that is registered as a target."""
    return [_row(fact, reading) for fact in facts]


def first_promises(reading: Reading) -> list[Fact]:
    """What the document promises of each indicator; its first statement counts."""
    first: dict[tuple[str, ...], Fact] = {}
    for fact in promised(reading):
        first.setdefault(_key(fact, reading), fact)
    return list(first.values())


def promised(reading: Reading) -> list[Fact]:
    """The facts that are targets of indicators which the vocabulary knows."""
    stated = _passages(reading) or _promises(reading.prose)
    return [fact for fact in stated if reading.indicator(fact)]


def unplaced(reading: Reading) -> list[Fact]:
    """Facts of passages on indicators whose names the vocabulary does not hold."""
    return [fact for fact in _passages(reading) if not reading.indicator(fact)]


def _passages(reading: Reading) -> list[Fact]:
    """Promises under a heading or behind a lead that announces indicators."""
    return [
        fact
        for fact in _promises(reading.prose)
        if _PASSAGE.search(fact.section)
        or _PASSAGE.search(places.lead(reading.document, fact.start))
    ]


def _promises(facts: Sequence[Fact]) -> list[Fact]:
    return [fact for fact in facts if fact.kind not in ("actual", "baseline")]


def _key(fact: Fact, reading: Reading) -> tuple[str, str, str]:
    """Indicator, region and year: what tells a target from the others of its plan."""
    year = last_year(fact.year) or str(reading.plan.end)
    return reading.indicator(fact), reading.region_of(fact), year


def _row(fact: Fact, reading: Reading) -> Row:
    lead = places.lead(reading.document, fact.start)
    within = lead or places.printed_row(reading.document, fact.start)
    stated = reading.stated(fact, within=within)
    indicator, region, year = _key(fact, reading)
    return {
        **stated,
        "indicator": indicator,
        "region": region,
        "year": year,
        "kind": target_kind(fact, words=stated["quote"]),
        "core": fact.core,
    }


def target_kind(fact: Fact, *, words: str) -> str:
    """The rule that judges a target, by the words that state it.

    ``delegated`` and ``qualitative`` are stated. A range is an ``interval``. A count
    of what is done within the year (新增…个, …人次) is a ``flow``. A limit to be kept
    (保持, 不低于, 控制在, ≤) is a ``hold``, unless a plain count is bound. The rest are
    levels to be reached.

    Examples
    --------
    >>> def fact(name, unit):
    ...     rest = ("2022", "", "target", "", 0, "", 0, 0)
    ...     return Fact(name, 95, None, "ge", unit, *rest)
    >>> target_kind(fact("新增学位数", "个"), words="新增学位数不少于95个")
    'flow'
    >>> target_kind(fact("普惠性幼儿园占比", "%"), words="普惠性幼儿园占比不低于95%")
    'hold'
    """
    if fact.kind in ("delegated", "qualitative"):
        return fact.kind
    if fact.value_high is not None:
        return "interval"
    is_count = fact.unit.lstrip(_SCALES) in COUNTS
    if is_count and _WITHIN_YEAR.search(fact.indicator):
        return "flow"
    return "hold" if _KEPT.search(words) and not is_count else "level"
