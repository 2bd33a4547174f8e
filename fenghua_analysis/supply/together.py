"""Several files of a folder changed together, or none of them."""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from fenghua_analysis.errors import Problem, ProblemError

_NEXT, _BEFORE = ".next", ".before"


class NotAddedError(ProblemError):
    """The folder cannot be written; everything in it stands as it stood."""

    mid_run = True


def replace_together(paths: Iterable[str], *, staged: Path, final: Path) -> None:
    """Put changed files in place: all of them, or none.

    Everything that takes room is written beside its place first; what is left to do
    then is renaming, and what was renamed is put back when a renaming fails.

    Parameters
    ----------
    paths : relative to both folders
    staged : where the changed files stand
    final : the folder that takes them

    Raises
    ------
    OSError : the disk is full, or a file may not be written. Nothing has changed.
    """
    pairs = [(staged / path, final / path) for path in paths]
    try:
        for changed, place in pairs:
            _write_beside(changed, place)
        _rename_all([place for _, place in pairs])
    finally:
        for _, place in pairs:
            _beside(place, _NEXT).unlink(missing_ok=True)
            _beside(place, _BEFORE).unlink(missing_ok=True)


def _write_beside(changed: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(changed, _beside(place, _NEXT))
    if place.exists():
        shutil.copy2(place, _beside(place, _BEFORE))


def _rename_all(places: Iterable[Path]) -> None:
    done: list[Path] = []
    try:
        for place in places:
            os.replace(_beside(place, _NEXT), place)
            done.append(place)
    except BaseException:  # an interrupt, too, must leave all as it was
        for place in done:
            _put_back(place)
        raise


def _put_back(place: Path) -> None:
    before = _beside(place, _BEFORE)
    if before.exists():
        os.replace(before, place)
    else:
        place.unlink()


def _beside(place: Path, suffix: str) -> Path:
    return place.with_name(f".{place.name}{suffix}")


@contextmanager
def disk_faults(folder: Path) -> Iterator[None]:
    """Say a fault of the disk in our own words."""
    try:
        yield
    except OSError as fault:
        details = {"reason": fault.strerror or str(fault)}
        problem = Problem("cannot_write", str(folder), details=details)
        raise NotAddedError(problem) from fault
