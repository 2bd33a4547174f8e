"""The third layer: what a line of prose states, each name with what is said of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from fenghua_analysis.documents.grammar import lexicon, naming
from fenghua_analysis.documents.grammar.clauses import Clause, Line
from fenghua_analysis.documents.grammar.promises import promised
from fenghua_analysis.documents.grammar.quantities import Quantity
from fenghua_analysis.documents.grammar.runs import LEAVES, Run, read_runs
from fenghua_analysis.documents.grammar.subjects import Subjects

FEWEST = 2
"""A promise without a number counts only in a sentence that states so many numbers."""
_MOVED_ON = re.compile(rf"(?:{lexicon.any_of(lexicon.MOVED)})(?:到|至|为)")
"""Behind a number, words of a move whose end is no number: 由12.4%下降至零."""
RECENT = 20
"""Statements looked back upon, at most."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What one clause says of one indicator; offsets count the line's characters.

    Attributes
    ----------
    at : where the clause begins
    kind : baseline, delegated or qualitative where the words say so; else ""
    baseline_of : start of the statement that this one is the baseline of
    """

    name: str
    start: int
    end: int
    at: int
    sentence: int
    quantity: Quantity | None = None
    kind: str = ""
    baseline_of: int | None = None


def statements(line: Line) -> list[Statement]:
    """Everything that one line of prose states, in its order.

    Examples
    --------
    >>> from fenghua_analysis.documents.grammar.clauses import read_line
    >>> line = read_line("新增托位450个;入园率、巩固率分别达99%和98%")
    >>> [(s.name, s.quantity.value) for s in statements(line)]
    [('新增托位', 450.0), ('入园率', 99.0), ('巩固率', 98.0)]
    """
    reader = _Reader(line)
    for clause in line.clauses:
        reader.read(clause)
    return reader.found


class _Reader:
    """Reads clause after clause."""

    def __init__(self, line: Line) -> None:
        self.text = line.text
        self.found: list[Statement] = []
        self.subjects = Subjects()
        self.sentence = -1

    def read(self, clause: Clause) -> None:
        said = self.text[clause.start : clause.end]
        if clause.sentence != self.sentence:
            self.subjects.open_sentence(said)
            self.sentence = clause.sentence
            if _is_title(clause):
                self.subjects.open_item(naming.clean(said))
        if clause.quantities:
            self._read_numbers(clause)
        else:
            self.subjects.topic = naming.clean(said)
            self._read_promise(clause, said)

    def _read_numbers(self, clause: Clause) -> None:
        self.subjects.titled = clause.opening in ("(", ":")
        for run, goal in _moves(read_runs(self.text, clause)):
            if goal is None:
                self._state(run, clause)
            else:
                self._state_move(run, goal, clause)
        self.subjects.topic = ""

    def _state(self, run: Run, clause: Clause) -> None:
        left = bool(LEAVES.search(run.left) and _MOVED_ON.match(run.right))
        if left:
            run = replace(run, left=LEAVES.sub("", run.left), right="")
        said = [s.name for s in self._recent() if s.name]
        names = self.subjects.names(run, said=list(dict.fromkeys(said)))
        names = [name or naming.as_said(run.left + run.right) for name in names]
        if len(run.quantities) == 1:
            pairs = [(name, run.first) for name in names]
        else:
            last = names[-1:] * (len(run.quantities) - len(names))
            pairs = list(zip([*names, *last], run.quantities, strict=False))
        for name, quantity in pairs:
            self._add(name, quantity, clause, left=left)
        self.subjects.remember(run, names)

    def _state_move(self, run: Run, goal: Run, clause: Clause) -> None:
        """由4.8提高到7: the level left is the baseline of the level reached."""
        name = naming.clean(LEAVES.sub("", run.left)) or self.subjects.inherited()
        last = goal.quantities[-1]
        for left, reached in zip_longest(run.quantities, goal.quantities):
            if left is not None:
                self._add(name, left, clause, baseline_of=(reached or last).start)
        for reached in goal.quantities:
            self._add(name, reached, clause)
        self.subjects.remember(goal, [name])

    def _add(
        self,
        name: str,
        quantity: Quantity,
        clause: Clause,
        *,
        left: bool = False,
        baseline_of: int | None = None,
    ) -> None:
        statement = Statement(
            name=name + "比" if name.endswith("占") else name,
            start=quantity.start,
            end=quantity.end,
            at=clause.start,
            sentence=clause.sentence,
            quantity=quantity,
            kind="baseline" if left or baseline_of is not None else "",
            baseline_of=baseline_of,
        )
        self.found.append(statement)

    def _read_promise(self, clause: Clause, said: str) -> None:
        """A promise in words; among numbers only, or any text would be full of them."""
        promise = promised(said)
        if promise is None:
            return
        kind, length = promise
        name = naming.clean(said[:-length])
        among = len(self._recent()) >= FEWEST and naming.can_improve(name)
        if name and (kind == "delegated" or among):
            start = clause.end - length
            self.found.append(
                Statement(
                    name, start, clause.end, clause.start, clause.sentence, kind=kind
                )
            )

    def _recent(self) -> list[Statement]:
        """The last statements of this sentence."""
        return [s for s in self.found[-RECENT:] if s.sentence == self.sentence]


def _is_title(clause: Clause) -> bool:
    """2.适龄妇女免费检查。 is the name of what the item plans or reports."""
    alone = clause.opening == "list" and clause.closing in ("。", ":")
    return alone and not clause.quantities


def _moves(runs: Sequence[Run]) -> Iterator[tuple[Run, Run | None]]:
    """Each run, together with the next where the two are the ends of one move."""
    waiting = iter([*runs, None])
    run = next(waiting)
    while run is not None:
        following = next(waiting)
        if following is not None and LEAVES.search(run.left) and _is_goal(following):
            yield run, following
            run = next(waiting)
        else:
            yield run, None
            run = following


def _is_goal(run: Run) -> bool:
    """提高到7; after 由4.8 also plain 达到7, 到7, 调整为7."""
    words = naming.clean(run.left)
    reached = run.first.reached and not words
    turned = words in lexicon.TURNS or words in ("到", "至")
    return bool(run.first.moved) or reached or turned
