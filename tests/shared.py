"""The folder of official documents and published results that stands beside a checkout.

It is not part of the repository. Tests that need it skip, with the reason, where it is
absent; the main job never reads it.
"""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


def shared(path: str) -> Path:
    """The file or folder `path` below ../shared, or a skipped test."""
    found = SHARED / path
    if not found.exists():
        pytest.skip(f"../shared/{path} is not beside this checkout")
    return found
