"""Who hears what: channels by agency, face to face, through dispatch, by relay to a post."""

from tests.reference.twin.beliefs import hear, learn_heard
from tests.reference.twin.face_to_face import beside
from tests.reference.twin.incident import Incident
from tests.reference.twin.lanes import hand_on, hand_on_at, say, tell_seat
from tests.reference.twin.said import CommandSeat, GivenOrder, Message, Report
from tests.reference.twin.span import taken_in
from tests.reference.twin.things import Team
from tests.reference.twin.unanswered import goes_unanswered, is_still_news
from warmzone.kernel.codes import Item, Lane, Precedence
from warmzone.kernel.draws import Purpose
from warmzone.kernel.span import MISPLACED, OVERLOOKED
from warmzone.vocabulary.codes import (
    CommandPlace,
    Phase,
    RadioPlan,
    Seat,
    Task,
    ThreatStatus,
)
from warmzone.vocabulary.orders import Verb
from warmzone.vocabulary.reports import ReportKind

Sender = Team | CommandSeat

RESCUE = (Task.TREAT, Task.CARRY, Task.OUTSIDE_TRIAGE, Task.CORRIDOR_POST, Task.RTF_SECURITY)
PRIORITY = (ReportKind.OFFICER_DOWN, ReportKind.DEVICE, ReportKind.SECOND_ATTACKER)
FOR_ALL_MEDICS = (
    Verb.SET_CCP, Verb.SET_AEP, Verb.SET_PRIORITY, Verb.DECLARE_ZONE, Verb.DECLARE_THREAT,
)  # fmt: skip
FOR_MEDICS = (
    ReportKind.THREAT, ReportKind.OFFICER_DOWN,
    ReportKind.CORRIDOR, ReportKind.DEVICE, ReportKind.COUNT, ReportKind.SELF_EVACUATED,
    ReportKind.CHECKED, ReportKind.VEHICLES, ReportKind.COMMAND_TAKEN,
    ReportKind.COMMAND_ACCEPTED,
)  # fmt: skip


def channel_of(incident: Incident, team: Team | None) -> Lane:
    """The channel a team speaks on; None is the medical side's own people (ambulances)."""
    command = incident.command
    medical = team is None or team.is_medical
    if command.radio_plan == RadioPlan.SHARED or (medical and command.unified_ms is not None):
        return Lane.POLICE
    if team is None or team.is_medical:
        return Lane.MEDICAL
    if command.radio_plan == RadioPlan.BY_AGENCY:
        return incident.plan.units[team.id].channel
    return Lane.AID if team.task in RESCUE else Lane.POLICE


def listens(incident: Incident, seat: CommandSeat, channel: Lane) -> bool:
    """Whether a seat has a radio on that channel."""
    command = incident.command
    if command.together_ms is not None and channel in (Lane.POLICE, Lane.MEDICAL):
        return True
    if seat is incident.medical:
        return channel == (Lane.POLICE if medics_on_police(incident) else Lane.MEDICAL)
    by_function = command.radio_plan == RadioPlan.BY_FUNCTION
    return channel == Lane.POLICE or (by_function and channel == Lane.AID)


def is_priority(report: Report) -> bool:
    """Whether a report goes ahead of routine traffic."""
    threat = report.kind == ReportKind.THREAT and report.status == ThreatStatus.ONGOING
    return threat or report.kind in PRIORITY


def send_report(incident: Incident, report: Report) -> None:
    """Say a report: face to face to whoever is beside the team, on its channel where need be."""
    team = report.team
    channel = channel_of(incident, team)
    own, other = incident.tactical, incident.medical
    if team is None or team.is_medical:
        own, other = other, own
    for seat in incident.seats:
        if beside(team, seat):
            hear(incident, seat, report)
    knows = [ms is not None for ms in report.heard_ms]
    waits = not knows[Seat.TACTICAL] and listens(incident, incident.tactical, channel)
    if waits or not knows[own.id]:
        first = Precedence.PRIORITY if is_priority(report) else Precedence.ROUTINE
        say(incident, channel, Message(Item.REPORT, report, rank=first))
    elif not knows[other.id]:
        assert team is not None
        team.spoken += 1
        pass_on(incident, report, other)


def say_again(incident: Incident, report: Report) -> None:
    """Say what nobody acknowledged again, from where the team is by now, while it is news."""
    assert report.team is not None
    if report.team.phase != Phase.OUT_OF_ACTION and is_still_news(incident, report):
        send_report(incident, report)


def said_on(incident: Incident, report: Report, channel: Lane) -> None:
    """A report has been said on a channel: who listens hears it, others by dispatch."""
    medical = incident.medical
    if report.spoken_ms is None:
        report.channel, report.spoken_ms = channel, incident.now
    if report.heard_ms[Seat.TACTICAL] is None:
        if overlooked(incident, report):
            goes_unanswered(incident, report)
        else:
            said_to_tactical(incident, report, channel)
    if report.heard_ms[Seat.MEDICAL] is not None:
        return
    if listens(incident, medical, channel):
        hear_on_air(incident, medical, report, channel)
    else:
        pass_on(incident, report, medical)


def said_to_tactical(incident: Incident, report: Report, channel: Lane) -> None:
    """What was said on a channel reaches Tactical: at once, by the relay, or by dispatch."""
    tactical = incident.tactical
    if not listens(incident, tactical, channel):
        pass_on(incident, report, tactical)
    elif is_own(incident, channel) or not missed(incident, report):
        hear_on_air(incident, tactical, report, channel)


