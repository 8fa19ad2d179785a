"""What lies in reach of a hazard: its area, what is seen through open ways, less what is held.

An area is in reach through one open opening that officers do not hold on its far side. Through open
passages the next corridor or hall is seen too, one step further. Only ground whose exposure has
changed is touched, with the people and teams on it.
"""

from warmzone.kernel.arrays import HAZARDS, REACH, State
from warmzone.kernel.casualties import expose_person
from warmzone.kernel.compiled import compiled
from warmzone.kernel.corridor import recheck_corridor
from warmzone.kernel.cover import ground_turned
from warmzone.kernel.stretch import beware_of
from warmzone.kernel.teams import expose_team, harm_rate
from warmzone.kernel.uninjured import alarm_uninjured
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import (
    AreaKind,
    HazardState,
    OpeningKind,
    OpeningState,
    Whereabouts,
)


@compiled
def refresh_ground(state: State, world: World, now: int) -> None:
    """Work out afresh what lies in reach, and the exposure of everybody whom that concerns."""
    reached = state.reached[0]
    for k in range(int(reached["count"])):
        ground = state.ground[reached["area"][k]]
        ground["before"] = ground["exposure"]
        ground["exposure"] = 0.0
        for h in range(HAZARDS):
            ground["reach"][h] = 0.0
    for h in range(HAZARDS):
        spread(state, world, h)
    count = int(reached["count"])
    lane = False
    for k in range(count):
        area = int(reached["area"][k])
        ground = state.ground[area]
        if ground["exposure"] != ground["before"]:
            expose_people(state, world, area, now)
            lane = lane or ground["lane"] == 1
    expose_teams(state, world, now)
    for k in range(count):
        area = int(reached["area"][k])
        ground = state.ground[area]
        if ground["before"] == 0.0 and ground["exposure"] > 0.0:
            beware_of(state, world, area)
            ground_turned(state, world, area, now)
            alarm_uninjured(state, world, area, now)
    keep_reached(state)
    if lane:
        recheck_corridor(state, world, now)


@compiled
def spread(state: State, world: World, h: int) -> None:
    """Mark the ground in reach of one hazard."""
    hazard = state.hazard[h]
    p = world.parameters[0]
    if hazard["state"] == HazardState.CONTAINED:
        mark(state, int(hazard["area"]), h, p["contained_rate_factor"])
    if hazard["state"] != HazardState.ACTIVE:
        return
    here = int(hazard["area"])
    mark(state, here, h, 1.0)
    area = world.areas[here]
    factor = p["reach_factor"]
    for e in range(area["edge_first"], area["edge_first"] + area["edge_count"]):
        if seen_through(state, world, e):
            near = int(world.edges[e]["to_area"])
            mark(state, near, h, factor)
            if is_lane(world, here, e):
                spread_on(state, world, (h, here, near), factor * factor)


@compiled
def spread_on(state: State, world: World, seen: tuple[int, int, int], factor: float) -> None:
    """Mark the corridors and halls beyond `near`, seen from `here` through open passages."""
    h, here, near = seen
    area = world.areas[near]
    for e in range(area["edge_first"], area["edge_first"] + area["edge_count"]):
        if int(world.edges[e]["to_area"]) != here:
            if is_lane(world, near, e) and seen_through(state, world, e):
                mark(state, int(world.edges[e]["to_area"]), h, factor)


@compiled
def is_lane(world: World, from_area: int, e: int) -> bool:
    """Whether edge e is a passage between two corridors or halls, so that one looks along them."""
    edge = world.edges[e]
    kinds = (world.areas[from_area]["kind"], world.areas[edge["to_area"]]["kind"])
    first = kinds[0] == AreaKind.CORRIDOR or kinds[0] == AreaKind.HALL
    second = kinds[1] == AreaKind.CORRIDOR or kinds[1] == AreaKind.HALL
    return bool(edge["kind"] == OpeningKind.PASSAGE and first and second)


@compiled
def seen_through(state: State, world: World, e: int) -> bool:
    """Whether a hazard reaches through edge e: open, and not held on the far side."""
    edge = world.edges[e]
    if state.openings[edge["opening"]] != OpeningState.OPEN:
        return False
    return not is_held(state, world, e)


@compiled
def is_held(state: State, world: World, e: int) -> bool:
    """Whether officers hold edge e: they hold the area on its far side, or guard it from there."""
    held = int(state.ground[world.edges[e]["to_area"]]["held_officers"]) > 0
    return held or int(state.guards[e]) > 0


@compiled
def mark(state: State, area: int, h: int, exposure: float) -> None:
    """Put an area in reach of hazard h, at the greatest exposure that it is given."""
    reached = state.reached[0]
    listed = False
    for k in range(int(reached["count"])):
        listed = listed or int(reached["area"][k]) == area
    ground = state.ground[area]
    if not listed:
        if reached["count"] >= REACH:
            return
        reached["area"][reached["count"]] = area
        reached["count"] += 1
        ground["before"] = 0.0
    ground["reach"][h] = max(ground["reach"][h], exposure)
    ground["exposure"] = max(ground["exposure"], exposure)


@compiled
def expose_people(state: State, world: World, area: int, now: int) -> None:
    """Everybody unhurt who was here from the start is exposed at the new rate."""
    i = int(state.ground[area]["first_unhurt"])
    while i >= 0:
        if state.people[i]["whereabouts"] == Whereabouts.UNHURT:
            expose_person(state, world, i, now)
        i = int(state.people[i]["next_unhurt"])


@compiled
def expose_teams(state: State, world: World, now: int) -> None:
    """Teams on ground whose exposure has changed are exposed at the new rate."""
    for t in range(len(state.teams)):
        if harm_rate(state, world, t) != state.teams[t]["exposure_rate_per_min"]:
            expose_team(state, world, t, now)


@compiled
def keep_reached(state: State) -> None:
    """Forget the ground that is out of reach now."""
    reached = state.reached[0]
    kept = 0
    for k in range(int(reached["count"])):
        area = reached["area"][k]
        if state.ground[area]["exposure"] > 0.0:
            reached["area"][kept] = area
            kept += 1
    reached["count"] = kept
