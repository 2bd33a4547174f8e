"""Whether the household-band targets fit the income target, and what they imply."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from fenghua_analysis.metrics import bands
from fenghua_analysis.registry import Registry

BANDS: Mapping[str, tuple[float, float]] = {
    "household_band_10_50": (100_000, 500_000),
    "household_band_20_60": (200_000, 600_000),
}
"""Indicator → bounds of yearly household income, yuan."""

GINIS = (0.32, 0.36, 0.40)
"""Assumed Ginis of household incomes; none is published (docs/assumptions.md)."""

BETWEEN = (2.4, 2.6, 2.8)
"""Persons a household that are shown between the census's number and the plan's."""


@dataclass(frozen=True)
class BandPromise:
    """What a region's newest plan with both bands promises.

    Attributes
    ----------
    per_head : yuan a head in the same year; NaN where none is promised
    shares : indicator of a band → share as a fraction; empty without a promise
    planned_size : persons a household by which the plan counts; NaN where it does not
        say
    """

    per_head: float
    shares: Mapping[str, float]
    planned_size: float


def promised(targets: pd.DataFrame, registry: Registry, region: str) -> BandPromise:
    """The newest promise of a region that sets both bands for one year."""
    own = targets[targets.region == region].sort_values("year", ascending=False)
    for (_, plan), beside in own.groupby(["year", "plan"], sort=False):
        values = dict(zip(beside.indicator, beside.target, strict=True))
        if set(BANDS) <= set(values):
            return BandPromise(
                per_head=values.get("income_all", float("nan")),
                shares={name: values[name] / 100 for name in BANDS},
                planned_size=registry.plans[plan].household_size or float("nan"),
            )
    return BandPromise(float("nan"), {}, float("nan"))


def census_size(observations: pd.DataFrame, region: str) -> float:
    """Persons a household at the newest census or count of a region; NaN for none."""
    known = observations[observations.indicator == "household_size"]
    own = known[known.region == region].sort_values("period")
    return float(own.value.iloc[-1]) if len(own) else float("nan")


_SHARES = ["indicator", "size", "low_share", "high_share"]


def band_shares(promise: BandPromise, *, census: float) -> pd.DataFrame:
    """Shares of households in each band that the promised income a head implies.

    Parameters
    ----------
    census : persons a household as counted; NaN where unknown

    Returns
    -------
    indicator, size, low_share, high_share – the range over `GINIS` and both families of
    distribution, as fractions, by size; no row without an income, without both bands,
    or without any known size.
    """
    known = {size for size in (census, promise.planned_size) if not np.isnan(size)}
    rows: list[tuple[str, float, float, float]] = []
    if not known or not promise.shares or np.isnan(promise.per_head):
        return pd.DataFrame(rows, columns=_SHARES)
    for indicator, (low, high) in BANDS.items():
        for size in sorted({*known, *BETWEEN}):
            found = bands.share_over_assumptions(
                low, high, per_head=promise.per_head, sizes=[size], ginis=GINIS
            )
            rows.append((indicator, size, found.lowest, found.highest))
    return pd.DataFrame(rows, columns=_SHARES)


def implied_distributions(promise: BandPromise, *, census: float) -> pd.DataFrame:
    """Mean and Gini of the distributions in which both bands have their target shares.

    Returns
    -------
    family, mean_income (yuan a household), gini, and the mean a head at the census's
    size (`small`) and at the plan's (`large`); no row without both shares.
    """
    rows = []
    for family in bands.FAMILIES if promise.shares else ():
        found = bands.implied_distribution(
            tuple(BANDS.values()),  # type: ignore[arg-type]
            tuple(promise.shares[name] for name in BANDS),  # type: ignore[arg-type]
            family=family,
        )
        rows.append({"family": family, "mean_income": found.mean, "gini": found.gini})
    table = pd.DataFrame(rows, columns=["family", "mean_income", "gini"])
    return table.assign(
        small=table.mean_income / census, large=table.mean_income / promise.planned_size
    )


def curve(per_head: float, *, size: float, gini: float, family: str) -> pd.DataFrame:
    """Density of household incomes, for a figure.

    Returns
    -------
    income (yuan), density (share of households per 10,000 yuan); no row without an
    income or a size.
    """
    if pd.isna(per_head) or pd.isna(size):
        return pd.DataFrame(columns=["income", "density"])
    edges = np.arange(0, 80.5, 0.5) * 10_000
    mean = bands.household_income(per_head, size=size)
    shares = bands.share_in_band(
        edges[:-1], edges[1:], mean=mean, gini=gini, family=family
    )
    middles = (edges[:-1] + edges[1:]) / 2
    return pd.DataFrame({"income": middles, "density": shares * 2})
