"""Where a report comes from: data, package, commit, parameters."""

import platform
import subprocess
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from importlib import metadata
from pathlib import Path

import pandas as pd

from fenghua_analysis.parameters import Request
from fenghua_analysis.registry import Registry
from fenghua_analysis.wording import say

PACKAGES = (
    *("fenghua-analysis", "pandas", "numpy", "matplotlib", "geopandas"),
    *("statsmodels", "papermill", "pylopdf-fonts-zh-cn"),
)


def provenance(request: Request, registry: Registry, observations: pd.DataFrame) -> str:
    """The closing words of a notebook, as Markdown: sources, versions, parameters."""
    used = registry.targets.source.unique()
    comma = say("list.comma")
    documents = comma.join(registry.sources[name].title for name in used)
    counts = observations.status.value_counts()
    statuses = comma.join(
        say("status.count", status=say(f"status.{name}"), count=count)
        for name, count in counts.items()
    )
    shown = {k: v for k, v in asdict(request).items() if not k.endswith("_dir")}
    lines = [
        say("provenance.title"),
        say("provenance.documents", titles=documents),
        say("provenance.observations", statuses=statuses),
        say("provenance.parameters", values=_joined(shown)),
        say("provenance.versions", values=_joined(versions()), commit=commit() or "—"),
    ]
    return "\n".join([lines[0], "", *(f"- {line}" for line in lines[1:])])


@cache
def versions() -> dict[str, str]:
    """Versions of Python and of the packages that make the numbers and the figures."""
    installed = {"python": platform.python_version()}
    return installed | {name: metadata.version(name) for name in PACKAGES}


@cache
def commit() -> str:
    """The commit that the package stands at, marked when it has been changed since.

    Returns "" outside a checkout.
    """
    home = Path(__file__).resolve().parents[1]
    try:
        found = subprocess.run(
            ["git", "describe", "--always", "--dirty", "--abbrev=12", "--exclude=*"],
            cwd=home,
            capture_output=True,
            text=True,
            timeout=10,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return found.stdout.strip()


def _joined(values: Mapping[str, object]) -> str:
    return " · ".join(f"{name} = {value}" for name, value in values.items() if value)
