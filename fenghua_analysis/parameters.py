"""What a run may be asked for, and the check that every request passes first.

The notebooks' tagged cell, the command line and the batch all use these names, types
and defaults. A request that fails here has started nothing.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from fenghua_analysis import wording
from fenghua_analysis.errors import ParameterError, Problem, nearest
from fenghua_analysis.region_names import find_region

if TYPE_CHECKING:
    from fenghua_analysis.registry import Registry, Source

ALL = "all"
YEARS = range(2000, 2101)
_DAY = r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?"
_YES = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}


@dataclass(frozen=True)
class Request:
    """One report: every value present, of its type and in its range.

    Attributes
    ----------
    region : code of the region reported on; `resolve` turns a name into its code
    plan : id of a plan, or ``all`` for every plan that binds the region
    year : target year, 0 for every year
    as_of : day of judgement, ISO; "" until `resolve` sets the newest source's day
    lang : ``zh`` or ``en``
    illustrative : whether illustrative figures are used, and watermarked
    data_dir, out_dir : folders read and written
    """

    region: str = "330213"
    plan: str = ALL
    year: int = 0
    as_of: str = ""
    lang: str = "zh"
    illustrative: bool = False
    data_dir: str = "data"
    out_dir: str = "reports"


_TYPES: dict[str, Any] = {field.name: field.type for field in fields(Request)}
NAMES = tuple(_TYPES)


def check_request(raw: Mapping[str, Any]) -> Request:
    """Turn what was asked for into a `Request`.

    Parameters
    ----------
    raw : name → value. Texts are read as the parameter's type; an absent name takes
        its default.

    Raises
    ------
    ParameterError : unknown names, missing values, values of the wrong type or out of
        range; all at once, in the language asked for (Chinese when that is in doubt).

    Examples
    --------
    >>> check_request({"year": "2022", "lang": "en"}).year
    2022
    >>> check_request({"regoin": "330213", "lang": "en"})
    Traceback (most recent call last):
    fenghua_analysis.errors.ParameterError: regoin: ... did you mean “region”? ...
    """
    asked = raw.get("lang")
    wording.speak(asked if asked in wording.LANGUAGES else wording.LANGUAGES[0])
    problems, values = [], {}
    for name, value in raw.items():
        read = _read(name, value)
        if isinstance(read, Problem):
            problems.append(read)
        else:
            values[name] = read
    if problems:
        raise ParameterError(problems)
    return Request(**values)


def resolve(request: Request, registry: "Registry") -> Request:
    """Check a request against the registry of its data folder.

    Returns
    -------
    The request with the region's code and the day of judgement filled in: the day of
    the newest source, so that the same data give the same report on any day.

    Raises
    ------
    ParameterError : the registry has no such region or plan, the plan does not bind
        the region or is issued after the day, or none of its targets has that year.
    """
    found = find_region(request.region, registry.regions)
    code = found if isinstance(found, str) else ""
    problems = [] if isinstance(found, str) else [found]
    as_of = request.as_of or newest_day(registry)
    asked = replace(request, region=code, as_of=as_of)
    if request.plan != ALL and request.plan not in registry.plans:
        known = [ALL, *registry.plans]
        problems.append(_unknown("unknown_plan", "plan", request.plan, known))
    elif code:
        problems.extend(_scope_problems(asked, registry))
    if problems:
        raise ParameterError(problems)
    return asked


def newest_day(registry: "Registry") -> str:
    """Day of the newest source of facts, ISO: what all of them together knew.

    A map is no such source. Figures that an office has supplied are: otherwise a report
    would pass over them until the next document comes out.
    """
    return max(registry.released(name) for name in _of_facts(registry))


def newest_source(registry: "Registry") -> "Source":
    """The source that gives a report its day, where none is asked for."""
    day = newest_day(registry)
    known = _of_facts(registry)
    return next(registry.sources[n] for n in known if registry.released(n) == day)


def _of_facts(registry: "Registry") -> list[str]:
    return [name for name, s in registry.sources.items() if s.kind != "geography"]


def _read(name: str, value: Any) -> Any:
    """The value as its parameter's type, or the `Problem` with it."""
    if name not in NAMES:
        return _unknown("unknown_parameter", name, None, NAMES, wrong=name)
    text = str(value).strip()
    if not text and name != "as_of":
        return Problem("missing_value", column=name)
    if _TYPES[name] is bool:
        yes = value if isinstance(value, bool) else _YES.get(text.lower())
        return Problem("not_yes_no", column=name, value=text) if yes is None else yes
    if _TYPES[name] is int:
        return _read_year(name, text)
    if name == "lang" and text not in wording.LANGUAGES:
        return _unknown("unknown_language", name, text, wording.LANGUAGES)
    if name == "as_of" and text:
        return _read_date(name, text)
    return text


def _read_year(name: str, text: str) -> int | Problem:
    if not text.removeprefix("-").isdecimal():
        return Problem("not_integer", column=name, value=text)
    year = int(text)
    if year and year not in YEARS:
        limits = {"lowest": YEARS[0], "highest": YEARS[-1]}
        return Problem("out_of_range", column=name, value=text, details=limits)
    return year


def _read_date(name: str, text: str) -> str | Problem:
    written = re.fullmatch(_DAY, text)
    try:
        day = dt.date(*map(int, written.groups())) if written else None
    except ValueError:
        day = None
    if day is None:
        return Problem("not_date", column=name, value=text)
    if day.year not in YEARS:
        limits = {"lowest": YEARS[0], "highest": YEARS[-1]}
        return Problem("out_of_range", column=name, value=text, details=limits)
    return day.isoformat()


def _scope_problems(request: Request, registry: "Registry") -> list[Problem]:
    """What is wrong with the plan and the year for this region."""
    plans = registry.plans_of(request.region)
    if request.plan != ALL and request.plan not in plans:
        details = {"names": "、".join([ALL, *plans])}
        return [Problem("plan_elsewhere", "", None, "plan", request.plan, details)]
    asked = [request.plan] if request.plan != ALL else list(plans)
    issued = {plan: registry.issued(plan) for plan in asked}
    if request.plan != ALL and issued[request.plan] > request.as_of:
        details = {"issued": issued[request.plan]}
        return [Problem("plan_later", "", None, "as_of", request.as_of, details)]
    years = registry.targets[registry.targets.plan.isin(asked)].year.astype(int)
    if request.year and request.year not in set(years):
        details = {"names": "、".join(map(str, sorted(set(years))))}
        return [Problem("no_such_year", "", None, "year", request.year, details)]
    return []


def _unknown(
    key: str, column: str, value: Any, known: Any, *, wrong: str | None = None
) -> Problem:
    near = nearest(wrong or str(value), known)
    names = "、".join(list(known)[:12])
    return Problem(key, column=column, value=value, details={"names": names}, near=near)
