"""`fenghua report`: one report, with its parameters checked before anything starts."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from fenghua_analysis.errors import DataError, ParameterError, Problem, nearest
from fenghua_analysis.parameters import NAMES, Request, check_request
from fenghua_analysis.wording import say, speak

if TYPE_CHECKING:
    from pathlib import Path

    from fenghua_analysis.report.execution import Execution
    from fenghua_analysis.report.run import Report, Watcher
    from fenghua_analysis.study import Study

Text = str | None
Option = typer.Option


def report(
    context: typer.Context,
    region: Annotated[Text, Option(help="地区代码或名称 · region")] = None,
    plan: Annotated[Text, Option(help="文件编号，或 all · plan id")] = None,
    year: Annotated[Text, Option(help="目标年份，0 为全部 · target year")] = None,
    as_of: Annotated[Text, Option(help="截至日 · day of judgement")] = None,
    lang: Annotated[Text, Option(help="zh | en | zh,en")] = None,
    illustrative: Annotated[
        bool, Option("--illustrative", help="使用示意数据 · use illustrative figures")
    ] = False,
    data_dir: Annotated[Text, Option(help="数据目录 · data folder")] = None,
    out_dir: Annotated[Text, Option(help="输出目录 · folder of reports")] = None,
    only: Annotated[
        str, Option(help="只运行这些笔记本，如 02,03 · only these notebooks")
    ] = "",
    workers: Annotated[
        int, Option(min=0, help="同时运行的进程数，0 为处理器数 · processes")
    ] = 0,
    as_json: Annotated[bool, Option("--json", help="逐行输出 JSON 事件")] = False,
) -> None:
    """生成差距报告，每种语言一个目录 · Write a gap report, a folder a language."""
    from fenghua_analysis.report.run import find_notebooks
    from fenghua_analysis.study import open_study

    asked = {
        name: value
        for name, value in context.params.items()
        if value is not None and name in NAMES and name != "lang"
    }
    asked |= _unknown_options(context.args)
    languages = [code.strip() for code in (lang or "zh").split(",")]
    requests = [check_request({**asked, "lang": code}) for code in languages]
    _check_data(requests[0])
    studies = [open_study("report", lang=code, **asked) for code in languages]
    notebooks = find_notebooks(_chosen(only, [p.stem for p in find_notebooks()]))
    options = {"languages": languages, "workers": workers}
    done = [_run(study, notebooks, as_json=as_json, **options) for study in studies]
    raise SystemExit(1 if any(report.failed for report in done) else 0)


def _check_data(request: Request) -> None:
    """Refuse a data folder with any fault: no figure of it could be trusted.

    Raises
    ------
    DataError : everything that `fenghua data check` finds.
    """
    from fenghua_analysis.inspection import check_folder

    if problems := check_folder(request.data_dir):
        raise DataError(problems)


def _run(
    study: "Study", notebooks: "list[Path]", *, as_json: bool, **options: Any
) -> "Report":
    """Run one study in its language, and say where its report stands."""
    from fenghua_analysis.report.run import run_report

    speak(study.lang)
    with _watching(len(notebooks), as_json=as_json) as watch:
        done = run_report(study, notebooks, watch=watch, **options)
    for run in done.failed:
        text = say("run.failed", name=run.name, cell=run.cell or "?", error=run.error)
        print(text, file=sys.stderr)
    index = done.folder / "index.html"
    _announce({"event": "done", "index": str(index)}, as_json=as_json, path=index)
    return done


def _unknown_options(extra: list[str]) -> dict[str, str]:
    """Options that are none of ours, as parameters for `check_request` to refuse."""
    words = " ".join(extra).replace("=", " ").split()
    names = [word for word in words if word.startswith("-")] or words
    return {name.lstrip("-").replace("-", "_"): "?" for name in names}


def _chosen(only: str, known: list[str]) -> list[str]:
    """The notebooks asked for, each of which must exist."""
    chosen = [part.strip() for part in only.replace("，", ",").split(",")]
    chosen = [f"{part:0>2}" if part.isdecimal() else part for part in chosen if part]
    wrong = [part for part in chosen if not any(k.startswith(part) for k in known)]
    if wrong:
        raise ParameterError(
            Problem(
                "unknown_notebook",
                column="only",
                value=part,
                details={"names": "、".join(known)},
                near=nearest(part, known),
            )
            for part in wrong
        )
    return chosen


@contextmanager
def _watching(count: int, *, as_json: bool) -> "Iterator[Watcher]":
    """A bar on a terminal, plain lines elsewhere, events where they are asked for."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    if as_json or not console.is_terminal:
        yield lambda run: _announce(_event(run), as_json=as_json, run=run)
        return
    with Progress(console=console) as progress:
        bar = progress.add_task(say("run.running"), total=count)

        def watch(run: "Execution") -> None:
            progress.update(bar, advance=1, description=_line(run))

        yield watch


def _event(run: "Execution") -> dict[str, Any]:
    return {
        "event": "notebook",
        "name": run.name,
        "seconds": round(run.seconds, 1),
        "error": run.error,
    }


def _announce(
    event: dict[str, Any],
    *,
    as_json: bool,
    run: "Execution | None" = None,
    path: "Path | None" = None,
) -> None:
    if as_json:
        print(json.dumps(event, ensure_ascii=False), flush=True)
    elif run is not None:
        print(_line(run), flush=True)
    else:
        print(say("run.done", path=path))


def _line(run: "Execution") -> str:
    key = "run.notebook_failed" if run.failed else "run.notebook_done"
    return say(key, name=run.name, seconds=f"{run.seconds:.1f}")
