"""Prose → facts: each statement with its year, kind, region, department and section."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter, itemgetter

from fenghua_analysis.documents import departments, tenses
from fenghua_analysis.documents.context import Setting
from fenghua_analysis.documents.facts import Fact
from fenghua_analysis.documents.grammar.clauses import Line
from fenghua_analysis.documents.grammar.dating import Calendar
from fenghua_analysis.documents.grammar.quantities import SHARES
from fenghua_analysis.documents.grammar.statements import Statement, statements
from fenghua_analysis.documents.passages import Passage

CORE = "★"
REACH = 400
"""Characters of a sentence, before a number, in which its date and its verb stand."""
_YEAR_BEHIND = re.compile(r"(?:\d{1,4}[\u4e00-\u9fff]{1,3})?(?P<year>20\d{2})年度")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph with all that its statements inherit.

    Attributes
    ----------
    departments : who answers for it, where no bracket in the paragraph says so
    """

    passage: Passage
    setting: Setting
    section: str = ""
    departments: Sequence[str] = ()


def prose_facts(stretch: Stretch, *, line: Line, text: str) -> Iterator[Fact]:
    """The facts that one paragraph states.

    Parameters
    ----------
    line : the paragraph, read up to its clauses
    text : the whole document, from which quotes are taken

    Examples
    --------
    >>> from fenghua_analysis.documents.grammar.clauses import read_line
    >>> words = "到2025年,新增托位450个(责任单位:区教育局)。"
    >>> stretch = Stretch(Passage(words, range(len(words))), Setting(year="2023"))
    >>> fact = next(prose_facts(stretch, line=read_line(words), text=words))
    >>> fact.indicator, fact.value, fact.year, fact.department
    ('新增托位', 450.0, '2025', '区教育局')
    """
    starts = _starts(line)
    setting = stretch.setting
    openings = _openings(line, setting.calendar)
    for statement in statements(line):
        start = starts[statement.sentence]
        before = line.text[max(start, statement.start - REACH) : statement.start]
        leading = _opened(openings, start)
        period = _own_period(statement, before, line=line, setting=setting)
        period = period or tenses.period_of(before, setting=setting, leading=leading)
        share = statement.quantity is not None and statement.quantity.unit in SHARES
        told = tenses.kind_of(before, period, setting=setting, share=share)
        if statement.kind == "qualitative" and told != "target":
            continue  # 质量持续改善 in a review is praise, not a promise
        kind = statement.kind or told
        if told == "target":
            period = tenses.aimed(period, before, setting=setting)
        yield _fact(statement, stretch, line=line, text=text, period=period, kind=kind)


def _starts(line: Line) -> dict[int, int]:
    """Where each sentence begins; 其中 goes on with the sentence before."""
    starts: dict[int, int] = {}
    for clause in line.clauses:
        if clause.sentence not in starts:
            goes_on = line.text.startswith("其中", clause.start)
            before = starts.get(clause.sentence - 1, clause.start)
            starts[clause.sentence] = before if goes_on else clause.start
    return starts


def _own_period(
    statement: Statement, before: str, *, line: Line, setting: Setting
) -> str:
    """A date that is of this number alone, if there is one.

    37项2024年度项目 has it behind the number, 提高到2025年的7 between verb and number;
    the level that a move leaves, 由2020年的4.8, has it where others have their basis.
    """
    behind = _YEAR_BEHIND.match(line.text[statement.end : statement.end + REACH])
    if behind:
        return behind["year"]
    if statement.kind == "baseline":
        return setting.calendar.left_period(before)
    number = statement.quantity.number if statement.quantity else statement.start
    return setting.calendar.last_period(line.text[statement.start : number])


def _openings(line: Line, calendar: Calendar) -> list[tuple[int, str]]:
    """Dates that open a sentence (到2025年,…), each with its place."""
    found, sentence = [], -1
    for clause in line.clauses:
        if clause.sentence != sentence:
            period = calendar.opening(line.text[clause.start : clause.end])
            found += [(clause.start, period)] if period else []
            sentence = clause.sentence
    return found


def _opened(openings: Sequence[tuple[int, str]], at: int) -> str:
    """The last opening date up to a place."""
    passed = bisect_right(openings, at, key=itemgetter(0))
    return openings[passed - 1][1] if passed else ""


def _fact(
    statement: Statement,
    stretch: Stretch,
    *,
    line: Line,
    text: str,
    period: str,
    kind: str,
) -> Fact:
    quantity = statement.quantity
    start, end = stretch.passage.span(statement.start, statement.end)
    of = statement.baseline_of
    return Fact(
        indicator=statement.name.removeprefix(CORE),
        value=quantity.value if quantity else None,
        value_high=quantity.value_high if quantity else None,
        comparator=quantity.comparator if quantity else "",
        unit=quantity.unit if quantity else "",
        year=period,
        region=stretch.setting.region,
        kind=kind,
        department=departments.JOIN.join(
            _credited(statement, line) or stretch.departments
        ),
        core=int(CORE in line.text[statement.at : statement.start]),
        quote=text[start:end],
        start=start,
        end=end,
        change=quantity.change if quantity else "",
        baseline_of=None if of is None else stretch.passage.span(of, of + 1)[0],
        section=stretch.section,
    )


def _credited(statement: Statement, line: Line) -> tuple[str, ...]:
    """The first bracket of departments behind the statement."""
    first = bisect_left(line.credits, statement.end, key=attrgetter("start"))
    behind = line.credits[first : first + 1]
    return behind[0].departments if behind else ()
