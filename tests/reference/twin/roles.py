"""Those appointed to a part: what each does on its own, and when it is given up."""

from tests.reference.twin.incident import Incident
from tests.reference.twin.said import CommandSeat, GivenOrder, TeamBelief
from tests.reference.twin.things import Team
from tests.reference.twin.world import Area
from warmzone.vocabulary.codes import Priority, Role, Task
from warmzone.vocabulary.orders import Verb

SHARED = (Role.AREA_CONTROL,)
STANDS = (Task.HOLD, Task.RESERVE, Task.AREA_CONTROL)
ELSEWHERE = (Task.RTF_SECURITY, Task.POLICE_TRANSPORT, Task.LINK_UP, Task.CONTACT)
"""Tasks on which a team goes wherever others, or the noise, are."""


def take_role(incident: Incident, team: Team, role: Role) -> None:
    """A team takes a part up; of every part but area control there is one holder."""
    for other in incident.teams:
        if other.role == role and role not in SHARED:
            other.role = Role.NONE
    team.role = role
    if role == Role.TRIAGE and incident.medical.priority == Priority.NEAREST:
        incident.medical.priority = Priority.REDS
    if role == Role.STAGING:
        incident.arrivals_staged = True


def leave_role(team: Team) -> None:
    """Officers who turn to something else give their part up; one leader's part is their own."""
    if not team.is_medical and team.post_area is None:
        team.role = Role.NONE


def takes_only_a_leader(order: GivenOrder, team: Team) -> bool:
    """Whether an order appoints only who leads a team, so that the rest go on with their work."""
    if order.verb != Verb.APPOINT:
        return False
    near = order.value == Role.AREA_CONTROL and team.able >= 2 and is_near(team.area, order.area)
    return team.is_medical or near


def keeps_post(task: Task, place: Area | None, post: Area) -> bool:
    """Whether a team on that task at that place works about the area that its leader controls."""
    return task not in ELSEWHERE and is_near(place, post)


def forget_post(belief: TeamBelief) -> None:
    """A seat takes a leader's part for given up once the team turns to work elsewhere."""
    post = belief.post_area
    if post is not None and not keeps_post(belief.task, belief.target_area or belief.area, post):
        belief.post_area, belief.role = None, Role.NONE


def is_appointed(incident: Incident, role: Role) -> bool:
    """Whether somebody fit holds a part."""
    return any(team.role == role and team.able > 0 for team in incident.teams)


def is_led(incident: Incident, team: Team) -> bool:
    """Whether somebody controls the area where a team is, or one next to it, from there."""
    for control in incident.teams:
        if control.role == Role.AREA_CONTROL and control.able > 0:
            post = control.post_area
            if post is None and control is not team and control.area is control.target_area:
                post = control.area
            if post is not None and is_near(team.area, post):
                return True
    return False


def is_near(area: Area | None, other: Area | None) -> bool:
    """Whether two areas are the same, or next to each other."""
    return area is other or (area is not None and any(way.to is other for way in area.ways))


def hear_of_role(seat: CommandSeat, order: GivenOrder) -> None:
    """A seat learns that somebody has taken up the part of an order."""
    assert order.team is not None
    if not order.team.is_medical and order.ack_task not in STANDS:
        return
    role = Role(order.value)
    for belief in seat.teams:
        if belief.role == role and role not in SHARED:
            belief.role = Role.NONE
    belief = seat.teams[order.team.id]
    belief.role = role
    belief.post_area = order.area if order.ack_task == Task.AREA_CONTROL else None
