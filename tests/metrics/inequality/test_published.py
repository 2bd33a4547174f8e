"""Every inequality that pysal publishes for the Mexican states, and its vectors."""

import numpy as np
import pandas as pd
import pytest

from fenghua_analysis.metrics.inequality import (
    atkinson,
    equally_distributed_income,
    gini,
    gini_by_nearness,
    lorenz,
    theil_t,
    theil_t_by_group,
    wolfson,
)
from tests.shared import shared


@pytest.fixture(scope="module")
def mexico():
    return pd.read_csv(shared("validation/V4_pysal_mexico/mexico.csv"))


@pytest.fixture(scope="module")
def published():
    return pd.read_csv(shared("validation/V4_pysal_mexico/expected.csv"))


def vector(text):
    """The numbers between the first brackets of a case's name, and the groups."""
    lists = [part.split("]")[0] for part in text.split("[")[1:]]
    return [np.array(part.split(","), dtype=float) for part in lists]


def recomputed(row, mexico):
    """What our functions make of one published row."""
    if row.case == "mexico":
        values, groups = mexico[row.column].to_numpy(), mexico["hanson98"].to_numpy()
    else:
        values, groups = [*vector(row.case), np.zeros(1)][:2]
    metric, _, epsilon = row.metric.partition(" eps=")
    metric = metric.removesuffix("_hanson98")
    if epsilon:
        welfare = {"atkinson": atkinson, "atkinson EDE": equally_distributed_income}
        return welfare[metric](values, aversion=float(epsilon))
    if metric in {"gini", "theil_T", "wolfson"}:
        return {"gini": gini, "theil_T": theil_t, "wolfson": wolfson}[metric](values)
    if metric.startswith("gini_spatial"):
        parts = gini_by_nearness(values, near=groups[:, None] == groups)
        # The publisher prints the sum of differences itself, ordered pairs.
        part = parts.near if "same_group" in metric else parts.far
        return part * 2 * len(values) ** 2 * values.mean()
    parts = theil_t_by_group(values, groups=groups)
    return getattr(parts, metric.removeprefix("theil_"))


def test_all_published_measures_of_mexican_states_and_vectors(mexico, published):
    rows = [row for row in published.itertuples() if row.metric != "lorenz_cum"]
    for row in rows:
        expected = pytest.approx(float(row.expected), rel=0, abs=float(row.tol))
        assert recomputed(row, mexico) == expected, row
    assert len(rows) == 32


def test_the_published_lorenz_curve(published):
    row = published[published.metric == "lorenz_cum"].iloc[0]
    people, income = (part.split(";") for part in (row["column"], row["expected"]))
    curve = lorenz(vector(row["case"])[0])
    np.testing.assert_allclose(curve.people, np.array(people, float), atol=1e-6)
    np.testing.assert_allclose(curve.income, np.array(income, float), atol=1e-6)
