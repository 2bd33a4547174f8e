"""Names in a document that the registry does not know, each a row for its reviewer.

What the document tells of a new indicator is filled in; the rest is guessed at, and the
guess stands in a cell that the reviewer may change.
"""

from collections.abc import Iterator, Sequence

from fenghua_analysis.documents.departments import JOIN
from fenghua_analysis.drafting import Reading
from fenghua_analysis.drafting.reading import section_of
from fenghua_analysis.drafting.vocabulary import plain as plain_name
from fenghua_analysis.errors import nearest
from fenghua_analysis.registry import Registry
from fenghua_analysis.review.layout import NEW, Row

_LOWER = ("le", "lt")
"""Comparators of what had better be low."""


def new_indicators(
    facts: Sequence[Row], reading: Reading, registry: Registry
) -> Iterator[Row]:
    """A row each name that the registry does not know, with a guess at what it is."""
    known = {name: id for name, id in reading.vocabulary.indicators.items()}
    areas = _every_area(registry)
    seen = set()
    for row in facts:
        if row["indicator"] != NEW or plain_name(row["name"]) in seen:
            continue
        seen.add(plain_name(row["name"]))
        like = known.get(nearest(plain_name(row["name"]), known), "")
        unit = row["unit"] or "ratio"
        lower = row["comparator"] in _LOWER or row["change"] == "down"
        yield {
            "name": row["name"],
            "nearest": like,
            "unit": unit,
            "direction": "lower" if lower else "higher",
            "scale": "share" if unit in ("%", "‰") else "level",
            "timing": "year",
            "decimals": _decimals(row["value"]),
            "area": row["area"]
            or next(
                (id for name, id in areas if name in plain_name(row["section"])), ""
            ),
        }


def _every_area(registry: Registry) -> list[tuple[str, str]]:
    """Plain names of all areas and their ids, the longest first."""
    pairs = zip(registry.areas.name_zh, registry.areas.area, strict=True)
    named = [(plain_name(name), id) for name, id in pairs]
    return sorted(named, key=lambda pair: -len(pair[0]))


def _decimals(value: float | None) -> int:
    return 0 if value is None else len(f"{value:.10g}".partition(".")[2])


def new_areas(reading: Reading) -> Iterator[Row]:
    """The sections of the lists that the registry does not know yet."""
    sections = {
        section_of(item): item.section_count
        for item in reading.machine.items
        if not reading.area_by_rule(item)
    }
    return ({"area_name": name, "count": count} for name, count in sections.items())


def new_departments(reading: Reading, registry: Registry) -> Iterator[Row]:
    """The departments that the registry does not know yet."""
    named = [fact.department.split(JOIN) for fact in reading.machine.facts]
    named += [list(item.departments) for item in reading.machine.items]
    known = set(registry.departments.department)
    names = dict.fromkeys(name for names in named for name in names if name)
    return ({"department_name": name} for name in names if name not in known)
