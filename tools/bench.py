"""Speed, as ratios within one run: machines differ and are noisy, ratios less so.

Run it as ``make bench`` or ``python tools/bench.py [SECTION ...]``. Each section prints
what it measures; times are processor time, the median of a few repetitions.
"""

import re
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
PLACES = (ROOT.parent / "shared" / "sources", ROOT / "tests" / "documents" / "unseen")
REPEATED = 5
HARD = {
    "digits": "1",
    "commas": ",",
    "opening brackets": "(",
    "list marks": "、",
    "分别达": "分别达",
    "short lines": "甲乙\n",
    "bare numbers, one a line": "地区\n5\n",
    "one endless sentence": "新增托位450个,",
    "rows of cells": "甲\t5\t6\n",
}
LONG = 50_000
"""Characters of a hard text; the longer one has four times as many."""


def documents() -> None:
    """Extraction: growth with the length of a text, and time against a fixed loop."""
    from fenghua_analysis.documents import Document, extract

    def read(text: str) -> object:
        return extract(Document(text))

    path, text = _longest()
    once = _seconds(partial(read, text))
    four = _seconds(partial(read, text * 4))
    print(f"longest document: {path.name}, {len(text):,} characters")
    print(
        f"  extract, once        {once:6.2f} s = {once / _reference():.2f} × reference"
    )
    print(f"  extract, four times  {four / once:6.2f} × once")
    for name, shape in HARD.items():
        short, longer = (shape * (n // len(shape)) for n in (LONG, 4 * LONG))
        brief, whole = (_seconds(partial(read, t), repeated=1) for t in (short, longer))
        speed = len(longer) / whole / 1e6
        print(f"  {name:24} {whole / brief:6.2f} × for 4 ×, {speed:.2f} M characters/s")


def _longest() -> tuple[Path, str]:
    """The longest text at hand: of the shared documents, or else of the tests."""
    folder = next(place for place in PLACES if place.is_dir())
    texts = {path: path.read_text(encoding="utf-8") for path in folder.glob("*.txt")}
    return max(texts.items(), key=lambda held: len(held[1]))


def _reference() -> float:
    """Seconds of a fixed piece of work of the same kind: searching and counting."""
    text, sign = "新增托位450个,增长8%。" * 20_000, re.compile(r"\d+|[%个]")
    return _seconds(lambda: sum(len(found.group()) for found in sign.finditer(text)))


def _seconds(work: Callable[[], object], *, repeated: int = REPEATED) -> float:
    work()
    times = []
    for _ in range(repeated):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return median(times)


SECTIONS: dict[str, Callable[[], None]] = {"documents": documents}


if __name__ == "__main__":
    for name in sys.argv[1:] or SECTIONS:
        SECTIONS[name]()
