"""The sheets of `tables.xlsx`: every table of a study, in the order a reader wants.

Words stand in the reader's language and ids as names; numbers stay numbers.
"""

from collections.abc import Callable
from dataclasses import asdict

import pandas as pd

from fenghua_analysis.findings import promises, supervision, work_items
from fenghua_analysis.registry import Registry
from fenghua_analysis.study import Study
from fenghua_analysis.wording import language, say

_GAPS = [
    *("indicator", "own_unit", "region", "plan", "year", "kind", "comparator"),
    *("direction", "target", "latest", "latest_year", "latest_status", "base"),
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
        *("title", "kind", "publisher", "issued", "reference", "address", "licence"),
        "note",
    ],
}


def sheets(study: Study) -> dict[str, pd.DataFrame]:
    """Sheet key → table, of everything that the report rests on."""
    registry, plans = study.registry, study.plans
    day, region = study.request.as_of, study.request.region
    tables = {
        "gaps": study.assessment,
        "statements": promises.statements(registry),
        "goals": _of(registry.goals, plans),
        "items": work_items.schedules(registry, plans=plans, as_of=day),
        "milestones": _of(registry.milestones, plans),
        "progress": _of(registry.progress, plans),
        "opinions": supervision.opinions(registry, region),
        "observations": study.observations,
        "bounds": registry.bounds,
        "breaks": registry.breaks,
        "sources": pd.DataFrame([asdict(s) for s in registry.sources.values()]),
    }
    spoken = {name: _spoken(frame, registry) for name, frame in tables.items()}
    chosen = {name: frame[_COLUMNS[name]] for name, frame in spoken.items()}
    return chosen | {"parameters": _parameters(study)}


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
}
"""Column → the group of `texts.yml` that has its words."""

_NAMES: dict[str, Callable[[Registry, str], str]] = {
    "indicator": lambda registry, i: (
        registry.indicators[i].name(language()) if i else ""
    ),
    "region": lambda registry, code: registry.region_name(code, language()),
    "plan": lambda registry, plan: registry.plans[plan].name(language()),
    "area": lambda registry, area: registry.area_name(area, language()),
    "source": lambda registry, source: registry.sources[source].title,
}


def _word(group: str, value: str) -> str:
    return say(f"{group}.{value}") if isinstance(value, str) and value else ""


def _parameters(study: Study) -> pd.DataFrame:
    """What was asked for; folders belong to a machine, not to a report."""
    asked = {k: v for k, v in asdict(study.request).items() if not k.endswith("_dir")}
    values = [str(value) for value in asked.values()]
    return pd.DataFrame({"parameter": list(asked), "value": values})
