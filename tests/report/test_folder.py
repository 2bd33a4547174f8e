"""A run's folder appears whole or not at all, and never harms the one before it."""

import errno
import multiprocessing
import os
from pathlib import Path

import pytest

from fenghua_analysis.report.folder import OutputError, building


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_the_folder_stands_when_the_block_has_ended(tmp_path):
    with building(tmp_path / "run") as folder:
        (folder.root / "index.html").write_text("new")
        assert not (tmp_path / "run").exists()
    assert (tmp_path / "run/index.html").read_text() == "new"
    assert _names(tmp_path) == {"run"}


def test_a_fault_leaves_the_earlier_report_and_nothing_else(tmp_path):
    _publish(tmp_path / "run", "old")
    with pytest.raises(RuntimeError), building(tmp_path / "run") as folder:
        (folder.root / "index.html").write_text("half")
        raise RuntimeError
    assert (tmp_path / "run/index.html").read_text() == "old"
    assert _names(tmp_path) == {"run"}


def test_a_full_disk_is_said_and_the_earlier_report_stands(tmp_path):
    _publish(tmp_path / "run", "old")
    with pytest.raises(OutputError, match="磁盘已满"), building(tmp_path / "run"):
        raise OSError(errno.ENOSPC, "No space left on device", str(tmp_path / "x"))
    assert (tmp_path / "run/index.html").read_text() == "old"


def test_another_fault_of_the_system_is_not_called_a_full_disk(tmp_path):
    with pytest.raises(FileNotFoundError), building(tmp_path / "run"):
        raise FileNotFoundError(errno.ENOENT, "gone", "x")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_said(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="没有写入权限"), building(tmp_path / "run"):
        pass


def test_two_runs_do_not_write_one_folder(tmp_path):
    with (
        building(tmp_path / "run"),
        pytest.raises(OutputError, match="另一次运行"),
        building(tmp_path / "run"),
    ):
        pass
    assert (tmp_path / "run").is_dir()


def test_what_a_killed_run_left_is_cleared_by_the_next(tmp_path):
    _publish(tmp_path / "run", "old")
    child = multiprocessing.get_context("spawn").Process(
        target=_die_while_building, args=(tmp_path / "run",)
    )
    child.start()
    child.join()
    assert (tmp_path / "run/index.html").read_text() == "old"
    _publish(tmp_path / "run", "new")
    assert (tmp_path / "run/index.html").read_text() == "new"
    assert _names(tmp_path) == {"run"}


def test_a_run_killed_between_its_two_renames_is_mended(tmp_path):
    _publish(tmp_path / "run", "old")
    (tmp_path / "run").rename(tmp_path / ".run.earlier")
    with pytest.raises(RuntimeError), building(tmp_path / "run"):
        raise RuntimeError
    assert (tmp_path / "run/index.html").read_text() == "old"


def _publish(final: Path, text: str) -> None:
    with building(final) as folder:
        (folder.root / "index.html").write_text(text)


def _die_while_building(final: Path) -> None:
    with building(final) as folder:
        (folder.root / "index.html").write_text("half")
        os._exit(9)
