"""Rules on words: schedules, dates, names, parts and repetitions.

`completion` and `schedules` hold a work item's target cell against its schedule;
`dates`, `titles` and `making` what is dated and issued; `twins`, `names`, `spellings`
and `bodies` how things are written; `parts` what is announced or broken off;
`duplicates` what stands twice.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from fenghua_analysis.audit.evidence import Evidence
from fenghua_analysis.audit.findings import Finding, Place
from fenghua_analysis.audit.words.bodies import bodies
from fenghua_analysis.audit.words.completion import unequal_ends
from fenghua_analysis.audit.words.dates import (
    before_its_time,
    impossible_dates,
    other_years,
    outside_stage,
    sessions,
)
from fenghua_analysis.audit.words.duplicates import items, paragraphs, words
from fenghua_analysis.audit.words.making import making
from fenghua_analysis.audit.words.names import echoes, kinds, quoted
from fenghua_analysis.audit.words.parts import annexes, broken, empty_cells, marks
from fenghua_analysis.audit.words.schedules import schedules
from fenghua_analysis.audit.words.spellings import confusions, letters, traditional
from fenghua_analysis.audit.words.titles import two_numbers, two_spellings, wrong_years
from fenghua_analysis.audit.words.twins import twins


def spelled(documents: Sequence[Evidence]) -> Iterator[Finding]:
    """Words in two spellings; what one rule has told, the next does not tell again."""
    told: list[Place] = []
    for finding in chain.from_iterable(
        rule(documents) for rule in (twins, quoted, echoes, confusions)
    ):
        if not any(_overlap(finding.places[0], place) for place in told):
            told += finding.places
            yield finding


def _overlap(one: Place, other: Place) -> bool:
    same = one.document == other.document
    return same and one.start < other.end and other.start < one.end


RULES: tuple[Callable[[Sequence[Evidence]], Iterator[Finding]], ...] = (
    *(unequal_ends, schedules),
    *(impossible_dates, outside_stage, other_years, before_its_time, sessions),
    *(making, wrong_years, two_numbers),
    *(spelled, two_spellings, kinds, letters, bodies, traditional),
    *(annexes, empty_cells, broken, marks),
    *(items, words, paragraphs),
)
