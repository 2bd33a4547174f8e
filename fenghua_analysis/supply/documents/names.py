"""Names that a document brings: each is known under another, or is new to the registry.

The sheets “New indicators”, “Areas” and “Departments” of a review workbook say which.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pandas as pd

from fenghua_analysis.documents.departments import JOIN
from fenghua_analysis.drafting import Vocabulary, plain
from fenghua_analysis.drafting.vocabulary import area_names
from fenghua_analysis.errors import Problem
from fenghua_analysis.registry import Indicator, Registry
from fenghua_analysis.review import layout
from fenghua_analysis.review.decisions import Line
from fenghua_analysis.review.layout import NEW, Row

Lines = Mapping[str, Sequence[Line]]
_PROMISES = ("targets", "goals")
_REQUIRED = ("unit", "direction", "scale", "timing", "area")


@dataclass
class Names:
    """What the registry is to learn, and what keeps it from doing so.

    Attributes
    ----------
    vocabulary : with all that is learnt
    indicators : id → new record, with the row that describes it
    aliases : id of a known indicator → further names of it
    areas : name → new row of that table
    departments : new rows of that table, or known ones with one more alias
    """

    vocabulary: Vocabulary
    indicators: dict[str, tuple[Indicator, Line]] = field(default_factory=dict)
    aliases: dict[str, list[str]] = field(default_factory=dict)
    areas: dict[str, Row] = field(default_factory=dict)
    departments: dict[str, Row] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def area(self, told: str) -> str:
        """Id of an area given by its id, or by its name on the sheet of areas."""
        return str(self.areas[told]["area"]) if told in self.areas else told


def names(lines: Lines, registry: Registry, *, source: str) -> Names:
    """Read the three sheets of names; indicators as far as accepted rows need them."""
    found = Names(Vocabulary.of(registry))
    _learn_departments(lines[layout.DEPARTMENTS.name], found, registry)
    _learn_areas(lines[layout.AREAS.name], found, registry, source=source)
    _learn_indicators(lines, found, source=source)
    return found


def _learn_departments(lines: Sequence[Line], found: Names, registry: Registry) -> None:
    """A name that is the same as a known one becomes its alias; others are new."""
    rows = {row["department"]: row for row in registry.departments.to_dict("records")}
    known = dict(found.vocabulary.departments)
    for line in lines:
        name = line.cells["department_name"]
        if name in known:
            continue
        same = line.cells.get("same_as") or name
        new = {"department": name, "name_en": line.cells.get("name_en") or name}
        row = rows.setdefault(same, {**new, "aliases": ""})
        if row["department"] != name:
            aliases = JOIN.join(filter(None, (row["aliases"], name)))
            row = rows[same] = row | {"aliases": aliases}
        known[name] = row["department"]
        found.departments[row["department"]] = row
    found.vocabulary = replace(found.vocabulary, departments=known)


def _learn_areas(
    lines: Sequence[Line], found: Names, registry: Registry, *, source: str
) -> None:
    """Areas of the document, numbered on from those that it has already."""
    own = registry.areas[registry.areas.source == source]
    taken = set(registry.areas.area)
    known = {plain(name) for name in own.name_zh}
    for line in lines:
        name = line.cells["area_name"]
        if plain(name) in known:
            continue
        position = len(own) + len(found.areas) + 1
        id = line.cells.get("id") or f"{source}_area_{position}"
        if id in taken:
            found.problems.append(line.problem("id_taken", "id", id))
        taken.add(id)
        found.areas[name] = {
            "area": id,
            "name_zh": name,
            "name_en": line.cells.get("name_en") or name,
            "source": source,
            "position": position,
            "stated_count": line.cells.get("count"),
        }
    areas = pd.concat([registry.areas, pd.DataFrame(found.areas.values())])
    found.vocabulary = replace(
        found.vocabulary,
        areas=area_names(areas),
        area_names=dict(zip(areas.area, areas.name_zh, strict=True)),
    )


def _learn_indicators(lines: Lines, found: Names, *, source: str) -> None:
    """Every name of an accepted promise under the indicator that its row says."""
    described = {
        plain(line.cells["name"]): line for line in lines[layout.INDICATORS.name]
    }
    known = dict(found.vocabulary.indicators)
    for line in lines[layout.FACTS.name]:
        cells = line.cells
        if not line.is_accepted or cells["table"] not in _PROMISES or not cells["name"]:
            continue
        name, chosen = plain(cells["name"]), cells["indicator"]
        is_left = "indicator" not in line.changed
        follows = is_left and (not chosen or "name" in line.changed)
        if name in known and (chosen == NEW or follows):
            chosen = known[name]
        elif chosen == NEW:
            chosen = _described(line, described.get(name), found, source=source)
        if chosen != known.get(name, chosen):
            other = known[name]
            problem = line.problem(
                "name_of_another", "name", cells["name"], other=other
            )
            found.problems.append(problem)
        elif chosen and name not in known:
            known[name] = chosen
            if chosen not in found.indicators:
                found.aliases.setdefault(chosen, []).append(cells["name"])
    found.vocabulary = replace(found.vocabulary, indicators=known)


def _described(fact: Line, line: Line | None, found: Names, *, source: str) -> str:
    """Id of the indicator that a row of the sheet of new ones stands for; or ""."""
    if line is None:
        name = fact.cells["name"]
        found.problems.append(fact.problem("not_described", "indicator", name))
        return ""
    same = line.cells.get("same_as")
    if same and same != NEW:
        return str(same)
    faults = list(_faults(line, found))
    found.problems += faults
    if faults:
        return ""
    indicator = _indicator(line, found, source=source)
    found.indicators[indicator.id] = (indicator, line)
    return indicator.id


def _faults(line: Line, found: Names) -> Iterator[Problem]:
    for name in _REQUIRED:
        if not line.cells.get(name):
            yield line.problem("blank_cell", name)
    id = line.cells.get("id")
    if id and (
        id in found.indicators or id in set(found.vocabulary.indicators.values())
    ):
        yield line.problem("id_taken", "id", id)


def _indicator(line: Line, found: Names, *, source: str) -> Indicator:
    cells = line.cells
    return Indicator(
        id=cells.get("id") or f"{source}_{len(found.indicators) + 1}",
        zh=cells["name"],
        en=cells.get("name_en") or cells["name"],
        unit=cells["unit"],
        direction=cells["direction"],
        area=found.area(cells["area"]),
        timing=cells["timing"],
        scale=cells["scale"],
        decimals=int(cells.get("decimals") or 0),
    )
