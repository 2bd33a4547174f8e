"""Bytes to text: the encodings that official files come in, told apart by content.

UTF-8 with or without its mark, GB18030, and UTF-16 in either order. A file's bytes are
never guessed at by statistics: an encoding fits or it does not.
"""

from fenghua_analysis.errors import DataError, Problem

_MARKS = {
    b"\xef\xbb\xbf": "utf-8",
    b"\xff\xfe": "utf-16-le",
    b"\xfe\xff": "utf-16-be",
}


def decode(content: bytes, *, file: str) -> str:
    """The text of a file; a byte order mark is not part of it.

    Parameters
    ----------
    content : the whole file
    file : its name, for the message

    Raises
    ------
    DataError : the bytes are no text in any of the encodings.

    Examples
    --------
    >>> decode("收入".encode("gb18030"), file="a.csv")
    '收入'
    """
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            content, guesses = content[len(mark) :], [encoding]
            break
    else:
        guesses = [_utf16(content)] if b"\x00" in content else ["utf-8", "gb18030"]
    for encoding in guesses:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_text(text):
            return text
    raise DataError(Problem("unreadable_text", file=file))


def _utf16(content: bytes) -> str:
    """Digits and line ends carry a zero byte: before or after tells the byte order."""
    return (
        "utf-16-be" if content[::2].count(0) > content[1::2].count(0) else "utf-16-le"
    )


def _is_text(text: str) -> bool:
    """Bytes of another format decode, if at all, to control and private characters."""
    strange = sum(
        (character < " " and character not in "\t\n\r\x0b\x0c")
        or "\ue000" <= character <= "\uf8ff"
        for character in text
    )
    return strange <= len(text) // 100
