"""Files written whole or not at all."""

import os

import pytest

from fenghua_analysis.files import NotWrittenError, write_file


def test_a_file_is_written_and_replaced(tmp_path):
    path = tmp_path / "a.csv"
    for content in (b"first", b"second"):
        write_file(path, content)
        assert path.read_bytes() == content
    assert os.listdir(tmp_path) == ["a.csv"]


def test_a_folder_that_is_not_there_is_said_to_be(tmp_path):
    with pytest.raises(NotWrittenError, match=r"写不进去（No such file or directory）"):
        write_file(tmp_path / "no" / "a.csv", b"x")


def test_a_folder_in_the_place_of_a_file_is_said_to_be(tmp_path):
    with pytest.raises(NotWrittenError, match="原有文件未动"):
        write_file(tmp_path, b"x")


def test_a_device_is_written_to_and_not_replaced(tmp_path):
    write_file(os.devnull, b"x")
    assert not os.path.isfile(os.devnull)


def test_an_interrupt_leaves_nothing_beside(tmp_path, monkeypatch):
    def interrupted(source, target):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "a.csv", b"x")
    assert os.listdir(tmp_path) == []
