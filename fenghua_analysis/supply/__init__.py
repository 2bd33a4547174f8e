"""Own numbers in: blank workbooks out, filled ones back, beside what stands.

`templates` writes a workbook for each kind of number; `propose` reads what comes back
and says what adding it would do; `adopt` does it.
"""

from fenghua_analysis.supply.adoption import adopt
from fenghua_analysis.supply.proposal import CONFLICT, NEW, SAME, Proposal, propose
from fenghua_analysis.supply.templates import KINDS, write_template

__all__ = [
    "CONFLICT",
    "KINDS",
    "NEW",
    "SAME",
    "Proposal",
    "adopt",
    "propose",
    "write_template",
]
