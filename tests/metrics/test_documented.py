"""docs/methods.md knows every public metric, and every docstring leads to it.

Catches a metric added without its formula, and a heading renamed under a docstring.
"""

import importlib
import inspect
import pkgutil
import re
from pathlib import Path

import pytest

from fenghua_analysis import metrics

METHODS = Path(__file__).resolve().parents[2] / "docs/methods.md"
PACKAGE = f"{metrics.__name__}."
MODULES = [
    importlib.import_module(found.name)
    for found in pkgutil.walk_packages(metrics.__path__, PACKAGE)
]
# What carries the metrics but is none: checks of inputs, intermediate results.
INNER_MODULES = {
    *("inputs", "result", "two_points", "yearly", "standing", "latent", "scales"),
    "inequality.shares",
}
INNER_FUNCTIONS = {"judge", "tested_target"}
FUNCTIONS = [
    value
    for module in MODULES
    if not module.__name__.endswith(tuple(f".{name}" for name in INNER_MODULES))
    for name, value in vars(module).items()
    if inspect.isfunction(value) and value.__module__ == module.__name__
    if not name.startswith("_") and name not in INNER_FUNCTIONS
]


def name_of(thing):
    return thing.__name__.removeprefix(PACKAGE)


@pytest.mark.parametrize("function", FUNCTIONS, ids=name_of)
def test_every_public_metric_has_its_formula_in_the_methods(function):
    text = METHODS.read_text(encoding="utf-8")
    name = function.__name__
    assert f"`{name}`" in text or f"### {name}\n" in text


@pytest.mark.parametrize("function", FUNCTIONS, ids=name_of)
def test_every_public_metric_takes_at_most_two_things_by_position(function):
    kinds = [p.kind for p in inspect.signature(function).parameters.values()]
    assert kinds.count(inspect.Parameter.POSITIONAL_OR_KEYWORD) <= 2


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_every_anchor_named_in_the_code_is_a_heading(module):
    text = METHODS.read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)
    anchors = {heading.lower().replace(" ", "-") for heading in headings}
    named = re.findall(r"docs/methods\.md#([\w-]+)", inspect.getsource(module))
    assert set(named) <= anchors
