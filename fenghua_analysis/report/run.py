"""One report, from a checked request to a published folder."""

import json
import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from fenghua_analysis.parameters import Request, newest_day
from fenghua_analysis.report.execution import Execution, Job, execute_all
from fenghua_analysis.report.folder import building
from fenghua_analysis.report.manifest import write_manifest
from fenghua_analysis.report.notebook_pages import write_page
from fenghua_analysis.report.site import write_index
from fenghua_analysis.report.tables import sheets
from fenghua_analysis.report.web_font import write_font
from fenghua_analysis.report.workbook import write_workbook
from fenghua_analysis.run_folder import RunFolder
from fenghua_analysis.study import Study
from fenghua_analysis.wording import LANGUAGES, say

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"

Watcher = Callable[[Execution], None]


@dataclass(frozen=True)
class Report:
    """A report that has been published.

    Attributes
    ----------
    folder : where it stands
    runs : how each notebook ended, in their order
    """

    folder: Path
    runs: list[Execution]

    @property
    def failed(self) -> list[Execution]:
        """The notebooks that stopped at an error."""
        return [run for run in self.runs if run.failed]


def run_name(request: Request, *, day: str = "", chosen: Iterable[str] = ()) -> str:
    """The folder's name, from what tells one report from another.

    A report of some notebooks, or of a day of its own, so never takes the place of the
    full one.

    Parameters
    ----------
    day : that of the newest source, which goes without saying
    chosen : names of the notebooks, where not all are run

    Examples
    --------
    >>> run_name(Request(plan="fh_2022", lang="en"))
    '330213-fh_2022-en'
    >>> past = Request(as_of="2022-09-30")
    >>> run_name(past, day="2026-01-29", chosen=["03_urban_rural", "07_work_items"])
    '330213-all-as-of-2022-09-30-only-03-07-zh'
    """
    parts = [request.region, request.plan, request.year or ""]
    if request.as_of not in ("", day):
        parts.append(f"as-of-{request.as_of}")
    if numbers := [name[:2] for name in chosen]:
        parts.append("-".join(["only", *numbers]))
    parts.append(request.lang)
    if request.illustrative:
        parts.append("illustrative")
    return "-".join(str(part) for part in parts if part)


def find_notebooks(chosen: Iterable[str] = ()) -> list[Path]:
    """The notebooks in order, or those whose names begin with one of `chosen`."""
    every = sorted(NOTEBOOKS.glob("[0-9][0-9]_*.ipynb"))
    starts = tuple(chosen)
    return [path for path in every if not starts or path.stem.startswith(starts)]


def run_report(
    study: Study,
    notebooks: list[Path],
    *,
    languages: Iterable[str] = (),
    workers: int | None = None,
    watch: Watcher = lambda run: None,
) -> Report:
    """Execute the notebooks, write every output and publish the folder.

    Parameters
    ----------
    study : the data and the checked request
    notebooks : those to execute
    languages : those in which this report is made, one after the other
    workers : processes; as many as there are processors unless given
    watch : called with each notebook as it ends

    Raises
    ------
    OutputError : the folder cannot be written; an earlier report stands untouched.
    """
    final = _place(study, notebooks, study.lang)
    with building(final) as folder:
        folder.notebooks.mkdir()
        runs = []
        jobs = [_job(path, folder, study.request) for path in notebooks]
        for run in execute_all(jobs, workers=workers or os.cpu_count() or 1):
            runs.append(run)
            watch(run)
        runs.sort(key=lambda run: run.name)
        sibling = _sibling(study, notebooks, languages)
        _write_outputs(folder, study, runs, notebooks=notebooks, sibling=sibling)
    return Report(final, runs)


def _place(study: Study, notebooks: list[Path], lang: str) -> Path:
    """Where the report stands, or its like in another language."""
    chosen = [path.stem for path in notebooks] if notebooks != find_notebooks() else []
    request = replace(study.request, lang=lang)
    name = run_name(request, day=newest_day(study.registry), chosen=chosen)
    return Path(request.out_dir) / name


def _sibling(study: Study, notebooks: list[Path], languages: Iterable[str]) -> str:
    """The way to this report in the other language; "" where there is none."""
    other = next(lang for lang in LANGUAGES if lang != study.lang)
    index = _place(study, notebooks, other) / "index.html"
    is_there = other in languages or index.is_file()
    return f"../{index.parent.name}/index.html" if is_there else ""


def _job(notebook: Path, folder: RunFolder, request: Request) -> Job:
    """Paths are relative to the run's folder, so that no machine is named."""
    data_dir = os.path.relpath(request.data_dir, folder.root)
    parameters = asdict(replace(request, data_dir=data_dir, out_dir="."))
    output = folder.notebooks / notebook.name
    return Job(notebook, output, parameters, workdir=folder.root)


def _write_outputs(
    folder: RunFolder,
    study: Study,
    runs: list[Execution],
    *,
    notebooks: list[Path],
    sibling: str,
) -> None:
    for executed in sorted(folder.notebooks.glob("*.ipynb")):
        write_page(executed)
    records = {run.name: _record(folder, run.name) for run in runs}
    shutil.rmtree(folder.records, ignore_errors=True)
    _write_results(folder, study, records)
    notice = say("figure.watermark_long") if study.illustrative else ""
    write_workbook(
        folder.root / "tables.xlsx",
        sheets(study),
        as_of=study.request.as_of,
        notice=notice,
    )
    write_index(folder.root, study, runs=runs, records=records, sibling=sibling)
    write_font(folder.root)
    write_manifest(
        folder.root, request=study.request, inputs=_inputs(study, notebooks), runs=runs
    )


def _record(folder: RunFolder, name: str) -> dict[str, Any]:
    """What a notebook handed over; nothing when it failed before its end."""
    path = folder.records / f"{name}.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def _write_results(
    folder: RunFolder, study: Study, records: dict[str, dict[str, Any]]
) -> None:
    """Every number by name: those of the notebooks, and the assessment row by row."""
    rows = study.assessment.astype(object).where(study.assessment.notna(), None)
    results = {
        "notebooks": {
            name: record.get("results", {}) for name, record in records.items()
        },
        "assessment": rows.to_dict("records"),
    }
    # NaN is no JSON: a number that is missing is null.
    text = json.dumps(
        results, ensure_ascii=False, indent=1, sort_keys=True, allow_nan=False
    )
    (folder.root / "results.json").write_text(text + "\n", encoding="utf-8")


def _inputs(study: Study, notebooks: list[Path]) -> dict[str, Path]:
    data_dir = study.registry.data_dir
    files = [path for path in data_dir.rglob("*") if path.is_file()]
    named = {f"data/{path.relative_to(data_dir).as_posix()}": path for path in files}
    return named | {f"notebooks/{path.name}": path for path in notebooks}
