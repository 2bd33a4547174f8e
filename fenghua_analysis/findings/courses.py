"""Where a series would be under stated courses, a row a course.

Arithmetic, not forecasts: docs/methods.md#scenarios.
"""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from fenghua_analysis.findings.ways import Way
from fenghua_analysis.metrics.scenarios import ScenarioRow, scenarios, yearly_change
from fenghua_analysis.metrics.verdicts.yearly import WINDOW
from fenghua_analysis.registry import Registry
from fenghua_analysis.yearly import series_of, yearly_figures


def courses(
    ways: Iterable[Way],
    observations: pd.DataFrame,
    registry: Registry,
    *,
    own_change: float | None = None,
) -> pd.DataFrame:
    """Every course of every way, at the year that the way looks to.

    Parameters
    ----------
    own_change : a yearly change of the user's, in the form of the indicator

    Returns
    -------
    indicator, region, owner, tested_target, scenario, peers (how many the courses of
    peers rest on, else NaN), course_rate (fraction a year) or course_step (unit),
    year, value, reached, reached_year (the first at the target; NaN where none is).
    """
    tables = [
        _courses(way, observations, registry, own_change=own_change) for way in ways
    ]
    return pd.concat(tables, ignore_index=True) if tables else pd.DataFrame()


def _courses(
    way: Way,
    observations: pd.DataFrame,
    registry: Registry,
    *,
    own_change: float | None,
) -> pd.DataFrame:
    form = "rate" if registry.indicators[way.indicator].scale == "level" else "step"
    changes = peer_changes(way, observations, registry, form=form)
    rows = scenarios(
        way.years,
        way.values,
        target=way.target,
        target_year=way.until,
        direction=way.direction,
        form=form,
        peer_changes=changes,
        own_change=own_change,
    )
    return _ends(rows, form=form).assign(
        indicator=way.indicator,
        region=way.region,
        owner=way.owner,
        tested_target=way.target,
        peers=lambda table: np.where(
            table.scenario.str.startswith("peer"), len(changes), np.nan
        ),
    )


_ALIKE = ("business_as_usual", "halt_decline")
"""One course, unless the past one moves away from the target."""


def _ends(rows: list[ScenarioRow], *, form: str) -> pd.DataFrame:
    """The last year of each course, and the first in which it is at the target."""
    table = pd.DataFrame(rows)
    first = table[table.reached].groupby("scenario").year.min()
    ends = table.drop_duplicates("scenario", keep="last").reset_index(drop=True)
    change = {"course_rate": np.nan, "course_step": np.nan}
    change[f"course_{form}"] = ends.change
    usual, halted = (ends.scenario == name for name in _ALIKE)
    same = halted & ends.change.isin(ends.change[usual])
    return ends[~same].assign(**change, reached_year=ends.scenario.map(first))


def peer_changes(
    way: Way, observations: pd.DataFrame, registry: Registry, *, form: str
) -> np.ndarray:
    """Mean yearly changes of the way's peers over its own latest figures.

    Returns
    -------
    Those of regions of the same level under the same region, itself left out, that have
    both ends; shape (k,).
    """
    regions = registry.regions
    here = regions[regions.code == way.region].iloc[0]
    alike = (regions.level == here.level) & (regions.parent == here.parent)
    others = regions[alike & (regions.code != way.region)].code
    keys = pd.DataFrame({"indicator": way.indicator, "region": list(others)})
    series = series_of(keys, yearly_figures(observations, registry.breaks))
    ends = way.years[-WINDOW:][[0, -1]]
    both = series.reindex(columns=ends).dropna()
    if ends[0] == ends[1] or both.empty:
        return np.array([])
    changes = [yearly_change(ends, row, form=form) for row in both.to_numpy(float)]
    return np.array(changes)
