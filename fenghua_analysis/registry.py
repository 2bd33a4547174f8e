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
from fenghua_analysis.periods import last_day
from fenghua_analysis.records import read_records
from fenghua_analysis.wording import in_language, language

Direction = Literal["higher", "lower", "none"]

_NAN = float("nan")


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
    about_zh : what it is, in Chinese words of our own, where its title is English
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
    about_zh: str = ""

    @property
    def cited(self) -> str:
        """What a reader is told of it: no English title in a Chinese text."""
        is_english = language() == "zh" and self.about_zh
        return self.about_zh if is_english else in_language(self.title)


@dataclass(frozen=True)
class Plan:
    """A document that binds a region for some years.

    Attributes
    ----------
    issued : when the document itself was issued; blank where that is its source's day
    household_size : persons a household by which it counts; 0 where it does not say
    """

    id: str
    zh: str
    en: str
    region: str
    source: str
    start: int
    end: int
    issued: str = ""
    household_size: int = 0

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
        while (above := parents.get(codes[-1])) and above not in codes:
            codes.append(above)
        return codes

    def plans_of(self, region: str) -> dict[str, Plan]:
        """The plans that bind a region: its own and those of the regions above it."""
        above = self.lineage(region)
        return {id: plan for id, plan in self.plans.items() if plan.region in above}

    def townships(self, region: str, *, year: str = "") -> list[str]:
        """Codes of a district's townships in a year, or of today.

        A township that has been merged or made since is one of its own years only.
        """
        rows = self.regions
        rows = rows[(rows.parent == region) & (rows.level == "township")]
        if not year:
            return sorted(rows[rows.valid_to == ""].code)
        begun = rows.valid_from <= year
        lasting = (rows.valid_to == "") | (rows.valid_to >= year)
        return sorted(rows[begun & lasting].code)

    def issued(self, plan: str) -> str:
        """Day from which a plan was known, ISO; of a month or a year, its last day.

        A reprint may be dated years after the document: the plan's own date counts.
        """
        record = self.plans[plan]
        return (
            last_day(record.issued) if record.issued else self.released(record.source)
        )

    def released(self, source: str) -> str:
        """Day by which a source was surely out, ISO; "" where nothing states it."""
        return last_day(self.sources[source].issued)

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
        if name == "tables":  # not yet there while a copy is being made
            raise AttributeError(name)
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
    if not folder.is_dir():
        raise RegistryError(Problem("no_data_folder", str(data_dir)))
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
    pairs = list(zip(targets.unit, own, strict=True))
    converted = {
        new: [
            units.of_indicator(value, unit, own=to) if pd.notna(value) and to else _NAN
            for value, (unit, to) in zip(targets[old], pairs, strict=True)
        ]
        for old, new in (("value", "target"), ("value_high", "target_high"))
    }
    misfits = [
        Problem("wrong_unit", table.TARGETS.path, n + 2, "unit", unit, {"unit": to})
        for n, (unit, to) in enumerate(pairs)
        if pd.notna(targets.value[n]) and pd.isna(converted["target"][n])
    ]
    if misfits:
        raise RegistryError(misfits)
    return targets.assign(**converted)
