"""Pieces of a line: nothing is lost, and each knows the marks that cover it."""

from hypothesis import given
from hypothesis import strategies as st

from fenghua_analysis.review.marks import Mark, lines

TEXTS = st.text(alphabet="甲乙80%,。\n\r\t\u2029", max_size=60)
SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 12)), max_size=8)


def covered(text, marks):
    """For each character that is shown, the numbers of the marks over it."""
    return [
        (char, {mark.number for mark in piece.marks})
        for line in lines(text, marks)
        for piece in line
        for char in piece.text
    ]


def test_a_mark_over_a_line_break_is_cut_there_and_begins_once():
    found = list(lines("共12\n万人次", [Mark(1, 1, 7, "target")]))
    assert [[piece.text for piece in line] for line in found] == [
        *(["共", "12"], ["万人次"])
    ]
    assert [bool(piece.begins) for line in found for piece in line] == [
        *(False, True, False)
    ]


def test_equal_and_nested_marks_cover_together():
    marks = [Mark(1, 0, 4, "a"), Mark(2, 0, 4, "a"), Mark(3, 1, 2, "b")]
    (line,) = lines("达80%", marks)
    numbers = [[mark.number for mark in piece.marks] for piece in line]
    assert numbers == [[1, 2], [1, 2, 3], [1, 2]]


@given(TEXTS, SPANS)
def test_every_character_is_shown_once_under_exactly_its_marks(text, spans):
    marks = [
        Mark(number, start, min(start + length, len(text)), "a")
        for number, (start, length) in enumerate(spans)
        if start < len(text)
    ]
    shown = covered(text, marks)
    kept = [
        (char, {mark.number for mark in marks if mark.start <= at < mark.end})
        for at, char in enumerate(text)
        if char not in "\n\r\u2029"
    ]
    assert [pair for pair in shown if pair[0] not in "\n\r\u2029"] == kept


@given(TEXTS, SPANS)
def test_each_mark_begins_at_most_once(text, spans):
    marks = [Mark(n, a, a + b, "a") for n, (a, b) in enumerate(spans)]
    begun = [m.number for ln in lines(text, marks) for p in ln for m in p.begins]
    assert len(begun) == len(set(begun))
