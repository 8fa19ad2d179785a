"""What a team leaves when it is told something else: work, posts, a load, those whom it joins."""

from tests.reference.twin.care import drop_work, put_down
from tests.reference.twin.corridor import leave_posts
from tests.reference.twin.holding import hold
from tests.reference.twin.incident import Incident
from tests.reference.twin.roles import leave_role
from tests.reference.twin.stretch import cut_short
from tests.reference.twin.things import Team
from warmzone.kernel.codes import Work
from warmzone.kernel.events import EventKind
from warmzone.vocabulary.codes import Phase, Task


def release(incident: Incident, team: Team) -> None:
    """Leave what the team was doing: work in hand, posts held, a load half lifted."""
    team.next_order = None
    incident.calendar.cancel(EventKind.TEAM_WORK, team.id)
    incident.calendar.cancel(EventKind.TEAM_INITIATIVE, team.id)
    if team.work == Work.LIFT:
        team.load = []
    elif team.load:
        put_down(incident, team)
    drop_work(incident, team)
    team.joins = team.works_for = None
    leave_role(team)
    team.merges = False
    team.held_by = None
    if team.task == Task.RTF_SECURITY and team.partner is not None:
        if team.partner.partner is team:
            team.partner.partner = None
        team.partner = None
    team.phase = Phase.IDLE
    leave_posts(incident, team)
    if team.on_leg:
        team.phase = Phase.WALKING
        team.goal_area = team.next_area
        cut_short(incident, team)
    hold(incident, team)
