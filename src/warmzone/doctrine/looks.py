"""What a commander sees at one look at its view."""

import numpy as np

from warmzone.doctrine.rules import Rule
from warmzone.kernel.compiled import compiled
from warmzone.kernel.view import View
from warmzone.vocabulary.codes import Discipline, Source, ThreatStatus

SELF = -1  # threat_by of what the seat has said itself


@compiled
def threat_about(view: View) -> bool:
    """Whether there is, or may be, a threat."""
    status = int(view.seat[0]["threat"])
    return status != ThreatStatus.NONE and status != ThreatStatus.OVER


@compiled
def movement(view: View, parameters: np.ndarray) -> int:
    """How medics move: by the commander's own rule, else by the agency's."""
    own = int(parameters[Rule.MOVEMENT])
    return own if own > 0 else int(view.profile[0]["movement"])


@compiled
def near(view: View, t: int) -> int:
    """Where a team was last reported; area 0 where that is not known."""
    return max(0, int(view.teams[t]["area"]))


@compiled
def officers_known(view: View) -> int:
    """How many fit officers are known to be on scene."""
    officers = 0
    for t in range(len(view.teams)):
        if view.teams[t]["known"] == 1 and view.units[t]["discipline"] == Discipline.POLICE:
            officers += int(view.teams[t]["able"])
    return officers


@compiled
def ongoing_at(view: View, area: int) -> bool:
    """Whether the threat was last placed in this area."""
    return int(view.seat[0]["threat_area"]) == area


@compiled
def entry_is_free(view: View) -> bool:
    """Whether medics may go in alone: who speaks for all has said that nothing is about."""
    by = view.seat[0]["threat_by"]
    return bool(not threat_about(view) and (by == SELF or by == Source.DISPATCH))
