"""Announced counts against the points and paragraphs that follow.

三个方面:一是…二是…, 八大行动 above (一) to (七), 15类实事 above fourteen paragraphs.
Lists of work are counted in `lists`, lists within a sentence in `enumerations`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from fenghua_analysis.audit.evidence import Evidence
from fenghua_analysis.audit.findings import HARD, SOFT, Finding, Place
from fenghua_analysis.audit.numbers.numbering import opening_number, points, prose
from fenghua_analysis.documents import Fact
from fenghua_analysis.documents.grammar.tokens import chinese_number
from fenghua_analysis.documents.targets import Stretch

NUMERAL = r"(?P<n>(?<![\d.])\d{1,3}|(?<![第十百千])[二两三四五六七八九十]{1,3})"
_ANNOUNCED = re.compile(
    rf"{NUMERAL}(?:方面|点(?!位)|条(?=意见|建议|措施|举措)|个(?:阶段|步骤|方面|环节)"
    r"|(?:大|项|个|类|件)(?=[\u4e00-\u9fff]{0,6}(?:工作|任务|行动|工程|举措|措施|项目|实事|改革|重点|目标)))"
)
_LEADS = re.compile(
    rf"{NUMERAL}(?P<kind>方面|个方面|个?阶段|点|条|个?步骤|个?层面)[^。;:\d]{{0,8}}:"
)
_CLASS = re.compile(r"(?P<n>\d{1,2})[.、](?!\d)[^,。:;]{2,30}方面[,:]")
_SIZES = {"十亿": 10, "百亿": 100, "千亿": 1_000, "万亿": 10_000}
_OF_SIZE = re.compile(rf"{NUMERAL}[个大条](?P<size>[十百千万]亿)级")
REACH = 300
"""Paragraphs below a heading that are searched for its points."""


def counts(read: Sequence[Evidence]) -> Iterator[Finding]:
    """Everything that announces a number of parts and has another."""
    for evidence in read:
        yield from _points(evidence)
        yield from _headings(evidence)
        yield from _classes(evidence)
        yield from _sizes(evidence)


def number(numeral: str) -> int:
    """The value of Arabic or Chinese digits.

    Examples
    --------
    >>> number("41"), number("十二")
    (41, 12)
    """
    return int(numeral) if numeral.isdigit() else int(chinese_number(numeral))


def _points(evidence: Evidence) -> Iterator[Finding]:
    """历经三个阶段:一是…二是…, within one paragraph."""
    for stretch in evidence.stretches:
        text = stretch.passage.text
        leads = list(_LEADS.finditer(text))
        if not leads:
            continue
        runs = [run for run in points(stretch.passage) if run[0][0] == 1]
        for lead in leads:
            run = next((run for run in runs if run[0][1] == lead.end()), [])
            whole = [value for value, _, _ in run] == list(range(1, len(run) + 1))
            if run and whole and len(run) != number(lead["n"]):
                place = evidence.place_in(stretch.passage, lead.start(), lead.end() - 1)
                last = evidence.place_in(stretch.passage, *run[-1][1:])
                yield _count("points", HARD, places=(place, last), found=len(run))


def _headings(evidence: Evidence) -> Iterator[Finding]:
    """A heading or a lead sentence that announces what the next paragraphs count."""
    paragraphs = list(prose(evidence))
    for n, stretch in enumerate(paragraphs):
        said = _announcement(stretch)
        if said is None:
            continue
        below = _below(paragraphs, n)
        counted = Counter(level for level, _ in below)
        announced = number(said["n"])
        if not below or announced in counted.values():
            continue
        direct = counted[below[0][0]]
        place = evidence.place_in(stretch.passage, said.start(), said.end())
        last = evidence.place_in(paragraphs[n + 1].passage, 0, 1)
        severity = HARD if stretch.passage.text.endswith(":") else SOFT
        if direct > 1:
            yield _count("below", severity, places=(place, last), found=direct)


def _classes(evidence: Evidence) -> Iterator[Finding]:
    """15类民生实事, and below them 1.教育方面… to 14.…方面."""
    opened = [_CLASS.match(stretch.passage.text) for stretch in evidence.stretches]
    classes = [
        (stretch, int(found["n"]))
        for stretch, found in zip(evidence.stretches, opened, strict=True)
        if found
    ]
    if [n for _, n in classes] != list(range(1, len(classes) + 1)) or not classes:
        return
    facts = [fact for fact in evidence.facts if fact.unit == "类" and fact.value]
    if facts and all(fact.value != len(classes) for fact in facts):
        last = classes[-1][0].passage
        yield Finding(
            kind="count_mismatch",
            severity=HARD,
            key="below",
            places=(*map(evidence.place_of, facts), evidence.place_in(last, 0, 2)),
            values={"announced": f"{facts[0].value:g}类", "found": len(classes)},
        )


def _announcement(stretch: Stretch) -> re.Match[str] | None:
    """The one count that a heading, or a sentence before a colon, announces."""
    text = stretch.passage.text
    sentence = text.rpartition("。")[2] if text.endswith(":") else text
    if not text.endswith(":") and ("。" in text or len(text) > 40):
        return None
    found = [said for said in _ANNOUNCED.finditer(text, len(text) - len(sentence))]
    several = len(found) != 1
    return None if several or number(found[0]["n"]) < 2 else found[0]


def _below(paragraphs: Sequence[Stretch], n: int) -> list[tuple[int, int]]:
    """Style and number of the numbered paragraphs that a paragraph has below it."""
    own = opening_number(paragraphs[n].passage)
    floor = own[0] if own else -1
    below: list[tuple[int, int]] = []
    for stretch in paragraphs[n + 1 : n + 1 + REACH]:
        opening = opening_number(stretch.passage)
        if not below and (opening is None or opening[1] != 1):
            break
        if opening is None:
            continue
        if opening[0] <= floor or (not own and below and _closes(below, opening)):
            break
        below.append(opening)
    return below


def _closes(below: Sequence[tuple[int, int]], opening: tuple[int, int]) -> bool:
    """Whether a number belongs to a wider run than that which the first one opened."""
    level, value = opening
    return level < below[0][0] or (level == below[0][0] and value == 1)


def _sizes(evidence: Evidence) -> Iterator[Finding]:
    """八个百亿级产业, and of the values that follow only three reach a hundred."""
    for stretch in evidence.stretches:
        said = _OF_SIZE.search(stretch.passage.text)
        if said is None:
            continue
        start, end = stretch.passage.span(said.start(), len(stretch.passage.text))
        sums = [f for f in evidence.facts_between(start, end) if f.unit == "亿元"]
        parts = _without_total([f for f in sums if f.value and not f.change])
        floor, announced = _SIZES[said["size"]], number(said["n"])
        reaching = [fact for fact in parts if (fact.value or 0) >= floor]
        if len(parts) < announced or len(reaching) >= announced:
            continue
        yield Finding(
            kind="count_mismatch",
            severity=SOFT,
            key="sizes",
            places=(
                evidence.place_in(stretch.passage, said.start(), said.end()),
                *(evidence.place_of(fact) for fact in parts),
            ),
            values={
                "announced": said.group(),
                "found": len(reaching),
                "floor": floor,
                "parts": "、".join(f"{f.indicator}{f.value:g}亿元" for f in parts),
            },
        )


def _without_total(parts: Sequence[Fact]) -> list[Fact]:
    """The figures without one that, near enough, is the sum of the others."""
    total = sum(fact.value or 0 for fact in parts)
    return [fact for fact in parts if (fact.value or 0) < 0.45 * total]


def _count(
    key: str, severity: str, *, places: tuple[Place, Place], found: int
) -> Finding:
    return Finding(
        kind="count_mismatch",
        severity=severity,
        key=key,
        places=places,
        values={"announced": places[0].quote, "found": found},
    )
