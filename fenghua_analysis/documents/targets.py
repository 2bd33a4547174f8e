"""Prose → facts: each statement with its year, kind, region, department and section."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter, itemgetter

from fenghua_analysis.documents import context, departments
from fenghua_analysis.documents.context import Setting
from fenghua_analysis.documents.facts import Fact
from fenghua_analysis.documents.grammar.clauses import Line
from fenghua_analysis.documents.grammar.dating import Calendar
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
    starts = {clause.sentence: clause.start for clause in reversed(line.clauses)}
    openings = _openings(line, stretch.setting.calendar)
    for statement in statements(line):
        start = starts[statement.sentence]
        before = line.text[max(start, statement.start - REACH) : statement.start]
        period = _counted_in(
            line.text[statement.end : statement.end + REACH]
        ) or context.period_of(
            before, setting=stretch.setting, leading=_opened(openings, start)
        )
        told = context.kind_of(before, period, setting=stretch.setting)
        if statement.kind == "qualitative" and told != "target":
            continue  # 质量持续改善 in a review is praise, not a promise
        kind = statement.kind or told
        yield _fact(statement, stretch, line=line, text=text, period=period, kind=kind)


def _counted_in(words: str) -> str:
    """37项2024年度项目: the year of what is counted stands behind the number."""
    behind = _YEAR_BEHIND.match(words)
    return behind["year"] if behind else ""


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
