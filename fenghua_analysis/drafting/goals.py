"""Facts → rows of goals: what single measures and work items are to bring."""

from collections.abc import Iterable, Iterator, Sequence

from fenghua_analysis.documents import Fact, WorkItem
from fenghua_analysis.documents.outline import PATH
from fenghua_analysis.documents.schedule import is_schedule
from fenghua_analysis.drafting.lists import list_of
from fenghua_analysis.drafting.reading import Reading, Row
from fenghua_analysis.drafting.targets import promised

MEASURE = "measure"
"""The list of goals that stand in prose, outside the annexed lists."""


def goals(facts: Sequence[Fact], reading: Reading) -> list[Row]:
    """A row each fact that is registered as a goal: of the prose, then item by item."""
    in_items = [(item, within(facts, item)) for item in reading.items]
    listed = {fact for _, stated in in_items for fact in stated}
    rows = list(_rows([fact for fact in facts if fact not in listed], reading))
    for item, stated in in_items:
        place = {"list": list_of(item, reading), "number": item.number}
        rows += [row | place for row in _rows(stated, reading, in_list=True)]
    return rows


def measures(reading: Reading) -> list[Fact]:
    """The quantified goals of the prose, the targets of indicators apart."""
    targets = {fact.start for fact in promised(reading)}
    return once(_quantified(f for f in reading.prose if f.start not in targets))


def item_goals(reading: Reading) -> list[Fact]:
    """The quantified goals of the items of annexed lists."""
    stated = (once(_quantified(within(reading.facts, i))) for i in reading.items)
    return [fact for facts in stated for fact in _of_item(facts, reading)]


def within(facts: Iterable[Fact], item: WorkItem) -> list[Fact]:
    """The facts that stand in an item."""
    return [fact for fact in facts if item.start <= fact.start < item.end]


def once(facts: Iterable[Fact]) -> list[Fact]:
    """The facts without those that say again what an earlier one said.

    A repetition has the value, unit and year of the earlier fact, and a name that
    contains the other's or is contained in it.
    """
    kept: list[Fact] = []
    for fact in facts:
        if not any(_repeats(fact, earlier) for earlier in kept):
            kept.append(fact)
    return kept


def _repeats(fact: Fact, earlier: Fact) -> bool:
    same = all(
        getattr(fact, field) == getattr(earlier, field)
        for field in ("value", "value_high", "unit", "year", "kind")
    )
    names = fact.indicator, earlier.indicator
    return same and (names[0] in names[1] or names[1] in names[0])


def _quantified(facts: Iterable[Fact]) -> Iterator[Fact]:
    return (f for f in facts if f.kind == "target" and f.value is not None)


def _of_item(facts: Sequence[Fact], reading: Reading) -> list[Fact]:
    """An item's goals, without the stages on the way to them.

    Its schedule states stages; it states goals only of an item that is quantified
    nowhere else, and of indicators that nothing else in the item names.
    """
    stages = [fact for fact in facts if is_schedule(_cell(fact))]
    stated = [fact for fact in facts if fact not in stages]
    if not stated:
        return stages
    named = {reading.indicator(fact) for fact in stated} | {""}
    return stated + [fact for fact in stages if reading.indicator(fact) not in named]


def _rows(
    facts: Sequence[Fact], reading: Reading, *, in_list: bool = False
) -> Iterator[Row]:
    for step, fact in enumerate(facts, start=1):
        yield {
            **reading.stated(fact, within=_cell(fact) if in_list else ""),
            "list": MEASURE,
            "number": 0,
            "step": step,
            "change": fact.change,
            "indicator": reading.indicator(fact),
        }


def _cell(fact: Fact) -> str:
    """The column of an annexed list in which a fact stands."""
    return fact.section.rpartition(PATH)[2]
