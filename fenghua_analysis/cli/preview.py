"""What adding files would do, as tables on the screen."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pandas as pd
from rich.console import Console
from rich.table import Table

from fenghua_analysis.presentation import comparison, with_unit
from fenghua_analysis.registry import Registry, Source
from fenghua_analysis.supply import CONFLICT, GONE, NEW, SAME, Proposal
from fenghua_analysis.supply.proposal import FIGURES, STANDING
from fenghua_analysis.table import TARGETS
from fenghua_analysis.wording import in_language, knows, language, say

if TYPE_CHECKING:
    from fenghua_analysis.contract import Table as Declared

SHOWN = 60
"""Most rows of one table on the screen."""


_DOCUMENTS: Mapping[str, tuple[str, ...]] = {
    "targets": ("name", "indicator", "region", "year", "stated", "department"),
    "goals": ("list", "number", "name", "stated", "department"),
    "progress": ("row", "name", "stated"),
    "work_items": ("list", "number", "name", "departments"),
    "milestones": ("list", "number", "timing", "label"),
    "opinions": ("report", "number", "heading_zh"),
    "corrections": ("record", "offset", "column", "extracted", "reviewed"),
    "areas": ("area", "name_zh"),
    "departments": ("department", "aliases"),
}
"""Tables of documents → the columns by which their rows are recognised."""

_WORDED = {"list": "list", "record": "review.record", "column": "review.column"}
"""Columns of codes → where their words stand."""


def show(proposal: Proposal, registry: Registry) -> None:
    """Print what is new, what stands already, and what stands otherwise."""
    console = Console(soft_wrap=False)
    for line in _records(proposal, registry):
        console.print(line, markup=False, highlight=False)
    known = {**registry.indicators, **proposal.indicators}
    for fate in (NEW, SAME, CONFLICT, GONE):
        for table, rows in proposal.rows.items():
            chosen = rows[rows.fate == fate]
            if len(chosen):
                words = {"count": len(chosen), "table": table.path}
                texts = (
                    _stated(chosen, table, replace(registry, indicators=known))
                    if table.name in _DOCUMENTS
                    else _texts(
                        chosen,
                        table,
                        registry,
                        sources=proposal.sources,
                        compare=fate == CONFLICT,
                    )
                )
                console.print(_drawn(texts, say(f"supply.title.{fate}", **words)))
    for name in proposal.unread:
        console.print(say("supply.unread", sheet=name), markup=False)


def _records(proposal: Proposal, registry: Registry) -> Iterator[str]:
    """A line each record that a document adds, and the lineage it continues."""
    lang = language()
    for plan in proposal.plans.values():
        source = proposal.sources[plan.source]
        yield say("supply.new_source", id=source.id, title=source.title)
        years = str(plan.end) if plan.start == plan.end else f"{plan.start}–{plan.end}"
        words = {"title": plan.name(lang), "years": years}
        region = registry.region_name(plan.region, lang)
        yield say("supply.new_plan", id=plan.id, region=region, **words)
    for one in proposal.indicators.values():
        words = {"id": one.id, "title": one.name(lang), "unit": one.unit}
        direction = say(f"direction.{one.direction}")
        yield say("supply.new_indicator", direction=direction, **words)
    for id, names in proposal.aliases.items():
        title = registry.indicators[id].name(lang)
        yield say("supply.new_name", title=title, names="、".join(names))
    targets = proposal.rows.get(TARGETS)
    if targets is not None and proposal.plans:
        new = int(targets.indicator.isin(list(proposal.indicators)).sum())
        yield say("supply.lineage", known=len(targets) - new, new=new)


def _stated(rows: pd.DataFrame, table: "Declared", registry: Registry) -> pd.DataFrame:
    """The rows of a document, as far as a reviewer needs them to know them again."""
    texts = {}
    for name in _DOCUMENTS[table.name]:
        if name == "stated":
            cells = [_value(row) for row in rows.itertuples()]
        else:
            cells = [_named(cell, name, registry) for cell in rows[name]]
        texts[say(f"supply.column.{name}")] = cells
    texts[say("supply.column.place")] = list(rows.place)
    return pd.DataFrame(texts)


def _value(row: Any) -> str:
    """A value as stated, with its comparator; a promise in words as such."""
    if pd.isna(row.value):
        return say(f"promise.{row.kind}") if hasattr(row, "kind") else ""
    return comparison(row.comparator, with_unit(row.value, row.unit))


def _texts(
    rows: pd.DataFrame,
    table: "Declared",
    registry: Registry,
    *,
    sources: Mapping[str, Source],
    compare: bool,
) -> pd.DataFrame:
    """Key, figure, status, source and cell of each row, and what stands otherwise."""
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
    texts[say("supply.column.source")] = [_source(s, sources) for s in rows.source]
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


def _source(source: str, sources: Mapping[str, Source]) -> str:
    """Title, publisher and day of a source, as far as they are known."""
    known = sources[source]
    parts = [in_language(known.title), in_language(known.publisher), known.issued]
    return say("list.comma").join(part for part in parts if part)


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
    key = f"{_WORDED.get(name, '')}.{cell}"
    return say(key) if knows(key) else str(cell)


def _drawn(texts: pd.DataFrame, title: str) -> Table:
    drawn = Table(title=title, title_justify="left", title_style="bold")
    for heading in texts:
        drawn.add_column(heading, overflow="fold")
    for row in texts.head(SHOWN).itertuples(index=False):
        drawn.add_row(*row)
    if len(texts) > SHOWN:
        drawn.caption = say("supply.more", count=len(texts) - SHOWN)
    return drawn
