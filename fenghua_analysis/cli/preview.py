"""What adding files would do, as tables on the screen."""

from typing import TYPE_CHECKING

import pandas as pd
from rich.console import Console
from rich.table import Table

from fenghua_analysis.presentation import with_unit
from fenghua_analysis.registry import Registry
from fenghua_analysis.supply import CONFLICT, NEW, SAME, Proposal
from fenghua_analysis.supply.proposal import FIGURES, STANDING
from fenghua_analysis.wording import language, say

if TYPE_CHECKING:
    from fenghua_analysis.contract import Table as Declared

SHOWN = 60
"""Most rows of one table on the screen."""


def show(proposal: Proposal, registry: Registry) -> None:
    """Print what is new, what stands already, and what stands otherwise."""
    console = Console(soft_wrap=False)
    for fate in (NEW, SAME, CONFLICT):
        for table, rows in proposal.rows.items():
            chosen = rows[rows.fate == fate]
            if len(chosen):
                texts = _texts(chosen, table, registry, compare=fate == CONFLICT)
                words = {"count": len(chosen), "table": table.path}
                console.print(_drawn(texts, say(f"supply.title.{fate}", **words)))
    for name in proposal.unread:
        console.print(say("supply.unread", sheet=name), markup=False)


def _texts(
    rows: pd.DataFrame, table: "Declared", registry: Registry, *, compare: bool
) -> pd.DataFrame:
    """Key, figure, status and cell of each row, and what stands where it differs."""
    figure = FIGURES[table.name]
    unit = rows.unit if "unit" in rows else pd.Series("", rows.index)
    texts = {
        say(f"supply.column.{name}"): [
            _named(cell, name, registry) for cell in rows[name]
        ]
        for name in table.key
    }
    texts[say("supply.column.figure")] = _figures(rows[figure], unit)
    texts[say("supply.column.status")] = [say(f"status.{s}") for s in rows.status]
    if compare:
        stands = {name: rows[name + STANDING] for name in (figure, "status", "source")}
        known = registry.sources
        texts[say("supply.column.standing")] = _figures(stands[figure], unit)
        texts[say("supply.column.standing_status")] = [
            say(f"status.{s}") for s in stands["status"]
        ]
        texts[say("supply.column.standing_source")] = [
            known[s].title if s in known else s for s in stands["source"]
        ]
    texts[say("supply.column.place")] = list(rows.file + " · " + rows.place)
    return pd.DataFrame(texts)


def _figures(values: pd.Series, units: pd.Series) -> list[str]:
    return [with_unit(value, unit) for value, unit in zip(values, units, strict=True)]


def _named(cell: object, name: str, registry: Registry) -> str:
    """The name that an id of a key stands for, in the language of the run."""
    if name == "indicator":
        return registry.indicators[str(cell)].name(language())
    if name == "region":
        return registry.region_name(str(cell), language())
    if name == "plan":
        return registry.plans[str(cell)].name(language())
    return say(f"list.{cell}") if name == "list" else str(cell)


def _drawn(texts: pd.DataFrame, title: str) -> Table:
    drawn = Table(title=title, title_justify="left", title_style="bold")
    for heading in texts:
        drawn.add_column(heading, overflow="fold")
    for row in texts.head(SHOWN).itertuples(index=False):
        drawn.add_row(*row)
    if len(texts) > SHOWN:
        drawn.caption = say("supply.more", count=len(texts) - SHOWN)
    return drawn
