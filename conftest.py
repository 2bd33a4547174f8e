"""What every test stands on: the default language, and the same examples each time."""

import pytest
from hypothesis import settings

from fenghua_analysis import wording

# The same examples on every run and machine: a failure can be had again, and a green
# run stays green. To look for new ones: pytest --hypothesis-profile=default.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


@pytest.fixture(autouse=True)
def _default_language() -> None:
    wording.speak("zh")
