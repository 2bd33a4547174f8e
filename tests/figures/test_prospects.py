"""The fan and the coverage: whose figures they are, and what they promised."""

from pathlib import Path

import pytest

from fenghua_analysis.figures.prospects import MARKERS, draw_coverage, draw_fans
from fenghua_analysis.findings import trials, ways
from fenghua_analysis.registry import load_registry
from fenghua_analysis.wording import speaking
from tests.small_way import small_way

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture(scope="module")
def registry():
    return load_registry(DATA)


def _texts(drawing):
    from matplotlib.text import Text

    found = drawing.axes.figure.findobj(match=lambda artist: isinstance(artist, Text))
    return [text.get_text() for text in found]


@pytest.mark.parametrize(
    ("lang", "word"), [("zh", "不是奉化区的"), ("en", "not of Fenghua District")]
)
def test_a_fan_of_another_region_says_that_it_is_not_the_district(registry, lang, word):
    fans = ways.fans([small_way()], registry, stretch=3.1)
    with speaking(lang):
        drawing = draw_fans(fans, registry, stretch=3.1)
        shown = "".join(_texts(drawing)).replace("\n", " " if lang == "en" else "")
    assert word in shown
    assert "2018" in drawing.alt
    assert "1.67" in drawing.title


def test_a_panel_a_way_and_three_at_most(registry):
    own = small_way(owner="330200")
    drawing = draw_fans(ways.fans([own] * 5, registry), registry, stretch=1.0)
    assert len(drawing.axes.figure.axes) == 3
    assert "不是" not in "".join(_texts(drawing))


def test_the_pale_band_is_the_wider_one(registry):
    fans = ways.fans([small_way()], registry, stretch=3.0)
    pale, dark = draw_fans(fans, registry, stretch=3.0).axes.collections
    heights = [band.get_paths()[0].get_extents().height for band in (pale, dark)]
    assert heights[0] > 2.5 * heights[1]


def test_the_title_of_the_coverage_holds_promise_against_past(registry):
    import pandas as pd

    shares = pd.DataFrame(
        {
            "indicator": ["income_urban"] * 2 + ["income_rural"] * 2,
            "year": [2019, 2020] * 2,
            "coverage": [0.9, 0.0, 0.9, 0.2],
            "cases": [10] * 4,
        }
    )
    drawing = draw_coverage(shares, registry, level=0.8, worst=pd.Series({2020: 0.1}))
    # (9 + 0 + 9 + 2) / 40
    assert "80%" in drawing.title
    assert "50%" in drawing.title
    assert "2020年（10%）" in drawing.title
    assert "应有80%" in _texts(drawing)


def test_every_series_of_the_trial_has_its_mark():
    assert set(MARKERS) == set(trials.SERIES)
