"""Every sentence that the project speaks, in Chinese and in English.

The sentences stand in one file, `texts.yml`, where a reviewer can read them all; the
code only fills in numbers. No other module holds a string that a reader will see.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib import resources
from typing import Any

LANGUAGES = ("zh", "en")

_spoken: ContextVar[str] = ContextVar("language", default="zh")


def language() -> str:
    """The language of this run, ``zh`` unless `speak` has chosen another."""
    return _spoken.get()


def speak(lang: str) -> None:
    """Choose the language of this run.

    Raises
    ------
    ValueError : `lang` is not one of `LANGUAGES`.
    """
    if lang not in LANGUAGES:
        raise ValueError(f"{lang!r}: zh, en")
    _spoken.set(lang)


@contextmanager
def speaking(lang: str) -> Iterator[None]:
    """Speak `lang` inside the block, and the language of before after it.

    Examples
    --------
    >>> with speaking("en"):
    ...     say("verdict.met")
    'met'
    """
    before = _spoken.set(lang)
    try:
        yield
    finally:
        _spoken.reset(before)


def say(key: str, lang: str | None = None, /, **values: Any) -> str:
    """The sentence `key` in `lang` (default: the language of the run), filled in.

    Raises
    ------
    KeyError : no such sentence, or a value that the sentence names was not given.

    Examples
    --------
    >>> say("verdict.met", "zh"), say("verdict.met", "en")
    ('已达到', 'met')
    """
    return texts()[key][lang or language()].format(**values)


def both(key: str, /, **values: Any) -> str:
    """The sentence in both languages, as remarks within the data are written.

    Examples
    --------
    >>> both("verdict.met")
    '已达到 / met'
    """
    return " / ".join(say(key, lang, **values) for lang in LANGUAGES)


def in_language(remark: str) -> str:
    """The half of a remark in both languages that the run speaks; else all of it.

    Examples
    --------
    >>> in_language("与上年持平 / unchanged on the year"), in_language("52397 − 2498")
    ('与上年持平', '52397 − 2498')
    >>> in_language("省统计局 / 调查总队"), in_language("65100 / 39000")
    ('省统计局 / 调查总队', '65100 / 39000')
    """
    chinese, _, english = remark.partition(" / ")
    if not english or _is_chinese(english[0]) or not _is_chinese(chinese):
        return remark
    return english if language() == "en" else chinese


def _is_chinese(text: str) -> bool:
    return any("\u4e00" <= char <= "\u9fff" for char in text)


def knows(key: str) -> bool:
    """Whether `texts.yml` holds the sentence `key`."""
    return key in texts()


@cache
def texts() -> dict[str, dict[str, str]]:
    """All sentences: dotted key → language → template."""
    import yaml

    source = resources.files("fenghua_analysis").joinpath("texts.yml")
    tree = yaml.load(source.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return dict(_leaves(tree, ""))


def _leaves(tree: dict[str, Any], path: str) -> list[tuple[str, dict[str, str]]]:
    if set(tree) == set(LANGUAGES):
        return [(path, tree)]
    return [
        leaf
        for key, branch in tree.items()
        for leaf in _leaves(branch, f"{path}.{key}" if path else key)
    ]
