"""Options that a command does not have, refused in our own words."""

from collections.abc import Iterable, Sequence

from fenghua_analysis.errors import ParameterError, Problem, nearest

EXTRAS = {"allow_extra_args": True, "ignore_unknown_options": True}
"""With these settings a command is told of what it does not know."""


def refuse_unknown(extra: Sequence[str], known: Sequence[str]) -> None:
    """Refuse what was written beyond the options of a command.

    Parameters
    ----------
    extra : the words that typer could not place
    known : names of the options, as they are typed without dashes

    Raises
    ------
    ParameterError : anything was; each word with what was probably meant.
    """
    if extra:
        raise ParameterError(_unknown(word, known) for word in _names(extra))


def _names(extra: Iterable[str]) -> list[str]:
    """The names of options in what was left over; without any, the words themselves."""
    words = [word.partition("=")[0] for word in extra]
    options = [word for word in words if word.startswith("-")]
    return list(dict.fromkeys(word.lstrip("-") for word in options or words))


def _unknown(word: str, known: Sequence[str]) -> Problem:
    names = {"names": "、".join(known)}
    near = nearest(word, known)
    return Problem("unknown_parameter", column=word, details=names, near=near)
