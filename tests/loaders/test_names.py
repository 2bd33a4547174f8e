"""Names of departments and regions, read without the rest of the registry."""

from pathlib import Path

import pytest

from fenghua_analysis.drafting import Vocabulary
from fenghua_analysis.errors import DataError
from fenghua_analysis.loaders.names import Names, read_names
from fenghua_analysis.registry import load_registry

DATA = Path(__file__).resolve().parents[2] / "data"


def test_they_are_those_that_the_registry_reads():
    names, registry = read_names(DATA), load_registry(DATA)
    assert names.departments == Vocabulary.of(registry).departments
    codes = zip(registry.regions.code, registry.regions.name_zh, strict=True)
    assert names.regions == dict(codes)


def test_without_a_folder_there_are_none(tmp_path):
    assert read_names(tmp_path / "none") == Names()


def test_a_table_in_another_encoding_is_refused(tmp_path):
    (tmp_path / "registry").mkdir()
    path = tmp_path / "registry" / "regions.csv"
    path.write_bytes("code,name_zh\n330213,奉化区\n".encode("gb18030"))
    with pytest.raises(DataError, match=r"regions\.csv：文件不是 UTF-8 编码"):
        read_names(tmp_path)


def test_a_region_is_known_with_the_regions_above_it():
    regions = Vocabulary.of(load_registry(DATA)).regions
    for name in ("奉化区", "宁波市奉化区", "浙江省宁波市奉化区"):
        assert regions[name] == "330213"
    assert "奉化市" not in regions
