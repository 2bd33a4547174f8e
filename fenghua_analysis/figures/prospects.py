"""Figures of what may become of a series, and of what such foresight was worth."""

from typing import TYPE_CHECKING, Any

import pandas as pd

from fenghua_analysis.figures import theme
from fenghua_analysis.figures.theme import Drawing
from fenghua_analysis.presentation import chance, number, percent, period, quantity
from fenghua_analysis.registry import Registry
from fenghua_analysis.wording import language, say

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST_PANELS = 3
"""Fans side by side: more are too small to read."""

MARKERS = {
    "income_urban": (theme.ACCENT, "o"),
    "income_rural": (theme.GOOD, "s"),
    "urban_rural_ratio": (theme.TARGET, "^"),
}
"""Colour and marker of each series of the back-test."""


@theme.figure
def draw_fans(
    fans: pd.DataFrame,
    registry: Registry,
    *,
    stretch: float,
    illustrative: bool = False,
) -> Drawing:
    """Each series with its target, and the fan of what may come, a panel each.

    Parameters
    ----------
    fans : table of `ways.fans`; the first three ways are drawn
    stretch : what the pale band is wider by than the model's own interval

    The reader should see how much of the fan lies on the good side of the target, and
    that the band which the past would have needed is far wider than the model's.
    """
    from matplotlib.figure import Figure

    groups = list(fans.groupby("way"))[:MOST_PANELS]
    drawn = Figure(figsize=(max(3.6 * len(groups), 6.5), 4.4))
    panels = drawn.subplots(1, len(groups), squeeze=False)[0]
    told = []
    for ax, (_, way) in zip(panels, groups, strict=True):
        _draw_fan(ax, way, registry)
        told.append(say("figure.fans.panel", **_words(way, registry)))
    drawn.subplots_adjust(wspace=0.32, left=0.06, right=0.99, bottom=0.09)
    first = groups[0][1]
    key = "fans_nearest" if first.stands_in.iloc[0] else "fans"
    return theme.finish_figure(
        drawn,
        key,
        illustrative=illustrative,
        panels=say("list.semicolon").join(told),
        stretch=number(stretch, 1),
        **_words(first, registry),
    )


def _words(way: pd.DataFrame, registry: Registry) -> dict[str, Any]:
    """What the sentences say of one fan: its place, target, chances and grounds."""
    ahead, lang = way.dropna(subset=["probability"]), language()
    last = ahead.iloc[-1]
    indicator = registry.indicators[last.indicator]
    return {
        "place": registry.region_name(last.region, lang),
        "owner": registry.region_name(last.owner, lang),
        "indicator": indicator.name(lang),
        "aim": say(f"chance.aim.{last.direction}"),
        "target": quantity(last.tested_target, indicator),
        "last_year": int(last.year),
        "last": chance(last.probability),
        "model": say(f"model.{last.model}"),
        "window": period(last.window),
        "points": number(last.figures),
    }


def _draw_fan(ax: "Axes", way: pd.DataFrame, registry: Registry) -> None:
    """One panel: published figures, median, both bands, and the target line."""
    words = _words(way, registry)
    known, ahead = way.dropna(subset=["value"]), way.dropna(subset=["centre"])
    end = known.iloc[-1]
    years = [end.year, *ahead.year]
    for name, alpha in (("wide", 0.14), ("interval", 0.34)):
        low = [end.value, *ahead[f"{name}_low"]]
        high = [end.value, *ahead[f"{name}_high"]]
        ax.fill_between(years, low, high, color=theme.ACCENT, alpha=alpha, lw=0)
    ax.plot(known.year, known.value, "o-", color=theme.ACCENT, lw=2, ms=4)
    ax.plot(years, [end.value, *ahead.centre], "--", color=theme.ACCENT, lw=1.4)
    ax.axhline(end.tested_target, color=theme.TARGET, ls="--", lw=1.4)
    label = say("figure.target_line", owner=words["owner"], target=words["target"])
    start = known.year.min()
    rising = end.value > known.value.iloc[0]
    # Where the series is not yet: above a rising one's start, below a falling one's.
    ax.annotate(
        label,
        (start, end.tested_target),
        xytext=(0, 4 if rising else -4),
        textcoords="offset points",
        color=theme.TARGET,
        va="bottom" if rising else "top",
    )
    ax.set_title(say("figure.fans.head", **words), loc="left", fontsize=9.5)
    ax.spines[["top", "right"]].set_visible(False)
    theme.whole_numbers(ax.xaxis)
    ax.margins(y=0.1)
    if end.value >= 10_000:
        ax.yaxis.set_major_formatter(lambda value, _: str(number(value)))


@theme.figure
def draw_coverage(
    shares: pd.DataFrame,
    registry: Registry,
    *,
    level: float,
    worst: "pd.Series[float]",
    illustrative: bool = False,
    ax: "Axes | None" = None,
) -> Drawing:
    """Share of figures inside their interval, by the year foretold.

    Parameters
    ----------
    shares : table of `trials.by_year`
    level : share that was to lie inside
    worst : share of all figures by year, the years that the title names

    The reader should see the line of what was promised, and how far below it the years
    of the shocks lie.
    """
    ax = theme.canvas(ax, height=3.8)
    for indicator, rows in shares.groupby("indicator", sort=False):
        colour, marker = MARKERS[str(indicator)]
        name = registry.indicators[str(indicator)].name(language())
        ax.plot(rows.year, rows.coverage * 100, marker=marker, color=colour, label=name)
    ax.axhline(level * 100, color=theme.INK, ls="--", lw=1.2)
    promised = say("figure.coverage.promised", level=percent(level, 0))
    edge = float(shares.year.max()) + 0.4
    ax.text(edge, level * 100 + 1.5, promised, va="bottom", ha="right")
    ax.set_ylim(-4, 104)
    ax.set_xlim(shares.year.min() - 0.2, edge)
    ax.set_ylabel(say("figure.coverage.axis"))
    theme.whole_numbers(ax.xaxis)
    ax.legend(loc="center left", bbox_to_anchor=(1.0, 0.35))
    named = [
        say("chance.year_share", year=int(year), share=percent(share, 0))
        for year, share in worst.items()
    ]
    cases = float((shares.coverage * shares.cases).sum() / shares.cases.sum())
    return theme.finish(
        ax,
        "coverage",
        illustrative=illustrative,
        level=percent(level, 0),
        coverage=percent(cases, 0),
        worst=say("list.comma").join(named),
        cases=number(int(shares.cases.sum())),
    )
