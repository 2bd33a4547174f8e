"""The sheet “Source” of a review workbook → records of the document and its plan."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from fenghua_analysis.errors import Problem, nearest
from fenghua_analysis.loaders.supplied.cells import plain
from fenghua_analysis.registry import Plan, Registry, Source
from fenghua_analysis.review import layout
from fenghua_analysis.review.reviewbook import Raw, ReviewBook
from fenghua_analysis.review.subject import Subject
from fenghua_analysis.wording import LANGUAGES, both

_ID = r"[a-z][a-z0-9_]*"
_DAY = r"\d{4}(-\d{2}(-\d{2})?)?"
_OF_SOURCE = ("id", "title", "publisher", "licence", "region")
_OF_PLAN = ("zh", "start", "end")
_PLAIN = ("id", "issued", "start", "end", "address")
"""Fields that are not prose: full-width characters are typing errors there."""
_FIRST, _LAST = 1990, 2100


@dataclass(frozen=True)
class Origin:
    """Whose words they are.

    Attributes
    ----------
    plan : None for a document that sets out none, such as a congress's opinions
    region : code of the region that it is about
    """

    source: Source
    plan: Plan | None
    region: str


def origin(
    book: ReviewBook, subject: Subject, registry: Registry, *, binds: bool
) -> tuple[Origin, list[Problem]]:
    """The records that the form describes, and everything that is wrong with it.

    A form that cannot be used gives stand-ins, by which the rows can still be examined.

    Parameters
    ----------
    binds : whether the workbook holds rows that need a plan
    """
    told = {name: _said(book.form, name, registry) for name in subject.form}
    form = _Form(book, told, subject, registry)
    known = registry.sources.get(subject.machine.source)
    problems = list(form.known() if known else form.new(binds=binds))
    if known:
        return Origin(known, registry.plans.get(told["id"]), told["region"]), problems
    if problems:
        return _stand_in(subject, registry, binds=binds), problems
    source = Source(
        id=told["id"],
        kind="document",
        title=told["title"],
        publisher=told["publisher"],
        licence=told["licence"],
        issued=told["issued"],
        reference=told["reference"],
        address=told["address"],
        file=book.carried.name,
        sha256=book.carried.sha256,
        note=both("supply.entered"),
    )
    return Origin(source, _plan(told) if binds else None, told["region"]), []


def _stand_in(subject: Subject, registry: Registry, *, binds: bool) -> Origin:
    """Document and plan as proposed, whatever the form has made of them."""
    plan = subject.machine.plan
    region = plan.region or registry.regions.code.iloc[0]
    year = plan.end or _FIRST
    plan = replace(plan, region=region, start=year, end=year)
    source = Source(plan.id, "document", title="", publisher="", licence="")
    return Origin(source, plan if binds else None, region)


def _plan(told: Mapping[str, str]) -> Plan:
    return Plan(
        id=told["id"],
        zh=told["zh"],
        en=told["en"] or told["zh"],
        region=told["region"],
        source=told["id"],
        start=int(told["start"]),
        end=int(told["end"]),
    )


def _said(form: Raw, name: str, registry: Registry) -> str:
    """What stands in a field; a region by its code, whatever it is called."""
    text = str(form[name][0] or "").strip() if name in form else ""
    text = plain(text) if name in _PLAIN else text
    if name != "region":
        return text
    for lang in LANGUAGES:
        codes = layout.choices(registry, lang)["region"]
        text = {label: code for code, label in codes.items()}.get(text, text)
    return text


@dataclass(frozen=True)
class _Form:
    book: ReviewBook
    told: Mapping[str, str]
    subject: Subject
    registry: Registry

    def known(self) -> Iterator[Problem]:
        """A registered document is described by the registry, not by the form."""
        usual = {**self.subject.form}
        for name, value in self.told.items():
            standing = usual[name]
            is_free = (name == "en" and not value) or (
                name == "region" and not standing
            )
            if value != standing and not is_free:
                yield self._problem("registered_otherwise", name, standing=standing)
        if not self.told["region"]:
            yield self._problem("blank_cell", "region")
        yield from self._of_region()

    def new(self, *, binds: bool) -> Iterator[Problem]:
        """What is wrong with a form that describes a new document."""
        told = self.told
        for name in (*_OF_SOURCE, *(_OF_PLAN if binds else ())):
            if not told[name]:
                yield self._problem("blank_cell", name)
        if told["id"] and not re.fullmatch(_ID, told["id"]):
            yield self._problem("wrong_id", "id")
        if told["id"] in self.registry.plans or told["id"] in self.registry.sources:
            yield self._problem("id_taken", "id")
        if told["issued"] and not re.fullmatch(_DAY, told["issued"]):
            yield self._problem("not_date", "issued")
        yield from self._of_region()
        if binds:
            yield from self._of_years()

    def _of_region(self) -> Iterator[Problem]:
        told = self.told
        codes = set(self.registry.regions.code)
        if told["region"] and told["region"] not in codes:
            near = nearest(told["region"], self.registry.regions.name_zh)
            names = "、".join(self.registry.regions.name_zh[:12])
            yield self._problem("unknown_region", "region", near=near, names=names)

    def _of_years(self) -> Iterator[Problem]:
        told = self.told
        years = [told["start"], told["end"]]
        for name in ("start", "end"):
            if told[name] and not told[name].isdecimal():
                yield self._problem("not_integer", name)
            elif told[name] and not _FIRST <= int(told[name]) <= _LAST:
                limits = {"lowest": _FIRST, "highest": _LAST}
                yield self._problem("out_of_range", name, **limits)
        if all(year.isdecimal() for year in years) and int(years[0]) > int(years[1]):
            yield self._problem("ends_before", "end", start=years[0])

    def _problem(self, key: str, name: str, **details: Any) -> Problem:
        if name not in self.book.form:
            return Problem("missing_form", self.book.file, column=name, details=details)
        place = self.book.form[name][1]
        return place.problem(key, self.told[name] or None, **details)
