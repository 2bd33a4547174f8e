"""Figures of the public-service indicators: counts by area, and changes of targets."""

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from fenghua_analysis.figures import theme
from fenghua_analysis.figures.theme import Drawing
from fenghua_analysis.presentation import comparison, number, with_unit
from fenghua_analysis.registry import Registry
from fenghua_analysis.wording import language, say

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@theme.figure
def draw_services(
    areas: pd.DataFrame,
    registry: Registry,
    *,
    illustrative: bool = False,
    ax: "Axes | None" = None,
) -> Drawing:
    """Targets by area, the core ones apart.

    The reader should see how many of each area's targets are core.
    """
    rows = areas.iloc[::-1].reset_index(drop=True)
    ax = theme.canvas(ax, height=1.4 + 0.4 * len(rows))
    others = rows.targets - rows.core_targets
    ax.barh(
        rows.index,
        rows.core_targets,
        color=theme.ACCENT,
        label=say("figure.services.core"),
    )
    ax.barh(
        rows.index,
        others,
        left=rows.core_targets,
        color="#B7D3E8",
        label=say("figure.services.others"),
    )
    for place, row in enumerate(rows.itertuples()):
        ax.text(row.targets + 0.1, place, number(row.targets), va="center")
    names = [registry.area_name(area, language()) for area in rows.area]
    ax.set_yticks(rows.index, names)
    theme.whole_numbers(ax.xaxis)
    ax.set_xlabel(say("figure.scoreboard.axis"))
    ax.legend(loc="upper center", bbox_to_anchor=(0.4, -0.14), ncols=2)
    return theme.finish(
        ax,
        "services",
        illustrative=illustrative,
        total=int(rows.targets.sum()),
        core=int(rows.core_targets.sum()),
        areas=len(rows),
    )


@theme.figure
def draw_changes(
    beside: pd.DataFrame,
    registry: Registry,
    *,
    illustrative: bool = False,
    ax: "Axes | None" = None,
) -> Drawing:
    """Last year's target and this year's, one small panel an indicator.

    The reader should see which targets were raised, lowered or kept. Each panel has its
    own scale, from zero.
    """
    del ax  # small multiples bring axes of their own
    from matplotlib.figure import Figure

    figure = Figure(figsize=(8, 1.2 + 2.1 * -(-len(beside) // 3)))
    panels = np.atleast_1d(figure.subplots(-(-len(beside) // 3), 3)).ravel()
    for panel, row in zip(panels, beside.itertuples(), strict=False):
        _draw_pair(panel, row, registry)
    for panel in panels[len(beside) :]:
        panel.set_axis_off()
    figure.subplots_adjust(hspace=0.55, wspace=0.3)
    return theme.finish_figure(
        figure,
        "changes",
        illustrative=illustrative,
        count=len(beside),
        changed=int((beside.change.abs() > 1e-9).sum()),
    )


def _draw_pair(panel: "Axes", row: Any, registry: Registry) -> None:
    indicator = registry.indicators[row.indicator]
    pairs = [
        (row.earlier_year, row.earlier, row.earlier_comparator),
        (row.year, row.target, row.comparator),
    ]
    for place, (_, value, word) in enumerate(pairs):
        colour = theme.ACCENT if place else theme.CONTEXT
        panel.bar(place, value, color=colour, width=0.6)
        shown = comparison(word, with_unit(value, indicator.unit))
        panel.annotate(
            theme.wrapped(shown, 12),
            (place, value),
            xytext=(0, 2),
            textcoords="offset points",
            ha="center",
            va="bottom",
        )
    panel.set_xticks([0, 1], [str(year) for year, _, _ in pairs])
    panel.set_yticks([])
    panel.spines[["top", "right", "left"]].set_visible(False)
    panel.margins(y=0.25)
    panel.set_title(theme.wrapped(indicator.name(language()), 28), fontsize=9)
