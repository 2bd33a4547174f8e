"""Findings as one page: grouped by severity, each quoted between its lines.

The page needs no network and no other file; its script only hides what a filter leaves
out, and without it everything is shown.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from fenghua_analysis.audit import KINDS, SEVERITIES, Evidence, Finding
from fenghua_analysis.audit.outputs.surroundings import Texts, short_heading
from fenghua_analysis.pages import render
from fenghua_analysis.report.web_font import font_rule
from fenghua_analysis.wording import say

_FONT = "/* the font of this page */"
SHOWN = 12
"""Places of one finding that are quoted; the others are counted."""


def page(findings: Sequence[Finding], read: Iterable[Evidence]) -> str:
    """The page of an audit, in the language of the run."""
    read = list(read)
    texts = Texts(read)
    html = render(
        "audit.html",
        font=_FONT,
        title=say("audit_page.title"),
        documents=[_document(evidence) for evidence in read],
        groups=[_group(severity, findings, texts) for severity in SEVERITIES],
        filters=_filters(findings),
        total=len(findings),
    )
    return html.replace(_FONT, font_rule(html), 1)


def _document(evidence: Evidence) -> dict[str, str]:
    return {"name": evidence.document.name, "title": evidence.setting.title}


def _group(severity: str, findings: Sequence[Finding], texts: Texts) -> dict[str, Any]:
    chosen = [
        (number, finding)
        for number, finding in enumerate(findings, start=1)
        if finding.severity == severity
    ]
    return {
        "severity": severity,
        "name": say(f"audit_page.severity.{severity}"),
        "about": say(f"audit_page.about.{severity}"),
        "rows": [_row(number, finding, texts) for number, finding in chosen],
    }


def _row(number: int, finding: Finding, texts: Texts) -> dict[str, Any]:
    places = [texts.around(place) for place in finding.places[:SHOWN]]
    return {
        "number": number,
        "kind": finding.kind,
        "kind_name": say(f"audit_page.kind.{finding.kind}"),
        "severity": finding.severity,
        "sentence": finding.sentence(),
        "documents": "|".join(dict.fromkeys(p.document for p in finding.places)),
        "places": [(place, short_heading(place.heading)) for place in places],
        "more": len(finding.places) - len(places),
    }


def _filters(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """Choices that the findings offer, each with how many it leaves."""
    kinds = [finding.kind for finding in findings]
    names = [
        name
        for finding in findings
        for name in dict.fromkeys(place.document for place in finding.places)
    ]
    kind_names = {kind: say(f"audit_page.kind.{kind}") for kind in KINDS}
    choices = {
        "kind": [(kind, name, kinds.count(kind)) for kind, name in kind_names.items()],
        "document": [(name, name, names.count(name)) for name in dict.fromkeys(names)],
    }
    return [
        {
            "name": name,
            "label": say(f"audit_page.column.{name}"),
            "options": [option for option in options if option[2]],
        }
        for name, options in choices.items()
    ]
