"""A table that breaks its contract says what is wrong, where, and what to do."""

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from fenghua_analysis import wording
from fenghua_analysis.contract import Column, Table, check, read_table, write_table
from fenghua_analysis.errors import DataError

RIVERS = Table(
    name="rivers",
    path="rivers.csv",
    about="Rivers of a district.",
    columns=(
        Column("name", "name", required=True, longest=6),
        Column("year", "year measured", required=True, pattern=r"[0-9]{4}"),
        Column("length", "kilometres", kind="number"),
        Column("towns", "towns on it", kind="integer"),
        Column("tidal", "1: the tide enters it", kind="flag"),
        Column("surveyed", "day", kind="date"),
        Column("flows", "where to", allowed=("north", "south")),
    ),
    key=("name", "year"),
)
ROW = {
    "name": "甬江",
    "year": "2022",
    "length": "26",
    "towns": "3",
    "tidal": "1",
    "surveyed": "2022-06-30",
    "flows": "north",
}


def rivers(*changes: dict[str, str]) -> pd.DataFrame:
    return pd.DataFrame([ROW | change for change in changes], columns=list(ROW))


def test_texts_of_a_file_become_values_of_the_declared_types(tmp_path):
    rivers({"length": "26.5", "towns": "", "flows": ""}).to_csv(
        tmp_path / "rivers.csv", index=False
    )
    (row,) = read_table(RIVERS, tmp_path).itertuples()
    assert (row.length, row.tidal, row.flows) == (26.5, 1, "")
    assert pd.isna(row.towns)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"name": ""}, "row 3 · name: must not be blank → fill it in"),
        ({"name": "剡江溪口段上游"}, "name · .*: longer than 6 characters"),
        ({"year": "22"}, "row 3 · year · value “22”: not in the form"),
        ({"length": "26 km"}, "length · value “26 km”: not a number"),
        ({"towns": "2.5"}, "towns · value “2.5”: not a whole number"),
        ({"tidal": "yes"}, "tidal · value “yes”: neither 0 nor 1"),
        ({"surveyed": "June"}, "surveyed · value “June”: not a date"),
        ({"flows": "up"}, "value “up”: not one of .* → use one of north, south"),
        ({}, "value “甬江 · 2022”: another row has the same name, year"),
    ],
)
def test_each_faulty_cell_is_named_where_it_stands(change, message):
    wording.speak("en")
    with pytest.raises(DataError, match=rf"^rivers\.csv · .*{message}"):
        check(rivers({}, change), RIVERS, where="rivers.csv")


def test_a_repeated_key_is_reported_once_per_row():
    with pytest.raises(DataError) as caught:
        check(rivers({}, {"year": "2021"}, {}), RIVERS)
    assert [(p.key, p.row) for p in caught.value.problems] == [
        ("duplicate_key", 2),
        ("duplicate_key", 4),
    ]


def test_columns_must_be_the_declared_ones():
    wording.speak("en")
    renamed = rivers({}).rename(columns={"length": "lenght"})
    with pytest.raises(DataError, match="length: the column length is missing"):
        check(renamed, RIVERS)
    with pytest.raises(DataError, match="lenght: this table has no column lenght"):
        check(renamed, RIVERS)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, r"rivers\.csv: the file is missing"),
        ("name,year\n奉化,2022\n".encode("gb18030"), "the file is not UTF-8"),
        (b"", "not a complete CSV table"),
        (b'name,year\n"a,2022\n', "not a complete CSV table"),
    ],
)
def test_a_file_that_is_no_table_is_said_to_be_none(tmp_path, content, message):
    wording.speak("en")
    if content is not None:
        (tmp_path / "rivers.csv").write_bytes(content)
    with pytest.raises(DataError, match=message):
        read_table(RIVERS, tmp_path)


def test_values_and_texts_pass_the_same_contract():
    """A frame built in memory has numbers, whole columns without a value among them."""
    built = rivers({}).assign(length=26.0, towns=None, year=2022, flows=float("nan"))
    checked = check(built, RIVERS)
    assert checked.length.tolist() == [26.0] and checked.year.tolist() == ["2022"]
    assert checked.towns.isna().all() and checked.flows.tolist() == [""]


def test_what_is_written_is_read_back_the_same_and_sorted_by_its_key(tmp_path):
    table = check(rivers({"year": "2023", "length": "0.1"}, {"towns": ""}), RIVERS)
    write_table(table, RIVERS, tmp_path)
    back = read_table(RIVERS, tmp_path)
    assert_frame_equal(back, table.iloc[::-1].reset_index(drop=True))
    assert not list(tmp_path.glob("*.partial"))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"year": "２０２２"}, "year · value “２０２２”: not in the form"),
        ({"year": "2022\n"}, "year · value “2022\n”: not in the form"),
        ({"length": "５６"}, "length · value “５６”: not a number"),
        ({"towns": "３"}, "towns · value “３”: not a whole number"),
        ({"surveyed": "２０２２"}, "surveyed · value “２０２２”: not a date"),
        ({"length": float("inf")}, "length · value “inf”: not a number"),
    ],
)
def test_digits_of_other_scripts_and_line_ends_are_refused(change, message):
    """pandas cannot read 五六 in full width, and no period ends in a line break."""
    wording.speak("en")
    with pytest.raises(DataError, match=message):
        check(rivers(change), RIVERS)


def test_an_endless_number_is_refused_in_a_frame_of_numbers():
    with pytest.raises(DataError, match="不是数字"):
        check(rivers({}).assign(length=float("inf")), RIVERS)


@pytest.mark.parametrize("length", [0.00002, 1e-7, 0.1 + 0.2, 123456789.25, 4e13])
def test_small_and_large_numbers_are_written_so_that_they_can_be_read(tmp_path, length):
    write_table(check(rivers({}).assign(length=length), RIVERS), RIVERS, tmp_path)
    assert "e" not in (tmp_path / "rivers.csv").read_text().split("\n")[1]
    assert read_table(RIVERS, tmp_path).length.item() == pytest.approx(length)
