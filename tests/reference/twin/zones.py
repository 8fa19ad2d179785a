"""Declared ground: what medics set foot on, how a declaration ages, and ways round hot ground."""

from tests.reference.twin.corridor import on_open_corridor
from tests.reference.twin.incident import Incident
from tests.reference.twin.things import Team
from tests.reference.twin.world import Area
from warmzone.vocabulary.codes import Task, Zone
from warmzone.vocabulary.reports import CannotReason


def declare(incident: Incident, area: Area, zone: Zone, seat: int) -> None:
    """A seat calls ground hot, warm or cold; saying it again makes it fresh."""
    area.declared.zone = zone
    area.declared.owner = seat
    area.declared.since_ms = incident.now
    if zone >= Zone.WARM and incident.record.first_warm_ms is None:
        incident.record.first_warm_ms = incident.now


def hear_declared(incident: Incident, area: Area, zone: Zone) -> None:
    """Everybody on the channel has heard what the ground is called."""
    area.declared.medics_zone = zone
    area.declared.heard_ms = incident.now


def is_called_hot(area: Area) -> bool:
    """Whether the channel has heard the ground called hot."""
    return area.declared.medics_zone == Zone.HOT


def is_fresh(incident: Incident, area: Area) -> bool:
    """Whether a declaration still counts: the ground is held, or was so or was said lately."""
    if area.held_officers > 0:
        return True
    heard_ms = -1 if area.declared.heard_ms is None else area.declared.heard_ms
    last = max(heard_ms, -1 if area.held_ms is None else area.held_ms)
    return incident.now - last <= int(incident.p.zone_ages_s * 1000.0)


def medics_accept(incident: Incident, area: Area) -> bool:
    """Whether medics will work in an area: free entry, or it is freshly called warm or cold."""
    if area.declared.device:
        return False
    if incident.medical.free_entry:
        return True
    return is_called_safe(incident, area) and not lacks_security(incident, area)


def is_called_safe(incident: Incident, area: Area) -> bool:
    """Whether the channel has heard an area called warm or cold, and that still counts."""
    return area.declared.medics_zone >= Zone.WARM and is_fresh(incident, area)


def lacks_security(incident: Incident, area: Area) -> bool:
    """Whether an area is the CCP, indoors, and no officers hold it."""
    is_ccp = area is incident.medical.ccp and not area.outdoor
    return is_ccp and area.held_officers == 0


def why_not(incident: Incident, area: Area) -> CannotReason:
    """Why medics will not work in an area."""
    if is_known_hot(area):
        return CannotReason.GROUND_HOT
    if is_called_safe(incident, area) and lacks_security(incident, area):
        return CannotReason.NOT_SECURED
    return CannotReason.ZONE_NOT_DECLARED


def medics_pass(incident: Incident, team: Team, area: Area) -> bool:
    """Whether medics will walk through an area: never called hot; indoors not without cover."""
    if area.declared.device:
        return False
    if incident.medical.free_entry:
        return True
    if is_called_hot(area):
        return False
    if area.outdoor or team.partner is not None or on_open_corridor(incident, area):
        return True
    return medics_accept(incident, area)


def path(incident: Incident, start: Area, goal: Area) -> list[Area] | None:
    """The areas of the shortest way, the goal included and the start left out."""
    areas = []
    while start is not goal:
        way = incident.way(start, goal)
        if way is None:
            return None
        start = way.to
        areas.append(start)
    return areas


def ground_in_the_way(incident: Incident, team: Team, goal: Area) -> Area | None:
    """The first area on a crew's way to `goal` that it will not walk through."""
    via = way_round(incident, team, team.area, goal)
    if via is None:
        areas = path(incident, team.area, goal)
    else:
        first, second = path(incident, team.area, via), path(incident, via, goal)
        assert first is not None
        assert second is not None
        areas = first + second
    for area in areas or []:
        if not medics_pass(incident, team, area):
            return area
    return None


def crosses_hot(incident: Incident, start: Area, goal: Area) -> bool:
    """Whether the shortest way leads over ground called hot, its two ends left out."""
    areas = path(incident, start, goal)
    return areas is None or any(is_called_hot(area) for area in areas[:-1])


def way_round(incident: Incident, team: Team, start: Area, goal: Area) -> Area | None:
    """The area to walk to first from `start` to keep off hot ground; None for straight on."""
    to_threat = team.task in (Task.CONTACT, Task.CONTAIN, Task.UNASSIGNED)
    if to_threat and team.is_police:
        return None
    if not crosses_hot(incident, start, goal):
        return None
    ways = [
        area
        for area in incident.areas
        if area not in (start, goal)
        and incident.metres(start, area) + incident.metres(area, goal) < 1.0e8
        and not is_called_hot(area)
        and not crosses_hot(incident, start, area)
        and not crosses_hot(incident, area, goal)
    ]
    length = {area.id: incident.metres(start, area) + incident.metres(area, goal) for area in ways}
    return min(ways, key=lambda area: length[area.id], default=None)


def is_known_hot(area: Area) -> bool:
    """Whether the channel has heard ground called hot, or of a device there."""
    return is_called_hot(area) or area.declared.device


def safe_place(incident: Incident, here: Area) -> Area:
    """Where those who must leave an area go: to warm or cold ground next to it, else outside."""
    for way in here.ways:
        straight = incident.way(here, way.to)
        if straight is not None and straight.to is way.to and not is_known_hot(way.to):
            if way.to.declared.medics_zone >= Zone.WARM:
                return way.to
    return here.exit_area or here
