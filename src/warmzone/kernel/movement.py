"""Walking: one event per leg, from area to neighbouring area along the shortest way."""

from warmzone.kernel.alarms import hesitates
from warmzone.kernel.arrays import State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.corridor import enter_lane, on_open_corridor
from warmzone.kernel.crowd import is_jammed
from warmzone.kernel.events import NEVER, EventKind, schedule
from warmzone.kernel.world_arrays import World
from warmzone.kernel.zones import way_round
from warmzone.vocabulary.codes import (
    Discipline,
    OpeningState,
    Phase,
    Seat,
    Task,
    ThreatStatus,
)


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
    """Begin the next leg towards the goal, round hot ground; a locked door is breached."""
    team = state.teams[t]
    if team["via_area"] < 0 or team["via_area"] == team["area"]:
        team["via_area"] = way_round(state, world, t, int(team["goal_area"]))
    heading = team["via_area"] if team["via_area"] >= 0 else team["goal_area"]
    to_area = world.next_area[team["area"], heading]
    opening = world.next_opening[team["area"], heading]
    seconds = world.distance_m[team["area"], to_area] / speed(state, world, t, to_area)
    if state.ground[to_area]["crowded_ms"] > now:
        seconds = seconds / world.parameters[0]["crowd_factor"]
    if state.openings[opening] == OpeningState.LOCKED:
        seconds += world.parameters[0]["breach_s"]
    wait = int(team["start_ms"])
    team["start_ms"] = 0
    if team["load_count"] > 0 and team["in_lane"] == 0 and on_open_corridor(state, to_area):
        wait += enter_lane(state, world, t, now + wait)
    team["next_area"] = to_area
    team["leg_ms"] = now + wait
    team["leg_end_ms"] = now + wait + int(seconds * 1000.0) + 1
    team["phase"] = Phase.CARRYING if team["load_count"] > 0 else Phase.WALKING
    slot = world.layout[0]["slot"][EventKind.TEAM_LEG] + t
    schedule(state.times, state.winners, slot, team["leg_end_ms"])


@compiled
def speed(state: State, world: World, t: int, to_area: int) -> float:
    """Metres per second: slower under a load, and indoors with a threat about and no held lane."""
    team = state.teams[t]
    p = world.parameters[0]
    value = float(p["walk_m_per_s"])
    if team["load_count"] > 0:
        bearers = team["able"]
        if team["partner"] >= 0:
            bearers += state.teams[team["partner"]]["able"]
        enough = bearers >= 4 * team["load_count"] or team["discipline"] == Discipline.MEDICAL
        value = p["stretcher_m_per_s"] if enough else p["drag_m_per_s"]
        if is_jammed(state, world, to_area):
            value = value * p["jam_factor"]
    careful = team["task"] != Task.CONTACT and threat_about(state)
    if careful and world.areas[to_area]["outdoor"] == 0 and not on_open_corridor(state, to_area):
        value = value * p["cautious_factor"]
    if team["task"] != Task.CHECK and hesitates(state, world, t, to_area):
        value = value * p["hesitation_factor"]
    return value


@compiled
def threat_about(state: State) -> bool:
    """Whether teams on scene have reason to move with care: nobody has said it is over."""
    status = int(state.seats[Seat.MEDICAL]["threat"])
    return status != ThreatStatus.NONE and status != ThreatStatus.OVER


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
    """Stand in the next area; its door is unlocked from now on; security walks along."""
    team = state.teams[t]
    slot = world.layout[0]["slot"][EventKind.TEAM_LEG] + t
    schedule(state.times, state.winners, slot, NEVER)
    unlock(state, world, int(team["area"]), int(team["next_area"]))
    team["last_area"] = team["area"]
    team["area"] = team["next_area"]
    team["leg_end_ms"] = -1
    if team["load_count"] == 0:
        team["in_lane"] = 0
    for k in range(int(team["load_count"])):
        state.people[team["load"][k]]["area"] = team["area"]
    if team["task"] == Task.RESCUE_TASK_FORCE and team["partner"] >= 0:
        state.teams[team["partner"]]["area"] = team["area"]
