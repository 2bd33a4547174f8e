"""The third layer: what a line of prose states, each name with what is said of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fenghua_analysis.documents.grammar import naming
from fenghua_analysis.documents.grammar.clauses import Clause, Line
from fenghua_analysis.documents.grammar.promises import promised
from fenghua_analysis.documents.grammar.quantities import Quantity
from fenghua_analysis.documents.grammar.runs import LEAVES, Run, read_runs
from fenghua_analysis.documents.grammar.subjects import Subjects

FEWEST = 2
"""A promise without a number counts only in a sentence that states so many numbers."""
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
        said = [s.name for s in self._recent() if s.name]
        names = self.subjects.names(run, said=list(dict.fromkeys(said)))
        if len(run.quantities) == 1:
            pairs = [(name, run.first) for name in names]
        else:
            last = names[-1:] * (len(run.quantities) - len(names))
            pairs = list(zip([*names, *last], run.quantities, strict=False))
        for name, quantity in pairs:
            self._add(name, quantity, clause)
        self.subjects.remember(run, names)

    def _state_move(self, run: Run, goal: Run, clause: Clause) -> None:
        """由4.8提高到7: the level left is the baseline of the level reached."""
        name = naming.clean(LEAVES.sub("", run.left)) or self.subjects.inherited()
        self._add(name, run.first, clause, baseline_of=goal.first.start)
        self._add(name, goal.first, clause)
        self.subjects.remember(goal, [name])

    def _add(
        self,
        name: str,
        quantity: Quantity,
        clause: Clause,
        *,
        baseline_of: int | None = None,
    ) -> None:
        statement = Statement(
            name=name + "比" if name.endswith("占") else name,
            start=quantity.start,
            end=quantity.end,
            at=clause.start,
            sentence=clause.sentence,
            quantity=quantity,
            kind="" if baseline_of is None else "baseline",
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
    return bool(run.first.moved) or run.left.strip() in ("到", "至")
