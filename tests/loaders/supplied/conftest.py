"""The registry that ships, in the words that supplied tables are read by."""

from pathlib import Path

import pytest

from fenghua_analysis.loaders.supplied import Vocabulary
from fenghua_analysis.registry import load_registry

DATA = Path(__file__).resolve().parents[3] / "data"


@pytest.fixture(scope="session")
def vocabulary():
    return Vocabulary(load_registry(DATA))
