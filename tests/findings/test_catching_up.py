"""Who must grow how fast, so that no township is below its share of the mean."""

import pandas as pd
import pytest

from fenghua_analysis.findings import catching_up
from fenghua_analysis.findings.townships import TownshipYear


def _year(values, mean=56_000.0):
    rows = pd.DataFrame({"region": [f"t{n}" for n in range(len(values))]})
    rows = rows.assign(value=values, ratio=[value / mean for value in values])
    return TownshipYear("2022", mean, "published", rows, ())


def test_only_townships_below_their_share_must_outgrow_the_mean():
    table = catching_up.who_must_grow(
        _year([42_000.0, 50_000.0]), target=0.8, years=3, mean_growth=0.06
    )
    assert list(table.must) == [True, False]
    # 1.06 · (0.8 / 0.75)^(1/3) − 1
    assert table.growth.iloc[0] == pytest.approx(0.0831, abs=1e-4)
    # 0.8 · 56,000 · 1.06³
    assert table.needed.iloc[0] == pytest.approx(53_357, abs=1)


def test_without_a_mean_nobody_can_be_told():
    bare = _year([42_000.0])
    bare.rows["ratio"] = float("nan")
    table = catching_up.who_must_grow(bare, target=0.8, years=3, mean_growth=0.06)
    assert table.empty
    assert {"needed", "growth", "must"} <= set(table)


def test_the_frontier_of_the_lowest_is_the_growth_of_the_mean_and_more():
    table = catching_up.lowest_frontier(0.784, target=0.8)
    assert (table.years_1 > table.years_3).all()
    # 0.8 / 0.784 − 1 while the mean stands still
    assert table.years_1.iloc[0] == pytest.approx(0.0204, abs=1e-4)
    assert catching_up.lowest_frontier(0.81, target=0.8).empty
    assert catching_up.lowest_frontier(float("nan"), target=0.8).empty
