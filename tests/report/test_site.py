"""The page: judgement first, every target once, text as text, and no request."""

import dataclasses
import re
from pathlib import Path

import pytest

from fenghua_analysis.report.execution import Execution
from fenghua_analysis.report.site import write_index
from fenghua_analysis.study import open_study

DATA = Path(__file__).resolve().parents[2] / "data"
NASTY = '<script>alert(1)</script> {{ 7*7 }} =HYPERLINK("x") 😀 \u202eabc'


def _page(folder, study, runs=()):
    records = {run.name: {} for run in runs}
    write_index(folder, study, runs=list(runs), records=records)
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
    assert found[1].startswith("奉化区的76项指标中，有公布数据可以判断的2项")


def test_every_target_has_its_row_with_reason_and_source(page, study):
    rows = page.count('<details class="target"')
    assert rows == len(study.assessment)
    assert "2022年为54,451元，距目标56,000元还差1,549元（2.8%），未达到" in page
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


def test_the_other_language_is_one_click_away(page):
    assert 'hreflang="en">English</a>' in page
