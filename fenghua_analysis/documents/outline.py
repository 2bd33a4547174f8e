"""Headings of a document, and the path of headings above each paragraph."""

import re
from dataclasses import dataclass

from fenghua_analysis.documents.passages import Passage

PATH = " > "

_CHINESE = "[一二三四五六七八九十]{1,3}"
_LEVELS = (
    (0, re.compile(rf"附[件表录](?:{_CHINESE}|\d{{1,2}})?(?=$|[:.、 ])")),
    (1, re.compile(rf"第{_CHINESE}[章部篇]分?|{_CHINESE}、")),
    (2, re.compile(rf"第{_CHINESE}节|\({_CHINESE}\)")),
    (3, re.compile(r"\d{1,2}[.、](?!\d)|\d{1,2}\.(?=(?:19|20)\d{2}年)")),
    (4, re.compile(r"\(\d{1,2}\)|[①-⑳]")),
)
_UNNUMBERED = 1.5
# Above (一) and 1., which it may gather; below 一、, which begins anew.
_HEADING_ENDS = re.compile(r"[。!?;:]|(?<=方面),")
LONGEST_HEADING = 40


@dataclass(frozen=True, slots=True)
class Section:
    """A paragraph under its headings, the nearest last.

    Attributes
    ----------
    opens : the paragraph is, or begins with, a heading itself
    """

    passage: Passage
    headings: tuple[str, ...]
    opens: bool

    @property
    def path(self) -> str:
        return PATH.join(self.headings)


class Outline:
    """The headings in force while a document is read from top to bottom.

    Examples
    --------
    >>> outline = Outline()
    >>> for line in ("一、目标", "(一)民生。新增托位5个。", "另建中心1家。"):
    ...     section = outline.enter(Passage(line, range(len(line))))
    >>> section.path, section.opens
    ('一、目标 > (一)民生', False)
    """

    def __init__(self) -> None:
        self._stack: list[tuple[float, str]] = []

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(heading for _, heading in self._stack)

    def enter(self, passage: Passage) -> Section:
        """The paragraph with the headings above it, its own included."""
        level = _level(passage.text)
        opens = level is not None and not (level == _UNNUMBERED and self._numbered())
        if level is not None and opens:
            self._stack = [above for above in self._stack if above[0] < level]
            self._stack.append((level, _heading(passage.text)))
        return Section(passage, self.headings, opens)

    def _numbered(self) -> bool:
        return any(level not in (0, _UNNUMBERED) for level, _ in self._stack)


def _level(text: str) -> float | None:
    for level, mark in _LEVELS:
        if mark.match(text):
            return level
    short = len(text) <= LONGEST_HEADING and not re.search(
        r"[。,;:%]|\d[个家项万亿]", text
    )
    return _UNNUMBERED if short and not re.fullmatch(r"[\W\d]*", text) else None


def _heading(text: str) -> str:
    end = _HEADING_ENDS.search(text, 1)
    heading = text[: end.start()] if end else text
    return heading[:LONGEST_HEADING].rstrip(",、")
