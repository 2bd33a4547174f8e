"""Radicals that a PDF names instead of the characters which look the same.

Fonts draw 人 and the radical ⼈ with one shape, and programs that make PDFs then note
down either of them: “⼈均可⽀配收⼊” reads well and is found by no search.
"""

import unicodedata

_KANGXI = range(0x2F00, 0x2FD6)
_SUPPLEMENT = str.maketrans(
    "⺟⺠⺡⺣⺫⺮⺶⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳⼾",
    "母民氵灬罒竹羊虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟户",
)
_TABLE = {c: unicodedata.normalize("NFKC", chr(c)) for c in _KANGXI} | _SUPPLEMENT


def as_characters(text: str) -> str:
    """Text with characters where it has radicals.

    Examples
    --------
    >>> as_characters("⼈均可⽀配收⼊")
    '人均可支配收入'
    """
    return text.translate(_TABLE)
