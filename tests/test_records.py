"""Records are read strictly: a fault is named with its line, and nothing is guessed."""

from dataclasses import dataclass
from typing import Literal

import pytest

from fenghua_analysis import wording
from fenghua_analysis.errors import RegistryError
from fenghua_analysis.records import examine_records, read_records


@dataclass(frozen=True)
class River:
    """A record of every kind of field."""

    id: str
    name: str
    flows: Literal["north", "south"]
    length: int = 0
    towns: tuple[str, ...] = ()
    note: str = ""


@pytest.fixture
def rivers(tmp_path):
    """Write `registry/rivers.yml` and return its path."""

    def write(text: str | bytes):
        path = tmp_path / "registry/rivers.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return path

    return write


def test_a_file_of_records_becomes_records_by_id(rivers):
    path = rivers("yong:\n  name: 甬江\n  flows: north\n  towns: [宁波, 镇海]\n")
    assert read_records(path, River) == {
        "yong": River("yong", "甬江", "north", towns=("宁波", "镇海"))
    }


def test_a_text_stays_as_it_is_written(rivers):
    """YAML would make a date, a boolean and a number of these."""
    path = rivers("a:\n  name: 2022-03\n  flows: north\n  note: no\n  length: 012\n")
    river = read_records(path, River)["a"]
    assert (river.name, river.note, river.length) == ("2022-03", "no", 12)


def test_an_empty_file_holds_no_records(rivers):
    assert read_records(rivers("# nothing yet\n"), River) == {}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a:\n  name: x\n  flows: [north\n", "row 4: not valid YAML"),
        ("A1:\n  name: x\n", "row 1 · value “A1”: an id has small letters"),
        (
            "a:\n  name: x\n  flows: north\n  lenght: 1\n",
            r"row 4 · a\.lenght: .*no such key; did you mean “length”\?.* name, flows",
        ),
        ("a:\n  flows: north\n", r"row 1 · a\.name: the key is missing"),
        ("a:\n  name:\n  flows: north\n", r"row 2 · a\.name: must not be blank"),
        (
            "a:\n  name: x\n  flows: up\n",
            r"row 3 · a\.flows · value “up”: not one.* north, south",
        ),
        (
            "a:\n  name: x\n  flows: north\n  length: 3 km\n",
            r"row 4 · a\.length · value “3 km”: not a whole number",
        ),
        (
            "a:\n  name: x\n  flows: north\n  towns: 宁波\n",
            r"row 4 · a\.towns: must be a list",
        ),
        (
            "a:\n  name: [x]\n  flows: north\n",
            r"row 2 · a\.name: must be a single text",
        ),
        ("a: x\n", "row 1 · a: must be `key: value` pairs"),
        (
            "a:\n  name: x\n  flows: north\na:\n  name: y\n  flows: south\n",
            "row 4 · value “a”: a stands twice",
        ),
        (
            "a:\n  name: x\n  flows: north\n  name: y\n",
            "row 4 · a · value “name”: name stands twice",
        ),
        ("奉化: 区".encode("gb18030"), r"rivers\.yml: the file is not UTF-8"),
    ],
)
def test_each_fault_is_named_where_it_stands(rivers, text, message):
    wording.speak("en")
    with pytest.raises(RegistryError, match=message):
        read_records(rivers(text), River)


def test_a_missing_file_is_said_to_be_missing(tmp_path):
    wording.speak("en")
    with pytest.raises(RegistryError, match=r"registry/rivers\.yml: the file is miss"):
        read_records(tmp_path / "registry/rivers.yml", River)


def test_a_faulty_record_does_not_take_the_sound_ones_with_it(rivers):
    path = rivers("a:\n  name: x\nb:\n  name: y\n  flows: south\n")
    records, problems = examine_records(path, River)
    assert list(records) == ["b"]
    assert [problem.key for problem in problems] == ["missing_key"]
