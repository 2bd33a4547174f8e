"""Figures of the urban–rural income ratio and of the growth that it asks for."""

from typing import TYPE_CHECKING

import pandas as pd

from fenghua_analysis.figures import theme
from fenghua_analysis.figures.theme import Drawing
from fenghua_analysis.presentation import number, percent
from fenghua_analysis.registry import Registry
from fenghua_analysis.wording import language, say

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@theme.figure
def draw_ratios(
    ratios: pd.DataFrame,
    registry: Registry,
    *,
    accent: str,
    target: float,
    illustrative: bool = False,
    ax: "Axes | None" = None,
) -> Drawing:
    """Ratios over the years: one region in colour, its peers grey, the target a line.

    Parameters
    ----------
    ratios : region, level, year, ratio
    accent : code of the region to be seen first

    The reader should see how far the accented line is above the target line, and how
    fast it falls.
    """
    ax = theme.canvas(ax)
    for code, line in ratios.groupby("region"):
        name = registry.region_name(str(code), language())
        _draw_line(ax, line, name, level=line.level.iloc[0], accented=code == accent)
    ax.axhline(target, color=theme.TARGET, lw=1.4, ls="--")
    first, last = ratios.year.min(), ratios.year.max()
    label = say("figure.target_line", target=number(target, 2))
    ax.text(last + 1, target, label, color=theme.TARGET, va="bottom", ha="right")
    ax.set_xlim(first, last + 1.1)
    ax.set_ylabel(say("figure.ratios.axis"))
    own = ratios[ratios.region == accent].iloc[-1]
    words = {
        "region": registry.region_name(accent, language()),
        "year": own.year,
        "ratio": number(own.ratio, 3),
        "target": number(target, 2),
        "gap": number(own.ratio - target, 3),
        "peers": ratios[ratios.level == "city"].region.nunique() - 1,
    }
    return theme.finish(ax, "ratios", illustrative=illustrative, **words)


def _draw_line(
    ax: "Axes", line: pd.DataFrame, name: str, *, level: str, accented: bool
) -> None:
    """One region's line, named at its end where it is more than a peer.

    A year on the old survey basis is a hollow mark of its own: nothing joins them.
    """
    colour = theme.ACCENT if accented else theme.CONTEXT
    above = level != "city"
    width = 2.4 if accented else 1.4 if above else 0.7
    dashes = ":" if above and not accented else "-"
    old, line = line[line.old], line[~line.old]
    ax.plot(old.year, old.ratio, "o", mfc="white", mec=colour, ms=5 if accented else 3)
    ax.plot(line.year, line.ratio, color=colour, lw=width, ls=dashes)
    if accented or above:
        end = line.iloc[-1]
        ax.annotate(
            name,
            (end.year, end.ratio),
            xytext=(5, 0),
            textcoords="offset points",
            color=colour,
            va="center",
        )


@theme.figure
def draw_frontier(
    frontier: pd.DataFrame,
    *,
    ratio: float,
    target: float,
    observed: tuple[int, float, float] | None,
    illustrative: bool = False,
    ax: "Axes | None" = None,
) -> Drawing:
    """Pairs of urban and rural growth that reach the target in one, two, three years.

    The reader should see that rural incomes must grow faster than urban ones, by how
    much, and whether the latest year did so (the dot).
    """
    ax = theme.canvas(ax)
    shades = ["#003f63", theme.ACCENT, "#7fb8dd"]
    for place, (years, line) in enumerate(frontier.groupby("years")):
        shade = shades[place]
        urban, rural = line.urban_growth * 100, line.rural_growth * 100
        ax.plot(urban, rural, color=shade, lw=2)
        ax.annotate(
            say("figure.frontier.years", years=years),
            (urban.iloc[-1], rural.iloc[-1]),
            xytext=(5, 9 - 9 * place),
            textcoords="offset points",
            color=shade,
            va="center",
        )
    ends = [0, frontier.urban_growth.max() * 100]
    ax.plot(ends, ends, color=theme.CONTEXT, lw=1, ls=":")
    ax.annotate(
        say("figure.frontier.equal"),
        (ends[1], ends[1]),
        xytext=(5, -14),
        textcoords="offset points",
        color=theme.CONTEXT,
    )
    if observed:
        _mark_observed(ax, observed)
    ax.set_xlim(0, ends[1] * 1.22)
    ax.set_xlabel(say("figure.frontier.urban"))
    ax.set_ylabel(say("figure.frontier.rural"))
    one_year = ratio / target - 1
    return theme.finish(
        ax,
        "frontier",
        illustrative=illustrative,
        ratio=number(ratio, 3),
        target=number(target, 2),
        differential=percent(one_year, 2),
    )


def _mark_observed(ax: "Axes", observed: tuple[int, float, float]) -> None:
    year, urban, rural = observed
    ax.plot(urban * 100, rural * 100, "o", color=theme.TARGET, ms=7)
    label = say(
        "figure.frontier.observed",
        year=year,
        urban=percent(urban),
        rural=percent(rural),
    )
    ax.annotate(
        label,
        (urban * 100, rural * 100),
        xytext=(-9, 4),
        textcoords="offset points",
        color=theme.TARGET,
        ha="right",
    )
