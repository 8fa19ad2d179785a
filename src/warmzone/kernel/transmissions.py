"""One transmission: what a speaker has to say on a channel is said together, up to a number.

What a team reports while its own routine transmission waits or is being said goes with it, and so
do orders of a seat on one channel. Each further thing takes airtime of its own; the transmission is
heard, clipped or lost as a whole. Priority traffic and long words to everybody go alone.
"""

from warmzone.kernel.arrays import State
from warmzone.kernel.codes import Item
from warmzone.kernel.compiled import compiled
from warmzone.kernel.events import EventKind, schedule
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.orders import Verb


@compiled
def goes_alone(state: State, kind: int, row: int) -> bool:
    """Whether nothing else is said with it: a size-up, the plan, a brief."""
    if kind != Item.ORDER:
        return False
    verb = state.orders[row]["verb"]
    return bool(verb == Verb.SIZE_UP or verb == Verb.SAY_PLAN or verb == Verb.TRANSFER_COMMAND)


@compiled
def next_said(state: State, kind: int, row: int) -> int:
    """What is said after order or report `row` in the same transmission, or -1."""
    if kind == Item.ORDER:
        return int(state.orders[row]["then"])
    return int(state.reports[row]["then"])


@compiled
def set_next_said(state: State, kind: int, row: int, later: int) -> None:
    """Let `later` be said after order or report `row`; -1 nothing."""
    if kind == Item.ORDER:
        state.orders[row]["then"] = later
    else:
        state.reports[row]["then"] = later


@compiled
def transmission_of(state: State, channel: int, kind: int, row: int) -> int:
    """What comes first in the routine transmission that the speaker of `row` has there, or -1."""
    if kind == Item.ORDER:
        return int(state.seats[state.orders[row]["seat"]]["on_air"][channel])
    t = int(state.reports[row]["team"])
    if t < 0 or state.teams[t]["on_air_lane"] != channel:
        return -1
    return int(state.teams[t]["on_air"])


@compiled
def begin_transmission(state: State, channel: int, kind: int, row: int) -> None:
    """What its speaker says next on that channel goes with `row`."""
    if kind == Item.ORDER:
        state.seats[state.orders[row]["seat"]]["on_air"][channel] = row
        return
    t = int(state.reports[row]["team"])
    if t >= 0:
        state.teams[t]["on_air"] = row
        state.teams[t]["on_air_lane"] = channel


@compiled
def end_transmission(state: State, channel: int, kind: int, row: int) -> None:
    """The transmission that begins with `row` has been said."""
    if transmission_of(state, channel, kind, row) != row:
        return
    if kind == Item.ORDER:
        state.seats[state.orders[row]["seat"]]["on_air"][channel] = -1
    else:
        state.teams[state.reports[row]["team"]]["on_air"] = -1


@compiled
def joins(state: State, world: World, channel: int, kind: int, row: int) -> bool:
    """Whether `row` goes with the transmission that its speaker has on that channel; it does so."""
    first = transmission_of(state, channel, kind, row)
    if first < 0:
        return False
    last = first
    count = 1
    while next_said(state, kind, last) >= 0:
        last = next_said(state, kind, last)
        count += 1
    if count >= int(world.parameters[0]["said_at_once_most"]):
        return False
    set_next_said(state, kind, last, row)
    lane = state.lanes[channel]
    saying = state.air[channel, lane["head"] % state.air.shape[1]]
    if lane["speaking"] == 1 and saying["kind"] == kind and saying["row"] == first:
        slot = world.layout[0]["slot"][EventKind.RADIO] + channel
        longer = int(state.times[slot]) + further_airtime(state, world, kind, row)
        schedule(state.times, state.winners, slot, longer)
    return True


@compiled
def airtime(state: State, world: World, kind: int, row: int) -> int:
    """Milliseconds a transmission that begins with `row` occupies a channel."""
    if kind == Item.ORDER:
        total = further_airtime(state, world, kind, row)
    else:
        total = int(world.parameters[0]["report_airtime_s"] * 1000.0)
    later = next_said(state, kind, row)
    while later >= 0:
        total += further_airtime(state, world, kind, later)
        later = next_said(state, kind, later)
    return total


@compiled
def further_airtime(state: State, world: World, kind: int, row: int) -> int:
    """Milliseconds that an order, or a report after the first, takes in a transmission."""
    p = world.parameters[0]
    if kind != Item.ORDER:
        return int(p["further_airtime_s"] * 1000.0)
    verb = state.orders[row]["verb"]
    if verb == Verb.SIZE_UP:
        return int(p["size_up_airtime_s"] * 1000.0)
    if verb == Verb.SAY_PLAN:
        return int(p["plan_airtime_s"] * 1000.0)
    if verb == Verb.TRANSFER_COMMAND:
        return int(p["brief_s"] * 1000.0)
    return int(p["order_airtime_s"] * 1000.0)
