"""The command line: `fenghua report | data | doctor`.

Exit codes: 0 done · 1 some notebook failed, or the report could not be written (what
stood before still stands) · 2 the request or the data were wrong, and nothing ran.
"""

import sys

import typer

from fenghua_analysis.cli import data, doctor, report
from fenghua_analysis.errors import ProblemError

DONE, FAILED, WRONG = 0, 1, 2

app = typer.Typer(
    help="奉化共同富裕指标差距分析 · Common-prosperity gap analysis of Fenghua",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("report", context_settings=report.EXTRAS)(report.report)
app.command("doctor")(doctor.doctor)
app.add_typer(data.app, name="data")


def main() -> None:
    """Run the command line; faults of the input become messages, not tracebacks."""
    try:
        app()
    except ProblemError as error:
        print(error, file=sys.stderr)
        raise SystemExit(FAILED if error.mid_run else WRONG) from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None
