"""Read the collected statistics anew: observations, conflicts and bounds of `data/`.

Run it as ``python tools/refresh_statistics.py PATH/published_statistics.csv``.
"""

import sys
from pathlib import Path

from fenghua_analysis import datapackage, table
from fenghua_analysis.contract import write_table
from fenghua_analysis.loaders.published import read_published
from fenghua_analysis.records import read_records
from fenghua_analysis.registry import Indicator, Source

DATA = Path(__file__).resolve().parents[1] / "data"


def refresh(path: Path) -> None:
    """Replace the three tables by what `path` states."""
    read = read_published(
        path,
        indicators=read_records(DATA / "registry/indicators.yml", Indicator),
        sources=read_records(DATA / "registry/sources.yml", Source),
    )
    write_table(read.observations, table.OBSERVATIONS, DATA)
    write_table(read.conflicts, table.CONFLICTS, DATA)
    write_table(read.bounds, table.BOUNDS, DATA)
    datapackage.write(DATA)


if __name__ == "__main__":
    refresh(Path(sys.argv[1]))
