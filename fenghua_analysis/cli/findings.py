"""Findings of an audit on the screen, the contradictions first."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from fenghua_analysis.audit import SEVERITIES, Finding, Place
from fenghua_analysis.audit.outputs.table import quote_of
from fenghua_analysis.wording import say

PLACES, QUOTE = 3, 40
"""Most places of a finding that are shown, and most characters of each quotation."""


def show(findings: Sequence[Finding]) -> None:
    """Print the findings by severity, and how many there are."""
    console = Console(soft_wrap=False)
    for severity in SEVERITIES:
        chosen = [one for one in findings if one.severity == severity]
        if chosen:
            console.print(_drawn(chosen, severity))
    if not findings:
        console.print(say("audit_page.nothing"), markup=False)
        return
    counts = {s: sum(one.severity == s for one in findings) for s in SEVERITIES}
    console.print(
        say("audit_page.counted", total=len(findings), **counts), markup=False
    )


def _drawn(findings: Sequence[Finding], severity: str) -> Table:
    title = say(
        "audit_page.band",
        name=say(f"audit_page.severity.{severity}"),
        count=len(findings),
    )
    drawn = Table(
        title=title, title_justify="left", title_style="bold", show_lines=True
    )
    drawn.add_column(say("audit_page.column.kind"), no_wrap=True)
    drawn.add_column(say("audit_page.column.sentence"), overflow="fold", ratio=3)
    drawn.add_column(say("audit_page.column.quote"), overflow="fold", ratio=2)
    for finding in findings:
        kind = say(f"audit_page.kind.{finding.kind}")
        drawn.add_row(Text(kind), Text(finding.sentence()), Text(_places(finding)))
    return drawn


def _places(finding: Finding) -> str:
    lines = [_place(place) for place in finding.places[:PLACES]]
    more = len(finding.places) - PLACES
    if more > 0:
        lines.append(say("audit_page.more", count=more))
    return "\n".join(lines)


def _place(place: Place) -> str:
    quote = quote_of(place)
    shown = quote if len(quote) <= QUOTE else quote[: QUOTE - 1] + "…"
    return f"{place.document}:{place.start} {shown}"
