"""The command line: `fenghua report | extract | audit | data | doctor`.

Exit codes: 0 done · 1 some notebook failed, or the report could not be written (what
stood before still stands) · 2 the request or the data were wrong, and nothing ran.
"""

import sys
from importlib import metadata
from typing import Annotated

import typer

from fenghua_analysis.cli import audit, data, doctor, extract, report
from fenghua_analysis.cli.misuse import UsageError, answer
from fenghua_analysis.cli.options import EXTRAS
from fenghua_analysis.errors import ProblemError

DONE, FAILED, WRONG = 0, 1, 2

app = typer.Typer(
    help="奉化共同富裕指标差距分析 · Common-prosperity gap analysis of Fenghua",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("report", context_settings=EXTRAS)(report.report)
app.command("extract", context_settings=EXTRAS)(extract.extract)
app.command("audit", context_settings=EXTRAS)(audit.audit)
app.command("doctor")(doctor.doctor)
app.add_typer(data.app, name="data")


def _version(asked: bool) -> None:
    if asked:
        print(f"fenghua-analysis {metadata.version('fenghua-analysis')}")
        raise typer.Exit


@app.callback()
def fenghua(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="版本"),
    ] = False,
) -> None:
    """奉化共同富裕指标差距分析 · Common-prosperity gap analysis of Fenghua"""


def main() -> None:
    """Run the command line; faults of the input become messages, not tracebacks."""
    try:
        raise SystemExit(app(standalone_mode=False))
    except UsageError as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            print(error.format_message())
            raise SystemExit(DONE) from None
        print(answer(error, sys.argv), file=sys.stderr)
        raise SystemExit(WRONG) from None
    except ProblemError as error:
        print(error, file=sys.stderr)
        raise SystemExit(FAILED if error.mid_run else WRONG) from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None
