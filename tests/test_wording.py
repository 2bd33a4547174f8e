"""The sentences: complete in both languages, used, and naming the same values."""

import re
import string
from pathlib import Path

import pytest

from fenghua_analysis import wording

PACKAGE = Path(wording.__file__).parent
TEXTS = wording.texts()


def _names(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("key", TEXTS)
def test_both_languages_name_the_same_values(key: str) -> None:
    """A number shown in one language only would be a number kept from the others."""
    assert _names(TEXTS[key]["zh"]) == _names(TEXTS[key]["en"])


@pytest.mark.parametrize("key", TEXTS)
def test_no_half_width_punctuation_between_chinese_characters(key: str) -> None:
    if key.startswith("unit.name."):
        return  # a unit stands as the documents write it
    chinese = re.sub(r"`[^`]*`|\{[^}]*\}", "", TEXTS[key]["zh"])
    assert not re.search(r"[\u4e00-\u9fff][,;:?!()][\u4e00-\u9fff]", chinese)


def test_percent_and_percentage_points_are_told_apart() -> None:
    """A difference is never worded with %: 百分点 stands in its own template."""
    assert "百分点" in TEXTS["unit.points"]["zh"]
    assert "%" not in TEXTS["unit.points"]["zh"] + TEXTS["unit.points"]["en"]


def test_every_sentence_that_the_code_names_is_there() -> None:
    """Catches a key misspelt in a branch that no other test runs through."""
    named = set()
    for path in PACKAGE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        named |= set(re.findall(r'\bsay\(\s*"([a-z0-9_.]+)"', text))
    for path in PACKAGE.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        named |= set(re.findall(r"""\bsay\(["']([a-z0-9_.]+)["']""", text))
    assert named - set(TEXTS) == set()


def test_every_problem_says_what_is_wrong_and_what_to_do() -> None:
    keys = {key for key in TEXTS if key.startswith("problem.")}
    stems = {key.rsplit(".", 1)[0] for key in keys if key.endswith((".what", ".do"))}
    assert {f"{stem}.{part}" for stem in stems for part in ("what", "do")} <= keys


def test_every_problem_that_the_code_raises_has_words() -> None:
    raised = set()
    for path in PACKAGE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        raised |= set(re.findall(r'\bProblem\(\s*"([a-z0-9_]+)"', text))
    missing = {key for key in raised if not wording.knows(f"problem.{key}.what")}
    assert missing == set()


def test_a_language_unknown_is_refused() -> None:
    with pytest.raises(ValueError, match="zh, en"):
        wording.speak("fr")


def test_speaking_gives_the_language_back_even_after_a_fault() -> None:
    with pytest.raises(RuntimeError), wording.speaking("en"):
        raise RuntimeError
    assert wording.language() == "zh"
