"""Documents that a text names in 《》: their spelling, their years, their numbers."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from fenghua_analysis.audit.evidence import Evidence
from fenghua_analysis.audit.findings import HARD, SOFT, Finding, Place
from fenghua_analysis.audit.words import clauses
from fenghua_analysis.documents.passages import PLAIN

TITLE = re.compile(r"《([^《》]{4,80})》")
_NUMBER = re.compile(r"^\s*[(（]([^()（）]{1,12}[〔\[【(（]20\d\d[〕\]】)）]\d+号)")
_BRACKET = re.compile(r"\([^()]*\)")
_YEARS = re.compile(r"(20\d{2})年?-+(20\d{2})年?")
_SPAN = re.compile(
    r"(?<!十)([二两三四五六七八九十])年(?:行动|攻坚|建设|提升|成长|规划|计划)"
)
_ISSUER = re.compile(
    r"^.{0,40}?(?=关于)|^(?:中共)?(?:[\u4e00-\u9fff]{2,3}[省市区县]){1,3}"
)
_PLACE = re.compile(r"[\u4e00-\u9fff]{2,3}[省市县]|(?<![省市])[\u4e00-\u9fff]{2}区")
_DIGITS = re.compile(r"[\d一二三四五六七八九十]+")
_COUNTS = dict(zip("一二三四五六七八九十", range(1, 11), strict=True)) | {"两": 2}

MOST = 3
"""Characters of a word that one of two spellings has in addition."""
SHARED = 6
"""Characters with which two spellings both begin, or both end."""
MANY = 50
"""So many titles that begin alike are compared in pairs, and no more."""
LEAST = 12
"""Characters of a title, from which on two titles so alike must be one."""


@dataclass(frozen=True, slots=True)
class Title:
    """A document named somewhere.

    Attributes
    ----------
    name : without its years, its brackets and who issued it
    """

    text: str
    name: str
    place: Place
    evidence: Evidence = field(compare=False)


def two_spellings(documents: Sequence[Evidence]) -> Iterator[Finding]:
    """One document, named with a word more or less, or in another order."""
    alike: dict[tuple[str, str], dict[str, Title]] = defaultdict(dict)
    for title in _titles(documents):
        if len(title.name) >= LEAST:
            # One word more leaves the beginning or the end as it is.
            alike["", title.name[:SHARED]].setdefault(title.name, title)
            alike[title.name[-SHARED:], ""].setdefault(title.name, title)
    pairs = {pair for group in alike.values() for pair in _variants([*group.values()])}
    for one, other in sorted(pairs, key=lambda pair: pair[0].place.start):
        values = {"one": one.text, "other": other.text}
        yield Finding("naming", SOFT, "title", (one.place, other.place), values)


def wrong_years(documents: Sequence[Evidence]) -> Iterator[Finding]:
    """A three-year plan whose years are four, or run backward."""
    for title in {title.place: title for title in _titles(documents)}.values():
        years, span = _YEARS.search(title.text), _SPAN.search(title.text)
        if not years:
            continue
        length = int(years[2]) - int(years[1]) + 1
        stated = _COUNTS[span[1]] if span else length
        if length < 1 or length not in (stated, stated + 1):
            values = {"title": title.text, "length": length, "stated": stated}
            key = "span_years" if length > 0 else "years_backward"
            yield Finding("date_conflict", HARD, key, (title.place,), values)


def two_numbers(documents: Sequence[Evidence]) -> Iterator[Finding]:
    """One document with two reference numbers."""
    first: dict[str, tuple[str, Title]] = {}
    for title in _titles(documents):
        document = title.evidence.document
        number = _NUMBER.match(document.text[title.place.end + 1 :][:40])
        if not number:
            continue
        stated = number[1].translate(PLAIN)
        known, earlier = first.setdefault(title.text, (stated, title))
        if re.sub(r"\D", "", known) != re.sub(r"\D", "", stated):
            values = {"title": title.text, "one": known, "other": stated}
            places = (earlier.place, title.place)
            yield Finding("date_conflict", HARD, "two_numbers", places, values)


def _titles(documents: Sequence[Evidence]) -> Iterator[Title]:
    for evidence in documents:
        for stretch in evidence.stretches:
            for found in TITLE.finditer(stretch.passage.text):
                place = evidence.place_in(stretch.passage, *found.span(1))
                yield Title(found[1], _name(found[1]), place, evidence)


def _name(title: str) -> str:
    """A title without what documents add or leave out when they cite it."""
    name = clauses.bare(_BRACKET.sub("", title.translate(PLAIN)))
    return _ISSUER.sub("", name)


def _variants(titles: Sequence[Title]) -> Iterator[tuple[Title, Title]]:
    for at, one in enumerate(titles[:MANY]):
        for other in titles[at + 1 : MANY]:
            if _one_word_apart(one.name, other.name) and _one_issuer(one, other):
                yield one, other


def _one_issuer(one: Title, other: Title) -> bool:
    """Whether the titles do not name two places, or two levels."""
    places = {place[0] for t in (one, other) if (place := _PLACE.findall(t.text))}
    return len(places) < 2


def _one_word_apart(one: str, other: str) -> bool:
    """The same characters, but for a word that one of them has in addition."""
    if one == other or _DIGITS.findall(one) != _DIGITS.findall(other):
        return False
    more, fewer = Counter(one) - Counter(other), Counter(other) - Counter(one)
    return not (more and fewer) and (more + fewer).total() <= MOST
