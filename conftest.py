"""Every test starts in the default language, whatever the one before it spoke."""

import pytest

from fenghua_analysis import wording


@pytest.fixture(autouse=True)
def _default_language() -> None:
    wording.speak("zh")
