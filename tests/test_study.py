"""The desk of a notebook: what it keeps for results.json."""

import json
from pathlib import Path

from fenghua_analysis import wording
from fenghua_analysis.presentation import percent, with_unit
from fenghua_analysis.study import open_study

DATA = Path(__file__).resolve().parents[1] / "data"


def _kept(tmp_path, lang):
    place = {"data_dir": str(DATA), "out_dir": str(tmp_path / lang), "lang": lang}
    study = open_study("x", **place)
    with wording.speaking(lang):
        study.result("used", with_unit(22.47, "亿元"))
        study.result("share", percent(float("nan")))
        study.result("total", 76)
        study.close()
    text = (tmp_path / lang / ".records/x.json").read_text(encoding="utf-8")
    return json.loads(text, parse_constant=lambda token: f"not JSON: {token}")[
        "results"
    ]


def test_results_are_the_same_numbers_in_every_language(tmp_path):
    chinese, english = _kept(tmp_path, "zh"), _kept(tmp_path, "en")
    assert chinese["used"] == {"value": 22.47, "unit": "亿元", "text": "22.47亿元"}
    assert english["used"] == chinese["used"] | {"text": "2.247 billion yuan"}
    assert chinese["total"] == {"value": 76, "unit": "", "text": "76"}


def test_a_number_that_does_not_exist_is_null(tmp_path):
    assert _kept(tmp_path, "zh")["share"]["value"] is None
