"""Audit the registry's documents anew, and hold the findings in the data package.

Run it as ``python tools/refresh_audit.py FOLDER``, where FOLDER holds the texts under
the file names of `registry/sources.yml`.
"""

import sys
from pathlib import Path

from fenghua_analysis import datapackage
from fenghua_analysis.contract import write_table
from fenghua_analysis.findings.consistency import audited
from fenghua_analysis.registry import load_registry
from fenghua_analysis.table import AUDIT_FINDINGS

DATA = Path(__file__).resolve().parents[1] / "data"


def refresh(folder: Path) -> None:
    """Replace the findings by what an audit of `folder` says today."""
    write_table(audited(load_registry(DATA), folder), AUDIT_FINDINGS, DATA)
    datapackage.write(DATA)


if __name__ == "__main__":
    refresh(Path(sys.argv[1]))
