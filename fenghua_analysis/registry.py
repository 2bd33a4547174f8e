"""The registry: what is measured, where, who promised what, and on whose word.

Rows to sort or join are CSV, records to read are YAML. Loading is strict: a key that
no record knows, a target without a quote, an indicator that nothing uses, a region
without its parent are errors, all of them reported at once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pandas as pd

from fenghua_analysis import table, units
from fenghua_analysis.contract import read_table
from fenghua_analysis.errors import Problem, RegistryError
from fenghua_analysis.records import read_records

Direction = Literal["higher", "lower", "none"]


@dataclass(frozen=True)
class Indicator:
    """A series that can be observed and promised.

    Attributes
    ----------
    unit : the one unit of every observation and, after conversion, of every target
    direction : which way is better; metrics read it here and nowhere else. ``none``
        marks context that nobody promises, such as population
    timing : ``year`` (a figure of a period) or ``point`` (a state at a period's end)
    scale : ``level``, ``share`` (bounded by 0 and 1 or 100 %) or ``index``
    decimals : places shown
    names : every name that documents and statistics give it
    """

    id: str
    zh: str
    en: str
    unit: str
    direction: Direction
    area: str
    timing: Literal["year", "point"] = "year"
    scale: Literal["level", "share", "index"] = "level"
    decimals: int = 0
    names: tuple[str, ...] = ()
    note_zh: str = ""
    note_en: str = ""

    def name(self, lang: str) -> str:
        """Display name in `lang`."""
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True)
class Source:
    """Where facts were read: a document, a release of statistics or a map.

    Attributes
    ----------
    issued : ``2022``, ``2022-03`` or ``2022-03-29``; blank where nothing states it
    priority : rank among sources of the same figure, 1 first: yearbooks 10, censuses
        and bulletins 20, reports of governments 30, the press 40, others 50 and more
    """

    id: str
    kind: Literal["document", "statistics", "geography", "user"]
    title: str
    publisher: str
    licence: str
    issued: str = ""
    priority: int = 50
    reference: str = ""
    address: str = ""
    file: str = ""
    sha256: str = ""
    note: str = ""


@dataclass(frozen=True)
class Plan:
    """A document that binds a region for some years."""

    id: str
    zh: str
    en: str
    region: str
    source: str
    start: int
    end: int

    def name(self, lang: str) -> str:
        """Display name in `lang`."""
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True)
class Registry:
    """All records and tables of one data folder."""

    data_dir: Path
    indicators: Mapping[str, Indicator]
    sources: Mapping[str, Source]
    plans: Mapping[str, Plan]
    tables: Mapping[str, pd.DataFrame]

    def lineage(self, region: str) -> list[str]:
        """Codes of a region and the regions above it, itself first."""
        parents = dict(zip(self.regions.code, self.regions.parent, strict=True))
        codes = [region]
        while parents.get(codes[-1]):
            codes.append(parents[codes[-1]])
        return codes

    def plans_of(self, region: str) -> dict[str, Plan]:
        """The plans that bind a region: its own and those of the regions above it."""
        above = self.lineage(region)
        return {id: plan for id, plan in self.plans.items() if plan.region in above}

    def region_name(self, code: str, lang: str) -> str:
        """Display name of a region; the code itself when it is unknown."""
        named = self.regions.set_index("code")[f"name_{lang}"]
        return named.get(code, code)

    def area_name(self, area: str, lang: str) -> str:
        """Display name of an area."""
        return self.areas.set_index("area")[f"name_{lang}"].get(area, area)

    def department_name(self, department: str, lang: str) -> str:
        """Display name of a department; as it stands when it is unknown."""
        if lang == "zh":
            return department
        named = self.departments.set_index("department").name_en
        return named.get(department, department)

    def __getattr__(self, name: str) -> pd.DataFrame:
        """A table by its name: ``registry.targets``."""
        try:
            return self.tables[name]
        except KeyError:
            raise AttributeError(name) from None


def load_registry(data_dir: str | Path) -> Registry:
    """Read and check the registry of a data folder.

    Returns
    -------
    Records by id, and every table of the package but the observations under its name.
    Targets carry two further columns, `target` and `target_high`: the stated values in
    the unit of their indicator. Converting them is done here, once.

    Raises
    ------
    RegistryError : a record is wrong, or a target's unit does not fit its indicator.
    DataError : a table breaks its contract or is missing.
    """
    folder = Path(data_dir)
    indicators = read_records(folder / "registry/indicators.yml", Indicator)
    tables = {declared.name: read_table(declared, folder) for declared in _LOADED}
    tables["targets"] = in_own_units(tables["targets"], indicators)
    return Registry(
        data_dir=folder,
        indicators=indicators,
        sources=read_records(folder / "registry/sources.yml", Source),
        plans=read_records(folder / "registry/plans.yml", Plan),
        tables=tables,
    )


_LOADED = tuple(
    declared
    for declared in table.TABLES
    if declared not in (table.OBSERVATIONS, table.ILLUSTRATIVE, table.CONFLICTS)
)


def in_own_units(
    targets: pd.DataFrame, indicators: Mapping[str, Indicator]
) -> pd.DataFrame:
    """Targets with the stated values converted to the units of their indicators."""
    own = [indicators[i].unit if i in indicators else "" for i in targets.indicator]
    # A ratio is stated without a unit: it is one of the indicator's own.
    pairs = [(unit or to, to) for unit, to in zip(targets.unit, own, strict=True)]
    misfits = [
        Problem("wrong_unit", table.TARGETS.path, n + 2, "unit", unit, {"unit": to})
        for n, (unit, to) in enumerate(pairs)
        if pd.notna(targets.value[n]) and not (to and units.convertible(unit, to))
    ]
    if misfits:
        raise RegistryError(misfits)
    converted = {
        new: [
            _converted(value, *pair)
            for value, pair in zip(targets[old], pairs, strict=True)
        ]
        for old, new in (("value", "target"), ("value_high", "target_high"))
    }
    return targets.assign(**converted)


def _converted(value: float, unit: str, to: str) -> float:
    if pd.isna(value) or not to:
        return float("nan")
    return units.convert(value, unit, to=to)
