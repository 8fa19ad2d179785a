"""A rescue task force hears its orders: go in, wait, come back; and officers to go with it."""

from tests.reference.twin.attention import wake
from tests.reference.twin.incident import Incident
from tests.reference.twin.lanes import hand_on
from tests.reference.twin.profile import code
from tests.reference.twin.radio import acknowledge, send_report
from tests.reference.twin.reports import open_report
from tests.reference.twin.said import GivenOrder, Message
from tests.reference.twin.standing import cannot
from tests.reference.twin.tasks import step
from tests.reference.twin.teams import set_task
from tests.reference.twin.things import Team
from tests.reference.twin.zones import medics_accept, why_not
from warmzone.kernel.codes import Item
from warmzone.vocabulary.codes import Movement, Phase, Task
from warmzone.vocabulary.orders import Verb
from warmzone.vocabulary.reports import CannotReason, ReportKind


def stand_by(team: Team) -> None:
    """Hold here; a team in the middle of a leg finishes that leg first."""
    if not team.on_leg:
        team.phase = Phase.HOLDING


def retreat(incident: Incident, team: Team) -> None:
    """An RTF goes back to where it came from, with its security."""
    team.target_area = team.home_area
    team.cleared_area = team.home_area
    if team.on_leg:
        return
    if team.area is team.home_area:
        team.cleared_area = None
        team.phase = Phase.HOLDING
    else:
        step(incident, team)


def obey_rtf(incident: Incident, order: GivenOrder, team: Team) -> None:
    """An RTF hears go (where) or wait; it refuses ground that nobody has called warm."""
    team.asked_ms = None
    team.busy_said = False
    team.went_on = 0
    team.waits_for = None
    if order.verb == Verb.HOLD_RTF:
        acknowledge(incident, order)
        wait_for_a_time(incident, order, team)
        team.cleared_area = None
        stand_by(team)
        return
    assert order.area is not None
    accepted = medics_accept(incident, order.area)
    if not accepted and why_not(incident, order.area) != CannotReason.NOT_SECURED:
        acknowledge(incident, order)
        cannot(incident, team, why_not(incident, order.area))
        stand_by(team)
        return
    team.cleared_area = order.area
    by_rule = Movement[code(incident.plan.profile.movement)]
    chosen = order.verb == Verb.CLEAR_RTF_IN and order.value > 0
    team.movement = Movement(order.value) if chosen else by_rule
    acknowledge(incident, order, Task.RESCUE_TASK_FORCE)
    stand_by(team)
    if not team.on_leg:
        step(incident, team)


def wait_for_a_time(incident: Incident, order: GivenOrder, team: Team) -> None:
    """A crew that was told for how long to wait keeps in mind where it might go before."""
    team.held_area = None
    if order.value > 0:
        team.held_by = order
        if team.cleared_area is not team.home_area:
            team.held_area = team.cleared_area
        hand_on(incident, Message(Item.HOLD_OVER, order), order.value)


def hold_is_over(incident: Incident, order: GivenOrder) -> None:
    """A crew has waited as long as it was told: it goes where it might go before, or asks again."""
    team = order.team
    assert team is not None
    if team.held_by is not order or team.able <= 0:
        return
    team.held_by = None
    if team.held_area is None or not medics_accept(incident, team.held_area):
        if incident.medical.free_entry:
            wake(incident, incident.medical)
        else:
            team.asked_ms = incident.now
            send_report(incident, open_report(incident, ReportKind.ENTRY_REQUEST, team))
        return
    team.cleared_area = team.held_area
    if not team.on_leg:
        step(incident, team)


def obey_security(incident: Incident, order: GivenOrder, team: Team) -> None:
    """Officers are told to secure an RTF."""
    assert order.other_team is not None
    set_task(incident, team, Task.RTF_SECURITY)
    team.partner = order.other_team
    team.target_area = order.other_team.area
    acknowledge(incident, order, Task.RTF_SECURITY)
    if not team.on_leg:
        step(incident, team)
