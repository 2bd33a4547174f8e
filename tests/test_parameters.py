"""A request is checked as a whole before anything starts, in the language asked for."""

from dataclasses import replace

import pytest

from fenghua_analysis.errors import ParameterError
from fenghua_analysis.parameters import (
    Request,
    check_request,
    newest_day,
    newest_source,
    resolve,
)
from tests.small_world import registry

D, C = "330213", "330200"
TARGET = {"indicator": "income_all", "value": 56_000, "unit": "元"}


def test_what_is_not_asked_for_takes_its_default():
    assert check_request({}) == Request()


def test_texts_are_read_as_the_type_of_their_parameter():
    asked = check_request({"year": "2022", "illustrative": "true", "lang": "en"})
    assert (asked.year, asked.illustrative, asked.lang) == (2022, True, "en")


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"regoin": "330213"}, r"没有名为“regoin”的参数；是不是要写“region”"),
        ({"region": " "}, "region：参数没有给出值"),
        ({"year": "二〇二二"}, "year · 值为“二〇二二”"),
        ({"year": "1066"}, "超出2000—2100的范围"),
        ({"year": "--5"}, "year · 值为“--5”：不是整数"),
        ({"as_of": "2022-02-30"}, "as_of · 值为“2022-02-30”"),
        ({"as_of": "0001-01-01"}, "超出2000—2100的范围"),
        ({"illustrative": "maybe"}, "应为 true 或 false"),
        ({"lang": "fr"}, "没有该语言 · no such language"),
        ({"lang": "en", "year": "x"}, "year · value “x”"),
        ({"lang": "en", "plann": "all"}, "did you mean “plan”"),
    ],
)
def test_each_mistake_has_its_message(asked, message):
    with pytest.raises(ParameterError, match=message):
        check_request(asked)


def test_all_mistakes_are_told_at_once():
    with pytest.raises(ParameterError) as told:
        check_request({"regoin": "x", "year": "y", "lang": "en"})
    assert len(told.value.problems) == 2


def test_a_region_may_be_named_and_its_code_is_used():
    assert resolve(Request(region="乙区"), registry([TARGET])).region == D


def test_the_day_of_judgement_is_that_of_the_newest_source():
    assert resolve(Request(), registry([TARGET])).as_of == "2022-06-30"


def _with_sources(**issued):
    """The small registry with sources issued on these days, by kind."""
    small = registry([TARGET])
    (document,) = small.sources.values()
    more = {
        kind: replace(document, id=kind, kind=kind, issued=day)
        for kind, day in issued.items()
    }
    return replace(small, sources={**small.sources, **more})


@pytest.mark.parametrize(
    ("issued", "day"),
    [
        # as texts, “2026” would lose to “2026-01-21”
        ({"statistics": "2026", "document": "2026-01-21"}, "2026-12-31"),
        ({"geography": "2026-05-01", "statistics": ""}, "2022-06-30"),
        ({"user": "2023-07-01"}, "2023-07-01"),
    ],
)
def test_a_map_or_a_blank_date_gives_no_report_its_day(issued, day):
    known = _with_sources(**issued)
    assert resolve(Request(), known).as_of == newest_day(known) == day
    assert known.released(newest_source(known).id) == day


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"region": "乙县"}, "登记表中没有该地区；是不是要写“乙区”"),
        ({"plan": "p2023"}, "登记表中没有该文件编号"),
        ({"region": C, "plan": "p2022"}, "该文件不适用于所选地区"),
        ({"year": 2019}, "没有这一年的目标 → 有目标的年份：2022"),
    ],
)
def test_what_the_registry_does_not_hold_is_refused(asked, message):
    with pytest.raises(ParameterError, match=message):
        resolve(Request(**asked), registry([TARGET]))


def test_a_year_of_the_citys_plan_may_be_asked_for_the_district():
    city = TARGET | {"region": C, "plan": "p2025", "year": "2025"}
    asked = Request(year=2025)
    assert resolve(asked, registry([TARGET, city])).year == 2025
