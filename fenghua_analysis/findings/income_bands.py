"""Whether the household-band targets fit the income target, and what they imply."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from fenghua_analysis.metrics import bands

BANDS: Mapping[str, tuple[float, float]] = {
    "household_band_10_50": (100_000, 500_000),
    "household_band_20_60": (200_000, 600_000),
}
"""Indicator → bounds of yearly household income, yuan."""

GINIS = (0.32, 0.36, 0.40)
"""Assumed Ginis of household incomes; none is published (docs/assumptions.md)."""

CENSUS_SIZE = 2.22
"""Persons a household in Fenghua at the census of 2020."""

PLANNED_SIZE = 3.0
"""Persons a household by which the work plan of 2022 counts (按三口之家计算)."""

SIZES = (CENSUS_SIZE, 2.4, 2.6, 2.8, PLANNED_SIZE)


def promised(targets: pd.DataFrame, region: str) -> tuple[float, dict[str, float]]:
    """Income a head and band shares that a region's plans promise.

    Returns
    -------
    Yuan a head (NaN where none is promised), and indicator → share as a fraction; the
    shares are empty unless both bands are promised.
    """
    own = targets[targets.region == region].set_index("indicator").target
    shares = {name: own[name] / 100 for name in BANDS if name in own}
    complete = shares if len(shares) == len(BANDS) else {}
    return own.get("income_all", float("nan")), complete


_SHARES = ["indicator", "size", "low_share", "high_share"]


def band_shares(per_head: float) -> pd.DataFrame:
    """Shares of households in each band that an income a head implies.

    Returns
    -------
    indicator, size, low_share, high_share – the range over `GINIS` and both families of
    distribution, as fractions; no row without an income.
    """
    rows: list[tuple[str, float, float, float]] = []
    if pd.isna(per_head):
        return pd.DataFrame(rows, columns=_SHARES)
    for indicator, (low, high) in BANDS.items():
        for size in SIZES:
            found = bands.share_over_assumptions(
                low, high, per_head=per_head, sizes=[size], ginis=GINIS
            )
            rows.append((indicator, size, found.lowest, found.highest))
    return pd.DataFrame(rows, columns=_SHARES)


def implied_distributions(shares: Mapping[str, float]) -> pd.DataFrame:
    """Mean and Gini of the distributions in which both bands have their target shares.

    Parameters
    ----------
    shares : indicator of a band → its target share, fraction

    Returns
    -------
    family, mean_income (yuan a household), gini, and the mean a head at the census's
    size (`small`) and at the plan's (`large`); no row without both shares.
    """
    rows = []
    for family in bands.FAMILIES if shares else ():
        found = bands.implied_distribution(
            tuple(BANDS.values()),  # type: ignore[arg-type]
            tuple(shares[name] for name in BANDS),  # type: ignore[arg-type]
            family=family,
        )
        rows.append({"family": family, "mean_income": found.mean, "gini": found.gini})
    table = pd.DataFrame(rows, columns=["family", "mean_income", "gini"])
    return table.assign(
        small=table.mean_income / CENSUS_SIZE, large=table.mean_income / PLANNED_SIZE
    )


def curve(per_head: float, *, size: float, gini: float, family: str) -> pd.DataFrame:
    """Density of household incomes, for a figure.

    Returns
    -------
    income (yuan), density (share of households per 10,000 yuan); no row without an
    income.
    """
    if pd.isna(per_head):
        return pd.DataFrame(columns=["income", "density"])
    edges = np.arange(0, 80.5, 0.5) * 10_000
    mean = bands.household_income(per_head, size=size)
    shares = bands.share_in_band(
        edges[:-1], edges[1:], mean=mean, gini=gini, family=family
    )
    middles = (edges[:-1] + edges[1:]) / 2
    return pd.DataFrame({"income": middles, "density": shares * 2})
