"""What a review workbook is filled with before anybody has decided on anything.

Every cell holds a code or a plain value; the workbook turns codes into words. Where the
registry holds the document already, its reviewer's corrections and remarks stand in the
rows, so that accepting everything gives what stands.
"""

from collections.abc import Iterator, Mapping

from fenghua_analysis.documents import Fact, extract_opinions
from fenghua_analysis.documents.departments import JOIN
from fenghua_analysis.drafting import (
    READ,
    REVIEWER,
    Reading,
    draft_opinions,
    drafted,
    framed,
    unplaced,
    with_reviewed,
)
from fenghua_analysis.drafting.corrections import reviewed
from fenghua_analysis.drafting.lists import list_of
from fenghua_analysis.drafting.placing import TARGETS, tables
from fenghua_analysis.registry import Registry
from fenghua_analysis.review import layout
from fenghua_analysis.review.layout import NEW, NONE, REJECT, Row
from fenghua_analysis.review.tables import one_line
from fenghua_analysis.review.unknown import (
    new_areas,
    new_departments,
    new_indicators,
)
from fenghua_analysis.table import OPINIONS

Remarks = Mapping[Fact | int, Row]
"""A fact, or where an item begins → what reviewers have added to its row."""

_BEFORE, _AFTER = 36, 14
"""Characters of the text that are shown around a number."""


def proposed(reading: Reading, registry: Registry) -> dict[str, list[Row]]:
    """The rows of each sheet, by its name.

    Parameters
    ----------
    reading : with the corrections that the registry holds, or without any
    """
    facts = list(_facts(reading, _remarks(reading, registry)))
    return {
        layout.FACTS.name: facts,
        layout.INDICATORS.name: list(new_indicators(facts, reading, registry)),
        layout.ITEMS.name: list(_items(reading, _remarks(reading, registry))),
        layout.MILESTONES.name: list(_milestones(reading)),
        layout.OPINIONS.name: list(_opinions(reading, registry)),
        layout.AREAS.name: list(new_areas(reading)),
        layout.DEPARTMENTS.name: list(new_departments(reading, registry)),
        layout.UNREAD.name: list(_unread(reading)),
    }


def context(text: str, start: int, end: int) -> str:
    """A number marked in the words around it.

    Examples
    --------
    >>> context("到年底，新增托位450个，完成改建。", 8, 12)
    '到年底，新增托位【450个】，完成改建。'
    """
    before = " ".join(text[max(0, start - _BEFORE) : start].split())
    after = " ".join(text[end : end + _AFTER].split())
    return f"{before}【{one_line(text[start:end])}】{after}"


def _remarks(reading: Reading, registry: Registry) -> Remarks:
    """What reviewers have added in the registry to the rows of this document."""
    remarks: dict[Fact | int, Row] = {}
    for declared, rows in drafted(reading).items():
        added = list(REVIEWER.get(declared.name, ()))
        if rows and added:
            held = registry.tables[declared.name]
            frame = with_reviewed(framed(rows, declared, reading), held, declared)
            for row, told in zip(rows, frame[added].to_dict("records"), strict=True):
                record = row[READ]
                remarks[record if isinstance(record, Fact) else record.start] = told
    return remarks


def _facts(reading: Reading, remarks: Remarks) -> Iterator[Row]:
    facts = reading.machine.facts
    kept = reviewed(facts, reading.corrections_of("fact"))
    chosen = tables(reading)
    unknown = set(unplaced(reading))
    for number, (read, shown) in enumerate(zip(facts, kept, strict=True), start=1):
        fact = shown or read
        table = TARGETS if fact in unknown else chosen.get(fact, "")
        indicator = NEW if fact in unknown else reading.indicator(fact)
        yield {
            "row": number,
            "verdict": "" if shown else REJECT,
            "context": context(reading.document.text, fact.start, fact.end),
            "section": fact.section,
            "table": table or NONE,
            "indicator": indicator,
            "area": reading.area_of(fact),
            "offset": fact.start,
            "reason": _reason(read.start, reading),
            **stated(fact, reading),
            **remarks.get(fact, {}),
        }


def stated(fact: Fact, reading: Reading) -> Row:
    """The fields of a fact as its row shows them."""
    return {
        "name": one_line(fact.indicator),
        "comparator": fact.comparator,
        "value": fact.value,
        "value_high": fact.value_high,
        "unit": one_line(fact.unit),
        "year": fact.year,
        "region": reading.vocabulary.regions.get(fact.region, fact.region),
        "kind": fact.kind,
        "change": fact.change,
        "core": str(fact.core),
        "department": fact.department,
    }


def _reason(offset: int, reading: Reading) -> str:
    """Why a reviewer changed what stands at a place, in the registry's words."""
    rows = reading.corrections[reading.corrections.offset == offset]
    return "；".join(dict.fromkeys(rows.reason_zh))


def _items(reading: Reading, remarks: Remarks) -> Iterator[Row]:
    items = reading.machine.items
    kept = reviewed(items, reading.corrections_of("item"))
    for number, (read, shown) in enumerate(zip(items, kept, strict=True), start=1):
        item = shown or read
        yield {
            "row": number,
            "verdict": "" if shown else REJECT,
            "list_title": item.list_title,
            "section": item.section,
            "list": list_of(item, reading),
            "number": item.number,
            "item": item.name,
            "departments": JOIN.join(item.departments),
            "stated": JOIN.join(item.stated_departments),
            "offset": item.start,
            "reason": _reason(read.start, reading),
            **remarks.get(item.start, {}),
        }


def _milestones(reading: Reading) -> Iterator[Row]:
    placed = [(item, s) for item in reading.machine.items for s in item.milestones]
    kept = reviewed([step for _, step in placed], reading.corrections_of("milestone"))
    for number, ((item, read), shown) in enumerate(
        zip(placed, kept, strict=True), start=1
    ):
        step = shown or read
        yield {
            "row": number,
            "verdict": "" if shown else REJECT,
            "number": item.number,
            "item": item.name,
            "timing": step.timing,
            "label": read.label,
            "first": step.first,
            "last": step.last,
            "offset": step.start,
            "reason": _reason(read.start, reading),
        }


def _opinions(reading: Reading, registry: Registry) -> Iterator[Row]:
    document = reading.document
    if not extract_opinions(document):
        return
    rows = draft_opinions(document, source=reading.source, region=reading.plan.region)
    held = with_reviewed(rows, registry.opinions, OPINIONS)
    for number, row in enumerate(held.to_dict("records"), start=1):
        yield {
            "row": number,
            "verdict": "",
            "report": row["report"],
            "title": row["report_zh"],
            "title_en": row["report_en"],
            "number": row["number"],
            "heading": row["heading_zh"],
            "heading_en": row["heading_en"],
            "points": row["points"],
            "departments": row["departments"],
            "offset": row["offset"],
        }


def _unread(reading: Reading) -> Iterator[Row]:
    for one in reading.machine.unread:
        yield {
            "context": context(reading.document.text, one.start, one.end),
            "quote": one.quote,
            "why": one.why(),
            "offset": one.start,
        }
