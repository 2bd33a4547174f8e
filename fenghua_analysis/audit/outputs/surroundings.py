"""A place as a reader finds it: under its heading, between the lines around it."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from fenghua_analysis.audit import Evidence, Place
from fenghua_analysis.documents.outline import PATH

WIDTH = 60
"""Characters of the same line that are shown on each side of a quotation."""
LINE = 90
"""Characters of the line before and of the line after."""
LONGEST = 160
"""Characters of a quotation that are shown; the middle of a longer one is left out."""
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A quotation with what stands around it, without the spaces of the layout.

    Attributes
    ----------
    heading : the headings above it, the nearest last; "" in a table
    above, below : the lines before and after its own
    before, quote, behind : its own line
    """

    document: str
    heading: str
    above: str
    before: str
    quote: str
    behind: str
    below: str


class Texts:
    """The documents of an audit, ready to be quoted.

    Examples
    --------
    >>> from fenghua_analysis.audit import evidence
    >>> from fenghua_analysis.documents import Document
    >>> text = "一、目标\\n新增托位450个。\\n二、措施"
    >>> plan = evidence(Document(text, name="plan.txt"))
    >>> around = Texts([plan]).around(plan.place(9, 13))
    >>> around.above, around.before, around.quote, around.below
    ('一、目标', '新增托位', '450个', '二、措施')
    """

    def __init__(self, read: Iterable[Evidence]) -> None:
        self._read = {evidence.document.name: evidence for evidence in read}
        self._starts = {
            name: [line.clean.offsets[0] for line in evidence.document.lines]
            for name, evidence in self._read.items()
        }

    def around(self, place: Place) -> Surroundings:
        """What stands around a place in the document as read."""
        evidence, starts = self._read[place.document], self._starts[place.document]
        lines, text = evidence.document.lines, evidence.document.text
        first = max(bisect_right(starts, place.start) - 1, 0)
        last = max(bisect_right(starts, place.end - 1) - 1, 0)
        end = lines[last].clean.offsets[-1] + 1
        stretch = evidence.stretch_at(place.start)
        return Surroundings(
            document=place.document,
            heading=stretch.section if stretch else "",
            above=_head(lines[first - 1].clean.text if first else "", LINE),
            before=_tail(text[starts[first] : place.start]),
            quote=_middle(place.quote),
            behind=_head(text[place.end : end], WIDTH),
            below=_head(
                "".join(line.clean.text for line in lines[last + 1 : last + 2]), LINE
            ),
        )


def short_heading(heading: str) -> str:
    """The nearest two headings, which tell a place within its document.

    Examples
    --------
    >>> short_heading("附件二 > 社会治理(10项) > 63.综合执法 > 进度安排")
    '63.综合执法 > 进度安排'
    """
    return PATH.join(heading.split(PATH)[-2:])


def _plain(text: str) -> str:
    return "".join(text.split())


def _head(text: str, width: int) -> str:
    text = _plain(text)
    return text if len(text) <= width else text[:width] + _CUT


def _tail(text: str) -> str:
    text = _plain(text)
    return text if len(text) <= WIDTH else _CUT + text[-WIDTH:]


def _middle(text: str) -> str:
    text = _plain(text)
    half = LONGEST // 2
    return text if len(text) <= LONGEST else text[:half] + _CUT + text[-half:]
