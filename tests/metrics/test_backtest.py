"""The test on the past: which cases there are, and what each model is scored."""

import numpy as np
import pandas as pd
import pytest

from fenghua_analysis.metrics.backtest import backtest, compare_models
from fenghua_analysis.metrics.projection import likelihood, project

YEARS = range(2014, 2021)
SERIES = [[100, 102, 105, 106, 109, 110, 114]]


def test_every_later_year_is_asked_of_every_year_with_four_figures():
    table = backtest(YEARS, SERIES, models=("ols",), paces=(1.0,))
    expected = [(o, y) for o in (2017, 2018, 2019) for y in range(o + 1, 2021)]
    assert list(zip(table.origin, table.year, strict=True)) == expected
    assert (table.ahead == table.year - table.origin).all()


def test_a_case_knows_only_what_was_known():
    row = backtest(YEARS, SERIES, models=("drift",), paces=(1.5,)).iloc[1]
    assert (row.origin, row.year, row.points) == (2017, 2019, 4)
    known = range(2014, 2018), SERIES[0][:4]
    made = project(*known, year=2019, model="drift")
    assert (row.centre, row.low, row.high) == (made.centre, made.low, made.high)
    # Two a year so far; half as much again for two years asks 106 + 6.
    assert row.target == 112
    asked = {"target": 112, "target_year": 2019, "direction": "higher"}
    assert row.probability == likelihood(*known, model="drift", **asked).probability
    assert (row.actual, row.covered, row.reached) == (110, True, False)


def test_a_falling_series_is_asked_to_fall():
    table = backtest(YEARS, -np.array(SERIES), models=("drift",), paces=(1.5,))
    rising = backtest(YEARS, SERIES, models=("drift",), paces=(1.5,))
    np.testing.assert_allclose(table.probability, rising.probability)
    assert table.reached.tolist() == rising.reached.tolist()


def test_a_series_without_its_origin_or_its_year_is_no_case():
    broken = [[100, 102, 105, 106, 109, np.nan, 114]]
    table = backtest(YEARS, broken, models=("ols",), paces=(1.0,))
    assert list(zip(table.origin, table.year, strict=True)) == [
        (2017, 2018),
        (2017, 2020),
        (2018, 2020),
    ]


def test_what_is_refused_or_too_short_is_no_case():
    assert backtest(YEARS, [[5] * 7]).empty
    short = backtest([2014, 2015], [[1, 2]])
    assert short.empty
    assert "probability" in short
    assert compare_models(short).empty


def test_scores_by_hand():
    cases = pd.DataFrame(
        {
            "model": ["a", "a", "a", "a", "b"],
            "series": 0,
            "origin": 2017,
            "year": [2018, 2018, 2019, 2019, 2018],
            "centre": [110.0, 110, 90, 90, 100],
            "low": [105.0, 105, 80, 80, 99],
            "high": [115.0, 115, 100, 100, 101],
            "level": 0.5,
            "actual": 100.0,
            "covered": [False, False, True, True, True],
            "probability": [0.5, 0.5, 1.0, 0.0, 1.0],
            "reached": [True, False, True, False, True],
        }
    )
    found = compare_models(cases).set_index("model")
    # b first: (1 − 1)² = 0; a: (1/4 + 1/4 + 0 + 0)/4.
    assert found.index.tolist() == ["b", "a"]
    row = found.loc["a"]
    assert (row.cases, row.coverage, row.brier) == (2, 0.5, 0.125)
    assert (row.bias, row.error) == pytest.approx((0, 0.1))
    # Misses of two and of one half-interval: half of them within 1.5.
    assert row.stretch == 1.5


def test_series_stand_in_rows():
    with pytest.raises(ValueError, match="values must have a row a series"):
        backtest(YEARS, SERIES[0])
