"""How unequal incomes are, of persons or of townships weighted by their people.

All measures take the income *per head* of each unit and, as weights, its residents;
they ignore the unit of money, the order of the list and a doubling of every weight.
Formulas, variants and sources: docs/methods.md#inequality.
"""

from fenghua_analysis.metrics.inequality.chance import (
    PermutationTest,
    between_groups_test,
    nearness_test,
)
from fenghua_analysis.metrics.inequality.groups import (
    Decomposition,
    Group,
    theil_l_by_group,
    theil_t_by_group,
)
from fenghua_analysis.metrics.inequality.lorenz import Lorenz, lorenz, wolfson
from fenghua_analysis.metrics.inequality.measures import (
    gini,
    theil_l,
    theil_t,
    williamson,
)
from fenghua_analysis.metrics.inequality.nearness import (
    NearnessSplit,
    gini_by_nearness,
)
from fenghua_analysis.metrics.inequality.welfare import (
    atkinson,
    equally_distributed_income,
)

__all__ = [
    "Decomposition",
    "Group",
    "Lorenz",
    "NearnessSplit",
    "PermutationTest",
    "atkinson",
    "between_groups_test",
    "equally_distributed_income",
    "gini",
    "gini_by_nearness",
    "lorenz",
    "nearness_test",
    "theil_l",
    "theil_l_by_group",
    "theil_t",
    "theil_t_by_group",
    "williamson",
    "wolfson",
]
