"""The sheets of `tables.xlsx`: every table of a study, in the order a reader wants.

Words stand in the reader's language and ids as names; numbers stay numbers.
"""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import pandas as pd

from fenghua_analysis.findings import consistency, promises, supervision, work_items
from fenghua_analysis.presentation import unit_words
from fenghua_analysis.provenance import asked
from fenghua_analysis.reasons import departments
from fenghua_analysis.registry import Registry, Source
from fenghua_analysis.study import Study
from fenghua_analysis.wording import in_language, language, say

_GAPS = [
    *("indicator", "own_unit", "region", "plan", "year", "kind", "comparator"),
    *("direction", "target", "tested_target", "latest", "latest_year"),
    *("latest_status", "base"),
    *("base_year", "elapsed", "gap", "relative_gap", "attainment", "lead"),
    *("required_rate", "required_step", "observed_rate", "observed_step", "pace"),
    *("verdict", "rule", "why", "core", "department", "source", "locator", "quote"),
    "offset",
]
_COLUMNS = {
    "gaps": _GAPS,
    "statements": [
        *("indicator", "region", "plan", "year", "comparator", "stated", "unit"),
        *("value", "where", "source", "locator"),
    ],
    "goals": [
        *("plan", "list", "number", "name", "comparator", "value", "value_high"),
        *("unit", "indicator", "department", "area", "locator", "quote", "offset"),
    ],
    "items": [
        *("plan", "list", "number", "area", "item", "departments", "start", "end"),
        *("steps", "due", "expected", "completed", "lead", "state", "source", "offset"),
    ],
    "milestones": [
        *("plan", "list", "number", "step", "start", "end", "timing", "label"),
        *("source", "offset"),
    ],
    "progress": [
        *("plan", "area", "item", "kind", "funding", "period", "comparator", "value"),
        *("unit", "source", "locator", "quote", "offset"),
    ],
    "opinions": [
        *("report_title", "number", "heading", "sub_points", "departments"),
        *("indicators", "work", "reform", "source", "offset"),
    ],
    "findings": ["finding_kind", "severity", "sentence", "titles", "quotes"],
    "observations": [
        *("indicator", "region", "period", "value", "unit", "low", "high", "status"),
        *("source", "note"),
    ],
    "bounds": [
        "indicator",
        "region",
        "period",
        "low",
        "high",
        "unit",
        "source",
        "note",
    ],
    "breaks": ["indicator", "region", "year", "kind", "reason", "source"],
    "sources": [
        *("title", "about", "kind", "publisher", "issued", "reference", "address"),
        *("licence", "note"),
    ],
}


def sheets(study: Study) -> dict[str, pd.DataFrame]:
    """Sheet key → table, of everything that the report rests on."""
    registry, plans = study.registry, study.plans
    day, region = study.request.as_of, study.request.region
    tables = {
        "gaps": _tested(study.assessment),
        "statements": promises.statements(registry),
        "goals": _of(registry.goals, plans),
        "items": work_items.schedules(registry, plans=plans, as_of=day),
        "milestones": _of(registry.milestones, plans),
        "progress": _of(registry.progress, plans),
        "opinions": supervision.opinions(registry, region),
        "findings": consistency.findings(registry),
        "observations": study.observations,
        "bounds": registry.bounds,
        "breaks": registry.breaks,
        "sources": pd.DataFrame([_source(s) for s in registry.sources.values()]),
    }
    spoken = {name: _spoken(frame, registry) for name, frame in tables.items()}
    chosen = {name: frame[_COLUMNS[name]] for name, frame in spoken.items()}
    return chosen | {"parameters": _parameters(study)}


def _tested(rows: pd.DataFrame) -> pd.DataFrame:
    """The assessment with the number that each verdict was tested against."""
    return rows if "tested_target" in rows else rows.assign(tested_target=rows.target)


def _source(source: Source) -> dict[str, Any]:
    """A source, with what it is where its title does not say so to the reader."""
    about = source.cited if source.cited != in_language(source.title) else ""
    return asdict(source) | {"about": about}


def _of(frame: pd.DataFrame, plans: list[str]) -> pd.DataFrame:
    return frame[frame.plan.isin(plans)]


def _spoken(frame: pd.DataFrame, registry: Registry) -> pd.DataFrame:
    """The table in the reader's language: one of two columns, ids as names."""
    spoken = frame.rename(columns=_in_language(frame))
    for column, group in _WORDS.items():
        if column in spoken:
            spoken[column] = [_word(group, value) for value in spoken[column]]
    for column, name in _NAMES.items():
        if column in spoken:
            spoken[column] = [name(registry, value) for value in spoken[column]]
    return spoken


def _in_language(frame: pd.DataFrame) -> dict[str, str]:
    """Columns that stand in two languages → the one name under which one is shown."""
    other = "en" if language() == "zh" else "zh"
    renamed = {f"{stem}_{language()}": shown for stem, shown in _PAIRS.items()}
    renamed |= {
        f"{stem}_{other}": f"{shown} ({other})" for stem, shown in _PAIRS.items()
    }
    if language() == "zh" and "name_en" in frame:
        renamed["name"] = "item"
    return renamed


_PAIRS = {
    "why": "why",
    "name": "item",
    "report": "report_title",
    "heading": "heading",
    "note": "reason",
}

_WORDS = {
    "status": "status",
    "latest_status": "status",
    "verdict": "verdict",
    "rule": "rule",
    "kind": "kind",
    "direction": "direction",
    "comparator": "comparator",
    "list": "list",
    "where": "list",
    "state": "state",
    "funding": "funding",
    "finding_kind": "audit_page.kind",
    "severity": "audit_page.severity",
}
"""Column → the group of `texts.yml` that has its words."""

_NAMES: dict[str, Callable[[Registry, Any], Any]] = {
    "indicator": lambda registry, i: (
        registry.indicators[i].name(language()) if i else ""
    ),
    "region": lambda registry, code: registry.region_name(code, language()),
    "plan": lambda registry, plan: registry.plans[plan].name(language()),
    "area": lambda registry, area: registry.area_name(area, language()),
    "source": lambda registry, source: registry.sources[source].cited,
    "department": lambda registry, joined: departments(joined, registry),
    "departments": lambda registry, joined: departments(joined, registry),
    "own_unit": lambda registry, unit: unit_words(unit),
    "unit": lambda registry, unit: unit_words(unit),
    "year": lambda registry, year: int(year),
    "core": lambda registry, core: "★" if core else "",
    **dict.fromkeys(
        ("note", "locator", "licence", "publisher", "title"),
        lambda registry, remark: in_language(remark),
    ),
}


def _word(group: str, value: str) -> str:
    return say(f"{group}.{value}") if isinstance(value, str) and value else ""


def _parameters(study: Study) -> pd.DataFrame:
    """What was asked for, in words."""
    rows = asked(study.request, study.registry)
    return pd.DataFrame({"parameter": list(rows), "asked": list(rows.values())})
