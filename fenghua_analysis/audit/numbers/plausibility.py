"""Single figures that cannot be, or that seem not to be what was meant."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fenghua_analysis.audit.findings import HARD, SOFT, Finding
from fenghua_analysis.audit.numbers.claims import Claim
from fenghua_analysis.audit.numbers.ratios import INNER, divisible

_ONE_COUNTY = re.compile(
    r"^(?:县级|区级|县\(市、区\)|区县|县域)(?!以上|及以上).*(?:覆盖率|建成率|创建率|达标率)$"
)
_COUNTY = re.compile(r"(?:.[区县旗]|市.{1,4}市)$")
_LOWEST = re.compile(r"最低.*(?:平均|最高).*(?:之比|比例|比值|比)$")
_FALLS = re.compile(r"缩小|下降|降低|降至|降到")
_QUOTES = str.maketrans("", "", '“”"‘’')


def plausibility(stated: Sequence[Claim]) -> Iterator[Finding]:
    """Shares of one county, ratios turned the wrong way, additions that pull down."""
    yield from _of_one_county(stated)
    yield from _turned(stated)
    yield from _marginal(stated)


def _of_one_county(stated: Sequence[Claim]) -> Iterator[Finding]:
    """One county covers all counties or none: nothing lies between."""
    for claim in stated:
        name = _ONE_COUNTY.match(claim.fact.indicator.translate(_QUOTES))
        within = claim.measured.quantity == "share" and 0 < claim.measured.value < 1
        if name and within and _COUNTY.search(claim.fact.region) and claim.place:
            yield Finding(
                kind="ratio_mismatch",
                severity=HARD,
                key="one_county",
                places=(claim.place,),
                values={
                    "name": claim.fact.indicator,
                    "stated": claim.stated,
                    "region": claim.region[-1],
                },
            )


def _turned(stated: Sequence[Claim]) -> Iterator[Finding]:
    """最低镇与全区平均之比缩小到0.8: such a ratio is meant to rise towards 1."""
    for claim in stated:
        lowest = _LOWEST.search(claim.fact.indicator)
        falls = _FALLS.search(claim.fact.quote) and (claim.fact.value or 2) < 1
        if lowest and falls and claim.place:
            yield Finding(
                kind="ratio_mismatch",
                severity=SOFT,
                key="turned",
                places=(claim.place,),
                values={"name": claim.fact.indicator, "stated": claim.stated},
            )


def _marginal(stated: Sequence[Claim]) -> Iterator[Finding]:
    """Of 450 new places 270 are affordable, while the share is to be 80 %."""
    goals = {c.name.core: c for c in stated if not c.reported and c.year}
    for new, part in pairwise(stated):
        inner = INNER.fullmatch(part.name.core)
        share = goals.get(f"{inner[1]}占比") if inner else None
        if share is None or new.passage != part.passage or share.year != part.year:
            continue
        added = new.name.deed == "added" and divisible(part, new, ratio=share)
        reached = part.measured.printed / new.measured.printed
        if not added or reached.high >= share.measured.printed.low:
            continue
        yield Finding(
            kind="ratio_mismatch",
            severity=SOFT,
            key="marginal",
            places=tuple(c.place for c in (share, part, new) if c.place),
            values={
                "name": share.fact.indicator,
                "stated": share.stated,
                "part": part.stated,
                "whole": new.stated,
                "implied": f"{part.measured.value / new.measured.value:.1%}",
            },
        )
