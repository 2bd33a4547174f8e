"""Schedules: “2—4月：印发要点。5—8月：开展验收。” → dated milestones."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from fenghua_analysis.documents.passages import Passage

_TITLE = re.compile(r"进度|时间|时限|时序")
_NUMERALS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_TIMING = (
    r"(?:20\d{2}年)?(?:"
    r"(?P<first>\d{1,2})月?(?:-+|~|至|到)(?P<last>\d{1,2})月(?:份|底|末)?"
    r"|(?P<month>\d{1,2})月(?:份)?(?:上旬|中旬|下旬|初|底|末)?(?P<side>之?前|起|后|开始)?"
    r"|第?(?P<quarter>[一二三四1-4])(?:-(?P<until>[一二三四1-4]))?季度(?:末|底)?(?P<quarter_side>前)?"
    r"|前(?P<quarters>[一二三])季度|(?P<half>[上下])半年|(?P<end>年底|年末|年内)(?P<end_side>前)?"
    r"|(?P<whole>全年|每季度|每月|每半年|每年|长期|常年|持续|年度))"
)
_OPENING = re.compile(rf"(?:^|(?<=[。;!?. ]))(?P<timing>{_TIMING})(?:[:;]|(?= ))")
_WHOLE = re.compile(r"(?:^|(?<=[。;!?. ]))(?P<timing>(?:全年|每季度|每月))(?=[^:;, ])")
_UNMARKED = re.compile(r"^(?P<timing>\d{1,2}-\d{1,2}月)(?=[^:;, 底末份前起])")
"""Months that open a paragraph without a mark: 3-4月参与调查。5月:…"""
_ANYWHERE = re.compile(rf"(?:^|(?<=[。;!?.:, ]))(?P<timing>{_TIMING})[:,]?")
_PARTS = re.compile(_TIMING)


@dataclass(frozen=True, slots=True)
class Milestone:
    """A dated step of a work item.

    Attributes
    ----------
    first, last : months 1–12; a deadline (5月底前) runs from January to its month
    timing : as stated, in plain characters: 2-4月, 5月底前, 二季度
    label : what is due, in plain characters
    start, end : where the label stands in the document
    """

    first: int
    last: int
    timing: str
    label: str
    start: int
    end: int


def cell_of(cells: Mapping[str, Sequence[Passage]]) -> Sequence[Passage]:
    """The cell of a work list that holds the schedule; empty when none does."""
    return next((cell for title, cell in cells.items() if is_schedule(title)), ())


def is_schedule(title: str) -> bool:
    """Whether a column holds a schedule, by its title."""
    return _TITLE.search(title) is not None


def months(timing: str) -> tuple[int, int] | None:
    """First and last month of a timing; None when it is none.

    Examples
    --------
    >>> months("2-4月"), months("5月底前"), months("三季度"), months("7月起")
    ((2, 4), (1, 5), (7, 9), (7, 12))
    """
    stated = _PARTS.fullmatch(timing)
    if stated is None:
        return None
    first, last = _span(stated)
    return (first, last) if 1 <= first <= last <= 12 else None


def _span(stated: re.Match[str]) -> tuple[int, int]:
    if stated["first"]:
        return int(stated["first"]), int(stated["last"])
    if stated["month"]:
        return _around(int(stated["month"]), int(stated["month"]), stated["side"])
    if stated["quarter"]:
        first, last = stated["quarter"], stated["until"] or stated["quarter"]
        return _around(
            3 * _NUMERALS[first] - 2, 3 * _NUMERALS[last], stated["quarter_side"]
        )
    if stated["quarters"]:
        return 1, 3 * _NUMERALS[stated["quarters"]]
    if stated["half"]:
        return (1, 6) if stated["half"] == "上" else (7, 12)
    if stated["end"]:
        within = stated["end_side"] or stated["end"] == "年内"
        return (1, 12) if within else (12, 12)
    return 1, 12


def _around(first: int, last: int, side: str | None) -> tuple[int, int]:
    if side in ("前", "之前"):
        return 1, last
    return (first, 12) if side else (first, last)


def opens_schedule(text: str) -> bool:
    """Whether a paragraph begins with a timing that labels what follows."""
    opening = _OPENING.match(text) or (_OPENING.search(text) and _UNMARKED.match(text))
    return opening is not None and months(opening["timing"]) is not None


def milestones(cell: Sequence[Passage]) -> tuple[Milestone, ...]:
    """The steps of a schedule cell, in their order.

    Timings label what follows them (“2—4月：…”); where a cell has no such label, the
    timings inside its sentences part the steps (“二季度完成征集，三季度申报”).

    Examples
    --------
    >>> words = "2-4月:印发要点。全年开展宣传。"
    >>> [(m.first, m.last, m.label) for m in milestones([Passage(words, range(17))])]
    [(2, 4, '印发要点'), (1, 12, '开展宣传')]
    """
    marks = (_OPENING, _WHOLE, _UNMARKED)
    found = [step for part in cell for step in _steps(part, marks)]
    return tuple(
        found or (step for part in cell for step in _steps(part, (_ANYWHERE,)))
    )


def _steps(part: Passage, patterns: Iterable[re.Pattern[str]]) -> Iterator[Milestone]:
    openings = sorted(
        (match for pattern in patterns for match in pattern.finditer(part.text)),
        key=lambda match: match.start(),
    )
    openings = [opening for opening in openings if months(opening["timing"])]
    ends = [*(opening.start() for opening in openings), len(part.text)][1:]
    for opening, end in zip(openings, ends, strict=True):
        step = _step(part, opening, end)
        if step:
            yield step


def _step(part: Passage, opening: re.Match[str], end: int) -> Milestone | None:
    words = part.text[opening.end() : end]
    if opening.re is _ANYWHERE:
        words = words.partition("。")[0]
    label = words.strip(" :;,。、")
    if not label:
        return None
    at = opening.end() + words.index(label)
    first, last = months(opening["timing"]) or (1, 12)
    start, stop = part.span(at, at + len(label))
    return Milestone(first, last, opening["timing"], label, start, stop)
