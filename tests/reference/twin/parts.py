"""Taking a part up: a crew that gives its leader to one has one medic fewer until it ends."""

from tests.reference.twin.incident import Incident
from tests.reference.twin.roles import SHARED, take_role
from tests.reference.twin.runners import spare
from tests.reference.twin.standing import cannot_beside
from tests.reference.twin.things import Team
from warmzone.vocabulary.codes import Phase, Role
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
