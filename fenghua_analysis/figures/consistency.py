"""Figure of the audit: findings by kind and severity."""

from typing import TYPE_CHECKING

import pandas as pd

from fenghua_analysis.figures import theme
from fenghua_analysis.figures.theme import Drawing
from fenghua_analysis.presentation import number
from fenghua_analysis.wording import say

if TYPE_CHECKING:
    from matplotlib.axes import Axes

COLOURS = {"hard": theme.TARGET, "soft": theme.WARN, "note": theme.FAINT}


@theme.figure
def draw_findings(
    counts: pd.DataFrame, *, illustrative: bool = False, ax: "Axes | None" = None
) -> Drawing:
    """Findings by kind, contradictions apart from questions and notes.

    The reader should see which kinds of slips the documents hold, and that most of the
    contradictions are of a few kinds.
    """
    rows = counts.iloc[::-1].reset_index(drop=True)
    ax = theme.canvas(ax, height=1.6 + 0.36 * len(rows))
    left = pd.Series(0, index=rows.index)
    for severity, colour in COLOURS.items():
        label = say(f"audit_page.severity.{severity}")
        ax.barh(rows.index, rows[severity], left=left, color=colour, label=label)
        left = left + rows[severity]
    for place, total in enumerate(rows.total):
        ax.text(total + 0.15, place, number(int(total)), va="center")
    ax.set_yticks(rows.index, [say(f"audit_page.kind.{k}") for k in rows.finding_kind])
    theme.whole_numbers(ax.xaxis)
    ax.set_xlabel(say("figure.findings.axis"))
    ax.legend(loc="lower right")
    return theme.finish(
        ax,
        "findings",
        illustrative=illustrative,
        total=int(rows.total.sum()),
        hard=int(rows.hard.sum()),
        soft=int(rows.soft.sum()),
        note=int(rows.note.sum()),
        kinds=len(rows),
        most=say(f"audit_page.kind.{counts.finding_kind.iloc[0]}"),
        count=int(counts.total.iloc[0]),
    )
