"""Ground that officers hold: what a hazard cannot pass or see through, and what stays warm."""

from tests.reference.twin.corridor import recheck_corridor
from tests.reference.twin.hazard import holds_changed
from tests.reference.twin.incident import Incident
from tests.reference.twin.things import Team
from tests.reference.twin.world import Area
from warmzone.vocabulary.codes import Phase, Task


def hold(incident: Incident, team: Team) -> None:
    """A team begins to hold or leaves: count afresh who holds what, and see what follows."""
    changed = False
    holding = [other for other in incident.teams if other.phase == Phase.HOLDING]
    for area in incident.areas:
        was = area.held_officers
        area.held_officers = sum(other.able for other in holding if holds(other, area))
        if was > 0 and area.held_officers == 0:
            area.held_ms = incident.now
        changed = changed or (was > 0) != (area.held_officers > 0)
        for way in area.ways:
            way.guards = sum(is_on_guard(other, area, way.to) for other in holding)
    guards = team.target_area if is_on_guard(team, team.target_area, team.area) else None
    if guards is not team.guards:
        team.guards = guards
        team.guards_from = None if guards is None else team.area
        changed = True
    if changed:
        holds_changed(incident)
    if team.task == Task.CORRIDOR_POST:
        recheck_corridor(incident)


def holds(team: Team, area: Area) -> bool:
    """Whether a team holds an area."""
    holding = team.area is area and team.phase == Phase.HOLDING
    return holding and team.task in (Task.HOLD, Task.CORRIDOR_POST, Task.CCP_SECURITY)


def is_on_guard(team: Team, area: Area | None, place: Area) -> bool:
    """Whether a team guards the ways out of an area that lead to a place."""
    standing = team.task == Task.CONTAIN and team.phase == Phase.HOLDING and team.able > 0
    return standing and team.target_area is area and team.area is place
