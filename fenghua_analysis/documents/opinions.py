"""Deliberation opinions of a people's congress on the reports that it heard."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fenghua_analysis.documents.passages import Passage
from fenghua_analysis.documents.reading import Document

_REPORT = re.compile(r"(?P<number>[一二三四五六七八九十]{1,3})、(?P<title>[^。]*意见)$")
_OPINION = re.compile(
    r"\((?P<number>[一二三四五六七八九十]{1,3})\)(?P<heading>[^。]{2,60})。"
)
_POINT = re.compile(r"(?:^|(?<=[。;:]))(?P<point>[一二三四五六七八九十])是(?!否)")
_POINTS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Opinion:
    """One numbered opinion on a report that the congress heard.

    Attributes
    ----------
    report, number : counted from 1, as the document numbers them
    title : of the opinions on the report, printed once
    heading : its first sentence
    points : sub-points marked 一是, 二是 … in their order
    start, end : span of the opinion in the document
    """

    report: int
    title: str
    number: int
    heading: str
    points: int
    start: int
    end: int


def opinions(document: Document) -> Iterator[Opinion]:
    """The opinions of a document, in their order.

    Examples
    --------
    >>> text = "一、关于养老工作的审议意见\\n(一)强化统筹。一是建机制。二是抓落实。\\n"
    >>> [(o.report, o.number, o.heading, o.points) for o in opinions(Document(text))]
    [(1, 1, '强化统筹', 2)]
    """
    report, title = 0, ""
    paragraphs = document.paragraphs
    for index, passage in enumerate(paragraphs):
        heard = _REPORT.match(passage.text)
        if heard:
            report, title = report + 1, heard["title"]
            continue
        opinion = _OPINION.match(passage.text)
        if opinion and report:
            number = _POINTS.index(opinion["number"][-1]) + 1
            last = _last(paragraphs, index)
            yield Opinion(
                report=report,
                title=title,
                number=number,
                heading=passage[slice(*opinion.span("heading"))].as_read(document.text),
                points=_points(paragraphs[index : last + 1]),
                start=passage.offsets[0],
                end=paragraphs[last].offsets[-1] + 1,
            )


def _last(paragraphs: Sequence[Passage], index: int) -> int:
    """Index of the last paragraph that still belongs to the opinion."""
    for at in range(index + 1, len(paragraphs)):
        text = paragraphs[at].text
        if _REPORT.match(text) or _OPINION.match(text) or not text.endswith("。"):
            return at - 1
    return len(paragraphs) - 1


def _points(parts: Sequence[Passage]) -> int:
    """How far the points count on from 一是."""
    reached = 0
    for part in parts:
        for point in _POINT.finditer(part.text):
            reached += _POINTS.index(point["point"]) == reached
    return reached
