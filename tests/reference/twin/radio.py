"""One half-duplex channel: one speaker at a time, messages take airtime and wait their turn.

Teams beside the Tactical seat speak face to face. A command post hears, and is heard, through a
relay that costs time.
"""

from tests.reference.twin.beliefs import hear, learn_heard
from tests.reference.twin.incident import Incident
from tests.reference.twin.said import GivenOrder, Message, Report
from warmzone.kernel.codes import Item
from warmzone.kernel.events import EventKind
from warmzone.vocabulary.codes import CommandPlace, Task


def send_report(incident: Incident, report: Report) -> None:
    """Put a report on the air, or say it face to face to command standing beside the team."""
    tactical, team = incident.tactical, report.team
    inside = tactical.place == CommandPlace.INSIDE
    if inside and team is not None and team.area is tactical.place_area:
        deliver_report(incident, report)
    else:
        queue(incident, Message(Item.REPORT, report))


def deliver_report(incident: Incident, report: Report) -> None:
    """Everybody on the channel hears it; a Tactical seat at the post hears it through the relay."""
    report.heard_ms = incident.now
    if incident.tactical.place == CommandPlace.POST:
        relay(incident, Message(Item.REPORT, report))
    else:
        hear(incident, incident.tactical, report)
    hear(incident, incident.medical, report)


def queue(incident: Incident, message: Message) -> None:
    """Wait for the channel; start speaking at once where it is free."""
    radio = incident.radio
    assert len(radio.waiting) < radio.capacity
    radio.waiting.append(message)
    incident.record.messages += 1
    if incident.calendar.when(EventKind.RADIO, 0) is None:
        speak(incident, message)


def speak(incident: Incident, message: Message) -> None:
    """Start to say a message: it will have been heard when its airtime is over."""
    p = incident.p
    seconds = p.order_airtime_s if message.kind == Item.ORDER else p.report_airtime_s
    incident.calendar.put(EventKind.RADIO, 0, incident.now + int(seconds * 1000.0))


def take_spoken(incident: Incident) -> Message:
    """The message that has just been spoken; the next one starts."""
    radio = incident.radio
    spoken = radio.waiting.popleft()
    radio.taken += 1
    if radio.waiting:
        speak(incident, radio.waiting[0])
    return spoken


def relay(incident: Incident, message: Message) -> None:
    """Hand a message to the relay between the inside and the command post."""
    post = incident.relay
    assert len(post.waiting) < post.capacity
    message.due_ms = incident.now + int(incident.p.relay_delay_s * 1000.0)
    post.waiting.append(message)
    if incident.calendar.when(EventKind.RELAY, 0) is None:
        incident.calendar.put(EventKind.RELAY, 0, message.due_ms)


def relay_arrives(incident: Incident) -> None:
    """The relay hands its oldest message on: an order to the channel, a report to the post."""
    post = incident.relay
    message = post.waiting.popleft()
    post.taken += 1
    if post.waiting:
        incident.calendar.put(EventKind.RELAY, 0, post.waiting[0].due_ms)
    what = message.what
    if message.kind == Item.ORDER:
        queue(incident, Message(Item.ORDER, what))
    elif message.kind == Item.ACKNOWLEDGEMENT:
        assert isinstance(what, GivenOrder)
        learn_heard(incident, incident.tactical, what)
    else:
        assert isinstance(what, Report)
        what.relayed_ms = incident.now
        hear(incident, incident.tactical, what)


def acknowledge(incident: Incident, order: GivenOrder, task: Task | None = None) -> None:
    """An order was heard; a team says what it turns to (None: nothing new).

    Everybody on the channel knows at once, a command post when the relay has handed it on.
    """
    order.ack_task = task
    learn_heard(incident, incident.medical, order)
    if incident.tactical.place == CommandPlace.POST:
        relay(incident, Message(Item.ACKNOWLEDGEMENT, order))
    else:
        learn_heard(incident, incident.tactical, order)
