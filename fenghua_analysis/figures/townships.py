"""Figures of the townships: the tile map, and the strip from lowest to mean."""

from typing import TYPE_CHECKING, Any

import pandas as pd

from fenghua_analysis.figures import theme
from fenghua_analysis.figures.theme import Drawing
from fenghua_analysis.loaders.geography import map_note, read_map
from fenghua_analysis.presentation import number, with_nature, with_unit
from fenghua_analysis.presentation import ratio as ratio_of
from fenghua_analysis.registry import Registry
from fenghua_analysis.wording import language, say

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@theme.figure
def draw_township_map(
    incomes: pd.DataFrame,
    registry: Registry,
    *,
    target: float,
    illustrative: bool = False,
    ax: "Axes | None" = None,
) -> Drawing:
    """Every township as a tile: its income over the district mean, or “not published”.

    Parameters
    ----------
    incomes : region, value, ratio – NaN where no income is published
    target : the ratio that the lowest township is to reach

    The reader should see which townships are below the target, or that nobody
    publishes them.
    """
    shapes = read_map(registry.data_dir, "townships")
    ax = theme.canvas(ax, width=8, height=5)
    ratios = incomes.set_index("region").ratio.reindex(shapes.index)
    colours = [_colour(ratio, target) for ratio in ratios]
    shapes.plot(ax=ax, color=colours, edgecolor="white", linewidth=2, aspect=None)
    regions = registry.regions.set_index("code")[f"name_{language()}"]
    for code, shape in shapes.geometry.items():
        _name_tile(ax, shape, regions[code], ratios[code])
    ax.set_axis_off()
    ax.set_aspect(1.17)
    _explain_colours(ax, ratios, target)
    note = theme.wrapped(map_note(shapes), 130)
    style: dict[str, Any] = {"fontsize": 7.5, "color": theme.CONTEXT, "va": "top"}
    ax.text(0, -0.1, note, transform=ax.transAxes, **style)
    known = incomes.dropna(subset=["ratio"]).sort_values("ratio")
    key = "townships" if len(known) else "townships_unknown"
    lowest = known.iloc[0] if len(known) else None
    words = (
        {}
        if lowest is None
        else {
            "lowest": regions[lowest.region],
            "ratio": ratio_of(lowest.ratio),
            "below": int((incomes.ratio < target).sum()),
        }
    )
    return theme.finish(
        ax,
        key,
        illustrative=illustrative,
        count=len(shapes),
        target=ratio_of(target),
        **words,
    )


def _name_tile(ax: "Axes", shape: Any, name: str, ratio: float) -> None:
    """A township's name and ratio in the middle of its tile."""
    shown = say("figure.townships.unknown") if pd.isna(ratio) else number(ratio, 2)
    is_dark = pd.notna(ratio) and ratio >= _SHADES[-1][0]
    middle = shape.representative_point()
    ax.text(
        middle.x,
        middle.y,
        name.replace(" ", "\n") + f"\n{shown}",
        ha="center",
        va="center",
        color="white" if is_dark else theme.INK,
        fontsize=8,
    )


_SHADES = ((0.9, "#D6E6F2"), (1.0, "#A9CCE6"), (1.1, "#6FA9D2"))
"""Blues of ratios up to each limit; beyond the last it is the accent."""


def _colour(ratio: float, target: float) -> str:
    """Orange below the target, blues by how far above it, grey where unknown."""
    if pd.isna(ratio):
        return theme.FAINT
    if ratio < target:
        return theme.WARN
    return next((shade for limit, shade in _SHADES if ratio < limit), theme.ACCENT)


def _explain_colours(ax: "Axes", ratios: pd.Series, target: float) -> None:
    """A key to the colours that occur."""
    from matplotlib.patches import Patch

    limits = [limit for limit, _ in _SHADES if limit > target]
    steps = [*zip([target, *limits], [*limits, None], strict=True)]
    words = {
        theme.FAINT: say("figure.townships.unknown"),
        theme.WARN: say("figure.townships.below", limit=number(target, 2)),
    }
    for low, high in steps:
        key = "between" if high else "from"
        shown = {"low": number(low, 2), "high": number(high, 2)}
        words[_colour(low, target)] = say(f"figure.townships.{key}", **shown)
    seen = {_colour(ratio, target) for ratio in ratios}
    patches = [Patch(color=c, label=word) for c, word in words.items() if c in seen]
    ax.legend(
        handles=patches, loc="upper left", bbox_to_anchor=(0, 0.02), ncols=len(patches)
    )


@theme.figure
def draw_strip(
    incomes: pd.DataFrame,
    registry: Registry,
    *,
    mean: float,
    mean_status: str = "published",
    target: float,
    illustrative: bool = False,
    ax: "Axes | None" = None,
) -> Drawing:
    """Township incomes from lowest to highest, with the mean and the line to reach.

    The reader should see how far the lowest dot is from the dashed line.
    """
    ax = theme.canvas(ax, height=1.4 + 0.34 * len(incomes))
    needed = mean * target
    names = registry.regions.set_index("code")[f"name_{language()}"]
    for place, row in enumerate(incomes.itertuples()):
        colour = theme.WARN if row.value < needed else theme.ACCENT
        ax.plot([needed, row.value], [place, place], color=theme.FAINT, lw=3)
        ax.plot(row.value, place, "o", color=colour, ms=8)
        # On the far side from the bar, so that nothing strikes the number through.
        is_short = row.value < needed
        ax.annotate(
            number(row.value),
            (row.value, place),
            xytext=(-9 if is_short else 9, 0),
            textcoords="offset points",
            ha="right" if is_short else "left",
            va="center",
            fontsize=8.5,
            bbox=theme.CLEAR,
        )
    ax.axvline(needed, color=theme.TARGET, ls="--", lw=1.3, zorder=0)
    ax.axvline(mean, color=theme.CONTEXT, lw=1, zorder=0)
    ax.set_yticks(range(len(incomes)), [names[code] for code in incomes.region])
    ax.set_xlabel(say("figure.strip.axis"))
    ax.margins(x=0.15)
    lowest = incomes.iloc[0]
    return theme.finish(
        ax,
        "strip",
        illustrative=illustrative,
        lowest=names[lowest.region],
        value=number(lowest.value),
        mean=with_nature(with_unit(mean, "元", 0), mean_status),
        needed=number(needed),
        ratio=ratio_of(lowest.ratio),
        target=ratio_of(target),
    )
