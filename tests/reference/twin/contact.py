"""Officers who act on a hazard in reach, and when that will have ended it."""

from tests.reference.twin.incident import Incident
from tests.reference.twin.things import Hazard, Team
from tests.reference.twin.world import Area
from warmzone.kernel.codes import Work
from warmzone.kernel.events import EventKind
from warmzone.vocabulary.codes import HazardState, Task

ACT_ON_THREAT = {
    Task.CONTACT,
    Task.UNASSIGNED,
    Task.CLEAR,
    Task.HOLD,
    Task.CORRIDOR_POST,
    Task.CONTAIN,
    Task.CHECK,
}
"""Tasks on which officers turn on a threat in reach rather than keep to their work."""


def is_on_threat(team: Team) -> bool:
    """Whether a team on scene consists of officers who turn on a threat in reach."""
    turns = team.task in ACT_ON_THREAT or team.work == Work.COVER
    return team.on_scene and team.is_police and turns


def keeps_pinned(incident: Incident, team: Team, area: Area) -> bool:
    """Whether a team that turns on the threat stands in that area or next to it."""
    way = incident.way(team.area, area)
    beside = team.area is area or (way is not None and way.to is area)
    return team.able > 0 and is_on_threat(team) and beside


def recount_contact(incident: Incident) -> None:
    """Count afresh who acts on each hazard."""
    for team in incident.teams:
        contact_of(incident, team)


def contact_of(incident: Incident, team: Team) -> None:
    """Count afresh whether one team acts on a hazard, and foresee when that will have ended it."""
    for h, hazard in enumerate(incident.hazards):
        officers = team.able if acts_on(h, hazard, team) else 0
        if officers != team.contact[h]:
            settle_contact(incident, hazard, officers - team.contact[h])
            team.contact[h] = officers


def acts_on(h: int, hazard: Hazard, team: Team) -> bool:
    """Whether a team acts on a hazard; on a contained one only if sent in on it since then."""
    if hazard.state == HazardState.ACTIVE:
        return team.area.reach[h] > 0.0 and is_on_threat(team)
    if hazard.state == HazardState.CONTAINED and team.area is hazard.area:
        assert hazard.contained_ms is not None
        return team.task == Task.CONTACT and team.since_ms > hazard.contained_ms
    return False


def settle_contact(incident: Incident, hazard: Hazard, more: int) -> None:
    """Add up the officer-minutes, count `more` officers, foresee when it will have ended."""
    now, rate = incident.now, incident.p.contact_end_per_officer_min
    minutes = float(now - hazard.contact_since_ms) / 60_000.0
    crowd = int(incident.p.crowd_officers)
    hazard.contact += min(hazard.contact_officers, crowd) * rate * minutes
    hazard.contact_since_ms = now
    hazard.contact_officers += more
    incident.calendar.cancel(EventKind.HAZARD_CONTACT, hazard.id)
    if hazard.contact_officers > 0:
        if incident.record.first_contact_ms is None:
            incident.record.first_contact_ms = now
        pace = min(hazard.contact_officers, crowd) * rate
        left_min = (hazard.contact_threshold - hazard.contact) / pace
        due = now + int(max(left_min, 0.0) * 60_000.0) + 1
        incident.calendar.put(EventKind.HAZARD_CONTACT, hazard.id, due)


def nearest_noise(incident: Incident, area: Area) -> Area | None:
    """Where the nearest active hazard is, as heard from an area."""
    noisy = [hazard.area for hazard in incident.hazards if hazard.state == HazardState.ACTIVE]
    return min(
        (place for place in noisy if place is not None),
        key=lambda place: incident.metres(area, place),
        default=None,
    )
