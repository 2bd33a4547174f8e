"""Why a target has the colour it has: one sentence, made from the row's own numbers.

The verdict's rule chooses the template (``why.<rule>`` in `texts.yml`); nothing here
judges anew, and no adjective stands in a template without the rule's threshold.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from fenghua_analysis.implications import Company, implication
from fenghua_analysis.presentation import (
    comparison,
    difference,
    number,
    percent,
    points,
    quantity,
    with_unit,
)
from fenghua_analysis.registry import Indicator, Registry
from fenghua_analysis.wording import LANGUAGES, language, say, speaking


def with_reasons(
    rows: pd.DataFrame, registry: Registry, observations: pd.DataFrame
) -> pd.DataFrame:
    """The assessment with `why_zh` and `why_en` beside every row.

    A target without a figure says that nobody publishes it, and what it implies.
    """
    companies = list(_companies(rows, observations))
    columns = {}
    for lang in LANGUAGES:
        with speaking(lang):
            columns[f"why_{lang}"] = [
                _why(row, registry, company)
                for row, company in zip(rows.itertuples(), companies, strict=True)
            ]
    return rows.assign(**columns)


def promised(row: Any, registry: Registry) -> str:
    """The target as a reader sees it, such as “≥86%”, in the indicator's unit.

    A promise without a number is named in words.
    """
    if row.kind in ("delegated", "qualitative"):
        return say(f"promise.{row.kind}")
    unit = registry.indicators[row.indicator].unit
    if pd.notna(row.target_high):
        low, high = with_unit(row.target, unit), with_unit(row.target_high, unit)
        return f"{low}–{high}"
    return comparison(row.comparator, with_unit(row.target, unit))


def _companies(rows: pd.DataFrame, observations: pd.DataFrame) -> Iterator[Company]:
    """For each row, its plan's numbers and its region's newest yearly figures."""
    numbered = rows.dropna(subset=["target"])
    beside = {
        key: dict(zip(group.indicator, group.target, strict=True))
        for key, group in numbered.groupby(["plan", "region"])
    }
    annual = observations[observations.period.str.fullmatch(r"\d{4}(-12)?")]
    newest = annual.sort_values("period").drop_duplicates(
        ["indicator", "region"], keep="last"
    )
    seen = {
        region: dict(zip(group.indicator, group.value, strict=True))
        for region, group in newest.groupby("region")
    }
    for row in rows.itertuples():
        yield Company(beside.get((row.plan, row.region), {}), seen.get(row.region, {}))


def _why(row: Any, registry: Registry, company: Company) -> str:
    """The rule's sentence, and for a target without figure what it implies."""
    sentences = [say(_template(row), **_values(row, registry))]
    if row.verdict == "no_data":
        sentences.append(implication(row.indicator, row.target, company))
    elif row.latest_status in ("derived", "estimated", "illustrative"):
        sentences.append(
            say(f"why.figure_{row.latest_status}", **_interval(row, registry))
        )
    return _joined(sentences)


def _template(row: Any) -> str:
    if row.rule in ("delegated", "no_observation"):
        kind = "qualitative" if row.kind == "qualitative" else row.rule
        return f"why.{kind}"
    if row.rule == "figure_of_target_year" and row.latest_year > float(row.year):
        return f"why.figure_of_later_year.{row.verdict}"
    if row.rule in ("figure_of_target_year", "count_of_year", "latest_figure"):
        return f"why.{row.rule}.{row.verdict}"
    return f"why.{row.rule}"


def _values(row: Any, registry: Registry) -> dict[str, Any]:
    """Every number that a template may name, as a reader sees it."""
    indicator = registry.indicators[row.indicator]
    remaining = max(row.gap, 0) if pd.notna(row.gap) else row.gap
    return {
        "region": registry.region_name(row.region, language()),
        "name": indicator.name(language()),
        "target": promised(row, registry),
        "year": row.year,
        "latest": quantity(row.latest, indicator),
        "latest_year": _whole(row.latest_year),
        "base": quantity(row.base, indicator),
        "base_year": _whole(row.base_year),
        "gap": difference(remaining, indicator),
        "relative_gap": percent(abs(row.relative_gap)),
        "attainment": percent(row.attainment),
        "elapsed": percent(row.elapsed),
        "lead": points(row.lead),
        "required": yearly_change(row.required_rate, row.required_step, indicator),
        "observed": yearly_change(row.observed_rate, row.observed_step, indicator),
        "department": _asked(row.department, registry),
        "verdict": say(f"verdict.{row.verdict}"),
    }


def yearly_change(rate: float, step: float, indicator: Indicator) -> str:
    """A yearly change: growth for a level, a step for a share or an index."""
    if pd.notna(rate):
        return percent(rate, 2, signed=True)
    return quantity(step, indicator, signed=True)


def _interval(row: Any, registry: Registry) -> dict[str, str]:
    if pd.isna(row.low):
        return {"interval": ""}
    decimals = registry.indicators[row.indicator].decimals
    ends = {"low": number(row.low, decimals), "high": number(row.high, decimals)}
    return {"interval": say("why.interval", **ends)}


def departments(joined: str, registry: Registry) -> str:
    """Names of departments in the language of the run; a word for none."""
    if not joined:
        return say("list.no_department")
    names = [registry.department_name(n, language()) for n in joined.split("、")]
    return say("list.comma").join(names)


def _asked(joined: str, registry: Registry) -> str:
    """Whom to ask: the departments, or the issuer where the document names none."""
    return departments(joined, registry) if joined else say("why.issuer")


def _whole(year: float) -> str:
    return "" if pd.isna(year) else str(int(year))


def _joined(sentences: Iterable[str]) -> str:
    gap = "" if language() == "zh" else " "
    return gap.join(sentence for sentence in sentences if sentence)
