"""Numbers that count paragraphs and points: none missing, none twice."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from fenghua_analysis.audit.evidence import Evidence
from fenghua_analysis.audit.findings import HARD, Finding, Place
from fenghua_analysis.documents import Document
from fenghua_analysis.documents.grammar.lexicon import words
from fenghua_analysis.documents.grammar.tokens import Token, chinese_number, tokens
from fenghua_analysis.documents.passages import PLAIN, Passage
from fenghua_analysis.documents.targets import Stretch

_CHINESE = "[一二三四五六七八九十]{1,3}"
# One after the other from the widest: a new number of one style begins the next anew.
STYLES = (
    re.compile(rf"第(?P<n>{_CHINESE})[章部篇]"),
    re.compile(rf"(?P<n>{_CHINESE})、"),
    re.compile(rf"\((?P<n>{_CHINESE})\)"),
    re.compile(r"(?P<n>\d{1,2})[.、](?!\d)"),
    re.compile(r"\((?P<n>\d{1,2})\)"),
)
_POINTS = (
    re.compile(rf"(?:^|(?<=[。;!?:,]))(?P<n>{_CHINESE})(?:是(?!否)|要(?=[\u4e00-\u9fff]))"),
    re.compile(rf"(?<=[。;!?:,])第(?P<n>{_CHINESE}),"),
)  # fmt: skip
_NUMERALS = words("零 一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五")
_LISTED = re.compile(r"(?:^|[。;!?:. )》])(?:\d{1,2}[.、)]|\(\d)")
Point = tuple[int, int, int]
"""A number within a paragraph: its value, where it begins and where it ends."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number that counts, as it stands, and what it is."""

    value: int
    place: Place
    label: str


def numbering(read: Sequence[Evidence]) -> Iterator[Finding]:
    """Numbers that repeat or leave one out, of headings and within a paragraph."""
    for evidence in read:
        for numbers in _of_headings(evidence):
            yield from _slips(numbers, evidence.document)
        for stretch in evidence.stretches:
            for numbers in _within(evidence, stretch.passage):
                yield from _slips(numbers, evidence.document)


def opening_number(passage: Passage) -> tuple[int, int] | None:
    """The style and the value of the number with which a paragraph begins.

    Examples
    --------
    >>> opening_number(Passage("(三)落实改革。", range(8)))
    (2, 3)
    """
    for level, style in enumerate(STYLES):
        found = style.match(passage.text)
        if found:
            return level, _value(found["n"])
    return None


def _of_headings(evidence: Evidence) -> Iterator[list[Numbered]]:
    """Runs of numbers of one style below one heading."""
    runs: dict[int, list[Numbered]] = {}
    for stretch in prose(evidence):
        opening = opening_number(stretch.passage)
        if opening is None:
            continue
        level, value = opening
        for closed in [other for other in runs if other > level]:
            yield runs.pop(closed)
        if value == 1 and level in runs:
            yield runs.pop(level)
        label = STYLES[level].match(stretch.passage.text)
        place = evidence.place_in(stretch.passage, 0, label.end() if label else 1)
        runs.setdefault(level, []).append(Numbered(value, place, place.quote))
    yield from runs.values()


def prose(evidence: Evidence) -> Iterator[Stretch]:
    """The paragraphs that are no cells of a work list."""
    inside = {item.start: item.end for item in evidence.items}
    spans = sorted(inside.items())
    at = 0
    for stretch in evidence.stretches:
        start = stretch.passage.offsets[0]
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        if at == len(spans) or start < spans[at][0]:
            yield stretch


def points(passage: Passage) -> Iterator[list[Point]]:
    """Runs of numbers inside one paragraph: value, start and end of each.

    Examples
    --------
    >>> text = "分两步:一是摸底。二是推广。"
    >>> next(points(Passage(text, range(len(text)))))
    [(1, 4, 6), (2, 9, 11)]
    """
    text = passage.text
    for style in _POINTS:
        yield from _runs(
            (_value(n["n"]), n.start(), n.end()) for n in style.finditer(text)
        )
    if len(_LISTED.findall(text)) > 1:
        listed = [token for token in tokens(text) if token.kind == "list"]
        yield from _runs(_marks(text, listed, bracketed=False))
        yield from _runs(_marks(text, listed, bracketed=True))


def _marks(text: str, listed: Sequence[Token], *, bracketed: bool) -> Iterator[Point]:
    """List numbers of one style: 1. and 1、, or (1)."""
    for token in listed:
        digits = text[token.start : token.end].strip("().、 ")
        if digits.isdigit() and (text[token.start] == "(") == bracketed:
            yield int(digits), token.start, token.end


def _runs(numbers: Iterable[Point]) -> Iterator[list[Point]]:
    """Numbers parted where they begin anew with 1."""
    run: list[Point] = []
    for number in numbers:
        if number[0] == 1 and run:
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def _within(evidence: Evidence, passage: Passage) -> Iterator[list[Numbered]]:
    for run in points(passage):
        yield [
            Numbered(value, evidence.place_in(passage, a, b), passage.text[a:b])
            for value, a, b in run
        ]


def _value(numeral: str) -> int:
    return int(numeral) if numeral.isdigit() else int(chinese_number(numeral))


def _slips(numbers: Sequence[Numbered], document: Document) -> Iterator[Finding]:
    """Where a run that begins with 1 repeats a number or passes over one."""
    if len(numbers) < 2 or numbers[0].value != 1:
        return
    for before, after in pairwise(numbers):
        step = after.value - before.value
        if step not in (0, 2, 3) or (
            step and _hidden(before, after, document=document)
        ):
            continue
        yield Finding(
            kind="count_mismatch",
            severity=HARD,
            key="number_repeated" if step == 0 else "number_missing",
            places=(before.place, after.place),
            values={
                "before": before.label,
                "after": after.label,
                "expected": before.value + 1,
            },
        )


def _hidden(before: Numbered, after: Numbered, *, document: Document) -> bool:
    """Whether the number is there, without the mark that makes it one: 4将筛查纳入."""
    between = document.text[before.place.end : after.place.start].translate(PLAIN)
    value = before.value + 1
    said = _NUMERALS[value] if value < len(_NUMERALS) else str(value)
    marks = rf"(?<!\d){value}(?![\d%])|[(第]{said}[).、,]?|{said}[、是]"
    return re.search(marks, between) is not None
