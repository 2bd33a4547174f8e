"""Figures that can be, but look like a slip: 4.39 yuan where 4.39万元 was meant.

Nothing is refused here: the owner of the figures is asked.
"""

from collections.abc import Iterator

import pandas as pd

from fenghua_analysis.errors import Problem
from fenghua_analysis.presentation import with_unit
from fenghua_analysis.registry import Registry
from fenghua_analysis.supply.proposal import SAME, Proposal, standing
from fenghua_analysis.table import ILLUSTRATIVE, OBSERVATIONS
from fenghua_analysis.units import QUANTITIES

FAR = 10
"""A figure this many times beyond all that is known of its indicator is asked about."""
COMPANY = 3
"""Figures of a count that vouch for each other: towns are smaller than counties."""


def doubts(proposal: Proposal, registry: Registry) -> list[Problem]:
    """The figures that lie far from everything known of their indicator.

    Known are the figures of any region and year that stand, and what plans promise.
    Money is never vouched for by the figures beside it: one wrong unit is wrong for the
    whole column.
    """
    known = pd.concat([_standing(registry), _promised(registry)])
    limits = known.groupby("indicator").value.agg(["min", "max"])
    return [
        problem
        for table in (OBSERVATIONS, ILLUSTRATIVE)
        if table in proposal.rows
        for problem in _far(proposal.rows[table], limits)
    ]


def _far(rows: pd.DataFrame, limits: pd.DataFrame) -> Iterator[Problem]:
    for row in rows[
        (rows.fate != SAME) & rows.indicator.isin(limits.index)
    ].itertuples():
        low, high = limits.loc[row.indicator]
        if low / FAR <= row.value <= high * FAR:
            continue
        company = rows[rows.indicator == row.indicator].value
        near = company.between(row.value / FAR, row.value * FAR).sum() >= COMPANY
        if near and row.unit not in QUANTITIES["money"]:
            continue
        known = {"low": with_unit(low, row.unit), "high": with_unit(high, row.unit)}
        place = (f"{row.file} · {row.place}", None, "")
        yield Problem("far_from_known", *place, with_unit(row.value, row.unit), known)


def _standing(registry: Registry) -> pd.DataFrame:
    rows = standing(OBSERVATIONS, registry.data_dir)
    return rows[rows.value > 0][["indicator", "value"]]


def _promised(registry: Registry) -> pd.DataFrame:
    targets = registry.targets[registry.targets.target > 0]
    return targets[["indicator", "target"]].rename(columns={"target": "value"})
