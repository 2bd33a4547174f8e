"""Observations meet the registry: one row a target, with verdict and ingredients.

The only place where the two meet. A target whose figure nobody publishes is a row that
says so. Everything is computed on whole columns, for seventy targets as for a nation's.
"""

from typing import Any

import numpy as np
import pandas as pd

from fenghua_analysis.metrics import gap, pace
from fenghua_analysis.metrics.verdicts import Headline, headline
from fenghua_analysis.parameters import ALL, Request
from fenghua_analysis.periods import Period
from fenghua_analysis.registry import Registry

VERDICTS = (
    *("met", "on_track", "off_track", "not_yet", "missed", "reversing"),
    *("no_data", "not_published"),
)
"""Headline verdicts, in the order in which tables and figures show them."""


def targets_of(registry: Registry, request: Request) -> pd.DataFrame:
    """The targets that a request asks about: its region's and those above that bind it.

    Returns
    -------
    Rows of the registry's targets, the region's own plans first, in document order,
    with `direction`, `scale` and the indicator's `own_unit` beside them.
    """
    lineage = registry.lineage(request.region)
    targets = registry.targets
    chosen = targets.region.isin(lineage)
    if request.plan != ALL:
        chosen &= targets.plan == request.plan
    if request.year:
        chosen &= targets.year == str(request.year)
    found = targets[chosen]
    order = found.region.map(lineage.index)
    found = found.assign(order=order).sort_values(
        ["order", "year", "plan", "offset"], kind="stable"
    )
    indicators = [registry.indicators[name] for name in found.indicator]
    return (
        found.drop(columns="order")
        .assign(
            direction=[indicator.direction for indicator in indicators],
            scale=[indicator.scale for indicator in indicators],
            own_unit=[indicator.unit for indicator in indicators],
            area=[
                area or i.area for area, i in zip(found.area, indicators, strict=True)
            ],
        )
        .reset_index(drop=True)
    )


def assess(
    observations: pd.DataFrame, registry: Registry, *, request: Request
) -> pd.DataFrame:
    """Judge every target of a request by what has been published up to its day.

    Parameters
    ----------
    observations : table of observations, derived figures included
    request : resolved; names region, plan, year and day

    Returns
    -------
    One row a target, in the order of `targets_of`, with what was promised and

    latest, latest_period, latest_status, low, high : the figure judged
    base, base_year, points : where the way starts; figures known
    gap, relative_gap, level_ratio, attainment : distances (docs/methods.md#gap)
    elapsed, lead, required_rate, required_step, observed_rate, observed_step, pace
    verdict, rule, final, short_series : the headline (docs/methods.md#headline)
    growth_ratio, un_progress, hypothetical_value : the published rules' own words

    Rates are fractions a year, steps the indicator's unit a year; NaN where a number
    has no meaning, such as a pace when nothing remains to do.
    """
    targets = targets_of(registry, request)
    known = _until(observations, request.as_of)
    yearly = _yearly(known[known.annual], registry.breaks)
    found = _judge(targets, yearly, known[~known.annual], registry)
    rows = targets.assign(**_verdict_columns(found))
    rows = _with_figures(rows, yearly)
    rows = rows.assign(**_distances(rows))
    return rows.assign(**_paces(rows))


def _until(observations: pd.DataFrame, as_of: str) -> pd.DataFrame:
    """Figures of periods that are over on the day, with their year."""
    periods = {code: Period.parse(code) for code in observations.period.unique()}
    known = observations[
        observations.period.isin(
            [code for code, period in periods.items() if str(period.end) <= as_of]
        )
    ]
    over = [periods[code] for code in known.period]
    return known.assign(
        year=np.array([period.year for period in over], dtype=int),
        annual=np.array([period.is_annual for period in over], dtype=bool),
        share=np.array([period.share_of_year for period in over], dtype=float),
    )


def _yearly(annual: pd.DataFrame, breaks: pd.DataFrame) -> pd.DataFrame:
    """Yearly figures without those from before the last break of their series."""
    since = breaks.astype({"year": int})
    everywhere = since[since.region == "*"].groupby("indicator").year.max()
    here = since.groupby(["indicator", "region"]).year.max()
    first = annual.indicator.map(everywhere).fillna(0).to_numpy()
    keys = pd.MultiIndex.from_frame(annual[["indicator", "region"]])
    first = np.maximum(first, here.reindex(keys).fillna(0).to_numpy())
    return annual[annual.year.to_numpy() >= first]


def _judge(
    targets: pd.DataFrame,
    yearly: pd.DataFrame,
    partial: pd.DataFrame,
    registry: Registry,
) -> Headline:
    """The headline rule over all targets at once: a row a target, a column a year."""
    base_year = np.array([registry.plans[plan].start - 1.0 for plan in targets.plan])
    series = _series(targets, yearly, years=base_year)
    done, share = _part_of_year(targets, partial)
    return headline(
        series.columns.to_numpy(float),
        series.to_numpy(float),
        kind=targets.kind.to_numpy(str),
        direction=targets.direction.to_numpy(str),
        comparator=targets.comparator.replace("", "eq").to_numpy(str),
        target=targets.target.to_numpy(float),
        target_high=targets.target_high.to_numpy(float),
        target_year=targets.year.to_numpy(float),
        base_value=_at_year(series, base_year),
        base_year=base_year,
        done=done,
        share_of_year=share,
    )


