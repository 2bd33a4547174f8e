"""The figures of whole years, and how far back they may be compared.

A series begins anew at its last recorded break: nothing from before it is held against
what came after.
"""

import numpy as np
import pandas as pd

from fenghua_analysis.periods import Period


def dated(seen: pd.DataFrame) -> pd.DataFrame:
    """Figures with their year, and what part of it they cover.

    Returns
    -------
    The rows of `seen` with year, annual (of a whole year, or at its end), share (of the
    year that is covered) and cumulative beside them.
    """
    periods = {code: Period.parse(code) for code in seen.period.unique()}
    over = [periods[code] for code in seen.period]
    return seen.assign(
        year=np.array([period.year for period in over], dtype=int),
        annual=np.array([period.is_annual for period in over], dtype=bool),
        share=np.array([period.share_of_year for period in over], dtype=float),
        cumulative=np.array([period.is_cumulative for period in over], dtype=bool),
    )


def since_breaks(annual: pd.DataFrame, breaks: pd.DataFrame) -> pd.DataFrame:
    """Yearly figures without those from before the last break of their series.

    Parameters
    ----------
    annual : rows of `dated`
    breaks : table of breaks; the region ``*`` stands for every region
    """
    since = breaks.astype({"year": int})
    everywhere = since[since.region == "*"].groupby("indicator").year.max()
    here = since.groupby(["indicator", "region"]).year.max()
    first = annual.indicator.map(everywhere).fillna(0).to_numpy()
    keys = pd.MultiIndex.from_frame(annual[["indicator", "region"]])
    first = np.maximum(first, here.reindex(keys).fillna(0).to_numpy())
    return annual[annual.year.to_numpy() >= first]


def yearly_figures(observations: pd.DataFrame, breaks: pd.DataFrame) -> pd.DataFrame:
    """The figures of whole years since the last break of their series."""
    figures = dated(observations)
    return since_breaks(figures[figures.annual], breaks)


def series_of(keys: pd.DataFrame, yearly: pd.DataFrame) -> pd.DataFrame:
    """The yearly figures of each row's indicator and region, a column a year.

    Parameters
    ----------
    keys : table with indicator and region, such as targets

    Returns
    -------
    A row for each of `keys`, NaN where a year has no figure.
    """
    wanted = pd.MultiIndex.from_frame(keys[["indicator", "region"]])
    figures = yearly.pivot(
        index=["indicator", "region"], columns="year", values="value"
    )
    return figures.reindex(index=wanted)
