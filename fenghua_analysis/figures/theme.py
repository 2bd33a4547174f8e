"""One look for every figure: fonts with Chinese glyphs, five hues, and the frame.

Hues are Okabe and Ito's, told apart by colour-blind readers; colour is never the only
sign: every verdict has a marker of its own as well.
"""

import re
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec

from fenghua_analysis.errors import DataError, Problem
from fenghua_analysis.wording import say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.axis import Axis
    from matplotlib.figure import Figure

P = ParamSpec("P")

ACCENT = "#0072B2"  # Fenghua, and what is looked at
TARGET = "#D55E00"  # the line to reach
GOOD = "#009E73"
WARN = "#E69F00"
CONTEXT = "#8C8C8C"  # everyone else
FAINT = "#D9D9D9"
INK = "#222222"
CLEAR: dict[str, Any] = {"boxstyle": "square,pad=0.1", "fc": "white", "ec": "none"}
"""A ground for a label that a line may pass: the line gives way."""

VERDICT_COLOURS = {
    "met": GOOD,
    "on_track": "#56B4E9",
    "off_track": WARN,
    "not_yet": "#F0C27B",
    "missed": TARGET,
    "reversing": "#A23B00",
    "no_data": FAINT,
    "not_published": "#BBBBBB",
}


@dataclass(frozen=True)
class Drawing:
    """A drawn figure: its axes, the finding in its title, and a sentence in its place.

    `alt` says in words, with the numbers, what the figure shows, for a reader who
    cannot see it.
    """

    axes: "Axes"
    title: str
    alt: str


@contextmanager
def themed() -> Iterator[None]:
    """Draw inside this: fonts and sizes set, and a missing glyph is an error.

    Raises
    ------
    DataError : a text holds a character that the font lacks; tofu reaches no reader.
    """
    import matplotlib

    with matplotlib.rc_context(_settings()), warnings.catch_warnings():
        warnings.filterwarnings("error", message=r"Glyph .* missing from font")
        try:
            yield
        except UserWarning as missing:
            raise DataError(
                Problem("missing_glyph", details={"reason": str(missing)})
            ) from missing


def figure(draw: Callable[P, Drawing]) -> Callable[P, Drawing]:
    """Draw inside the theme: what every `draw_<what>` function is decorated with."""

    @wraps(draw)
    def inside(*args: P.args, **kwargs: P.kwargs) -> Drawing:
        with themed():
            return draw(*args, **kwargs)

    return inside


def canvas(ax: "Axes | None", *, width: float = 8, height: float = 4.5) -> "Axes":
    """The axes to draw on: those given, or those of a new figure in inches."""
    if ax is not None:
        return ax
    from matplotlib.figure import Figure

    return Figure(figsize=(width, height)).add_subplot()


def finish(ax: "Axes", figure: str, /, *, illustrative: bool, **words: Any) -> Drawing:
    """Give a figure its words: ``figure.<figure>.title``, ``.subtitle`` and ``.alt``.

    The title states the finding; the subtitle the measure, unit and source; the alt
    sentence what is to be seen. All three are made from `words`.
    """
    title, subtitle, alt = _words(figure, illustrative=illustrative, **words)
    ax.spines[["top", "right"]].set_visible(False)
    below = wrapped(subtitle, 108)
    room = 12 + 13 * (below.count("\n") + 1)
    ax.set_title(wrapped(title, 72), loc="left", pad=room, fontsize=12.5, color=INK)
    ax.annotate(
        below,
        (0, 1),
        xytext=(0, 7),
        xycoords="axes fraction",
        textcoords="offset points",
        fontsize=8.5,
        color="#555555",
        va="bottom",
    )
    if illustrative:
        watermark(ax)
    return Drawing(ax, title, alt)


def finish_figure(
    figure: "Figure", name: str, /, *, illustrative: bool, **words: Any
) -> Drawing:
    """`finish` for small multiples: the words stand above all panels."""
    title, subtitle, alt = _words(name, illustrative=illustrative, **words)
    inch = 1 / figure.get_figheight()
    figure.text(0.06, 1, wrapped(title, 72), va="top", fontsize=12.5, color=INK)
    below = wrapped(subtitle, 108)
    figure.text(0.06, 1 - 0.3 * inch, below, va="top", fontsize=8.5, color="#555555")
    figure.subplots_adjust(top=1 - 0.95 * inch)
    if illustrative:
        watermark(figure.axes[0])
    return Drawing(figure.axes[0], title, alt)


