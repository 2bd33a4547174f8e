"""What the documents of the registry say against themselves and each other.

Where the documents stand beside the checkout they are read anew; elsewhere the findings
that the package holds speak for them.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd

from fenghua_analysis.audit import KINDS, SEVERITIES, Finding, Place, audit
from fenghua_analysis.documents import read_document
from fenghua_analysis.loaders.names import unified
from fenghua_analysis.registry import Registry
from fenghua_analysis.table import AUDIT_FINDINGS, QUOTE
from fenghua_analysis.wording import say

DOCUMENTS = Path("../../shared/sources")
"""Where the documents may stand, seen from the data folder."""

_LONG = re.compile(rf"[^、；，,;]{{{QUOTE + 1},}}")


def audited(registry: Registry, folder: Path) -> pd.DataFrame:
    """The registry's documents in `folder`, audited: rows of `AUDIT_FINDINGS`."""
    sources = {
        source.title: name
        for name, source in registry.sources.items()
        if source.kind == "document" and (folder / source.file).is_file()
    }
    documents = [
        replace(read_document(folder / registry.sources[name].file), name=title)
        for title, name in sources.items()
    ]
    departments = registry.departments[["department", "aliases"]]
    aliases = unified(departments.itertuples(index=False, name=None))
    found = audit(documents, departments=dict(aliases))
    rows = [row for n, one in enumerate(found, 1) for row in _rows(n, one, sources)]
    return pd.DataFrame(rows, columns=AUDIT_FINDINGS.names)


def findings(registry: Registry) -> pd.DataFrame:
    """The findings that rest on documents in sight, one row each.

    Parameters
    ----------
    registry : as far as a request reaches; its plans and opinions say which documents

    Returns
    -------
    finding, finding_kind, severity, sentence, titles, quotes (in the language of the
    run), sources (ids) – in the order of `audit`.
    """
    folder = registry.data_dir / DOCUMENTS
    known = {plan.source for plan in registry.plans.values()}
    seen = known | set(registry.opinions.source)
    live = all((folder / registry.sources[name].file).is_file() for name in seen)
    rows = audited(registry, folder) if seen and live else registry.audit_findings
    within = rows.groupby("finding").source.transform(lambda ids: ids.isin(seen).all())
    kept = rows[within.astype(bool)] if len(rows) else rows
    told = [_told(group, registry) for _, group in kept.groupby("finding")]
    return pd.DataFrame(told, columns=_COLUMNS)


def counts(found: pd.DataFrame) -> pd.DataFrame:
    """How many findings of each kind and severity; kinds without any are left out.

    Returns
    -------
    finding_kind, hard, soft, note, total – the commonest kind first.
    """
    table = pd.crosstab(found.finding_kind, found.severity)
    table = table.reindex(columns=list(SEVERITIES), fill_value=0)
    table = table.reindex([kind for kind in KINDS if kind in table.index])
    table = table.assign(total=table.sum(axis=1))
    table = table.sort_values("total", ascending=False, kind="stable")
    return table.rename_axis("finding_kind").rename_axis(None, axis=1).reset_index()


def documents(found: pd.DataFrame) -> int:
    """How many documents the findings rest on."""
    return len({source for sources in found.sources for source in sources})


_COLUMNS = [
    *("finding", "finding_kind", "severity", "sentence", "titles", "quotes", "sources")
]


def _rows(
    number: int, finding: Finding, sources: Mapping[str, str]
) -> list[tuple[Any, ...]]:
    """A finding as the package holds it: facts and short quotes, no sentence."""
    values = {name: _short(value) for name, value in finding.values.items()}
    told = json.dumps(values, ensure_ascii=False, sort_keys=True)
    head = (finding.kind, finding.severity, finding.key)
    return [
        (
            *(number, n, *head, told if n == 1 else ""),
            *(sources[place.document], place.start, _quote(place)),
        )
        for n, place in enumerate(finding.places, start=1)
    ]


def _short(value: Any) -> Any:
    """A value whose names and words are no longer than a quotation may be."""
    if not isinstance(value, str):
        return value
    return _LONG.sub(lambda long: long.group()[: QUOTE - 1] + "…", value)


def _quote(place: Place) -> str:
    quote = "".join(place.quote.split())
    return quote if len(quote) <= QUOTE else quote[: QUOTE - 1] + "…"


def _told(group: pd.DataFrame, registry: Registry) -> tuple[Any, ...]:
    first = group.iloc[0]
    finding = Finding(
        first.kind, first.severity, first.key, (), json.loads(first["values"])
    )
    sources = tuple(dict.fromkeys(group.source))
    return (
        int(first.finding),
        first.kind,
        first.severity,
        finding.sentence(),
        say("list.comma").join(registry.sources[name].title for name in sources),
        say("list.semicolon").join(group.quote[:SHOWN]),
        sources,
    )


SHOWN = 4
"""Quotations of one finding that a table shows."""
