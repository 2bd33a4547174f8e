"""What was found in a document, as plain tables for scripts.

Cells are texts: numbers without thousands separators, noise or a trailing “.0”, nothing
where nothing is stated. Line breaks inside quotes stay, so that `text[start:end]` is
the quote that a script reads back.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from decimal import Decimal
from typing import Any

from fenghua_analysis.documents import COLUMNS, WorkItem
from fenghua_analysis.documents.departments import JOIN
from fenghua_analysis.review.found import Found

Row = Sequence[Any]

_LISTED = "；"


@dataclass(frozen=True)
class Listing:
    """A table of one kind of thing that a document holds."""

    columns: Sequence[str]
    rows: Callable[[Found], Iterable[Row]]


def csv_of(found: Found, what: str) -> str:
    """The table `what` of `LISTINGS` as comma-separated text, a heading first."""
    listing = LISTINGS[what]
    rows = (listing.columns, *listing.rows(found))
    return "".join(",".join(map(_quoted, row)) + "\n" for row in rows)


def _quoted(cell: Any) -> str:
    """A cell between commas; unlike `csv`, it quotes a lone carriage return as well."""
    text = plain(cell)
    if any(mark in text for mark in ',"\r\n'):
        return '"' + text.replace('"', '""') + '"'
    return text


def plain(cell: Any) -> str:
    """A cell as text.

    Examples
    --------
    >>> plain(80.0), plain(0.1 + 0.2), plain(1.4e12), plain(None), plain("ge")
    ('80', '0.3', '1400000000000', '', 'ge')
    """
    if cell is None:
        return ""
    if isinstance(cell, float):
        return format(Decimal(f"{cell:.15g}"), "f")
    return str(cell)


def one_line(text: str) -> str:
    """A text without the spaces and line breaks that the layout put into it.

    Examples
    --------
    >>> one_line("12.7\\n万人次")
    '12.7万人次'
    """
    return "".join(text.split())


def _facts(found: Found) -> Iterator[Row]:
    return (astuple(fact) for fact in found.facts)


def _work_items(found: Found) -> Iterator[Row]:
    for item in found.items:
        goals = (f"{goal.indicator} {one_line(goal.quote)}" for goal in item.goals)
        steps = (f"{step.timing} {one_line(step.label)}" for step in item.milestones)
        yield (
            *_of(item),
            item.section_count,
            JOIN.join(item.departments),
            JOIN.join(item.stated_departments),
            _LISTED.join(goals),
            _LISTED.join(steps),
            item.start,
            item.end,
        )


def _milestones(found: Found) -> Iterator[Row]:
    for item in found.items:
        for number, step in enumerate(item.milestones, start=1):
            dates = (step.first, step.last, step.timing)
            yield (*_of(item), number, *dates, step.label, step.start, step.end)


def _of(item: WorkItem) -> Row:
    return item.list_title, item.section, item.number, item.name


def _opinions(found: Found) -> Iterator[Row]:
    return (astuple(opinion) for opinion in found.opinions)


def _unparsed(found: Found) -> Iterator[Row]:
    return ((u.quote, u.start, u.end, u.reason, u.why()) for u in found.unread)


_ITEM = ("list", "section", "number", "name")

LISTINGS: Mapping[str, Listing] = {
    "facts": Listing(COLUMNS, _facts),
    "work-items": Listing(
        (
            *(*_ITEM, "section_count", "departments", "stated_departments"),
            *("goals", "milestones", "start", "end"),
        ),
        _work_items,
    ),
    "milestones": Listing(
        (
            *_ITEM,
            "step",
            "first_month",
            "last_month",
            "timing",
            "label",
            "start",
            "end",
        ),
        _milestones,
    ),
    "opinions": Listing(
        ("report", "title", "number", "heading", "points", "start", "end"), _opinions
    ),
    "unparsed": Listing(("quote", "start", "end", "reason", "why"), _unparsed),
}
"""What `fenghua extract --what` may ask for, the text itself apart."""