def _words(figure: str, *, illustrative: bool, **words: Any) -> tuple[str, str, str]:
    """Title, subtitle and alt; no source is named alone for what was invented."""
    title, subtitle, alt = (
        say(f"figure.{figure}.{part}", **words) for part in ("title", "subtitle", "alt")
    )
    if illustrative:
        subtitle = say("figure.illustrative", subtitle=subtitle)
    return title, subtitle, alt


def wrapped(text: str, width: int) -> str:
    """Text broken into lines; a Chinese character is two wide and may end a line."""
    lines, used = [""], 0
    for part in re.findall(r"[\u2e80-\uffef]|[^\s\u2e80-\uffef]+|\s+", text):
        size = len(part) * (1 + (part[0] > "\u2e7f"))
        if used + size > width and part not in "，。；：、）？":
            lines, used = [*lines, ""], 0
            part = part.lstrip()
        lines[-1] += part
        used += size
    return "\n".join(lines)


def rise(ax: "Axes", points: float) -> float:
    """What `points` on paper are on the value axis, as its limits stand."""
    bottom, top = ax.get_ylim()
    inches = ax.get_position().height * ax.figure.get_figheight()  # type: ignore[union-attr]
    return (top - bottom) * points / (inches * 72)


def apart(places: Sequence[float], *, least: float) -> list[float]:
    """Places moved as little as may be until each is `least` from the next.

    Examples
    --------
    >>> apart([5.0, 0.0, 5.1], least=1.0)
    [4.55, 0.0, 5.55]
    """
    order = sorted(range(len(places)), key=places.__getitem__)
    groups: list[list[float]] = []  # of each: the centre, and how many it holds
    for index in order:
        groups.append([places[index], 1])
        while len(groups) > 1 and _touch(groups[-2], groups[-1], least):
            (low, few), (high, more) = groups[-2:]
            groups[-2:] = [[(low * few + high * more) / (few + more), few + more]]
    moved = [
        round(centre + least * (rank - (count - 1) / 2), 9)
        for centre, count in groups
        for rank in range(int(count))
    ]
    return [moved[order.index(index)] for index in range(len(places))]


def _touch(lower: list[float], upper: list[float], least: float) -> bool:
    reach = least * (lower[1] + upper[1]) / 2
    return upper[0] - lower[0] < reach


def whole_numbers(axis: "Axis") -> None:
    """Ticks at whole numbers only: half a target or half an item does not exist."""
    from matplotlib.ticker import MaxNLocator

    axis.set_major_locator(MaxNLocator(integer=True))


def watermark(ax: "Axes") -> None:
    """Say across the figure that its numbers are illustrative."""
    ax.figure.text(
        0.5,
        0.5,
        say("figure.watermark"),
        fontsize=34,
        color="#C00000",
        alpha=0.22,
        rotation=24,
        ha="center",
        va="center",
        zorder=10,
    )


def save(drawing: Drawing, stem: Path) -> list[Path]:
    """Write a drawing as PNG and SVG beside each other; returns the two paths.

    The files hold no date and the identifiers in the SVG are fixed, so the same table
    gives the same bytes.
    """
    import matplotlib

    figure: Any = drawing.axes.figure
    stem.parent.mkdir(parents=True, exist_ok=True)
    paths = [stem.with_suffix(".png"), stem.with_suffix(".svg")]
    with themed(), matplotlib.rc_context({"svg.hashsalt": "fenghua"}):
        figure.savefig(paths[0], dpi=160, metadata={"Software": None})
        figure.savefig(paths[1], metadata={"Date": None, "Title": drawing.title})
    return paths


def _settings() -> dict[Any, Any]:
    return {
        "font.family": [font_family(), "DejaVu Sans"],
        "font.size": 9.5,
        "axes.edgecolor": "#888888",
        "axes.labelcolor": "#444444",
        "xtick.color": "#444444",
        "ytick.color": "#444444",
        "axes.unicode_minus": False,
        "axes.titlelocation": "left",
        "savefig.bbox": "tight",
        "savefig.pad_inches": 0.15,
        "savefig.facecolor": "white",
        "legend.frameon": False,
    }


@cache
def font_family() -> str:
    """Register Noto Sans SC, which has every character of the registry, once."""
    import pylopdf_fonts_zh_cn
    from matplotlib import font_manager

    path = pylopdf_fonts_zh_cn.sans_path()
    font_manager.fontManager.addfont(path)
    return font_manager.FontProperties(fname=path).get_name()
