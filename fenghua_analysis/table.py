"""Every table of the data package, column by column, and a check for each.

`docs/data_format.md` and `data/datapackage.json` are written from these declarations.
"""

from dataclasses import replace

import pandas as pd

from fenghua_analysis import periods
from fenghua_analysis.contract import Column, Table, check

STATUSES = (
    *("published", "preliminary", "derived", "internal", "estimated", "illustrative"),
)
"""How a figure came about, each less sure than the one before."""
COMPARATORS = ("eq", "ge", "le", "gt", "lt", "approx", "growth")
TARGET_KINDS = (
    *("level", "hold", "interval", "flow"),
    *("delegated", "qualitative"),
)
QUOTE = 30
"""Longest quotation: the package holds what documents state, not their sentences."""

_ID = r"[a-z][a-z0-9_]*"
_YEAR = r"[0-9]{4}"
_MONTH = r"[0-9]{4}-(0[1-9]|1[0-2])"

_indicator = Column(
    "indicator",
    "id in registry/indicators.yml",
    required=True,
    pattern=_ID,
    refers="indicators",
)
_region = Column(
    "region", "code in registry/regions.csv", required=True, refers="regions"
)
_plan = Column(
    "plan", "id in registry/plans.yml", required=True, pattern=_ID, refers="plans"
)
_source = Column(
    "source", "id in registry/sources.yml", required=True, pattern=_ID, refers="sources"
)
_area = Column("area", "id in registry/areas.csv", pattern=_ID, refers="areas")
_period = Column(
    "period",
    "2022 · 2021-H1 · 2020-Q1Q3 · 2023-12; a part of a year is never a year",
    required=True,
    pattern=periods.PATTERN,
)
_unit = Column("unit", "unit of the value, as in the file")
_comparator = Column("comparator", "how the value binds", allowed=COMPARATORS)
_value = Column("value", "the number, in the unit beside it", kind="number")
_value_high = Column("value_high", "upper end of a range", kind="number")
_department = Column(
    "department", "responsible departments, joined by “、”", refers="departments"
)
_locator = Column("locator", "section, item or row of the document", required=True)
_offset = Column(
    "offset", "character of the source text at which the quote starts", kind="integer"
)
_quote = Column(
    "quote", "the words that state it, at most 30 characters", longest=QUOTE
)
_note = Column("note", "formula, caveat or reviewer's remark")
_list = Column(
    "list", "work (重点工作) or reform (重大改革)", allowed=("work", "reform")
)
_number = Column("number", "number in the list", kind="integer", required=True)

OBSERVATIONS = Table(
    name="observations",
    path="observations.csv",
    about="Published statistics, long: one figure a row. A missing figure has no row.",
    columns=(
        _indicator,
        _region,
        _period,
        Column("value", "in the indicator's unit", kind="number", required=True),
        Column("unit", "the indicator's unit, repeated on purpose", required=True),
        Column(
            "low", "lower end, where rounding or estimation leaves one", kind="number"
        ),
        Column("high", "upper end of the same", kind="number"),
        Column("status", "how the figure came about", required=True, allowed=STATUSES),
        _source,
        _note,
    ),
    key=("indicator", "region", "period"),
)

ILLUSTRATIVE = replace(
    OBSERVATIONS,
    name="illustrative",
    path="illustrative/observations.csv",
    about="Invented figures for trying things out; read only when asked for.",
)
"""The one table that a data folder may do without."""

CONFLICTS = Table(
    name="conflicts",
    path="conflicts.csv",
    about="Figures that lost to a source of higher priority; kept, never used.",
    columns=(
        *OBSERVATIONS.columns,
        Column(
            "chosen", "source of the figure in use", required=True, refers="sources"
        ),
    ),
    key=("indicator", "region", "period", "source"),
)

BOUNDS = Table(
    name="bounds",
    path="bounds.csv",
    about="Limits that published statements set to figures nobody has published.",
    columns=(
        _indicator,
        _region,
        _period,
        Column("low", "the figure is above this", kind="number"),
        Column("high", "the figure is below this", kind="number"),
        Column("unit", "the indicator's unit", required=True),
        _source,
        _note,
    ),
    key=("indicator", "region", "period"),
)

BREAKS = Table(
    name="breaks",
    path="breaks.csv",
    about="Years from which a series no longer continues the one before.",
    columns=(
        _indicator,
        Column(
            "region",
            "code, or * for every region",
            required=True,
            refers="regions or *",
        ),
        Column("year", "first year on the new basis", required=True, pattern=_YEAR),
        Column(
            "kind",
            "what changed",
            required=True,
            allowed=("survey_basis", "population_base", "vintage", "boundary"),
        ),
        Column("note_zh", "what changed, in Chinese", required=True),
        Column("note_en", "what changed, in English", required=True),
        _source,
    ),
    key=("indicator", "region", "year"),
)

