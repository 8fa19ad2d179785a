"""How an order travels: face to face, on a channel, by relay or dispatch; and what was said."""

from tests.reference.twin.beliefs import hear, learn_heard
from tests.reference.twin.callers import call
from tests.reference.twin.coming_out import are_outside
from tests.reference.twin.command_words import hear_plan
from tests.reference.twin.counting import reconcile
from tests.reference.twin.errands import runner_arrives
from tests.reference.twin.face_to_face import beside
from tests.reference.twin.incident import Incident
from tests.reference.twin.lanes import begin_saying, hand_on, say, take, take_arrived, tell_seat
from tests.reference.twin.obedience import hear_order
from tests.reference.twin.profile import code
from tests.reference.twin.radio import (
    FOR_ALL_MEDICS,
    channel_of,
    comes_by_relay,
    entity,
    forgotten,
    is_current,
    listens,
    said_on,
    say_again,
)
from tests.reference.twin.rtf_orders import hold_is_over
from tests.reference.twin.runners import comes_back
from tests.reference.twin.said import GivenOrder, Message, Report
from tests.reference.twin.senior import senior_acts
from tests.reference.twin.things import Caller, Team
from tests.reference.twin.together import stand_together
from tests.reference.twin.transfer import accept, united
from tests.reference.twin.transmissions import airtime, end_transmission, whole
from tests.reference.twin.unanswered import goes_unanswered
from tests.reference.twin.world import Area
from warmzone.kernel.codes import Item, Lane, Precedence
from warmzone.kernel.draws import Purpose
from warmzone.kernel.events import EventKind
from warmzone.kernel.saying import CLIPPED, HEARD, LOST, ONE_BREATH_MS
from warmzone.vocabulary.codes import (
    ClearanceOwner,
    CommandPlace,
    RadioPlan,
    Seat,
    ThreatStatus,
    Zone,
)
from warmzone.vocabulary.orders import Verb

URGENT = (Verb.WITHDRAW, Verb.WITHDRAW_AREA, Verb.CLEAR_THE_AIR)


def send_order(incident: Incident, order: GivenOrder) -> None:
    """Say an order: with the one before it, face to face, through relay or dispatch, by radio."""
    if in_one_breath(incident, order):
        order.rides = True
    elif order.seat == Seat.MEDICAL:
        send_medical(incident, order)
    elif asks_owner(incident, order) and incident.command.unified_ms is None:
        ways = ClearanceOwner[code(incident.plan.profile.clearance)]
        message = Message(Item.ORDER, order, channel_of(incident, order.team))
        hand_on(incident, message, ways * incident.p.relay_delay_s)
    elif beside(order.team, incident.tactical):
        hear_order(incident, order)
    else:
        send_far(incident, order)


def send_medical(incident: Incident, order: GivenOrder) -> None:
    """The medical seat speaks with crews beside it face to face; with others on their channel."""
    if order.verb != Verb.REQUEST_ENTRY and beside(order.team, incident.medical):
        hear_order(incident, order)
    else:
        put_on_air(incident, order, channel_of(incident, order.team))


def asks_owner(incident: Incident, order: GivenOrder) -> bool:
    """Whether an RTF is let in from inside where the agency leaves that to somebody outside."""
    inside = incident.tactical.place == CommandPlace.INSIDE
    owner = incident.plan.profile.clearance
    return order.verb == Verb.CLEAR_RTF_IN and inside and owner != "tactical"


def send_far(incident: Incident, order: GivenOrder) -> None:
    """Say an order of Tactical by radio, where need be through the relay or through dispatch."""
    tactical = incident.tactical
    channel = Lane.POLICE if order.team is None else channel_of(incident, order.team)
    message = Message(Item.ORDER, order, channel)
    if not listens(incident, tactical, channel):
        tactical.spoken += 1
        if forgotten(incident, tactical, tactical):
            lose(incident, order)
        else:
            hand_on(incident, message, incident.p.patch_delay_s)
    elif comes_by_relay(incident, tactical, channel):
        hand_on(incident, message, incident.p.relay_delay_s)
    else:
        put_on_air(incident, order, channel)


