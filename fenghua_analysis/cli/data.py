"""`fenghua data check | template | add`: the data folder, and own numbers in."""

import datetime as dt
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from fenghua_analysis.errors import DataError, ParameterError, Problem
from fenghua_analysis.wording import say

if TYPE_CHECKING:
    from fenghua_analysis.parameters import Request

app = typer.Typer(
    help="数据目录：检查、模板、录入 · the data folder: check, template, add",
    no_args_is_help=True,
)

Text = str | None
Option = typer.Option
DataDir = Annotated[str, Option(help="数据目录 · data folder")]
Lang = Annotated[str, Option(help="zh | en")]


@app.command()
def check(data_dir: DataDir = "data", lang: Lang = "zh") -> None:
    """检查数据目录，列出全部问题 · Check the data folder and print every problem."""
    from fenghua_analysis.inspection import check_folder

    request = _request(data_dir=data_dir, lang=lang)
    problems = check_folder(request.data_dir)
    if problems:
        _refuse(problems, say("supply.faults", count=len(problems)))
    print(say("supply.sound", folder=request.data_dir))


@app.command()
def template(
    kind: Annotated[str, typer.Argument(help="类别，如 township-income · kind")],
    output: Annotated[
        Path | None, Option("-o", "--output", help="输出文件 · workbook to write")
    ] = None,
    year: Annotated[str, Option(help="数据年份 · year of the figures")] = "0",
    region: Annotated[Text, Option(help="地区代码或名称 · region")] = None,
    data_dir: DataDir = "data",
    lang: Lang = "zh",
) -> None:
    """写出待填写的工作簿 · Write a workbook to be filled in."""
    from fenghua_analysis.parameters import Request, resolve
    from fenghua_analysis.registry import load_registry
    from fenghua_analysis.supply import write_template

    place = {"region": region} if region else {}
    asked = _request(data_dir=data_dir, lang=lang, year=year, **place)
    registry = load_registry(asked.data_dir)
    # The year is one of figures here, which no plan need promise anything for.
    request = replace(resolve(replace(asked, year=0), registry), year=asked.year)
    path = output or Path(f"{kind}.xlsx")
    write_template(kind, path, registry=registry, request=request)
    where = "" if data_dir == Request().data_dir else f" --data-dir {data_dir}"
    print(say("supply.template_written", path=path, options=where))


@app.command()
def add(
    files: Annotated[list[Path], typer.Argument(help="xlsx 或 csv 文件 · files")],
    date: Annotated[str, Option(help="文件未写日期时采用 · for undated files")] = "",
    replacing: Annotated[
        bool, Option("--replace", help="以新数替换不同的原数 · replace what differs")
    ] = False,
    dry_run: Annotated[
        bool, Option("--dry-run", help="只显示，不写入 · show, do not write")
    ] = False,
    yes: Annotated[bool, Option("--yes", help="不再询问 · do not ask")] = False,
    as_stated: Annotated[
        bool, Option("--as-stated", help="异常的数照录 · unusual figures as they are")
    ] = False,
    data_dir: DataDir = "data",
    lang: Lang = "zh",
) -> None:
    """核对并录入自有数据、审核表 · Check numbers or a review, show them, add them."""
    from fenghua_analysis.cli.preview import show
    from fenghua_analysis.registry import load_registry
    from fenghua_analysis.supply import CONFLICT, GONE, NEW, adopt, doubts, propose

    request = _request(data_dir=data_dir, lang=lang)
    registry = load_registry(request.data_dir)
    try:
        proposal = propose(files, registry, date=_day(date))
    except DataError as error:
        _refuse(error.problems, say("supply.refused", count=len(error.problems)))
    show(proposal, registry)
    unusual = doubts(proposal, registry)
    for problem in unusual:
        print(problem.text(), file=sys.stderr)
    if unusual and yes and not as_stated:
        _refuse([], say("supply.unusual_refused", count=len(unusual)))
    conflicts = proposal.count(CONFLICT, GONE)
    if conflicts and not replacing:
        what = "rows" if proposal.is_document else "conflicts"
        _refuse([], say(f"supply.{what}_refused", count=conflicts))
    is_empty = not (proposal.count(NEW) or conflicts)
    if is_empty or dry_run or not (yes or _agreed()):
        print(say("supply.nothing_added"))
        return
    count = adopt(proposal, request.data_dir, replacing=replacing)
    print(say("supply.added", count=count, folder=request.data_dir))


def _request(**asked: str) -> "Request":
    """The request, checked; from here on the language asked for is spoken."""
    from fenghua_analysis.parameters import check_request

    return check_request(asked)


def _day(date: str) -> str:
    """The day for undated files. A clock counts here only, and only without a date."""
    from fenghua_analysis.loaders.supplied.cells import read_day

    if date and not read_day(date):
        raise ParameterError(Problem("not_date", column="date", value=date))
    return read_day(date) or dt.date.today().isoformat()


def _agreed() -> bool:
    """The owner's answer; without anybody to answer, the request lacks its --yes."""
    try:
        return typer.confirm(say("supply.ask"))
    except typer.Abort:
        raise ParameterError(Problem("nobody_to_ask")) from None


def _refuse(problems: Iterable[Problem], summary: str) -> NoReturn:
    """Print every problem, and leave."""
    for problem in problems:
        print(problem.text(), file=sys.stderr)
    print(summary, file=sys.stderr)
    raise SystemExit(2)
