"""The document under review beside the registry: is it known, and what is its plan?"""

from collections.abc import Mapping
from dataclasses import dataclass

from fenghua_analysis.drafting import Reading, Vocabulary
from fenghua_analysis.registry import Plan, Registry, Source
from fenghua_analysis.review.found import Found
from fenghua_analysis.table import CORRECTIONS
from fenghua_analysis.wording import both

FORM = (
    *("id", "title", "publisher", "issued", "reference", "address", "licence"),
    *("zh", "en", "region", "start", "end"),
)
"""What a reviewer says of the document and of the plan that it sets out."""


@dataclass(frozen=True)
class Subject:
    """A document as the machine reads it and as the registry holds it.

    Attributes
    ----------
    machine, shown : without and with the corrections that the registry holds
    form : what is known of document and plan, by the names of `FORM`
    """

    machine: Reading
    shown: Reading
    form: Mapping[str, str]


def subject(found: Found, registry: Registry, *, sha256: str) -> Subject:
    """Hold a document against the registry.

    Parameters
    ----------
    sha256 : of its file; a registered document is known by it
    """
    known = (s for s in registry.sources.values() if sha256 and s.sha256 == sha256)
    source = next(known, None)
    plans = {plan.source: plan for plan in registry.plans.values()}
    vocabulary = Vocabulary.of(registry)
    plan = plans.get(source.id if source else "")
    bound = plan or _new_plan(found, registry, vocabulary)
    held = registry.corrections
    machine, shown = (
        Reading(
            found.document,
            source=source.id if source else bound.id,
            plan=bound,
            vocabulary=vocabulary,
            corrections=rows,
            year=found.year,
            region=found.region,
        )
        for rows in (
            CORRECTIONS.empty(),
            held[held.source == source.id] if source else CORRECTIONS.empty(),
        )
    )
    return Subject(machine, shown, _form(source, plan, bound, found, registry))


def _new_plan(found: Found, registry: Registry, vocabulary: Vocabulary) -> Plan:
    """A plan as far as the document tells; its id is a proposal."""
    region = vocabulary.regions.get(found.stated_region, "")
    year = found.stated_year
    base = "_".join(part for part in ("plan", region, year) if part)
    taken = registry.plans.keys() | registry.sources.keys()
    id = next(
        name
        for name in (base, *(f"{base}_{n}" for n in range(2, len(taken) + 3)))
        if name not in taken
    )
    return Plan(
        id=id,
        zh=found.title,
        en="",
        region=region,
        source=id,
        start=int(year) if year else 0,
        end=int(year) if year else 0,
    )


def _form(
    source: Source | None,
    plan: Plan | None,
    bound: Plan,
    found: Found,
    registry: Registry,
) -> dict[str, str]:
    """The form, filled in as far as anything is known."""
    told = {
        "id": bound.id,
        "title": found.title,
        "licence": both("review.licence"),
        "zh": bound.zh,
        "region": bound.region,
        "start": str(bound.start or ""),
        "end": str(bound.end or ""),
    }
    if source:
        names = ("title", "publisher", "issued", "reference", "address", "licence")
        told |= {name: getattr(source, name) for name in names}
        told["id"] = plan.id if plan else source.id
        heard = registry.opinions[registry.opinions.source == source.id].region
        told["region"] = next(iter(heard), told["region"])
    if plan:
        told["en"] = plan.en
    return {name: told.get(name, "") for name in FORM}
