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
from fenghua_analysis.registry import Registry
from fenghua_analysis.scope import known
from fenghua_analysis.yearly import dated, series_of, since_breaks

VERDICTS = (
    *("met", "on_track", "off_track", "not_yet", "missed", "reversing"),
    *("no_data", "not_published"),
)
"""Headline verdicts, in the order in which tables and figures show them."""

UNDECIDED = ("on_track", "off_track", "not_yet", "reversing")
"""Verdicts that last until the target's year is over; then only its figure counts."""


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

    tested_target : the number tested; of an interval its weaker end
    latest, latest_period, latest_status, low, high, latest_source, latest_note : the
        figure judged
    base, base_year, points : where the way starts; figures known
    gap, relative_gap, level_ratio, attainment : distances (docs/methods.md#gap)
    elapsed, lead, required_rate, required_step, observed_rate, observed_step, pace
    verdict, rule, final, short_series : the headline (docs/methods.md#headline)
    overdue, so_far : whether the target's year is over without its figure, so that
        there is no verdict; and what the latest figure before said
    projected_share, miss_share : what the rule holds against its threshold – the share
        of the way covered in the target year, or of the remaining way missed by then
    growth_ratio, un_progress, hypothetical_value : the published rules' own words

    Rates are fractions a year, steps the indicator's unit a year; NaN where a number
    has no meaning, such as a pace when nothing remains to do.
    """
    targets = targets_of(registry, request)
    seen = dated(known(observations, registry, as_of=request.as_of))
    yearly = since_breaks(seen[seen.annual], registry.breaks)
    found = _judge(targets, yearly, seen[seen.cumulative], registry)
    rows = targets.assign(**_verdict_columns(found))
    rows = _with_figures(rows, yearly)
    rows = rows.assign(**_distances(rows))
    rows = rows.assign(**_overdue(rows, as_of=request.as_of))
    return rows.assign(**_paces(rows))


def _judge(
    targets: pd.DataFrame,
    yearly: pd.DataFrame,
    partial: pd.DataFrame,
    registry: Registry,
) -> Headline:
    """The headline rule over all targets at once: a row a target, a column a year."""
    start = np.array([registry.plans[plan].start for plan in targets.plan], dtype=float)
    series = series_of(targets, yearly)
    base_value, base_year = _before(series, start)
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
        base_value=base_value,
        base_year=base_year,
        done=done,
        share_of_year=share,
    )


def _before(series: pd.DataFrame, start: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The last figure of each row from before its plan, and its year; NaN for none."""
    years, values = series.columns.to_numpy(float), series.to_numpy(float)
    usable = ~np.isnan(values) & (years < start[:, None])
    year = np.where(usable, years, -np.inf).max(axis=1, initial=-np.inf)
    at = usable & (years == year[:, None])
    value = np.where(at, values, 0.0).sum(axis=1)
    stands = at.any(axis=1)
    return np.where(stands, value, np.nan), np.where(stands, year, np.nan)


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
    """The headline's fields; what is missed before its year's figure is not yet met."""
    open_miss = (found.status == "missed") & ~found.final
    return {
        "tested_target": found.target,
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
        "projected_share": _projected(found),
        "miss_share": found.hypothetical_value.miss_share,
        "growth_ratio": found.growth_ratio.status,
        "un_progress": found.un_progress.status,
        "hypothetical_value": found.hypothetical_value.status,
    }


def _projected(found: Headline) -> np.ndarray:
    """Share of the way covered in the target year, by the rule that decided."""
    gone = np.where(found.elapsed > 0, found.elapsed, np.nan)
    straight = np.where(found.rule == "annual_step", found.attainment / gone, np.nan)
    return np.where(found.rule == "un_progress", found.un_progress.share, straight)


def _overdue(rows: pd.DataFrame, *, as_of: str) -> dict[str, Any]:
    """No verdict on a target whose year is over and whose figure is not in sight.

    What the latest figure said stays in `so_far`; nothing can be required any more. A
    level that was reached before its year stays met.
    """
    over = np.array([f"{year}-12-31" <= as_of for year in rows.year], dtype=bool)
    late = over & ~rows.final.to_numpy(bool) & rows.latest.notna().to_numpy()
    held = (rows.kind == "hold") & (rows.verdict == "met")
    late &= (rows.verdict.isin(UNDECIDED) | held).to_numpy()
    return {
        "overdue": late,
        "so_far": rows.verdict.where(late, ""),
        "verdict": rows.verdict.mask(late, "no_data"),
    }


def _with_figures(rows: pd.DataFrame, yearly: pd.DataFrame) -> pd.DataFrame:
    """Period, status, interval, source and note of the figure that was judged."""
    keyed = yearly.set_index(["indicator", "region", "year"])
    wanted = pd.MultiIndex.from_arrays(
        [rows.indicator, rows.region, rows.latest_year.fillna(0).astype(int)]
    )
    columns = ["period", "status", "low", "high", "source", "note"]
    texts = ["latest_period", "latest_status", "latest_source", "latest_note"]
    figures = keyed.reindex(wanted)[columns]
    figures.columns = [*texts[:2], "low", "high", *texts[2:]]
    figures.index = rows.index
    return rows.join(figures.fillna(dict.fromkeys(texts, "")))


def _distances(rows: pd.DataFrame) -> dict[str, Any]:
    """Gap, its share of the target, the level ratio and the lead over time."""
    latest, target = rows.latest.to_numpy(), rows.tested_target.to_numpy()
    direction = rows.direction.to_numpy(str)
    nonzero = np.where(target == 0, np.nan, target)
    divisor = np.where(direction == "lower", latest, target)
    divides = (latest >= 0) & (target >= 0) & (divisor > 0)
    return {
        "gap": gap.gap(latest, target, direction=direction),
        "relative_gap": gap.relative_gap(latest, nonzero, direction=direction),
        "level_ratio": gap.level_ratio(
            *_both(divides, latest, target), direction=direction
        ),
        "lead": pace.lead(rows.attainment.to_numpy(), rows.elapsed.to_numpy()),
    }


def _paces(rows: pd.DataFrame) -> dict[str, Any]:
    """Required and observed pace: a rate for levels, a step for shares and indices.

    Nothing is required of a target that is met, that is to hold, or whose year is over.
    """
    names = ("latest", "tested_target", "base")
    latest, target, base = (rows[name].to_numpy() for name in names)
    grows = (rows.scale == "level").to_numpy() & (latest > 0) & (target > 0)
    to_go = rows.year.to_numpy(float) - rows.latest_year.to_numpy()
    aimed = rows.kind.isin(["level", "interval"]).to_numpy() & (rows.gap > 0).to_numpy()
    aimed &= (to_go > 0) & ~rows.overdue.to_numpy(bool)
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
