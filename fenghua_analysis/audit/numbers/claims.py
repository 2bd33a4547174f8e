"""Facts made ready to be held against each other.

A fact is comparable when one knows what it is said of, of whom, for when, and whether
it is the goal or only a step on the way to it. A `Claim` knows.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from fenghua_analysis.audit.evidence import Evidence
from fenghua_analysis.audit.findings import Place
from fenghua_analysis.audit.numbers.measured import Measured, measured
from fenghua_analysis.audit.numbers.names import Name, read_name
from fenghua_analysis.documents import Fact, schedule
from fenghua_analysis.documents.grammar.places import is_whole
from fenghua_analysis.documents.outline import PATH
from fenghua_analysis.documents.passages import Passage

_ITEM = re.compile(r"\d{1,3}\.(?P<name>.+)")
_NUMBER = re.compile(
    r"^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\)|\d{1,3}[.、])"
)
_PART = re.compile(
    r"(?:其中)?(?P<part>(?:(?![全各我本每新建年月末的在至截据])[\u4e00-\u9fff]){2,4}?"
    r"(?:自治县|街道|(?<![社园校范地片小景城])[市区县镇乡]))(?![级域划场民内外长直属辖均村(、])"
)
_PLACE = re.compile(r".{1,9}?(?:省|自治[区州县旗]|地区|街道|[市区县旗镇乡])")
# A month in its own clause makes the number a step: 6月底前完成新增托位300个.
_STEP = re.compile(
    r"(?:(?<!\d)(?:[1-9]|1[01])月(?:底|末|份)?前?|[一二三]季度|上半年)[^,。;]*$"
)
_SENTENCE = re.compile(r"[。!?;]")
_LONGEST_PLACE = 24
_LONGEST_SENTENCE = 400


@dataclass(frozen=True)
class Claim:
    """A fact with all that it takes to hold it against another.

    Attributes
    ----------
    place : where it stands; None for a row of the registry
    source : name of the document, or of the plan in the registry
    year : the year it is for; "" where it covers a part of one, or several
    reported : an actual or a baseline; else a target
    passage : start of the paragraph, cell or row that holds it
    region : the places that hold each other, the smallest last
    scope : parts of the region that it is said of; "" for the whole
    before : headings above it and its own sentence up to it
    """

    fact: Fact
    place: Place | None
    source: str
    name: Name
    measured: Measured
    year: str
    reported: bool
    passage: int
    region: tuple[str, ...]
    scope: str
    before: str

    @property
    def grows(self) -> bool:
        """Whether the number is a change, not a level: 增长8%."""
        return bool(self.fact.change) or self.fact.comparator == "growth"

    @property
    def where(self) -> str:
        """The heading nearest to it, for a sentence."""
        heads = [head for head in self.fact.section.split(PATH) if head]
        items = [head for head in heads if _ITEM.fullmatch(head)]
        found = (items or heads or [self.source])[-1]
        cut = found[: _LONGEST_PLACE - 1] + "…"
        return found if len(found) <= _LONGEST_PLACE else cut

    @property
    def stated(self) -> str:
        """The number as printed, on one line, with the unit that its column gives."""
        quote = "".join(self.fact.quote.split())
        return quote + self.fact.unit if quote[-1:].isdigit() else quote


def claims(read: Evidence) -> Iterator[Claim]:
    """Every fact of a document that states a number for a year, steps left out."""
    for fact in read.facts:
        value = measured(fact)
        if value is None or not fact.indicator or fact.kind == "":
            continue
        stretch = read.stretch_at(fact.start)
        before, sentence, passage = fact.section, "", fact.start
        if stretch is not None:
            passage = stretch.passage.offsets[0]
            sentence = _sentence(stretch.passage, fact.start)
            before += PATH + sentence
        if _is_step(fact, sentence):
            continue
        yield Claim(
            fact=fact,
            place=read.place_of(fact),
            source=read.document.name,
            name=read_name(fact.indicator),
            measured=value,
            year=fact.year if fact.year.isdigit() else "",
            reported=fact.kind in ("actual", "baseline"),
            passage=passage,
            region=region_path(fact.region),
            scope=_scope(fact, sentence, region=read.setting.region),
            before=before,
        )


def region_path(region: str) -> tuple[str, ...]:
    """The places that a region's name spells out, from the largest.

    Examples
    --------
    >>> region_path("浙江省宁波市奉化区"), region_path("奉化区")
    (('浙江省', '宁波市', '奉化区'), ('奉化区',))
    """
    return tuple(_PLACE.findall(region)) or (region,)


def _sentence(passage: Passage, start: int) -> str:
    """The sentence that the character at offset `start` stands in, up to it."""
    at = bisect_left(passage.offsets, start)
    return _SENTENCE.split(passage.text[max(0, at - _LONGEST_SENTENCE) : at])[-1]


def _is_step(fact: Fact, sentence: str) -> bool:
    """Whether the number is due on the way: in a schedule, or by a month."""
    if fact.kind != "target":
        return False
    title = fact.section.rpartition(PATH)[2]
    return schedule.is_schedule(title) or _STEP.search(sentence) is not None


def _scope(fact: Fact, sentence: str, *, region: str) -> str:
    """The parts of the region that the headings or the sentence name."""
    if fact.region != region and not is_whole(fact.region):
        return ""
    headings = [_NUMBER.sub("", head) for head in fact.section.split(PATH)]
    named = [*headings, *sentence.split(",")]
    parts = [part["part"] for words in named if (part := _PART.match(words))]
    return "、".join(dict.fromkeys(part for part in parts if part not in region))
