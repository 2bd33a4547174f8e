"""The page of a document: every fact in place and in a row, text as text."""

import re

import pytest

from fenghua_analysis import wording
from fenghua_analysis.documents import Document, read_document
from fenghua_analysis.review.found import find
from fenghua_analysis.review.page import page
from tests.reviewing import PLAN

NASTY = "到2024年，<script>alert(1)</script>普及率“{{7*7}}”达80%，\u202e\x07另有1122。"


@pytest.fixture(scope="module")
def plan():
    return find(read_document(PLAN))


@pytest.fixture(scope="module")
def html(plan):
    return page(plan)


def without_tags(html):
    return re.sub(r"<[^>]*>", "", html)


def test_every_fact_has_one_mark_and_one_row_that_lead_to_each_other(plan, html):
    for number in range(1, len(plan.facts) + 1):
        assert html.count(f'id="m{number}"') == html.count(f'id="f{number}"') == 1
        assert html.count(f'href="#m{number}"') == 1
    marks = set(re.findall(r'class="target" data-n="([^"]*)"', html))
    assert {n for numbers in marks for n in numbers.split()} >= {"1", "2"}


def test_a_row_stands_beside_the_paragraph_of_its_mark(html):
    blocks = html.split('<div class="block')
    (block,) = [block for block in blocks if 'id="m1"' in block]
    assert 'id="f1"' in block and "6.15万元" in block


def test_what_was_not_understood_is_marked_with_its_reason(html):
    words = "奉化区2024年计划\n深入实施1122学校特色升级工程，推动均衡。\n"
    document = Document(words, name="a.txt")
    found = find(document)
    shown = page(found)
    assert found.unread and "数字后没有单位" in shown
    assert shown.count('class="unread"') >= 2


def test_all_of_the_text_is_there_in_its_order(plan, html):
    bare = "".join(without_tags(html).split())
    at = 0
    for line in plan.document.text.splitlines():
        words = "".join(line.split())
        at = bare.index(words, at)


def test_text_is_never_markup(html):
    shown = page(find(Document(NASTY, name="<b>.txt")))
    assert "<script>alert" not in shown and "&lt;script&gt;" in shown
    assert "{{7*7}}" in shown and "&lt;b&gt;.txt" in shown
    assert "\x07" not in shown


def test_the_page_asks_no_network_for_anything(html):
    assert not re.search(r"(src|href)=[\"']?(https?:)?//", html)
    assert not re.search(r"<link[^>]+stylesheet", html)
    assert "default-src 'none'" in html and "font-face" in html


def test_the_page_is_read_without_its_script(html):
    bare = re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)
    assert "居民人均可支配收入" in bare and 'href="#f1"' in bare
    assert 'name="only"' in bare and "hidden" in bare


def test_the_page_speaks_the_language_asked_for(plan):
    with wording.speaking("en"):
        shown = page(plan)
    assert 'lang="en"' in shown and "A mark leads to its row" in shown


def test_a_document_without_facts_says_so():
    assert "没有读出事实" in page(find(Document("", name="空.txt")))


def test_work_items_are_listed_with_their_schedules(html):
    assert "社区食堂扩面行动" in html and "<b>4-8月</b> 完成改造装修" in html
