"""A data folder of one's own, to add to."""

import shutil
from pathlib import Path

import pytest

from fenghua_analysis.registry import load_registry
from fenghua_analysis.supply import propose

DATA = Path(__file__).resolve().parents[2] / "data"
DAY = "2023-01-01"


@pytest.fixture(scope="session")
def shipped():
    """The registry that ships, to hold files against without changing anything."""
    return load_registry(DATA)


@pytest.fixture
def folder(tmp_path):
    copy = tmp_path / "data"
    shutil.copytree(DATA, copy)
    return copy


@pytest.fixture
def proposed(folder):
    """Hold files against the folder as it stands."""

    def proposing(*paths, date=DAY):
        return propose(paths, load_registry(folder), date=date)

    return proposing
