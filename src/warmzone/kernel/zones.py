"""Declared ground: what medics may set foot on, how a declaration ages, and ways round hot ground.

A declaration keeps its worth while officers hold the ground, and for `zone_ages_s` after they have
left or it was last said; then medics treat the ground as undeclared until it is said again.
"""

from warmzone.kernel.arrays import State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.corridor import on_open_corridor
from warmzone.kernel.world_arrays import BEYOND_M, World
from warmzone.vocabulary.codes import Discipline, Seat, Task, Zone
from warmzone.vocabulary.reports import CannotReason


@compiled
def declare(state: State, area: int, zone: int, seat: int, now: int) -> None:
    """A seat calls ground hot, warm or cold; saying it again makes it fresh."""
    declared = state.zones[area]
    declared["zone"] = zone
    declared["owner"] = seat
    declared["since_ms"] = now
    if zone >= Zone.WARM and state.record[0]["first_warm_ms"] < 0:
        state.record[0]["first_warm_ms"] = now


@compiled
def hear_declared(state: State, area: int, zone: int, now: int) -> None:
    """Everybody on the channel has heard what the ground is called."""
    declared = state.zones[area]
    hot = 1 if zone == Zone.HOT else 0
    was = 1 if declared["medics_zone"] == Zone.HOT else 0
    state.clock[0]["hot_areas"] += hot - was
    declared["medics_zone"] = zone
    declared["heard_ms"] = now


@compiled
def is_fresh(state: State, world: World, area: int, now: int) -> bool:
    """Whether a declaration still counts: the ground is held, or was so or was said lately."""
    ground = state.ground[area]
    if ground["held_officers"] > 0:
        return True
    last = max(int(state.zones[area]["heard_ms"]), int(ground["held_ms"]))
    return now - last <= int(world.parameters[0]["zone_ages_s"] * 1000.0)


@compiled
def medics_accept(state: State, world: World, area: int, now: int) -> bool:
    """Whether medics will work in an area: free entry, or it is freshly called warm or cold.

    Never beside a device, nor in a CCP indoors that no officers hold.
    """
    if state.zones[area]["device"] == 1:
        return False
    if state.seats[Seat.MEDICAL]["free_entry"] == 1:
        return True
    return is_called_safe(state, world, area, now) and not lacks_security(state, world, area)


@compiled
def is_called_safe(state: State, world: World, area: int, now: int) -> bool:
    """Whether the channel has heard an area called warm or cold, and that still counts."""
    if state.zones[area]["medics_zone"] < Zone.WARM:
        return False
    return is_fresh(state, world, area, now)


@compiled
def lacks_security(state: State, world: World, area: int) -> bool:
    """Whether an area is the CCP, indoors, and no officers hold it."""
    if area != state.seats[Seat.MEDICAL]["ccp"] or world.areas[area]["outdoor"] == 1:
        return False
    return bool(state.ground[area]["held_officers"] == 0)


@compiled
def why_not(state: State, world: World, area: int, now: int) -> int:
    """Why medics will not work in an area: hot, not called safe, or a CCP without security."""
    if is_known_hot(state, area):
        return CannotReason.GROUND_HOT
    if lacks_security(state, world, area) and is_called_safe(state, world, area, now):
        return CannotReason.NOT_SECURED
    return CannotReason.ZONE_NOT_DECLARED


@compiled
def medics_pass(state: State, world: World, t: int, area: int, now: int) -> bool:
    """Whether medics will walk through an area: never hot or by a device; indoors under cover.

    Cover is a fresh declaration, the open corridor, or their own security beside them.
    """
    if state.zones[area]["device"] == 1:
        return False
    if state.seats[Seat.MEDICAL]["free_entry"] == 1:
        return True
    if state.zones[area]["medics_zone"] == Zone.HOT:
        return False
    if world.areas[area]["outdoor"] == 1 or state.teams[t]["partner"] >= 0:
        return True
    return on_open_corridor(state, area) or medics_accept(state, world, area, now)


@compiled
def ground_in_the_way(state: State, world: World, t: int, goal: int, now: int) -> int:
    """The first area on a crew's way to `goal` that it will not walk through, or -1."""
    team = state.teams[t]
    via = way_round(state, world, t, int(team["area"]), goal)
    target = via if via >= 0 else goal
    area = int(team["area"])
    while area != goal:
        area = int(world.next_area[area, target])
        if area < 0:
            return -1
        if not medics_pass(state, world, t, area, now):
            return area
        if area == target:
            target = goal
    return -1


@compiled
def crosses_hot(state: State, world: World, start: int, goal: int) -> bool:
    """Whether the shortest way leads over ground called hot, its two ends left out."""
    area = start
    while area != goal:
        area = int(world.next_area[area, goal])
        if area < 0:
            return True
        if area != goal and state.zones[area]["medics_zone"] == Zone.HOT:
            return True
    return False


@compiled
def way_round(state: State, world: World, t: int, start: int, goal: int) -> int:
    """The area to walk to first from `start` to keep off ground called hot, or -1: straight on.

    Teams sent to the threat go straight; so does everybody where there is no way round.
    """
    if state.clock[0]["hot_areas"] == 0:
        return -1
    team = state.teams[t]
    task = team["task"]
    to_threat = task == Task.CONTACT or task == Task.CONTAIN or task == Task.UNASSIGNED
    if to_threat and team["discipline"] == Discipline.POLICE:
        return -1
    if not crosses_hot(state, world, start, goal):
        return -1
    best = -1
    best_m = BEYOND_M
    for a in range(len(state.ground)):
        metres = world.distance_m[start, a]
        if metres >= best_m:
            continue  # no need to look up how far it is from there
        metres += world.distance_m[a, goal]
        if a != start and a != goal and metres < best_m:
            if state.zones[a]["medics_zone"] != Zone.HOT:
                if not crosses_hot(state, world, start, a):
                    if not crosses_hot(state, world, a, goal):
                        best = a
                        best_m = metres
    return best


@compiled
def is_known_hot(state: State, area: int) -> bool:
    """Whether the channel has heard ground called hot, or of a device there."""
    return bool(state.zones[area]["medics_zone"] == Zone.HOT or state.zones[area]["device"] == 1)


@compiled
def safe_place(state: State, world: World, here: int) -> int:
    """Where those who must leave an area go: to warm or cold ground next to it, else outside."""
    area = world.areas[here]
    for e in range(area["edge_first"], area["edge_first"] + area["edge_count"]):
        near = int(world.edges[e]["to_area"])
        good = state.zones[near]["medics_zone"] >= Zone.WARM and not is_known_hot(state, near)
        if good and world.next_area[here, near] == near:
            return near
    return int(area["exit_area"]) if area["exit_area"] >= 0 else here
