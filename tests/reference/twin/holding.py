"""Ground that officers hold: what a hazard cannot pass or see through, and what stays warm."""

from tests.reference.twin.corridor import recheck_corridor
from tests.reference.twin.hazard import holds_changed
from tests.reference.twin.incident import Incident
from tests.reference.twin.things import Team
from tests.reference.twin.world import Area
from warmzone.vocabulary.codes import Phase, Task


def holding_changed(incident: Incident, team: Team) -> None:
    """A team begins to hold or leaves: count afresh who holds what, and see what follows."""
    changed = False
    for area in incident.areas:
        was = area.held_officers
        area.held_officers = sum(other.able for other in incident.teams if holds(other, area))
        if was > 0 and area.held_officers == 0:
            area.held_ms = incident.now
        changed = changed or (was > 0) != (area.held_officers > 0)
    if changed:
        holds_changed(incident)
    if team.task == Task.CORRIDOR_POST:
        recheck_corridor(incident)


def holds(team: Team, area: Area) -> bool:
    """Whether a team holds an area."""
    holding = team.area is area and team.phase == Phase.HOLDING
    return holding and team.task in (Task.HOLD, Task.CORRIDOR_POST)
