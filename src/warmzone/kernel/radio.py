"""One half-duplex channel: one speaker at a time, messages take airtime and wait their turn.

Teams beside the Tactical seat speak face to face. A command post hears, and is heard, through a
relay that costs time.
"""

from warmzone.kernel.arrays import State
from warmzone.kernel.beliefs import hear, learn_heard
from warmzone.kernel.codes import Defect, Item
from warmzone.kernel.compiled import compiled
from warmzone.kernel.events import NEVER, EventKind, schedule
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import CommandPlace, Seat


@compiled
def send_report(state: State, world: World, row: int, now: int) -> None:
    """Put a report on the air, or say it face to face to command standing beside the team."""
    report = state.reports[row]
    tactical = state.seats[Seat.TACTICAL]
    team = report["team"]
    beside = (
        tactical["place"] == CommandPlace.INSIDE
        and team >= 0
        and state.teams[team]["area"] == tactical["place_area"]
    )
    if beside:
        deliver_report(state, world, row, now)
    else:
        queue(state, world, Item.REPORT, row, now)


@compiled
def deliver_report(state: State, world: World, row: int, now: int) -> None:
    """Everybody on the channel hears it; a Tactical seat at the post hears it through the relay."""
    state.reports[row]["heard_ms"] = now
    if state.seats[Seat.TACTICAL]["place"] == CommandPlace.POST:
        relay(state, world, Item.REPORT, row, now)
    else:
        hear(state, world, Seat.TACTICAL, row, now)
    hear(state, world, Seat.MEDICAL, row, now)


@compiled
def queue(state: State, world: World, kind: int, row: int, now: int) -> None:
    """Wait for the channel; start speaking at once where it is free."""
    clock = state.clock[0]
    if clock["radio_tail"] - clock["radio_head"] >= len(state.radio):
        clock["defect"] = Defect.RADIO_FULL
        return
    item = state.radio[clock["radio_tail"] % len(state.radio)]
    item["kind"] = kind
    item["row"] = row
    clock["radio_tail"] += 1
    state.record[0]["messages"] += 1
    slot = world.layout[0]["slot"][EventKind.RADIO]
    if state.times[slot] == NEVER:
        schedule(state.times, state.winners, slot, now + airtime(world, kind))


@compiled
def airtime(world: World, kind: int) -> int:
    """Milliseconds a message occupies the channel."""
    if kind == Item.ORDER:
        return int(world.parameters[0]["order_airtime_s"] * 1000.0)
    return int(world.parameters[0]["report_airtime_s"] * 1000.0)


@compiled
def take_spoken(state: State, world: World, now: int) -> tuple[int, int]:
    """The message that has just been spoken, as (kind, row); the next one starts."""
    clock = state.clock[0]
    item = state.radio[clock["radio_head"] % len(state.radio)]
    kind = int(item["kind"])
    row = int(item["row"])
    clock["radio_head"] += 1
    slot = world.layout[0]["slot"][EventKind.RADIO]
    if clock["radio_head"] < clock["radio_tail"]:
        following = state.radio[clock["radio_head"] % len(state.radio)]
        schedule(state.times, state.winners, slot, now + airtime(world, int(following["kind"])))
    else:
        schedule(state.times, state.winners, slot, NEVER)
    return kind, row


@compiled
def relay(state: State, world: World, kind: int, row: int, now: int) -> None:
    """Hand a message to the relay between the inside and the command post."""
    clock = state.clock[0]
    if clock["relay_tail"] - clock["relay_head"] >= len(state.relay):
        clock["defect"] = Defect.RADIO_FULL
        return
    item = state.relay[clock["relay_tail"] % len(state.relay)]
    item["kind"] = kind
    item["row"] = row
    item["due_ms"] = now + int(world.parameters[0]["relay_delay_s"] * 1000.0)
    clock["relay_tail"] += 1
    slot = world.layout[0]["slot"][EventKind.RELAY]
    if state.times[slot] == NEVER:
        schedule(state.times, state.winners, slot, item["due_ms"])


@compiled
def acknowledge(state: State, world: World, row: int, task: int, now: int) -> None:
    """Order `row` was heard; a team says what it turns to (-1: nothing new).

    Everybody on the channel knows at once, a command post when the relay has handed it on.
    """
    order = state.orders[row]
    order["ack_task"] = task
    learn_heard(state, Seat.MEDICAL, row, now)
    if state.seats[Seat.TACTICAL]["place"] == CommandPlace.POST:
        relay(state, world, Item.ACKNOWLEDGEMENT, row, now)
    else:
        learn_heard(state, Seat.TACTICAL, row, now)


@compiled
def relay_arrives(state: State, world: World, now: int) -> None:
    """The relay hands its oldest message on: an order to the channel, a report to the post."""
    clock = state.clock[0]
    item = state.relay[clock["relay_head"] % len(state.relay)]
    kind = int(item["kind"])
    row = int(item["row"])
    clock["relay_head"] += 1
    slot = world.layout[0]["slot"][EventKind.RELAY]
    if clock["relay_head"] < clock["relay_tail"]:
        following = state.relay[clock["relay_head"] % len(state.relay)]
        schedule(state.times, state.winners, slot, following["due_ms"])
    else:
        schedule(state.times, state.winners, slot, NEVER)
    if kind == Item.ORDER:
        queue(state, world, kind, row, now)
    elif kind == Item.ACKNOWLEDGEMENT:
        learn_heard(state, Seat.TACTICAL, row, now)
    else:
        state.reports[row]["relayed_ms"] = now
        hear(state, world, Seat.TACTICAL, row, now)
