"""Projections and probabilities: worked, on each scale, and what they refuse."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fenghua_analysis.metrics.projection import MODELS, likelihood, project
from tests.metrics.agreement import assert_agree

YEARS = range(2015, 2022)
RATIO = [1.80, 1.79, 1.78, 1.77, 1.76, 1.74, 1.72]
TARGET = {"target": 1.67, "target_year": 2025, "direction": "lower"}
SHARE = {"scale": "logit", "limits": (0, 100)}
shares = st.lists(st.floats(5, 95), min_size=5, max_size=9)


@pytest.mark.parametrize(("model", "expected"), [("ols", 0.28), ("drift", 0.59)])
def test_the_coin_flip_of_the_design(model, expected):
    """Every rule calls it on track; the probability tells otherwise."""
    found = likelihood(YEARS, RATIO, model=model, **TARGET)
    assert round(found.probability, 2) == expected
    made = found.projection
    assert (made.model, made.points) == (model, 7)
    assert (made.first_year, made.last_year, made.last_value) == (2015, 2021, 1.72)


def test_an_interval_by_hand():
    # Steps 1, 0, 2 from 1 to 4: centre 5, s·√(1 + 1/3), t(2) at 90 % is 1.8856.
    found = project(range(2018, 2022), [1, 2, 2, 4], year=2022, model="drift")
    reach = 1.8856 * np.sqrt(4 / 3)
    assert found.centre == pytest.approx(5)
    assert (found.low, found.high) == pytest.approx((5 - reach, 5 + reach), rel=1e-4)
    wide = project(range(2018, 2022), [1, 2, 2, 4], year=2022, model="drift", stretch=2)
    assert wide.high - 5 == pytest.approx(2 * reach, rel=1e-4)


def test_doubling_each_year_or_so_goes_on_doubling_on_logs():
    values = np.array([1, 2.1, 4, 7.9, 16])
    found = project(range(2017, 2022), values, year=2023, model="drift", scale="log")
    # Four steps from 1 to 16 double each year.
    assert found.centre == pytest.approx(64)
    assert found.low > 0
    assert found.centre**2 == pytest.approx(found.low * found.high)


@pytest.mark.parametrize("model", MODELS)
def test_a_share_stays_within_its_limits(model):
    values = [80, 86, 91, 93, 96, 97]
    found = project(range(2016, 2022), values, year=[2025, 2060], model=model, **SHARE)
    assert (found.centre > 97).all()
    assert (found.high <= 100).all()
    assert (found.low > 0).all()
    straight = project(range(2016, 2022), values, year=2060, limits=(0, 100))
    assert (straight.centre, straight.high) == (100, 100)


def test_a_target_beyond_a_limit_is_certain_or_impossible():
    values, years = [80, 86, 91, 93, 96, 97], range(2016, 2022)
    asked = {"target_year": 2025, **SHARE}
    above = likelihood(years, values, target=101, direction="higher", **asked)
    assert above.probability == 0
    below = likelihood(years, values, target=-1, direction="higher", **asked)
    assert below.probability == 1
    log = likelihood(
        YEARS, RATIO, target=-1, target_year=2025, direction="lower", scale="log"
    )
    assert log.probability == 0


def test_a_target_on_the_limit_is_never_met_by_a_logit_and_not_judged():
    values, years = [80, 86, 91, 93, 96, 97], range(2016, 2022)
    asked = {"target": 100, "target_year": 2025, "direction": "higher"}
    found = likelihood(years, values, **asked, **SHARE)
    assert (found.reason, found.projection.reason) == ("target_at_limit", "")
    assert np.isnan(found.probability)
    # On the level scale a figure cut off at the limit has reached it.
    level = likelihood(years, values, limits=(0, 100), **asked)
    assert level.probability > 0.5


@pytest.mark.parametrize(("direction", "tested"), [("higher", 1.65), ("lower", 1.70)])
def test_an_interval_is_reached_at_its_weaker_end(direction, tested):
    asked = {"target_year": 2025, "direction": direction}
    found = likelihood(YEARS, RATIO, target=1.65, target_high=1.70, **asked)
    plain = likelihood(YEARS, RATIO, target=tested, **asked)
    assert found.probability == plain.probability
    assert np.isnan(plain.inside)
    ends = [likelihood(YEARS, RATIO, target=end, **asked) for end in (1.65, 1.70)]
    between = abs(ends[0].probability - ends[1].probability)
    assert found.inside == pytest.approx(between)


@pytest.mark.parametrize(
    ("values", "given", "reason"),
    [
        ([1, 2, 4], {}, "too_few_points"),
        ([], {}, "too_few_points"),
        ([1, 2, 4, 3, np.nan, np.nan], {"since": 2018}, "too_few_points"),
        ([1, -2, 4, 3], {"scale": "log"}, "off_scale"),
        ([1, 0, 4, 3], {"scale": "log"}, "off_scale"),
        ([90, 95, 97, 100], SHARE, "off_scale"),
        ([90, 95, 97, 101], {"limits": (0, 100)}, "off_scale"),
        ([1, 2, np.nan, 4, 3], {"model": "holt"}, "gap"),
        ([5, 5, 5, 5, 5], {}, "no_spread"),
        ([0, 0, 0, 0], {}, "no_spread"),
        ([1.80, 1.79, 1.78, 1.77], {}, "no_spread"),
        ([1, 2, 4, 3], {"year": 2019}, "not_ahead"),
        ([1, 2, 4, 3], {"year": np.nan}, "no_year"),
    ],
)
@pytest.mark.parametrize("model", MODELS)
def test_what_has_no_projection_says_why(values, given, reason, model):
    years = range(2016, 2016 + len(values))
    found = project(years, values, **({"year": 2030, "model": model} | given))
    assert found.reason == reason
    assert np.isnan([found.centre, found.low, found.high]).all()
    asked = {"model": model} | given
    asked["target_year"] = asked.pop("year", 2030)
    probable = likelihood(years, values, target=3, direction="higher", **asked)
    assert probable.reason == reason
    assert np.isnan(probable.probability)


def test_without_a_target_there_is_no_probability():
    found = likelihood(YEARS, RATIO, **(TARGET | {"target": np.nan}))
    assert (found.reason, found.projection.reason) == ("no_target", "")


def test_only_the_figures_since_the_last_break_count():
    broken = [9.0, 9.5, 7.0, *RATIO]
    found = likelihood(range(2012, 2022), broken, since=2015, **TARGET)
    since = likelihood(YEARS, RATIO, **TARGET)
    assert (found.probability, found.projection) == (
        since.probability,
        since.projection,
    )


def test_a_gap_is_bridged_by_line_and_walk():
    values = [1, 2, np.nan, 4, 6]
    for model in ("ols", "drift"):
        found = project(range(2016, 2021), values, year=2022, model=model)
        assert (found.points, found.reason) == (4, "")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"model": "arima"}, "model must be 'drift' or 'ols' or 'holt': arima"),
        ({"scale": "sqrt"}, "scale must be 'level' or .*: sqrt"),
        ({"scale": "logit"}, "limits must be given with scale: logit"),
        ({"limits": (5, 5)}, "upper of limits must be above: 5"),
        ({"year": 2022.5}, "year must be whole: 2022.5"),
        ({"level": 80}, "level must lie between 0 and 1: 80"),
        ({"stretch": 0}, "stretch must be positive: 0"),
    ],
)
def test_what_contradicts_itself_is_refused(given, message):
    with pytest.raises(ValueError, match=message):
        project(YEARS, RATIO, **({"year": 2025} | given))
    with pytest.raises(ValueError, match="target_high must be above target: 1"):
        likelihood(YEARS, RATIO, target_high=1, **TARGET)


def test_many_years_of_one_series_are_what_each_gives():
    path = project(YEARS, RATIO, year=[2022, 2025])
    for position, year in enumerate((2022, 2025)):
        single = project(YEARS, RATIO, year=year)
        assert path.high[position] == pytest.approx(single.high)


@pytest.mark.parametrize("model", MODELS)
@given(shares, st.floats(6, 94), st.sampled_from(["higher", "lower"]))
def test_a_probability_is_one_and_grows_with_ease(model, values, target, direction):
    years = range(2010, 2010 + len(values))
    asked = {"target_year": 2022, "direction": direction, "model": model, **SHARE}
    found = likelihood(years, values, target=target, **asked)
    assume(found.reason == "")
    assert 0 <= found.probability <= 1
    easier = target - 1 if direction == "higher" else target + 1
    eased = likelihood(years, values, target=easier, **asked)
    assert eased.probability >= found.probability - 1e-9
    other = "lower" if direction == "higher" else "higher"
    against = likelihood(years, values, target=target, **(asked | {"direction": other}))
    assert found.probability + against.probability == pytest.approx(1)


rows = st.tuples(
    st.lists(
        st.sampled_from([float("nan"), 0.0, 40.0, 50.0, 61.0, 70.0, 100.0]),
        min_size=7,
        max_size=7,
    ),
    st.sampled_from(["level", "log", "logit"]),
    st.sampled_from([45.0, 100.0, float("nan")]),
    st.sampled_from([2010.0, 2022.0, 2030.0]),
    st.sampled_from(["higher", "lower"]),
)


@pytest.mark.parametrize("model", ["ols", "drift"])
@given(st.lists(rows, min_size=1, max_size=8))
def test_an_array_gives_what_its_rows_give(model, cases):
    values, *columns = map(list, zip(*cases, strict=True))
    names = ["scale", "target", "target_year", "direction"]
    fixed = {"limits": (0, 100), "model": model}
    together = likelihood(
        YEARS, values, **dict(zip(names, columns, strict=True)), **fixed
    )
    for position, (row, *words) in enumerate(cases):
        single = likelihood(YEARS, row, **dict(zip(names, words, strict=True)), **fixed)
        for name in ("probability", "reason"):
            found = getattr(together, name)[position].item()
            assert_agree(found, getattr(single, name), name)
        for name, value in vars(single.projection).items():
            found = getattr(together.projection, name)[position].item()
            assert_agree(found, value, name)
