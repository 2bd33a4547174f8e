"""What a document announces and does not hold, and what breaks off."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from fenghua_analysis.audit.evidence import Evidence
from fenghua_analysis.audit.findings import HARD, SOFT, Finding, Place
from fenghua_analysis.documents.passages import Line, Passage

KIND = "missing_part"

_ANNOUNCES = re.compile(r"附[件表录]:?(?P<first>\d{1,2}[.、])?(?P<title>.{4,60})$")
_ALONE = re.compile(r"附[件表录]:")
_NEXT = re.compile(r"(?P<number>\d{1,2})[.、](?P<title>.{4,60})$")
_HEADS = re.compile(r"附[件表录](?P<number>[一二三四五六七八九十]|\d{1,2})?[:.]?$")
_FILE = re.compile(r"\.(?:docx?|xlsx?|pdf|wps|et|ofd|zip|rar)$", re.IGNORECASE)
_NUMERALS = "一二三四五六七八九十"
_BROKEN = re.compile(
    r"[,、;:](?P<rest>[\u4e00-\u9fff]{1,2})$|[\u4e00-\u9fff](?:[、]|以及|并且)$"
)
_HAN = r"[\u4e00-\u9fff]"
_STUMPS = ("体系", "机制", "方案", "平台", "措施", "意见")
_TITLE_STUMP = re.compile(
    r"(?:实施|工作|行动|建设|改革|指导|管理|若干)(?P<stump>[方意办计规])》"
)
_PAIRS = {"“": "”", "(": ")", "《": "》", "〔": "〕"}
_OPENS = {closing: opening for opening, closing in _PAIRS.items()}
_LIST_NUMBER = re.compile(r"\d{0,2}")
_SHOWN = 10
"""Characters of context that a lone mark is quoted with."""
DEEP = 20
"""Marks that may stand open within one another."""
SURE = 3
"""A word that occurs so often whole is meant where its last character is missing."""


def annexes(documents: Sequence[Evidence]) -> Iterator[Finding]:
    """Annexes that are announced, or referred to, and do not follow."""
    for evidence in documents:
        lines = evidence.document.lines
        announced = dict(_announced(lines))
        if not announced:
            continue
        last = max(announced)
        heads = [_HEADS.fullmatch(line.clean.text) for line in lines[last + 1 :]]
        present = {_number(head["number"]) for head in heads if head}
        following = [line.clean.text for line in lines[last + 1 :]]
        missing = [
            (line, title)
            for line, (number, title) in announced.items()
            if number not in present and not _follows(title, following)
        ]
        severity = HARD if len(missing) < len(announced) else SOFT
        for line, title in missing:
            place = evidence.place_in(lines[line].clean, 0, len(lines[line].clean.text))
            yield Finding(KIND, severity, "annex", (place,), {"title": title})


def empty_cells(documents: Sequence[Evidence]) -> Iterator[Finding]:
    """Items of a work list with a cell that holds nothing, column by column."""
    for evidence in documents:
        blank: dict[tuple[str, str], list[tuple[str, Place]]] = defaultdict(list)
        for item in evidence.items:
            for title, span in item.cells.items():
                if span is None:
                    place = evidence.place(
                        item.start, item.start + len(str(item.number))
                    )
                    blank[item.list_title, title].append((str(item.number), place))
        for (name, title), found in blank.items():
            values = {
                "list": name,
                "column": title,
                "items": "、".join(number for number, _ in found),
            }
            places = tuple(place for _, place in found)
            yield Finding(KIND, SOFT, "empty_cells", places, values)


def broken(documents: Sequence[Evidence]) -> Iterator[Finding]:
    """Sentences that break off, and words that lack their last character."""
    yield from _stumps(documents)
    for evidence in documents:
        for paragraph in evidence.document.paragraphs:
            text = paragraph.text
            end = _BROKEN.search(text) if len(text) >= 12 else None
            if end:
                place = evidence.place_in(
                    paragraph, max(0, end.start() - _SHOWN), len(text)
                )
                yield Finding(KIND, SOFT, "broken", (place,), {"words": place.quote})
            for found in _TITLE_STUMP.finditer(text):
                place = evidence.place_in(paragraph, found.start(), found.end())
                yield Finding(KIND, HARD, "stump", (place,), {"words": found.group()})


def marks(documents: Sequence[Evidence]) -> Iterator[Finding]:
    """Brackets and quotation marks without their other half, all in one finding."""
    for evidence in documents:
        places = [
            place
            for paragraph in evidence.document.paragraphs
            for place in _lone(evidence, paragraph)
        ]
        if places:
            values = {"count": len(places)}
            yield Finding(KIND, SOFT, "marks", tuple(places), values)


def _announced(lines: Sequence[Line]) -> Iterator[tuple[int, tuple[int, str]]]:
    """Line → number and title of each annex that the end of the text lists."""
    at = 0
    while at < len(lines):
        text = lines[at].clean.text
        found = _ANNOUNCES.match(text) if _ALONE.match(text) else None
        if not found or _FILE.search(text):
            at += 1
            continue
        number = int(found["first"][:-1]) if found["first"] else 1
        yield at, (number, found["title"])
        while at + 1 < len(lines):
            more = _NEXT.match(lines[at + 1].clean.text)
            if not more or int(more["number"]) != number + 1:
                break
            number, at = number + 1, at + 1
            yield at, (number, more["title"])
        at += 1


def _follows(title: str, following: Sequence[str]) -> bool:
    """Whether the title heads something below, and not only names a file."""
    words = re.sub(r"[\W_]", "", title)
    return any(
        words == re.sub(r"[\W_]", "", text)
        for text in following
        if not _FILE.search(text)
    )


def _number(stated: str | None) -> int:
    if not stated:
        return 1
    return int(stated) if stated.isdigit() else _NUMERALS.index(stated) + 1


def _stumps(documents: Sequence[Evidence]) -> Iterator[Finding]:
    """治理体, where the texts say 治理体系 again and again."""
    whole = "\n".join(evidence.document.text for evidence in documents)
    for word in _STUMPS:
        full = Counter(re.findall(rf"({_HAN}{{2}}){word}", whole))
        cut = Counter(re.findall(rf"({_HAN}{{2}}){word[0]}(?!{word[1]})", whole))
        lone = {head for head, n in cut.items() if n == 1 and full[head] >= SURE}
        ends = re.compile(rf"(?P<head>{_HAN}{{2}}){word[0]}(?=[,。;、])")
        for evidence in documents if lone else ():
            for paragraph in evidence.document.paragraphs:
                for found in ends.finditer(paragraph.text):
                    if found["head"] in lone:
                        place = evidence.place_in(paragraph, *found.span())
                        values = {"words": place.quote, "meant": found["head"] + word}
                        yield Finding(KIND, SOFT, "last_character", (place,), values)


def _lone(evidence: Evidence, paragraph: Passage) -> Iterator[Place]:
    """The marks of a paragraph that open nothing closed, or close nothing open."""
    opened: list[tuple[str, int]] = []
    lone: list[int] = []
    for at, char in enumerate(paragraph.text):
        if char in _PAIRS:
            opened.append((char, at))
        elif char in _OPENS:
            mates = [one for one in opened[-DEEP:] if one[0] == _OPENS[char]]
            if mates:
                opened.remove(mates[-1])
            elif not _LIST_NUMBER.fullmatch(paragraph.text, 0, at):
                lone.append(at)
    for at in sorted(lone + [at for _, at in opened]):
        start, end = max(0, at - _SHOWN), min(at + _SHOWN, len(paragraph.text))
        yield evidence.place_in(paragraph, start, end)
