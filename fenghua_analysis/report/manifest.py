"""What a run was made of and what it made, with the sha256 of every file."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from fenghua_analysis.parameters import Request
from fenghua_analysis.provenance import commit, versions
from fenghua_analysis.report.execution import Execution

NAME = "manifest.json"
FONTS = ("Noto Sans SC (SIL OFL 1.1)",)


def write_manifest(
    root: Path, *, request: Request, inputs: dict[str, Path], runs: Iterable[Execution]
) -> None:
    """Write `manifest.json` into a run's folder, last of all its files.

    Parameters
    ----------
    root : the folder
    inputs : name as the manifest gives it → file
    runs : how each notebook ended
    """
    outputs = sorted(path for path in root.rglob("*") if path.is_file())
    manifest = {
        "parameters": _parameters(request),
        "inputs": {name: digest(path) for name, path in sorted(inputs.items())},
        "outputs": {
            path.relative_to(root).as_posix(): digest(path) for path in outputs
        },
        "notebooks": {run.name: _run(run) for run in runs},
        "versions": versions(),
        "commit": commit(),
        "fonts": list(FONTS),
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True)
    (root / NAME).write_text(text + "\n", encoding="utf-8")


def digest(path: Path) -> str:
    """sha256 of a file's content, in hexadecimal."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def _parameters(request: Request) -> dict[str, Any]:
    """The request without its folders, which belong to a machine."""
    return {k: v for k, v in asdict(request).items() if not k.endswith("_dir")}


def _run(run: Execution) -> dict[str, Any]:
    outcome = {"seconds": round(run.seconds, 2), "failed": run.failed}
    return outcome | ({"error": run.error, "cell": run.cell} if run.failed else {})