REGIONS = Table(
    name="regions",
    path="registry/regions.csv",
    about="Regions with statistical codes; a boundary change ends a row.",
    columns=(
        Column("code", "GB/T 2260 or 12-digit statistical prefix", required=True),
        Column("name_zh", "official name", required=True),
        Column("name_en", "English name", required=True),
        Column(
            "level",
            "tier",
            required=True,
            allowed=("country", "province", "city", "county", "township"),
        ),
        Column("parent", "code of the region above", refers="regions"),
        Column("valid_from", "first year of this shape", pattern=_YEAR),
        Column("valid_to", "last year of this shape", pattern=_YEAR),
        _note,
    ),
    key=("code",),
)

DEPARTMENTS = Table(
    name="departments",
    path="registry/departments.csv",
    about="Departments under one name each, with the other names documents use.",
    columns=(
        Column("department", "name used here", required=True),
        Column("name_en", "English name", required=True),
        Column("aliases", "other names, joined by “、”"),
    ),
    key=("department",),
)

AREAS = Table(
    name="areas",
    path="registry/areas.csv",
    about="Areas, sections and classes into which documents sort what they promise.",
    columns=(
        Column("area", "id", required=True, pattern=_ID),
        Column("name_zh", "name as the document gives it", required=True),
        Column("name_en", "English name", required=True),
        _source,
        Column("position", "order in the document", kind="integer", required=True),
        Column("stated_count", "number of entries it announces", kind="integer"),
    ),
    key=("area",),
)

TARGETS = Table(
    name="targets",
    path="registry/targets.csv",
    about="What was promised: one row an indicator, plan and year, as stated.",
    columns=(
        _indicator,
        _region,
        _plan,
        Column("year", "year it is to be reached in", required=True, pattern=_YEAR),
        Column("kind", "rule that judges it", required=True, allowed=TARGET_KINDS),
        _comparator,
        _value,
        _value_high,
        _unit,
        Column("core", "1: a core indicator (★)", kind="flag", required=True),
        _department,
        _area,
        Column("name", "the indicator as the document names it", required=True),
        _source,
        _locator,
        _offset,
        _quote,
        _note,
    ),
    key=("indicator", "region", "plan", "year"),
)

GOALS = Table(
    name="goals",
    path="registry/goals.csv",
    about="Quantified goals of single measures and work items, as stated.",
    columns=(
        _plan,
        Column("list", "work, reform or measure (prose)", required=True),
        Column("number", "item number; 0 in prose", kind="integer", required=True),
        Column("step", "order within the item", kind="integer", required=True),
        Column("name", "what is counted, as the document names it", required=True),
        _comparator,
        _value,
        _value_high,
        _unit,
        Column("change", "up or down, for a growth", allowed=("up", "down")),
        Column(
            "indicator",
            "id, where it continues a lineage",
            pattern=_ID,
            refers="indicators",
        ),
        _department,
        _area,
        _source,
        _locator,
        _offset,
        _quote,
    ),
    key=("plan", "list", "number", "step"),
)

WORK_ITEMS = Table(
    name="work_items",
    path="registry/work_items.csv",
    about="Items of the annexed lists with who carries them.",
    columns=(
        _plan,
        _list,
        _number,
        Column(
            "area", "section, id in registry/areas.csv", required=True, refers="areas"
        ),
        Column("name", "name as stated", required=True),
        Column("name_en", "English name", required=True),
        Column(
            "departments",
            "canonical names, joined by “、”",
            required=True,
            refers="departments",
        ),
        Column("stated_departments", "as the document writes them", required=True),
        _source,
        _offset,
    ),
    key=("plan", "list", "number"),
)

MILESTONES = Table(
    name="milestones",
    path="registry/milestones.csv",
    about="The dated steps of each work item's schedule.",
    columns=(
        _plan,
        _list,
        _number,
        Column("step", "order in the schedule", kind="integer", required=True),
        Column("start", "first month", required=True, pattern=_MONTH),
        Column("end", "last month", required=True, pattern=_MONTH),
        Column("timing", "as stated: 2—4月, 5月底前, 二季度 …", required=True),
        Column("label", "what is due, first words", required=True, longest=QUOTE),
        _source,
        _offset,
    ),
    key=("plan", "list", "number", "step"),
)

ITEM_STATUS = Table(
    name="item_status",
    path="item_status.csv",
    about="Reported completion of work items; empty until an office supplies it.",
    columns=(
        _plan,
        _list,
        _number,
        Column("as_of", "day of the report", kind="date", required=True),
        Column("completed", "share done, 0–1", kind="number", required=True),
        Column("status", "how known", required=True, allowed=STATUSES),
        _source,
        _note,
    ),
    key=("plan", "list", "number", "as_of"),
)

