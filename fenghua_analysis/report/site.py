"""`index.html`: the judgement, the scoreboard, every target, the way to the rest."""

from pathlib import Path
from typing import Any

import pandas as pd

from fenghua_analysis.answers import on_gaps
from fenghua_analysis.assessment import VERDICTS
from fenghua_analysis.findings import promises, scoreboard
from fenghua_analysis.pages import render
from fenghua_analysis.parameters import newest_day, newest_source
from fenghua_analysis.presentation import (
    MISSING,
    VERDICT_MARKERS,
    comparison,
    with_unit,
)
from fenghua_analysis.readable import readable
from fenghua_analysis.reasons import departments, judged, promised
from fenghua_analysis.report.execution import Execution
from fenghua_analysis.study import Study
from fenghua_analysis.wording import in_language, say

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
    root: Path,
    study: Study,
    *,
    runs: list[Execution],
    records: dict[str, Row],
    sibling: str = "",
) -> None:
    """Write `index.html` into a run's folder.

    Parameters
    ----------
    runs, records : how each notebook ended, and what it handed over
    sibling : the way to this report in the other language, where it stands
    """
    rows = _rows(study)
    html = render(
        "index.html",
        root="",
        title=say("page.title", region=study.region_name),
        subtitle=_subtitle(study),
        other=sibling,
        notice=say("figure.watermark_long") if study.illustrative else "",
        judgement=_judgement(study),
        failed=[run for run in runs if run.failed],
        gauges=_gauges(rows, study.request.region),
        verdicts=[_verdict(verdict) for verdict in _found(study)],
        matrix=_matrix(study),
        board_note=_board_note(study),
        filters=_filters(rows),
        rows=rows,
        notebooks=[_notebook(run, records[run.name]) for run in runs],
    )
    (root / "index.html").write_text(html, encoding="utf-8")


def _board_note(study: Study) -> str:
    """What the scoreboard counts, and how much of it rests on invented figures."""
    note = say("page.scoreboard_note")
    tally = scoreboard.tally(study.assessment, study.request.region)
    invented = tally.grounds.get("illustrative", 0)
    if not invented:
        return note
    return say(
        "page.sentences",
        first=note,
        second=say("page.scoreboard_illustrative", count=invented),
    )


def _subtitle(study: Study) -> str:
    """The day, what the report rests on, and whence the day if nobody chose it."""
    day = study.request.as_of
    key = "subtitle_illustrative" if study.illustrative else "subtitle"
    words = say(f"page.{key}", as_of=day)
    if day != newest_day(study.registry):
        return words
    title = newest_source(study.registry).cited
    return f"{words} · {say('page.newest_day', as_of=day, title=title)}"


def _judgement(study: Study) -> str:
    request = study.request
    words = on_gaps(study.assessment, request.region, request.as_of)
    key = words.pop("answer", "answer").replace("answer", "judgement")
    return study.marked(say(f"page.{key}", region=study.region_name, **words))


def _rows(study: Study) -> list[Row]:
    """Every target as the page shows it."""
    registry, lang = study.registry, study.lang
    lineage = promises.lineages(registry, regions=study.lineage)
    facts = readable(study.assessment, registry, _FACTS)
    return [
        {
            **_verdict(row.verdict),
            "verdict": row.verdict,
            "verdict_name": judged(row),
            "indicator": row.indicator,
            "region": row.region,
            "region_name": registry.region_name(row.region, lang),
            "is_own": row.region == study.request.region,
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
            "lineage": _steps(_of(lineage, row), study),
            "source": registry.sources[row.source].cited,
            "locator": in_language(row.locator),
            "quote": _quoted(row.quote),
        }
        for row, texts in zip(
            study.assessment.itertuples(), facts.itertuples(index=False), strict=True
        )
    ]


def _of(lineage: pd.DataFrame, row: Any) -> pd.DataFrame:
    """The statements that speak of the promise of a row: its indicator, its region."""
    return lineage[
        (lineage.indicator == row.indicator) & (lineage.region == row.region)
    ]


def _steps(lineage: pd.DataFrame, study: Study) -> list[Row]:
    """The statements of one promise, as stated and where."""
    return [
        {
            "plan": study.registry.plans[step.plan].name(study.lang),
            "where": _place(where, step.locator),
            "year": step.year,
            "value": comparison(step.comparator, with_unit(step.stated, step.unit)),
        }
        for step, where in zip(lineage.itertuples(), lineage["where"], strict=True)
    ]


def _quoted(quote: str) -> str:
    """The words of the source; on a Chinese page English ones are said to be such."""
    if not quote:
        return ""
    foreign = quote.isascii() and any(char.isalpha() for char in quote)
    return say("page.quote_english" if foreign else "page.quote", quote=quote)


def _place(where: str, locator: str) -> str:
    """Where a document states it; the lists of an annex say themselves which one."""
    if where in ("work", "reform"):
        return locator
    return say("page.in_text", locator=locator)


def _gauges(rows: list[Row], region: str) -> list[Row]:
    """The headline targets of the region itself, where a plan sets them for it."""
    found = {row["indicator"]: row for row in reversed(rows) if row["region"] == region}
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
                        for v, n in ((v, getattr(row, v)) for v in _found(study))
                    ],
                }
                for row in areas.itertuples()
            ],
        }
        for plan, areas in board.groupby("plan", sort=False)
    ]


def _found(study: Study) -> list[str]:
    """The verdicts that occur: a column of dots would only take room."""
    return [v for v in VERDICTS if (study.assessment.verdict == v).any()]


def _filters(rows: list[Row]) -> list[Row]:
    """Choices that the rows offer, in the order in which they appear."""
    plans = {row["plan_id"]: row["plan"] for row in rows}
    areas = {row["area_id"]: row["area"] for row in rows}
    given = {row["verdict"] for row in rows}
    verdicts = {v: say(f"verdict.{v}") for v in VERDICTS if v in given}
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
