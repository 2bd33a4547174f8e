"""Rules on numbers: values, counts, sums, ratios, units, and what is missing.

Most rules read a document as it stands. Others compare: `claims` makes facts
comparable (`names`, `measured`), `pairs` finds which speak of one thing; `conflicts`,
`ratios`, `growth`, `plausibility` and `crossings` hold them against each other, and
against what the registry knows (`registered`).
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from fenghua_analysis.audit.evidence import Evidence
from fenghua_analysis.audit.findings import Finding
from fenghua_analysis.audit.numbers.claims import Claim, claims
from fenghua_analysis.audit.numbers.conflicts import conflicts
from fenghua_analysis.audit.numbers.counts import counts
from fenghua_analysis.audit.numbers.crossings import crossings
from fenghua_analysis.audit.numbers.enumerations import enumerations
from fenghua_analysis.audit.numbers.growth import growth
from fenghua_analysis.audit.numbers.lists import lists
from fenghua_analysis.audit.numbers.missing import missing
from fenghua_analysis.audit.numbers.numbering import numbering
from fenghua_analysis.audit.numbers.pairs import groups
from fenghua_analysis.audit.numbers.plausibility import plausibility
from fenghua_analysis.audit.numbers.ratios import ratios
from fenghua_analysis.audit.numbers.shares import shares
from fenghua_analysis.audit.numbers.sums import sums
from fenghua_analysis.audit.numbers.tables import tables
from fenghua_analysis.audit.numbers.units import units

if TYPE_CHECKING:
    from fenghua_analysis.registry import Registry

__all__ = ["rules"]

Rule = Callable[[Sequence[Evidence]], Iterator[Finding]]

_READING: tuple[Rule, ...] = (
    lists,
    counts,
    enumerations,
    numbering,
    sums,
    tables,
    shares,
    units,
    missing,
)


def rules(registry: "Registry | None" = None) -> tuple[Rule, ...]:
    """The rules on numbers.

    Parameters
    ----------
    registry : whose targets the documents are held against, too
    """
    known: tuple[Claim, ...] = ()
    if registry is not None:
        # The registry brings pandas with it, which an audit does without.
        from fenghua_analysis.audit.numbers.registered import registered

        known = tuple(registered(registry))
    return (*_READING, partial(_compared, known=known))


def _compared(
    read: Sequence[Evidence], *, known: Sequence[Claim] = ()
) -> Iterator[Finding]:
    """What claims say against each other: made ready once for all rules."""
    stated = [list(claims(evidence)) for evidence in read]
    for own in stated:
        for rule in (ratios, growth, plausibility):
            yield from rule(own)
    alike = groups([*chain.from_iterable(stated), *known])
    yield from conflicts(alike)
    yield from crossings(alike)
