"""01, 02, 06 and 11: what is promised, how it stands, what it is judged by."""

import pandas as pd

from fenghua_analysis.answers.answer import NONE, Answer
from fenghua_analysis.findings import consistency, promises, scoreboard, services
from fenghua_analysis.registry import Registry
from fenghua_analysis.wording import say


def on_targets(documents: pd.DataFrame, lineage: pd.DataFrame, own: bool) -> Answer:
    """01: how many documents, targets, targets without numbers, changed promises.

    Parameters
    ----------
    own : whether a document of the region itself is among them
    """
    if documents.empty:
        return NONE
    return {
        "answer": "answer" if own else "answer_above",
        "documents": len(documents),
        "targets": int(documents.targets.sum()),
        "worded": int(documents.worded.sum()),
        "changes": _changes(lineage),
        "repeated": len(promises.repeated(lineage)),
        "moved": len(promises.changed(lineage)),
        "clashing": len(promises.clashing(lineage)),
    }


def _changes(lineage: pd.DataFrame) -> str:
    """How many promises are stated several times, and differ."""
    if lineage.empty:
        return say("notebook.01_targets.changes_none")
    return say(
        "notebook.01_targets.changes",
        repeated=len(promises.repeated(lineage)),
        moved=len(promises.changed(lineage)),
        clashing=len(promises.clashing(lineage)),
    )


def on_gaps(assessment: pd.DataFrame, region: str, as_of: str) -> Answer:
    """02 and the page: how many of a region's targets can be judged, how they stand."""
    found = scoreboard.tally(assessment, region)
    if not found.total:
        key = "answer_none" if found.above else "answer_nothing"
        return {"answer": key, "above": found.above}
    return {
        "as_of": as_of,
        "total": found.total,
        "judged": found.judged,
        "grounds": grounds(found),
        "open": found.under_way,
        "above": _above(found),
        "targets_above": found.above,
        **{name: found.verdicts[name] for name in _COUNTED},
        **{f"by_{kind}": count for kind, count in found.grounds.items()},
        "later": found.later,
    }


_COUNTED = ("met", "missed", "no_data", "not_published")


def _above(tally: scoreboard.Tally) -> str:
    """The sentence on targets of the regions above; "" where none is listed."""
    return say("page.above", count=tally.above) if tally.above else ""


def grounds(tally: scoreboard.Tally) -> str:
    """What the judged targets are judged by: published, estimated, invented figures."""
    if not tally.judged:
        return ""
    kinds = [
        say("ground.count", status=say(f"status.{kind}"), count=count)
        for kind, count in tally.grounds.items()
    ]
    later = say("ground.count_later", count=tally.later) if tally.later else ""
    return say("ground.counts", kinds=say("list.comma").join(kinds), later=later)


def on_services(rows: pd.DataFrame, registry: Registry) -> Answer:
    """06: values, core ones, departments, and how many had a target before."""
    if rows.empty:
        return NONE
    beside = services.beside_earlier(rows, registry)
    earlier, known = int(beside.earlier.notna().sum()), int(rows.latest.notna().sum())
    part = "notebook.06_public_services"
    return {
        "rows": rows.locator.nunique(),
        "values": len(rows),
        "core": int(rows.core.sum()),
        "departments": rows.department.nunique(),
        "earlier": say(f"{part}.{'some' if earlier else 'no'}_earlier", count=earlier),
        "known": say(f"{part}.{'some' if known else 'no'}_known", count=known),
    }


def on_supervision(opinions: pd.DataFrame) -> Answer:
    """11: opinions, and how many of them find an answer."""
    if opinions.empty:
        return NONE
    answered = int((opinions[["indicators", "work", "reform"]].sum(axis=1) > 0).sum())
    return {
        "reports": opinions[["source", "report"]].drop_duplicates().shape[0],
        "opinions": len(opinions),
        "answered": answered,
        "unanswered": len(opinions) - answered,
    }


def on_consistency(found: pd.DataFrame) -> Answer:
    """09: how many places do not add up, how gravely, and of which kind most."""
    if found.empty:
        return NONE
    counts = consistency.counts(found)
    first = counts.iloc[0]
    return {
        "documents": consistency.documents(found),
        "total": len(found),
        **{name: int(counts[name].sum()) for name in ("hard", "soft", "note")},
        "most": say(f"audit_page.kind.{first.finding_kind}"),
        "count": int(first.total),
    }
