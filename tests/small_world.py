"""A registry of a handful of rows, for tests that work by hand.

District D (330213) below city C (330200); an income level, a share, a ratio, a count of
the year and an indicator that nobody publishes.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd

from fenghua_analysis import table
from fenghua_analysis.contract import check
from fenghua_analysis.registry import Indicator, Plan, Registry, Source, in_own_units

INDICATORS = (
    Indicator("income_all", "居民收入", "Income", "元", "higher", "a"),
    Indicator("income_urban", "城镇收入", "Urban income", "元", "higher", "a"),
    Indicator("income_rural", "农村收入", "Rural income", "元", "higher", "a"),
    Indicator(
        *("urban_rural_ratio", "城乡倍差", "Urban–rural ratio", "ratio", "lower", "a"),
        scale="index",
        decimals=3,
    ),
    Indicator(
        *("lowest_township_ratio", "最低镇之比", "Lowest township", "ratio", "higher"),
        area="a",
        scale="index",
        decimals=2,
    ),
    Indicator(
        *("urbanisation", "城镇化率", "Urban share", "%", "higher", "b"),
        timing="point",
        scale="share",
        decimals=1,
    ),
    Indicator("new_places", "新增学位", "New school places", "个", "higher", "b"),
    Indicator("gdp_per_capita", "人均GDP", "GDP a head", "元", "higher", "a"),
    Indicator(
        *("income_to_gdp_ratio", "收入与GDP之比", "Income to GDP", "ratio", "higher"),
        area="a",
        scale="index",
        decimals=3,
    ),
    Indicator("energy", "能耗", "Energy", "吨", "lower", "b"),
)
AREAS = {"a": "收入", "b": "服务"}


def registry(
    targets: Iterable[dict[str, Any]] = (), **tables: Iterable[dict[str, Any]]
) -> Registry:
    """The small registry with these targets, and with rows of other tables."""
    rows = {name: _frame(name, given) for name, given in tables.items()}
    standing = {declared.name: declared.empty() for declared in table.TABLES}
    standing["regions"] = _frame("regions", _regions())
    standing["areas"] = _frame("areas", _areas())
    indicators = {indicator.id: indicator for indicator in INDICATORS}
    promised = _frame("targets", [_target(**given) for given in targets])
    standing["targets"] = in_own_units(promised, indicators)
    return Registry(
        data_dir=Path("data"),
        indicators=indicators,
        sources={
            "s": Source(
                "s", "document", "文件", "办公室", licence="x", issued="2022-06-30"
            )
        },
        plans={
            "p2022": Plan(
                "p2022", "2022年计划", "Plan 2022", "330213", "s", 2022, 2022
            ),
            "p2025": Plan("p2025", "五年规划", "Plan 2025", "330200", "s", 2021, 2025),
        },
        tables=standing | rows,
    )


def observations(*rows: tuple[Any, ...]) -> pd.DataFrame:
    """Observations from (indicator, region, period, value[, status])."""
    units = {indicator.id: indicator.unit for indicator in INDICATORS}
    given = [
        {
            "indicator": row[0],
            "region": row[1],
            "period": row[2],
            "value": row[3],
            "unit": units[row[0]],
            "status": row[4] if len(row) > 4 else "published",
            "source": "s",
        }
        for row in rows
    ]
    return _frame("observations", given)


def _frame(name: str, rows: Iterable[dict[str, Any]]) -> pd.DataFrame:
    declared = next(found for found in table.TABLES if found.name == name)
    return check(pd.DataFrame(list(rows), columns=declared.names), declared)


def _target(**given: Any) -> dict[str, Any]:
    usual = {
        "region": "330213",
        "plan": "p2022",
        "year": "2022",
        "kind": "level",
        "comparator": "eq",
        "core": 0,
        "area": "a",
        "name": given["indicator"],
        "source": "s",
        "locator": "一",
        "offset": 0,
        "quote": "q",
    }
    return usual | given


def _regions() -> list[dict[str, Any]]:
    rows = [
        ("330200", "甲市", "City C", "city", ""),
        ("330213", "乙区", "District D", "county", "330200"),
        ("330213001", "东镇", "East Town", "township", "330213"),
        ("330213002", "西镇", "West Town", "township", "330213"),
    ]
    columns = ["code", "name_zh", "name_en", "level", "parent"]
    return [dict(zip(columns, row, strict=True)) for row in rows]


def _areas() -> list[dict[str, Any]]:
    return [
        {"area": key, "name_zh": name, "name_en": key, "source": "s", "position": n}
        for n, (key, name) in enumerate(AREAS.items())
    ]
