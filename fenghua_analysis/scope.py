"""What a request may see: its plans, and what was known on its day.

The one place that cuts. A document counts from the day on which it was issued, an
opinion of the congress from the day on which it was given, a figure once its period is
over and its source may be out; of all that the chosen plans are kept. Nothing behind it
asks again.
"""

from dataclasses import replace

import pandas as pd

from fenghua_analysis.parameters import ALL, Request
from fenghua_analysis.periods import Period, first_day
from fenghua_analysis.registry import Plan, Registry


def within(registry: Registry, request: Request) -> Registry:
    """The registry as far as a resolved request reaches.

    Returns
    -------
    The plans that bind the region, were issued by the day and are asked for, with their
    targets, goals, items and bulletins; the opinions given by the day and what answers
    them; the bounds of periods that are over.
    """
    plans = _plans(registry, request)
    tables = {name: _of(frame, plans) for name, frame in registry.tables.items()}
    issued = [registry.released(name) for name in tables["opinions"].source]
    tables["opinions"] = tables["opinions"][[day <= request.as_of for day in issued]]
    tables["opinion_answers"] = _answering(tables)
    tables["bounds"] = known(tables["bounds"], registry, as_of=request.as_of)
    return replace(registry, plans=plans, tables=tables)


def known(frame: pd.DataFrame, registry: Registry, *, as_of: str) -> pd.DataFrame:
    """The figures or bounds that may be known on a day, ISO.

    Their period is over, and their source not certainly later: one that is dated to a
    year only may have come out on its first day.
    """
    over = {
        code: Period.parse(code).end.isoformat() <= as_of
        for code in frame.period.unique()
    }
    out = {
        name: name not in registry.sources
        or first_day(registry.sources[name].issued) <= as_of
        for name in frame.source.unique()
    }
    return frame[frame.period.map(over).eq(True) & frame.source.map(out).eq(True)]


def _plans(registry: Registry, request: Request) -> dict[str, Plan]:
    return {
        id: plan
        for id, plan in registry.plans_of(request.region).items()
        if request.plan in (ALL, id) and registry.issued(id) <= request.as_of
    }


def _of(frame: pd.DataFrame, plans: dict[str, Plan]) -> pd.DataFrame:
    """The rows of the plans; a row that names no plan stays."""
    if "plan" not in frame:
        return frame
    return frame[frame.plan.isin(["", *plans])].reset_index(drop=True)


def _answering(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The answers to opinions in sight, of items and indicators in sight."""
    answers = tables["opinion_answers"]
    spoken = {*tables["targets"].indicator, *tables["goals"].indicator}
    seen = answers.source.isin(tables["opinions"].source)
    return answers[seen & ((answers.plan != "") | answers.answer.isin(spoken))]
