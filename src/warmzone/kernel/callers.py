"""People inside who call: where they are, what they see from there, how they err, when they stop.

A caller is one of the uninjured people of an area. They call after a while and again; they may hold
still while the danger is near, name the place next door, or take more for hurt than there are, so
that two of them contradict each other. Once they are out, or officers are with them, they stop.
"""

import numpy as np

from warmzone.kernel.arrays import State
from warmzone.kernel.codes import Item
from warmzone.kernel.compiled import compiled
from warmzone.kernel.crowd import officers_here
from warmzone.kernel.draws import Purpose, uniform, unit_exponential, whole
from warmzone.kernel.lanes import hand_on
from warmzone.kernel.radio import announce
from warmzone.kernel.reports import open_report, threat_report
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import HazardState, Source, ThreatStatus
from warmzone.vocabulary.reports import ReportKind

PLACE, FIRST, AGAIN, SILENT, COUNT, WHERE, NEXT_DOOR = range(7)  # what a draw of a call decides


@compiled
def begin_callers(state: State, world: World) -> None:
    """Draw who will call, from where, and when first."""
    seed = state.clock[0]["seed"]
    count = callers_of(world, seed)
    for c in range(len(state.callers)):
        state.callers[c]["area"] = -1
        if c < count:
            begin_caller(state, world, c, seed)


@compiled
def callers_of(world: World, seed: np.uint64) -> int:
    """How many will call."""
    setting = world.setting[0]
    low, high = int(setting["callers_low"]), int(setting["callers_high"])
    return whole(seed, (0, 0, Purpose.CALLER, 0), low, high)


@compiled
def begin_caller(state: State, world: World, c: int, seed: np.uint64) -> None:
    """Draw from where one will call, and when first."""
    if len(world.crowds) == 0:
        return
    u = uniform(seed, (0, c, Purpose.CALLER, 1 + PLACE))
    state.callers[c]["area"] = caller_place(world, u)
    wait = unit_exponential(seed, (0, c, Purpose.CALLER, 1 + FIRST))
    due = int(wait * world.parameters[0]["caller_first_s"] * 1000.0) + 1
    hand_on(state, world, (Item.CALL, c, 0), due)


@compiled
def caller_place(world: World, u: float) -> int:
    """Where a caller is at quantile u: the likelier, the more people may be there."""
    total = 0
    for k in range(len(world.crowds)):
        total += int(world.crowds[k]["high"])
    share = 0
    for k in range(len(world.crowds)):
        share += int(world.crowds[k]["high"])
        if u * float(total) < float(share):
            return int(world.crowds[k]["area"])
    return int(world.crowds[len(world.crowds) - 1]["area"])


@compiled
def luck_of_call(state: State, c: int, what: int) -> float:
    """The draw of caller c for one part of the call in hand."""
    clock = state.clock[0]
    count = int(state.callers[c]["calls"]) * 8 + what
    return uniform(clock["seed"], (clock["epoch"], c, Purpose.CALL, count))


@compiled
def call(state: State, world: World, c: int, now: int) -> None:
    """A caller calls, or holds still; then again later, unless there is nothing to call for."""
    caller = state.callers[c]
    area = int(caller["area"])
    p = world.parameters[0]
    if state.ground[area]["uninjured"] == 0 or officers_here(state, area) > 0:
        return
    near = state.ground[area]["exposure"] > 0.0
    if not near or luck_of_call(state, c, SILENT) >= p["caller_silent_p"]:
        say_what_is_seen(state, world, c, now)
    clock = state.clock[0]
    key = (clock["epoch"], c, Purpose.CALL, int(caller["calls"]) * 8 + AGAIN)
    wait = unit_exponential(clock["seed"], key) * p["caller_again_s"]
    caller["calls"] += 1
    if int(caller["calls"]) < int(p["caller_calls"]):
        hand_on(state, world, (Item.CALL, c, 0), now + int(wait * 1000.0) + 1)


@compiled
def say_what_is_seen(state: State, world: World, c: int, now: int) -> None:
    """Say who is hurt there, if that is new, and whether danger is near; as far as is noticed."""
    caller = state.callers[c]
    area = int(caller["area"])
    named = place_named(state, world, c)
    hurt = hurt_seen(state, area)
    if hurt > 0 and luck_of_call(state, c, COUNT) < world.parameters[0]["caller_count_wrong_p"]:
        hurt = hurt * 2 + 1  # an assumption: whoever takes more for hurt takes twice as many
    if hurt > 0 and hurt != int(caller["claimed"]):
        caller["claimed"] = hurt
        row = open_report(state, ReportKind.AREA_SEEN, -1, now)
        state.reports[row]["source"] = Source.CALLER
        state.reports[row]["area"] = named
        state.reports[row]["flag"] = hurt
        announce(state, world, row, now)
    danger = state.ground[area]["exposure"] > 0.0 and is_noisy(state)
    if danger or caller["danger"] == 1:
        status = ThreatStatus.ONGOING if danger else ThreatStatus.UNKNOWN
        caller["danger"] = 1 if danger else 0
        row = threat_report(state, -1, status, named, now)
        state.reports[row]["source"] = Source.CALLER
        announce(state, world, row, now)


@compiled
def hurt_seen(state: State, area: int) -> int:
    """How many people lie hurt in an area, sorted or not."""
    hurt = 0
    i = int(state.ground[area]["first_person"])
    while i >= 0:
        hurt += 1
        i = int(state.people[i]["next_person"])
    return hurt


@compiled
def is_noisy(state: State) -> bool:
    """Whether a hazard is active or contained, so that it is heard by those in its reach."""
    for h in range(len(state.hazard)):
        kind = state.hazard[h]["state"]
        if kind == HazardState.ACTIVE or kind == HazardState.CONTAINED:
            return True
    return False


@compiled
def place_named(state: State, world: World, c: int) -> int:
    """The place that a caller names: where they are, or by mistake one next door."""
    area = int(state.callers[c]["area"])
    ground = world.areas[area]
    doors = int(ground["edge_count"])
    if doors == 0 or luck_of_call(state, c, WHERE) >= world.parameters[0]["caller_place_wrong_p"]:
        return area
    door = int(luck_of_call(state, c, NEXT_DOOR) * float(doors))
    return int(world.edges[int(ground["edge_first"]) + door]["to_area"])
