"""A document as a page: every fact marked in place, and its row beside it.

The page is one file, needs no network, and is read without a script; the script only
filters, and shows which mark and which row belong together.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from fenghua_analysis.documents import Fact, WorkItem
from fenghua_analysis.documents.departments import JOIN
from fenghua_analysis.pages import render
from fenghua_analysis.report.web_font import font_rule
from fenghua_analysis.review.found import Found
from fenghua_analysis.review.marks import Mark, Piece, lines
from fenghua_analysis.review.tables import one_line, plain
from fenghua_analysis.wording import say

_HEADINGS = ("name", "value", "year", "department", "kind")
UNREAD, OPINION = "unread", "opinion"
_CONTROLS = {code: "\ufffd" for code in range(32) if chr(code) not in "\t\r\n"}
_FONT = "/* the font of this page */"
_ARROWS = {"up": "↑", "down": "↓"}


@dataclass(frozen=True)
class Entry:
    """A row beside the text: what stands at a mark."""

    mark: Mark
    name: str
    value: str = ""
    year: str = ""
    department: str = ""
    core: int = 0

    @property
    def label(self) -> str:
        """What kind of thing it is, in words."""
        return say(f"review.kind.{self.mark.kind}")


@dataclass
class Block:
    """Lines with the rows of what is marked in them; without rows, many lines."""

    lines: list[list[Piece]] = field(default_factory=list)
    rows: list[Entry] = field(default_factory=list)


def page(found: Found) -> str:
    """The page of one document, in the language of the run."""
    rows = {row.mark.number: row for row in _rows(found)}
    marks = [row.mark for row in rows.values()]
    counts = Counter(mark.kind for mark in marks)
    html = render(
        "document.html",
        font=_FONT,
        title=found.title or found.document.name,
        name=found.document.name,
        blocks=list(_blocks(lines(found.document.text, marks), rows)),
        headings=[say(f"review.column.{name}") for name in _HEADINGS],
        legend=[(kind, say(f"review.kind.{kind}"), counts[kind]) for kind in counts],
        items=[_item(item) for item in found.items],
    )
    html = html.translate(_CONTROLS)
    return html.replace(_FONT, font_rule(html), 1)


def stated(fact: Fact) -> str:
    """What a fact says, as a reader sees it.

    Examples
    --------
    >>> rest = ("2024", "", "target", "", 0, "", 0, 0)
    >>> stated(Fact("占比", 60.0, 65.0, "eq", "%", *rest))
    '60–65%'
    >>> stated(Fact("能耗", 3.0, None, "growth", "%", *rest, change="down"))
    '↓3%'
    """
    if fact.value is None:
        return one_line(fact.quote)
    is_plain = fact.comparator in ("", "eq", "growth")
    sign = "" if is_plain else say(f"comparator.{fact.comparator}")
    arrow = _ARROWS.get(fact.change, "")
    high = "" if fact.value_high is None else f"–{plain(fact.value_high)}"
    return f"{arrow}{sign}{plain(fact.value)}{high}{one_line(fact.unit)}"


def _rows(found: Found) -> Iterator[Entry]:
    """A row a fact, then what was not understood, then the opinions of a congress."""
    for number, fact in enumerate(found.facts, start=1):
        mark = Mark(number, fact.start, fact.end, fact.kind)
        rest = (fact.year, fact.department, fact.core)
        yield Entry(mark, one_line(fact.indicator), stated(fact), *rest)
    told = [(UNREAD, u.start, u.end, u.why()) for u in found.unread]
    told += [(OPINION, o.start, o.end, o.heading) for o in found.opinions]
    first = len(found.facts) + 1
    for number, (kind, start, end, words) in enumerate(told, start=first):
        yield Entry(Mark(number, start, end, kind), words)


def _blocks(found: Iterator[list[Piece]], rows: Mapping[int, Entry]) -> Iterator[Block]:
    """Every line with marks on its own, the lines between them together."""
    plain_lines = Block()
    for line in found:
        begins = [mark for piece in line for mark in piece.begins]
        if not any(piece.marks for piece in line):
            if any(piece.text.strip() for piece in line):
                plain_lines.lines.append(line)
            continue
        if plain_lines.lines:
            yield plain_lines
            plain_lines = Block()
        yield Block([line], [rows[mark.number] for mark in begins])
    if plain_lines.lines:
        yield plain_lines


def _item(item: WorkItem) -> dict[str, Any]:
    return {
        "number": item.number,
        "list": item.list_title,
        "name": item.name,
        "department": JOIN.join(item.departments),
        "steps": [(step.timing, one_line(step.label)) for step in item.milestones],
    }
