"""Tables for scripts: plain numbers, the contract's columns, quotes that read back."""

import io

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenghua_analysis.documents import COLUMNS, Document, Fact
from fenghua_analysis.review.found import Found, find
from fenghua_analysis.review.tables import LISTINGS, csv_of, plain

TEXT = """奉化区2024年计划

一、主要目标

到2024年底，普及率达到80%，免费体检12.7
万人次，满意度稳步提升。

一、关于养老工作的审议意见

(一)强化统筹。一是建机制。二是抓落实。
"""


@pytest.fixture(scope="module")
def found():
    return find(Document(TEXT, name="a.txt"))


def table(found, what):
    text = csv_of(found, what)
    return pd.read_csv(io.StringIO(text), dtype=str, keep_default_na=False)


def of(*facts):
    document = Document("甲" * 100)
    return Found(document, list(facts), [], [], "", "", "", None, None)


def fact(**changes):
    stated = dict.fromkeys(COLUMNS, "") | {"value": 1.0, "value_high": None}
    stated |= {"core": 0, "start": 0, "end": 1, "baseline_of": None}
    return Fact(**(stated | changes))


def test_facts_have_exactly_the_columns_of_the_contract(found):
    assert list(table(found, "facts").columns) == [
        *("indicator", "value", "value_high", "comparator", "unit", "year", "region"),
        *("kind", "department", "core", "quote", "start", "end", "change"),
        *("baseline_of", "section"),
    ]


def test_numbers_are_plain_and_what_is_not_stated_is_blank(found):
    rows = table(found, "facts")
    assert list(rows.value) == ["80", "12.7", ""]
    assert set(rows.value_high) == {""} and set(rows.baseline_of) == {""}


def test_a_quote_over_a_line_break_reads_back_as_it_stands(found):
    for row in table(found, "facts").itertuples():
        assert TEXT[int(row.start) : int(row.end)] == row.quote
    assert "12.7\n万人次" in set(table(found, "facts").quote)


def test_every_listing_can_be_read_back(found):
    for what, listing in LISTINGS.items():
        assert list(table(found, what).columns) == list(listing.columns)
    assert list(table(found, "opinions").heading) == ["强化统筹"]


@pytest.mark.parametrize(
    ("number", "text"),
    [(80.0, "80"), (0.009, "0.009"), (1.1 + 2.2, "3.3"), (58000.0, "58000")],
)
def test_a_number_is_written_as_a_person_writes_it(number, text):
    assert plain(number) == text


@given(st.decimals(min_value=0, max_value=10**11, places=3))
def test_a_stated_number_is_written_with_its_own_digits(number):
    shown = plain(float(number))
    assert "e" not in shown and float(shown) == float(number)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=30))
def test_any_quote_survives_the_table(quote):
    rows = table(of(fact(quote=quote, indicator="甲")), "facts")
    assert list(rows.quote) == [quote]
