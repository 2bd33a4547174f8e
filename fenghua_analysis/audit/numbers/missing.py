"""Values that are promised and not given."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fenghua_analysis.audit.evidence import Evidence
from fenghua_analysis.audit.findings import HARD, SOFT, Finding, Place
from fenghua_analysis.documents.grammar import naming
from fenghua_analysis.documents.passages import Passage
from fenghua_analysis.documents.tables.cells import is_value
from fenghua_analysis.documents.tables.grids import Cell, Grid
from fenghua_analysis.documents.tables.titles import read_title
from fenghua_analysis.documents.targets import Stretch

_CLAUSE = re.compile(r"[^,。;!?]+")
_BRACKET = re.compile(r"\([^()]*\)")
_LEADS = re.compile(r"(?:达到?|为|控制在|不低于|低于|高于|保持在|[≥≤])+$")
_DIGIT = re.compile(r"\d|[一二三四五六七八九十百千]+[分成]")
# A clause that begins so tells what to do, and names no indicator.
_DOES = re.compile(
    r"^(?:[一二三四五六七八九十]是)?(?:进一步|不断|全面|持续|切实|大力|加快|着力|稳步|积极|深入|努力|逐步|合理|科学|严格)*"
    r"(?:加强|完善|推进|推动|提升|提高|增强|优化|健全|落实|缩小|扩大|降低|控制|保障|促进|改善|建立|加大|实现|确保"
    r"|开展|实施|强化|深化|支持|鼓励|规范|明确|制定|拓宽|拓展|增加|减少|执行|建设|统筹|按照|根据|围绕|聚焦|构建"
    r"|高于|低于|优于|好于|快于|超|达|保持|处于|位居|稳居|居|接近|创|领先|惠及|带动|完成|新增|比|较"
    r"|打造|关注|监测|提供|培育|做好|调整|参照|结合|重点|包括|如|对|以|从|在|按|由|与|及|和|将|并)"
)
_MEASURED = re.compile(
    r"(?:(?<![效功频倍])率|比重|占比|之比|倍差|指数|总额|增加值|收入|支出|投资|人数|面积|总量|产值|数量)$"
)
"""Ends of names that are never a manner of speaking, as 全省平均水平 is."""
_SAID_LATER = re.compile(
    r"^(?:[,:]|)(?:分别|均|都|各|全部|达|为|占|同比|比上年|比|较|增|提|下降|上升|降|高于|低于|超|不|控制|保持|完成|居|列"
    r"|排|位|从|由|力争|预计|其中|累计|[≥≤><\d])"
)
_SHARED_OUT = re.compile(
    r"(?P<names>[^,。;:!?]{4,60}?)分别(?:达到?|为|增长|下降|提高到|提升到|控制在|新增|完成|不低于|不超过)?"
)
_VALUE = r"(?:[≥≤><约超]*-?\d[\d,.]*(?:-+\d[\d,.]*)?[^\d,。;、和及与]{0,10})"
_VALUES = re.compile(rf"{_VALUE}(?:(?:、|和|及|与|以及|,){_VALUE})*")
_COMPARES = re.compile(r"^(?:比|较|同比|环比|其中|增[速幅])|[比较]上?[年期月]|同期")
_SPLIT = re.compile(r"、|和|及|与|以及")
FEWEST_CELLS = 6
_QUESTIONS = frozenset(("too_many", "empty_cell"))
_UNIT_ALONE = re.compile(
    r"(?:达到|达|为|不低于|不少于|超过|增长|控制在|提高到|降至|约)[\s_]*(?:%|‰|个百分点)"
)
_PLACEHOLDER = re.compile(
    r"[X×xＸ*_?]{2,6}(?=%|‰|[十百千万亿]?(?:元|人|个|家|项|户|吨|所))|(?<![A-Za-z])[X×](?=%|[万亿]元)"
)


def missing(read: Sequence[Evidence]) -> Iterator[Finding]:
    """Names without a value, units without a number, lists with a value too few."""
    for evidence in read:
        for stretch in evidence.stretches:
            yield from _nameless(evidence, stretch)
            yield from _bare_units(evidence, stretch.passage)
            yield from _too_few(evidence, stretch.passage)
        for grid in evidence.grids:
            yield from _empty_rows(evidence, grid)


def _nameless(evidence: Evidence, stretch: Stretch) -> Iterator[Finding]:
    """An indicator at the end of a sentence of indicators, and no number behind it."""
    text = stretch.passage.text
    clauses = list(_CLAUSE.finditer(text))
    for before, clause in pairwise(clauses):
        name = _BRACKET.sub("", clause.group())
        ends = text[clause.end() : clause.end() + 1] in ("。", ";", "")
        same = text[before.end() : clause.start()] in (",", ";")
        if not (ends and same and _is_indicator(name) and _states(before.group())):
            continue
        if _SAID_LATER.match(text[clause.end() + 1 : clause.end() + 8]):
            continue
        place = evidence.place_in(stretch.passage, clause.start(), clause.end())
        yield _finding("no_value", place, name=clause.group())


def _is_indicator(name: str) -> bool:
    return (
        4 <= len(name) <= 24
        and not _DIGIT.search(name)
        and not _DOES.match(name)
        and _MEASURED.search(name) is not None
        and not naming.is_dependent(name)
        and "的" not in name
    )


def _states(clause: str) -> bool:
    """Whether a clause names an indicator and gives its number."""
    number = re.search(r"\d", clause)
    return number is not None and naming.ends_in_head(
        _LEADS.sub("", clause[: number.start()])
    )


def _bare_units(evidence: Evidence, passage: Passage) -> Iterator[Finding]:
    """达到%以上, 增长XX%: a form that nobody has filled in."""
    for pattern in (_UNIT_ALONE, _PLACEHOLDER):
        for found in pattern.finditer(passage.text):
            place = evidence.place_in(passage, found.start(), found.end())
            yield _finding("no_number", place, name=found.group())


def _too_few(evidence: Evidence, passage: Passage) -> Iterator[Finding]:
    """A、B、C分别达5%和6%: three names and two values."""
    for shared in _SHARED_OUT.finditer(passage.text):
        values = _VALUES.match(passage.text, shared.end())
        if values is None:
            continue
        given = len(re.findall(_VALUE, values.group()))
        names = _possible_names(shared["names"])
        if (
            given < 2
            or given in names
            or _is_open(shared["names"], given=given, names=names)
        ):
            continue
        place = evidence.place_in(passage, shared.start(), values.end())
        yield _finding(
            "too_few" if given < min(names) else "too_many",
            place,
            name=shared["names"],
            names=min(names) if given < min(names) else max(names),
            given=given,
        )


def _is_open(listed: str, *, given: int, names: range) -> bool:
    """A list that 等 leaves open, or words that name nothing: 比上年分别增长."""
    named = naming.ends_in_head(listed) and not _COMPARES.search(listed)
    return "等" in listed or (given > max(names) and not named)


def _possible_names(listed: str) -> range:
    """How many names a list may hold: each 和 may be part of one; 城乡 may be two."""
    parts = _BRACKET.sub("", listed)
    most = len([part for part in _SPLIT.split(parts) if part])
    fewest = parts.count("、") + 1
    twice = len(re.findall("城乡|进出口|男女|省市|市县|区县", parts))
    return range(fewest, most + twice + 1)


def _empty_rows(evidence: Evidence, grid: Grid) -> Iterator[Finding]:
    """A row of a table that names an indicator and holds nothing else."""
    values = [n for n, column in enumerate(grid.columns) if column.role == "value"]
    names = [n for n, column in enumerate(grid.columns) if column.role == "name"]
    wanted = [n for n in values if read_title(grid.columns[n].title).kind != "actual"]
    yield from _lone_blank(grid, values, evidence=evidence)
    filled = [row for row in grid.rows if any(_holds(row[n]) for n in wanted)]
    if not names or len(filled) < 0.6 * len(grid.rows):
        return
    for row in grid.rows:
        name = row[names[0]]
        if name and all(row[n] is None for n in values) and len(row) > 2 and wanted:
            place = evidence.place_in(name, 0, len(name.text))
            yield _finding("empty_row", place, name=name.text)


def _lone_blank(
    grid: Grid, values: Sequence[int], *, evidence: Evidence
) -> Iterator[Finding]:
    """The one blank cell among the values of a table."""
    blanks = [(row, n) for row in grid.rows for n in values if row[n] is None]
    if len(blanks) != 1 or len(grid.rows) * len(values) < FEWEST_CELLS:
        return
    row, n = blanks[0]
    label = next((cell for cell in row if cell and not is_value(cell.text)), None)
    if label is not None:
        place = evidence.place_in(label, 0, len(label.text))
        column = grid.columns[n].title
        yield _finding("empty_cell", place, name=label.text, column=column)


def _holds(cell: Cell) -> bool:
    return cell is not None and is_value(cell.text)


def _finding(key: str, place: Place, **values: object) -> Finding:
    severity = SOFT if key in _QUESTIONS else HARD
    return Finding("missing_value", severity, key, (place,), values)
