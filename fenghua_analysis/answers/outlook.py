"""10: what the chances are, by which model, and what the model is worth."""

from typing import Any

import pandas as pd

from fenghua_analysis.answers.answer import Answer
from fenghua_analysis.findings import prospects, trials, ways
from fenghua_analysis.metrics.backtest import compare_models
from fenghua_analysis.metrics.projection import DEFAULT_MODEL
from fenghua_analysis.metrics.verdicts.yearly import FEWEST
from fenghua_analysis.presentation import chance, number, percent, period, quantity
from fenghua_analysis.registry import Registry
from fenghua_analysis.wording import language, say

MOST_NAMED = 3
"""Likelihoods that one sentence holds."""


def on_outlook(
    found: pd.DataFrame,
    fans: pd.DataFrame,
    trial: trials.Trial,
    *,
    registry: Registry,
    region: str,
) -> Answer:
    """10: the region's own likelihoods, or those of what stands in for it."""
    counted = prospects.counts(found, region=region)
    chances = prospects.projected(found)
    own = chances[chances.region == region]
    near = ways.ahead(fans)
    near = near[near.stands_in] if len(near) else near
    if len(own):
        said = _sentences(own, registry)
        return {"answer": "answer_own", "chances": said, **counted}
    if len(near):
        return {**counted, **_stand_in(near, trial, registry)}
    if len(chances):
        key = "answer_above" if counted["own"] else "answer_foreign"
        return {"answer": key, "chances": _sentences(chances, registry), **counted}
    return {"answer": "answer_none", **counted}


def _sentences(chances: pd.DataFrame, registry: Registry) -> str:
    """A likelihood each, with its model, window and number of figures."""
    said = []
    for row in chances.head(MOST_NAMED).itertuples():
        indicator = registry.indicators[row.indicator]
        values = {
            "place": registry.region_name(row.region, language()),
            "indicator": indicator.name(language()),
            "year": row.year,
            "aim": say(f"chance.aim.{row.direction}"),
            "target": quantity(row.target, indicator),
            "chance": chance(row.probability),
        }
        said.append(say("chance.one", **values, **_grounds(row)))
    return say("list.semicolon").join(said)


def _grounds(row: Any) -> dict[str, Any]:
    return {
        "model": say(f"model.{row.model}"),
        "window": period(row.window),
        "points": number(row.figures),
    }


def _stand_in(near: pd.DataFrame, trial: trials.Trial, registry: Registry) -> Answer:
    """The first and the last year looked ahead to, of the first stand-in."""
    way = near[near.way == near.way.iloc[0]]
    first, last = way.iloc[0], way.iloc[-1]
    indicator = registry.indicators[first.indicator]
    return {
        "answer": "answer" if len(way) > 1 else "answer_once",
        "city": registry.region_name(first.region, language()),
        "indicator": indicator.name(language()),
        "aim": say(f"chance.aim.{first.direction}"),
        "target": quantity(first.tested_target, indicator),
        "first_year": int(first.year),
        "first": chance(first.probability),
        "last_year": int(last.year),
        "last": chance(last.probability),
        "trust": _trust(trial, first.indicator),
        **_grounds(first),
    }


def _trust(trial: trials.Trial, indicator: str) -> str:
    """What the model has been worth on this indicator, held against a coin."""
    table = trials.by_series(trial)
    rows = table[table.indicator == indicator] if len(table) else table
    if rows.empty:
        return say("chance.trust.untested")
    brier = float(rows.brier.iloc[0])
    key = "coin" if brier >= trials.COIN else "better"
    return say(
        f"chance.trust.{key}", brier=number(brier, 2), coin=number(trials.COIN, 2)
    )


def on_thin(near: list[ways.Way], registry: Registry) -> dict[str, Any]:
    """10: the headline targets that have too few figures even in what stands in.

    Returns
    -------
    Key of a paragraph and its values, as `Study.write` takes them.
    """
    thin = [way for way in near if len(way.years) < FEWEST]
    if not thin:
        return {"key": "thin_none"}
    named = [
        say(
            "chance.thin",
            headline=registry.indicators[way.headline].name(language()),
            indicator=registry.indicators[way.indicator].name(language()),
            place=registry.region_name(way.region, language()),
            points=len(way.years),
            fewest=FEWEST,
        )
        for way in thin
    ]
    return {"key": "thin", "named": say("list.semicolon").join(named)}


def on_foreseen(near: list[ways.Way], registry: Registry) -> dict[str, Any]:
    """10: what the model gave a stand-in before the plan began, and what came.

    Returns
    -------
    Key of a paragraph and its values, as `Study.write` takes them.
    """
    for way in near:
        for row in ways.foreseen(way, registry).itertuples():
            indicator = registry.indicators[row.indicator]
            return {
                "key": "foreseen_reached" if row.reached else "foreseen_missed",
                "city": registry.region_name(row.region, language()),
                "indicator": indicator.name(language()),
                "year": row.year,
                "aim": say(f"chance.aim.{way.direction}"),
                "target": quantity(way.target, indicator),
                "chance": chance(row.probability),
                "actual": quantity(row.actual, indicator),
                **_grounds(row),
            }
    return {"key": "foreseen_none"}


def on_trial(trial: trials.Trial) -> dict[str, Any]:
    """10: how much of the past lay inside the intervals, and which years did not.

    Returns
    -------
    Key of a paragraph and its values, as `Study.write` takes them.
    """
    table = trials.by_model(trial)
    if table.empty:
        return {"key": "trial_none"}
    default = table.set_index("model").loc[DEFAULT_MODEL]
    worst = trials.worst_years(trial)
    named = [
        say("chance.year_share", year=int(year), share=percent(share, 0))
        for year, share in worst.items()
    ]
    return {
        "key": "trial",
        "regions": trial.regions,
        "window": period(prospects.window(trial.first_year, trial.last_year)),
        "cases": int(default.cases),
        "used": _used(str(table.model.iloc[0])),
        "coverage": percent(default.coverage, 0),
        "level": percent(prospects.LEVEL, 0),
        "stretch": number(default.stretch, 1),
        "worst": say("list.comma").join(named),
        "coins": _coins(trial),
    }


def _used(best: str) -> str:
    """Whether the model in use is the one that did best."""
    names = {"best": say(f"model.{best}"), "model": say(f"model.{DEFAULT_MODEL}")}
    return say(f"chance.used.{'best' if best == DEFAULT_MODEL else 'other'}", **names)


def _coins(trial: trials.Trial) -> str:
    """Whether any model beats a coin on the ratio."""
    ratio = trial.cases[trial.cases.indicator == "urban_rural_ratio"]
    best = compare_models(ratio).brier.min() if len(ratio) else float("nan")
    if pd.isna(best):
        return ""
    key = "none" if best >= trials.COIN else "some"
    return say(f"chance.coins.{key}", brier=number(best, 2))
