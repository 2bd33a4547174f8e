"""The notebooks: thin, alike in their parameters, committed clean, and they run."""

import ast
import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from fenghua_analysis.parameters import Request
from fenghua_analysis.report.execution import Job, execute
from fenghua_analysis.report.run import NOTEBOOKS, find_notebooks

DATA = NOTEBOOKS.parent / "data"
EVERY = pytest.mark.parametrize("path", find_notebooks(), ids=lambda path: path.stem)
LONGEST_CELL = 10


def _cells(path: Path) -> list[dict[str, Any]]:
    return json.loads(path.read_text(encoding="utf-8"))["cells"]


def _source(cell: dict[str, Any]) -> str:
    return "".join(cell["source"])


def _tagged(path: Path, tag: str) -> list[dict[str, Any]]:
    return [cell for cell in _cells(path) if tag in cell["metadata"].get("tags", [])]


def test_the_questions_of_the_plan_are_there():
    numbers = [path.stem[:2] for path in find_notebooks()]
    assert numbers == ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11"]


@EVERY
def test_it_is_committed_without_outputs(path):
    code = [cell for cell in _cells(path) if cell["cell_type"] == "code"]
    assert all(not cell["outputs"] and cell["execution_count"] is None for cell in code)


@EVERY
def test_its_parameters_are_those_of_every_run(path):
    """Catches a notebook whose default or type drifts from the command line's."""
    (cell,) = _tagged(path, "parameters")
    found = {
        node.target.id: (node.annotation.id, ast.literal_eval(node.value))
        for node in ast.parse(_source(cell)).body
    }
    usual = {field.name: (field.type, field.default) for field in fields(Request)}
    expected = {
        name: (getattr(kind, "__name__", kind), default)
        for name, (kind, default) in usual.items()
    }
    places = {"data_dir": ("str", "../data"), "out_dir": ("str", "../reports/lab")}
    assert found == expected | places
    assert all("#" in line for line in _source(cell).splitlines())


@EVERY
def test_its_cells_are_short_and_define_nothing(path):
    for cell in _cells(path)[3:]:
        source = _source(cell)
        if "open_study(" in source:
            continue
        assert len(source.splitlines()) <= LONGEST_CELL, source
        assert "def " not in source
        assert "lambda" not in source


@EVERY
def test_it_opens_with_a_question_and_closes_with_its_provenance(path):
    cells = _cells(path)
    assert "study.opening(" in _source(cells[4])
    assert _source(cells[-1]) == "study.close()"


@EVERY
def test_it_runs_in_english_through_papermill(path, tmp_path):
    outcome = execute(_job(path, tmp_path, lang="en"))
    assert outcome.error == ""
    record = json.loads((tmp_path / f".records/{path.stem}.json").read_text("utf-8"))
    assert record["question"].endswith("?")
    assert record["answer"]


@EVERY
def test_it_has_something_to_say_of_a_district_without_plans(path, tmp_path):
    outcome = execute(_job(path, tmp_path, region="330212"))
    assert outcome.error == ""


def test_a_notebook_that_raises_is_returned_with_its_error(tmp_path):
    path = tmp_path / "09_broken.ipynb"
    notebook = json.loads(find_notebooks()[0].read_text(encoding="utf-8"))
    notebook["cells"][4]["source"] = ["raise ValueError('坏了')"]
    path.write_text(json.dumps(notebook), encoding="utf-8")
    outcome = execute(_job(path, tmp_path, lang="zh"))
    assert outcome.failed
    assert outcome.error == "ValueError: 坏了"
    assert "坏了" in (tmp_path / "out/09_broken.ipynb").read_text(encoding="utf-8")


def _job(path: Path, folder: Path, **asked: str) -> Job:
    (folder / "out").mkdir(exist_ok=True)
    parameters = {"data_dir": str(DATA), "out_dir": str(folder), **asked}
    return Job(path, folder / "out" / path.name, parameters, workdir=folder)
