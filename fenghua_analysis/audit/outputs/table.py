"""Findings as comma-separated text: one row a finding, its first place in columns."""

import csv
import io
import re
from collections.abc import Iterable, Iterator

from fenghua_analysis.audit import Finding, Place
from fenghua_analysis.documents.departments import JOIN

COLUMNS = (
    *("kind", "severity", "sentence", "documents", "start", "end", "quote"),
    "places",
)
_CODED = re.compile(r"(?P<document>.+)\[(?P<start>\d+):(?P<end>\d+)\] (?P<quote>.*)")


def csv_of(findings: Iterable[Finding]) -> str:
    """The findings with a heading; `places` holds every place on a line of its own.

    A place is written ``document[start:end] quote``, quotes without line breaks:
    readable in a cell, and `places_of` reads them back.
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_row(finding) for finding in findings)
    return written.getvalue()


def documents_of(finding: Finding) -> str:
    """The documents on which a finding rests, the first one first."""
    return JOIN.join(dict.fromkeys(place.document for place in finding.places))


def quote_of(place: Place) -> str:
    """The words of a place without the line breaks and spaces of the layout."""
    return "".join(place.quote.split())


def places_of(cell: str) -> Iterator[Place]:
    """The places that a cell of the column `places` holds.

    Examples
    --------
    >>> [place.start for place in places_of("plan.txt[4:8] 450个")]
    [4]
    """
    for line in cell.splitlines():
        if found := _CODED.fullmatch(line):
            span = int(found["start"]), int(found["end"])
            yield Place(found["document"], *span, found["quote"])


def _row(finding: Finding) -> tuple[str | int, ...]:
    first = finding.places[0]
    return (
        finding.kind,
        finding.severity,
        finding.sentence(),
        documents_of(finding),
        first.start,
        first.end,
        first.quote,
        "\n".join(map(_coded, finding.places)),
    )


def _coded(place: Place) -> str:
    return f"{place.document}[{place.start}:{place.end}] {quote_of(place)}"
