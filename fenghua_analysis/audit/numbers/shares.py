"""Shares and rates of completion against the two amounts that they are made of.

22.25万, 3.6 % of 160.88万, is 13.8 % of them; but 3.6 % of all 613.8万 inhabitants,
whom another sentence implies. The finding then says which whole would fit.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from fenghua_analysis.audit.evidence import Evidence
from fenghua_analysis.audit.findings import HARD, SOFT, Finding
from fenghua_analysis.audit.numbers.measured import Measured, Span, measured
from fenghua_analysis.audit.numbers.names import read_name
from fenghua_analysis.documents import Fact
from fenghua_analysis.periods import Period

_WHOLE = re.compile(r"占(?P<whole>.{2,14}?)(?:的?(?:比重|比例|份额)|比)?$")
_DONE = re.compile(
    r"(?:(?<!总体)(?<!平均)(?<!形象)(?<!时序)进度|完成率|使用率|执行率|支付率|到位率|支出率|开工率|竣工率)$"
)
_PART = re.compile(r"占比$|比重$|比例$")
_COMMON = re.compile(
    r"资金|财政|使用|安排|项目|投资|完成|计划|实际|总|年度|共计|累计|支出|预算"
)
_AHEAD = re.compile(
    r"(?P<side>快于|超|超过|高于|领先|慢于|低于|落后于?)(?:于)?(?:时序|序时)进度$"
)
REACH = 12
"""Figures around a share among which its amounts are looked for."""


@dataclass(frozen=True, slots=True)
class _Whole:
    """An amount that a share may be of; a derived one rests on another share."""

    name: str
    stated: str
    printed: Span
    fact: Fact | None = None

    @property
    def middle(self) -> float:
        return (self.printed.low + self.printed.high) / 2


def shares(read: Sequence[Evidence]) -> Iterator[Finding]:
    """Stated shares that their stated amounts do not make."""
    for evidence in read:
        facts = [fact for fact in evidence.facts if measured(fact)]
        for n, (part, share) in enumerate(pairwise(facts)):
            if not _is_share(share, part, evidence=evidence):
                continue
            near = facts[max(0, n + 1 - REACH) : n + 2 + REACH]
            around = [f for f in near if _together(f, share, evidence=evidence)]
            if n and part.indicator == share.indicator:
                part, around = facts[n - 1], [part]  # 占年度任务6万人的70%
            yield from _check(part, share, around=around, evidence=evidence)
        yield from _paces(evidence, facts)


def _is_share(share: Fact, part: Fact, *, evidence: Evidence) -> bool:
    """Whether a rate is said of the amount before it."""
    named = share.indicator.startswith(part.indicator) and part.indicator
    here = measured(part)
    is_amount = here is not None and here.quantity != "share" and not part.change
    rated = share.unit in ("%", "‰") and not share.change and share.comparator == "eq"
    alike = bool(named and is_amount and rated)
    return alike and _together(part, share, evidence=evidence)


def _together(one: Fact, other: Fact, *, evidence: Evidence) -> bool:
    """Whether two facts stand in one paragraph."""
    here = evidence.stretch_at(one.start)
    return here is not None and here is evidence.stretch_at(other.start)


def _check(
    part: Fact, share: Fact, *, around: Sequence[Fact], evidence: Evidence
) -> Iterator[Finding]:
    """A share against the amounts around it that may be its whole."""
    value, rate = measured(part), measured(share)
    if value is None or rate is None or value.printed.low <= 0:
        return
    others = [fact for fact in around if fact is not part]
    amounts = [_amount(fact) for fact in others if _of_kind(fact, value)]
    meant = _meant(part, share, amounts=amounts, evidence=evidence)
    if not meant or any(_fits(value, whole, rate=rate) for whole in meant):
        return
    wholes = [*amounts, *_derived(around, value, of=part)]
    other = next((w for w in wholes if _fits(value, w, rate=rate)), None)
    sure = bool(_told_whole(share, part)) or len(meant) == 1
    places = [part, meant[0].fact, share]
    yield Finding(
        kind="ratio_mismatch",
        severity=HARD if sure else SOFT,
        key="share_of_other" if other else "share",
        places=tuple(evidence.place_of(fact) for fact in places if fact),
        values={
            "name": share.indicator,
            "stated": f"{share.value:g}{share.unit}",
            "part": _plain(part),
            "whole": meant[0].name,
            "amount": meant[0].stated,
            "implied": f"{value.value / meant[0].middle:.1%}",
            "other": other.name if other else "",
            "other_amount": other.stated if other else "",
        },
    )


def _of_kind(fact: Fact, value: Measured) -> bool:
    other = measured(fact)
    return other is not None and other.quantity == value.quantity and not fact.change


def _amount(fact: Fact) -> _Whole:
    value = measured(fact)
    printed = value.printed if value else Span(0, 0)
    return _Whole(fact.indicator, _plain(fact), printed, fact)


def _told_whole(share: Fact, part: Fact) -> str:
    """老人总数 of 占老人总数; "" where the whole is left unsaid."""
    told = _WHOLE.search(share.indicator[len(part.indicator) :])
    return read_name(told["whole"]).core if told else ""


def _meant(
    part: Fact, share: Fact, *, amounts: Sequence[_Whole], evidence: Evidence
) -> list[_Whole]:
    """The amounts that the share may be meant of, the likeliest first."""
    told = _told_whole(share, part)
    if told:
        return [whole for whole in amounts if told in read_name(whole.name).core]
    before = [w for w in amounts if w.fact and w.fact.start < part.start]
    if _PART.search(share.indicator):
        return [w for w in before[-1:] if _holds(w, part, evidence=evidence)]
    if not _DONE.search(share.indicator):
        return []
    if amounts and amounts[0].name == share.indicator:
        return list(amounts)
    return _planned(part, [whole for whole in before if _is_plan(whole)])


def _planned(part: Fact, plans: Sequence[_Whole]) -> list[_Whole]:
    """Of several plans those named like the part; else the largest."""
    own = _pairs(part.indicator)
    alike = [len(own & _pairs(whole.name)) for whole in plans]
    if any(alike):
        return [w for w, pairs in zip(plans, alike, strict=True) if pairs == max(alike)]
    return sorted(plans, key=lambda whole: -whole.printed.high)[:1]


def _holds(whole: _Whole, part: Fact, *, evidence: Evidence) -> bool:
    """Whether 其中 takes the part out of the whole."""
    end = whole.fact.end if whole.fact else part.start
    return "其中" in evidence.document.text[end : part.start]


def _is_plan(whole: _Whole) -> bool:
    target = whole.fact is not None and whole.fact.kind == "target"
    return target or re.search("计划|安排|目标|预算|任务", whole.name) is not None


def _pairs(name: str) -> set[str]:
    """Pairs of characters that tell one name from another."""
    own = _COMMON.sub(" ", name)
    pairs = {own[n : n + 2] for n in range(len(own) - 1)}
    return {pair for pair in pairs if " " not in pair}


def _derived(around: Sequence[Fact], value: Measured, *, of: Fact) -> Iterator[_Whole]:
    """Wholes that shares of others imply: 160.88万, 26.21 % of the population."""
    for part, share in pairwise(around):
        told = _WHOLE.search(share.indicator.removeprefix(part.indicator))
        amount, rate = measured(part), measured(share)
        own = share.indicator.startswith(part.indicator) and share.unit == "%"
        own = own and part is not of
        if told and own and amount and rate and _of_kind(part, value):
            printed = amount.printed / rate.printed
            said = f"{_plain(part)}÷{share.value:g}%"
            yield _Whole(told["whole"], said, printed)


def _fits(value: Measured, whole: _Whole, *, rate: Measured) -> bool:
    return whole.printed.low > 0 and (value.printed / whole.printed).meets(rate.printed)


def _paces(evidence: Evidence, facts: Sequence[Fact]) -> Iterator[Finding]:
    """58.6 % at mid-year is 8.6 percentage points ahead of the calendar."""
    for rate, ahead in pairwise(facts):
        side = _AHEAD.search(ahead.indicator)
        period = rate.year or ahead.year
        points = ahead.unit == "百分点" and rate.unit == "%" and rate.value is not None
        if not (
            side
            and points
            and "-" in period
            and _together(rate, ahead, evidence=evidence)
        ):
            continue
        due = 100 * Period.parse(period).share_of_year
        lead = (rate.value or 0) - due
        stated = (ahead.value or 0) * (-1 if side["side"][0] in "慢低落" else 1)
        if abs(lead - stated) < 0.1 + 1e-9:
            continue
        yield Finding(
            kind="ratio_mismatch",
            severity=HARD,
            key="pace",
            places=(evidence.place_of(rate), evidence.place_of(ahead)),
            values={
                "rate": f"{rate.value:g}%",
                "due": f"{due:.3g}%",
                "implied": f"{lead:+.1f}",
                "stated": f"{stated:+g}",
            },
        )


def _plain(fact: Fact) -> str:
    return f"{fact.value:.12g}{fact.unit}"
