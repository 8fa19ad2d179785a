"""The lanes behind everything that is said and not heard at once.

On a channel one message is said at a time, priority first; what is handed on by relay, dispatch or
on foot arrives when it is due. Equal ranks keep the order in which they came.
"""

from tests.reference.twin.incident import Incident
from tests.reference.twin.said import CommandSeat, GivenOrder, Message, Report, Waiting
from tests.reference.twin.transmissions import airtime, begin_transmission, goes_alone, joins
from warmzone.kernel.codes import Lane, Precedence
from warmzone.kernel.events import EventKind


def put(lane: Waiting, message: Message) -> None:
    """Put a message behind all of its rank, but never before the one that is being said."""
    assert len(lane.waiting) < lane.capacity
    place = len(lane.waiting)
    first = 1 if lane.speaking else 0
    while place > first and lane.waiting[place - 1].rank > message.rank:
        place -= 1
    lane.waiting.insert(place, message)


def hand_on(incident: Incident, message: Message, seconds: float) -> None:
    """Let a message arrive after so many seconds by other means than the air."""
    hand_on_at(incident, message, incident.now + int(seconds * 1000.0))


def hand_on_at(incident: Incident, message: Message, due_ms: int) -> None:
    """Let a message arrive at that moment by other means than the air."""
    message.rank = due_ms
    put(incident.handed_on, message)
    schedule_arrival(incident)


def tell_seat(incident: Incident, message: Message, seat: CommandSeat) -> None:
    """Dispatch will tell a seat a message, in one call with all that waits to be told it."""
    if seat.called_ms <= incident.now:
        seat.called_ms = incident.now + int(incident.p.patch_delay_s * 1000.0)
    hand_on_at(incident, message, seat.called_ms)


def take_arrived(incident: Incident) -> Message:
    """Take what has just arrived; the next one is scheduled."""
    message = take(incident.handed_on)
    schedule_arrival(incident)
    return message


def take(lane: Waiting) -> Message:
    """Take the first message of a lane."""
    lane.head += 1
    lane.speaking = False
    return lane.waiting.pop(0)


def schedule_arrival(incident: Incident) -> None:
    """Set when the next of what is handed on arrives."""
    incident.calendar.cancel(EventKind.RELAY, 0)
    if incident.handed_on.waiting:
        incident.calendar.put(EventKind.RELAY, 0, incident.handed_on.waiting[0].rank)


def say(incident: Incident, channel: Lane, message: Message) -> None:
    """Wait for a channel, or join the speaker's own traffic; begin at once where it is free."""
    incident.record.messages += 1
    if message.rank == Precedence.ROUTINE and not goes_alone(message):
        if joins(incident, channel, message):
            return
        assert isinstance(message.what, GivenOrder | Report)
        begin_transmission(incident, channel, message.what)
    put(incident.lanes[channel], message)
    if not incident.lanes[channel].speaking:
        begin_saying(incident, channel)


def begin_saying(incident: Incident, channel: Lane) -> None:
    """Begin to say what is first; routine traffic waits while the air is cleared."""
    lane = incident.lanes[channel]
    incident.calendar.cancel(EventKind.RADIO, channel)
    if not lane.waiting:
        return
    first = lane.waiting[0]
    if first.rank == Precedence.PRIORITY or lane.quiet_until_ms <= incident.now:
        lane.speaking = True
        incident.calendar.put(EventKind.RADIO, channel, incident.now + airtime(incident, first))
    else:
        incident.calendar.put(EventKind.RADIO, channel, lane.quiet_until_ms)


def clear_air(incident: Incident, channel: Lane, until_ms: int) -> None:
    """Routine traffic of a channel waits until then; what is being said is said to its end."""
    lane = incident.lanes[channel]
    lane.quiet_until_ms = until_ms
    if not lane.speaking:
        begin_saying(incident, channel)
