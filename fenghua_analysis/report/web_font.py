"""The font of the pages: just the characters that a run shows, so that none is missing.

A reader's machine may have no Chinese font, and a page may fetch nothing; so the run
carries a subset of Noto Sans SC inside its own style sheet, `font.css`.
"""

import base64
import io
import re
from pathlib import Path

NAME = "font.css"
_DATA = re.compile(r"data:[^\"')]+")


def write_font(root: Path) -> None:
    """Write `font.css` for all pages below `root`."""
    pages = (path.read_text(encoding="utf-8") for path in sorted(root.rglob("*.html")))
    shown = {char for page in pages for char in _DATA.sub("", page)}
    encoded = base64.b64encode(_subset("".join(sorted(shown)))).decode()
    rule = (
        '@font-face { font-family: "Report Sans"; font-display: block; '
        f'src: url("data:font/woff;base64,{encoded}") format("woff"); }}\n'
    )
    (root / NAME).write_text(rule, encoding="utf-8")


def _subset(text: str) -> bytes:
    """Noto Sans SC with the glyphs of `text`; the same text gives the same bytes."""
    import pylopdf_fonts_zh_cn
    from fontTools import subset
    from fontTools.ttLib import TTFont

    options = subset.Options(hinting=False, layout_features=[], notdef_outline=True)
    font = TTFont(pylopdf_fonts_zh_cn.sans_path(), lazy=True, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=text)
    subsetter.subset(font)
    font.flavor = "woff"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
