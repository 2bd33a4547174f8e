"""Documents in the manner of other places, written for these tests, labelled by hand.

Each is a text with a table of labels beside it. A label's quote is looked for behind
the quote of the label before it, so the table lists them in the order of the text. If
two facts share a number (入园率、巩固率均达99%), the second label is noted as shared.
"""

import csv
from pathlib import Path

from fenghua_analysis.documents import Document
from tests.documents.scoring import Label

FOLDER = Path(__file__).parent / "unseen"
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.csv")))


def document(name: str) -> Document:
    """One of the texts."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return Document(text, name=f"{name}.txt")


def labels(name: str) -> list[Label]:
    """The labels of one text, each with its offset."""
    text, at, found = document(name).text, 0, []
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            if row["note"] != "shared":
                at = text.index(row["after"], at) + len(row["after"])
                at = text.index(row["quote"], at) + 1
            found.append({**row, "offset": str(at - 1)})
    return found
