"""Headings and captions say what the registry knows, under every name that it knows."""

import pytest

from fenghua_analysis.loaders.supplied.words import Words


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("居民人均可支配收入", Words(indicator="income_all")),
        ("收入（万元）", Words(indicator="income_all", unit="万元")),
        ("收入(单位：元/人)", Words(indicator="income_all", unit="元/人")),
        ("2022年人均可支配收入（元）", Words("income_all", "", "2022", "元")),
        ("城镇居民人均可支配收入", Words(indicator="income_urban")),
        ("常住人口城镇化率（%）", Words(indicator="urbanisation", unit="%")),
        ("常住人口（万人）", Words(indicator="population", unit="万人")),
        ("Disposable income per head", Words(indicator="income_all")),
        ("income_all", Words(indicator="income_all")),
        ("锦屏街道", Words(region="330213001")),
        ("2021年", Words(period="2021")),
        (2021, Words(period="2021")),
        ("2021年上半年", Words(period="2021-H1")),
        ("镇（街道）", Words(role="region")),
        ("年份", Words(role="period")),
        ("数值（万元）", Words(role="value", unit="万元")),
        ("Unit", Words(role="unit")),
        ("完成比例（%）", Words(role="completed", unit="%")),
    ],
)
def test_a_heading_is_understood_as_a_whole(vocabulary, heading, words):
    found = vocabulary.words(heading)
    assert found == words and found.known


@pytest.mark.parametrize(
    "heading", ["增速", "中低收入家庭数", "人均GDP", "第三列", 52000]
)
def test_a_heading_of_which_a_part_is_unknown_is_not_understood(vocabulary, heading):
    """人均GDP holds the name of another indicator, and is none itself."""
    assert not vocabulary.words(heading).known


def test_a_caption_gives_what_it_names(vocabulary):
    words = vocabulary.words("2022年奉化区各镇（街道）居民人均可支配收入　单位：万元")
    assert (words.indicator, words.region, words.period, words.unit) == (
        *("income_all", "330213"),
        *("2022", "万元"),
    )


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("330213", "330213"),
        (330213.0, "330213"),
        (330213001, "330213001"),
        ("奉化区", "330213"),
        ("奉化", "330213"),
        ("宁波市奉化区", "330213"),
        ("Fenghua District", "330213"),
        ("奉化区溪口镇", "330213100"),
        ("溪口", "330213100"),
        ("锦屏街道", "330213001"),
        ("奉化市", "330283"),
        ("某镇", ""),
        ("", ""),
    ],
)
def test_a_region_is_known_by_code_and_by_name(vocabulary, cell, code):
    assert vocabulary.look_up("region", cell) == code


def test_a_name_that_is_nearly_right_is_offered_and_not_taken(vocabulary):
    assert vocabulary.look_up("region", "溪口街道") == ""
    assert vocabulary.like("region", "莼湖镇") == "莼湖街道"
    assert vocabulary.like("indicator", "居民人均可支配收人") == "居民人均可支配收入"
    assert vocabulary.like("period", "2022年分") == ""


def test_every_name_of_the_registry_leads_to_its_indicator(vocabulary):
    """A short name, a unit or a year inside a longer name would mislead silently."""
    for one in vocabulary.registry.indicators.values():
        for name in (one.id, one.zh, *one.names):
            assert vocabulary.look_up("indicator", name) == one.id, name
            assert vocabulary.words(name).indicator == one.id, name


def test_every_unit_of_the_registry_is_read_from_a_heading(vocabulary):
    for one in vocabulary.registry.indicators.values():
        if one.unit not in ("ratio", "rank"):
            assert vocabulary.words(f"{one.zh}（{one.unit}）").unit == one.unit
