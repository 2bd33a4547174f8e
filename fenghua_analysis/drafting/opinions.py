"""Deliberation opinions → rows of opinions."""

import re

from fenghua_analysis.documents import Document, extract_opinions
from fenghua_analysis.drafting.reading import Row

_NUMBERING = re.compile(r"[)）]")


def opinions(document: Document) -> list[Row]:
    """A row each numbered opinion, its heading in the document's own characters."""
    rows = []
    for opinion in extract_opinions(document):
        number = _NUMBERING.search(document.text, opinion.start)
        place = number.end() if number else opinion.start
        printed = "".join(document.text[place : opinion.end].split())
        rows.append(
            {
                "report": opinion.report,
                "report_zh": opinion.title,
                "number": opinion.number,
                "heading_zh": printed[: len(opinion.heading)],
                "points": opinion.points,
                "offset": place,
            }
        )
    return rows
