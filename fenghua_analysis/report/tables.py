"""The sheets of `tables.xlsx`: every table of a study, in the order a reader wants."""

from dataclasses import asdict

import pandas as pd

from fenghua_analysis.findings import promises, work_items
from fenghua_analysis.registry import Registry
from fenghua_analysis.study import Study
from fenghua_analysis.wording import say

_GAPS = (
    *("indicator", "region", "plan", "year", "kind", "comparator", "direction"),
    *("target", "latest", "base", "base_year", "latest_year", "elapsed"),
    *("gap", "relative_gap", "attainment", "lead", "required_rate", "required_step"),
    *("observed_rate", "observed_step", "pace", "verdict", "rule", "latest_status"),
    *("core", "department", "source", "locator", "quote", "offset"),
)


def sheets(study: Study) -> dict[str, pd.DataFrame]:
    """Sheet key → table, of everything that the report rests on."""
    registry, lang = study.registry, study.lang
    plans = study.plans
    schedules = work_items.schedules(registry, plans=plans, as_of=study.request.as_of)
    return {
        "gaps": _gaps(study),
        "statements": _named(promises.statements(registry), registry, lang),
        "goals": _of(registry.goals, plans),
        "items": schedules,
        "milestones": _of(registry.milestones, plans),
        "progress": _of(registry.progress, plans),
        "opinions": registry.opinions,
        "observations": _named(study.observations, registry, lang),
        "bounds": _named(registry.bounds, registry, lang),
        "breaks": registry.breaks,
        "sources": pd.DataFrame([asdict(s) for s in registry.sources.values()]),
        "parameters": _parameters(study),
    }


def _gaps(study: Study) -> pd.DataFrame:
    """The assessment with names, units in their own column, and the reason."""
    rows = study.assessment[[*_GAPS, f"why_{study.lang}"]]
    table = _named(rows, study.registry, study.lang)
    units = [study.registry.indicators[name].unit for name in rows.indicator]
    table.insert(1, "unit", units)
    table["verdict"] = [say(f"verdict.{verdict}") for verdict in rows.verdict]
    table["rule"] = [say(f"rule.{rule}") for rule in rows.rule]
    return table


def _named(frame: pd.DataFrame, registry: Registry, lang: str) -> pd.DataFrame:
    """Ids of indicators, regions and plans as names."""
    named = frame.copy()
    named["indicator"] = [registry.indicators[i].name(lang) for i in frame.indicator]
    named["region"] = [registry.region_name(code, lang) for code in frame.region]
    if "plan" in frame:
        named["plan"] = [registry.plans[plan].name(lang) for plan in frame.plan]
    return named


def _of(frame: pd.DataFrame, plans: list[str]) -> pd.DataFrame:
    return frame[frame.plan.isin(plans)]


def _parameters(study: Study) -> pd.DataFrame:
    """What was asked for; folders belong to a machine, not to a report."""
    asked = {k: v for k, v in asdict(study.request).items() if not k.endswith("_dir")}
    values = [str(value) for value in asked.values()]
    return pd.DataFrame({"parameter": list(asked), "value": values})
