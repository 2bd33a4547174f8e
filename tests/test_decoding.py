"""An official text reads alike in every encoding that it comes in."""

import pytest

from fenghua_analysis import wording
from fenghua_analysis.decoding import decode
from fenghua_analysis.errors import DataError

TEXT = "溪口镇，2022年\n52000元\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"],
)
def test_the_encoding_is_found_by_the_bytes(encoding):
    assert decode(TEXT.encode(encoding), file="a.txt") == TEXT


def test_a_file_of_nothing_is_a_text_of_nothing():
    assert decode(b"", file="a.txt") == ""


@pytest.mark.parametrize(
    "content", [b"\x89PNG\r\n" + bytes(range(256)), b"\xff\xff\xff"]
)
def test_bytes_that_are_no_text_are_called_so(content):
    wording.speak("en")
    with pytest.raises(DataError, match=r"a\.txt: not readable as text"):
        decode(content, file="a.txt")
