"""Growth rates against the two levels that they are the growth of."""

import re
from collections.abc import Iterator, Sequence

from fenghua_analysis.audit.findings import HARD, SOFT, Finding
from fenghua_analysis.audit.numbers.claims import Claim
from fenghua_analysis.audit.numbers.measured import CONSTANT_PRICES, Span
from fenghua_analysis.audit.numbers.ratios import Index, few, levels

_OTHER_BASE = re.compile(r"年均|翻|[比较](?:20\d\d年|“?十[一二三四]五)|以来|累计|五年")
"""Growth since another year than the one before."""
_NOMINAL = re.compile(r"收入|支出|消费|零售|价格")
"""Growth of these may be told net of inflation."""
REACH = 20


def growth(stated: Sequence[Claim]) -> Iterator[Finding]:
    """Growth in one document against the levels of its year and the year before."""
    index = levels(stated)
    for claim in stated:
        if _since_last_year(claim):
            yield from _against_levels(claim, index)


def _since_last_year(claim: Claim) -> bool:
    """Whether a claim is a yearly growth in prices that its levels have, too."""
    rate = claim.fact.comparator == "growth" and claim.measured.quantity == "share"
    other = _OTHER_BASE.search(claim.before[-REACH:])
    constant = CONSTANT_PRICES.search(claim.name.core)
    return bool(rate and claim.year and not other and not constant)


def _against_levels(claim: Claim, index: Index) -> Iterator[Finding]:
    before = str(int(claim.year) - 1)
    now = few(index.get((claim.name.core, claim.year, claim.region), ()))
    then = few(index.get((claim.name.core, before, claim.region), ()))
    pairs = [(a, b) for a in now for b in then if _comparable(a, b)]
    if not pairs or any(_grew(a, b).meets(_signed(claim)) for a, b in pairs):
        return
    new, old = pairs[0]
    implied = new.measured.value / old.measured.value - 1
    nominal = _NOMINAL.search(claim.name.core)
    yield Finding(
        kind="ratio_mismatch",
        severity=SOFT if nominal else HARD,
        key="growth",
        places=tuple(c.place for c in (claim, new, old) if c.place),
        values={
            "name": claim.fact.indicator,
            "stated": claim.stated,
            "year": claim.year,
            "new": new.stated,
            "old": old.stated,
            "implied": f"{implied:+.1%}",
        },
    )


def _comparable(new: Claim, old: Claim) -> bool:
    alike = new.measured.quantity == old.measured.quantity != "share"
    return alike and old.measured.printed.low > 0


def _grew(new: Claim, old: Claim) -> Span:
    ratio = new.measured.printed / old.measured.printed
    return Span(ratio.low - 1, ratio.high - 1)


def _signed(claim: Claim) -> Span:
    printed = claim.measured.printed
    down = claim.fact.change == "down"
    return Span(-printed.high, -printed.low) if down else printed
