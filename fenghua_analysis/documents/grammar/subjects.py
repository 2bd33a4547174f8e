"""What a line is talking of: names reach beyond the clause that they stand in.

增长5% is said of what came before, 分别达 shares a list of names among as many numbers,
其中已竣工4家 is a part of the whole named last.
"""

import re
from dataclasses import dataclass, field

from fenghua_analysis.documents.grammar import naming
from fenghua_analysis.documents.grammar.lexicon import EMPTY, words
from fenghua_analysis.documents.grammar.runs import Run

_PART = re.compile(r"[,、;:]?其中")
# They say how a number binds, not what it is a number of: 城镇新增就业(目标5万人).
_KINDS = frozenset(
    words(
        "目标 目标值 任务 任务数 计划 计划数 年度目标 年度任务 年度计划 实际 "
        "实际完成 完成"
    )
)
_TOTALS = frozenset(words("总数 总量 数量 规模 总规模"))
LONGEST_TOPIC = 20
LONGEST_PART = 6


@dataclass
class Subjects:
    """The names that a reader of a line has in mind.

    Attributes
    ----------
    subject : the last name that can stand alone
    last : the last name of all
    topic : the words of the clause before, if it held no number
    titled : the topic stands before a colon or a bracket, and so is a name
    near : the subject was named in this sentence
    listed : the last names that shared their numbers
    waiting : names of such a list whose numbers are still to come
    title : of the numbered item that the line, or this part of it, is
    """

    subject: str = ""
    last: str = ""
    topic: str = ""
    titled: bool = False
    near: bool = False
    listed: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    title: str = ""

    def open_sentence(self, opening: str) -> None:
        """A new sentence begins; only 其中 goes on with the subject of the last."""
        self.near = _PART.match(opening) is not None
        self.waiting = []
        if not self.near:
            self.listed = []

    def open_item(self, title: str) -> None:
        """A numbered item begins; what it says of nothing else it says of its title."""
        self.title, self.subject, self.last = title, "", ""

    def remember(self, run: Run, names: list[str]) -> None:
        """What the next numbers may be said of."""
        if len(names) > 1:
            self.listed = names
        self.last = names[-1]
        if not run.first.change and not _leans(run):
            self.subject, self.near = names[-1], True

    def names(self, run: Run, *, said: list[str]) -> list[str]:
        """One name a number, or several for a number that several share.

        Parameters
        ----------
        said : names of the sentence so far
        """
        left, right = _left(run), naming.counted(run.right)
        if not left and not right and self.waiting:
            return [self.waiting.pop(0)]
        if (run.each or run.listed) and not right and _depends(left):
            shared = self._shared(len(run.quantities), said)
            if shared:
                return [naming.attached(name, left) for name in shared]
        names = self._spelled_out(run, left, right) or [self._name(run, left, right)]
        if run.each and len(run.quantities) == 1:
            names, self.waiting = names[:1], names[1:]
        return names

    def inherited(self) -> str:
        """The name for a number that has none."""
        named = self.titled or naming.ends_in_head(self.topic)
        return self.topic if self.topic and named else self.last or self.title

    def _spelled_out(self, run: Run, left: str, right: str) -> list[str]:
        if right and naming.is_bare(left):
            return []
        shares = run.each or run.listed or run.first.shared == "all"
        if shares or naming.lists_measures(left):
            return naming.spelled_out(left, count=len(run.quantities))
        return []

    def _shared(self, count: int, said: list[str]) -> list[str]:
        """Names for numbers shared out without any: 分别增长5%和6%."""
        if len(self.listed) == count:
            return self.listed
        return said[-count:] if 1 < count <= len(said) else []

    def _name(self, run: Run, left: str, right: str) -> str:
        if right and naming.is_bare(left):
            return naming.whole(left, right)
        if left in _KINDS and self.topic:
            return self.topic
        if not left or left in _KINDS:
            return right or self.inherited()
        if run.follows:
            return naming.attached(self.subject, left)
        counted = run.first.counts or not run.first.reached
        if right and counted and not naming.ends_in_head(left):
            return naming.whole(left, right)
        if naming.is_ratio(left):
            return naming.attached(self.inherited(), left)
        if naming.is_dependent(left):
            return naming.attached(self._whole_of(left), left)
        return f"{self.subject}({left})" if _leans(run) else left

    def _whole_of(self, name: str) -> str:
        """What a dependent name depends on; 总数 may be of what is just talked of."""
        if self.topic and name in _TOTALS and len(self.topic) <= LONGEST_TOPIC:
            return self.topic
        return self.subject if self.near else "" if self.subject else self.title


def _left(run: Run) -> str:
    left = naming.clean(run.left)
    return left.removesuffix("占") if run.first.counts else left


def _depends(name: str) -> bool:
    return not name or naming.is_dependent(name)


def _leans(run: Run) -> bool:
    """Whether a run speaks of a part of the subject, which therefore stays."""
    left = naming.clean(run.left)
    part = _PART.match(run.left) is not None and not naming.ends_in_head(left)
    if not left or left in EMPTY:
        return not run.right
    return (part and len(left) <= LONGEST_PART) or naming.is_dependent(left)
