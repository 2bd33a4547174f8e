"""The three models: published fits and forecasts, by hand, and with gaps."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import stdtr, stdtrit

from fenghua_analysis.metrics.projection import (
    drift,
    fit_holt,
    holt,
    ols_trend,
)
from tests.shared import shared

FOLDER = "validation/V6_projection"
series = st.lists(st.floats(-100, 100), min_size=4, max_size=12)


@pytest.fixture(scope="module")
def cars():
    return pd.read_csv(shared(f"{FOLDER}/cars.csv"))


def of_cars(row, cars):
    """What our line makes of one published figure of the stopping distances."""
    line = ols_trend(cars["speed"], cars["dist"], at=row.speed)
    if row.quantity.startswith("P("):
        threshold = float(row.quantity.strip(")").split()[-1])
        return stdtr(line.freedom, (line.centre - threshold) / line.spread)
    # The line's own interval lacks the noise of a new figure.
    spread = {
        "ci": np.sqrt(line.spread**2 - line.noise**2),
        "pi": line.spread,
        "fit": 0.0,
    }
    kind, _, end = row.quantity.partition("95_")
    side = {"": 0, "lower": -1, "upper": 1}[end]
    return line.centre + side * spread[kind] * stdtrit(line.freedom, 0.975)


def test_the_published_line_its_intervals_and_probabilities(cars):
    rows = list(pd.read_csv(shared(f"{FOLDER}/cars_expected.csv")).itertuples())
    for row in rows:
        expected = pytest.approx(row.expected, rel=0, abs=row.tol)
        assert of_cars(row, cars) == expected, row
    assert len(rows) == 17


def test_the_published_forecasts_of_holt():
    flights = pd.read_csv(shared(f"{FOLDER}/holt_ausair.csv"))["ausair"].to_numpy()
    first, second = flights[:2]
    starts = {"linear": second - first, "exponential": second / first}
    fitted = {
        trend: fit_holt(flights, trend=trend, start=(first, step), smoothing=(0.8, 0.2))
        for trend, step in starts.items()
    }
    rows = list(pd.read_csv(shared(f"{FOLDER}/holt_expected.csv")).itertuples())
    for row in rows:
        model = fitted[row.model.split()[0].removeprefix("holt_")]
        inside = "fitted" in row.model
        found = model.fittedvalues[row.h] if inside else model.forecast(row.h)[-1]
        assert found == pytest.approx(row.expected, rel=0, abs=row.tol), row
    assert len(rows) == 25


def test_holt_by_hand():
    # α = ½, β = ½ from level 0 and step 1: 1, then 3 is ½·3 + ½·2 = 2.5, step
    # ½·1.5 + ½·1 = 1.25; then 3 is ½·3 + ½·3.75 = 3.375, step ½·0.875 + ½·1.25.
    found = fit_holt([1, 3, 3], start=(0, 1), smoothing=(0.5, 0.5)).forecast(1)
    assert found[0] == pytest.approx(3.375 + 1.0625)


def test_holt_continues_a_perfect_line_without_a_warning():
    found = holt(range(4), [1, 2, 3, 4], at=5)
    assert found.centre == pytest.approx(6)
    assert found.spread == pytest.approx(0, abs=1e-9)


def test_what_holt_cannot_fit_is_refused():
    with pytest.raises(ValueError, match="figures must be three or more: 2"):
        fit_holt([1, 2])
    with pytest.raises(ValueError, match="trend must be 'linear' or 'exponential'"):
        fit_holt([1, 2, 4], trend="damped")


def test_a_line_by_hand():
    # Mean 2, slope 3/5; misses −0.1, 0.3, −0.3, 0.1: s² = 0.2/2; at 4, 2.5 from the
    # middle: √(1 + 1/4 + 6.25/5) = √2.5.
    found = ols_trend([0, 1, 2, 3], [1, 2, 2, 3], at=4)
    assert found.centre == pytest.approx(3.5)
    assert found.noise == pytest.approx(np.sqrt(0.1))
    assert found.spread == pytest.approx(np.sqrt(0.1 * 2.5))
    assert found.freedom == 2


def test_a_walk_by_hand():
    # Steps 1, 0, 2: mean 1, s = 1; two years on √(2·(1 + 2/3)).
    found = drift([0, 1, 2, 3], [1, 2, 2, 4], at=5)
    assert found.centre == pytest.approx(6)
    assert found.spread == pytest.approx(np.sqrt(10 / 3))
    assert found.freedom == 2


def test_a_step_over_a_gap_counts_by_its_length():
    # 1 → 2 in one year, 2 → 6 in three: mean 5/4; misses −1/4 and 1/4 over three years.
    found = drift([0, 1, 2, 3, 4], [1, 2, np.nan, np.nan, 6], at=5)
    assert found.centre == pytest.approx(7.25)
    noise = np.sqrt((1 / 16 + (4 - 15 / 4) ** 2 / 3) / 1)
    assert found.noise == pytest.approx(noise)
    assert found.spread == pytest.approx(noise * np.sqrt(1 + 1 / 4))


def test_holt_follows_a_change_of_step_and_the_line_does_not():
    figures = [*range(10), *range(11, 30, 2)]
    years = np.arange(len(figures))
    assert holt(years, figures, at=24).centre == pytest.approx(39, abs=0.1)
    assert ols_trend(years, figures, at=24).centre < 38


def test_the_spread_of_holt_grows_with_the_years():
    figures = [1, 3, 2, 5, 4, 6, 8, 7]
    spreads = [holt(range(8), figures, at=year).spread for year in (8, 9, 12)]
    assert spreads == sorted(spreads)
    assert holt(range(8), figures, at=8).spread == holt(range(8), figures, at=8).noise


@pytest.mark.parametrize("model", [ols_trend, drift, holt])
def test_two_figures_have_no_spread(model):
    found = model([0, 1, 2], [1.0, 2.0, np.nan], at=3)
    assert np.isnan(found.spread)


@pytest.mark.parametrize("model", [ols_trend, drift])
@given(st.lists(series.filter(lambda s: len(s) == 6), min_size=1, max_size=5))
def test_an_array_gives_what_its_rows_give(model, rows):
    together = model(range(6), rows, at=8)
    for position, row in enumerate(rows):
        single = model(range(6), row, at=8)
        for name, value in vars(single).items():
            found = getattr(together, name)[position]
            np.testing.assert_allclose(found, value, rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("model", [ols_trend, drift])
@given(series, st.floats(0.1, 100), st.floats(-50, 50))
def test_a_model_moves_with_the_unit_and_the_origin(model, figures, scale, shift):
    years = range(len(figures))
    at = len(figures) + 2
    found = model(years, figures, at=at)
    moved = model(years, np.array(figures) * scale + shift, at=at)
    near = {"rel": 1e-6, "abs": 1e-6 * (1 + scale)}
    assert moved.centre == pytest.approx(found.centre * scale + shift, **near)
    assert moved.spread == pytest.approx(found.spread * scale, **near)
