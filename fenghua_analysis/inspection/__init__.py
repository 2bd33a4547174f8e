"""The check of a whole data folder: every table, every record, and what links them.

`contract.py` and `records.py` look at one file each. Here the files are held against
each other. Each check is a function from the folder to its problems, and says which
mistake it would catch; `fenghua data check` prints what they find.
"""

from pathlib import Path

from fenghua_analysis.errors import Problem
from fenghua_analysis.inspection import dates, figures, files, promises, references
from fenghua_analysis.inspection.folder import read_folder

__all__ = ["check_folder"]

CHECKS = (
    *(*references.CHECKS, *figures.CHECKS),
    *(*promises.CHECKS, *dates.CHECKS, *files.CHECKS),
)


def check_folder(data_dir: str | Path) -> list[Problem]:
    """Everything that is wrong with a data folder; nothing when it is right.

    A file that cannot be read is reported once: what refers to it is not checked.
    """
    if not Path(data_dir).is_dir():
        return [Problem("no_data_folder", str(data_dir))]
    folder = read_folder(Path(data_dir))
    found = list(folder.problems)
    for check in CHECKS:
        found.extend(check(folder))
    return found
