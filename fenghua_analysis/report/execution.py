"""Notebooks, executed by papermill, each in a process and a kernel of its own.

A notebook that raises is kept with its error in view; the others go on.
"""

import errno
import json
import multiprocessing
import os
import re
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_DISK_FULL = re.compile(rf"\[Errno ({errno.ENOSPC}|{errno.EDQUOT})\]")

CELL_LIMIT = 300
"""Seconds that one cell may take; the slowest of ours takes about five."""


@dataclass(frozen=True)
class Execution:
    """How the execution of one notebook ended.

    Attributes
    ----------
    name : file name without ending, such as ``03_urban_rural``
    error : the exception in one line, "" when all went well
    cell : number of the cell that raised, counted from 1
    seconds : time it took
    """

    name: str
    error: str = ""
    cell: int | None = None
    seconds: float = 0.0

    @property
    def failed(self) -> bool:
        """Whether the notebook stopped at an error."""
        return bool(self.error)


@dataclass(frozen=True)
class Job:
    """A notebook, where its executed copy goes, and with which parameters."""

    notebook: Path
    output: Path
    parameters: dict[str, Any]
    workdir: Path


def execute(job: Job) -> Execution:
    """Run one notebook through papermill; its errors are returned, not raised.

    Raises
    ------
    OSError : the disk is full, in this process or in the kernel: no later notebook
        could be written either.
    """
    import papermill
    from papermill.exceptions import PapermillExecutionError

    os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"
    started = time.monotonic()
    error, cell = "", None
    try:
        papermill.execute_notebook(
            job.notebook,
            job.output,
            parameters=job.parameters,
            cwd=job.workdir,
            kernel_name="python3",
            progress_bar=False,
            log_output=False,
            execution_timeout=CELL_LIMIT,
            extra_arguments=["--log-level=CRITICAL"],
        )
    except PapermillExecutionError as raised:
        error, cell = f"{raised.ename}: {raised.evalue}", raised.exec_count
    except Exception as raised:  # a dead kernel, a time limit, an unreadable notebook
        error = f"{type(raised).__name__}: {raised}".strip()
    if _DISK_FULL.search(error):
        raise OSError(errno.ENOSPC, error, str(job.output))
    _tidy(job.output)
    seconds = time.monotonic() - started
    return Execution(job.notebook.stem, error, cell, seconds)


def execute_all(jobs: Iterable[Job], *, workers: int) -> Iterator[Execution]:
    """Run notebooks in `workers` processes; yields each as it ends."""
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context)
    try:
        names = {pool.submit(execute, job): job.notebook.stem for job in jobs}
        waiting = set(names)
        while waiting:
            done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            for future in done:
                yield _outcome(future, names[future])
    finally:
        pool.shutdown(cancel_futures=True)


def _outcome(future: "Future[Execution]", name: str) -> Execution:
    try:
        return future.result()
    except BrokenProcessPool:
        return Execution(name, error="worker process died")


def _tidy(path: Path) -> None:
    """Take out of an executed notebook what differs from run to run."""
    if not path.is_file():
        return
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["metadata"].pop("papermill", None)
    for cell in notebook["cells"]:
        for key in ("papermill", "execution"):
            cell["metadata"].pop(key, None)
    path.write_text(
        json.dumps(notebook, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
