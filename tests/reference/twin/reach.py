"""What lies in reach of a hazard: its area, what is seen through open ways, less what is held."""

from tests.reference.twin.casualties import expose_person
from tests.reference.twin.corridor import recheck_corridor
from tests.reference.twin.cover import ground_turned
from tests.reference.twin.incident import Incident
from tests.reference.twin.stretch import beware_of
from tests.reference.twin.teams import expose_team, harm_rate
from tests.reference.twin.things import Hazard
from tests.reference.twin.uninjured import alarm_uninjured
from tests.reference.twin.world import Area, Way
from warmzone.vocabulary.codes import (
    AreaKind,
    HazardState,
    OpeningKind,
    OpeningState,
    Whereabouts,
)


def refresh_ground(incident: Incident) -> None:
    """Work out afresh what lies in reach, and the exposure of everybody whom that concerns."""
    before = [area.exposure for area in incident.areas]
    for area in incident.areas:
        area.exposure, area.reach = 0.0, [0.0 for _ in incident.hazards]
    reached: list[Area] = []
    for h, hazard in enumerate(incident.hazards):
        for area, exposure in in_reach(incident, hazard):
            reached.append(area)
            area.reach[h] = max(area.reach[h], exposure)
            area.exposure = max(area.exposure, exposure)
    changed = [area for area in incident.areas if area.exposure != before[area.id]]
    for person in incident.people:
        if person.whereabouts == Whereabouts.UNHURT and person.area in changed:
            expose_person(incident, person)
    for team in incident.teams:
        if harm_rate(incident, team) != team.exposure_rate_per_min:
            expose_team(incident, team)
    for area in dict.fromkeys(reached):
        if before[area.id] == 0.0:
            beware_of(incident, area)
            ground_turned(incident, area)
            alarm_uninjured(incident, area)
    if any(area.lane for area in changed):
        recheck_corridor(incident)


def in_reach(incident: Incident, hazard: Hazard) -> list[tuple[Area, float]]:
    """The ground in reach of one hazard, with its exposure, nearest first by doors."""
    here, p = hazard.area, incident.p
    if here is None or hazard.state not in (HazardState.ACTIVE, HazardState.CONTAINED):
        return []
    if hazard.state == HazardState.CONTAINED:
        return [(here, p.contained_rate_factor)]
    found = [(here, 1.0)]
    for way in here.ways:
        if is_seen_through(way):
            found.append((way.to, p.reach_factor))
            if is_lane(here, way):
                found += [
                    (on.to, p.reach_factor * p.reach_factor)
                    for on in way.to.ways
                    if on.to is not here and is_lane(way.to, on) and is_seen_through(on)
                ]
    return found


def is_lane(area: Area, way: Way) -> bool:
    """Whether a way is a passage between two corridors or halls, so that one looks along them."""
    long = (AreaKind.CORRIDOR, AreaKind.HALL)
    return way.opening.kind == OpeningKind.PASSAGE and area.kind in long and way.to.kind in long


def is_seen_through(way: Way) -> bool:
    """Whether a hazard reaches through: open, and not held on the far side."""
    return way.opening.state == OpeningState.OPEN and not is_held(way)


def is_held(way: Way) -> bool:
    """Whether officers hold a way: they hold the area on its far side, or guard it from there."""
    return way.to.held_officers > 0 or way.guards > 0
