"""Work items whose target cell and schedule do not end at the same point.

A target says how far the work is by the end of the year, and so does the last step of
the schedule that speaks of the same thing. Building has a ladder of stages; what is
applied for is not what is awarded; half of the work is not all of it.
"""

import re
from collections.abc import Iterator, Sequence

from fenghua_analysis.audit.evidence import Evidence
from fenghua_analysis.audit.findings import HARD, SOFT, Finding, Place
from fenghua_analysis.audit.words import clauses
from fenghua_analysis.audit.words.clauses import Step
from fenghua_analysis.documents import WorkItem
from fenghua_analysis.documents.passages import Passage

KIND = "schedule_conflict"

BEGUN, SHELL, LARGELY, BUILT, DELIVERED = 1, 2, 3, 4, 5
_STAGES = (
    (LARGELY, re.compile(r"基本(?:完工|建成|完成|竣工|建好)")),
    (SHELL, re.compile(r"主体|结顶|封顶|桩基|地下室")),
    (
        DELIVERED,
        re.compile(
            r"交付|投用|投入使用|投入运营|投产|通车|开园|(?<!试)运营$|(?<!准备)通过.{0,6}验收"
        ),
    ),
    (BUILT, re.compile(r"完工|竣工|建成(?!率)")),
    (BEGUN, re.compile(r"开工|动工|进场|施工|启动建设|奠基")),
)
"""Asked in this order: 基本完工 is not 完工, and 主体完工 is neither."""

_GENERIC = re.compile(
    r"项目|建设|工程|完成|开工|年底|改造|提升|推进|实施|基本|投入|使用|施工|主体"
)
_WHOLE = re.compile(r"全部|全面|所有|各项|均")
_PART_DONE = re.compile(
    r"完成.{0,12}(?:总进度|总工程量|总量|工程量|工作量|进度|任务)[数量]?的?(\d{1,2})%"
)
_FINISHES = re.compile(r"建成|创成|争创|创建|完成|建立|打造")
_ALL = re.compile(r"(?<!基本)(?<!逐步)(?:完成|建立|建成|形成)(?!率)")
_NEARLY = re.compile(r"基本(?:完成|建立|建成|形成)")
_APPLIED = re.compile(r"申评|申报|申请")
_AWARDED = re.compile(r"通过.{0,4}(?:评审|评定|认定|命名)|获评|获批")
SAME = 4
"""Characters that a target and a step share when they speak of the same thing."""


def unequal_ends(documents: Sequence[Evidence]) -> Iterator[Finding]:
    """Each item whose schedule stops short of its target, or goes beyond it."""
    for evidence in documents:
        for item in evidence.items:
            promised = clauses.aims(evidence, item)
            steps = clauses.steps(evidence, item)[: clauses.MANY]
            if promised and steps:
                for rule in (_stages, _partly, _nearly, _awards):
                    yield from rule(evidence, item, promised, steps)


def stage(text: str) -> int:
    """How far a clause says that a building is; 0 when it says nothing of it.

    Examples
    --------
    >>> stage("一期基本完工") == LARGELY, stage("主体结构完工") == SHELL
    (True, True)
    >>> stage("年底前交付使用") == DELIVERED, stage("开展宣传")
    (True, 0)
    """
    return next((level for level, words in _STAGES if words.search(text)), 0)


def _stages(
    evidence: Evidence,
    item: WorkItem,
    promised: Sequence[Passage],
    steps: Sequence[Step],
) -> Iterator[Finding]:
    for clause in promised:
        level = stage(clause.text)
        if level not in (LARGELY, BUILT, DELIVERED):
            continue
        thing, furthest = _furthest(clause.text, steps)
        if furthest is None:
            continue
        reached = stage(furthest.text)
        short, beyond = level - reached >= 2, level == LARGELY and reached > level
        if short or beyond:
            key = "unfinished" if short else "beyond"
            places = (_place(evidence, clause), _place(evidence, furthest))
            yield _finding(key, HARD, item, places, thing=thing)


def _furthest(words: str, steps: Sequence[Step]) -> tuple[str, Passage | None]:
    """What a clause speaks of, and the step that brings it furthest.

    No step, where some sentence finishes everything at once.
    """
    thing, best = "", None
    for step in steps:
        for sentence in clauses.sentences(step.passage):
            parts = list(clauses.clauses(sentence))
            if _WHOLE.search(sentence.text) and stage(sentence.text) >= BUILT:
                return "", None
            at = next((n for n, part in enumerate(parts) if _same(words, part)), None)
            for part in parts[at:] if at is not None else ():
                if stage(part.text) and (
                    best is None or stage(part.text) >= stage(best.text)
                ):
                    thing, best = thing or _same(words, parts[at or 0]), part
    return thing, best


def _same(words: str, part: Passage) -> str:
    """The thing that two clauses name; "" when it is none of its own."""
    shared = clauses.common(clauses.bare(words), clauses.bare(part.text))
    own = _GENERIC.sub("", re.sub(r"[^\u4e00-\u9fff]", "", shared))
    return shared if len(own) >= SAME else ""


def _partly(
    evidence: Evidence,
    item: WorkItem,
    promised: Sequence[Passage],
    steps: Sequence[Step],
) -> Iterator[Finding]:
    """The last step ends at a share of the work that the target has finished."""
    if not any(_FINISHES.search(clause.text) for clause in promised):
        return
    for clause in clauses.clauses(steps[-1].passage):
        share = _PART_DONE.search(clause.text)
        if share and not any(f"{share[1]}%" in aim.text for aim in promised):
            aim = next(aim for aim in promised if _FINISHES.search(aim.text))
            places = (_place(evidence, aim), _place(evidence, clause))
            yield _finding("partly", HARD, item, places, share=share[1])


def _nearly(
    evidence: Evidence,
    item: WorkItem,
    promised: Sequence[Passage],
    steps: Sequence[Step],
) -> Iterator[Finding]:
    """The target says done, the last step says basically done."""
    if any(_NEARLY.search(aim.text) for aim in promised):
        return
    named = clauses.bare(item.name)
    for clause in clauses.clauses(steps[-1].passage):
        for aim in promised if _NEARLY.search(clause.text) else ():
            shared = clauses.common(_content(aim, _ALL), _content(clause, _NEARLY))
            own = shared in named or len(shared) > SAME
            if _ALL.search(aim.text) and len(shared) >= 2 and own:
                places = (_place(evidence, aim), _place(evidence, clause))
                yield _finding("nearly", SOFT, item, places)
                return


def _content(clause: Passage, verbs: re.Pattern[str]) -> str:
    return verbs.sub("", clauses.bare(clause.text))


def _awards(
    evidence: Evidence,
    item: WorkItem,
    promised: Sequence[Passage],
    steps: Sequence[Step],
) -> Iterator[Finding]:
    """The target only applies for what the last step has been awarded."""
    if any(_AWARDED.search(aim.text) for aim in promised):
        return
    for clause in clauses.clauses(steps[-1].passage):
        aim = next((a for a in promised if _APPLIED.search(a.text)), None)
        if aim and _AWARDED.search(clause.text):
            places = (_place(evidence, aim), _place(evidence, clause))
            yield _finding("awarded", SOFT, item, places)


def _finding(
    key: str, severity: str, item: WorkItem, places: tuple[Place, ...], **values: str
) -> Finding:
    named = {"number": item.number, "name": item.name}
    return Finding(KIND, severity, key, places, named | values)


def _place(evidence: Evidence, passage: Passage) -> Place:
    return evidence.place_in(passage, 0, len(passage.text))
