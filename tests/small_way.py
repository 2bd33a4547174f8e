"""A way of four figures: a city's falling ratio against its district's target."""

from typing import Any

import numpy as np

from fenghua_analysis.findings.ways import Way

# Steps −0.02, −0.01, −0.03: mean −0.02 a year.
FALLING = (1.80, 1.78, 1.77, 1.74)


def small_way(values: tuple[float, ...] = FALLING, **given: Any) -> Way:
    """The way by yearly figures from 2018 on, with other fields where given."""
    usual = {
        "headline": "urban_rural_ratio",
        "indicator": "urban_rural_ratio",
        "owner": "330213",
        "region": "330200",
        "target": 1.67,
        "year": 2022,
        "direction": "lower",
        "start": 2022,
        "years": np.arange(2018.0, 2018 + len(values)),
        "values": np.array(values),
    }
    return Way(**usual | given)
