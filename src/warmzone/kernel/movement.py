"""Walking from area to neighbouring area along the shortest way, quiet ground in one stretch."""

from warmzone.kernel.arrays import HAZARDS, WAY, State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.corridor import enter_lane, on_open_corridor
from warmzone.kernel.crossing import will_meet
from warmzone.kernel.events import NEVER, EventKind, schedule
from warmzone.kernel.pace import leg_s
from warmzone.kernel.reports import is_said_empty
from warmzone.kernel.stretch import cut_short, enter
from warmzone.kernel.world_arrays import World
from warmzone.kernel.zones import way_round
from warmzone.vocabulary.codes import HazardState, OpeningState, Phase, Task


@compiled
def can_reach(world: World, from_area: int, to_area: int) -> bool:
    """Whether there is a way on foot; from a place not known (-1) there may be."""
    if from_area < 0 or from_area == to_area:
        return True
    return bool(world.next_area[from_area, to_area] >= 0)


@compiled
def walk(state: State, world: World, t: int, goal: int, now: int) -> bool:
    """Set out for `goal`. False where the team is there already or there is no way.

    A team in the middle of a leg finishes that leg and turns there.
    """
    team = state.teams[t]
    if goal != team["goal_area"]:
        team["via_area"] = -1
        cut_short(state, world, t)
    team["goal_area"] = goal
    if team["leg_end_ms"] >= 0:
        return True
    if team["area"] == goal or not can_reach(world, team["area"], goal):
        team["goal_area"] = -1
        return False
    start_leg(state, world, t, now)
    return True


@compiled
def start_leg(state: State, world: World, t: int, now: int) -> None:
    """Begin the next leg towards the goal, round hot ground, and those after it over quiet ground.

    A locked door is breached.
    """
    team = state.teams[t]
    if team["via_area"] < 0 or team["via_area"] == team["area"]:
        team["via_area"] = way_round(state, world, t, int(team["goal_area"]))
    heading = int(team["via_area"] if team["via_area"] >= 0 else team["goal_area"])
    to_area = int(world.next_area[team["area"], heading])
    wait = int(team["start_ms"])
    team["start_ms"] = 0
    if team["load_count"] > 0 and team["in_lane"] == 0 and on_open_corridor(state, to_area):
        wait += enter_lane(state, world, t, now + wait)
    seconds = leg_s(state, world, t, (int(team["area"]), to_area, now))
    locked = is_locked(state, world, int(team["area"]), heading)
    if locked:
        seconds += world.parameters[0]["breach_s"]
    team["next_area"] = to_area
    team["leg_ms"] = now + wait
    team["leg_end_ms"] = now + wait + int(seconds * 1000.0) + 1
    team["phase"] = Phase.CARRYING if team["load_count"] > 0 else Phase.WALKING
    team["way_first"] = 0
    team["way_count"] = 0
    ends = int(team["leg_end_ms"])
    meets = will_meet(state, world, t, (int(team["area"]), to_area, ends))
    if not locked and not meets and walks_through(state, t):
        ends = plan_stretch(state, world, t, heading)
        clock = state.clock[0]
        clock["passing_ms"] = min(int(clock["passing_ms"]), int(team["leg_end_ms"]))
    slot = world.layout[0]["slot"][EventKind.TEAM_LEG] + t
    schedule(state.times, state.winners, slot, ends)


@compiled
def is_locked(state: State, world: World, area: int, heading: int) -> bool:
    """Whether the next door on the way is locked."""
    return int(state.openings[world.next_opening[area, heading]]) == OpeningState.LOCKED


@compiled
def walks_through(state: State, t: int) -> bool:
    """Whether a team walks on through quiet ground; no crew does that looks ahead at every step.

    While a hazard is about, and beside a device, everybody stops to look in every area.
    """
    team = state.teams[t]
    for h in range(HAZARDS):
        kind = state.hazard[h]["state"]
        if kind != HazardState.NONE and kind != HazardState.OVER and kind != HazardState.ELSEWHERE:
            return False
    looks = team["task"] == Task.RESCUE_TASK_FORCE and team["load_count"] == 0
    return not looks and team["device_since_ms"] < 0


@compiled
def plan_stretch(state: State, world: World, t: int, heading: int) -> int:
    """Add legs towards `heading` while the ground is quiet; when the last one ends.

    All of a stretch is walked at the pace that the team sets out with.
    """
    team = state.teams[t]
    area = int(team["next_area"])
    ends = int(team["leg_end_ms"])
    count = 0
    while area != heading and count < WAY and is_quiet(state, area):
        to_area = int(world.next_area[area, heading])
        enters = team["load_count"] > 0 and team["in_lane"] == 0
        if is_locked(state, world, area, heading):
            break
        if enters and on_open_corridor(state, to_area):
            break
        ends += int(leg_s(state, world, t, (area, to_area, ends)) * 1000.0) + 1
        team["way_area"][count] = to_area
        team["way_ms"][count] = ends
        count += 1
        if will_meet(state, world, t, (area, to_area, ends)):
            break
        area = to_area
    team["way_count"] = count
    return ends


@compiled
def is_quiet(state: State, area: int) -> bool:
    """Whether there is nothing in an area to see, to report or to run into."""
    ground = state.ground[area]
    if ground["first_person"] >= 0 or ground["exposure"] > 0.0 or ground["device"] == 1:
        return False
    alarm = state.alarm[0]
    if alarm["device"] == 1 and alarm["device_area"] == area:
        if state.record[0]["device_found_ms"] < 0:
            return False
    return is_said_empty(state, area)


@compiled
def unlock(state: State, world: World, from_area: int, to_area: int) -> None:
    """The locked doors between two neighbouring areas are unlocked from now on."""
    area = world.areas[from_area]
    for e in range(area["edge_first"], area["edge_first"] + area["edge_count"]):
        edge = world.edges[e]
        if edge["to_area"] == to_area:
            if state.openings[edge["opening"]] == OpeningState.LOCKED:
                state.openings[edge["opening"]] = OpeningState.CLOSED


@compiled
def finish_leg(state: State, world: World, t: int) -> None:
    """Stand in the next area; its door is unlocked from now on."""
    team = state.teams[t]
    slot = world.layout[0]["slot"][EventKind.TEAM_LEG] + t
    schedule(state.times, state.winners, slot, NEVER)
    unlock(state, world, int(team["area"]), int(team["next_area"]))
    enter(state, t)
    team["leg_end_ms"] = -1
