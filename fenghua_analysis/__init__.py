"""Common-prosperity indicator gap analysis of Fenghua district, Ningbo.

The verbs below are the library; each is imported when it is first used, so that
importing the package costs nothing.

>>> import fenghua_analysis as fa
>>> registry = fa.load_registry("data")                         # doctest: +SKIP
>>> study = fa.open_study("notes", region="奉化区", lang="en")   # doctest: +SKIP
>>> study.assessment[["indicator", "verdict"]]                  # doctest: +SKIP
"""

from importlib import import_module
from typing import Any

_HOMES = {
    "assess": "assessment",
    "check_observations": "table",
    "check_targets": "table",
    "load_observations": "loaders.folder",
    "load_registry": "registry",
    "open_study": "study",
    "read_document": "documents",
    "read_map": "loaders.geography",
    "run_report": "report.run",
    "with_derived": "derive",
}

__all__ = sorted(_HOMES)


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
