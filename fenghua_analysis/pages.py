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
    right = [texts[name].str.fullmatch(_NUMBER.pattern).all() for name in texts]
    rows = list(texts.itertuples(index=False, name=None))
    return render("table.html", caption=caption, names=frame, rows=rows, right=right)


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
    return environment
