"""Figures of the urban–rural income ratio and of the growth that it asks for."""

from typing import TYPE_CHECKING

import pandas as pd

from fenghua_analysis.figures import theme
from fenghua_analysis.figures.theme import Drawing
from fenghua_analysis.presentation import percent, points, ratio
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
    owner: str,
    illustrative: bool = False,
    ax: "Axes | None" = None,
) -> Drawing:
    """Ratios over the years: one region in colour, its peers grey, the target a line.

    Parameters
    ----------
    ratios : region, level, year, ratio
    accent : code of the region to be seen first
    target, owner : the line to reach, and the name of the region whose target it is;
        NaN draws none

    The reader should see how far the accented line is above the target line, and how
    fast it falls.
    """
    ax = theme.canvas(ax)
    for code, line in ratios.groupby("region"):
        _draw_line(ax, line, level=line.level.iloc[0], accented=code == accent)
    first, last = ratios.year.min(), ratios.year.max()
    ax.set_xlim(first - 0.3, last + 1.6)
    ax.set_ylabel(say("figure.ratios.axis"))
    _name_lines(ax, ratios, registry, accent=accent, target=target)
    own = ratios[ratios.region == accent].iloc[-1]
    key = "ratios_plain"
    if pd.notna(target):
        key = "ratios" if own.ratio > target else "ratios_reached"
        _mark_target(ax, target, owner)
    cities = ratios[(ratios.level == "city") & (ratios.region != accent)]
    words = {
        "region": registry.region_name(accent, language()),
        "year": own.year,
        "ratio": ratio(own.ratio),
        "owner": owner,
        "target": ratio(target),
        "gap": ratio(own.ratio - target),
        "peers": cities.region.nunique(),
    }
    return theme.finish(ax, key, illustrative=illustrative, **words)


def _draw_line(ax: "Axes", line: pd.DataFrame, *, level: str, accented: bool) -> None:
    """One region's line; it breaks where a year is missing, and a year alone is a dot.

    A year on the old survey basis is a hollow mark of its own: nothing joins them.
    """
    colour = theme.ACCENT if accented else theme.CONTEXT
    above = level != "city"
    width = 2.4 if accented else 1.4 if above else 0.7
    dashes = ":" if above and not accented else "-"
    old, line = line[line.old], line[~line.old].set_index("year").ratio
    ax.plot(old.year, old.ratio, "o", mfc="white", mec=colour, ms=5 if accented else 3)
    if line.empty:
        return
    every = line.reindex(range(line.index.min(), line.index.max() + 1))
    ax.plot(every.index, every, color=colour, lw=width, ls=dashes)
    alone = every[every.notna() & every.shift().isna() & every.shift(-1).isna()]
    ax.plot(alone.index, alone, "o", color=colour, ms=3)


def _name_lines(
    ax: "Axes",
    ratios: pd.DataFrame,
    registry: Registry,
    *,
    accent: str,
    target: float,
) -> None:
    """The names of the accented region and of those above the cities, clear of the
    target line and of each other."""
    named = ratios[(ratios.region == accent) | (ratios.level != "city")]
    ends = named.groupby("region").last()
    clear = theme.rise(ax, 11)
    places = [
        target + (clear if end >= target else -clear)
        if abs(end - target) < clear
        else end
        for end in ends.ratio
    ]
    for row, place in zip(
        ends.itertuples(), theme.apart(places, least=clear), strict=True
    ):
        ax.annotate(
            registry.region_name(str(row.Index), language()),
            (row.year, place),
            xytext=(6, 0),
            textcoords="offset points",
            color=theme.ACCENT if row.Index == accent else theme.CONTEXT,
            va="center",
        )


def _mark_target(ax: "Axes", target: float, owner: str) -> None:
    """The line to reach, named below it where the years begin: ratios fall."""
    ax.axhline(target, color=theme.TARGET, lw=1.4, ls="--")
    label = say("figure.target_line", owner=owner, target=ratio(target))
    ax.annotate(
        label,
        (ax.get_xlim()[0], target),
        xytext=(4, -4),
        textcoords="offset points",
        color=theme.TARGET,
        va="top",
    )
    bottom = min(ax.get_ylim()[0], target - theme.rise(ax, 22))
    ax.set_ylim(bottom=bottom)


@theme.figure
def draw_frontier(
    frontier: pd.DataFrame,
    *,
    start: float,
    target: float,
    place: str,
    owner: str,
    observed: tuple[int, float, float] | None,
    illustrative: bool = False,
    ax: "Axes | None" = None,
) -> Drawing:
    """Pairs of urban and rural growth that reach the target in one, two, three years.

    Parameters
    ----------
    start, place : the ratio that the way starts from, and whose it is
    target, owner : the ratio to reach, and whose target it is
    observed : year, urban and rural growth of `place`; None where unknown

    The reader should see that rural incomes must grow faster than urban ones, by how
    much, and whether the latest year did so (the dot).
    """
    ax = theme.canvas(ax)
    _draw_pairs(ax, frontier)
    if observed:
        _mark_observed(ax, observed, place)
    ax.set_xlabel(say("figure.frontier.urban"))
    ax.set_ylabel(say("figure.frontier.rural"))
    return theme.finish(
        ax,
        "frontier",
        illustrative=illustrative,
        place=place,
        owner=owner,
        ratio=ratio(start),
        target=ratio(target),
        differential=points(start / target - 1, signed=False),
    )


def _draw_pairs(ax: "Axes", frontier: pd.DataFrame) -> None:
    """A line for each number of years and one of equal growth, named at their ends."""
    shades = ["#003f63", theme.ACCENT, "#7fb8dd"]
    most = frontier.urban_growth.max() * 100
    ends = []
    for shade, (years, line) in zip(shades, frontier.groupby("years"), strict=True):
        ax.plot(line.urban_growth * 100, line.rural_growth * 100, color=shade, lw=2)
        label = say("figure.frontier.years", years=years)
        ends.append((line.rural_growth.iloc[-1] * 100, label, shade))
    ax.plot([0, most], [0, most], color=theme.CONTEXT, lw=1, ls=":")
    ends.append((most, say("figure.frontier.equal"), theme.CONTEXT))
    ax.set_xlim(0, most * 1.22)
    places = theme.apart([end for end, _, _ in ends], least=theme.rise(ax, 13))
    for place, (_, label, colour) in zip(places, ends, strict=True):
        ax.annotate(
            label,
            (most, place),
            xytext=(6, 0),
            textcoords="offset points",
            color=colour,
            va="center",
        )


def _mark_observed(ax: "Axes", observed: tuple[int, float, float], place: str) -> None:
    """The latest year as a dot; its words stand where no line passes."""
    year, urban, rural = observed
    label = say(
        "figure.frontier.observed",
        place=place,
        year=year,
        urban=percent(urban),
        rural=percent(rural),
    )
    ax.plot(urban * 100, rural * 100, "o", color=theme.TARGET, ms=7, label=label)
    ax.legend(loc="lower right", labelcolor=theme.TARGET, handletextpad=0.1)
