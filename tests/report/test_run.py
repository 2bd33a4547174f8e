"""Which folder a report gets, what its manifest tells, and the way to its sibling."""

import dataclasses
import json
from pathlib import Path

import pytest

from fenghua_analysis.parameters import Request, newest_day
from fenghua_analysis.report import run
from fenghua_analysis.report.execution import Execution
from fenghua_analysis.report.folder import OutputError
from fenghua_analysis.report.manifest import write_manifest
from fenghua_analysis.study import open_study

DATA = Path(__file__).resolve().parents[2] / "data"
DAY = "2026-01-29"


@pytest.fixture(scope="module")
def study():
    return open_study("report", data_dir=str(DATA))


@pytest.mark.parametrize(
    ("asked", "chosen", "name"),
    [
        ({}, (), "330213-all-zh"),
        ({"as_of": DAY}, (), "330213-all-zh"),
        ({"as_of": "2022-09-30"}, (), "330213-all-as-of-2022-09-30-zh"),
        ({"year": 2022}, ("03_x", "04_y"), "330213-all-2022-only-03-04-zh"),
        ({"illustrative": True, "lang": "en"}, (), "330213-all-en-illustrative"),
    ],
)
def test_no_report_takes_the_place_of_a_fuller_one(asked, chosen, name):
    assert run.run_name(Request(**asked), day=DAY, chosen=chosen) == name


@pytest.fixture
def quick(monkeypatch):
    """No kernel starts: every notebook has ended well."""

    def ended(jobs, *, workers):
        return [Execution(job.notebook.stem) for job in jobs]

    monkeypatch.setattr(run, "execute_all", ended)


def _run(study, folder, *chosen, **options):
    request = dataclasses.replace(study.request, out_dir=str(folder))
    moved = dataclasses.replace(study, request=request)
    return run.run_report(moved, run.find_notebooks(chosen), **options).folder


def test_some_notebooks_leave_the_full_report_alone(study, tmp_path, quick):
    full = _run(study, tmp_path)
    before = (full / "index.html").read_bytes()
    some = _run(study, tmp_path, "03", "04")
    assert (full.name, some.name) == ("330213-all-zh", "330213-all-only-03-04-zh")
    assert (full / "index.html").read_bytes() == before


def test_a_day_of_its_own_has_a_folder_of_its_own(study, tmp_path, quick):
    early = open_study("report", data_dir=str(DATA), as_of="2022-9-30")
    assert _run(study, tmp_path).name == "330213-all-zh"
    assert _run(early, tmp_path).name == "330213-all-as-of-2022-09-30-zh"
    assert newest_day(early.registry) == newest_day(study.registry)


@pytest.mark.parametrize(("languages", "linked"), [(("zh", "en"), True), (("zh",), 0)])
def test_the_other_language_is_linked_when_it_is_made(
    study, tmp_path, quick, languages, linked
):
    page = (_run(study, tmp_path, languages=languages) / "index.html").read_text()
    assert ('href="../330213-all-en/index.html"' in page) == linked


def test_a_sibling_made_earlier_is_linked(study, tmp_path, quick):
    (tmp_path / "330213-all-only-04-en").mkdir()
    (tmp_path / "330213-all-only-04-en/index.html").write_text("page")
    page = (_run(study, tmp_path, "04") / "index.html").read_text(encoding="utf-8")
    assert 'href="../330213-all-only-04-en/index.html"' in page


@pytest.mark.parametrize("place", ["file", "file/below"])
def test_a_file_in_the_way_of_the_reports_is_said(study, tmp_path, quick, place):
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match="已有同名的文件，不是文件夹"):
        _run(study, tmp_path / place)


def test_a_folder_that_nobody_can_make_is_said(study, quick):
    with pytest.raises(OutputError, match="/proc/nope：建不了这个文件夹"):
        _run(study, "/proc/nope")


def test_results_are_json_whatever_is_missing(study, tmp_path, quick):
    """Python's own NaN is a token that no other reader knows."""
    text = (_run(study, tmp_path) / "results.json").read_text(encoding="utf-8")
    assert json.loads(text, parse_constant=pytest.fail)["assessment"]


def test_the_manifest_names_parameters_and_no_folder_of_this_machine(tmp_path):
    """A folder would tell whose machine it was, and make two runs differ."""
    request = Request(data_dir="/home/someone/data", out_dir="/srv/reports")
    ended = [Execution("03_x", "ValueError: 坏了", 5, 1.234)]
    write_manifest(tmp_path, request=request, inputs={}, runs=ended)
    text = (tmp_path / "manifest.json").read_text(encoding="utf-8")
    manifest = json.loads(text)
    assert "someone" not in text and "/srv" not in text
    assert manifest["parameters"]["region"] == "330213"
    assert not {"data_dir", "out_dir"} & set(manifest["parameters"])
    assert manifest["notebooks"]["03_x"] == {
        **{"seconds": 1.23, "failed": True, "error": "ValueError: 坏了", "cell": 5}
    }
