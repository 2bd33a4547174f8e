"""Which numbers of a clause are stated, and which words belong to which of them.

A clause may hold one number or many: two in a list (食堂32个、餐厅24个), one inside the
name of the next (3个“1小时圈”人口覆盖率达96%), a threshold (16个项目进展率超过80%).
Numbers that stand in one list make a `Run`; the words between two runs are given to the
one whose name they are, and a run that belongs to the name of another falls silent.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from fenghua_analysis.documents.grammar import lexicon, measures, naming
from fenghua_analysis.documents.grammar.clauses import Clause
from fenghua_analysis.documents.grammar.quantities import SHARES, Quantity, base

_JOINED = re.compile(r"(?:、|和|及|与|或|以及|,|:|\s)*")
_MARKED = re.compile(r"[、和及与或,:]")
_JOINS_NEXT = re.compile(r"(?:、|和|及|与|以及|并)+")
_JOINS_LAST = re.compile(r"(?:、|和|及|与|以及|或)+$")
_SUMMED = re.compile(lexicon.any_of(lexicon.SUMMED))
_HOLDER = re.compile(
    rf"的?(?!在)[^,。;、的]{{0,10}}?(?:{lexicon.any_of(lexicon.HOLDERS)})"
)
_AIM = re.compile(r"的?(?:目标|水平|要求|任务|比例|速度|增速|标准|占比)")
_CONDITION = re.compile(
    r"(?:对(?![口象接应])|凡|(?<!拟)按|向|给予|符合|满足)[^,。;]{0,12}$"
)
_TELLS = re.compile("的(?:有|是|为)")
_POINTS = re.compile(r"(?:这|该|此|以上|上述|前述)$")
_AMONG = re.compile(r"[^,。;、]{0,14}(?:之中|当中|中|里)$")
# 按不低于收入的40%确定: a rule of how much, no description.
_RULES = (
    "确定|核定|执行|配备|配置|安排|提取|计提|筹集|缴纳|发放|支付|落实|计算|设置|拨付"
)
_NOUN = re.compile(rf"(?![和及与或分均达]|{_RULES})[\u4e00-\u9fff“]")
LEAVES = re.compile(r"(?:由|从|自|原)[^,。;:、]{0,14}$")
"""由4.8提高到7, 从2020年的1.85缩小到: the level that is left."""
_GIVEN = re.compile(r"依托[^,。;]{0,6}$|用好")
_DIVIDED = re.compile(r"(?:分为|划分为|分成|划为|历经|经历|组成)$")


@dataclass(slots=True)
class Run:
    """Numbers that stand in one list, with the words before and behind them.

    Attributes
    ----------
    left, right : the words that may name what is counted
    words : the first number as it stands
    listed : marks part the numbers; 15类37项 are two views of one
    follows : what was counted just before is who does it: 10个项目完成投资25亿元
    silent : the numbers state nothing: they are part of another's name
    """

    quantities: list[Quantity]
    left: str
    words: str
    right: str = ""
    listed: bool = False
    follows: bool = False
    silent: bool = False

    @property
    def first(self) -> Quantity:
        return self.quantities[0]

    @property
    def each(self) -> bool:
        """Whether 分别 shares the numbers out among several names."""
        return self.first.shared == "each" or "分别" in self.left


def read_runs(text: str, clause: Clause) -> list[Run]:
    """The runs of one clause that state something, each with its own words.

    Examples
    --------
    >>> from fenghua_analysis.documents.grammar.clauses import read_line
    >>> words = "16个项目进展率超过80%"
    >>> [(r.words, r.right) for r in read_runs(words, read_line(words).clauses[0])]
    [('16个', '项目进展率超过80%')]
    """
    runs = _grouped(text, clause, _without_names(text, stated(text, clause)))
    for run, following in pairwise(runs):
        _share(run, following)
    speaking = [run for run in runs if not run.silent and not _is_aside(text, run)]
    return [] if _is_label(text, clause, speaking) else speaking


def stated(text: str, clause: Clause) -> list[Quantity]:
    """The numbers of a clause that are quantities: a unit, or words, say so."""
    found: list[Quantity] = []
    for quantity in clause.quantities:
        gap = text[found[-1].end : quantity.lead] if found else None
        listed = gap is not None and _JOINED.fullmatch(gap)
        if (listed and (gap or quantity.unit)) or _is_stated(text, clause, quantity):
            found.append(quantity)
    return found


def _is_stated(text: str, clause: Clause, quantity: Quantity) -> bool:
    if quantity.reached:
        return True
    spans_time = base(quantity.unit) in measures.SPANS_OF_TIME
    if not spans_time and (quantity.unit or quantity.comparator != "eq"):
        return True
    before = text[max(clause.start, quantity.lead - naming.LONGEST) : quantity.lead]
    if LEAVES.search(before):
        return True
    ends = quantity.end == clause.end or text[quantity.end] in "、和及与:"
    return ends and naming.ends_in_head(naming.clean(before))


def _without_names(text: str, found: Sequence[Quantity]) -> Sequence[Quantity]:
    """10—50万元群体、20—60万元群体比例分别达…: what is shared out has such names."""
    shared = next((n for n, q in enumerate(found) if q.shared == "each"), 0)
    stated = [q for q in found[:shared] if not _NOUN.match(text, q.end)]
    return [*stated, *found[shared:]]


def _grouped(text: str, clause: Clause, found: Sequence[Quantity]) -> list[Run]:
    """Numbers grouped into lists, each run with the words before it."""
    runs: list[Run] = []
    at = clause.start
    for quantity in found:
        gap, words = text[at : quantity.lead], text[quantity.lead : quantity.end]
        if runs and _JOINED.fullmatch(gap) and not quantity.led:
            runs[-1].quantities.append(quantity)
            runs[-1].listed |= bool(_MARKED.search(gap))
        else:
            runs.append(Run([quantity], gap, words))
        at = quantity.end
    for run in runs:
        run.quantities = _alike(run.quantities)
    if runs:
        runs[-1].right = text[at : clause.end]
    return runs


def _alike(listed: list[Quantity]) -> list[Quantity]:
    """Numbers of one list share verb and unit: 分别增长8%、9%; 3、5和8个百分点."""
    first, last = listed[0], listed[-1]
    if first is last:
        return listed
    alike = []
    for quantity in listed:
        if quantity.comparator == "eq" and first.binding:
            quantity = replace(quantity, comparator=first.binding, change=first.change)
        alike.append(replace(quantity, unit=_shared_unit(quantity.unit, last.unit)))
    return alike


def _shared_unit(unit: str, last: str) -> str:
    """2.1、3.5个百分点 share one; 2.7个、4.9个百分点 do, too."""
    half_said = unit == "个" and last.endswith("点")
    return last if half_said else unit or last


def _share(run: Run, following: Run) -> None:
    """Give the words between two runs to the one whose name they are."""
    gap = following.left
    if gap.startswith("且") and _describes(following):
        run.silent = True  # 收入60万元以上且经营收入30万元以上的村: one description
    elif opening := _JOINS_NEXT.match(gap):
        following.left = gap[opening.end() :]
    elif closing := _JOINS_LAST.search(gap):
        own = gap[: closing.start()]
        run.right, following.left = naming.shared_tail(own, following.right), ""
    elif naming.is_bare(run.left) and len(parts := naming.listed(gap)) > 1:
        run.right, following.left = parts[0], gap[len(parts[0]) + 1 :]
    else:
        _share_attached(run, following)


def _describes(run: Run) -> bool:
    """Whether the run is a threshold of those who are counted or named behind it."""
    return run.first.bounded and _HOLDER.match(run.right) is not None


def _share_attached(run: Run, following: Run) -> None:
    """Nothing parts the two: one of them may belong to the name of the other."""
    gap, bare = following.left, naming.is_bare(run.left)
    action = naming.first_action(gap)
    share = following.first.reached or following.first.unit in (*SHARES, "百分点")
    rate = following.first.bounded and share and not following.first.counts
    both = not run.first.bounded and run.first.counts and not following.first.reached
    served = run.left.endswith("为") and both and _HOLDER.match(gap)
    if both and _HOLDER.fullmatch(gap):
        run.right, following.left = gap, ""  # 26个项目4300亩用地 are two views of one
    elif served and action < 0 and not following.first.counts:
        run.right, following.left = served.group(), gap[served.end() :]
    elif bare and _SUMMED.search(gap):
        run.silent = True
    elif bare and rate:
        run.right, following.silent = gap + following.words, True
    elif _belongs(run, following) or (bare and action < 0):
        _absorb(run, following)
    elif action > 0 and run.first.counts:
        run.right, following.left = gap[:action], gap[action:]
        following.follows = True


def _belongs(run: Run, following: Run) -> bool:
    """总投资超10亿元项目20个 counts the projects; 14个事项落地率100% is one rate."""
    gap, first = following.left, run.first
    rated = naming.ends_in_head(gap) and naming.first_action(gap) < 0
    if first.bounded and _HOLDER.match(gap):
        return following.first.counts or rated
    if gap == "的":
        return following.first.counts
    return (
        rated and not first.bounded and (first.counts or first.value_high is not None)
    )


def _absorb(run: Run, following: Run) -> None:
    run.silent = True
    following.left = (run.left + run.words + following.left)[-naming.LONGEST :]


def _is_label(text: str, clause: Clause, runs: Sequence[Run]) -> bool:
    """A heading that counts what follows (15类民生实事项目) says nothing of it."""
    whole = clause.opening in ("", "(") and text[clause.end :] in ("", ")")
    return whole and all(
        run.first.counts
        and not naming.clean(run.left)
        and not any(character.isdigit() for character in run.right)
        and naming.first_action(run.words + run.right) < 0
        for run in runs
    )


def _is_aside(text: str, run: Run) -> bool:
    """A whole (37个项目中), a division (分为15类), a condition (对1万人以上的镇).

    So is what was counted before: 这5项预计10月底前完成.
    """
    bare = naming.is_bare(run.left)
    if _DIVIDED.search(run.left) or _GIVEN.match(run.left):
        return True
    if run.first.counts and _POINTS.search(run.left):
        return True
    if (bare or run.left.startswith("在")) and _AMONG.match(run.right):
        return True
    if run.right.endswith("之一"):
        return True
    end = run.quantities[-1].end
    if not run.first.bounded or _AIM.match(text, end):
        return False
    holds = not run.first.counts or run.right.startswith("的")
    held = holds and not bare and _HOLDER.match(run.right)
    described = _NOUN.match(text, end)
    told = held or (described and _CONDITION.search(run.left))
    return bool(told or _TELLS.match(run.right))