PROGRESS = Table(
    name="progress",
    path="registry/progress.csv",
    about="Done and planned in a progress bulletin, with its money.",
    columns=(
        _plan,
        Column("row", "order in the bulletin", kind="integer", required=True),
        Column("area", "class, id in registry/areas.csv; blank: all", refers="areas"),
        Column("name", "what is counted", required=True),
        Column("name_en", "English name", required=True),
        Column(
            "measures",
            "what the number is; the first five and the money's total stand once",
            required=True,
            allowed=(
                *("classes", "projects_planned", "projects_done", "projects_beyond"),
                *("mean_progress", "money", "money_share", "output", "other"),
            ),
        ),
        Column("kind", "planned or done", required=True, allowed=("target", "actual")),
        Column("funding", "whose money", allowed=("total", "city", "county", "other")),
        _period,
        _comparator,
        Column("value", "as stated", kind="number", required=True),
        Column("unit", "as stated"),
        _source,
        _locator,
        _offset,
        _quote,
        _note,
    ),
    key=("plan", "row"),
)

CORRECTIONS = Table(
    name="corrections",
    path="registry/corrections.csv",
    about="What a reviewer changed in the machine's reading of a document, and why.",
    columns=(
        _source,
        Column(
            "record",
            "what was read; “row”: what becomes of a fact or an item",
            required=True,
            allowed=("fact", "milestone", "item", "row"),
        ),
        Column("offset", "where it stands", kind="integer", required=True),
        Column(
            "column",
            "field of the record; of a row: table, area or list",
            required=True,
        ),
        Column("extracted", "what the machine says; may be nothing"),
        Column("reviewed", "what is right; a blank name leaves the record out"),
        Column("reason_zh", "why, in Chinese", required=True),
        Column("reason_en", "why, in English", required=True),
    ),
    key=("source", "record", "offset", "column", "extracted"),
)

OPINIONS = Table(
    name="opinions",
    path="registry/opinions.csv",
    about="Numbered opinions of the people's congress on reports it heard.",
    columns=(
        _source,
        _region,
        Column("report", "number of the report", kind="integer", required=True),
        Column("report_zh", "title of the opinion", required=True),
        Column("report_en", "English title", required=True),
        Column("number", "number of the opinion", kind="integer", required=True),
        Column("heading_zh", "heading, first words", required=True, longest=QUOTE),
        Column("heading_en", "English heading", required=True),
        Column(
            "points", "sub-points marked 一是/二是 …", kind="integer", required=True
        ),
        Column(
            "departments", "body that answers, canonical names", refers="departments"
        ),
        _offset,
    ),
    key=("source", "report", "number"),
)

OPINION_ANSWERS = Table(
    name="opinion_answers",
    path="registry/opinion_answers.csv",
    about="What answers an opinion, in the project's own reading.",
    columns=(
        _source,
        Column("report", "number of the report", kind="integer", required=True),
        Column("number", "number of the opinion", kind="integer", required=True),
        Column(
            "kind",
            "what answers",
            required=True,
            allowed=(
                "indicator",
                "work",
                "reform",
            ),
        ),
        Column("answer", "indicator id, or number in the list", required=True),
        Column("plan", "plan of a work item or reform", refers="plans"),
        Column("reason_zh", "why it answers, in Chinese", required=True),
        Column("reason_en", "why it answers, in English", required=True),
    ),
    key=("source", "report", "number", "kind", "answer"),
)

AUDIT_FINDINGS = Table(
    name="audit_findings",
    path="registry/audit_findings.csv",
    about="What does not add up in the documents: one row a place of a finding.",
    columns=(
        Column("finding", "number of the finding", kind="integer", required=True),
        Column(
            "place", "place that it rests on, from 1", kind="integer", required=True
        ),
        Column("kind", "what does not add up", required=True, pattern=_ID),
        Column(
            "severity",
            "hard: both cannot be true; soft: worth a question; note: worth knowing",
            required=True,
            allowed=("hard", "soft", "note"),
        ),
        Column("key", "its sentence, audit.<kind>.<key>", required=True, pattern=_ID),
        Column("values", "what the sentence names, as JSON, at the first place"),
        _source,
        _offset,
        _quote,
    ),
    key=("finding", "place"),
)

TABLES = (
    *(OBSERVATIONS, ILLUSTRATIVE, CONFLICTS, BOUNDS, BREAKS, ITEM_STATUS),
    *(REGIONS, DEPARTMENTS, AREAS, TARGETS, GOALS, WORK_ITEMS, MILESTONES),
    *(PROGRESS, OPINIONS, OPINION_ANSWERS, CORRECTIONS, AUDIT_FINDINGS),
)

BELONGS = {
    "milestones": "work_items",
    "item_status": "work_items",
    "opinion_answers": "opinions",
}
"""Tables each of whose rows belongs to a row of another, by the other's key."""


def check_observations(frame: pd.DataFrame, *, where: str = "") -> pd.DataFrame:
    """Hold a table of observations to its contract; see `contract.check`."""
    return check(frame, OBSERVATIONS, where=where)


def check_targets(frame: pd.DataFrame, *, where: str = "") -> pd.DataFrame:
    """Hold a table of targets to its contract; see `contract.check`."""
    return check(frame, TARGETS, where=where)
