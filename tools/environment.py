"""Print `environment.yml` for conda users from the dependencies in `pyproject.toml`.

Run it as ``python tools/environment.py > environment.yml``; a test holds the two equal.
"""

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

# The fonts have no conda-forge package.
PIP_ONLY = ("pylopdf-fonts-zh-cn",)


def environment(pyproject: str) -> str:
    """The text of `environment.yml` that belongs to the text of `pyproject.toml`."""
    project = tomllib.loads(pyproject)["project"]
    dependencies = project["dependencies"]
    by_pip = [name for name in dependencies if name.startswith(PIP_ONLY)]
    by_conda = [_plain(name) for name in dependencies if name not in by_pip]
    lines = [
        "# Generated from pyproject.toml by `make lock`; do not edit.",
        "name: fenghua",
        "channels: [conda-forge]",
        "dependencies:",
        f"  - python{project['requires-python']}",
        *(f"  - {name}" for name in by_conda),
        "  - pip",
        "  - pip:",
        *(f"      - {name}" for name in by_pip),
        "      - -e .",
    ]
    return "\n".join(lines) + "\n"


def _plain(requirement: str) -> str:
    """A requirement without extras, which conda does not know."""
    name, _, rest = requirement.partition("[")
    return name + rest.partition("]")[2] if rest else requirement


if __name__ == "__main__":
    print(environment((ROOT / "pyproject.toml").read_text(encoding="utf-8")), end="")
