"""A disk that is really full: the message, the earlier report, nothing left over."""

import subprocess
from pathlib import Path

import pytest

from fenghua_analysis.report.folder import OutputError
from fenghua_analysis.report.run import find_notebooks, run_report
from fenghua_analysis.study import open_study

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture(params=["200k", "900k"])
def small_disk(request, tmp_path):
    """A file system of a few hundred kilobytes, where one may be mounted."""
    options = ["mount", "-t", "tmpfs", "-o", f"size={request.param}", "tmpfs"]
    try:
        subprocess.run([*options, str(tmp_path)], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no file system can be mounted here")
    yield tmp_path
    subprocess.run(["umount", str(tmp_path)], check=True)


def test_the_earlier_report_stands_and_nothing_is_left(small_disk):
    final = small_disk / "330213-all-zh"
    final.mkdir()
    (final / "index.html").write_text("old")
    study = open_study("report", data_dir=str(DATA), out_dir=str(small_disk))
    with pytest.raises(OutputError, match="磁盘已满"):
        run_report(study, find_notebooks(["03", "05"]))
    left = [path for path in small_disk.rglob("*") if path.is_file()]
    assert left == [final / "index.html"]
    assert left[0].read_text() == "old"
