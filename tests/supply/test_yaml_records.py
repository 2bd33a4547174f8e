"""Records written into YAML files: what stood there stays, to the letter."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from fenghua_analysis.records import read_records
from fenghua_analysis.registry import Indicator, Plan
from fenghua_analysis.supply.yaml_records import add_names, append_records

HEAD = "# 指标 · indicators\n\n"
RECORD = """income:
  zh: 收入   # 人均
  en: Income
  unit: 元
  direction: higher
  area: economy
"""
OTHER = (
    "\nhomes:\n  zh: 住房\n  en: Homes\n  unit: 套\n  direction: higher\n  area: a\n"
)


def named(tmp_path, text, **names):
    path = tmp_path / "registry" / "indicators.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    add_names(names, path)
    return path.read_text(encoding="utf-8"), read_records(path, Indicator)


@pytest.mark.parametrize(
    ("names", "after"),
    [
        ("", "  names: [人均收入]\n"),
        ("  names: [可支配收入]\n", "  names: [可支配收入, 人均收入]\n"),
        (
            "  names:\n  - 可支配收入\n",
            "  names:\n  - 可支配收入\n  - 人均收入\n",
        ),
        (
            "  names:\n    - 可支配收入  # 旧称\n",
            "  names:\n    - 可支配收入  # 旧称\n    - 人均收入\n",
        ),
    ],
)
@pytest.mark.parametrize("below", ["", OTHER])
def test_a_name_is_added_and_nothing_else_changes(tmp_path, names, after, below):
    text, records = named(tmp_path, HEAD + RECORD + names + below, income=["人均收入"])
    assert text == HEAD + RECORD + after + below
    assert records["income"].names[-1] == "人均收入"


def test_a_record_that_ends_without_a_line_break_takes_a_name(tmp_path):
    text, records = named(tmp_path, RECORD.rstrip("\n"), income=["人均收入"])
    assert text.endswith("names: [人均收入]") and len(records["income"].names) == 1


NAMES = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P"]), min_size=1, max_size=12
)


@given(st.lists(NAMES, min_size=1, max_size=3, unique=True))
def test_any_name_reads_back(tmp_path_factory, names):
    folder = tmp_path_factory.mktemp("names")
    _, records = named(folder, HEAD + RECORD + OTHER, income=names)
    assert list(records["income"].names) == names


def test_records_are_written_behind_those_that_stand(tmp_path):
    path = tmp_path / "plans.yml"
    path.write_text("# plans\n\nold:\n  zh: 旧\n", encoding="utf-8")
    plan = Plan("new", "新", "New", region="330213", source="s", start=2024, end=2024)
    append_records([plan], path)
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# plans\n\nold:\n  zh: 旧\n\nnew:\n")
    assert yaml.safe_load(text)["new"]["region"] == "330213"
    assert read_records_of(tmp_path, text)["new"] == plan


def read_records_of(tmp_path, text):
    path = tmp_path / "only.yml"
    path.write_text(text.partition("\n\n")[2].partition("\n\n")[2], encoding="utf-8")
    return read_records(path, Plan)
