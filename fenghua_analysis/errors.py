"""What is wrong with an input, said so that its owner can mend it.

A `Problem` is one fault: what, where (file, row, column, value), what to do. Its
words stand in `texts.yml` under ``problem.<key>``, so it is spoken in the language of
the run. Errors carry problems; nothing else in the package words its own messages.
"""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from fenghua_analysis import wording

SHOWN = 5
"""Problems that one error prints; `fenghua data check` prints them all."""


@dataclass(frozen=True)
class Problem:
    """One fault in one place.

    Parameters
    ----------
    key : names the pair ``problem.<key>.what`` / ``problem.<key>.do`` in `texts.yml`
    file : the file as its owner knows it, relative to the data folder when inside it
    row : line as an editor or a spreadsheet numbers it (the header is 1); None if none
    column, value : as they stand in the file
    details : further values that the two sentences name
    near : what was probably meant; `nearest` finds it

    Examples
    --------
    >>> print(Problem("missing_file", file="observations.csv").text("en"))
    observations.csv: the file is missing → put it back, or point --data-dir elsewhere
    """

    key: str
    file: str = ""
    row: int | None = None
    column: str = ""
    value: Any = None
    details: dict[str, Any] = field(default_factory=dict)
    near: str = ""

    def where(self, lang: str | None = None) -> str:
        """File, row, column and value, as far as they are known, joined by “·”."""
        parts = [self.file]
        if self.row is not None:
            parts.append(wording.say("problem.row", lang, row=self.row))
        parts.append(self.column)
        if self.value is not None:
            parts.append(wording.say("problem.value", lang, value=self.value))
        return " · ".join(part for part in parts if part)

    def what(self, lang: str | None = None) -> str:
        """The fault in one sentence, with what was probably meant."""
        hint = wording.say("problem.near", lang, near=self.near) if self.near else ""
        return self._say("what", lang) + hint

    def remedy(self, lang: str | None = None) -> str:
        """What to do about it."""
        return self._say("do", lang)

    def text(self, lang: str | None = None) -> str:
        """Where, what and remedy on one line."""
        where = self.where(lang)
        head = wording.say("problem.at", lang, where=where) if where else ""
        return f"{head}{self.what(lang)} → {self.remedy(lang)}"

    def _say(self, part: str, lang: str | None) -> str:
        named = {"file": self.file, "column": self.column, "value": self.value}
        said = wording.say(f"problem.{self.key}.{part}", lang, **(named | self.details))
        if (lang or wording.language()) == "zh":
            return said
        # Lists of names are joined the Chinese way, wherever they come from.
        return said.replace("、", ", ")


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like `word`, or "" when none is like it.

    Examples
    --------
    >>> nearest("regoin", ["region", "plan"]), nearest("xyz", ["region"])
    ('region', '')
    """
    # Half of a two-character name is as much as a misspelt one shares with it.
    matches = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return next(iter(matches), "")


class ProblemError(ValueError):
    """An input that cannot be used; `problems` holds everything wrong with it.

    `mid_run` tells a fault that stopped a run under way from one found before it.
    """

    mid_run = False

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        if isinstance(problems, Problem):
            problems = [problems]
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        lines = [problem.text() for problem in self.problems[:SHOWN]]
        if len(self.problems) > SHOWN:
            more = len(self.problems) - SHOWN
            lines.append(wording.say("problem.more", count=more))
        return "\n".join(lines)


class DataError(ProblemError):
    """A table or a file of statistics breaks its contract."""


class RegistryError(ProblemError):
    """The registry contradicts itself or names something that it does not hold."""


class ParameterError(ProblemError):
    """A request that cannot be run: nothing has been started."""
