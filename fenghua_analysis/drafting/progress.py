"""Facts of a bulletin → rows of progress: what was planned, what is done, the money."""

import re
from collections.abc import Iterable

from fenghua_analysis.documents import Fact
from fenghua_analysis.drafting.goals import once
from fenghua_analysis.drafting.reading import Reading, Row

_OVERALL = {
    "money": (r"元$", ""),
    "money_share": (r"%$", r"资金|财政"),
    "mean_progress": (r"%$", r"平均.*进度"),
    "classes": (r"类$", ""),
    "projects_done": (r"[个项]$", r"项目.*完成|完成.*项目"),
    "projects_beyond": (r"[个项]$", r"项目.*超过"),
    "projects_planned": (r"[个项]$", r"项目$"),
}
"""What a figure about all classes is → how its unit ends, what its name holds."""

_FUNDING = (("city", "市本级"), ("county", "区(县、市)"), ("other", "其他资金"))
_FUNDS = re.compile(r"资金|财政")


def reported(reading: Reading) -> list[Fact]:
    """The facts of a bulletin; what it says twice, once."""
    return once(reading.facts)


def progress(facts: Iterable[Fact], reading: Reading) -> list[Row]:
    """A row each fact that is registered as progress, in the order of the text."""
    rows = []
    for number, fact in enumerate(facts, start=1):
        stated = reading.stated(fact)
        in_class = bool(stated["area"])
        rows.append(
            {
                **stated,
                "row": number,
                "measures": "output" if in_class else overall(fact),
                "kind": fact.kind,
                "funding": "" if in_class else funding(fact),
                "period": fact.year,
            }
        )
    return rows


def overall(fact: Fact) -> str:
    """What a figure about all classes together is; ``other`` if none of these.

    Examples
    --------
    >>> def fact(name, unit):
    ...     rest = ("2024", "", "target", "", 0, "", 0, 0)
    ...     return Fact(name, 1, None, "eq", unit, *rest)
    >>> overall(fact("市级民生实事项目", "项")), overall(fact("资金使用进度", "%"))
    ('projects_planned', 'money_share')
    """
    kinds = (
        kind
        for kind, (unit, name) in _OVERALL.items()
        if re.search(unit, fact.unit) and re.search(name, fact.indicator)
    )
    return next(kinds, "other")


def funding(fact: Fact) -> str:
    """Whose money a figure is about; "" when it is not about money.

    Examples
    --------
    >>> def fact(name):
    ...     rest = ("2024", "", "actual", "", 0, "", 0, 0)
    ...     return Fact(name, 1, None, "eq", "亿元", *rest)
    >>> [funding(fact(name)) for name in ("市本级财政安排", "使用资金", "演出场次")]
    ['city', 'total', '']
    """
    if not _FUNDS.search(fact.indicator):
        return ""
    whose = (who for who, word in _FUNDING if word in fact.indicator)
    return next(whose, "total")
