"""What the registry already knows by name: indicators, areas, departments, regions.

A document names things in its own words; the vocabulary says which id is meant. It is
the only place where names are compared, and it compares them whole: a name that nobody
has entered is unknown, never guessed at.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import pandas as pd

from fenghua_analysis.documents.passages import PLAIN
from fenghua_analysis.loaders.names import unified
from fenghua_analysis.registry import Indicator, Registry

_LOOSE = re.compile(r"[\s“”‘’\"']")


@dataclass(frozen=True)
class Vocabulary:
    """Names and the ids that they stand for.

    Attributes
    ----------
    indicators : plain name → id
    areas : source → (plain name, id) of its areas, longest name first
    area_names : id of an area → its official name
    departments : every name of a department, its own included → the name used here
    regions : official name of a region, those above it before it or not → code
    """

    indicators: Mapping[str, str]
    areas: Mapping[str, tuple[tuple[str, str], ...]]
    area_names: Mapping[str, str]
    departments: Mapping[str, str]
    regions: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, registry: Registry) -> "Vocabulary":
        """The vocabulary of a registry."""
        return cls(
            indicators=dict(_indicator_names(registry.indicators.values())),
            areas=area_names(registry.areas),
            area_names=dict(
                zip(registry.areas.area, registry.areas.name_zh, strict=True)
            ),
            departments=dict(_department_names(registry.departments)),
            regions=dict(_region_names(registry)),
        )

    def indicator(self, name: str) -> str:
        """Id of the indicator that documents call `name`; "" when none is known."""
        return self.indicators.get(plain(name), "")

    def area(self, source: str, headings: str) -> str:
        """Id of the area of `source` named in `headings`; "" when none is.

        Where one name contains another, the longer one is meant.
        """
        words = plain(headings)
        named = (id for name, id in self.areas.get(source, ()) if name in words)
        return next(named, "")


def plain(name: str) -> str:
    """A name as it is compared: half-width, without spaces and quotation marks.

    Examples
    --------
    >>> plain("县级“助联体”覆盖率（％）"), plain("10—50万元 群体")
    ('县级助联体覆盖率(%)', '10-50万元群体')
    """
    return _LOOSE.sub("", name.translate(PLAIN))


def _indicator_names(indicators: Iterable[Indicator]) -> Iterator[tuple[str, str]]:
    for indicator in indicators:
        for name in (indicator.zh, *indicator.names):
            yield plain(name), indicator.id


def area_names(areas: pd.DataFrame) -> dict[str, tuple[tuple[str, str], ...]]:
    """Source → plain name and id of its areas, the longest name first."""
    named = areas.assign(plain=areas.name_zh.map(plain))
    named = named.sort_values("plain", key=lambda names: -names.str.len())
    return {
        source: tuple(zip(rows.plain, rows.area, strict=True))
        for source, rows in named.groupby("source")
    }


def _department_names(departments: pd.DataFrame) -> Iterator[tuple[str, str]]:
    return unified(zip(departments.department, departments.aliases, strict=True))


def _region_names(registry: Registry) -> Iterator[tuple[str, str]]:
    """Names of today's regions: 奉化区, 宁波市奉化区, 浙江省宁波市奉化区."""
    named = dict(zip(registry.regions.code, registry.regions.name_zh, strict=True))
    today = registry.regions[registry.regions.valid_to == ""]
    for code in today.code:
        name = ""
        for above in registry.lineage(code):
            name = named.get(above, "") + name
            yield name, code
