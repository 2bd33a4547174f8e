"""A command line that cannot be read, said in our own words.

typer words its own faults in English only. Who writes ``--lang`` is answered in that
language; nobody else has told us which is theirs, so both are spoken.
"""

import re
from collections.abc import Iterable
from typing import Any

import typer

from fenghua_analysis.errors import Problem, nearest
from fenghua_analysis.wording import LANGUAGES

# typer has no public name for the class of all faults of a command line.
UsageError: Any = typer.BadParameter.__base__

_LANG = re.compile(r"--lang[= ](\w+)")
_COMMAND = re.compile(r"No such command '([^']*)'")
_EXTRA = re.compile(r"extra argument(?:s|\(s\))? \((.*)\)")


def answer(error: Any, words: Iterable[str]) -> str:
    """What is wrong with a command line.

    Parameters
    ----------
    error : typer's `UsageError`
    words : the command line, which may name a language
    """
    stated = _LANG.search(" ".join(words))
    lang = stated[1] if stated else ""
    spoken = (lang,) if lang in LANGUAGES else LANGUAGES
    problem = _problem(error)
    return "\n".join(problem.text(one) for one in spoken)


def _problem(error: Any) -> Problem:
    said = error.format_message()
    kind = type(error).__name__
    command: Any = error.ctx.command if error.ctx else None
    if kind == "NoSuchOption":
        known = [name.lstrip("-") for p in command.params for name in p.opts]
        return _unknown("unknown_parameter", error.option_name.lstrip("-"), known)
    if kind == "BadOptionUsage":
        return Problem("missing_value", column=error.option_name)
    if kind == "MissingParameter":
        return Problem("missing_argument", column=error.param.name)
    if match := _COMMAND.search(said):
        return _unknown("unknown_command", match[1], command.list_commands(error.ctx))
    if match := _EXTRA.search(said):
        return Problem("extra_argument", value=match[1])
    return Problem("misuse", details={"reason": said})


def _unknown(key: str, word: str, known: Iterable[str]) -> Problem:
    names = list(dict.fromkeys(known))
    details = {"names": "、".join(names)}
    return Problem(key, column=word, details=details, near=nearest(word, names))
