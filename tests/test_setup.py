"""The house's own papers agree: dependencies, lock, environment and public names."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import fenghua_analysis
from tools.environment import environment

ROOT = Path(__file__).resolve().parents[1]
PYPROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_environment_yml_is_generated_from_pyproject():
    assert (ROOT / "environment.yml").read_text(encoding="utf-8") == environment(
        PYPROJECT
    )


def test_every_dependency_is_locked_with_hashes_and_no_address():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pinned = set(re.findall(r"^([a-z0-9._-]+)==", lock, re.MULTILINE))
    project = tomllib.loads(PYPROJECT)["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["dev"]
    names = {re.split(r"[\[><=~ ]", name)[0].lower() for name in wanted}
    assert names <= pinned
    assert lock.count("--hash=sha256:") > len(pinned)
    assert "://" not in lock


def test_importing_the_package_reads_and_prints_nothing():
    """Catches a heavy import at the top: nothing but the standard library is loaded."""
    heavy = ("pandas", "numpy", "matplotlib", "yaml")
    code = f"import sys, fenghua_analysis; print(set({heavy}) & set(sys.modules))"
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert (found.stdout, found.stderr) == ("set()\n", "")


def test_every_public_name_can_be_had():
    for name in fenghua_analysis.__all__:
        assert callable(getattr(fenghua_analysis, name))


def test_imports_run_downhill():
    """Metrics know nothing of ours; nothing below knows the report or the commands."""
    above = {
        "metrics": ("fenghua_analysis",),
        "documents": ("registry", "table", "loaders", "report", "cli", "assess"),
        "loaders": ("assess", "figures", "findings", "report", "study", "cli"),
        "findings": ("figures", "report", "study", "cli"),
        "figures": ("report", "study", "cli"),
        "report": ("cli",),
    }
    for room, forbidden in above.items():
        for path in (ROOT / "fenghua_analysis" / room).rglob("*.py"):
            text = path.read_text(encoding="utf-8")
            for other in forbidden:
                module = "" if other == "fenghua_analysis" else f".{other}"
                own = f"fenghua_analysis.{room}" if not module else None
                for line in re.findall(
                    rf"^\s*from (fenghua_analysis{module}\S*)", text, re.MULTILINE
                ):
                    assert own and line.startswith(own), f"{path.name}: {line}"
