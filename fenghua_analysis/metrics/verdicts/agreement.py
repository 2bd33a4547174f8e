"""How far the other published rules agree with the headline.

How words are compared: docs/methods.md#agreement.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from fenghua_analysis.metrics.verdicts.headline import Headline
from fenghua_analysis.metrics.verdicts.result import as_asked

FAVOURABLE = {
    "headline": ("met", "on_track"),
    "growth_ratio": ("target_achieved", "substantial_progress"),
    "un_progress": ("on_track_or_met",),
    "hypothetical_value": ("sun", "sun_cloud"),
}
"""Words that say the target is met or will be at this pace; "on-track" in the words of
each publisher."""

_SILENT = ("not_available", "not_assessed")


@dataclass(frozen=True)
class Agreement:
    """The rules beside the one that decided.

    Attributes
    ----------
    assessed : rules that have a word for the target, without the one that decided
    agreeing : those on the headline's side; both are 0 where nothing can be judged
    favourable : rules of any kind, the deciding one included, that say met or on track
    """

    assessed: Any
    agreeing: Any
    favourable: Any


def agreement(found: Headline) -> Agreement:
    """Count the published rules that say the same as the headline, and the others.

    Parameters
    ----------
    found : of one target or of n

    Returns
    -------
    Agreement of Python numbers for one target and arrays of shape (n,) otherwise.

    Notes
    -----
    Two sides: met or on track, and everything else. The UN rule's lowest class does not
    tell standing still from going back, so no finer line is drawn.
    Source: docs/methods.md#agreement.

    Examples
    --------
    >>> from fenghua_analysis.metrics.verdicts import headline
    >>> found = headline(range(2016, 2022), [1.79, 1.78, 1.77, 1.76, 1.74, 1.72],
    ...                  kind="level", direction="lower", target=1.67, target_year=2025)
    >>> agreement(found)
    Agreement(assessed=2.0, agreeing=2.0, favourable=3.0)
    """
    status, rule = np.asarray(found.status), np.asarray(found.rule)
    side = np.isin(status, FAVOURABLE["headline"])
    assessed, agreeing, favourable = (np.zeros(status.shape) for _ in range(3))
    for name in ("growth_ratio", "un_progress", "hypothetical_value"):
        word = np.asarray(getattr(found, name).status)
        good, known = np.isin(word, FAVOURABLE[name]), ~np.isin(word, _SILENT)
        other = known & (rule != name)
        assessed = assessed + other
        agreeing = agreeing + (other & (good == side))
        favourable = favourable + (known & good)
    single = status.ndim == 0
    return as_asked(Agreement(assessed, agreeing, favourable), single=single)
