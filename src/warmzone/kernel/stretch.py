"""A stretch of quiet ground that a team walks through without stopping: one event for all of it.

`next_area` and `leg_end_ms` tell the leg being walked; `way_area` and `way_ms` those after it, with
the moments at which they end. The calendar holds the end of the last one. What happens on the way
cuts a stretch short. Before anything else happens, teams stand where they are by then.
"""

from warmzone.kernel.arrays import State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.events import NEVER, EventKind, schedule
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Task


@compiled
def walk_on(state: State, now: int) -> None:
    """Let every team that has come through an area of its stretch meanwhile stand beyond it."""
    clock = state.clock[0]
    if now < clock["passing_ms"]:
        return
    soonest = NEVER
    for t in range(len(state.teams)):
        team = state.teams[t]
        while team["way_first"] < team["way_count"] and team["leg_end_ms"] <= now:
            enter(state, t)
            k = int(team["way_first"])
            team["next_area"] = team["way_area"][k]
            team["leg_ms"] = team["leg_end_ms"]
            team["leg_end_ms"] = team["way_ms"][k]
            team["way_first"] = k + 1
        if team["way_first"] < team["way_count"]:
            soonest = min(soonest, int(team["leg_end_ms"]))
    clock["passing_ms"] = soonest


@compiled
def enter(state: State, t: int) -> None:
    """Stand in the next area, with those who are carried; an RTF's security walks along."""
    team = state.teams[t]
    team["last_area"] = team["area"]
    team["area"] = team["next_area"]
    if team["load_count"] == 0:
        team["in_lane"] = 0
    for k in range(int(team["load_count"])):
        state.people[team["load"][k]]["area"] = team["area"]
    if team["task"] == Task.RESCUE_TASK_FORCE and team["partner"] >= 0:
        state.teams[team["partner"]]["area"] = team["area"]


@compiled
def end_after(state: State, world: World, t: int, legs: int) -> None:
    """Let a stretch end with that many of its legs, or where the leg ends that is being walked."""
    team = state.teams[t]
    count = int(team["way_count"])
    legs = max(legs, int(team["way_first"]))
    if legs >= count:
        return
    for k in range(legs, count):
        ground = state.ground[team["way_area"][k]]
        if ground["entry_team"] == t and ground["entry_ms"] == team["way_ms"][k]:
            ground["entry_team"] = -1  # nobody comes there after all
    due = int(team["leg_end_ms"])
    if legs > team["way_first"]:
        due = int(team["way_ms"][legs - 1])
    team["way_count"] = legs
    schedule(state.times, state.winners, world.layout[0]["slot"][EventKind.TEAM_LEG] + t, due)


@compiled
def cut_short(state: State, world: World, t: int) -> None:
    """Let a team stop where the leg ends that it is walking."""
    end_after(state, world, t, 0)


@compiled
def cut_all_short(state: State, world: World) -> None:
    """Let every team stop where its leg ends: the ground ahead is not quiet any more."""
    for t in range(len(state.teams)):
        cut_short(state, world, t)


@compiled
def stop_team_at(state: State, world: World, t: int, area: int) -> None:
    """Let a stretch end in an area that it leads through."""
    team = state.teams[t]
    if team["way_first"] >= team["way_count"]:
        return
    if team["next_area"] == area:
        cut_short(state, world, t)
        return
    for k in range(int(team["way_first"]), int(team["way_count"])):
        if team["way_area"][k] == area:
            end_after(state, world, t, k + 1)
            return


@compiled
def stop_at(state: State, world: World, area: int) -> None:
    """Something is in an area now that nobody walks past."""
    for t in range(len(state.teams)):
        stop_team_at(state, world, t, area)
