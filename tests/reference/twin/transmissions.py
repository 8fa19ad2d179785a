"""One transmission: what a speaker has to say on a channel is said together, up to a number."""

from tests.reference.twin.incident import Incident
from tests.reference.twin.said import GivenOrder, Message, Report
from warmzone.kernel.codes import Lane
from warmzone.kernel.events import EventKind
from warmzone.vocabulary.orders import Verb


def goes_alone(message: Message) -> bool:
    """Whether nothing else is said with it: a size-up, the plan, a brief."""
    alone = (Verb.SIZE_UP, Verb.SAY_PLAN, Verb.TRANSFER_COMMAND)
    return isinstance(message.what, GivenOrder) and message.what.verb in alone


def transmission_of(incident: Incident, channel: Lane, said: GivenOrder | Report) -> object | None:
    """What comes first in the routine transmission that the same speaker has on a channel."""
    if isinstance(said, GivenOrder):
        return incident.seats[said.seat].on_air[channel]
    if said.team is None or said.team.on_air_lane != channel:
        return None
    return said.team.on_air


def begin_transmission(incident: Incident, channel: Lane, said: GivenOrder | Report) -> None:
    """What its speaker says next on that channel goes with it."""
    if isinstance(said, GivenOrder):
        incident.seats[said.seat].on_air[channel] = said
    elif said.team is not None:
        said.team.on_air, said.team.on_air_lane = said, int(channel)


def end_transmission(incident: Incident, channel: Lane, said: GivenOrder | Report) -> None:
    """The transmission that begins so has been said."""
    if transmission_of(incident, channel, said) is not said:
        return
    if isinstance(said, GivenOrder):
        incident.seats[said.seat].on_air[channel] = None
    elif said.team is not None:
        said.team.on_air = None


def whole(first: GivenOrder | Report) -> list[GivenOrder | Report]:
    """All that is said in the transmission that begins so, in order."""
    said: list[GivenOrder | Report] = []
    one: GivenOrder | Report | None = first
    while one is not None:
        said.append(one)
        one = one.then
    return said


def joins(incident: Incident, channel: Lane, message: Message) -> bool:
    """Whether a message goes with the transmission that its speaker has there; it does so."""
    said = message.what
    assert isinstance(said, GivenOrder | Report)
    first = transmission_of(incident, channel, said)
    if first is None:
        return False
    assert isinstance(first, GivenOrder | Report)
    before = whole(first)
    if len(before) >= int(incident.p.said_at_once_most):
        return False
    before[-1].then = said  # type: ignore[assignment]
    lane = incident.lanes[channel]
    if lane.speaking and lane.waiting[0].what is first:
        due = incident.calendar.when(EventKind.RADIO, channel)
        assert due is not None
        longer = due + further_airtime(incident, said)
        incident.calendar.put(EventKind.RADIO, channel, longer)
    return True


def airtime(incident: Incident, message: Message) -> int:
    """Milliseconds a transmission occupies a channel."""
    first = message.what
    assert isinstance(first, GivenOrder | Report)
    total = sum(further_airtime(incident, said) for said in whole(first))
    if isinstance(first, Report):
        total += int(incident.p.report_airtime_s * 1000.0) - further_airtime(incident, first)
    return total


def further_airtime(incident: Incident, said: GivenOrder | Report) -> int:
    """Milliseconds that an order, or a report after the first, takes in a transmission."""
    p = incident.p
    if isinstance(said, Report):
        return int(p.further_airtime_s * 1000.0)
    longer = {
        Verb.SIZE_UP: p.size_up_airtime_s,
        Verb.SAY_PLAN: p.plan_airtime_s,
        Verb.TRANSFER_COMMAND: p.brief_s,
    }
    return int(longer.get(said.verb, p.order_airtime_s) * 1000.0)
