"""The headline: each rule where it is due, and each word for what it means."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenghua_analysis.metrics.verdicts import headline
from tests.metrics.agreement import assert_agree

LEVEL = {"kind": "level", "direction": "higher", "target": 100, "target_year": 2025}
DIRECTION = {"kind": "direction", "direction": "higher"}


def found(figures, **given):
    """Status and rule for a series written as {year: value}."""
    verdict = headline(list(figures), list(figures.values()), **given)
    return verdict.status, verdict.rule


def straight(change, *, last=80.0, end=2021, count=6):
    """`count` yearly figures that end at `last` in `end`."""
    return {end - back: last - change * back for back in range(count - 1, -1, -1)}


def test_a_delegated_target_has_no_published_value_even_with_figures():
    given = {"kind": "delegated", "direction": "higher"}
    assert found({2022: 5}, **given) == ("not_published", "delegated")


def test_no_figure_is_no_data():
    assert found({}, **LEVEL) == ("no_data", "no_observation")
    assert found({2021: np.nan}, **LEVEL) == ("no_data", "no_observation")
    assert found({}, **DIRECTION) == ("no_data", "no_observation")


@pytest.mark.parametrize(
    ("value", "status"), [(100, "met"), (101, "met"), (99.9, "missed")]
)
def test_the_figure_of_the_target_year_settles_it(value, status):
    figures = straight(4) | {2025: value, 2026: 150}
    assert found(figures, **LEVEL) == (status, "figure_of_target_year")


def test_a_later_figure_stands_in_for_a_missing_one_of_the_target_year():
    verdict = headline([2024, 2026, 2027], [90, 99, 101], **LEVEL)
    assert (verdict.status, verdict.year, verdict.final) == ("missed", 2026, True)


def test_the_wording_of_the_document_decides_what_is_met():
    given = LEVEL | {"comparator": "gt"}
    assert found({2025: 100}, **given)[0] == "missed"
    assert found({2025: 100}, **LEVEL)[0] == "met"


def test_a_level_reached_early_is_met_though_not_final():
    verdict = headline([2021], [100], **LEVEL)
    assert (verdict.status, verdict.rule) == ("met", "latest_figure")
    assert not verdict.final


@pytest.mark.parametrize(
    ("change", "status"),
    [(5, "on_track"), (4.5, "on_track"), (3, "off_track"), (-1, "reversing")],
)
def test_four_or_more_figures_are_judged_by_the_hypothetical_value(change, status):
    # 20 to go in four years: five a year arrive, four and a half miss a tenth.
    for count in (6, 4):
        figures = straight(change, count=count)
        assert found(figures, **LEVEL) == (status, "hypothetical_value")


def test_standing_still_is_off_track_not_reversing():
    verdict = headline(range(2016, 2022), [80] * 6, **LEVEL)
    assert verdict.hypothetical_value.status == "thunderstorm"
    assert verdict.status == "off_track"


@pytest.mark.parametrize(
    ("first", "status"),
    [(75, "on_track"), (79, "off_track"), (80, "off_track"), (85, "reversing")],
)
def test_two_or_three_figures_are_judged_by_the_un_rule(first, status):
    # 75 → 80 in a year is 6.7 %; four more give 103.6. 79 → 80 gives 84.
    verdict = headline([2020, 2021], [first, 80], **LEVEL)
    assert (verdict.status, verdict.rule) == (status, "un_progress")
    assert verdict.short_series
    assert found({2019: first, 2020: first, 2021: 80}, **LEVEL)[1] == "un_progress"


def test_four_figures_with_a_gap_are_a_short_series():
    figures = {2015: 60, 2016: 64, 2017: 68, 2020: 78, 2021: 80}
    assert found(figures, **LEVEL)[1] == "un_progress"


@pytest.mark.parametrize(
    ("first", "status"),
    [(-8, "on_track"), (-4, "off_track"), (-2, "off_track"), (-1, "reversing")],
)
def test_levels_without_a_growth_rate_are_judged_by_equal_steps(first, status):
    # Growth of −2 %, to reach 4 % in three years: two points a year, six from −8.
    given = {"kind": "level", "direction": "higher", "target": 16, "target_year": 2024}
    assert found({2020: first, 2021: -2}, **given) == (status, "annual_step")


@pytest.mark.parametrize(
    ("value", "status"),
    [(72, "on_track"), (73, "on_track"), (71, "off_track"), (59, "reversing")],
)
def test_one_figure_and_a_base_are_held_against_elapsed_time(value, status):
    # 60 in 2018 to 100 in 2028; three of ten years on, 72 is three tenths of the way.
    given = LEVEL | {"target_year": 2028, "base_value": 60, "base_year": 2018}
    verdict = headline([2021], [value], **given)
    assert (verdict.status, verdict.rule) == (status, "attainment_against_elapsed")
    assert verdict.attainment == pytest.approx((value - 60) / 40)
    assert verdict.elapsed == pytest.approx(0.3)


def test_one_figure_alone_is_met_or_not_so_far():
    verdict = headline([2021], [80], **LEVEL)
    assert (verdict.status, verdict.rule) == ("missed", "latest_figure")
    assert not verdict.final
    assert np.isnan([verdict.attainment, verdict.elapsed, verdict.base_value]).all()


def test_a_stated_base_counts_only_when_earlier_than_the_figure_judged():
    given = LEVEL | {"base_value": 60, "base_year": 2021}
    assert found({2021: 80}, **given) == ("missed", "latest_figure")


def test_a_stated_base_is_the_start_of_the_way():
    given = LEVEL | {"base_value": 60, "base_year": 2019}
    verdict = headline([2020, 2021], [75, 80], **given)
    assert (verdict.base_value, verdict.base_year) == (60, 2019)
    assert verdict.attainment == pytest.approx(0.5)


def test_leaving_a_target_that_the_base_met_is_reversing():
    """(90 − 110) / (100 − 110) would be 200 % of the way."""
    given = LEVEL | {"base_value": 110, "base_year": 2020}
    verdict = headline([2021], [90], **given)
    assert verdict.status == "reversing"
    assert np.isnan(verdict.attainment)
    assert found({2020: 110, 2021: 90}, **LEVEL) == ("reversing", "un_progress")


@pytest.mark.parametrize(("latest", "status"), [(3.5, "met"), (3.6, "missed")])
def test_a_hold_is_met_or_missed_so_far(latest, status):
    given = {"kind": "hold", "direction": "lower", "target": 3.5, "comparator": "le"}
    assert found({2021: latest}, **given) == (status, "hold_so_far")
    verdict = headline(range(2016, 2022), [3.4] * 5 + [latest], **given)
    assert (verdict.status, verdict.final) == (status, False)
    assert verdict.hypothetical_value.status in ("sun_cloud", "thunderstorm")


def test_a_hold_with_a_year_ends_with_the_figure_of_that_year():
    given = {"kind": "hold", "direction": "higher", "target": 100, "target_year": 2022}
    assert found({2021: 99, 2022: 100, 2023: 98}, **given) == (
        "met",
        "figure_of_target_year",
    )


def test_an_interval_is_met_at_its_weaker_end():
    given = LEVEL | {"kind": "interval", "target": 80, "target_high": 95}
    verdict = headline([2025], [80], **given)
    assert (verdict.status, verdict.target) == ("met", 80)
    lower = given | {"direction": "lower"}
    assert headline([2025], [96], **lower).status == "missed"


def test_a_target_without_a_number_or_with_two_has_no_comparator():
    interval = LEVEL | {"kind": "interval", "target": 80, "target_high": 95}
    assert found({2025: 80}, comparator="", **interval)[0] == "met"
    delegated = {"kind": "delegated", "direction": "higher", "comparator": ""}
    assert found({}, **delegated)[0] == "not_published"


FLOW = {"kind": "flow", "direction": "higher", "target": 450, "target_year": 2023}


@pytest.mark.parametrize(("count", "status"), [(450, "met"), (449, "missed")])
def test_a_count_is_settled_by_the_figure_of_its_year_only(count, status):
    assert found({2022: 900, 2023: count}, **FLOW) == (status, "count_of_year")


def test_the_count_of_another_year_says_nothing():
    assert found({2022: 900, 2024: 900}, **FLOW) == ("no_data", "no_observation")


@pytest.mark.parametrize(
    ("done", "status"),
    [(450, "met"), (225, "on_track"), (230, "on_track"), (224, "off_track")],
)
def test_a_count_under_way_is_held_against_the_plan(done, status):
    given = FLOW | {"done": done, "share_of_year": 0.5}
    assert found({}, **given) == (status, "cumulative_over_plan")


@pytest.mark.parametrize(
    ("done", "status"), [(5, "on_track"), (6, "off_track"), (11, "missed")]
)
def test_a_count_that_must_stay_low_is_never_met_early(done, status):
    given = FLOW | {"direction": "lower", "target": 10, "done": done}
    assert found({}, share_of_year=0.5, **given)[0] == status


def test_the_final_count_wins_over_the_count_so_far():
    given = FLOW | {"done": 449, "share_of_year": 0.9}
    assert found({2023: 460}, **given) == ("met", "count_of_year")


@pytest.mark.parametrize(
    ("values", "status"),
    [
        ([1, 2, 3, 4, 5, 6], "on_track"),
        ([1, 2, 3, 4, 6, 5], "on_track"),
        ([6, 5, 4, 3, 2, 3], "off_track"),
        ([6, 5, 4, 3, 2, 1], "reversing"),
        ([3, 3, 3, 3, 3, 3], "off_track"),
    ],
)
@pytest.mark.parametrize("kind", ["direction", "qualitative"])
def test_a_direction_by_its_symbol(values, status, kind):
    given = {"kind": kind, "direction": "higher"}
    figures = dict(zip(range(2016, 2022), values, strict=True))
    assert found(figures, **given) == (status, "hypothetical_value")


@pytest.mark.parametrize(
    ("latest", "status"), [(6, "on_track"), (5, "off_track"), (4, "reversing")]
)
def test_a_direction_with_two_figures_by_the_change_between_them(latest, status):
    assert found({2020: 5, 2021: latest}, **DIRECTION) == (
        status,
        "direction_of_change",
    )
    base = {"base_value": 5, "base_year": 2020}
    assert found({2021: latest}, **base, **DIRECTION)[0] == status


def test_one_figure_shows_no_direction():
    assert found({2021: 5}, **DIRECTION) == ("no_data", "single_figure")


def test_the_made_up_ratio_of_the_design_is_on_track_by_every_rule():
    """1.80 … 1.72, target 1.67 in 2025: R = 1.01, q = 1.01, hypothetical 1.664."""
    verdict = headline(
        range(2015, 2022),
        [1.80, 1.79, 1.78, 1.77, 1.76, 1.74, 1.72],
        kind="level",
        direction="lower",
        target=1.67,
        target_year=2025,
    )
    assert verdict.status == "on_track"
    assert verdict.growth_ratio.pace == pytest.approx(1.01, abs=5e-3)
    assert verdict.un_progress.share == pytest.approx(1.01, abs=5e-3)
    assert verdict.hypothetical_value.hypothetical_value == pytest.approx(1.664)


def test_the_other_rules_are_shown_beside_the_one_that_decides():
    verdict = headline([2020, 2021], [75, 80], **LEVEL)
    assert verdict.growth_ratio.status == "substantial_progress"
    assert verdict.un_progress.status == "on_track_or_met"
    assert verdict.hypothetical_value.status == "not_assessed"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"kind": "growth"}, "kind must be 'level' or 'interval' or .*: growth"),
        ({"direction": "up"}, "direction must be 'higher' or 'lower': up"),
        ({"comparator": "growth"}, "comparator must be .*: growth"),
        ({"target": None}, "target must be given, kind: level"),
        ({"target_year": None}, "target_year must be given, kind: level"),
        ({"kind": "interval"}, "target_high must be above target: nan"),
        ({"base_value": 5}, "base_year must be given with: 5"),
    ],
)
def test_what_contradicts_itself_is_refused(given, message):
    with pytest.raises(ValueError, match=message):
        headline([2021], [80], **(LEVEL | given))


cells = st.sampled_from([-5.0, 0.0, 50.0, 80.0, 99.0, 100.0, 101.0, float("nan")])
cases = st.fixed_dictionaries(
    {
        "values": st.lists(cells, min_size=9, max_size=9),
        "kind": st.sampled_from(
            ["level", "hold", "interval", "flow", "direction", "delegated"]
        ),
        "direction": st.sampled_from(["higher", "lower"]),
        "comparator": st.sampled_from(["eq", "gt", "le"]),
        "target_year": st.sampled_from([2018.0, 2022.0, 2030.0]),
        "base_value": st.sampled_from([40.0, 110.0, float("nan")]),
        "done": st.sampled_from([40.0, 110.0, float("nan")]),
    }
)
FIXED = {"target": 100, "target_high": 110, "base_year": 2013, "share_of_year": 0.5}


def flat(verdict):
    """Every field of a headline and of the rules inside it."""
    for name, value in vars(verdict).items():
        if hasattr(value, "__dataclass_fields__"):
            yield from ((f"{name}.{inner}", part) for inner, part in flat(value))
        else:
            yield name, value


@given(st.lists(cases, min_size=1, max_size=15))
def test_an_array_gives_what_its_rows_give(rows):
    years = range(2014, 2023)
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    together = dict(flat(headline(years, **columns, **FIXED)))
    for position, row in enumerate(rows):
        for name, value in flat(headline(years, **row, **FIXED)):
            assert together[name].shape == (len(rows),), name
            assert_agree(together[name][position].item(), value, name)


@given(cases)
def test_every_headline_is_one_of_seven_words(row):
    verdict = headline(range(2014, 2023), **row, **FIXED)
    assert verdict.status in {
        *("met", "missed", "on_track", "off_track", "reversing"),
        *("no_data", "not_published"),
    }
