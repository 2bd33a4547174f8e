"""Figures that follow from published ones by arithmetic: ratios and the lowest unit.

Each derived row says its formula with the numbers in `note`, and is no better than its
inputs: one estimated input makes it estimated, one illustrative input illustrative. A
ratio that a publisher has printed is never replaced.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from fenghua_analysis.registry import Registry
from fenghua_analysis.table import OBSERVATIONS, STATUSES
from fenghua_analysis.wording import both

RATIOS: Mapping[str, tuple[str, str]] = {
    "urban_rural_ratio": ("income_urban", "income_rural"),
    "urban_rural_ratio_old": ("income_urban_old", "income_rural_net_old"),
    "income_to_gdp_ratio": ("income_all", "gdp_per_capita"),
}
"""Ratio → its numerator and denominator, of the same region and period."""

LOWEST_TOWNSHIP = "lowest_township_ratio"
INCOME = "income_all"

_DOUBT = {status: doubt for doubt, status in enumerate(STATUSES)}


def weaker(status: str, other: str) -> str:
    """Status of a figure that follows from two: derived, or worse where one is worse.

    Examples
    --------
    >>> weaker("published", "published"), weaker("published", "estimated")
    ('derived', 'estimated')
    """
    doubt = max(_DOUBT[status], _DOUBT[other], _DOUBT["derived"])
    return STATUSES[doubt]


def with_derived(observations: pd.DataFrame, registry: Registry) -> pd.DataFrame:
    """The observations with every figure that they imply.

    Returns
    -------
    `observations` followed by the derived rows, in the same columns. A key that stands
    already is left as it stands.

    Notes
    -----
    urban–rural ratio = urban / rural income; income-to-GDP ratio = income a head / GDP
    a head; lowest-township ratio = lowest township income / official district mean of
    the same year, once every township has a figure: the lowest of some is not the
    lowest of all. Source: docs/methods.md#derived-figures.
    """
    known = observations.assign(doubt=observations.status.map(_DOUBT))
    pairs = [_parts(known, name) for name in RATIOS]
    pairs.append(_lowest_townships(known, registry))
    derived = _quotients(pd.concat(pairs, ignore_index=True), registry)
    both = pd.concat([observations, derived], ignore_index=True)
    return both.drop_duplicates(list(OBSERVATIONS.key), ignore_index=True)


def _parts(known: pd.DataFrame, name: str) -> pd.DataFrame:
    """Numerator and denominator (`_below`) of a ratio, side by side."""
    above, below = (known[known.indicator == part] for part in RATIOS[name])
    pairs = above.merge(below, on=["region", "period"], suffixes=("", "_below"))
    return pairs.assign(indicator=name, of="")


def _lowest_townships(known: pd.DataFrame, registry: Registry) -> pd.DataFrame:
    """The lowest township income of each district beside the district's own mean."""
    incomes = known[known.indicator == INCOME]
    named = incomes.merge(registry.regions, left_on="region", right_on="code")
    named = named[named.level == "township"]
    groups = named.groupby(["parent", "period"])
    named["doubt"] = groups.doubt.transform("max")
    named["status"] = [STATUSES[doubt] for doubt in named.doubt]
    expected = [
        len(registry.townships(parent, year=period[:4]))
        for parent, period in zip(named.parent, named.period, strict=True)
    ]
    complete = named[groups.value.transform("size") == expected]
    lowest = complete.sort_values("value").drop_duplicates(["parent", "period"])
    kept = ["parent", "period", "value", "low", "high", "doubt", "status", "source"]
    lowest = lowest[kept].assign(of=complete.name_zh + " ", note="")
    lowest = lowest.rename(columns={"parent": "region"})
    pairs = lowest.merge(incomes, on=["region", "period"], suffixes=("", "_below"))
    return pairs.assign(indicator=LOWEST_TOWNSHIP)


def _quotients(pairs: pd.DataFrame, registry: Registry) -> pd.DataFrame:
    """Pairs divided: value, its interval where an input has one, status, formula.

    A denominator of zero gives no ratio.
    """
    pairs = pairs[pairs.value_below != 0]
    doubt = pairs[["doubt", "doubt_below"]].max(axis=1)
    certain = pairs[["low", "high", "low_below", "high_below"]].isna().all(axis=1)
    low = pairs.low.fillna(pairs.value) / pairs.high_below.fillna(pairs.value_below)
    high = pairs.high.fillna(pairs.value) / pairs.low_below.fillna(pairs.value_below)
    formula = [_formula(row) for row in pairs.itertuples()]
    return pd.DataFrame(
        {
            "indicator": pairs.indicator,
            "region": pairs.region,
            "period": pairs.period,
            "value": pairs.value / pairs.value_below,
            "unit": [registry.indicators[name].unit for name in pairs.indicator],
            "low": low.mask(certain),
            "high": high.mask(certain),
            "status": np.array(STATUSES)[doubt.clip(lower=_DOUBT["derived"])],
            "source": pairs.source,
            "note": formula,
        }
    )


def _formula(row: Any) -> str:
    """The quotient with its numbers, and what is uncertain in one of them."""
    quotient = f"{row.of}{row.value:,.10g}/{row.value_below:,.10g}"
    parts = [(row.value, row.status, row.note)]
    parts += [(row.value_below, row.status_below, row.note_below)]
    remarks = [
        (f"{value:,.10g}", _remark(status, note))
        for value, status, note in parts
        if status in ("preliminary", "estimated")
    ]
    if not remarks:
        return quotient
    chinese = "；".join(f"{value}＝{said[0]}" for value, said in remarks)
    english = "; ".join(f"{value} = {said[1]}" for value, said in remarks)
    return f"{quotient}，{chinese} / {quotient}, {english}"


def _remark(status: str, note: str) -> tuple[str, str]:
    """What an uncertain figure rests on, in both languages; its nature if none says."""
    chinese, _, english = (note or both(f"status.{status}")).partition(" / ")
    return chinese, english or chinese
