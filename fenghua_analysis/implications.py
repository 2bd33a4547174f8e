"""What a target implies for figures that nobody publishes.

A share of a mean becomes yuan, a rate per thousand becomes places: with the other
targets of the same plan, or with a published population. Each implication is a sentence
with its numbers; none of them is an observation, and none is judged.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from fenghua_analysis.metrics import income_ratio
from fenghua_analysis.presentation import number, percent
from fenghua_analysis.wording import say


@dataclass(frozen=True)
class Company:
    """The targets that stand beside one in its plan, and the newest observations.

    Attributes
    ----------
    targets : indicator → target value, in the indicator's unit
    observed : indicator → newest yearly figure of the region
    """

    targets: Mapping[str, float]
    observed: Mapping[str, float]


def implication(indicator: str, target: float, company: Company) -> str:
    """What the target implies, as a sentence in the language of the run; "" for none.

    Examples
    --------
    >>> company = Company({"income_all": 56_000}, {})
    >>> implication("lowest_township_ratio", 0.8, company)
    '若全区居民人均可支配收入达到目标56,000元，最低镇（街道）须达到44,800元。'
    """
    rule = RULES.get(indicator)
    if rule is None or pd.isna(target):
        return ""
    try:
        values = rule(target, company)
    except KeyError:  # the plan or the statistics lack a figure that the rule needs
        return ""
    return say(f"implied.{indicator}", **values)


def _lowest_township(target: float, company: Company) -> dict[str, Any]:
    mean = company.targets["income_all"]
    lowest = float(income_ratio.implied_lowest(mean, target))
    return {"mean": number(mean), "lowest": number(lowest)}


def _urban_and_rural(target: float, company: Company) -> dict[str, Any]:
    mean, share = company.targets["income_all"], company.targets["urbanisation"]
    levels = income_ratio.implied_levels(mean, ratio=target, urban_share=share / 100)
    return {
        "mean": number(mean),
        "share": percent(share / 100, 0),
        "urban": number(round(float(levels.urban), -2)),
        "rural": number(round(float(levels.rural), -2)),
    }


def _income_from_gdp(target: float, company: Company) -> dict[str, Any]:
    gdp, income = company.targets["gdp_per_capita"], company.targets["income_all"]
    return {
        "gdp": number(gdp),
        "implied": number(target * gdp),
        "income": number(income),
        "ratio": number(income / gdp, 3),
    }


def _nursery_places(target: float, company: Company) -> dict[str, Any]:
    population = company.observed["population"]
    return {
        "population": number(population, 1),
        "places": number(target * population * 10),
    }


RULES: dict[str, Callable[[float, Company], dict[str, Any]]] = {
    "lowest_township_ratio": _lowest_township,
    "urban_rural_ratio": _urban_and_rural,
    "income_to_gdp_ratio": _income_from_gdp,
    "nursery_places": _nursery_places,
}
