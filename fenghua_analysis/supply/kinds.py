"""What can be asked of an office: kinds of tables, their columns, and the rows known.

A kind names its columns and fills in what the registry knows already, so that its owner
types figures and little else.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from fenghua_analysis.assessment import targets_of
from fenghua_analysis.derive import INCOME, LOWEST_TOWNSHIP
from fenghua_analysis.parameters import Request
from fenghua_analysis.reasons import departments, promised
from fenghua_analysis.registry import Registry
from fenghua_analysis.wording import say

Row = Mapping[str, Any]

_INCOMES = (INCOME, "income_urban", "income_rural")
_PEOPLE = ("population", "urbanisation", "households", "household_size")
_SAID = ("status", "source", "note")


@dataclass(frozen=True)
class Asked:
    """What a workbook is written for: a region and a year of one data folder."""

    registry: Registry
    request: Request

    def name(self, region: str) -> str:
        """Name of a region in the language of the workbook."""
        return self.registry.region_name(region, self.request.lang)

    def year(self, *about: str) -> int | None:
        """The year asked for, else the newest that a plan promises such figures for."""
        own = self.registry.targets
        own = own[own.region == self.request.region]
        such = own[own.indicator.isin(about)]
        years = (such if len(such) else own).year.astype(int)
        return self.request.year or (int(years.max()) if len(years) else None)

    def figure(self, indicator: str, year: int | None, *, region: str = "") -> Row:
        """The row of one figure of a region, the one asked about unless given."""
        one = self.registry.indicators[indicator]
        return {
            "region": self.name(region or self.request.region),
            "indicator": one.name(self.request.lang),
            "period": year,
            "unit": one.unit,
        }


@dataclass(frozen=True)
class Kind:
    """One kind of table.

    Attributes
    ----------
    columns : headings, ``template.heading.<name>``; the id of an indicator heads a
        column of its figures
    rows : what is filled in already
    figures : columns to be filled in, with what the example shows there
    """

    columns: Sequence[str]
    rows: Callable[[Asked], list[Row]]
    figures: Mapping[str, Any]


def _townships(asked: Asked) -> list[Row]:
    """Every township of the region, without a figure."""
    year = asked.year(LOWEST_TOWNSHIP, INCOME)
    unit = asked.registry.indicators[INCOME].unit
    regions = asked.registry.regions
    inside = (regions.parent == asked.request.region) & (regions.valid_to == "")
    return [
        {"region": asked.name(code), "period": year, "unit": unit}
        for code in sorted(regions[inside].code)
    ]


def _incomes(asked: Asked) -> list[Row]:
    """Three incomes of the region in the target year and the year before."""
    year = asked.year(INCOME, "urban_rural_ratio")
    years = [year - 1, year] if year else [None]
    return [asked.figure(name, one) for name in _INCOMES for one in years]


def _population(asked: Asked) -> list[Row]:
    """Four figures of the region's people."""
    return [asked.figure(name, asked.year(*_PEOPLE)) for name in _PEOPLE]


def _indicators(asked: Asked) -> list[Row]:
    """A row for every target that binds the region, with what was promised."""
    registry, request = asked.registry, replace(asked.request, year=0)
    rows: dict[tuple[Any, ...], Row] = {}
    for target in targets_of(registry, request).itertuples():
        year = asked.request.year or int(target.year)
        row = {
            **asked.figure(target.indicator, year, region=target.region),
            "target": promised(target, registry),
            "department": departments(target.department, registry),
        }
        rows.setdefault((target.indicator, target.region, year), row)
    return list(rows.values())


def _work_items(asked: Asked) -> list[Row]:
    """Every work item and reform of the plans that bind the region."""
    registry, lang = asked.registry, asked.request.lang
    plans = registry.plans_of(asked.request.region)
    items = registry.work_items[registry.work_items.plan.isin(plans)]
    ordered = items.assign(reform=items["list"] == "reform")
    ordered = ordered.sort_values(["plan", "reform", "number"])
    return [
        {
            "plan": plans[item["plan"]].name(lang),
            "list": say(f"list.{item['list']}"),
            "number": int(item["number"]),
            "task": item["name"] if lang == "zh" else item["name_en"],
            "department": departments(item["departments"], registry),
        }
        for item in ordered.to_dict("records")
    ]


def _one_income(asked: Asked) -> list[Row]:
    """A single row: what else is entered, the office knows best."""
    return [asked.figure(INCOME, asked.year(INCOME))]


_LONG = ("region", "indicator", "period", "value", "unit")
_FIGURE = {"value": 12_345}

KINDS: Mapping[str, Kind] = {
    "township-income": Kind(
        ("region", "period", INCOME, "unit", "population", *_SAID),
        _townships,
        {INCOME: 12_345, "population": 1.2},
    ),
    "income": Kind((*_LONG, *_SAID), _incomes, _FIGURE),
    "indicators": Kind((*_LONG, "target", "department", *_SAID), _indicators, _FIGURE),
    "population": Kind((*_LONG, *_SAID), _population, _FIGURE),
    "work-items": Kind(
        (
            *("plan", "list", "number", "task", "department"),
            *("completed", "as_of", *_SAID),
        ),
        _work_items,
        {"completed": 60, "as_of": "2022-06-30"},
    ),
    "observations": Kind((*_LONG, "low", "high", *_SAID), _one_income, _FIGURE),
}
"""Kind → what its workbook holds."""
