"""Own numbers and new documents in, beside what stands.

`templates` writes a workbook for each kind of number; `propose` reads what comes back,
figures or a reviewed document, and says what adding it would do; `adopt` does it.
"""

from fenghua_analysis.supply.adoption import adopt
from fenghua_analysis.supply.incoming import propose
from fenghua_analysis.supply.plausibility import doubts
from fenghua_analysis.supply.proposal import CONFLICT, GONE, NEW, SAME, Proposal
from fenghua_analysis.supply.templates import KINDS, write_template

__all__ = [
    "CONFLICT",
    "GONE",
    "KINDS",
    "NEW",
    "SAME",
    "Proposal",
    "adopt",
    "doubts",
    "propose",
    "write_template",
]
