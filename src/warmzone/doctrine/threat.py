"""What is held of the threat: whether there may be one, and whether medics may go in alone."""

from warmzone.kernel.compiled import compiled
from warmzone.kernel.view import View
from warmzone.vocabulary.codes import Source, ThreatStatus

SELF = -1  # threat_by of what the seat has said itself


@compiled
def threat_about(view: View) -> bool:
    """Whether there is, or may be, a threat."""
    status = int(view.seat[0]["threat"])
    return status != ThreatStatus.NONE and status != ThreatStatus.OVER


@compiled
def entry_is_free(view: View) -> bool:
    """Whether medics may go in alone: who speaks for all has said that nothing is about."""
    by = view.seat[0]["threat_by"]
    return bool(not threat_about(view) and (by == SELF or by == Source.DISPATCH))
