"""One name in two spellings: the same words around one character that differs.

Two stretches of text that agree on both sides of a single character either mean two
things (上半年, 下半年) or one thing written two ways (第二届, 第二节). What tells them
apart is said here: characters that part things on purpose, characters that are
mistaken for one another, how long the words around them agree, how often each spelling
occurs, and whether it is a name at all.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from fenghua_analysis.audit.evidence import Evidence
from fenghua_analysis.audit.findings import HARD, SOFT, Finding
from fenghua_analysis.audit.words.clauses import bare
from fenghua_analysis.audit.words.sounds import alike
from fenghua_analysis.documents.passages import Passage

_RUN = re.compile(r"[^,。;:!?、()\s|]{6,}")
_QUOTES = frozenset("“”\"‘’'《》<>")
_HAN = re.compile(r"[\u4e00-\u9fff]")

_JOINS = frozenset(
    "的了和与及等各还均已成为到在对将并或也都又再被把向从由以是有无不未其该此本我共总约近超只却仅就才更很最"
    "一二三四五六七八九十零两双单几第甲乙丙丁"
)
"""Characters that only join words, or count: they may stand anywhere."""

_LEVELS = frozenset("国省市县区镇乡村街级厅局室委办院所城郊")
"""Characters that name a level: beside one of these another word is another thing."""

_PARTS = (
    *(
        "上下前后左右内外中东南西北",
        "大小新老旧高低长短多少早晚首末",
        "男女父母老幼儿童",
    ),
    *(
        "年月日时季期周",
        "个项家人户次件条名座套场批届轮米吨元亩",
        "春夏秋冬",
        "海陆空岸",
    ),
    *("天地山水海林田湖", "红黄蓝绿青紫黑白"),
)
"""Groups whose members tell two things apart on purpose."""

_SYNONYMS = (
    *("管治", "价估", "目指", "指达", "目达", "职专", "定订", "作做", "其它", "账帐"),
    *("进动", "升高", "建设", "推促", "增强", "善备", "会协", "本础", "理管", "查察"),
    *("确制", "社会", "区会", "融结", "培教", "健康", "审评", "检监", "规法", "教育"),
)
"""Pairs that make two words, both right, in the same place: 管理 and 治理."""

_SUFFIXES = frozenset("型性化式")
_SCALES = frozenset("百千万亿")
_KIND = re.compile(
    r"工程|行动|计划|走廊|机制|改革|平台|示范区|基地|大赛|论坛|品牌|制度"
)
LEAST = 2
"""Characters that must agree on each side."""
SHORT, LONG = 6, 9
"""Characters that must agree on both sides together: with and without more reason."""
OFTEN = 4
"""A spelling that occurs so often makes another one, that occurs once, a slip."""
FAR = 12
"""Characters to each side that are looked at, and quoted."""
MOST = 400_000
"""Characters of all documents together that are compared: memory has an end."""

_SPLITS = ((3, 3), (2, 4), (4, 2))

Run = tuple[Evidence, Passage]


@dataclass
class Spelling:
    """A character between its neighbours, with the places where it stands so."""

    char: str
    at: list[tuple[Run, int]] = field(default_factory=list)


def twins(documents: Sequence[Evidence]) -> Iterator[Finding]:
    """Names in two spellings, the rarer one first among the places."""
    names = [bare(item.name) for one in documents for item in one.items]
    found: dict[tuple[int, int], Finding] = {}
    for rare, usual in _pairs(list(_runs(documents))):
        one, other = rare.at[0], _nearest(usual, rare.at[0][0])
        left, right = _agreement(one, other)
        if min(left, right) < LEAST:
            continue
        named = any(_is_name(at, names) for at in (one, other))
        severity = _severity(rare, usual, left + right, named=named)
        if severity:
            (evidence, passage), index = one
            key = id(evidence), passage.offsets[index]
            finding = _finding(one, other, left, right, severity)
            if key not in found or found[key].severity == SOFT:
                found[key] = finding
    yield from _once_each(found.values())


def _runs(documents: Sequence[Evidence]) -> Iterator[Run]:
    """Stretches without marks; quotation marks do not part them."""
    room = MOST
    for evidence in documents:
        for paragraph in evidence.document.paragraphs:
            for run in _RUN.finditer(paragraph.text):
                room -= len(run.group())
                if room < 0:
                    return
                yield evidence, _unquoted(paragraph[run.start() : run.end()])


def _unquoted(passage: Passage) -> Passage:
    kept = [n for n, char in enumerate(passage.text) if char not in _QUOTES]
    if len(kept) == len(passage.text):
        return passage
    text = "".join(passage.text[n] for n in kept)
    return Passage(text, [passage.offsets[n] for n in kept])


def _pairs(runs: Sequence[Run]) -> Iterator[tuple[Spelling, Spelling]]:
    """Two spellings between the same neighbours, the rarer one first."""
    for spellings in _disputed(runs):
        ranked = sorted(spellings.values(), key=lambda one: len(one.at))
        usual = ranked.pop()
        for rare in ranked:
            if not _parted(rare.char, usual.char):
                yield rare, usual


def _disputed(runs: Sequence[Run]) -> Iterable[dict[str, Spelling]]:
    """Neighbours between which more than one character stands.

    Read twice, so that only those few are kept with their places.
    """
    seen: dict[tuple[str, str], str] = {}
    twice: set[tuple[str, str]] = set()
    for run in runs:
        for key, index in _keys(run[1].text):
            char = run[1].text[index]
            if seen.setdefault(key, char) != char:
                twice.add(key)
    kept: dict[tuple[str, str], dict[str, Spelling]] = defaultdict(dict)
    for run in runs:
        for key, index in _keys(run[1].text):
            if key in twice:
                char = run[1].text[index]
                kept[key].setdefault(char, Spelling(char)).at.append((run, index))
    return kept.values()


def _keys(text: str) -> Iterator[tuple[tuple[str, str], int]]:
    for index in range(LEAST, len(text) - LEAST):
        if _HAN.match(text[index]):
            for left, right in _SPLITS:
                if index >= left and index + right < len(text):
                    before = text[index - left : index]
                    yield (before, text[index + 1 : index + 1 + right]), index


def _agreement(one: tuple[Run, int], other: tuple[Run, int]) -> tuple[int, int]:
    """How many characters agree to the left and to the right."""
    (_, a), i = one
    (_, b), j = other
    left = right = 0
    while left < min(i, j, FAR) and a.text[i - left - 1] == b.text[j - left - 1]:
        left += 1
    room = min(len(a.text) - i - 1, len(b.text) - j - 1, FAR)
    while right < room and a.text[i + right + 1] == b.text[j + right + 1]:
        right += 1
    return left, right


def _parted(one: str, other: str) -> bool:
    """Whether two characters make two things on purpose."""
    pair = {one, other}
    if pair <= _SCALES:
        return False
    grouped = any(pair <= set(group) for group in (*_SYNONYMS, *_PARTS))
    if alike(one, other):
        return grouped or pair <= _JOINS
    return grouped or bool(pair & (_JOINS | _LEVELS))


def _severity(rare: Spelling, usual: Spelling, agreed: int, *, named: bool) -> str:
    """How sure it is that two spellings are one; "" when it is not.

    重点建设项目 and 重大建设项目 agree for long and are two things: without a sound or
    a shape in common the words must be a name.
    """
    pair = {rare.char, usual.char}
    if pair & _SUFFIXES:
        return SOFT if _one_document(rare, usual) else ""
    if alike(rare.char, usual.char):
        return HARD
    seldom = len(usual.at) >= OFTEN and len(rare.at) == 1
    return HARD if named and (agreed >= LONG or seldom) else ""


def _is_name(spelling: tuple[Run, int], names: Sequence[str]) -> bool:
    """Whether a character stands in a programme's or in an item's name."""
    (_, passage), at = spelling
    core = passage.text[max(0, at - LEAST) : at + LEAST + 1]
    behind = passage.text[at + 1 : at + 1 + FAR]
    return bool(_KIND.search(behind)) or any(core in name for name in names)


def _nearest(spelling: Spelling, run: Run) -> tuple[Run, int]:
    """Where a spelling stands in the document of a run, or anywhere else."""
    own = (place for place in spelling.at if place[0][0] is run[0])
    return next(own, spelling.at[0])


def _one_document(rare: Spelling, usual: Spelling) -> bool:
    mine = {id(run[0]) for run, _ in rare.at}
    return any(id(run[0]) in mine for run, _ in usual.at)


def _finding(
    one: tuple[Run, int],
    other: tuple[Run, int],
    left: int,
    right: int,
    severity: str,
) -> Finding:
    spans = []
    for (evidence, passage), index in (one, other):
        spans.append(
            (
                evidence.place_in(passage, index - left, index + right + 1),
                passage.text[index - left : index + right + 1],
            )
        )
    (first, mine), (second, theirs) = spans
    key = "suffix" if severity == SOFT else "twin"
    return Finding(
        "naming", severity, key, (first, second), {"one": mine, "other": theirs}
    )


def _once_each(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Each pair of spellings once, with its first places."""
    counted: Counter[frozenset[str]] = Counter()
    for finding in findings:
        pair = frozenset(_differing(finding))
        counted[pair] += 1
        if counted[pair] == 1:
            yield finding


def _differing(finding: Finding) -> tuple[str, str]:
    """The differing characters with two neighbours on each side."""
    one, other = finding.values["one"], finding.values["other"]
    at = next(n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b)
    start, end = max(0, at - LEAST), at + LEAST + 1
    return one[start:end], other[start:end]
