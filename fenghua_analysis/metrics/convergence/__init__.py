"""Whether regions grow closer: their spread, the lead of the poor, and their ranks.

With a dozen regions every answer needs its number of regions and its interval beside
it.  Formulas and sources: docs/methods.md#convergence.
"""

from fenghua_analysis.metrics.convergence.beta import (
    BetaConvergence,
    Interval,
    beta_convergence,
)
from fenghua_analysis.metrics.convergence.ranks import RankMobility, rank_mobility
from fenghua_analysis.metrics.convergence.sigma import (
    SigmaConvergence,
    sigma_convergence,
)

__all__ = [
    "BetaConvergence",
    "Interval",
    "RankMobility",
    "SigmaConvergence",
    "beta_convergence",
    "rank_mobility",
    "sigma_convergence",
]
