"""The registry holds what five official documents state.

The documents and the hand-made labels stand beside a checkout, not in it: tests that
read them skip where they are absent. Each test here fails when a row is dropped, a unit
mistaken, a comparator softened, a star lost or a quote moved.
"""

import hashlib
import re
from pathlib import Path

import pandas as pd
import pytest

from fenghua_analysis.registry import Registry, load_registry
from fenghua_analysis.table import QUOTE
from tests.shared import shared

DATA = Path(__file__).resolve().parents[1] / "data"
CHINESE = re.compile(r"[\u4e00-\u9fff]")
DOCUMENTS = {
    "fh_congress_2024": "opinions",
    "fh_seven_services_2023": "targets",
    "nb_civil_affairs_2025": "targets",
    "nb_livelihood_2024": "progress",
    "fh_work_plan_2022": "targets",
}
LABELS = {
    "seed_001.csv": "fh_seven_services_2023",
    "seed_003.csv": "nb_livelihood_2024",
    "seed_004.csv": "fh_work_plan_2022",
}
REPEATED = "optional"
"""Labels that say again what an earlier one says: the registry holds it once."""


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry(DATA)


@pytest.fixture(scope="module")
def texts(registry) -> dict[str, str]:
    """Source → its text, character for character as it was read."""
    folder = shared("sources")
    files = {source: folder / registry.sources[source].file for source in DOCUMENTS}
    return {source: path.read_bytes().decode() for source, path in files.items()}


def labels(name: str) -> pd.DataFrame:
    return pd.read_csv(shared("gold") / name, dtype=str, keep_default_na=False)


def unspaced(words: str) -> str:
    return re.sub(r"\s", "", words)


# ── Places ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("source", DOCUMENTS)
def test_the_text_is_the_one_that_was_read(registry, texts, source):
    """A source that changes silently shifts every offset."""
    read = hashlib.sha256(texts[source].encode()).hexdigest()
    assert read == registry.sources[source].sha256


@pytest.mark.parametrize(
    ("table", "column"),
    [
        *(("targets", "quote"), ("goals", "quote"), ("progress", "quote")),
        *(("milestones", "label"), ("opinions", "heading_zh")),
    ],
)
def test_every_quote_stands_at_its_offset(registry, texts, table, column):
    """Words that a page has cut are compared without the cut."""
    rows = registry.tables[table]
    rows = rows[rows.source.isin(texts)]
    assert len(rows)
    for row in rows.itertuples():
        words = unspaced(getattr(row, column))
        there = unspaced(texts[row.source][row.offset : row.offset + 3 * QUOTE])
        assert there.startswith(words), f"{row.source} {row.offset}: {words}"


def test_every_work_item_opens_at_its_offset_with_its_number_and_name(registry, texts):
    for item in registry.work_items.itertuples():
        there = unspaced(texts[item.source][item.offset : item.offset + 60])
        assert there.startswith(f"{item.number}{item.name}"), item


def test_a_quote_holds_the_number_that_it_is_quoted_for(registry, texts):
    """Numbers that the text writes in Chinese digits (两条) are the exception."""
    chinese = {1: "一", 2: "两", 3: "三"}
    for table in ("targets", "goals", "progress"):
        rows = registry.tables[table]
        for row in rows[rows.source.isin(texts) & rows.value.notna()].itertuples():
            number = f"{row.value:.10g}"
            written = (number, chinese.get(row.value, number))
            assert any(form in row.quote for form in written), row


# ── Labels ───────────────────────────────────────────────────────────────────────────


def _rows_at(rows: pd.DataFrame, label: pd.Series) -> pd.DataFrame:
    """Rows whose quote overlaps the label's and whose value is the label's."""
    start, end = int(label.offset), int(label.offset) + len(label.quote)
    overlaps = (rows.offset < end) & (rows.offset + rows.quote.str.len() > start)
    if not label.value:
        return rows[overlaps & rows.value.isna()]
    return rows[overlaps & (rows.value == float(label.value))]


@pytest.mark.parametrize("name", LABELS)
def test_every_label_is_a_row_with_its_unit_comparator_star_and_department(
    registry, name
):
    source = LABELS[name]
    rows = registry.tables[DOCUMENTS[source]]
    rows = rows[rows.source == source].assign(
        comparator=lambda found: found.comparator.fillna("")
    )
    wanted = labels(name)
    for _, label in wanted[~wanted.note.str.contains(REPEATED)].iterrows():
        found = _rows_at(rows, label)
        accepted = {label.comparator, *filter(None, [label.comparator_alt])}
        found = found[(found.unit == label.unit) & found.comparator.isin(accepted)]
        if "core" in found:
            found = found[
                (found.core == int(label.core)) & (found.department == label.department)
            ]
        assert len(found), f"{label.indicator} {label.value}{label.unit}"


def test_the_seven_paragraphs_and_the_table_hold_45_and_31_targets(registry):
    counted = registry.targets.source.value_counts()
    assert counted["fh_work_plan_2022"] == 45
    assert counted["fh_seven_services_2023"] == 31


def test_four_indicators_without_a_number_are_listed_with_the_words_that_stand_for_it(
    registry,
):
    silent = registry.targets[registry.targets.value.isna()]
    assert dict(zip(silent.indicator, silent.kind, strict=True)) == {
        "energy_intensity": "delegated",
        "carbon_intensity": "delegated",
        "pm25": "delegated",
        "public_satisfaction": "qualitative",
    }


def test_73_work_items_and_41_reforms_carry_section_name_and_departments(registry):
    wanted = labels("seed_004_annex_items.csv")
    areas = registry.areas.set_index("area").name_zh
    held = {
        (row.list, row.number): (areas[row.area], row.name, row.stated_departments)
        for row in registry.work_items.itertuples()
    }
    for label in wanted.itertuples():
        list_ = "work" if "工作" in label.annex else "reform"
        stated = (label.section, label.name, label.departments)
        assert held[list_, int(label.no)] == stated
    assert len(held) == len(wanted) == 73 + 41


