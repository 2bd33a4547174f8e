"""07 and 08: work items against their schedules, money against the time gone."""

from typing import Any

import pandas as pd

from fenghua_analysis.answers.answer import NONE, Answer
from fenghua_analysis.findings import livelihood, work_items
from fenghua_analysis.presentation import (
    against_time,
    month,
    number,
    percent,
    period,
    with_unit,
)
from fenghua_analysis.registry import Registry
from fenghua_analysis.wording import language, say


def on_work(schedules: pd.DataFrame, registry: Registry, as_of: str) -> Answer:
    """07: steps due by the day, who carries most, and whether anything is reported."""
    if schedules.empty:
        return NONE
    load = work_items.load_by_department(schedules).iloc[0]
    reported = int(schedules.completed.notna().sum())
    key = "reported_some" if reported else "reported_none"
    return {
        "as_of": as_of,
        "work": int((schedules["list"] == "work").sum()),
        "reform": int((schedules["list"] == "reform").sum()),
        "steps": int(schedules.steps.sum()),
        "due": int(schedules.due.sum()),
        "top": registry.department_name(load.department, language()),
        "most": int(load["items"]),
        "reported": say(f"notebook.07_work_items.{key}", count=reported),
    }


def on_sections(sections: pd.DataFrame, registry: Registry) -> dict[str, Any]:
    """07: whether the lists hold as many items as their headings announce.

    Returns
    -------
    Key of a paragraph and its values, as `Study.write` takes them.
    """
    apart = work_items.unmatched(sections)
    if apart.empty:
        return {"key": "sections_match"}
    places = [
        say(
            "notebook.07_work_items.section_apart",
            area=registry.area_name(row.area, language()),
            announced=int(row.announced),
            items=int(row["items"]),
        )
        for _, row in apart.iterrows()
    ]
    joined = say("list.semicolon").join(places)
    return {"key": "sections_apart", "count": len(apart), "places": joined}


def on_schedules(schedules: pd.DataFrame, as_of: str) -> dict[str, Any]:
    """07: what the day leaves behind, in a sentence that stands for the bars.

    Returns
    -------
    Key of a paragraph and its values, as `Study.write` takes them.
    """
    ended = schedules.dropna(subset=["end"])
    if ended.empty or len(work_items.ahead(schedules)):
        return {"key": "schedules_open", "as_of": as_of}
    last = month(str(ended.end.max()))
    return {"key": "schedules_over", "as_of": as_of, "items": len(ended), "end": last}


def on_livelihood(rows: pd.DataFrame, registry: Registry, region: str) -> Answer:
    """08: money and projects against the time gone, and whose they are."""
    if rows.empty:
        return NONE
    money = livelihood.money(rows).set_index("funding").loc["total"]
    counts = livelihood.counts(rows)
    place = livelihood.place(rows, registry)
    return {
        "answer": "answer" if place == region else "answer_above",
        "place": registry.region_name(place, language()),
        "period": period(livelihood.period(rows)),
        "elapsed": percent(money.elapsed, 0),
        "used": with_unit(money.used, money.unit),
        "planned": with_unit(money.planned, money.unit),
        "ratio": percent(money.used_share),
        "lead": against_time(money.lead),
        **{
            name: number(value, 1 if name == "progress" else 0)
            for name, value in counts.items()
        },
    }
