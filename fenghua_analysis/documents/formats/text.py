"""Plain text, kept as the file holds it, leftovers of web pages included."""

from fenghua_analysis.decoding import decode


def read(content: bytes, name: str) -> str:
    """The text, line ends as they are; a byte order mark is not part of it.

    Raises
    ------
    DataError : bytes that are no text in UTF-8, GB18030 or UTF-16.
    """
    return decode(content, file=name)
