"""Names that stand in two ways: quoted, by their kind, in the name of an item."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from fenghua_analysis.audit.evidence import Evidence
from fenghua_analysis.audit.findings import HARD, SOFT, Finding, Place
from fenghua_analysis.audit.words.clauses import LONGEST, bare, texts, within
from fenghua_analysis.audit.words.sounds import alike
from fenghua_analysis.documents import WorkItem

KIND = "naming"

_QUOTED = re.compile(r"“([\u4e00-\u9fffA-Za-z\d+·]{3,10})”")
_KINDS = (("工程", "行动", "计划"), ("学校", "小学", "中学", "学院", "幼儿园"))
_ANY_KIND = "|".join(kind for group in _KINDS for kind in group)
_NAMED = re.compile(
    rf"(?P<stem>[\u4e00-\u9fff]{{0,12}}“[^“”]{{2,12}}”[\u4e00-\u9fff]{{0,8}}?|[\u4e00-\u9fff]{{5,20}}?)"
    rf"(?P<kind>{_ANY_KIND})(?!{_ANY_KIND}|方案|领导|指挥|办公室|[\u4e00-\u9fff]{{0,4}}》)"
)
_VERBS = re.compile(
    r"^.*(?:实施|推进|开展|深化|加快|谋划|启动|打造|完善|推动|落实|做好|加强|建设|继续|深入"
    r"|持续|组织|参与|牵头|配合|聚焦|确定|建成|合作的|的|和|与|及|、)(?=.{4})"
)
_JOINS = frozenset("一二三四五六七八九十上下前后左右大小新老高低内外")
QUOTED, BARE = 4, 5
"""Characters that make a name one of its own, with and without quotation marks."""
ECHOES = 3
"""A word that the cells of an item repeat so often is what its name means."""


def quoted(documents: Sequence[Evidence]) -> Iterator[Finding]:
    """Two quoted names that differ in one character, mistaken for another."""
    for evidence in documents:
        seen: dict[str, Place] = {}
        open_at: dict[tuple[str, str], set[str]] = defaultdict(set)
        for paragraph in evidence.document.paragraphs:
            for found in _QUOTED.finditer(paragraph.text):
                name = found[1]
                if name in seen:
                    continue
                seen[name] = evidence.place_in(paragraph, *found.span(1))
                for other in _neighbours(name, open_at):
                    places = (seen[name], seen[other])
                    values = {"one": name, "other": other}
                    yield Finding(KIND, HARD, "twin", places, values)


def kinds(documents: Sequence[Evidence]) -> Iterator[Finding]:
    """One name that is a programme here and a plan there, a school and a college."""
    for evidence in documents:
        called: dict[tuple[str, int], dict[str, Place]] = defaultdict(dict)
        for paragraph in evidence.document.paragraphs:
            for found in _NAMED.finditer(paragraph.text):
                at = _begins(found["stem"])
                stem = bare(found["stem"][at:])
                group = next(n for n, k in enumerate(_KINDS) if found["kind"] in k)
                if len(stem) >= (QUOTED if "“" in found["stem"] else BARE):
                    place = evidence.place_in(
                        paragraph, found.start() + at, found.end()
                    )
                    called[stem, group].setdefault(found["kind"], place)
        for (stem, group), ways in called.items():
            if len(ways) > 1:
                severity = HARD if group else SOFT
                values = {"name": stem, "kinds": "、".join(ways)}
                places = tuple(ways.values())
                yield Finding(KIND, severity, "kinds", places, values)


def echoes(documents: Sequence[Evidence]) -> Iterator[Finding]:
    """An item whose name has a word that its cells write another way throughout."""
    for evidence in documents:
        pairs = Counter(
            paragraph.text[n : n + 2]
            for paragraph in evidence.document.paragraphs
            for n in range(len(paragraph.text) - 1)
        )
        for item in evidence.items:
            yield from _echoes(evidence, item, pairs)


def _neighbours(name: str, open_at: dict[tuple[str, str], set[str]]) -> Iterator[str]:
    """Names met before that differ from this one in one character alike."""
    for at, char in enumerate(name):
        key = name[:at], name[at + 1 :]
        for other in open_at[key]:
            if alike(char, other[at]) and not {char, other[at]} <= _JOINS:
                yield other
        open_at[key].add(name)


def _begins(stem: str) -> int:
    """Where a name begins behind its verb: at its quotation mark, if it has one."""
    verb = _VERBS.match(stem)
    return stem.index("“") if "“" in stem else verb.end() if verb else 0


def _echoes(
    evidence: Evidence, item: WorkItem, pairs: Counter[str]
) -> Iterator[Finding]:
    cells = "".join(part.text for part in texts(evidence, item))
    own = Counter(cells[n : n + 2] for n in range(len(cells) - 1))
    for at in range(min(len(item.name), LONGEST) - 1):
        word = item.name[at : at + 2]
        if pairs[word] != 1 or not _is_han(word):
            continue
        for meant, count in own.items():
            differ = [(a, b) for a, b in zip(word, meant, strict=True) if a != b]
            if count >= ECHOES and len(differ) == 1 and alike(*differ[0]):
                named, cell = (
                    _place_of(evidence, item, word),
                    _find(evidence, item, meant),
                )
                if named and cell:
                    values = {"one": word, "other": meant}
                    yield Finding(KIND, HARD, "twin", (named, cell), values)


def _place_of(evidence: Evidence, item: WorkItem, word: str) -> Place | None:
    """A word of an item's name, where the item begins."""
    at = evidence.document.text.find(word, item.start, item.end)
    return evidence.place(at, at + len(word)) if at >= 0 else None


def _find(evidence: Evidence, item: WorkItem, word: str) -> Place | None:
    for span in item.cells.values():
        for part in within(evidence, span):
            at = part.text.find(word)
            if at >= 0:
                return evidence.place_in(part, at, at + len(word))
    return None


def _is_han(word: str) -> bool:
    return all("\u4e00" <= char <= "\u9fff" for char in word)