def put_on_air(incident: Incident, order: GivenOrder, channel: Lane) -> None:
    """Let an order wait for a channel."""
    cleared = incident.lanes[channel].quiet_until_ms > incident.now
    urgent = is_urgent(order) or (cleared and order.seat == Seat.TACTICAL)
    first = Precedence.PRIORITY if urgent else Precedence.ROUTINE
    say(incident, channel, Message(Item.ORDER, order, rank=first))


def is_urgent(order: GivenOrder) -> bool:
    """Whether an order goes ahead of routine traffic: it names danger, or calls people out."""
    hot = order.verb == Verb.DECLARE_ZONE and order.value == Zone.HOT
    threat = order.verb == Verb.DECLARE_THREAT and order.value == ThreatStatus.ONGOING
    return hot or threat or order.verb in URGENT


def in_one_breath(incident: Incident, order: GivenOrder) -> bool:
    """Whether a declaration joins the one before it: same zone, said together, not yet heard."""
    if order.id == 0 or order.verb != Verb.DECLARE_ZONE:
        return False
    before = incident.orders[order.id - 1]
    same = (before.verb, before.seat, before.value) == (order.verb, order.seat, order.value)
    together = order.given_ms - before.given_ms <= ONE_BREATH_MS
    return same and together and before.heard_ms is None and before.spoken_ms is None


def channel_turn(incident: Incident, channel: Lane) -> None:
    """A message has been said, well or badly, or routine traffic may begin again."""
    lane = incident.lanes[channel]
    if not lane.speaking:
        begin_saying(incident, channel)
        return
    message = lane.waiting[0]
    fate = fate_on_air(incident, channel)
    if fate == CLIPPED:
        incident.record.clipped += 1
        due = incident.now + airtime(incident, message)
        incident.calendar.put(EventKind.RADIO, channel, due)
        return
    take(lane)
    assert isinstance(message.what, GivenOrder | Report)
    end_transmission(incident, channel, message.what)
    begin_saying(incident, channel)
    for said in whole(message.what):
        if isinstance(said, GivenOrder):
            order_said(incident, said, channel, lost=fate == LOST)
        elif fate == HEARD:
            said_on(incident, said, channel)
        else:
            incident.record.lost += 1
            goes_unanswered(incident, said)
        said.then = None


def fate_on_air(incident: Incident, channel: Lane) -> int:
    """Whether what was said is heard, clipped or lost; the more wait to speak, the worse."""
    lane, p = incident.lanes[channel], incident.p
    what = lane.waiting[0].what
    if isinstance(what, Report):
        asker = incident.medical if what.about is None else incident.tactical
        sender = what.team or asker
    else:
        assert isinstance(what, GivenOrder)
        sender = incident.seats[what.seat]
    sender.spoken += 1
    others = len(lane.waiting) - 1 if lane.quiet_until_ms <= incident.now else 0
    fails = min(p.radio_loss_p + p.radio_loss_per_waiting_p * others, p.radio_loss_most_p)
    if incident.command.switching_until_ms > incident.now:
        fails = 1.0 - (1.0 - fails) * (1.0 - p.radio_switch_loss_p)
    u = incident.luck.uniform(entity(incident, sender), Purpose.RADIO, sender.spoken)
    if u >= fails:
        return HEARD
    return CLIPPED if u < fails * p.radio_clip_share else LOST


def order_said(incident: Incident, order: GivenOrder, channel: Lane, *, lost: bool) -> None:
    """An order has been said on a channel."""
    order.channel, order.spoken_ms = channel, incident.now
    if order.heard_ms is not None:
        return
    reaches = order.verb not in FOR_ALL_MEDICS or listens(incident, incident.medical, channel)
    if lost:
        incident.record.lost += 1
        lose(incident, order)
    elif reaches:
        hear_order(incident, order)
    elif forgotten(incident, incident.tactical, incident.medical):
        lose(incident, order)
    else:
        tell_seat(incident, Message(Item.WORD, order, Seat.MEDICAL), incident.medical)


