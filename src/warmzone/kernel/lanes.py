"""The one ring mechanism behind everything that is said and not heard at once.

A lane is a ring kept in order of rank; equal ranks keep the order in which they came. On a channel
the rank is the precedence, one item is said at a time, and nothing comes before what is being said.
In the lane of what is handed on (relay, dispatch, runners) the rank is the moment it is due.
"""

from warmzone.kernel.arrays import State
from warmzone.kernel.codes import Defect, Lane, Precedence
from warmzone.kernel.compiled import compiled
from warmzone.kernel.events import NEVER, EventKind, schedule
from warmzone.kernel.transmissions import (
    airtime,
    begin_transmission,
    end_transmission,
    goes_alone,
    joins,
)
from warmzone.kernel.world_arrays import World


@compiled
def put(state: State, lane: int, item: tuple[int, int, int], rank: int) -> None:
    """Put (kind, row, to) behind all of its rank and before all behind it; full is a defect."""
    own = state.lanes[lane]
    size = state.air.shape[1]
    if own["tail"] - own["head"] >= size:
        state.clock[0]["defect"] = Defect.RADIO_FULL
        return
    place = int(own["tail"])
    first = int(own["head"]) + int(own["speaking"])
    while place > first and int(state.air[lane, turned(place - 1, size)]["rank"]) > rank:
        before = state.air[lane, turned(place - 1, size)]
        moved = state.air[lane, turned(place, size)]
        moved["kind"] = before["kind"]
        moved["row"] = before["row"]
        moved["to"] = before["to"]
        moved["rank"] = before["rank"]
        place -= 1
    added = state.air[lane, turned(place, size)]
    added["kind"] = item[0]
    added["row"] = item[1]
    added["to"] = item[2]
    added["rank"] = rank
    own["tail"] += 1


@compiled
def turned(place: int, size: int) -> int:
    """The row of a ring at which its `place`th item stands; most rings never come round."""
    return place if place < size else place % size


@compiled
def first_in(state: State, lane: int) -> tuple[int, int, int, int]:
    """The first item of a lane that is not empty: (kind, row, to, rank)."""
    item = state.air[lane, turned(int(state.lanes[lane]["head"]), state.air.shape[1])]
    return int(item["kind"]), int(item["row"]), int(item["to"]), int(item["rank"])


@compiled
def waiting(state: State, lane: int) -> int:
    """How many items are in a lane, with the one that is being said."""
    return int(state.lanes[lane]["tail"]) - int(state.lanes[lane]["head"])


@compiled
def hand_on(state: State, world: World, item: tuple[int, int, int], due_ms: int) -> None:
    """Let (kind, row, to) arrive at `due_ms` by other means than the air."""
    put(state, Lane.HANDED_ON, item, due_ms)
    schedule_arrival(state, world)


@compiled
def tell_seat(state: State, world: World, item: tuple[int, int, int], seat: int, now: int) -> None:
    """Dispatch will tell a seat (kind, row, to), in one call with all that waits to be told it."""
    own = state.seats[seat]
    if own["called_ms"] <= now:
        own["called_ms"] = now + int(world.parameters[0]["patch_delay_s"] * 1000.0)
    hand_on(state, world, item, int(own["called_ms"]))


@compiled
def take_arrived(state: State, world: World) -> tuple[int, int, int, int]:
    """Take what has just arrived, as (kind, row, to, due); the next one is scheduled."""
    item = first_in(state, Lane.HANDED_ON)
    state.lanes[Lane.HANDED_ON]["head"] += 1
    schedule_arrival(state, world)
    return item


@compiled
def schedule_arrival(state: State, world: World) -> None:
    """Set when the next of what is handed on arrives."""
    due = NEVER
    if waiting(state, Lane.HANDED_ON) > 0:
        due = first_in(state, Lane.HANDED_ON)[3]
    schedule(state.times, state.winners, world.layout[0]["slot"][EventKind.RELAY], due)


@compiled
def say(
    state: State, world: World, channel: int, item: tuple[int, int, int, int], now: int
) -> None:
    """Wait for a channel to say (kind, row, to, precedence); begin at once where it is free.

    Routine traffic goes with what its speaker already has there.
    """
    state.record[0]["messages"] += 1
    if item[3] == Precedence.ROUTINE and not goes_alone(state, item[0], item[1]):
        if joins(state, world, channel, item[0], item[1]):
            return
        begin_transmission(state, channel, item[0], item[1])
    put(state, channel, (item[0], item[1], item[2]), item[3])
    if state.lanes[channel]["speaking"] == 0:
        begin_saying(state, world, channel, now)


@compiled
def begin_saying(state: State, world: World, channel: int, now: int) -> None:
    """Begin to say what is first; routine traffic waits while the air is cleared."""
    lane = state.lanes[channel]
    due = NEVER
    if waiting(state, channel) > 0:
        item = first_in(state, channel)
        due = int(lane["quiet_until_ms"])
        if item[3] == Precedence.PRIORITY or due <= now:
            lane["speaking"] = 1
            due = now + airtime(state, world, item[0], item[1])
    schedule(state.times, state.winners, world.layout[0]["slot"][EventKind.RADIO] + channel, due)


@compiled
def clear_air(state: State, world: World, channel: int, until_ms: int, now: int) -> None:
    """Routine traffic of a channel waits until then; what is being said is said to its end."""
    state.lanes[channel]["quiet_until_ms"] = until_ms
    if state.lanes[channel]["speaking"] == 0:
        begin_saying(state, world, channel, now)


@compiled
def take_said(state: State, channel: int) -> tuple[int, int, int, int]:
    """Take what has just been said, as (kind, row, to, precedence); the channel is free."""
    item = first_in(state, channel)
    state.lanes[channel]["head"] += 1
    state.lanes[channel]["speaking"] = 0
    end_transmission(state, channel, item[0], item[1])
    return item