def medics_on_police(incident: Incident) -> bool:
    """Whether the medical side has the police channel on its own radios."""
    command = incident.command
    return command.radio_plan == RadioPlan.SHARED or command.unified_ms is not None


def comes_by_relay(incident: Incident, seat: CommandSeat, channel: Lane) -> bool:
    """Whether a seat hears a channel of the officers inside through the relay of a post."""
    if incident.tactical.place != CommandPlace.POST or channel == Lane.MEDICAL:
        return False
    together = incident.command.together_ms is not None
    if channel == Lane.POLICE and medics_on_police(incident):
        return seat is incident.tactical and not together
    return seat is incident.tactical or together


def hear_on_air(incident: Incident, seat: CommandSeat, report: Report, channel: Lane) -> None:
    """A seat hears a report on a channel: at once, or through the post's relay."""
    if comes_by_relay(incident, seat, channel):
        hand_on(incident, Message(Item.REPORT, report, Seat(seat.id)), incident.p.relay_delay_s)
    else:
        hear(incident, seat, report)


def overlooked(incident: Incident, report: Report) -> bool:
    """Whether Tactical, with too many to lead, does not take in what a team said on the air."""
    if report.team is None or is_priority(report):
        return False
    fate = taken_in(incident, report.team)
    report.misplaced = fate == MISPLACED
    incident.record.misplaced += report.misplaced
    incident.record.overlooked += fate == OVERLOOKED
    return fate == OVERLOOKED


def is_own(incident: Incident, channel: Lane) -> bool:
    """Whether nothing of a channel escapes Tactical: its first radio, or Triage's beside it."""
    together = incident.command.together_ms is not None
    return channel == Lane.POLICE or (together and channel == Lane.MEDICAL)


def announce(incident: Incident, report: Report) -> None:
    """Dispatch says a report on every channel; both seats hear it."""
    hear(incident, incident.tactical, report)
    hear(incident, incident.medical, report)


def concerns_medics(incident: Incident, report: Report) -> bool:
    """Whether dispatch passes a report of the police on to the medics."""
    if report.kind in (ReportKind.AREA_SEEN, ReportKind.AREA_CLEAR):
        assert report.area is not None
        told_of = incident.medical.areas[report.area.id].listed
        return told_of or sum(report.counts) > 0
    return report.kind in FOR_MEDICS


def pass_on(incident: Incident, report: Report, seat: CommandSeat) -> None:
    """Dispatch passes a report on to a seat on another channel, late, or forgets it."""
    if seat is incident.medical and not concerns_medics(incident, report):
        return
    if not forgotten(incident, report.team or incident.medical, seat):
        message = Message(Item.REPORT, report, Seat(seat.id))
        tell_seat(incident, message, seat)


def is_current(incident: Incident, order: GivenOrder) -> bool:
    """Whether what an order declared is what its seat has declared last."""
    seat = incident.seats[order.seat]
    if order.verb == Verb.DECLARE_ZONE:
        assert order.area is not None
        return order.area.declared.zone == order.value
    if order.verb == Verb.DECLARE_THREAT:
        return seat.threat == order.value
    if order.verb == Verb.SET_CCP:
        return seat.ccp is order.area
    if order.verb == Verb.SET_AEP:
        return seat.aep is order.area
    if order.verb == Verb.SET_PRIORITY:
        return seat.priority == order.value
    if order.verb == Verb.MOVE_WALKING:
        return seat.walking_area is order.area
    return True


def entity(incident: Incident, sender: Sender) -> int:
    """Who speaks, as the entity of a draw: a team, or behind the teams a seat."""
    return sender.id if isinstance(sender, Team) else len(incident.teams) + sender.id


def forgotten(incident: Incident, sender: Sender, seat: CommandSeat) -> bool:
    """Whether dispatch fails to pass on to a seat what somebody has just said."""
    u = incident.luck.uniform(
        entity(incident, sender), Purpose.HANDING_ON, sender.spoken * 2 + seat.id
    )
    return u < incident.p.patch_loss_p


def missed(incident: Incident, report: Report) -> bool:
    """Whether Tactical, with two radios to listen to, misses what was said on the second."""
    sender = report.team or incident.medical
    u = incident.luck.uniform(entity(incident, sender), Purpose.HANDING_ON, sender.spoken * 2)
    return u < incident.p.second_channel_loss_p


def acknowledge(incident: Incident, order: GivenOrder, task: Task | None = None) -> None:
    """An order was heard; a team says what it turns to (None: nothing new)."""
    order.ack_task = task
    team = order.team
    if order.seat == Seat.MEDICAL or team is None or team.is_medical:
        learn_heard(incident, incident.medical, order)
    channel = Lane.POLICE if team is None else channel_of(incident, team)
    word = Message(Item.ACKNOWLEDGEMENT, order, Seat.TACTICAL)
    if order.on_foot_ms > 0:
        hand_on_at(incident, word, incident.now + order.on_foot_ms)
        order.on_foot_ms = 0
    elif beside(team, incident.tactical):
        learn_heard(incident, incident.tactical, order)
    elif not listens(incident, incident.tactical, channel):
        tell_seat(incident, word, incident.tactical)
    elif comes_by_relay(incident, incident.tactical, channel):
        hand_on(incident, word, incident.p.relay_delay_s)
    else:
        learn_heard(incident, incident.tactical, order)
