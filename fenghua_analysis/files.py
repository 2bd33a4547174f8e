"""Files written whole or not at all; a fault of the disk is said in our words."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from fenghua_analysis.errors import Problem, ProblemError


class NotWrittenError(ProblemError):
    """The file cannot be written; what stood under its name still stands."""

    mid_run = True


def write_file(path: str | Path, content: bytes) -> None:
    """Write a file beside its place, and put it there in one step.

    Raises
    ------
    NotWrittenError : there is no such folder, it may not be written, the disk is full.
    """
    with placing(Path(path)) as beside:
        beside.write_bytes(content)


@contextmanager
def placing(path: Path) -> Iterator[Path]:
    """A name beside `path` to write to; what is there in the end takes its place.

    A device such as ``/dev/stdout`` is written to itself: it must not be replaced.

    Raises
    ------
    NotWrittenError : see `write_file`.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    is_device = path.exists() and not path.is_file()
    try:
        yield path if is_device else beside
        if not is_device:
            os.replace(beside, path)
    except OSError as fault:
        details = {"reason": fault.strerror or str(fault)}
        problem = Problem("file_not_written", str(path), details=details)
        raise NotWrittenError(problem) from fault
    finally:
        with suppress(OSError):
            beside.unlink()