def _series(
    targets: pd.DataFrame, yearly: pd.DataFrame, *, years: np.ndarray
) -> pd.DataFrame:
    """The yearly figures of each target, over every year known and those of `years`."""
    keys = pd.MultiIndex.from_frame(targets[["indicator", "region"]])
    known = yearly.pivot(index=["indicator", "region"], columns="year", values="value")
    columns = sorted({*known.columns, *years.astype(int)})
    return known.reindex(index=keys, columns=columns)


def _at_year(series: pd.DataFrame, year: np.ndarray) -> np.ndarray:
    """The value of each row in a year of its own, one of the columns."""
    column = series.columns.get_indexer(year)
    return series.to_numpy(float)[np.arange(len(series)), column]


def _part_of_year(
    targets: pd.DataFrame, partial: pd.DataFrame
) -> tuple[np.ndarray, np.ndarray]:
    """The latest cumulative figure inside the target year, and the share it covers."""
    latest = partial.sort_values("share").drop_duplicates(
        ["indicator", "region", "year"], keep="last"
    )
    keyed = latest.set_index(["indicator", "region", "year"])
    wanted = pd.MultiIndex.from_arrays(
        [targets.indicator, targets.region, targets.year.astype(int)]
    )
    found = keyed.reindex(wanted)
    return found.value.to_numpy(float), found.share.to_numpy(float)


def _verdict_columns(found: Headline) -> dict[str, Any]:
    """The headline's fields; what is missed before the last day is not yet met."""
    open_miss = (found.status == "missed") & ~found.final
    return {
        "latest": found.value,
        "latest_year": found.year,
        "base": found.base_value,
        "base_year": found.base_year,
        "points": found.points,
        "attainment": found.attainment,
        "elapsed": found.elapsed,
        "verdict": np.where(open_miss, "not_yet", found.status),
        "rule": found.rule,
        "final": found.final,
        "short_series": found.short_series,
        "growth_ratio": found.growth_ratio.status,
        "un_progress": found.un_progress.status,
        "hypothetical_value": found.hypothetical_value.status,
    }


def _with_figures(rows: pd.DataFrame, yearly: pd.DataFrame) -> pd.DataFrame:
    """Period, status, interval and source of the figure that was judged."""
    keyed = yearly.set_index(["indicator", "region", "year"])
    wanted = pd.MultiIndex.from_arrays(
        [rows.indicator, rows.region, rows.latest_year.fillna(0).astype(int)]
    )
    figures = keyed.reindex(wanted)[["period", "status", "low", "high", "source"]]
    figures.columns = ["latest_period", "latest_status", "low", "high", "latest_source"]
    figures.index = rows.index
    texts = ["latest_period", "latest_status", "latest_source"]
    return rows.join(figures.fillna(dict.fromkeys(texts, "")))


def _distances(rows: pd.DataFrame) -> dict[str, Any]:
    """Gap, its share of the target, the level ratio and the lead over time."""
    latest, target = rows.latest.to_numpy(), rows.target.to_numpy()
    direction = rows.direction.to_numpy(str)
    nonzero = np.where(target == 0, np.nan, target)
    levels = np.where((latest > 0) & (target > 0), latest, np.nan)
    return {
        "gap": gap.gap(latest, target, direction=direction),
        "relative_gap": gap.relative_gap(latest, nonzero, direction=direction),
        "level_ratio": gap.level_ratio(levels, nonzero, direction=direction),
        "lead": pace.lead(rows.attainment.to_numpy(), rows.elapsed.to_numpy()),
    }


def _paces(rows: pd.DataFrame) -> dict[str, Any]:
    """Required and observed pace: a rate for levels, a step for shares and indices.

    Nothing is required of a target that is met, that is to hold, or whose year is over.
    """
    latest, target, base = (rows[n].to_numpy() for n in ("latest", "target", "base"))
    grows = (rows.scale == "level").to_numpy() & (latest > 0) & (target > 0)
    to_go = rows.year.to_numpy(float) - rows.latest_year.to_numpy()
    aimed = rows.kind.isin(["level", "interval"]).to_numpy() & (rows.gap > 0).to_numpy()
    aimed &= to_go > 0
    gone = (rows.latest_year - rows.base_year).to_numpy()
    paces = {
        "required_rate": pace.required_annual_rate(
            *_both(aimed & grows, latest, target), years=_only(aimed, to_go)
        ),
        "required_step": pace.required_annual_step(
            *_both(aimed & ~grows, latest, target), years=_only(aimed, to_go)
        ),
        "observed_rate": pace.observed_annual_rate(
            *_both(grows & (base > 0), base, latest), years=gone
        ),
        "observed_step": pace.observed_annual_step(
            *_both(~grows, base, latest), years=gone
        ),
    }
    observed = np.where(grows, paces["observed_rate"], paces["observed_step"])
    required = np.where(grows, paces["required_rate"], paces["required_step"])
    return paces | {"pace": pace.pace(observed, required)}


def _only(where: np.ndarray, values: np.ndarray) -> np.ndarray:
    """The values where they have a meaning, NaN elsewhere."""
    return np.where(where, values, np.nan)


def _both(where: np.ndarray, *values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    first, second = values
    return _only(where, first), _only(where, second)
