"""Those appointed to a part: what each does on its own, and when it is given up."""

from tests.reference.twin.incident import Incident
from tests.reference.twin.said import CommandSeat, GivenOrder
from tests.reference.twin.things import Team
from tests.reference.twin.world import Area
from warmzone.vocabulary.codes import Priority, Role, Task

SHARED = (Role.AREA_CONTROL,)


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
    """Officers who turn to something else give their part up; a crew's leader does not."""
    if not team.is_medical:
        team.role = Role.NONE


def is_appointed(incident: Incident, role: Role) -> bool:
    """Whether somebody fit holds a part."""
    return any(team.role == role and team.able > 0 for team in incident.teams)


def is_led(incident: Incident, team: Team) -> bool:
    """Whether somebody controls the area where a team is, or one next to it, from there."""
    return any(
        is_near(team.area, control.area)
        for control in incident.teams
        if control.role == Role.AREA_CONTROL
        and control.able > 0
        and control is not team
        and control.area is control.target_area
    )


def is_near(area: Area | None, other: Area | None) -> bool:
    """Whether two areas are the same, or next to each other."""
    return area is other or (area is not None and any(way.to is other for way in area.ways))


def hear_of_role(seat: CommandSeat, order: GivenOrder) -> None:
    """A seat learns that somebody has taken up the part of an order."""
    assert order.team is not None
    if not order.team.is_medical and order.ack_task not in (Task.HOLD, Task.RESERVE):
        return
    role = Role(order.value)
    for belief in seat.teams:
        if belief.role == role and role not in SHARED:
            belief.role = Role.NONE
    seat.teams[order.team.id].role = role
