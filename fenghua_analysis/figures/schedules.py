"""Figures of work: the Gantt chart, steps due by month, load, money against time."""

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from fenghua_analysis.figures import theme
from fenghua_analysis.figures.theme import Drawing
from fenghua_analysis.presentation import (
    against_time,
    month,
    number,
    percent,
    with_unit,
)
from fenghua_analysis.registry import Registry
from fenghua_analysis.wording import language, say

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LISTS = {"work": theme.ACCENT, "reform": theme.WARN}
_STATES = {"due": theme.ACCENT, "under_way": "#8FC1E3", "not_started": theme.FAINT}


@theme.figure
def draw_gantt(
    schedules: pd.DataFrame,
    *,
    as_of: str,
    illustrative: bool = False,
    ax: "Axes | None" = None,
) -> Drawing:
    """Each item's span over the months, coloured by its state on the day.

    The reader should see what the day has left behind, what it cuts through, and what
    still lies ahead.
    """
    rows = schedules.dropna(subset=["start"]).iloc[::-1].reset_index(drop=True)
    ax = theme.canvas(ax, width=8.5, height=1.4 + 0.19 * len(rows))
    _draw_spans(ax, rows)
    names = rows["name"] if language() == "zh" else rows.name_en
    labels = [
        f"{row.number} {_short(name)}"
        for row, name in zip(rows.itertuples(), names, strict=True)
    ]
    ax.set_yticks(range(len(rows)), labels, fontsize=6.5)
    year = int(rows.start.min()[:4])
    ticks = np.arange(year * 12, year * 12 + 13)
    ax.set_xticks(ticks[:-1] + 0.5, [str(n) for n in range(1, 13)])
    ax.set_xlabel(say("figure.gantt.axis", year=year))
    ax.set_xlim(ticks[0], ticks[-1])
    ax.set_ylim(-1, len(rows) + 0.9)
    _mark_day(ax, as_of, last=ticks[-1])
    ax.legend(loc="upper center", bbox_to_anchor=(0.4, -0.05), ncols=3)
    counts = rows.state.value_counts()
    return theme.finish(
        ax,
        "gantt",
        illustrative=illustrative,
        items=len(rows),
        as_of=as_of,
        **{state: int(counts.get(state, 0)) for state in _STATES},
    )


def _draw_spans(ax: "Axes", rows: pd.DataFrame) -> None:
    """A bar for each item, from its first month to its last."""
    start, end = _month(rows.start), _month(rows.end) + 1
    for state, colour in _STATES.items():
        here = rows.index[rows.state == state]
        ax.barh(
            here,
            (end - start)[here],
            left=start[here],
            color=colour,
            height=0.72,
            label=say(f"state.{state}") if len(here) else None,
        )


def _mark_day(ax: "Axes", as_of: str, *, last: int) -> None:
    """A line on the day of judgement, or at the edge with an arrow when it is later.

    Its words stand above the uppermost bar, on the side that has room for them.
    """
    year, month, day = (int(part) for part in as_of.split("-"))
    place = year * 12 + month - 1 + day / 31
    inside = place <= last
    ax.axvline(min(place, last), color=theme.TARGET, lw=1.6)
    label = say("figure.gantt.day" if inside else "figure.gantt.later", as_of=as_of)
    is_early = place < last - 6
    ax.annotate(
        label,
        (min(place, last), ax.get_ylim()[1]),
        xytext=(4 if is_early else -4, -2),
        textcoords="offset points",
        ha="left" if is_early else "right",
        va="top",
        color=theme.TARGET,
        fontsize=8.5,
    )


@theme.figure
def draw_due_by_month(
    due: pd.DataFrame,
    *,
    as_of: str,
    illustrative: bool = False,
    ax: "Axes | None" = None,
) -> Drawing:
    """Steps due in each month, and the share of all steps due by its end.

    The reader should see in which months the schedule is crowded.
    """
    ax = theme.canvas(ax, height=3.8)
    months = sorted(due.month.unique())
    bottom = np.zeros(len(months))
    for name, colour in LISTS.items():
        steps = due[due["list"] == name].set_index("month").steps.reindex(months)
        ax.bar(months, steps, bottom=bottom, color=colour, label=say(f"list.{name}"))
        bottom += steps.to_numpy()
    for place, count in enumerate(bottom):
        if count:
            ax.text(place, count + bottom.max() * 0.01, number(count), ha="center")
    ax.set_xticks(range(len(months)), [month[2:] for month in months])
    ax.set_ylabel(say("figure.due.axis"))
    ax.legend(loc="upper left")
    over = due[due.month.map(lambda month: month < as_of[:7])]
    fullest = months[int(bottom.argmax())]
    return theme.finish(
        ax,
        "due",
        illustrative=illustrative,
        total=number(bottom.sum()),
        fullest=month(fullest),
        most=number(bottom.max()),
        share=percent(bottom.max() / bottom.sum(), 0),
        over=number(over.steps.sum()),
        as_of=as_of,
    )


