"""What becomes of a fact: the table in which it is registered, if any.

A bulletin's facts are progress. A plan's promises of indicators are targets, its other
quantified promises are goals; what it says twice, and what it reports or starts from,
is read but not registered. A reviewer may decide otherwise.
"""

from collections.abc import Iterator, Mapping

from fenghua_analysis.documents import Fact
from fenghua_analysis.drafting.corrections import refuse_stale
from fenghua_analysis.drafting.goals import item_goals, measures
from fenghua_analysis.drafting.lists import list_by_rule
from fenghua_analysis.drafting.progress import reported
from fenghua_analysis.drafting.reading import Reading
from fenghua_analysis.drafting.targets import first_promises

TARGETS, GOALS, PROGRESS = "targets", "goals", "progress"


def tables(reading: Reading) -> dict[Fact, str]:
    """Each fact and the name of its table, "" for one that is not registered."""
    rule = tables_by_rule(reading)
    return {
        fact: reading.decided("table", fact, rule=rule.get(fact, ""))
        for fact in reading.facts
    }


def tables_by_rule(reading: Reading) -> Mapping[Fact, str]:
    """The facts that are registered, as the rule has it, and their tables."""
    if reading.is_opinions:
        return {}
    if reading.is_bulletin:
        return dict.fromkeys(reported(reading), PROGRESS)
    targets = first_promises(reading)
    goals = [*measures(reading), *item_goals(reading)]
    return dict.fromkeys(goals, GOALS) | dict.fromkeys(targets, TARGETS)


def refuse_stale_decisions(reading: Reading) -> None:
    """Refuse a reviewer's decisions on rows that the rules do not say.

    Raises
    ------
    RegistryError : see `corrections.reviewed`.
    """
    known = set(_rules(reading))
    rows = reading.corrections_of("row").itertuples()
    refuse_stale(r for r in rows if (r.offset, r.column, r.extracted) not in known)


def _rules(reading: Reading) -> Iterator[tuple[int, str, str]]:
    """Everything that the rules say of the rows."""
    rule = tables_by_rule(reading)
    for fact in reading.facts:
        yield fact.start, "table", rule.get(fact, "")
        yield fact.start, "area", reading.area_by_rule(fact)
    for item in reading.items:
        yield item.start, "list", list_by_rule(item)
        yield item.start, "area", reading.area_by_rule(item)
