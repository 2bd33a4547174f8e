"""Pages of executed notebooks: outputs shown, errors in view, text stays text."""

import json
import re
from pathlib import Path
from typing import Any

import pandas as pd

from fenghua_analysis import pages
from fenghua_analysis.report.notebook_pages import write_page


def _page(folder: Path, *cells: dict[str, Any]) -> str:
    path = folder / "01_x.ipynb"
    notebook = {
        "cells": list(cells),
        "metadata": {},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return write_page(path).read_text(encoding="utf-8")


def _code(source: str, *outputs: dict[str, Any], tags: tuple[str, ...] = ()) -> Any:
    return {
        "cell_type": "code",
        "source": source,
        "outputs": list(outputs),
        "metadata": {"tags": list(tags)},
    }


def _shown(**data: str) -> dict[str, Any]:
    mime = {name.replace("_", "/"): text for name, text in data.items()}
    return {"output_type": "display_data", "data": mime, "metadata": {}}


def test_markdown_becomes_headings_with_contents(tmp_path):
    page = _page(tmp_path, _code("a", _shown(text_markdown="# 题\n\n## 第一节\n\n文")))
    assert "<h1>题</h1>" in page
    assert '<h2 id="s1">第一节</h2>' in page
    assert '<a href="#s1">第一节</a>' in page
    assert "<title>题</title>" in page


def test_an_error_stands_in_the_page(tmp_path):
    error = {"output_type": "error", "traceback": ["\x1b[31mValueError\x1b[0m: <x>"]}
    page = _page(tmp_path, _code("boom()", error))
    assert 'role="alert"' in page
    assert "ValueError: &lt;x&gt;" in page
    assert "\x1b" not in page


def test_html_in_markdown_is_shown_and_not_obeyed(tmp_path):
    page = _page(tmp_path, _code("a", _shown(text_markdown="<script>x()</script>")))
    assert "&lt;script&gt;x()" in page
    assert "<script>x()" not in page


def test_a_picture_carries_its_alt_sentence(tmp_path):
    shown = _shown(image_png="QUJD")
    shown["metadata"] = {"image/png": {"alt": '最低为"西镇"'}}
    page = _page(tmp_path, _code("a", shown))
    assert 'alt="最低为&#34;西镇&#34;"' in page


def test_a_cell_tagged_for_removal_is_not_shown(tmp_path):
    hidden = {
        "cell_type": "markdown",
        "source": "# 只在编辑器里",
        "metadata": {"tags": ["remove-cell"]},
    }
    assert "只在编辑器里" not in _page(tmp_path, hidden)


def test_the_page_asks_no_network_for_anything(tmp_path):
    page = _page(tmp_path, _code("x = 1", _shown(text_markdown="文")))
    assert "http://" not in page
    assert "https://" not in page
    assert "default-src 'none'" in page


def test_no_column_can_become_one_character_wide():
    """Chinese breaks after any character: each column says how narrow it may be."""
    texts = pd.DataFrame(
        {
            "指标": ["家庭年可支配收入20—60万元群体比例"],
            "时期": ["2023-12"],
            "数值": ["54,451元"],
            "理由": ["本项目所收材料中未见实际值，" * 4],
        }
    )
    kinds = re.findall(r'<th scope="col" class="(\w+)"', pages.html_table(texts))
    assert kinds == ["name", "short", "num", "long"]
    style = pages.render("style.css")
    for kind in ("name", "long"):
        assert re.search(rf"td\.{kind}, th\.{kind} {{ min-width: \d", style)
    assert "overflow-wrap: anywhere" not in style


def test_a_figure_can_be_scrolled_where_the_page_is_narrow(tmp_path):
    assert '<figure class="scroll">' in _page(
        tmp_path, _code("a", _shown(image_png="QUJD"))
    )
