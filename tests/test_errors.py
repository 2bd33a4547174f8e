"""What is wrong, where, and what to do: five at most, in the language of the run."""

import pytest

from fenghua_analysis import wording
from fenghua_analysis.errors import DataError, Problem, nearest


def test_a_problem_names_file_row_column_value_and_remedy() -> None:
    problem = Problem(
        "not_number", "observations.csv", 7, "value", "约5万", {"longest": None}
    )
    text = problem.text("zh")
    for part in ("observations.csv", "第7行", "value", "约5万", "→"):
        assert part in text


def test_an_error_prints_five_problems_and_counts_the_rest() -> None:
    error = DataError(Problem("missing_file", f"{n}.csv") for n in range(8))
    lines = str(error).splitlines()
    assert len(lines) == 6
    assert "另有3处" in lines[-1]


def test_an_error_speaks_the_language_of_the_run() -> None:
    error = DataError(Problem("missing_file", "a.csv"))
    with wording.speaking("en"):
        assert "the file is missing" in str(error)
    assert "文件不存在" in str(error)


def test_what_was_probably_meant_is_offered() -> None:
    problem = Problem(
        "unknown_parameter",
        column="regoin",
        near="region",
        details={"names": "region、plan"},
    )
    assert "did you mean “region”?" in problem.text("en")


@pytest.mark.parametrize(
    ("word", "expected"), [("regoin", "region"), ("plna", "plan"), ("§", "")]
)
def test_the_nearest_known_word(word: str, expected: str) -> None:
    assert nearest(word, ["region", "plan", "year"]) == expected
