"""The figure of the audit: its table, its title and its sentence."""

import pandas as pd
import pytest

from fenghua_analysis.figures.consistency import draw_findings
from fenghua_analysis.wording import speaking


@pytest.fixture
def counts():
    rows = {"finding_kind": ["naming", "duplicate"], "hard": [2, 1], "soft": [3, 0]}
    return pd.DataFrame(rows | {"note": [0, 1], "total": [5, 2]})


@pytest.mark.parametrize(("lang", "kind"), [("zh", "写法不一"), ("en", "naming")])
def test_title_and_sentence_give_the_numbers(counts, lang, kind):
    with speaking(lang):
        drawing = draw_findings(counts)
    # 5 + 2 findings, 2 + 1 of them contradictions.
    assert "7" in drawing.title and "3" in drawing.title
    assert kind in drawing.alt and "5" in drawing.alt


def test_the_commonest_kind_stands_at_the_top(counts):
    labels = [
        label.get_text() for label in draw_findings(counts).axes.get_yticklabels()
    ]
    assert labels == ["重复", "写法不一"]
