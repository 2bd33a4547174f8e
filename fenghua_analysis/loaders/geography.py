"""Maps of the data package, keyed by region code.

Four maps ship: the ten county-level units of Ningbo (© OpenStreetMap contributors,
ODbL), and the twelve townships of Fenghua as tiles (CC0), as seats (GeoNames, CC BY)
and as invented cells for demonstrations (ODbL). None shows an official boundary. A
file ``geo/official_townships.geojson`` of one's own takes the place of the tiles.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fenghua_analysis import table, wording
from fenghua_analysis.contract import read_table
from fenghua_analysis.errors import DataError, Problem

if TYPE_CHECKING:
    import geopandas as gpd

OFFICIAL = "geo/official_townships.geojson"
_AREAS = ("Polygon", "MultiPolygon")


@dataclass(frozen=True)
class Map:
    """One map: its file, the regions it must show, and how it shows them."""

    path: str
    parent: str
    shapes: tuple[str, ...] = _AREAS
    has_boundaries: bool = True


MAPS = {
    "counties": Map("geo/ningbo_counties.geojson", "330200"),
    "townships": Map(
        "geo/fenghua_townships_tiles.geojson", "330213", has_boundaries=False
    ),
    "seats": Map("geo/fenghua_townships_points.geojson", "330213", ("Point",), False),
    "schematic": Map("geo/fenghua_townships_schematic.geojson", "330213"),
    "official": Map(OFFICIAL, "330213"),
}


def read_map(data_dir: Path, what: str) -> "gpd.GeoDataFrame":
    """Read a map.

    Parameters
    ----------
    what : ``counties``, ``townships`` (an official file where there is one, else the
        tiles), ``seats`` or ``schematic`` (invented cells)

    Returns
    -------
    One row a region, indexed by its code, in longitude and latitude (EPSG:4326), with
    the file's own properties. ``attrs`` holds what a figure must show beside it:
    ``map`` (the kind of map: `map_note` words it), ``attribution``, ``licence`` and
    ``review_number`` (审图号; "" for every map that ships).

    Raises
    ------
    DataError : the file is missing or is no map of these regions.
    """
    import geopandas as gpd

    if what == "townships" and (data_dir / OFFICIAL).is_file():
        what = "official"
    tree, problems = _examined(MAPS[what], data_dir)
    if problems:
        raise DataError(problems)
    frame = gpd.GeoDataFrame.from_features(tree["features"], crs="EPSG:4326")
    frame.attrs = {
        "map": what,
        "attribution": tree.get("attribution", ""),
        "licence": tree.get("license", ""),
        "review_number": tree.get("review_number", ""),
    }
    return frame.set_index("code")


def map_note(frame: "gpd.GeoDataFrame", lang: str | None = None) -> str:
    """What a reader must know of a map: its kind, its makers, its review number."""
    kind = frame.attrs["map"]
    if frame.attrs["review_number"]:
        review = "reviewed"
    else:
        review = "not_reviewed" if MAPS[kind].has_boundaries else "no_boundary"
    keys = (
        [kind, "attribution", review] if frame.attrs["attribution"] else [kind, review]
    )
    said = [wording.say(f"data.map.{key}", lang, **frame.attrs) for key in keys]
    return wording.say("data.map.join", lang).join(said)


def map_problems(data_dir: Path) -> Iterator[Problem]:
    """Every fault of the maps; an official map is checked where there is one."""
    for shown in MAPS.values():
        if shown.path != OFFICIAL or (data_dir / OFFICIAL).is_file():
            yield from _examined(shown, data_dir)[1]


def _examined(shown: Map, data_dir: Path) -> tuple[dict[str, Any], list[Problem]]:
    path = data_dir / shown.path
    if not path.is_file():
        return {}, [Problem("missing_file", shown.path)]
    try:
        tree = json.loads(path.read_text(encoding="utf-8"))
        codes = [feature["properties"]["code"] for feature in tree["features"]]
        shapes = [feature["geometry"]["type"] for feature in tree["features"]]
    except UnicodeDecodeError:
        return {}, [Problem("not_utf8", shown.path)]
    except (ValueError, KeyError, TypeError) as error:
        reason = {"reason": f"{type(error).__name__}: {error}"}
        return {}, [Problem("broken_map", shown.path, details=reason)]
    expected = _expected(shown.parent, data_dir)
    return tree, [
        *_wrong_regions(codes, expected, shown.path),
        *_wrong_shapes(zip(codes, shapes, strict=True), shown),
    ]


def _expected(parent: str, data_dir: Path) -> set[str]:
    """The regions below `parent` that exist today."""
    regions = read_table(table.REGIONS, data_dir)
    return set(regions[(regions.parent == parent) & (regions.valid_to == "")].code)


def _wrong_regions(
    codes: list[str], expected: set[str], where: str
) -> Iterator[Problem]:
    for code in sorted(expected - set(codes)):
        yield Problem("missing_region", where, value=code)
    for code in sorted(set(codes) - expected):
        details = {"table": table.REGIONS.path}
        yield Problem("unknown_reference", where, None, "code", code, details)
    for code in sorted({code for code in codes if codes.count(code) > 1}):
        yield Problem("duplicate_id", where, None, "code", code)


def _wrong_shapes(found: Iterable[tuple[str, str]], shown: Map) -> Iterator[Problem]:
    details = {"allowed": "、".join(shown.shapes)}
    for code, shape in found:
        if shape not in shown.shapes:
            yield Problem("wrong_shape", shown.path, None, code, shape, details)