def lose(incident: Incident, order: GivenOrder) -> None:
    """Nobody heard an order; an automatic seat will say it again when no answer has come."""
    order.tries += 1
    if incident.seats[order.seat].automatic and order.verb != Verb.REQUEST_ENTRY:
        hand_on(incident, Message(Item.AGAIN, order, order.seat), incident.p.repeat_order_s)


def still_meant(incident: Incident, order: GivenOrder) -> bool:
    """Whether an order without an answer still says what its seat wants."""
    seat = incident.seats[order.seat]
    heard = order.acked_ms is not None or order.heard_ms is not None
    if heard or not seat.automatic or not is_current(incident, order):
        return False
    return (
        order.team is None
        or order.verb in FOR_ALL_MEDICS
        or seat.teams[order.team.id].pending_order is order
    )


FOR_COMMAND = (Item.TOGETHER, Item.LATER, Item.BRIEFED, Item.UNITED, Item.SENIOR)


def arrives_for_command(incident: Incident, message: Message) -> None:
    """What was handed on and concerns who commands."""
    what = message.what
    if message.kind == Item.TOGETHER:
        stand_together(incident)
    elif message.kind == Item.UNITED:
        united(incident)
    elif message.kind == Item.SENIOR:
        assert isinstance(what, Team)
        senior_acts(incident, what, message.to)
    else:
        assert isinstance(what, GivenOrder)
        if message.kind == Item.LATER:
            send_order(incident, what)
        else:
            accept(incident, what)


def arrives(incident: Incident) -> None:
    """All that was handed on and is due has arrived, in the order in which it was handed on."""
    waiting = incident.handed_on.waiting
    while waiting and waiting[0].rank <= incident.now:
        arrives_one(incident, take_arrived(incident))


def arrives_one(incident: Incident, message: Message) -> None:
    """Something has arrived: a report, an answer, an order for a channel or a person."""
    what = message.what
    if message.kind in FOR_COMMAND:
        arrives_for_command(incident, message)
        return
    if message.kind in (Item.RAN, Item.LED):
        assert isinstance(what, Area)
        are_outside(incident, message.kind, what, message.to)
        return
    if isinstance(what, Caller):
        call(incident, what)
        return
    assert not isinstance(what, Area | Team)
    if message.kind == Item.PLAN_PASSED:
        hear_plan(incident, direct=False)
    elif isinstance(what, Report) and message.kind == Item.UNANSWERED:
        say_again(incident, what)
    elif isinstance(what, Report):
        hear(incident, incident.seats[message.to], what)
    elif message.kind == Item.ACKNOWLEDGEMENT:
        learn_heard(incident, incident.seats[message.to], what)
    elif message.kind == Item.COUNTED:
        reconcile(incident)
    elif message.kind == Item.PLAN:
        incident.command.radio_plan = RadioPlan(what.value)
    elif message.kind == Item.RUNNER:
        runner_arrives(incident, what, incident.areas[message.to])
    elif message.kind == Item.HOLD_OVER:
        hold_is_over(incident, what)
    elif message.kind == Item.BACK:
        comes_back(incident, what, found=bool(message.to))
    elif what.heard_ms is None:
        order_arrives(incident, what, message)


def order_arrives(incident: Incident, order: GivenOrder, message: Message) -> None:
    """An order that was handed on is to be said on a channel, heard, or said again."""
    if message.kind == Item.ORDER:
        put_on_air(incident, order, Lane(message.to))
    elif message.kind == Item.WORD:
        hear_order(incident, order)
    elif still_meant(incident, order):
        if message.to == Seat.MEDICAL:
            send_medical(incident, order)
        elif beside(order.team, incident.tactical):
            hear_order(incident, order)
        else:
            send_far(incident, order)
