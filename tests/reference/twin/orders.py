"""Giving an order: what its seat sees at once, and how it goes on the air."""

from tests.reference.twin.arrivals import ask_for
from tests.reference.twin.face_to_face import post_of
from tests.reference.twin.incident import Incident
from tests.reference.twin.lanes import hand_on_at
from tests.reference.twin.obedience import answer_rtf
from tests.reference.twin.said import GivenOrder, Message, TeamBelief
from tests.reference.twin.saying import send_order
from tests.reference.twin.stretch import walk_on
from tests.reference.twin.team_orders import IN_PASSING
from tests.reference.twin.things import Team
from tests.reference.twin.transfer import lend
from tests.reference.twin.zones import declare
from warmzone.kernel.codes import Item
from warmzone.vocabulary.codes import (
    CommandPlace,
    Priority,
    Resource,
    Role,
    Seat,
    ThreatStatus,
    Zone,
)
from warmzone.vocabulary.orders import FORMS, Addressee, Order, Verb


def append_order(incident: Incident, order: Order) -> GivenOrder:
    """Append an accepted order. A team that the verb does not speak to hears nothing."""
    verb = Verb(order.verb)
    to_team = order.team >= 0 and FORMS[verb].team != Addressee.NOBODY
    to_other = order.other_team >= 0 and FORMS[verb].other != Addressee.NOBODY
    given = GivenOrder(
        id=len(incident.orders),
        seat=order.seat,
        verb=verb,
        team=incident.teams[order.team] if to_team else None,
        area=incident.areas[order.area] if order.area >= 0 and FORMS[verb].area else None,
        other_team=incident.teams[order.other_team] if to_other else None,
        value=order.value,
        given_ms=incident.now,
    )
    incident.orders.append(given)
    return given


def give(incident: Incident, order: GivenOrder) -> None:
    """Give an order: what its seat sees at once, then the air."""
    walk_on(incident)
    verb, seat, now = order.verb, incident.seats[order.seat], incident.now
    if verb == Verb.TAKE_COMMAND:
        take_command(incident, CommandPlace(order.value))
    elif verb == Verb.DECLARE_ZONE:
        assert order.area is not None
        declare(incident, order.area, Zone(order.value), order.seat)
    elif verb == Verb.SET_CCP:
        seat.ccp, seat.ccp_ms = order.area, now
    elif verb == Verb.SET_AEP:
        seat.aep, seat.aep_ms = order.area, now
    elif verb == Verb.SET_PRIORITY:
        seat.priority = Priority(order.value)
    elif verb == Verb.MOVE_WALKING:
        seat.walking_area = order.area
    elif verb == Verb.WARN_SITES:
        seat.warned_ms = now
    elif verb == Verb.DECLARE_THREAT:
        seat.threat = ThreatStatus(order.value)
        seat.threat_ms = seat.threat_heard_ms = now
        seat.threat_by = None
        seat.threat_report = None
    elif verb == Verb.ASK_SOURCE:
        assert order.area is not None
        seat.areas[order.area.id].asked_ms = now
    elif verb == Verb.CLEAR_THE_AIR:
        seat.quiet_until_ms = now + order.value * 1000 if order.value else 0
    elif verb == Verb.STAGE_ARRIVALS:
        seat.arrivals_staged = bool(order.value)
    elif verb == Verb.CALL_RESOURCES:
        ask_for(incident, Resource(order.value))
    if order.team is not None:
        expect(seat.teams[order.team.id], order)
    note_said(incident, verb)
    send_when_ready(incident, order)


def send_when_ready(incident: Incident, order: GivenOrder) -> None:
    """Say an order, or let it wait until the person who gave it is no longer occupied."""
    seat = incident.seats[order.seat]
    if seat.ready_ms > incident.now and not seat.automatic:
        later = Message(Item.LATER, order, Seat(order.seat))
        hand_on_at(incident, later, seat.ready_ms)
    else:
        send_order(incident, order)


def expect(belief: TeamBelief, order: GivenOrder) -> None:
    """What a seat holds of a team that it has just given an order, before any answer."""
    verb = order.verb
    if verb != Verb.REQUEST_ENTRY:
        belief.pending_order = order
        if verb not in (*IN_PASSING, Verb.ASK_REPORT):
            belief.works_for = order.other_team if verb == Verb.ASSIGN else None
            leave_believed_role(belief, order)
    answer_rtf(belief, verb)


def leave_believed_role(belief: TeamBelief, order: GivenOrder) -> None:
    """Officers who are told something else have a part no longer, as their seat believes."""
    officers = order.team is not None and not order.team.is_medical
    if officers and belief.post_area is None:
        belief.role = Role.NONE


def note_said(incident: Incident, verb: Verb) -> None:
    """Tactical remembers when it said a word to everybody."""
    seat, now = incident.tactical, incident.now
    if verb == Verb.SIZE_UP:
        seat.sized_up_ms = now
    elif verb == Verb.SAY_PLAN:
        seat.plan_ms = now
    elif verb == Verb.ROLL_CALL:
        seat.roll_ms = now
    elif verb == Verb.CO_LOCATE:
        seat.asked_together_ms = now
    elif verb == Verb.UNIFY_COMMAND:
        seat.asked_unified_ms = now


def take_command(incident: Incident, place: CommandPlace) -> None:
    """One officer of a team on scene stops and takes charge, inside or at the post."""
    seat = incident.tactical
    seat.place = place
    seat.since_ms = incident.now
    team = commander_team(incident)
    if team is not None:
        seat.place_area = post_of(team, place)
        seat.commander = incident.command.commander = team
        lend(incident, team, -1)
        seat.teams[team.id].able = team.able
    if place == CommandPlace.INSIDE and incident.record.interior_command_ms is None:
        incident.record.interior_command_ms = incident.now


def commander_team(incident: Incident) -> Team | None:
    """The team that gives its officer to command: the largest known one, indoors first."""
    candidates = [
        team
        for team in incident.teams
        if team.is_police and team.able > 0 and incident.tactical.teams[team.id].known
    ]
    return max(candidates, key=lambda team: (team.able, not team.area.outdoor), default=None)
