"""Why a target has the colour it has: one sentence, made from the row's own numbers.

The verdict's rule chooses the template (``why.<rule>`` in `texts.yml`); nothing here
judges anew, and no adjective stands in a template without the rule's threshold.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from fenghua_analysis.implications import Company, implication
from fenghua_analysis.metrics.pace import observed_annual_rate
from fenghua_analysis.metrics.verdicts.hypothetical_value import MISS_CUTS
from fenghua_analysis.metrics.verdicts.un_progress import SHARE_CUTS
from fenghua_analysis.presentation import (
    MISSING,
    UNSURE,
    Shown,
    comparison,
    decimals_of,
    difference,
    number,
    percent,
    quantity,
    with_unit,
    yearly_step,
)
from fenghua_analysis.registry import Indicator, Registry
from fenghua_analysis.wording import LANGUAGES, in_language, language, say, speaking


def with_reasons(
    rows: pd.DataFrame, registry: Registry, observations: pd.DataFrame
) -> pd.DataFrame:
    """The assessment with `why_zh` and `why_en` beside every row.

    A target without a figure says that none is at hand, and what it implies.
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
    """For each row, its plan's numbers of its year and its region's newest figures."""
    numbered = rows.dropna(subset=["target"])
    beside = {
        key: dict(zip(group.indicator, group.target, strict=True))
        for key, group in numbered.groupby(["plan", "region", "year"])
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
        targets = beside.get((row.plan, row.region, row.year), {})
        yield Company(targets, seen.get(row.region, {}))


def _why(row: Any, registry: Registry, company: Company) -> str:
    """The rule's sentence, and for a target without figure what it implies."""
    values = _values(row, registry)
    sentences = [say("why.overdue", **values)] if row.overdue else []
    sentences.append(say(_template(row), **values))
    if row.rule == "no_observation":
        sentences.append(implication(row.indicator, row.target, company))
    if values["required"] != MISSING:
        sentences.append(say("why.required", **values))
    if row.latest_status in ("derived", "estimated", "illustrative"):
        interval = _interval(row, registry.indicators[row.indicator])
        sentences.append(say(f"why.figure_{row.latest_status}", interval=interval))
    return _joined(sentences)


def _template(row: Any) -> str:
    if row.verdict == "missed" and row.gap == 0:
        return "why.at_bound"
    if row.rule in ("delegated", "no_observation"):
        kind = "qualitative" if row.kind == "qualitative" else row.rule
        return f"why.{kind}"
    if _by_later_year(row):
        return f"why.figure_of_later_year.{row.verdict}"
    if row.rule in ("figure_of_target_year", "count_of_year", "latest_figure"):
        return f"why.{row.rule}.{row.so_far or row.verdict}"
    return f"why.{row.rule}"


def _by_later_year(row: Any) -> bool:
    """Whether the figure judged is of a year after the target's."""
    return row.rule == "figure_of_target_year" and row.latest_year > float(row.year)


def _values(row: Any, registry: Registry) -> dict[str, Any]:
    """Every number that a template may name, as a reader sees it."""
    indicator = registry.indicators[row.indicator]
    remaining = max(row.gap, 0) if pd.notna(row.gap) else row.gap
    target = promised(row, registry)
    return {
        "region": registry.region_name(row.region, language()),
        "target": target,
        "aim": say(f"aim.{_aim(row)}", target=target.lstrip(_SIGNS)),
        "year": row.year,
        "figure": _figure(row, indicator),
        "latest_year": _whole(row.latest_year),
        "base": quantity(row.base, indicator),
        "base_year": _whole(row.base_year),
        "gap": difference(remaining, indicator),
        "relative_gap": percent(abs(row.relative_gap)),
        "attainment": percent(row.attainment),
        "elapsed": percent(row.elapsed),
        "required": yearly_change(row.required_rate, row.required_step, indicator),
        "observed": yearly_change(row.observed_rate, row.observed_step, indicator),
        "growth": percent(_growth(row), 2, signed=True),
        "share": percent(row.projected_share),
        "share_cut": percent(SHARE_CUTS[0], 0),
        "miss": percent(row.miss_share),
        "miss_cut": percent(MISS_CUTS[1], 0),
        "department": _asked(row.department, registry),
        "verdict": judged(row) if not row.overdue else say(f"verdict.{row.so_far}"),
    }


def _growth(row: Any) -> float:
    """Compound growth a year since the base, on any scale; NaN where it has none."""
    if not (row.base > 0 and row.latest > 0):
        return float("nan")
    years = row.latest_year - row.base_year
    return float(observed_annual_rate(row.base, row.latest, years=years))


_SIGNS = "≥≤><≈"


def _aim(row: Any) -> str:
    """The word of the comparator that a sentence takes in place of its sign."""
    return "within" if pd.notna(row.target_high) else row.comparator or "eq"


def _figure(row: Any, indicator: Indicator) -> str:
    """The figure judged; an estimate with what it rests on."""
    latest = quantity(row.latest, indicator)
    kind = row.latest_status if row.latest_status in _MARKED else "published"
    note = in_language(row.latest_note)
    grounds = say("why.grounds", note=note) if note else ""
    return say(f"why.known.{kind}", latest=latest, grounds=grounds)


_MARKED = ("preliminary", "internal", "estimated", "illustrative")


def judged(row: Any) -> str:
    """The verdict in words, with what it is conditional on.

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> judged(SimpleNamespace(verdict="missed", rule="figure_of_target_year",
    ...     year="2022", latest_year=2022, latest_status="estimated", overdue=False))
    '未达到（按估计数，有条件）'
    """
    word = say("ground.no_figure_of_year" if row.overdue else f"verdict.{row.verdict}")
    grounds = _grounds(row)
    if not grounds:
        return word
    return say("ground.verdict", verdict=word, grounds=say("list.comma").join(grounds))


def _grounds(row: Any) -> list[str]:
    year, grounds = _whole(row.latest_year), []
    if row.latest_status in UNSURE:
        grounds.append(say(f"ground.{row.latest_status}"))
    if _by_later_year(row):
        grounds.append(say("ground.later", year=year))
    if row.overdue:
        so_far = say(f"verdict.{row.so_far}")
        grounds.append(say("ground.overdue", year=year, so_far=so_far))
    return grounds


def yearly_change(rate: float, step: float, indicator: Indicator) -> Shown:
    """A yearly change: growth for a level, a step for a share or an index."""
    if pd.notna(rate):
        return percent(rate, 2, signed=True)
    return yearly_step(step, indicator)


def _interval(row: Any, indicator: Indicator) -> str:
    if pd.isna(row.low):
        return ""
    low = number(row.low, decimals_of(row.low, most=indicator.decimals))
    return say("why.interval", low=low, high=quantity(row.high, indicator))


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
