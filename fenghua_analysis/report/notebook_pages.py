"""An executed notebook as a page that reads like a report.

Code is there but folded away; headings make the contents; figures carry their alt
text; nothing is fetched from anywhere.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import escape

from fenghua_analysis.pages import render

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_ANSI = re.compile(r"\x1b\[[0-9;]*m")
_TITLE = re.compile(r"<h1>(.*?)</h1>")
_HEADING = re.compile(r"<h2>(.*?)</h2>")


@dataclass(frozen=True)
class Cell:
    """What a page shows of a cell: its code and its outputs, as HTML."""

    code: str
    outputs: list[str]


@dataclass(frozen=True)
class Heading:
    """A line of the contents."""

    anchor: str
    text: str


def write_page(notebook: Path) -> Path:
    """Write `<name>.html` beside an executed `<name>.ipynb`; returns its path."""
    content = json.loads(notebook.read_text(encoding="utf-8"))
    cells = [_cell(cell) for cell in content["cells"] if _is_shown(cell)]
    cells, headings = _anchored(cells)
    page = notebook.with_suffix(".html")
    name = notebook.stem
    html = render(
        "notebook.html",
        root="../",
        title=_title(cells, name),
        name=name,
        cells=cells,
        headings=headings,
    )
    page.write_text(html, encoding="utf-8")
    return page


def _title(cells: list[Cell], name: str) -> str:
    """The text of the first heading, or the notebook's name when it has none."""
    found = (_TITLE.search(html) for cell in cells for html in cell.outputs)
    return next((match[1] for match in found if match), name)


def _is_shown(cell: dict[str, Any]) -> bool:
    return "remove-cell" not in cell["metadata"].get("tags", [])


def _cell(cell: dict[str, Any]) -> Cell:
    source = "".join(cell["source"])
    if cell["cell_type"] == "markdown":
        return Cell("", [_markdown().render(source)])
    outputs = [html for output in cell.get("outputs", []) for html in _output(output)]
    return Cell(_highlighted(source) if source.strip() else "", outputs)


def _output(output: dict[str, Any]) -> Iterator[str]:
    """One output as HTML, in the richest form that it has."""
    if output["output_type"] == "error":
        trace = _ANSI.sub("", "\n".join(output["traceback"]))
        yield f'<pre class="failed" role="alert">{escape(trace)}</pre>'
    elif output["output_type"] == "stream":
        yield f"<pre>{escape(''.join(output['text']))}</pre>"
    else:
        yield _rich(output["data"], output.get("metadata", {}))


def _rich(data: dict[str, Any], metadata: dict[str, Any]) -> str:
    if "text/html" in data:
        return f'<div class="scroll">{"".join(data["text/html"])}</div>'
    if "text/markdown" in data:
        return _markdown().render("".join(data["text/markdown"]))
    if "image/png" in data:
        alt = metadata.get("image/png", {}).get("alt", "")
        encoded = "".join(data["image/png"]).replace("\n", "")
        source = f"data:image/png;base64,{encoded}"
        return (
            f'<figure class="scroll"><img src="{source}" alt="{escape(alt)}"></figure>'
        )
    return f"<pre>{escape(''.join(data.get('text/plain', '')))}</pre>"


def _anchored(cells: list[Cell]) -> tuple[list[Cell], list[Heading]]:
    """Give every second-level heading an anchor, and collect them."""
    headings: list[Heading] = []

    def anchor(match: re.Match[str]) -> str:
        headings.append(Heading(f"s{len(headings) + 1}", match[1]))
        return f'<h2 id="{headings[-1].anchor}">{match[1]}</h2>'

    with_anchors = [
        Cell(cell.code, [_HEADING.sub(anchor, html) for html in cell.outputs])
        for cell in cells
    ]
    return with_anchors, headings


def _highlighted(source: str) -> str:
    from pygments import highlight
    from pygments.formatters import HtmlFormatter
    from pygments.lexers import PythonLexer

    return highlight(source, PythonLexer(), HtmlFormatter(noclasses=True, style="bw"))


@cache
def _markdown() -> "MarkdownIt":
    """CommonMark with tables; HTML in a text is shown, not obeyed."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("table")
