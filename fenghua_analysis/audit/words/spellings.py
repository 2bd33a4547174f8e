"""Words typed wrong: confused by sound or shape, traditional, in capitals."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from fenghua_analysis.audit.evidence import Evidence
from fenghua_analysis.audit.findings import HARD, SOFT, Finding, Place

KIND = "naming"

_TRADITIONAL = (
    "學會國對開關門問間長東車書買賣電話語讀寫聽見覺這個們來時說從後過還進運動務業產經濟"
    "發廣應當實現體質員團圖區縣鄉鎮農業樹機權構標準條約級紅線組織統計給續維網總結療養衛"
    "醫藥護險難雙極無爲為與舉興華萬億戶齡歲險補點數據號類題項領導確認證識設計評議調試該論"
    "達選適遲鄰錢鐵鋼錄銀戰爭擔擇據損換歷歸滿漢灣環獎獨畫盡種穩積節範籌紀純紙終經織繼"
)
_LATIN = re.compile(
    r"(?<![A-Za-z])[A-Za-z]{2,12}(?![A-Za-z])|(?<=\d\+)[A-Za-z](?=[”\"])"
)
FEW = 200
"""One traditional character in fewer than so many is no slip."""


@dataclass(frozen=True, slots=True)
class Confusion:
    """A word that is written wrong, before and after certain words."""

    wrong: str
    right: str
    pattern: re.Pattern[str]
    after: str


def confusions(documents: Sequence[Evidence]) -> Iterator[Finding]:
    """Words typed by sound; hard where the document writes them right elsewhere."""
    for evidence in documents:
        for confusion in _known():
            places, words = [], ""
            for paragraph in evidence.document.paragraphs:
                if confusion.wrong not in paragraph.text:
                    continue
                for found in confusion.pattern.finditer(paragraph.text):
                    places.append(evidence.place_in(paragraph, *found.span()))
                    words = words or found.group()
            if places:
                right = words.replace(confusion.wrong, confusion.right)
                elsewhere = _first(evidence, right) if confusion.after else None
                values = {"one": words, "other": right}
                severity = HARD if elsewhere else SOFT
                key = "two_words" if elsewhere else "confused"
                where = (*places, elsewhere) if elsewhere else tuple(places)
                yield Finding(KIND, severity, key, where, values)


def traditional(documents: Sequence[Evidence]) -> Iterator[Finding]:
    """Traditional characters in a text that is otherwise simplified."""
    known = frozenset(_TRADITIONAL)
    for evidence in documents:
        text = evidence.document.text
        # A text that is full of them is written so on purpose.
        if not 0 < sum(char in known for char in text) <= len(text) / FEW:
            continue
        for paragraph in evidence.document.paragraphs:
            for at, char in enumerate(paragraph.text):
                if char in known:
                    start, end = max(0, at - 2), min(at + 2, len(paragraph.text))
                    place = evidence.place_in(paragraph, start, end)
                    values = {"char": char, "words": place.quote}
                    yield Finding(KIND, SOFT, "traditional", (place,), values)


def letters(documents: Sequence[Evidence]) -> Iterator[Finding]:
    """A Latin word in capitals here and in small letters there."""
    for evidence in documents:
        seen: dict[str, dict[str, Place]] = defaultdict(dict)
        for paragraph in evidence.document.paragraphs:
            for found in _LATIN.finditer(paragraph.text):
                place = evidence.place_in(paragraph, *found.span())
                seen[found.group().lower()].setdefault(found.group(), place)
        for ways in seen.values():
            if len(ways) > 1:
                values = {"ways": "、".join(ways)}
                yield Finding(KIND, SOFT, "letters", tuple(ways.values()), values)


def _first(evidence: Evidence, words: str) -> Place | None:
    for paragraph in evidence.document.paragraphs:
        at = paragraph.text.find(words)
        if at >= 0:
            return evidence.place_in(paragraph, at, at + len(words))
    return None


@cache
def _known() -> tuple[Confusion, ...]:
    source = resources.files(__package__).joinpath("confusions.csv")
    rows = csv.DictReader(source.read_text(encoding="utf-8").splitlines())
    return tuple(
        Confusion(row["wrong"], row["right"], re.compile(_pattern(row)), row["after"])
        for row in rows
    )


def _pattern(row: dict[str, str]) -> str:
    before = f"(?:{row['before']})" if row["before"] else ""
    after = f"(?:{row['after']})" if row["after"] else ""
    return before + row["wrong"] + after
