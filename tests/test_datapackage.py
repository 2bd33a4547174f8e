"""The descriptor and the page on the data format say what the package is today."""

import json
import shutil
from pathlib import Path

import pytest

from fenghua_analysis import data_format, datapackage, table

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "data"
ANEW = "run `python -m fenghua_analysis.datapackage`"


def test_the_descriptor_is_the_one_of_the_folder_as_it_stands():
    committed = (DATA / datapackage.DESCRIPTOR).read_text(encoding="utf-8")
    assert committed == datapackage.descriptor_text(DATA), ANEW


def test_the_page_on_the_data_format_is_the_one_of_the_declarations():
    committed = (ROOT / data_format.PATH).read_text(encoding="utf-8")
    assert committed == data_format.text(), ANEW


def test_every_file_of_the_folder_is_described():
    described = {r["path"] for r in datapackage.descriptor(DATA)["resources"]}
    files = {str(p.relative_to(DATA)) for p in DATA.rglob("*") if p.is_file()}
    assert files - described == {"README.md", "datapackage.json"}


def test_every_file_and_table_is_explained_to_a_person():
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    page = data_format.text()
    described = datapackage.descriptor(DATA)["resources"]
    assert [r["path"] for r in described if f"`{r['path']}`" not in readme] == []
    assert [t.name for t in table.TABLES if f"## {t.name}\n" not in page] == []


def test_every_column_of_the_observations_has_its_sdmx_name():
    assert list(data_format.SDMX) == table.OBSERVATIONS.names


def test_maps_carry_the_licences_of_their_makers():
    resources = datapackage.descriptor(DATA)["resources"]
    licences = {
        Path(r["path"]).name: r["licenses"][0]["name"]
        for r in resources
        if r["format"] == "geojson"
    }
    assert licences == {
        "ningbo_counties.geojson": "ODbL-1.0",
        "fenghua_townships_tiles.geojson": "CC0-1.0",
        "fenghua_townships_points.geojson": "CC-BY-4.0",
        "fenghua_townships_schematic.geojson": "ODbL-1.0",
    }


def test_maps_state_in_the_file_the_licence_that_their_source_states():
    for resource in datapackage.descriptor(DATA)["resources"]:
        if resource["format"] == "geojson":
            inside = json.loads((DATA / resource["path"]).read_text(encoding="utf-8"))
            assert inside["license"] == resource["licenses"][0]["name"]


def errors(folder: Path) -> list[str]:
    from frictionless import Package

    report = Package(str(folder / datapackage.DESCRIPTOR)).validate()
    return [error.type for task in report.tasks for error in task.errors]


def test_frictionless_finds_the_package_valid():
    assert errors(DATA) == []


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("gdp,330200,2022,15704", "gdp,330200,2022,many", "type-error"),
        ("gdp,330200,2022,15704", "gdp,330299,2022,15704", "foreign-key"),
        ("gdp,330200,2022,15704", "gdp,330200,2021,15704", "primary-key"),
    ],
)
def test_frictionless_finds_a_mistake(tmp_path, old, new, error):
    """The descriptor is not only valid: it enforces types, keys and references."""
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    path = folder / table.OBSERVATIONS.path
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    datapackage.write(folder)
    assert error in errors(folder)


def test_frictionless_finds_a_file_that_changed(tmp_path):
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    with (folder / table.BREAKS.path).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert "hash-count" in errors(folder)
