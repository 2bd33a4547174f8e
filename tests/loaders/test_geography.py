"""Maps show the regions they should, and say what they are not."""

import json
import re
import shutil
from pathlib import Path

import pytest

from fenghua_analysis import wording
from fenghua_analysis.errors import DataError
from fenghua_analysis.loaders.geography import (
    MAPS,
    OFFICIAL,
    map_note,
    map_problems,
    read_map,
)

DATA = Path(__file__).resolve().parents[2] / "data"
TILES = MAPS["townships"].path


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(DATA / "geo", tmp_path / "geo")
    (tmp_path / "registry").mkdir()
    shutil.copy(DATA / "registry/regions.csv", tmp_path / "registry")
    return tmp_path


def put(folder: Path, path: str, **changes: object) -> dict:
    """The tiles, changed and written to `path`."""
    tree = json.loads((DATA / TILES).read_text(encoding="utf-8")) | changes
    (folder / path).write_text(json.dumps(tree), encoding="utf-8")
    return tree


@pytest.mark.parametrize(("what", "count"), [("counties", 10), ("townships", 12)])
def test_a_map_has_one_shape_for_each_region_of_today(what, count):
    frame = read_map(DATA, what)
    assert len(frame) == count and frame.index.is_unique
    assert frame.crs.to_epsg() == 4326 and frame.geometry.is_valid.all()


def test_the_census_counts_of_the_counties_add_up_to_the_city():
    """Seventh census: 9,404,283 residents of Ningbo."""
    assert read_map(DATA, "counties").pop_2020_census.sum() == 9_404_283


def test_tiles_do_not_overlap():
    tiles = read_map(DATA, "townships").geometry
    areas = [tile.area for tile in tiles]
    assert tiles.union_all().area == pytest.approx(sum(areas))


def test_every_seat_lies_near_its_own_invented_cell():
    """Within 0.03°, about 3 km: two of the seats are approximate."""
    seats, cells = read_map(DATA, "seats"), read_map(DATA, "schematic")
    distances = [seats.geometry[c].distance(cells.geometry[c]) for c in seats.index]
    assert max(distances) < 0.03


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("counties", "OpenStreetMap.*ODbL-1.0.*未经审图"),
        ("townships", "格网.*CC0-1.0.*未画界线，无审图号"),
        ("seats", "GeoNames.*CC-BY-4.0.*未画界线"),
        ("schematic", "虚构.*仅供演示.*ODbL-1.0.*未经审图"),
    ],
)
def test_every_map_says_whose_it_is_and_that_nobody_reviewed_it(what, words):
    assert re.search(words, map_note(read_map(DATA, what), "zh"))
    assert map_note(read_map(DATA, what), "en")


def test_an_official_file_takes_the_place_of_the_tiles(folder):
    put(folder, OFFICIAL, review_number="浙S（2024）1号", attribution="自然资源局")
    frame = read_map(folder, "townships")
    assert frame.attrs["map"] == "official"
    assert "审图号：浙S（2024）1号" in map_note(frame, "zh")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda f: f[:-1], "330213108.*the map lacks the region"),
        (lambda f: [*f, f[0]], "330213001 stands twice"),
        (
            lambda f: [*f[1:], f[0] | {"properties": {"code": "330213"}}],
            "code · value “330213”: registry/regions.csv does not hold it",
        ),
        (
            lambda f: [
                *f[1:],
                f[0] | {"geometry": {"type": "Point", "coordinates": [121.4, 29.7]}},
            ],
            "330213001 · value “Point”: not the kind.*Polygon, MultiPolygon",
        ),
        (lambda f: [{"type": "Feature"}], "not a usable GeoJSON.*properties"),
    ],
)
def test_a_map_of_other_regions_is_refused(folder, change, message):
    wording.speak("en")
    tree = put(folder, OFFICIAL)
    put(folder, OFFICIAL, features=change(tree["features"]))
    with pytest.raises(DataError, match=message):
        read_map(folder, "townships")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "tiles.geojson: the file is missing"),
        (b"{", "not a usable GeoJSON"),
        ('{"name": "奉化"}'.encode("gb18030"), "the file is not UTF-8"),
    ],
)
def test_a_file_that_is_no_map_is_said_to_be_none(folder, content, message):
    wording.speak("en")
    (folder / TILES).unlink()
    if content is not None:
        (folder / TILES).write_bytes(content)
    with pytest.raises(DataError, match=message):
        read_map(folder, "townships")


def test_the_maps_that_ship_have_no_problems():
    assert list(map_problems(DATA)) == []
