"""Orders about officers as teams: the door, wounded on the way, joining, reserve."""

from tests.reference.twin.contact import contact_of
from tests.reference.twin.entry import door, way_in
from tests.reference.twin.incident import Incident
from tests.reference.twin.joining import join, shadow
from tests.reference.twin.letting_go import release
from tests.reference.twin.parts import leave_leader, take_leader_along, take_part
from tests.reference.twin.radio import acknowledge
from tests.reference.twin.runners import send_runner
from tests.reference.twin.said import GivenOrder
from tests.reference.twin.teams import set_task
from tests.reference.twin.things import Team
from tests.reference.twin.transfer import take_brief
from warmzone.vocabulary.codes import AtWounded, Role, Task
from warmzone.vocabulary.orders import Verb

TURNED_TO = (
    Verb.GO_IN, Verb.WAIT_AT_DOOR, Verb.LINK_UP, Verb.RESERVE, Verb.ASSIGN, Verb.APPOINT,
)  # fmt: skip
IN_PASSING = (Verb.STEP_PAST, Verb.FORM_TEAM, Verb.SEND_RUNNER, Verb.TRANSFER_COMMAND)


def obey_team_order(incident: Incident, order: GivenOrder, team: Team) -> None:
    """A team that has left what it was doing turns to an order; it steps after."""
    if order.verb == Verb.LINK_UP:
        assert order.other_team is not None
        join(incident, team, order.other_team, merges=False)
    elif order.verb == Verb.ASSIGN:
        team.works_for = order.other_team
        shadow(incident, team)
    elif order.verb == Verb.RESERVE:
        set_task(incident, team, Task.RESERVE)
        team.target_area = order.area
    elif order.verb == Verb.APPOINT:
        role = Role(order.value)
        set_task(incident, team, Task.HOLD if role == Role.AREA_CONTROL else Task.RESERVE)
        team.target_area = order.area
        take_part(incident, team, role)
    elif order.verb == Verb.WAIT_AT_DOOR:
        set_task(incident, team, Task.AT_DOOR)
        team.target_area = door(incident, team)
    else:
        set_task(incident, team, Task.CONTACT)
        team.target_area = way_in(incident, team)
    acknowledge(incident, order, team.task)
    contact_of(incident, team)


def obey_in_passing(incident: Incident, order: GivenOrder, team: Team) -> Team | None:
    """A team hears what it need not stop for; the team that is to step now, if any."""
    if order.verb == Verb.TRANSFER_COMMAND:
        take_brief(incident, order, team)
        return None
    if order.verb == Verb.APPOINT and team.is_police:
        assert order.area is not None
        acknowledge(incident, order, Task.AREA_CONTROL)
        leave_leader(incident, team, order.area)
        return None
    acknowledge(incident, order)
    if order.verb == Verb.APPOINT:
        take_part(incident, team, Role(order.value))
        return None
    if order.verb == Verb.STEP_PAST:
        team.at_wounded = AtWounded(order.value)
        return None
    if order.verb == Verb.SEND_RUNNER:
        send_runner(incident, order, team)
        return None
    other = order.other_team
    assert other is not None
    if other.able <= 0 or not other.on_scene or other.load:
        return None
    release(incident, other)
    join(incident, other, team, merges=True)
    take_leader_along(incident, other)
    contact_of(incident, other)
    return None if other.on_leg else other


def turn_follower(incident: Incident, team: Team, leader: Team) -> bool:
    """Whether a team works for `leader` and has turned to what that does now; it steps after."""
    if team.works_for is not leader or team.able <= 0 or team.load:
        return False
    release(incident, team)
    team.works_for = leader
    shadow(incident, team)
    take_leader_along(incident, team)
    contact_of(incident, team)
    return not team.on_leg
