"""HTML from templates; every value is escaped, so that text stays text."""

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import pandas as pd

from fenghua_analysis.wording import language, say

if TYPE_CHECKING:
    from jinja2 import Environment

_NUMBER = re.compile(r"[<>≤≥≈+−]?[\d,]+(\.\d+)?\D{0,12}|—|")


def render(template: str, **values: Any) -> str:
    """Fill in a template of `templates/`; the templates speak through ``say``."""
    return _environment().get_template(template).render(lang=language(), **values)


def html_table(frame: pd.DataFrame, *, caption: str = "") -> str:
    """A table of texts as HTML; columns of numbers are set to the right.

    Examples
    --------
    >>> "&lt;script&gt;" in html_table(pd.DataFrame({"名称": ["<script>"]}))
    True
    """
    texts = frame.astype(str)
    kinds = [_kind(texts[name]) for name in texts]
    rows = list(texts.itertuples(index=False, name=None))
    return render("table.html", caption=caption, names=frame, rows=rows, kinds=kinds)


def _kind(texts: pd.Series) -> str:
    """How a column is set: numbers to the right, short words unbroken, long texts wide.

    Chinese may be broken after any character: a narrow page would set it one a line.
    """
    if texts.str.fullmatch(_NUMBER.pattern).all():
        return "num"
    widest = max(sum(1 + (char > "\u2e7f") for char in text) for text in texts)
    return "short" if widest <= 12 else "name" if widest <= 48 else "long"


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("fenghua_analysis"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["say"] = say
    # Escaped, the characters of a script would be missing from the font of the page.
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    return environment
