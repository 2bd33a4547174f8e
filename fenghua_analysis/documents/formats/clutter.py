"""What surrounds the text of a web page, and is no part of the document.

Menus, paths, share buttons, lists of other news and the foot of the page are known by
their tags, by the names that site builders give them, by being hidden, or by being
links. None of these signs is certain: what holds much of a page's text always stays.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fenghua_analysis.documents.formats.furniture import is_furniture
from fenghua_analysis.documents.grammar.lexicon import words

if TYPE_CHECKING:
    from lxml.etree import _Element

_TAGS = words(
    "head script style noscript template iframe frame object embed applet svg canvas "
    "map audio video button select option textarea input nav footer aside dialog menu"
)
_ROLES = frozenset(words("navigation banner contentinfo search complementary menu"))
_NAMES = frozenset(
    words(
        "nav navbar navi menu submenu topnav subnav breadcrumb breadcrumbs crumb "
        "crumbs bread position location weizhi dqwz wzdh mianbaoxie share sharing "
        "bdshare bdsharebuttonbox jiathis social footer foot copyright beian sidebar "
        "aside related relate relation relevant recommend recommended xgwz xgyd xgxw "
        "hot hotnews ranking pager pagination paging prevnext toolbar tools fontsize "
        "ziti print dayin comment comments search login header banner logo friendlink "
        "friendlinks rel top bottom yqlj qrcode ewm erweima wechat weixin weibo ad ads "
        "advert hidden hide dnone invisible visually"
    )
)
_WORD = re.compile(r"[a-z]+|[A-Z][a-z]*")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_MEDIA = re.compile(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_CONTAINERS = frozenset(words("body div section article main form center"))
_TELLING = re.compile(r"[。；]|[一二三四五六七八九十]、|附件")
_FEWEST_ROWS = 3
"""Rows of a table that tells something; with fewer it is an imprint."""
_MUCH = 0.4
"""Share of a page's text that no clutter has."""
_LINKED, _FEWEST_LINKS = 0.8, 3
_LONGEST_STYLE = 200_000


def clutter_of(page: "_Element") -> set["_Element"]:
    """The elements of a page that are no part of its document, outermost ones only."""
    hiding = _hiding_names(page)
    gone = set(page.iter(*_TAGS))
    weights = _weigh(page, gone)
    much = _MUCH * weights[page].own
    inside: set[_Element] = set()
    for element, weight in weights.items():
        if element.tag in ("html", "body"):
            continue
        if element.getparent() in inside:
            inside.add(element)
        elif weight.own <= much and _is_clutter(element, weight, hiding=hiding):
            inside.add(element)
            gone.add(element)
    return gone


def core_of(page: "_Element", gone: set["_Element"]) -> "_Element":
    """The innermost container that holds everything that tells something."""
    body = page.find(".//body")
    core = page if body is None else body
    weights = _weigh(core, gone)
    whole = weights[core].telling
    while whole:
        inner = [child for child in core if _telling(weights, child) == whole]
        if not inner or inner[0].tag not in _CONTAINERS:
            break
        core = inner[0]
    return core


def title_of(page: "_Element") -> str:
    """The title that a page states of its document, in its head or a heading."""
    for meta in page.iter("meta"):
        if meta.get("name", "").lower() == "articletitle":
            return " ".join(meta.get("content", "").split())
    headings = (_words(found) for found in page.iter("h1") if not _is_named(found))
    return next((heading for heading in headings if len(heading) >= 6), "")


@dataclass(slots=True)
class _Weight:
    """Characters outside links and within, links, rows, and what tells something."""

    own: int = 0
    linked: int = 0
    links: int = 0
    rows: int = 0
    telling: int = 0

    def add(self, other: "_Weight") -> None:
        self.own += other.own
        self.linked += other.linked
        self.links += other.links
        self.rows += other.rows
        self.telling += other.telling


def _weigh(page: "_Element", gone: set["_Element"]) -> dict["_Element", _Weight]:
    """Each element, in their order, with all that is in it; in one walk."""
    from lxml import etree

    weights: dict[_Element, _Weight] = {}
    open_links = 0
    walk = etree.iterwalk(page, events=("start", "end"))
    for event, element in walk:
        is_link = element.tag == "a"
        if event == "start":
            if element in gone:
                walk.skip_subtree()
                continue
            open_links += is_link
            weights[element] = _of_text(element.text, open_links)
            weights[element].links = int(is_link)
            weights[element].rows = int(element.tag == "tr")
            continue
        open_links -= is_link and element not in gone
        around = weights.get(element.getparent())
        held = weights.get(element, _Weight())
        if element.tag == "table" and held.rows >= _FEWEST_ROWS:
            held.telling += 1
        if around is not None and element is not page:
            around.add(held)
            around.add(_of_text(element.tail, open_links))
    return weights


def _telling(weights: dict["_Element", _Weight], element: "_Element") -> int:
    return weights[element].telling if element in weights else 0


def _of_text(text: str | None, open_links: int) -> _Weight:
    bare = "".join(text.split()) if text else ""
    if open_links:
        return _Weight(linked=len(bare))
    telling = bool(bare) and not is_furniture(bare) and _TELLING.search(bare[:500])
    return _Weight(own=len(bare), telling=int(bool(telling)))


def _is_clutter(
    element: "_Element", weight: _Weight, *, hiding: frozenset[str]
) -> bool:
    return (
        _is_hidden(element, hiding) or _is_named(element) or _is_links(element, weight)
    )


def _is_hidden(element: "_Element", hiding: frozenset[str]) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if _HIDING.search(element.get("style", "")):
        return True
    return not hiding.isdisjoint(_selectors(element))


def _selectors(element: "_Element") -> Iterator[str]:
    yield from (f".{name}" for name in element.get("class", "").split())
    yield f"#{element.get('id', '')}"


def _hiding_names(page: "_Element") -> frozenset[str]:
    """Classes and ids that the page's own style sheet hides on the screen."""
    sheets = ((style.text or "")[:_LONGEST_STYLE] for style in page.iter("style"))
    return frozenset(
        name.strip()
        for sheet in sheets
        for names, rule in _RULE.findall(_MEDIA.sub("", sheet))
        if _HIDING.search(rule)
        for name in names.split(",")
        if re.fullmatch(r"\s*[.#][\w-]+\s*", name)
    )


def _is_named(element: "_Element") -> bool:
    if element.get("role", "") in _ROLES:
        return True
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return any(word.lower() in _NAMES for word in _WORD.findall(names[:300]))


def _is_links(element: "_Element", weight: _Weight) -> bool:
    """A list of links to other pages; links to the annexes belong to the document."""
    total = weight.own + weight.linked
    if weight.links < _FEWEST_LINKS or weight.linked < _LINKED * total:
        return False
    return "附件" not in "".join(element.itertext())


def _words(element: "_Element") -> str:
    return " ".join("".join(element.itertext()).split())
