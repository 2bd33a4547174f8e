"""Figures of where targets stand: verdicts by area, gaps one by one, and lineages."""

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from fenghua_analysis.assessment import VERDICTS
from fenghua_analysis.figures import theme
from fenghua_analysis.figures.theme import Drawing
from fenghua_analysis.findings import promises
from fenghua_analysis.presentation import (
    VERDICT_MARKERS,
    comparison,
    percent,
    quantity,
    with_unit,
)
from fenghua_analysis.reasons import promised
from fenghua_analysis.registry import Registry
from fenghua_analysis.wording import language, say

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@theme.figure
def draw_scoreboard(
    by_area: pd.DataFrame,
    registry: Registry,
    *,
    illustrative: bool = False,
    ax: "Axes | None" = None,
) -> Drawing:
    """Targets by area, stacked by verdict; each block says its marker and its count.

    The reader should see first how many targets cannot be judged, then how the others
    stand.
    """
    height = 1.2 + 0.36 * len(by_area)
    ax = theme.canvas(ax, height=height)
    places = np.arange(len(by_area))[::-1]
    left = np.zeros(len(by_area))
    for verdict in VERDICTS:
        counts = by_area[verdict].to_numpy()
        colour = theme.VERDICT_COLOURS[verdict]
        marker = VERDICT_MARKERS[verdict]
        label = f"{marker} {say(f'verdict.{verdict}')}" if counts.any() else None
        ax.barh(places, counts, left=left, color=colour, height=0.7, label=label)
        for place, start, count in zip(places, left, counts, strict=True):
            if count:
                text = f"{marker} {count}"
                ax.text(start + count / 2, place, text, ha="center", va="center")
        left += counts
    names = registry.areas.set_index("area")[f"name_{language()}"]
    ax.set_yticks(places, [names.get(area, area) for area in by_area.area])
    ax.set_xlabel(say("figure.scoreboard.axis"))
    ax.legend(
        loc="upper center", bbox_to_anchor=(0.4, -0.75 / height), ncols=4, fontsize=8.5
    )
    total = int(by_area.total.sum())
    unknown = int(by_area[["no_data", "not_published"]].to_numpy().sum())
    return theme.finish(
        ax,
        "scoreboard",
        illustrative=illustrative,
        total=total,
        judged=total - unknown,
        unknown=unknown,
        met=int(by_area.met.sum()),
        missed=int(by_area.missed.sum()),
    )


@theme.figure
def draw_gaps(
    judged: pd.DataFrame,
    registry: Registry,
    *,
    region: str,
    illustrative: bool = False,
    ax: "Axes | None" = None,
) -> Drawing:
    """How much of each target's level there is: from the figure to the target at 100 %.

    The reader should see which figures fall short of the dashed line, and by how much.
    Derived and estimated figures are hollow. `region` is the one reported on.
    """
    rows = judged.sort_values("level_ratio", ascending=False)
    ax = theme.canvas(ax, height=1.5 + 0.42 * len(rows))
    for place, row in enumerate(rows.itertuples()):
        share = row.level_ratio * 100
        colour = theme.VERDICT_COLOURS[row.verdict]
        hollow = row.latest_status in ("derived", "estimated", "illustrative")
        ax.plot([share, 100], [place, place], color=theme.FAINT, lw=4, zorder=1)
        ax.plot(share, place, "o", ms=8, mfc="white" if hollow else colour, mec=colour)
        indicator = registry.indicators[row.indicator]
        shown = f"{quantity(row.latest, indicator)} / {promised(row, registry)}"
        ax.annotate(
            f"{VERDICT_MARKERS[row.verdict]} {shown}",
            (max(share, 100), place),
            xytext=(10, 0),
            textcoords="offset points",
            va="center",
            fontsize=8.5,
        )
    ax.axvline(100, color=theme.TARGET, ls="--", lw=1.2, zorder=0)
    labels = [_label(row, registry) for row in rows.itertuples()]
    ax.set_yticks(range(len(rows)), labels)
    ax.set_xlabel(say("figure.gaps.axis"))
    ax.margins(x=0.3, y=0.12)
    short = rows[rows.verdict != "met"]
    # A target of zero has no relative gap, and one may be all there is.
    worst = rows.loc[rows.relative_gap.fillna(-np.inf).idxmax()]
    return theme.finish(
        ax,
        "gaps",
        illustrative=illustrative,
        judged=len(rows),
        above=int((rows.region != region).sum()),
        short=len(short),
        name=registry.indicators[worst.indicator].name(language()),
        gap=percent(max(worst.relative_gap, 0)),
    )


def _label(row: Any, registry: Registry) -> str:
    name = registry.indicators[row.indicator].name(language())
    where = registry.region_name(row.region, language())
    return f"{where} · {name} ({row.year})"


@theme.figure
def draw_lineages(
    lineage: pd.DataFrame,
    registry: Registry,
    *,
    illustrative: bool = False,
    ax: "Axes | None" = None,
) -> Drawing:
    """Indicators stated several times: each later value over the first one.

    Filled marks are targets, hollow ones goals of measures and work items. The reader
    should see which promises moved, and which were stated differently in one year.
    """
    names = promises.repeated(lineage.sort_values("change"))
    ax = theme.canvas(ax, height=1.5 + 0.4 * len(names))
    for place, (name, region) in enumerate(names):
        rows = lineage[(lineage.indicator == name) & (lineage.region == region)]
        change = rows.change * 100
        ax.plot([change.min(), change.max()], [place, place], color=theme.FAINT, lw=3)
        for row, shift in zip(rows.itertuples(), change, strict=True):
            face = theme.ACCENT if row.where == "target" else "white"
            ax.plot(shift, place, "o", mfc=face, mec=theme.ACCENT, ms=7)
        steps = dict.fromkeys(
            f"{row.year} {comparison(row.comparator, with_unit(row.stated, row.unit))}"
            for row in rows.itertuples()
        )
        ax.annotate(
            " → ".join(steps),
            (max(change.max(), 0), place),
            xytext=(10, 0),
            textcoords="offset points",
            va="center",
            fontsize=8.5,
        )
    ax.axvline(0, color=theme.CONTEXT, lw=0.8)
    ax.set_yticks(range(len(names)), _labels(names, registry))
    ax.set_xlabel(say("figure.lineages.axis"))
    ax.margins(x=0.45)
    ax.set_ylim(-0.8, len(names) - 0.2)
    return theme.finish(
        ax,
        "lineages",
        illustrative=illustrative,
        count=len(names),
        moved=len(promises.changed(lineage)),
        clashing=len(promises.clashing(lineage)),
    )


def _labels(names: list[tuple[str, str]], registry: Registry) -> list[str]:
    """Names of promises; whose they are is said where several regions have some."""
    several = len({region for _, region in names}) > 1
    return [
        (f"{registry.region_name(region, language())} · " if several else "")
        + registry.indicators[name].name(language())
        for name, region in names
    ]
