"""Work grows as the text does. Counted in function calls, not measured by a clock."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from fenghua_analysis.documents import Document, extract
from tests.documents import unseen

SHAPES: dict[str, str] = {
    "digits": "1",
    "commas": ",",
    "opening brackets": "(",
    "closing brackets": ")",
    "list marks": "、",
    "quotes": "“",
    "titles": "《",
    "tags": "<a",
    "spaces": " ",
    "bars": "|",
    "shared out": "分别达",
    "shares": "占",
    "bases": "由",
    "scales": "万",
    "dates": "2023年",
    "numbered": "1.甲。",
    "stars": "★",
    "one long name": "增",
}
STATING: dict[str, str] = {
    "one endless sentence": "新增托位450个,",
    "one endless list": "5%、",
    "parts of parts": "其中5个。",
    "moves": "由5提高到",
    "nested": "新增5个(其中",
    "short lines": "甲乙\n",
    "short rows": "甲\t5\t6\n",
    "headers": "序号\n指标\n目标值\n",
    "regions": "地区\n5\n",
    "credits": "责任单位:区教育局\n",
}


def _work(text: str) -> int:
    """Python functions called while a text is read: the same on every machine."""
    calls = 0

    def count(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal calls
        calls += event == "call"

    before: Callable[..., Any] | None = sys.getprofile()
    sys.setprofile(count)
    try:
        extract(Document(text))
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("shape", STATING.values(), ids=STATING.keys())
def test_four_times_the_text_takes_about_four_times_the_work(shape: str) -> None:
    assert _work(shape * 800) < 5 * _work(shape * 200)


def test_four_times_a_document_takes_about_four_times_the_work() -> None:
    names = ("work_report_province", "plan_flat", "progress_grid")
    text = "\n".join(unseen.document(name).text for name in names)
    assert _work(text * 4) < 5 * _work(text)


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_no_search_comes_back_to_where_it_was(shape: str) -> None:
    """Were it quadratic, this would take hours instead of a moment."""
    assert extract(Document(shape * (100_000 // len(shape)))).facts == []