def test_17_opinions_carry_heading_and_number_of_points(registry):
    wanted = labels("seed_000_opinions.csv")
    numbers = wanted.groupby("report").cumcount() + 1
    stated = list(
        zip(
            *(wanted.report.astype(int), numbers, wanted.heading),
            wanted.sub_items_count.astype(int),
            strict=True,
        )
    )
    held = registry.opinions[["report", "number", "heading_zh", "points"]]
    assert sorted(held.itertuples(index=False, name=None)) == stated
    assert len(stated) == 17


# ── What hangs together ──────────────────────────────────────────────────────────────


def test_the_allowance_is_one_lineage_through_three_documents(registry):
    """1.4万元 in 2022, 14,700元 in 2023, the city's 14,000元/年 for 2025."""
    allowance = registry.targets[
        registry.targets.indicator == "minimum_living_standard"
    ]
    stated = allowance.set_index("plan")[["value", "unit", "target"]].T.to_dict("list")
    assert stated == {
        "fh_2022": [1.4, "万元", 14_000],
        "fh_seven_2023": [14_700, "元", 14_700],
        "nb_civil_affairs_2025": [14_000, "元/年", 14_000],
    }


@pytest.mark.parametrize(
    ("indicator", "stated"),
    [
        ("nursery_places", {"fh_2022": 3.3, "fh_seven_2023": 4}),
        ("unemployment_registered", {"fh_2022": 3.5, "fh_seven_2023": 3.5}),
        ("certified_carers", {"fh_2022": 29, "nb_civil_affairs_2025": 28}),
    ],
)
def test_an_indicator_of_two_documents_is_two_rows(registry, indicator, stated):
    rows = registry.targets[registry.targets.indicator == indicator]
    held = dict(zip(rows.plan, rows.value, strict=True))
    assert stated.items() <= held.items()


@pytest.mark.parametrize(
    ("indicator", "promised", "stated"),
    [
        ("digital_core_share", 7, 4.8),
        ("expected_schooling", 15.1, 15),
        ("tertiary_enrolment", 70, 75),
        ("litigation_rate", 86.7, 89),
        ("lawyers", 2, 2),
        ("urban_rural_ratio", 1.67, 1.67),
    ],
)
def test_a_work_item_that_states_a_target_again_is_linked_to_it(
    registry, indicator, promised, stated
):
    """The first four pairs contradict each other within one document."""
    targets = registry.targets[registry.targets.plan == "fh_2022"]
    goals = registry.goals[registry.goals.indicator == indicator]
    assert list(targets[targets.indicator == indicator].value) == [promised]
    assert stated in list(goals.value)


def test_money_of_the_bulletin_adds_up(registry):
    """6.52 + 21.76 + 11.88 = 40.16 亿元; 22.47 / 40.16 = 56.0 %."""
    rows = registry.progress[registry.progress.measures == "money"]
    planned = rows[rows.kind == "target"].set_index("funding").value
    used = rows[rows.kind == "actual"].set_index("funding").value
    assert planned["city"] + planned["county"] + planned["other"] == pytest.approx(
        planned["total"]
    )
    share = registry.progress[registry.progress.measures == "money_share"]
    stated = share.set_index("funding").value
    assert used["total"] / planned["total"] == pytest.approx(
        stated["total"] / 100, abs=0.0005
    )


def test_announced_counts_stand_beside_the_sections_even_where_they_are_wrong(registry):
    """Annex 2 announces 8, 11 and 10 where 9, 13 and 11 follow; 69 for 73 in all."""
    counted = registry.work_items.area.value_counts()
    areas = registry.areas.set_index("area").stated_count.dropna()
    wrong = {a: (n, counted[a]) for a, n in areas.items() if counted[a] != n}
    assert wrong == {
        "income_distribution": (8, 9),
        "public_services": (11, 13),
        "governance": (10, 11),
    }


def test_every_item_has_a_dated_step(registry):
    stepped = set(
        zip(registry.milestones.list, registry.milestones.number, strict=True)
    )
    listed = set(zip(registry.work_items.list, registry.work_items.number, strict=True))
    assert stepped == listed
    assert (registry.milestones.start <= registry.milestones.end).all()


@pytest.mark.parametrize(
    ("table", "column"),
    [
        *(("areas", "name_en"), ("departments", "name_en"), ("work_items", "name_en")),
        *(("progress", "name_en"), ("opinions", "report_en")),
        *(("opinions", "heading_en"), ("opinion_answers", "reason_en")),
    ],
)
def test_english_is_there_and_holds_no_chinese(registry, table, column):
    words = registry.tables[table][column]
    assert words.str.strip().all()
    assert not words.str.contains(CHINESE).any()


def test_an_english_name_names_one_thing(registry):
    """Two items that share a Chinese name (城乡风貌整治提升) share the English one."""
    items = registry.work_items.drop_duplicates("name")
    assert items.name_en.is_unique
    assert pd.Series([one.en for one in registry.indicators.values()]).is_unique


# ── English ──────────────────────────────────────────────────────────────────────────


def test_english_names_keep_to_marks_that_a_latin_font_has(registry):
    """Typographic quotes are full-width in a Chinese font: a hole in a label."""
    named = [
        text
        for rows in registry.tables.values()
        for column in rows.columns
        if column.endswith("_en")
        for text in rows[column]
    ]
    named += [indicator.en for indicator in registry.indicators.values()]
    assert [text for text in named if set("‘’“”") & set(text)] == []
