"""Figures of household incomes: the curve with both bands, and shares by assumption."""

from typing import TYPE_CHECKING

import pandas as pd

from fenghua_analysis.figures import theme
from fenghua_analysis.figures.theme import Drawing
from fenghua_analysis.findings.income_bands import BANDS
from fenghua_analysis.presentation import number, percent
from fenghua_analysis.wording import say

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_COLOURS = dict(zip(BANDS, (theme.ACCENT, theme.WARN), strict=True))


@theme.figure
def draw_band_shares(
    shares: pd.DataFrame,
    targets: "dict[str, float]",
    *,
    per_head: float,
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
        goal = targets[str(indicator)] * 100
        ax.axhline(goal, color=colour, ls="--", lw=1.4)
        label = say(f"figure.band_shares.{indicator}", target=number(goal))
        ax.text(rows["size"].max() + 0.02, goal, label, color=colour, va="bottom")
    ax.set_xlim(shares["size"].min(), shares["size"].max() * 1.14)
    ax.set_ylim(0, 100)
    ax.set_xlabel(say("figure.band_shares.size"))
    ax.set_ylabel(say("figure.band_shares.share"))
    middle = shares[(shares.indicator == next(iter(BANDS))) & (shares["size"] == 3.0)]
    return theme.finish(
        ax,
        "band_shares",
        illustrative=illustrative,
        per_head=number(per_head),
        low=percent(middle.low_share.iloc[0], 0),
        high=percent(middle.high_share.iloc[0], 0),
        target=percent(targets[next(iter(BANDS))], 0),
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
    for indicator, (low, high) in BANDS.items():
        inside = (curve.income >= low) & (curve.income <= high)
        ax.fill_between(
            income[inside],
            curve.density[inside] * 100,
            color=_COLOURS[indicator],
            alpha=0.35,
            lw=0,
            label=say(f"figure.band_curve.{indicator}"),
        )
    ax.legend(loc="upper right")
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
