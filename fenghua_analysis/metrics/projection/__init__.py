"""Where a series is heading: three models, their intervals, and their test on the past.

Models, scales, refusals and the choice of the default: docs/methods.md#projection.
"""

from fenghua_analysis.metrics.projection.latent import MODELS
from fenghua_analysis.metrics.projection.outlook import (
    DEFAULT_MODEL,
    Likelihood,
    Projection,
    likelihood,
    project,
)
from fenghua_analysis.metrics.projection.trends import (
    Predictive,
    drift,
    fit_holt,
    holt,
    ols_trend,
)

__all__ = [
    "DEFAULT_MODEL",
    "MODELS",
    "Likelihood",
    "Predictive",
    "Projection",
    "drift",
    "fit_holt",
    "holt",
    "likelihood",
    "ols_trend",
    "project",
]
