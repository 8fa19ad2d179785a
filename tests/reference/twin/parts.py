"""Taking a part up: a team that gives its leader to one has one fewer until it ends."""

from tests.reference.twin.incident import Incident
from tests.reference.twin.roles import SHARED, keeps_post, take_role
from tests.reference.twin.runners import spare
from tests.reference.twin.standing import cannot_beside
from tests.reference.twin.things import Team
from tests.reference.twin.world import Area
from warmzone.vocabulary.codes import Phase, Role, Task
from warmzone.vocabulary.reports import CannotReason


def take_part(incident: Incident, team: Team, role: Role) -> None:
    """A team takes a part up and whoever had it is back at work."""
    gives = team.is_medical and team.role == Role.NONE
    if gives and team.able < 2:
        cannot_beside(incident, team, CannotReason.TOO_FEW)
        return
    for other in incident.teams:
        relieved = other.role == role and role not in SHARED and other is not team
        if relieved and other.is_medical and other.phase != Phase.OUT_OF_ACTION:
            spare(incident, other, -1)
    take_role(incident, team, role)
    if gives:
        spare(incident, team, 1)


def leave_leader(incident: Incident, team: Team, area: Area) -> None:
    """Who leads officers controls an area from now on, alone; the rest go on with what they do."""
    if team.post_area is None:
        spare(incident, team, 1)
    take_role(incident, team, Role.AREA_CONTROL)
    team.post_area = area


def take_leader_along(incident: Incident, team: Team) -> None:
    """A team that turns to work elsewhere takes its leader along, who gives the part up."""
    if team.post_area is None or team.phase == Phase.OUT_OF_ACTION:
        return
    place = team.target_area
    if team.task == Task.UNASSIGNED:
        place = team.goal_area or team.area
    if not keeps_post(team.task, place, team.post_area):
        team.post_area, team.role = None, Role.NONE
        spare(incident, team, -1)
