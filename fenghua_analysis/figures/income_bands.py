"""Figures of household incomes: the curve with both bands, and shares by assumption."""

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from fenghua_analysis.figures import theme
from fenghua_analysis.figures.theme import Drawing
from fenghua_analysis.findings.income_bands import BANDS, BandPromise
from fenghua_analysis.presentation import decimals_of, number, percent
from fenghua_analysis.wording import say

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_COLOURS = dict(zip(BANDS, (theme.ACCENT, theme.WARN), strict=True))
_SHADES = dict(zip(BANDS, ("#A6CDE6", "#F8DDA3"), strict=True))
_OVERLAP = "#B9C39A"


@theme.figure
def draw_band_shares(
    shares: pd.DataFrame,
    promise: BandPromise,
    *,
    illustrative: bool = False,
    ax: "Axes | None" = None,
) -> Drawing:
    """Share of households in each band by household size, as a range, with the targets.

    The reader should see at which household size a band's target lies in its range.
    """
    ax = theme.canvas(ax)
    for indicator, rows in shares.groupby("indicator", sort=False):
        colour = _COLOURS[str(indicator)]
        ax.fill_between(
            rows["size"],
            rows.low_share * 100,
            rows.high_share * 100,
            color=colour,
            alpha=0.3,
            lw=0,
        )
        _mark_goal(ax, str(indicator), promise.shares[str(indicator)] * 100)
    ax.set_xlim(shares["size"].min(), shares["size"].max())
    ax.set_ylim(0, 100)
    ax.set_xlabel(say("figure.band_shares.size"))
    ax.set_ylabel(say("figure.band_shares.share"))
    wide = shares[shares.indicator == next(iter(BANDS))]
    largest = wide.sort_values("size").iloc[-1]
    return theme.finish(
        ax,
        "band_shares",
        illustrative=illustrative,
        per_head=number(promise.per_head),
        size=number(largest["size"], decimals_of(largest["size"])),
        low=percent(largest.low_share, 0),
        high=percent(largest.high_share, 0),
        target=percent(promise.shares[next(iter(BANDS))], 0),
    )


def _mark_goal(ax: "Axes", indicator: str, goal: float) -> None:
    """A band's target as a line, named above it at the left, where shares are low."""
    colour = _COLOURS[indicator]
    ax.axhline(goal, color=colour, ls="--", lw=1.4)
    ax.annotate(
        say(f"figure.band_shares.{indicator}", target=number(goal)),
        (0, goal),
        xycoords=("axes fraction", "data"),
        xytext=(5, 3),
        textcoords="offset points",
        color=colour,
        va="bottom",
    )


@theme.figure
def draw_band_curve(
    curve: pd.DataFrame,
    *,
    per_head: float,
    size: float,
    gini: float,
    illustrative: bool = False,
    ax: "Axes | None" = None,
) -> Drawing:
    """One possible distribution of household incomes, with the two bands shaded.

    The reader should see how the bands overlap, and what lies outside both.
    """
    ax = theme.canvas(ax, height=3.8)
    income = curve.income / 1e4
    ax.plot(income, curve.density * 100, color=theme.INK, lw=1.5)
    (first, last), both = BANDS.items(), say("figure.band_curve.both")
    _shade(ax, curve, last[1], _SHADES[last[0]], say(f"figure.band_curve.{last[0]}"))
    _shade(ax, curve, first[1], _SHADES[first[0]], say(f"figure.band_curve.{first[0]}"))
    overlap = (max(first[1][0], last[1][0]), min(first[1][1], last[1][1]))
    _shade(ax, curve, overlap, _OVERLAP, both)
    handles, labels = ax.get_legend_handles_labels()
    ax.legend([handles[n] for n in (1, 2, 0)], [labels[n] for n in (1, 2, 0)])
    ax.set_xlabel(say("figure.band_curve.axis"))
    ax.set_ylabel(say("figure.band_curve.density"))
    ax.set_ylim(bottom=0)
    below = curve.density[curve.income < 100_000].sum() / 2
    return theme.finish(
        ax,
        "band_curve",
        illustrative=illustrative,
        per_head=number(per_head),
        size=number(size, 1),
        gini=number(gini, 2),
        below=percent(below, 0),
    )


def _shade(
    ax: "Axes", curve: pd.DataFrame, band: tuple[float, float], colour: str, label: str
) -> None:
    """The area under the curve from one end of a band to the other, to the yuan."""
    income = np.linspace(*band, 400)
    density = np.interp(income, curve.income, curve.density) * 100
    ax.fill_between(income / 1e4, density, color=colour, lw=0, label=label, zorder=0)
