"""Where a report comes from: data, package, commit, parameters."""

import platform
import subprocess
from collections.abc import Mapping
from functools import cache
from importlib import metadata
from pathlib import Path

import pandas as pd

from fenghua_analysis.parameters import Request
from fenghua_analysis.registry import Registry
from fenghua_analysis.wording import say

PACKAGES = (
    *("fenghua-analysis", "pandas", "numpy", "matplotlib", "geopandas"),
    *("scipy", "papermill", "pylopdf-fonts-zh-cn"),
)


def provenance(request: Request, registry: Registry, observations: pd.DataFrame) -> str:
    """The closing words of a notebook, as Markdown: sources, versions, parameters."""
    used = registry.targets.source.unique()
    comma = say("list.comma")
    documents = comma.join(registry.sources[name].cited for name in used)
    counts = observations.status.value_counts()
    statuses = comma.join(
        say("status.count", status=say(f"status.{name}"), count=count)
        for name, count in counts.items()
    )
    lines = [
        say("provenance.title"),
        say("provenance.documents", titles=documents),
        say("provenance.observations", statuses=statuses),
        say("provenance.parameters", values=_joined(asked(request, registry))),
        say("provenance.versions", values=_joined(versions()), commit=commit() or "—"),
    ]
    return "\n".join([lines[0], "", *(f"- {line}" for line in lines[1:])])


def asked(request: Request, registry: Registry) -> dict[str, str]:
    """Parameter → what was asked for, both in words; folders belong to a machine."""
    words = {
        "region": registry.region_name(request.region, request.lang),
        "plan": _named_plan(request.plan, registry, request.lang),
        "year": str(request.year or say("asked.every")),
        "as_of": request.as_of,
        "lang": say(f"asked.{request.lang}"),
        "illustrative": say("asked.yes" if request.illustrative else "asked.no"),
    }
    return {say(f"asked.{name}"): value for name, value in words.items()}


def _named_plan(plan: str, registry: Registry, lang: str) -> str:
    known = registry.plans.get(plan)
    return known.name(lang) if known else say("asked.every")


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
    if not (home / ".git").exists():  # another checkout may lie around site-packages
        return ""
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
