"""The document inside its review workbook: what adding it has to know of the file.

The text travels in a hidden sheet, packed, so that whoever adds the workbook needs
nothing else; reading it anew gives the rows that the reviewer saw.
"""

import base64
import binascii
import hashlib
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fenghua_analysis.review.layout import VERSION

_CHUNK = 30_000
"""Characters of a cell; a workbook takes 32,767."""
_LARGEST = 200_000_000
"""Most bytes that a packed text may hold; beyond it is a trap."""


@dataclass(frozen=True)
class Carried:
    """A document and how it was read.

    Attributes
    ----------
    name, sha256 : of its file
    year, region : as given with the command that wrote the workbook
    """

    text: str
    name: str
    sha256: str
    year: int | None = None
    region: str | None = None


def packed(carried: Carried) -> Iterator[tuple[str, str]]:
    """Keys and values, a row each; the text in as many rows as it takes."""
    yield "version", VERSION
    yield "name", carried.name
    yield "sha256", carried.sha256
    yield "year", str(carried.year or "")
    yield "region", carried.region or ""
    content = carried.text.encode("utf-8", errors="surrogatepass")
    yield "text_sha256", hashlib.sha256(content).hexdigest()
    encoded = base64.b64encode(zlib.compress(content, 9)).decode()
    for start in range(0, max(len(encoded), 1), _CHUNK):
        yield "text", encoded[start : start + _CHUNK]


def unpacked(rows: list[tuple[str, str]]) -> Carried:
    """The document that `packed` made rows of.

    Raises
    ------
    ValueError : the rows are not complete, or another version wrote them.
    """
    told: Mapping[str, str] = dict(rows)
    encoded = "".join(value for key, value in rows if key == "text")
    content = _inflated(encoded)
    whole = hashlib.sha256(content).hexdigest() == told.get("text_sha256")
    if told.get("version") != VERSION or not whole:
        raise ValueError(told.get("version"))
    return Carried(
        text=content.decode("utf-8", errors="surrogatepass"),
        name=told.get("name", ""),
        sha256=told.get("sha256", ""),
        year=int(told["year"]) if told.get("year") else None,
        region=told.get("region") or None,
    )


def _inflated(encoded: str) -> bytes:
    try:
        unpacker = zlib.decompressobj()
        return unpacker.decompress(base64.b64decode(encoded), _LARGEST)
    except (zlib.error, binascii.Error) as fault:
        raise ValueError(str(fault)) from None
