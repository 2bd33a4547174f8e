"""A region by its code, by its names, or by what everybody calls it."""

import re
from pathlib import Path

import pytest

from fenghua_analysis import wording
from fenghua_analysis.region_names import find_region
from fenghua_analysis.registry import load_registry

DATA = Path(__file__).resolve().parents[1] / "data"


@pytest.fixture(scope="module")
def regions():
    return load_registry(DATA).regions


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("330213", "330213"),
        ("奉化区", "330213"),
        ("奉化", "330213"),
        ("Fenghua", "330213"),
        ("fenghua district", "330213"),
        ("宁波", "330200"),
        ("Ningbo", "330200"),
        ("溪口", "330213100"),
    ],
)
def test_a_region_is_found_by_what_people_call_it(asked, code, regions):
    assert find_region(asked, regions) == code


@pytest.mark.parametrize(
    ("lang", "asked", "message"),
    [
        ("zh", "奉化市", "奉化市到2015年为止，.*是不是要写“奉化区”"),
        ("en", "330283", "Fenghua City existed until 2015 only; did you mean “Feng"),
        ("zh", "江东区", "江东区到2015年为止，此后没有这一行政区划 →"),
        ("zh", "奉花区", "没有该地区；是不是要写“奉化区”？ → .*如 海曙区、江北区"),
        ("en", "Fenghau", "no such region; did you mean “Fenghua District”"),
        ("zh", "330214", "没有该地区 →"),
    ],
)
def test_what_is_no_region_of_today_is_refused(lang, asked, message, regions):
    """A mistyped code could be any region: none is proposed."""
    wording.speak(lang)
    assert re.search(message, find_region(asked, regions).text())
