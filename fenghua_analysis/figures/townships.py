"""Figures of the townships: the tile map, and the strip from lowest to mean."""

from typing import TYPE_CHECKING

import pandas as pd

from fenghua_analysis.figures import theme
from fenghua_analysis.figures.theme import Drawing
from fenghua_analysis.loaders.geography import map_note, read_map
from fenghua_analysis.presentation import number
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
        middle = shape.representative_point()
        ratio = ratios[code]
        shown = say("figure.townships.unknown") if pd.isna(ratio) else number(ratio, 2)
        name = regions[code].replace(" ", "\n")
        dark = pd.notna(ratio) and ratio >= 1.1
        ink = "white" if dark else theme.INK
        text = f"{name}\n{shown}"
        ax.text(
            middle.x, middle.y, text, ha="center", va="center", color=ink, fontsize=8
        )
    ax.set_axis_off()
    ax.set_aspect(1.17)
    ax.text(
        0,
        -0.04,
        map_note(shapes),
        transform=ax.transAxes,
        fontsize=7.5,
        color=theme.CONTEXT,
        va="top",
        wrap=True,
    )
    known = incomes.dropna(subset=["ratio"]).sort_values("ratio")
    key = "townships" if len(known) else "townships_unknown"
    lowest = known.iloc[0] if len(known) else None
    words = (
        {}
        if lowest is None
        else {
            "lowest": regions[lowest.region],
            "ratio": number(lowest.ratio, 3),
            "below": int((incomes.ratio < target).sum()),
        }
    )
    return theme.finish(
        ax,
        key,
        illustrative=illustrative,
        count=len(shapes),
        target=number(target, 2),
        **words,
    )


def _colour(ratio: float, target: float) -> str:
    """Orange below the target, blues by how far above it, grey where unknown."""
    if pd.isna(ratio):
        return theme.FAINT
    if ratio < target:
        return theme.WARN
    shades = ((0.9, "#D6E6F2"), (1.0, "#A9CCE6"), (1.1, "#6FA9D2"))
    return next((shade for limit, shade in shades if ratio < limit), theme.ACCENT)


@theme.figure
def draw_strip(
    incomes: pd.DataFrame,
    registry: Registry,
    *,
    mean: float,
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
        ax.annotate(
            number(row.value),
            (row.value, place),
            xytext=(9, 0),
            textcoords="offset points",
            va="center",
            fontsize=8.5,
        )
    ax.axvline(needed, color=theme.TARGET, ls="--", lw=1.3)
    ax.axvline(mean, color=theme.CONTEXT, lw=1)
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
        mean=number(mean),
        needed=number(needed),
        ratio=number(lowest.ratio, 3),
        target=number(target, 2),
    )
