"""`index.html`: the judgement, the scoreboard, every target, the way to the rest."""

from pathlib import Path
from typing import Any

from fenghua_analysis.assessment import VERDICTS
from fenghua_analysis.figures.theme import VERDICT_MARKERS
from fenghua_analysis.findings import promises, scoreboard
from fenghua_analysis.pages import render
from fenghua_analysis.presentation import MISSING, comparison, quantity
from fenghua_analysis.readable import readable
from fenghua_analysis.reasons import departments, promised
from fenghua_analysis.report.execution import Execution
from fenghua_analysis.study import Study
from fenghua_analysis.wording import LANGUAGES, say

HEADLINES = {
    "urban_rural_ratio": "03_urban_rural",
    "lowest_township_ratio": "04_townships",
}
"""The two targets that name a plan for common prosperity, and their notebooks."""

_FACTS = (
    *("latest", "latest_period", "latest_status", "gap", "attainment", "elapsed"),
    *("required", "observed", "rule", "department"),
)

Row = dict[str, Any]


def write_index(
    root: Path, study: Study, *, runs: list[Execution], records: dict[str, Row]
) -> None:
    """Write `index.html` into a run's folder."""
    rows = _rows(study)
    html = render(
        "index.html",
        root="",
        title=say("page.title", region=study.region_name),
        subtitle=say("page.subtitle", as_of=study.request.as_of),
        other=_other_language(root, study.lang),
        notice=say("figure.watermark_long") if study.illustrative else "",
        judgement=_judgement(study),
        failed=[run for run in runs if run.failed],
        gauges=_gauges(rows),
        verdicts=[_verdict(verdict) for verdict in VERDICTS],
        matrix=_matrix(study),
        filters=_filters(rows),
        rows=rows,
        notebooks=[_notebook(run, records[run.name]) for run in runs],
    )
    (root / "index.html").write_text(html, encoding="utf-8")


def _judgement(study: Study) -> str:
    tally = scoreboard.tally(study.assessment, study.request.region)
    under_way = tally["judged"] - tally["met"] - tally["missed"]
    words = {"region": study.region_name, "open": under_way} | tally
    return study.marked(say("page.judgement", **words))


def _rows(study: Study) -> list[Row]:
    """Every target as the page shows it."""
    registry, lang = study.registry, study.lang
    lineage = promises.lineages(registry, regions=study.lineage)
    facts = readable(study.assessment, registry, _FACTS)
    return [
        {
            **_verdict(row.verdict),
            "verdict": row.verdict,
            "verdict_name": say(f"verdict.{row.verdict}"),
            "indicator": row.indicator,
            "region": row.region,
            "name": registry.indicators[row.indicator].name(lang),
            "target": promised(row, registry),
            "year": row.year,
            "core": str(row.core),
            "plan": registry.plans[row.plan].name(lang),
            "plan_id": row.plan,
            "area": registry.area_name(row.area, lang),
            "area_id": row.area,
            "departments": departments(row.department, registry),
            "why": getattr(row, f"why_{lang}"),
            "facts": [
                {"label": label, "value": value}
                for label, value in zip(facts, texts, strict=True)
                if value != MISSING
            ],
            "lineage": _steps(lineage[lineage.indicator == row.indicator], study),
            "source": registry.sources[row.source].title,
            "locator": row.locator,
            "quote": row.quote,
        }
        for row, texts in zip(
            study.assessment.itertuples(), facts.itertuples(index=False), strict=True
        )
    ]


def _steps(lineage: Any, study: Study) -> list[Row]:
    """The statements of one indicator, document by document."""
    return [
        {
            "plan": study.registry.plans[step.plan].name(study.lang),
            "year": step.year,
            "value": comparison(
                step.comparator,
                quantity(step.value, study.registry.indicators[step.indicator]),
            ),
        }
        for step in lineage.itertuples()
    ]


def _gauges(rows: list[Row]) -> list[Row]:
    """The headline targets of the region itself."""
    found = {row["indicator"]: row for row in reversed(rows)}
    return [
        found[indicator] | {"notebook": notebook}
        for indicator, notebook in HEADLINES.items()
        if indicator in found
    ]


def _matrix(study: Study) -> list[Row]:
    """Counts of verdicts, area by area, plan by plan."""
    board = scoreboard.by_area(study.assessment, study.registry)
    lang = study.lang
    return [
        {
            "plan": study.registry.plans[plan].name(lang),
            "rows": [
                {
                    "id": row.area,
                    "area": study.registry.area_name(row.area, lang),
                    "total": row.total,
                    "counts": [
                        {"n": n, "verdict": v, "name": say(f"verdict.{v}")}
                        for v, n in ((v, getattr(row, v)) for v in VERDICTS)
                    ],
                }
                for row in areas.itertuples()
            ],
        }
        for plan, areas in board.groupby("plan", sort=False)
    ]


def _filters(rows: list[Row]) -> list[Row]:
    """Choices that the rows offer, in the order in which they appear."""
    plans = {row["plan_id"]: row["plan"] for row in rows}
    areas = {row["area_id"]: row["area"] for row in rows}
    verdicts = {v: say(f"verdict.{v}") for v in VERDICTS}
    comma = say("list.comma")
    names = dict.fromkeys(n for row in rows for n in row["departments"].split(comma))
    choices = {
        "plan": plans,
        "area": areas,
        "department": {name: name for name in names},
        "verdict": verdicts,
    }
    return [
        {
            "name": name,
            "label": say(f"column.{name}"),
            "options": [{"value": v, "label": label} for v, label in options.items()],
        }
        for name, options in choices.items()
    ]


def _verdict(verdict: str) -> Row:
    return {
        "key": verdict,
        "mark": VERDICT_MARKERS[verdict],
        "name": say(f"verdict.{verdict}"),
    }


def _notebook(run: Execution, record: Row) -> Row:
    """A line of the list of notebooks; one that failed has only its name."""
    words = {key: record.get(key, "") for key in ("question", "answer")}
    return {"name": run.name, "title": record.get("title", run.name), **words}


def _other_language(root: Path, lang: str) -> str:
    """Where the same report stands in the other language."""
    other = next(code for code in LANGUAGES if code != lang)
    name = root.name.strip(".").removesuffix(".building")
    sibling = name.replace(f"-{lang}", f"-{other}")
    return f"../{sibling}/index.html"
