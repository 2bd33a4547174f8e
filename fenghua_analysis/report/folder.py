"""How the folder of one run comes to stand in one step.

A run is built in a hidden folder beside its final place and renamed when it is whole.
Until then the report of an earlier run stays as it is; a run that dies leaves only the
hidden folder, which the next run clears away.
"""

import errno
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fenghua_analysis.errors import Problem, ProblemError
from fenghua_analysis.run_folder import RunFolder


class OutputError(ProblemError):
    """The report cannot be written; what stood before still stands."""

    mid_run = True


@contextmanager
def building(final: Path) -> Iterator[RunFolder]:
    """Build a run beside `final`, and put it in place when the block ends well.

    Raises
    ------
    OutputError : the disk is full, the folder cannot be made or written, or another
        run is writing it now. Whatever stood at `final` is untouched.
    """
    with _disk_faults(final):
        _make(final.parent)
        with _sole_writer(final):
            stage = final.with_name(f".{final.name}.building")
            _restore(final)
            shutil.rmtree(stage, ignore_errors=True)
            stage.mkdir()
            try:
                yield RunFolder(stage)
                _put_in_place(stage, final)
            finally:
                shutil.rmtree(stage, ignore_errors=True)


def _make(folder: Path) -> None:
    """Make the folder that runs stand in, or say why it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise OutputError(Problem("file_in_the_way", file=str(folder))) from None
    except FileNotFoundError as fault:  # below /proc nothing can be made
        details = {"reason": fault.strerror or str(fault)}
        problem = Problem("cannot_make_folder", str(folder), details=details)
        raise OutputError(problem) from None


def _put_in_place(stage: Path, final: Path) -> None:
    """Swap by two renames; a crash between them is mended by `_restore`."""
    earlier = _earlier(final)
    if final.exists():
        final.rename(earlier)
    stage.rename(final)
    shutil.rmtree(earlier, ignore_errors=True)


def _restore(final: Path) -> None:
    earlier = _earlier(final)
    if earlier.exists() and not final.exists():
        earlier.rename(final)
    shutil.rmtree(earlier, ignore_errors=True)


def _earlier(final: Path) -> Path:
    return final.with_name(f".{final.name}.earlier")


@contextmanager
def _sole_writer(final: Path) -> Iterator[None]:
    """Hold the lock of a run's place; the system drops it with the process."""
    lock = final.with_name(f".{final.name}.lock")
    with lock.open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # The holder before us may have removed the file between open and flock.
            if os.fstat(handle.fileno()).st_nlink == 0:
                raise BlockingIOError
        except BlockingIOError:
            raise OutputError(Problem("being_written", file=str(final))) from None
        try:
            yield
        finally:
            lock.unlink(missing_ok=True)


@contextmanager
def _disk_faults(final: Path) -> Iterator[None]:
    """Tell the faults of a disk apart from those of a program."""
    keys = {
        errno.ENOSPC: "disk_full",
        errno.EDQUOT: "disk_full",
        errno.EACCES: "not_writable",
        errno.EPERM: "not_writable",
        errno.EROFS: "not_writable",
    }
    try:
        yield
    except OSError as fault:
        key = keys.get(fault.errno or 0)
        if key is None:
            raise
        raise OutputError(Problem(key, file=str(final))) from fault
