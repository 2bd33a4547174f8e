"""`fenghua extract`: what a document states, as a table, a page or a review sheet."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fenghua_analysis.cli.options import refuse_unknown
from fenghua_analysis.errors import ParameterError, Problem, nearest
from fenghua_analysis.wording import say

if TYPE_CHECKING:
    from fenghua_analysis.loaders.names import Names
    from fenghua_analysis.parameters import Request
    from fenghua_analysis.review.found import Found

OPTIONS = ("what", "output", "year", "region", "data-dir", "lang")
FORMS = (".csv", ".xlsx", ".html", ".txt")
TEXT, PAGE = "text", "page"
"""What is not a table: the document as it was read, and with its marks."""

Option = typer.Option


def extract(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="txt、html、docx 或 pdf · a document")],
    what: Annotated[
        str,
        Option(
            help="facts | work-items | milestones | opinions | unparsed | text "
            "（用于 csv · for csv）"
        ),
    ] = "",
    output: Annotated[
        str, Option("-o", "--output", help=".csv | .xlsx | .html | .txt")
    ] = "",
    year: Annotated[str, Option(help="文件年份 · year of the document")] = "",
    region: Annotated[str, Option(help="地区名称或代码 · name or code")] = "",
    data_dir: Annotated[str, Option(help="数据目录 · data folder")] = "",
    lang: Annotated[str, Option(help="zh | en")] = "zh",
) -> None:
    """读出文件中的事实、任务和进度 · Read what an official document states."""
    request = _request(lang=lang, year=year, data_dir=data_dir)
    refuse_unknown(context.args, OPTIONS)
    suffix = _suffix(output, what)
    what = what or (TEXT if suffix == ".txt" else "facts")
    _check_what(what)
    names = _names(request, stated=bool(data_dir))
    from fenghua_analysis.documents import read_document
    from fenghua_analysis.review.found import find

    found = find(
        read_document(file),
        year=request.year or None,
        region=_region(region, names) or None,
        departments=names.departments,
    )
    if suffix == ".xlsx":
        from fenghua_analysis.review.workbook import write_workbook

        write_workbook(found, Path(output), file=file, data_dir=request.data_dir)
    else:
        _put(_text(found, what if suffix != ".html" else PAGE), output)
    _count(found, output)


def _request(**asked: str) -> "Request":
    """The options, checked; from here on the language asked for is spoken."""
    from fenghua_analysis.parameters import check_request

    return check_request({name: value for name, value in asked.items() if value})


def _suffix(output: str, what: str) -> str:
    """The form of the output, by the name of its file; that of the screen is csv."""
    path = Path(output)
    if output in ("", "-") or path.is_char_device() or path.is_fifo():
        return ".csv"
    suffix = path.suffix.lower()
    if suffix not in FORMS:
        known, near = "、".join(FORMS), nearest(suffix, FORMS)
        problem = Problem("unknown_output", output, details={"names": known}, near=near)
        raise ParameterError(problem)
    if suffix == ".txt" and what not in ("", TEXT):
        raise ParameterError(Problem("text_only", column="output", value=output))
    return suffix


def _check_what(what: str) -> None:
    from fenghua_analysis.review.tables import LISTINGS

    known = (*LISTINGS, TEXT)
    if what not in known:
        names, near = {"names": "、".join(known)}, nearest(what, known)
        place = ("", None, "what", what)
        raise ParameterError(Problem("unknown_what", *place, names, near))


def _names(request: "Request", *, stated: bool) -> "Names":
    """What the data folder calls things; it must be there only if it was asked for."""
    from fenghua_analysis.loaders.names import read_names

    if stated and not Path(request.data_dir).is_dir():
        raise ParameterError(Problem("missing_file", request.data_dir))
    return read_names(request.data_dir)


def _region(asked: str, names: "Names") -> str:
    """The name of a region given by code or by name; any name will do."""
    if not asked.isdecimal():
        return asked
    if asked not in names.regions:
        known = list(names.regions)
        details = {"names": "、".join(known[:12])}
        place = ("", None, "region", asked)
        raise ParameterError(
            Problem("unknown_region", *place, details, nearest(asked, known))
        )
    return names.regions[asked]


def _text(found: "Found", what: str) -> str:
    if what == TEXT:
        return found.document.text
    if what == PAGE:
        from fenghua_analysis.review.page import page

        return page(found)
    from fenghua_analysis.review.tables import csv_of

    return csv_of(found, what)


def _put(text: str, output: str) -> None:
    """Write UTF-8 without a mark, line ends as they are, to a file or to the screen."""
    from fenghua_analysis.files import write_file

    content = text.encode("utf-8", errors="surrogatepass")
    if output not in ("", "-"):
        write_file(output, content)
        return
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:  # whoever reads has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _count(found: "Found", output: str) -> None:
    """Say on the side what was found, so that an empty table explains itself."""
    counts = {
        "facts": len(found.facts),
        "unread": len(found.unread),
        "items": len(found.items),
        "opinions": len(found.opinions),
    }
    print(say("extract.counted", name=found.document.name, **counts), file=sys.stderr)
    if output.endswith(".xlsx"):
        print(say("extract.next", path=output), file=sys.stderr)
