"""How far the lowest township is from its share of the mean; how unequal all are."""

from dataclasses import dataclass

import pandas as pd

from fenghua_analysis.derive import INCOME
from fenghua_analysis.metrics import inequality
from fenghua_analysis.registry import Registry

RATIO = "lowest_township_ratio"


@dataclass(frozen=True)
class TownshipYear:
    """The newest year in which every township of a district has an income.

    Attributes
    ----------
    period : the year; "" when there is none
    mean : official district mean of that year; NaN when it is not published
    rows : region, value, ratio (to the mean), status – lowest first, empty when there
        is none
    """

    period: str
    mean: float
    rows: pd.DataFrame

    @property
    def known(self) -> bool:
        """Whether township incomes stand."""
        return bool(len(self.rows))

    @property
    def comparable(self) -> pd.DataFrame:
        """The rows that have a ratio to the official mean."""
        return self.rows.dropna(subset=["ratio"])


@dataclass(frozen=True)
class Promise:
    """The ratio that the lowest township is to reach, and the mean planned with it.

    NaN where no plan sets one.
    """

    ratio: float
    mean: float


def townships(registry: Registry, region: str) -> pd.DataFrame:
    """The townships of a district, by code."""
    regions = registry.regions
    inside = (regions.parent == region) & (regions.level == "township")
    return regions[inside].sort_values("code", ignore_index=True)


def newest_incomes(
    observations: pd.DataFrame, registry: Registry, region: str
) -> TownshipYear:
    """Township incomes of the newest year that is complete."""
    codes = townships(registry, region).code
    incomes = observations[observations.indicator == INCOME]
    local = incomes[incomes.region.isin(codes)]
    sizes = local.groupby("period").region.nunique()
    period = max(sizes[sizes == len(codes)].index, default="")
    district = incomes[(incomes.region == region) & (incomes.period == period)]
    mean = float(district.value.iloc[0]) if len(district) else float("nan")
    rows = local[local.period == period].sort_values("value", ignore_index=True)
    rows = rows.assign(ratio=rows.value / mean)
    columns = ["indicator", "region", "value", "ratio", "status"]
    return TownshipYear(period, mean, rows[columns])


def promise(targets: pd.DataFrame, region: str) -> Promise:
    """What the plans of a region promise for its lowest township."""
    own = targets[targets.region == region].set_index("indicator").target
    ratio, mean = (own.get(name, float("nan")) for name in (RATIO, INCOME))
    return Promise(ratio, mean)


def on_map(found: TownshipYear, registry: Registry, region: str) -> pd.DataFrame:
    """Every township of the region: region, value, ratio – NaN where unknown."""
    rows = townships(registry, region).rename(columns={"code": "region"})
    return rows[["region"]].merge(found.rows, on="region", how="left")


def dispersion(found: TownshipYear) -> pd.DataFrame:
    """Inequality between townships, each counted once: people of each are not known.

    Returns
    -------
    measure (gini, theil_t, theil_l, williamson), ratio (its value);
    docs/methods.md#inequality.
    """
    values = found.rows.value.to_numpy()
    if not found.known:
        return pd.DataFrame(columns=["measure", "ratio"])
    measures = {
        "gini": inequality.gini(values),
        "theil_t": inequality.theil_t(values),
        "theil_l": inequality.theil_l(values),
        "williamson": inequality.williamson(values),
    }
    return pd.DataFrame({"measure": measures.keys(), "ratio": measures.values()})


def county_relatives(observations: pd.DataFrame, lineage: list[str]) -> pd.DataFrame:
    """The nearest published relatives: lowest county to city mean, highest to lowest.

    Parameters
    ----------
    lineage : codes of the region and those above it; the city is among them

    Returns
    -------
    region, year, lowest_county_ratio, county_max_min_ratio – by year.
    """
    names = ["lowest_county_ratio", "county_max_min_ratio"]
    rows = observations[
        observations.region.isin(lineage) & observations.indicator.isin(names)
    ]
    wide = rows.pivot(index=["region", "period"], columns="indicator", values="value")
    wide = wide.reindex(columns=names).rename_axis(columns=None)
    return wide.reset_index(names=["region", "year"])
