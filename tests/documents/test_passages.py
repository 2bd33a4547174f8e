"""Lines that know their place, whatever parts them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from fenghua_analysis.documents.passages import (
    PART,
    Passage,
    cells,
    lines,
    opens,
    split,
)


def test_a_paragraph_mark_within_a_row_does_not_end_it() -> None:
    (row,) = lines(f"1\t区卫生{PART}健康局")
    assert row.raw.text == f"1\t区卫生{PART}健康局"
    assert row.clean.text == "1区卫生健康局"


def test_the_same_mark_between_sentences_ends_the_line() -> None:
    assert [line.clean.text for line in lines(f"甲。{PART}乙。")] == ["甲。", "乙。"]


def test_a_mark_between_two_numbers_keeps_them_two() -> None:
    (row,) = lines(f"1\t82{PART}62")
    assert row.clean.text == "1 82 62"


def test_cells_are_parted_with_their_places() -> None:
    row = Passage("甲\t\t乙", range(10, 14))
    found = cells(row, re.compile("\t"))
    assert [cell.text for cell in found] == ["甲", "", "乙"]
    assert found[2].offsets[0] == 13


@given(st.text(st.sampled_from("甲乙5 \t\n|") | st.just(PART), max_size=40))
def test_every_character_of_a_line_stands_where_the_text_has_it(text: str) -> None:
    for line in lines(text):
        assert line.raw.as_read(text) == line.raw.text
        for part in split(line.raw, PART):
            assert part.as_read(text) == part.text


def test_labels_and_list_numbers_open_a_line() -> None:
    assert all(
        map(opens, ["一、", "(三)", "2.新增", "①", "责任单位:县教育局", "★托位"])
    )
    assert not any(map(opens, ["2.5万人", "新增托位,其中:普惠", "个以上"]))
