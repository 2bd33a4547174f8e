"""The page: judgement first, every target once, text as text, and no request."""

import dataclasses
import re
from pathlib import Path

import pytest

from fenghua_analysis import wording
from fenghua_analysis.report.execution import Execution
from fenghua_analysis.report.site import write_index
from fenghua_analysis.study import open_study

DATA = Path(__file__).resolve().parents[2] / "data"
NASTY = '<script>alert(1)</script> {{ 7*7 }} =HYPERLINK("x") 😀 \u202eabc'


def _page(folder, study, runs=(), **options):
    records = {run.name: {} for run in runs}
    write_index(folder, study, runs=list(runs), records=records, **options)
    return (folder / "index.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def study():
    return open_study("report", data_dir=str(DATA))


@pytest.fixture(scope="module")
def page(study, tmp_path_factory):
    return _page(tmp_path_factory.mktemp("run"), study)


def test_the_judgement_counts_the_regions_own_targets(page):
    found = re.search(r"<blockquote><p>(.*?)</p>", page)
    assert found
    assert found[1].startswith("奉化区的76项指标中，可以判断的2项")
    judged = int(re.search(r"可以判断的(\d+)项", found[1])[1])
    stand = re.search(r"已达到(\d+)项、未达到(\d+)项、推进中(\d+)项", found[1])
    assert sum(map(int, stand.groups())) == judged


def test_every_target_has_its_row_with_reason_and_source(page, study):
    rows = page.count('<details class="target"')
    assert rows == len(study.assessment)
    (income,) = study.own[study.own.indicator == "income_all"].why_zh
    assert "54,451元" in income and f"<p>{income}</p>" in page
    assert "出处：宁波市奉化区2022年推进高质量发展建设共同富裕特色区工作要点" in page


def test_the_two_headline_targets_stand_apart(page):
    gauges = re.findall(r'<article class="gauge">(.*?)</article>', page, re.DOTALL)
    assert ["1.67" in gauges[0], "0.8" in gauges[1]] == [True, True]
    assert "44,800元" in gauges[1]


def test_the_page_asks_no_network_for_anything(page):
    assert not re.search(r"(src|href)=[\"']?(https?:)?//", page)
    assert "default-src 'none'" in page


def test_a_failed_notebook_is_named_and_linked(study, tmp_path):
    page = _page(tmp_path, study, [Execution("03_urban_rural", "ValueError: 坏了", 5)])
    assert "笔记本03_urban_rural没有跑完：ValueError: 坏了" in page
    assert 'href="notebooks/03_urban_rural.html"' in page


def test_a_name_is_text_whatever_it_holds(study, tmp_path):
    registry = study.registry
    nasty = dataclasses.replace(registry.indicators["income_all"], zh=NASTY)
    indicators = {**registry.indicators, "income_all": nasty}
    changed = dataclasses.replace(registry, indicators=indicators)
    page = _page(tmp_path, dataclasses.replace(study, registry=changed))
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "{{ 7*7 }}" in page


def test_the_other_language_is_one_click_away_where_it_stands(study, tmp_path):
    """A link to a page that nobody has made leads nowhere."""
    assert "hreflang" not in _page(tmp_path, study)
    page = _page(tmp_path, study, sibling="../330213-all-en/index.html")
    assert 'href="../330213-all-en/index.html" hreflang="en">English</a>' in page


def _rows(page):
    return re.findall(r'<details class="target".*?</details>', page, re.DOTALL)


def test_targets_of_other_regions_name_their_region(page, study):
    """“75,000元” is Zhejiang's, not the district's."""
    (row,) = [row for row in _rows(page) if "75,000元</span>" in row]
    assert "<b>浙江省</b> · 2025" in row
    own = sum("<b>" in row for row in _rows(page))
    assert own == (study.assessment.region != "330213").sum()


def test_the_headlines_are_the_regions_own_or_none(tmp_path):
    elsewhere = open_study("report", data_dir=str(DATA), region="余姚市")
    page = _page(tmp_path, elsewhere)
    assert "gauge" not in page.partition("<body>")[2].partition("<script>")[0]


def test_no_english_title_stands_as_a_source_on_a_chinese_page(page):
    cited = re.findall(r"出处：(.*?)</p>", page)
    assert len(cited) > 100
    assert not [words for words in cited if not re.search("[\u4e00-\u9fff]", words[:8])]
    assert "出处：浙江省政府英文网、中国日报英文报道" in page
    assert "报道正文 英文原文“and 75,000 yuan”" in page
    assert " / text of the report" not in page


def test_every_column_of_the_scoreboard_counts_something(page):
    board = re.search(r'<table class="matrix">(.*?)</table>', page, re.DOTALL)[1]
    named = re.findall(r'class="mark (\w+)"', board)
    assert named and all(f'data-verdict="{name}"' in board for name in named)


def test_the_page_says_whence_its_day(page):
    assert "截至2026-01-29" in page
    assert "2026-01-29)》" in page.partition("</header>")[0]


def test_departments_are_told_apart_in_both_languages(study, tmp_path):
    """The names are joined by the comma of the page's language."""
    english = open_study("report", data_dir=str(DATA), lang="en")
    with wording.speaking("en"):
        page = _page(tmp_path, english)
    assert '.split(", ")' in page


def test_the_font_has_every_character_that_a_script_may_show(page):
    """Escaped as \\u6ed1 a character would not be found in the text of the page."""
    assert '"⇆ 左右滑动可看全"' in page
