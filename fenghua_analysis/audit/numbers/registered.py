"""Targets of the registry as claims: what earlier documents have promised already."""

from collections.abc import Iterator

import pandas as pd

from fenghua_analysis.audit.numbers.claims import Claim
from fenghua_analysis.audit.numbers.measured import measured
from fenghua_analysis.audit.numbers.names import read_name
from fenghua_analysis.documents import Fact
from fenghua_analysis.registry import Registry

_SIGNS = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<", "approx": "约"}
_HIGHEST = frozenset(("world", "country", "province"))


def registered(registry: Registry) -> Iterator[Claim]:
    """Every target with a number, under the name that its document gives it."""
    for number, target in enumerate(registry.targets.itertuples()):
        if pd.isna(target.value):
            continue
        path = _path(registry, target.region)
        fact = _fact(target, region="".join(path))
        value = measured(fact)
        if value is None:
            continue
        yield Claim(
            fact=fact,
            place=None,
            source=registry.plans[target.plan].zh,
            name=read_name(fact.indicator),
            measured=value,
            year=str(target.year),
            reported=False,
            passage=number,
            region=path,
            scope="",
            before="",
        )


def _fact(target: "pd.Series", *, region: str) -> Fact:
    """A row of the table of targets, told like a fact of a document."""
    unit = target.unit if isinstance(target.unit, str) else ""
    return Fact(
        indicator=target.name,
        value=float(target.value),
        value_high=None if pd.isna(target.value_high) else float(target.value_high),
        comparator=target.comparator,
        unit=unit,
        year=str(target.year),
        region=region,
        kind="target",
        department="",
        core=int(target.core),
        quote=f"{_SIGNS.get(target.comparator, '')}{target.value:g}{unit}",
        start=0,
        end=0,
        section=target.locator,
    )


def _path(registry: Registry, code: str) -> tuple[str, ...]:
    """Names from the city down to the region; a province or the country alone."""
    levels = dict(zip(registry.regions.code, registry.regions.level, strict=True))
    line = registry.lineage(code)
    below = [place for place in line if levels.get(place) not in _HIGHEST] or line[:1]
    return tuple(registry.region_name(place, "zh") for place in reversed(below))
