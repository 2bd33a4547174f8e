"""What the chances of a target are, or why nobody can say.

Every likelihood stands beside its model, its window and its number of figures.
Source: docs/methods.md#projection.
"""

import numpy as np
import pandas as pd

from fenghua_analysis.metrics.projection import likelihood
from fenghua_analysis.registry import Registry
from fenghua_analysis.yearly import series_of, yearly_figures

LEVEL = 0.8
"""Probability that the shown interval is meant to hold."""

WITHOUT_CHANCE = (
    *("no_number", "count_of_year", "decided", "no_figure", "too_few_points"),
    *("off_scale", "gap", "no_spread", "not_ahead", "target_at_limit"),
)
"""Why a target has no probability, in the order in which a table shows them."""

_CHANCE = (
    *("probability", "centre", "interval_low", "interval_high", "model"),
    *("figures", "first_year", "last_year"),
)


def outlooks(
    rows: pd.DataFrame, observations: pd.DataFrame, registry: Registry
) -> pd.DataFrame:
    """Every assessed target with its probability, or the reason why it has none.

    Parameters
    ----------
    rows : the assessment
    observations : derived figures included

    Returns
    -------
    `rows` with probability, centre, interval_low, interval_high (indicator's unit; all
    NaN with a reason), model, figures, first_year, last_year, window (both as
    a period), and unprojected: "" or one of `WITHOUT_CHANCE`.
    """
    series = series_of(rows, yearly_figures(observations, registry.breaks))
    reason = _unasked(rows)
    asked = reason == ""
    chances = pd.DataFrame(index=rows.index, columns=list(_CHANCE), dtype=float)
    chances["model"] = ""
    if asked.any():
        found = _likelihoods(rows[asked], series[asked], registry)
        chances.loc[asked, list(_CHANCE)] = found[list(_CHANCE)].to_numpy()
        reason[asked] = found.reason
    named = chances.astype({name: float for name in _CHANCE if name != "model"})
    given = rows.join(named)
    return given.assign(window=_windows(named), unprojected=reason)


def _unasked(rows: pd.DataFrame) -> np.ndarray:
    """Why a target is not even asked about; "" where it is."""
    reasons = {
        "no_number": rows.target.isna(),
        "count_of_year": rows.kind == "flow",
        "decided": rows.final.astype(bool),
        "no_figure": rows.latest.isna(),
    }
    return np.select(list(reasons.values()), list(reasons), "").astype(object)


def _likelihoods(
    rows: pd.DataFrame, series: pd.DataFrame, registry: Registry
) -> pd.DataFrame:
    scales = np.array([scale_of(name, registry) for name in rows.indicator])
    found = likelihood(
        series.columns.to_numpy(float),
        series.to_numpy(float),
        target=rows.target.to_numpy(float),
        target_high=rows.target_high.to_numpy(float),
        target_year=rows.year.to_numpy(float),
        direction=rows.direction.to_numpy(str),
        scale=scales,
        limits=limits_of(scales),
        level=LEVEL,
    )
    made = found.projection
    return pd.DataFrame(
        {
            "probability": found.probability,
            "centre": made.centre,
            "interval_low": made.low,
            "interval_high": made.high,
            "model": np.where(found.reason == "", made.model, ""),
            "figures": made.points,
            "first_year": made.first_year,
            "last_year": made.last_year,
            "reason": found.reason,
        },
        index=rows.index,
    )


def scale_of(indicator: str, registry: Registry) -> str:
    """The scale that an indicator is projected on: docs/methods.md#projection."""
    found = registry.indicators[indicator]
    if found.scale == "share":
        return "logit"
    return "log" if found.scale == "level" or found.unit == "ratio" else "level"


def limits_of(scales: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Natural limits, in per cent: those of a share; NaN for none."""
    share = scales == "logit"
    return np.where(share, 0.0, np.nan), np.where(share, 100.0, np.nan)


def window(first: float, last: float) -> str:
    """A window as a period, such as ``2014/2022`` or ``2021``; "" where none is."""
    if np.isnan(first):
        return ""
    return f"{int(first)}/{int(last)}" if last > first else f"{int(first)}"


def _windows(chances: pd.DataFrame) -> list[str]:
    years = zip(chances.first_year, chances.last_year, strict=True)
    return [window(first, last) for first, last in years]


def projected(found: pd.DataFrame) -> pd.DataFrame:
    """The outlooks that have a probability."""
    return found[found.unprojected == ""]


def refusals(found: pd.DataFrame, *, region: str) -> pd.DataFrame:
    """How many targets have no probability, by the reason.

    Returns
    -------
    unprojected, own (targets of the region itself), above (of those above it), total –
    in the order of `WITHOUT_CHANCE`; a reason that nobody has is no row.
    """
    without = found[found.unprojected != ""]
    own = without.region == region
    counts = pd.DataFrame(
        {
            "own": without[own].groupby("unprojected").size(),
            "above": without[~own].groupby("unprojected").size(),
        }
    )
    ordered = counts.reindex([r for r in WITHOUT_CHANCE if r in counts.index])
    table = ordered.fillna(0).astype(int).rename_axis("unprojected").reset_index()
    return table.assign(total=table.own + table.above)


def short(found: pd.DataFrame) -> pd.DataFrame:
    """The targets that have figures and yet no probability."""
    seen = found.unprojected.isin(WITHOUT_CHANCE[4:]) & found.latest.notna()
    return found[seen].reset_index(drop=True)


def counts(found: pd.DataFrame, *, region: str) -> dict[str, int]:
    """Targets, those with a probability, and how many of both are the region's own."""
    own = found.region == region
    some = found.unprojected == ""
    return {
        "total": len(found),
        "own": int(own.sum()),
        "projected": int(some.sum()),
        "own_projected": int((own & some).sum()),
    }
