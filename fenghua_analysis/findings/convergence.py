"""Whether regions of one level grow closer, and what lies between town and country.

Formulas: docs/methods.md#convergence, docs/methods.md#inequality.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from fenghua_analysis.metrics.convergence import (
    BetaConvergence,
    RankMobility,
    SigmaConvergence,
    beta_convergence,
    rank_mobility,
    sigma_convergence,
)
from fenghua_analysis.metrics.convergence.beta import FEWEST_UNITS
from fenghua_analysis.metrics.inequality import theil_t_by_group
from fenghua_analysis.registry import Registry
from fenghua_analysis.yearly import yearly_figures


@dataclass(frozen=True)
class Convergence:
    """Whether the regions of one parent grow closer on one indicator.

    Attributes
    ----------
    indicator, level : what, and of which regions
    regions, units : codes of the regions compared, and how many there are today
    first_year, last_year : of the stretch; 0 where there is none
    sigma, beta, ranks : None with a `reason`
    reason : "" or too_few_regions · too_few_years
    """

    indicator: str
    level: str
    regions: tuple[str, ...]
    units: int
    first_year: int
    last_year: int
    sigma: SigmaConvergence | None
    beta: BetaConvergence | None
    ranks: RankMobility | None
    reason: str

    @property
    def spreads(self) -> pd.DataFrame:
        """year, dispersion (standard deviation of logarithms) and units."""
        if self.sigma is None:
            return pd.DataFrame(columns=["year", "dispersion", "units"])
        return pd.DataFrame(
            {
                "year": self.sigma.years.astype(int),
                "dispersion": self.sigma.dispersion,
                "units": self.sigma.units,
            }
        )


def convergence(
    observations: pd.DataFrame, registry: Registry, *, indicator: str, parent: str
) -> Convergence:
    """Whether the regions below `parent` grow closer, in the years that all have.

    Returns
    -------
    Convergence. Only regions with a figure in the newest year that anyone has count,
    and only years in which every one of them has one: a region that comes or goes would
    look like convergence. Fewer than four regions, or fewer than two such years: the
    reason.
    """
    regions = registry.regions
    below = regions[(regions.parent == parent) & (regions.valid_to == "")]
    level = str(below.level.iloc[0]) if len(below) else ""
    yearly = yearly_figures(observations, registry.breaks)
    here = (yearly.indicator == indicator) & yearly.region.isin(below.code)
    table = yearly[here].pivot(index="region", columns="year", values="value")
    full = _widest(table)
    reason = ""
    if len(full) < FEWEST_UNITS:
        reason = "too_few_regions"
    elif full.shape[1] < 2:
        reason = "too_few_years"
    if reason:
        return Convergence(
            *(indicator, level, tuple(table.index), len(below), 0, 0),
            *(None, None, None, reason),
        )
    years = full.columns.to_numpy(float)
    values = full.to_numpy(float)
    first, last = values[:, 0], values[:, -1]
    return Convergence(
        indicator=indicator,
        level=level,
        regions=tuple(full.index),
        units=len(below),
        first_year=int(years[0]),
        last_year=int(years[-1]),
        sigma=sigma_convergence(years, values),
        beta=beta_convergence(first, last, years=years[-1] - years[0]),
        ranks=rank_mobility(first, last),
        reason="",
    )


def _widest(table: pd.DataFrame) -> pd.DataFrame:
    """The regions known in as many years as the best known one, in those years."""
    if table.empty:
        return table
    known = table.notna().sum()
    full = table[known[known == known.max()].index]
    return full.dropna()


def town_and_country(observations: pd.DataFrame, registry: Registry) -> pd.DataFrame:
    """What the gap between town and country alone adds to inequality, in Theil's T.

    Only where urban income, rural income and the urban share of residents of one year
    stand: two groups, each taken as if all in it earned its mean. Inequality is no
    less than that; what lies within either is not known.

    Returns
    -------
    region, year, urban_share (fraction), urban, rural (yuan a head), theil_t (nats),
    urban_income_share (fraction) – by region and year.
    """
    yearly = yearly_figures(observations, registry.breaks)
    names = ["income_urban", "income_rural", "urbanisation"]
    wide = yearly[yearly.indicator.isin(names)].pivot(
        index=["region", "year"], columns="indicator", values="value"
    )
    rows = wide.reindex(columns=names).dropna().reset_index()
    found = [
        _of_two(row.income_urban, row.income_rural, share=row.urbanisation / 100)
        for row in rows.itertuples()
    ]
    return pd.DataFrame(
        {
            "region": rows.region,
            "year": rows.year,
            "urban_share": rows.urbanisation / 100,
            "urban": rows.income_urban,
            "rural": rows.income_rural,
            "theil_t": [theil for theil, _ in found],
            "urban_income_share": [share for _, share in found],
        }
    )


def _of_two(urban: float, rural: float, *, share: float) -> tuple[float, float]:
    """Theil's T between town and country, and the towns' share of income."""
    split = theil_t_by_group(
        np.array([urban, rural]),
        groups=["urban", "rural"],
        weights=np.array([share, 1 - share]),
    )
    return split.between, split.groups["urban"].income_share
