"""Uninjured people, as counts by area: they run, hide, are led out, and fill the ways they take.

One alarm moves one batch, and nobody is followed alone: those who run are outside when the last
of them is, and only then tell what they saw. Who could be hurt is beside them a person of `people`.
"""

import numpy as np

from warmzone.kernel.arrays import State
from warmzone.kernel.casualties import get_away
from warmzone.kernel.codes import Item
from warmzone.kernel.compiled import compiled
from warmzone.kernel.draws import Purpose, uniform, whole
from warmzone.kernel.lanes import hand_on
from warmzone.kernel.world_arrays import BEYOND_M, LEAST_WIDTH_M, World
from warmzone.vocabulary.codes import OpeningState, Whereabouts


@compiled
def begin_uninjured(state: State, world: World) -> None:
    """Draw how many are where at the start."""
    for k in range(len(world.crowds)):
        begin_crowd(state, world, k, state.clock[0]["seed"])


@compiled
def begin_crowd(state: State, world: World, k: int, seed: np.uint64) -> None:
    """Draw how many are in one place."""
    crowd = world.crowds[k]
    area = int(crowd["area"])
    low, high = int(crowd["low"]), int(crowd["high"])
    state.ground[area]["uninjured"] = whole(seed, (0, area, Purpose.CROWD, 0), low, high)


@compiled
def alarm_uninjured(state: State, world: World, area: int, now: int) -> None:
    """An area has come into reach: some run, if the way out is no worse; the others hide there."""
    ground = state.ground[area]
    if ground["uninjured"] == 0 or ground["sheltering"] == 1:
        return
    leaving = 0
    p = world.parameters[0]
    if is_way_free(state, world, area):
        clock = state.clock[0]
        u = uniform(clock["seed"], (clock["epoch"], area, Purpose.CROWD_RUNS, 0))
        leaving = int(float(ground["uninjured"]) * p["crowd_runs_p"] + u)
    ground["uninjured"] -= leaving
    ground["sheltering"] = 1
    ground["alarmed_ms"] = now
    if leaving > 0:
        begun = now + int(p["flee_mean_s"] * 1000.0)
        due = stream(state, world, area, leaving, begun)
        hand_on(state, world, (Item.RAN, area, leaving), due)


@compiled
def is_way_free(state: State, world: World, area: int) -> bool:
    """Whether people can run outside from an area: nothing is locked, nowhere on it is worse."""
    goal = int(world.areas[area]["exit_area"])
    if goal < 0 or goal == area:
        return False
    here = area
    while here != goal:
        if state.openings[world.next_opening[here, goal]] >= OpeningState.LOCKED:
            return False
        here = int(world.next_area[here, goal])
        if state.ground[here]["exposure"] > state.ground[area]["exposure"]:
            return False
    return True


@compiled
def stream(state: State, world: World, area: int, people: int, begun_ms: int) -> int:
    """People set out from an area for the nearest way outside; when the last of them is there.

    Until then every area that they pass is crowded.
    """
    goal = int(world.areas[area]["exit_area"])
    p = world.parameters[0]
    narrowest = BEYOND_M
    here = area
    while here != goal:
        narrowest = min(narrowest, world.widths_m[world.next_opening[here, goal]])
        here = int(world.next_area[here, goal])
    seconds = world.distance_m[area, goal] / p["walk_m_per_s"]
    seconds += float(people) / (p["crowd_flow_per_m_s"] * max(narrowest, LEAST_WIDTH_M))
    until = begun_ms + int(seconds * 1000.0) + 1
    here = area
    while here != goal:
        state.ground[here]["crowded_ms"] = max(int(state.ground[here]["crowded_ms"]), until)
        here = int(world.next_area[here, goal])
    return until


@compiled
def send_out(state: State, world: World, area: int, now: int) -> None:
    """Everybody who is not hurt leaves an area, led by officers; nobody there is in reach any more.

    Whoever could have been hurt there can be no longer.
    """
    ground = state.ground[area]
    leaving = int(ground["uninjured"])
    ground["uninjured"] = 0
    ground["sheltering"] = 0
    i = int(ground["first_unhurt"])
    while i >= 0:
        if state.people[i]["whereabouts"] == Whereabouts.UNHURT:
            get_away(state, world, i)
            leaving += 1
        i = int(state.people[i]["next_unhurt"])
    state.record[0]["led_out"] += leaving
    hand_on(state, world, (Item.LED, area, leaving), stream(state, world, area, leaving, now))
