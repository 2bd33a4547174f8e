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
    (root / NAME).write_text(font_rule("".join(pages)), encoding="utf-8")


def font_rule(page: str) -> str:
    """The CSS rule that carries the font of one page, whatever data it embeds."""
    shown = sorted(set(_DATA.sub("", page)))
    encoded = base64.b64encode(_subset("".join(shown))).decode()
    return (
        '@font-face { font-family: "Report Sans"; font-display: block; '
        f'src: url("data:font/woff;base64,{encoded}") format("woff"); }}\n'
    )


def _subset(text: str) -> bytes:
    """Noto Sans SC with the glyphs of `text`; the same text gives the same bytes."""
    import pylopdf_fonts_zh_cn
    from fontTools import subset
    from fontTools.ttLib import TTFont

    options = subset.Options(hinting=False, notdef_outline=True)
    options.layout_features = ["pwid"]  # quotation marks as narrow as English has them
    font = TTFont(pylopdf_fonts_zh_cn.sans_path(), lazy=True, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=text)
    subsetter.subset(font)
    font.flavor = "woff"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
