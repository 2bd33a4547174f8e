"""How far the lowest township is from its share of the mean; how unequal all are."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from fenghua_analysis.derive import INCOME, weaker
from fenghua_analysis.metrics import inequality
from fenghua_analysis.reasons import judged
from fenghua_analysis.registry import Registry

RATIO = "lowest_township_ratio"


@dataclass(frozen=True)
class TownshipYear:
    """Township incomes of one year: of the newest complete one, else of the newest.

    Attributes
    ----------
    period : the year; "" when no township has an income
    mean, mean_status : district mean of that year, and how it is known; NaN and ""
        when it is not at hand
    rows : indicator, region, value, status, ratio (to the mean), ratio_status (the
        weakest of both), population (NaN where unknown) – lowest first
    missing : codes of the townships of that year that have none
    """

    period: str
    mean: float
    mean_status: str
    rows: pd.DataFrame
    missing: tuple[str, ...]

    @property
    def known(self) -> bool:
        """Whether every township has an income: only then one of them is the lowest."""
        return bool(len(self.rows)) and not self.missing

    @property
    def comparable(self) -> pd.DataFrame:
        """The rows that have a ratio to the official mean."""
        return self.rows.dropna(subset=["ratio"])


@dataclass(frozen=True)
class Promise:
    """The ratio that the lowest township is to reach, and the mean planned with it.

    Attributes
    ----------
    ratio, mean : NaN where no plan of the region sets one
    verdict, judged_period : what the assessment says of it, in words, and the period of
        the figure that it judged; "" where there is none
    """

    ratio: float
    mean: float
    verdict: str
    judged_period: str


def newest_incomes(
    observations: pd.DataFrame, registry: Registry, region: str, *, period: str = ""
) -> TownshipYear:
    """Township incomes of a period, or of the newest one that is complete.

    Parameters
    ----------
    period : that of the figure judged, so that sentence and verdict speak of one year
    """
    incomes = observations[observations.indicator == INCOME]
    local = _of_townships(incomes, registry, region)
    period = period or _newest(local)
    district = incomes[(incomes.region == region) & (incomes.period == period)]
    mean, known = float("nan"), ""
    if len(district):
        mean, known = float(district.value.iloc[0]), str(district.status.iloc[0])
    rows = local[local.period == period].sort_values("value", ignore_index=True)
    weakest = [weaker(status, known or status) for status in rows.status]
    people = _population(observations, period)
    rows = rows.assign(
        ratio=rows.value / mean,
        ratio_status=weakest,
        population=rows.region.map(people).astype(float),
    )
    expected = registry.townships(region, year=period[:4])
    missing = tuple(code for code in expected if code not in set(rows.region))
    return TownshipYear(period, mean, known, rows[_ROWS], missing)


_ROWS = [
    *("indicator", "region", "value", "status", "ratio", "ratio_status", "population")
]


def _of_townships(
    incomes: pd.DataFrame, registry: Registry, region: str
) -> pd.DataFrame:
    """Incomes of whole years of the district's townships of those years."""
    annual = incomes[incomes.period.str.fullmatch(r"\d{4}")]
    years = {p: registry.townships(region, year=p) for p in annual.period.unique()}
    belongs = [row.region in years[row.period] for row in annual.itertuples()]
    counts = {period: len(codes) for period, codes in years.items()}
    local = annual[np.array(belongs, dtype=bool)]
    size = local.groupby("period").region.transform("nunique")
    return local.assign(complete=size == local.period.map(counts))


def _newest(local: pd.DataFrame) -> str:
    """The newest complete period, else the newest; "" without any."""
    complete = local[local.complete].period
    return str(max(complete if len(complete) else local.period, default=""))


def _population(observations: pd.DataFrame, period: str) -> pd.Series:
    """Residents at a year's end, by region."""
    people = observations[observations.indicator == "population"]
    return people[people.period == f"{period}-12"].set_index("region").value


def promise(own: pd.DataFrame) -> Promise:
    """The newest promise for the lowest township, and the mean of its plan and year.

    Parameters
    ----------
    own : the assessed targets of the region itself, with their reasons
    """
    for row in own[own.indicator == RATIO].sort_values("year").tail(1).itertuples():
        beside = own[(own.plan == row.plan) & (own.year == row.year)]
        mean = beside[beside.indicator == INCOME].target
        return Promise(
            ratio=row.target,
            mean=float(mean.iloc[0]) if len(mean) else float("nan"),
            verdict=judged(row) if pd.notna(row.latest) else "",
            judged_period=row.latest_period,
        )
    return Promise(float("nan"), float("nan"), "", "")


def on_map(found: TownshipYear, registry: Registry, region: str) -> pd.DataFrame:
    """Every township of the region: region, value, ratio – NaN where unknown."""
    codes = registry.townships(region, year=found.period[:4])
    rows = pd.DataFrame({"region": codes}, dtype=str)
    return rows.merge(found.rows, on="region", how="left")


def dispersion(found: TownshipYear) -> pd.DataFrame:
    """Inequality between townships, weighted by their people where all are known.

    Returns
    -------
    measure (gini, theil_t, theil_l, williamson), ratio (its value); no row unless every
    township has an income. docs/methods.md#inequality.
    """
    if not found.known:
        return pd.DataFrame(columns=["measure", "ratio"])
    values = found.rows.value.to_numpy()
    people = {"weights": found.rows.population.to_numpy()} if weighted(found) else {}
    measures = {
        "gini": inequality.gini(values, **people),
        "theil_t": inequality.theil_t(values, **people),
        "theil_l": inequality.theil_l(values, **people),
        "williamson": inequality.williamson(values, **people),
    }
    return pd.DataFrame({"measure": measures.keys(), "ratio": measures.values()})


def weighted(found: TownshipYear) -> bool:
    """Whether every township's people are known."""
    return bool(found.rows.population.notna().all())


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
