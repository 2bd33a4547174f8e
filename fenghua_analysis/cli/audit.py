"""`fenghua audit`: what documents say against themselves and against each other.

Findings are no failure: the exit code is 0 when the audit is done, whatever it finds.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fenghua_analysis.cli.options import refuse_unknown
from fenghua_analysis.errors import ParameterError, Problem, nearest
from fenghua_analysis.wording import say

if TYPE_CHECKING:
    from fenghua_analysis.audit import Evidence, Finding
    from fenghua_analysis.documents import Document
    from fenghua_analysis.parameters import Request

OPTIONS = ("registry", "output", "what", "data-dir", "lang")
FORMS = (".csv", ".html", ".docx")
ALL = "all"

Option = typer.Option


def audit(
    context: typer.Context,
    files: Annotated[
        list[Path], typer.Argument(help="txt、html、docx 或 pdf · documents")
    ],
    registry: Annotated[
        bool,
        Option("--registry", help="同时对照登记的目标 · against the registry, too"),
    ] = False,
    output: Annotated[str, Option("-o", "--output", help=".csv | .html | .docx")] = "",
    what: Annotated[str, Option(help="hard | soft | note | all")] = ALL,
    data_dir: Annotated[str, Option(help="数据目录 · data folder")] = "data",
    lang: Annotated[str, Option(help="zh | en")] = "zh",
) -> None:
    """找出文件前后不一致之处 · Find what does not add up in documents."""
    from fenghua_analysis.parameters import check_request

    request = check_request({"lang": lang, "data_dir": data_dir})
    refuse_unknown(context.args, OPTIONS)
    suffix = _suffix(output)
    _check_what(what)
    findings, read = _audited(files, request, against_registry=registry)
    chosen = [one for one in findings if what in (ALL, one.severity)]
    if suffix:
        _write(chosen, read, Path(output), suffix)
        print(say("audit_page.written", path=output))
    else:
        from fenghua_analysis.cli.findings import show

        show(chosen)


def _suffix(output: str) -> str:
    """The form of the output, by the name of its file; none for the screen."""
    suffix = Path(output).suffix.lower()
    if output and suffix not in FORMS:
        details = {"names": "、".join(FORMS)}
        near = nearest(suffix, FORMS)
        raise ParameterError(
            Problem("unknown_output", output, details=details, near=near)
        )
    return suffix


def _check_what(what: str) -> None:
    from fenghua_analysis.audit import SEVERITIES

    known = (*SEVERITIES, ALL)
    if what not in known:
        names, near = {"names": "、".join(known)}, nearest(what, known)
        raise ParameterError(
            Problem("unknown_what", "", None, "what", what, names, near)
        )


def _audited(
    files: Sequence[Path], request: "Request", *, against_registry: bool
) -> "tuple[list[Finding], list[Evidence]]":
    from fenghua_analysis.audit import examine, gather
    from fenghua_analysis.loaders.names import read_names

    documents = _documents(files)
    names = read_names(request.data_dir)
    held = None
    if against_registry:
        from fenghua_analysis.registry import load_registry

        held = load_registry(request.data_dir)
    read = gather(documents, departments=names.departments)
    return examine(read, registry=held), read


def _documents(files: Sequence[Path]) -> "list[Document]":
    """The documents, each under a name of its own; a file given twice is read once."""
    from fenghua_analysis.documents import read_document

    once = {path.resolve(): path for path in files}
    read = [(read_document(path), path) for path in once.values()]
    names = [document.name for document, _ in read]
    return [
        replace(document, name=str(path))
        if names.count(document.name) > 1
        else document
        for document, path in read
    ]


def _write(
    findings: "Sequence[Finding]", read: "Sequence[Evidence]", path: Path, suffix: str
) -> None:
    from fenghua_analysis.files import write_file

    if suffix == ".docx":
        from fenghua_analysis.audit.outputs.word import word_file

        write_file(path, word_file(findings, read))
        return
    if suffix == ".html":
        from fenghua_analysis.audit.outputs.page import page

        text = page(findings, read)
    else:
        from fenghua_analysis.audit.outputs.table import csv_of

        text = csv_of(findings)
    write_file(path, text.encode("utf-8", errors="surrogatepass"))
