"""Of several statements of one figure, the one in use and those that lost."""

from collections.abc import Mapping

import pandas as pd

from fenghua_analysis.errors import DataError, Problem
from fenghua_analysis.registry import Source
from fenghua_analysis.table import CONFLICTS, OBSERVATIONS


def settle(
    candidates: pd.DataFrame, sources: Mapping[str, Source]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Choose one source a figure, by the declared priorities.

    Parameters
    ----------
    candidates : columns of `OBSERVATIONS`; a key may stand several times
    sources : every source that the candidates name; priority 1 is the best

    Returns
    -------
    The chosen rows, and the others with the source that was `chosen` over them. An
    equal figure of a second source is a conflict too: it says who agrees.

    Raises
    ------
    DataError : two sources of one figure have the same priority.
    """
    key = list(OBSERVATIONS.key)
    ranks = candidates.source.map(lambda name: sources[name].priority)
    ranked = candidates.assign(rank=ranks).sort_values("rank", kind="stable")
    ties = ranked[ranked.duplicated([*key, "rank"])]
    if len(ties):
        raise DataError(
            Problem("equal_priority", column="source", value=source, details={"key": k})
            for source, k in zip(ties.source, _joined(ties[key]), strict=True)
        )
    lost = ranked.duplicated(key)
    chosen = ranked[~lost].drop(columns="rank")
    winners = chosen[[*key, "source"]].rename(columns={"source": "chosen"})
    conflicts = ranked[lost].merge(winners, on=key)[CONFLICTS.names]
    return chosen.sort_index().reset_index(drop=True), conflicts


RATIO, PARTS = "urban_rural_ratio", ("income_urban", "income_rural")


def divide_again(
    observations: pd.DataFrame, conflicts: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Put the quotient of two printed incomes in the place of a rounded ratio.

    Incomes that are rounded themselves (an interval stands beside them) divide into
    nothing better. The printed ratio becomes a conflict: it says that it agrees.
    """
    place = ["region", "period"]
    exact = observations[observations.low.isna() & observations.high.isna()]
    urban, rural = (exact[exact.indicator == name].set_index(place) for name in PARTS)
    both = urban.join(rural, suffixes=("", "_rural"), how="inner")
    quotients = pd.DataFrame(
        {
            "value": both.value / both.value_rural,
            "status": "derived",
            "source": both.source,
            "note": [
                f"{r.value:,.10g}/{r.value_rural:,.10g}" for r in both.itertuples()
            ],
        }
    )
    found = observations.merge(
        quotients, left_on=place, right_index=True, how="left", suffixes=("", "_new")
    )
    printed = (found.indicator == RATIO) & (found.status == "published")
    printed &= found.value_new.notna()
    lost = found[printed].rename(columns={"source_new": "chosen"})[CONFLICTS.names]
    better = {
        name: found[name].mask(printed, found[f"{name}_new"]) for name in quotients
    }
    chosen = found.assign(**better)[OBSERVATIONS.names]
    return chosen, pd.concat([conflicts, lost], ignore_index=True)


def _joined(cells: pd.DataFrame) -> pd.Series:
    return cells.agg(" · ".join, axis=1)