@theme.figure
def draw_load(
    load: pd.DataFrame,
    registry: Registry,
    *,
    most: int = 20,
    illustrative: bool = False,
    ax: "Axes | None" = None,
) -> Drawing:
    """Items of each department, work and reform; the busiest ones.

    The reader should see who carries most.
    """
    rows = load.head(most).iloc[::-1]
    ax = theme.canvas(ax, height=1.3 + 0.26 * len(rows))
    places = np.arange(len(rows))
    left = np.zeros(len(rows))
    for name, colour in LISTS.items():
        ax.barh(places, rows[name], left=left, color=colour, label=say(f"list.{name}"))
        left += rows[name].to_numpy()
    for place, count in enumerate(left):
        ax.text(count + 0.15, place, number(count), va="center")
    names = [registry.department_name(name, language()) for name in rows.department]
    ax.set_yticks(places, names)
    theme.whole_numbers(ax.xaxis)
    ax.set_xlabel(say("figure.load.axis"))
    ax.legend(loc="lower right")
    return theme.finish(
        ax,
        "load",
        illustrative=illustrative,
        departments=len(load),
        shown=len(rows),
        name=names[-1],
        items=number(load["items"].iloc[0]),
    )


@theme.figure
def draw_money(
    money: pd.DataFrame,
    *,
    place: str,
    illustrative: bool = False,
    ax: "Axes | None" = None,
) -> Drawing:
    """Money used over money planned, by whose it is, against the time gone.

    The reader should see which bar is beyond the line of the time gone. `place` names
    whose money it is.
    """
    rows = money.iloc[::-1].reset_index(drop=True)
    ax = theme.canvas(ax, height=1.6 + 0.5 * len(rows))
    elapsed = rows.elapsed.iloc[0] * 100
    ax.axvline(elapsed, color=theme.TARGET, ls="--", lw=1.4, zorder=0)
    for height, row in enumerate(rows.itertuples()):
        _draw_fund(ax, height, row)
    ax.annotate(
        say("figure.money.elapsed", share=number(elapsed)),
        (elapsed, 0),
        xycoords=("data", "axes fraction"),
        xytext=(5, 4),
        textcoords="offset points",
        color=theme.TARGET,
    )
    ax.set_yticks(range(len(rows)), [say(f"funding.{name}") for name in rows.funding])
    ax.set_xlim(0, 100)
    ax.set_ylim(-1.1, len(rows) - 0.4)
    ax.set_xlabel(say("figure.money.axis"))
    total = money.set_index("funding").loc["total"]
    return theme.finish(
        ax,
        "money",
        illustrative=illustrative,
        place=place,
        ratio=percent(total.used_share),
        lead=against_time(total.lead),
        elapsed=percent(total.elapsed, 0),
    )


def _draw_fund(ax: "Axes", height: int, row: Any) -> None:
    """One bar with its numbers behind it; without a figure, words in its place."""
    style: dict[str, Any] = {"va": "center", "bbox": theme.CLEAR}
    if pd.isna(row.used):
        planned = with_unit(row.planned, row.unit)
        text = say("figure.money.unknown", planned=planned)
        ax.text(1, height, text, color=theme.CONTEXT, **style)
        return
    ax.barh(height, row.used_share * 100, color=theme.ACCENT, height=0.55)
    text = say(
        "figure.money.row",
        used=with_unit(row.used, row.unit),
        ratio=percent(row.used_share),
        lead=against_time(row.lead),
    )
    ax.text(row.used_share * 100 + 1, height, text, **style)


def _month(months: pd.Series) -> pd.Series:
    """Months counted from the year 0, for the axis."""
    return months.str[:4].astype(int) * 12 + months.str[5:7].astype(int) - 1


def _short(name: str, longest: int = 80) -> str:
    """A name for the axis; a Chinese character takes two of `longest`."""
    fits = theme.wrapped(name, longest).split("\n")
    return name if len(fits) == 1 else fits[0].rstrip() + "…"
