"""A stretch of quiet ground that a team walks through without stopping: one event for all of it.

`next_area` and `leg_end_ms` tell the leg being walked; `way_area` and `way_ms` those after it, with
the moments at which they end. Legs are numbered from 0, the one being walked, here and nowhere
else. The calendar holds the end of the last one, or of the search that begins there at once. What
happens on the way cuts a stretch short. Before anything else happens, teams stand where they are by
then.
"""

from warmzone.kernel.arrays import State
from warmzone.kernel.codes import Work
from warmzone.kernel.compiled import compiled
from warmzone.kernel.events import NEVER, EventKind, schedule
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Discipline, OpeningState, Phase, Task

STANDS = NEVER - 1  # the last moment before a leg ends, for who walks none: 0 less 1, cut to fit


@compiled
def walk_on(state: State, world: World, now: int) -> None:
    """Let every team that has come through an area of its stretch meanwhile stand beyond it."""
    clock = state.clock[0]
    if now < clock["passing_ms"]:
        return
    soonest = STANDS
    for t in range(len(state.walking)):
        before = (int(state.walking[t]) - 1) & STANDS
        if before < now:
            pass_through(state, world, t, now)
            before = (int(state.walking[t]) - 1) & STANDS
            before = before if before >= now else STANDS
        soonest = min(soonest, before)
    clock["passing_ms"] = soonest + 1


@compiled
def set_leg_end(state: State, t: int, ends_ms: int) -> None:
    """Set when the leg ends that a team walks, -1 where it stands.

    The times stand side by side in `walking` as well: `walk_on` looks at everybody's before many an
    event, and rows of teams are long.
    """
    state.teams[t]["leg_end_ms"] = ends_ms
    state.walking[t] = max(0, ends_ms)


@compiled
def pass_through(state: State, world: World, t: int, now: int) -> None:
    """Let a team stand where it is on its stretch by now, and search if it has come to that."""
    team = state.teams[t]
    while team["way_first"] < team["way_count"] and team["leg_end_ms"] <= now:
        enter(state, world, t)
        note_entry(state, world, t, int(team["leg_end_ms"]))
        k = int(team["way_first"])
        team["next_area"] = team["way_area"][k]
        team["leg_ms"] = team["leg_end_ms"]
        set_leg_end(state, t, int(team["way_ms"][k]))
        team["way_first"] = k + 1
    if team["search_ms"] > 0 and team["leg_end_ms"] <= now:
        begin_search(state, world, t)


@compiled
def begin_search(state: State, world: World, t: int) -> None:
    """A team has come to where its stretch ends, and searches there from that moment on."""
    team = state.teams[t]
    enter(state, world, t)
    note_entry(state, world, t, int(team["leg_end_ms"]))
    set_leg_end(state, t, -1)
    team["goal_area"] = -1
    team["search_ms"] = 0
    team["works"] += 1
    team["work"] = Work.SEARCH
    team["phase"] = Phase.WORKING


@compiled
def note_entry(state: State, world: World, t: int, at_ms: int) -> None:
    """Officers have walked into an area indoors, the last ones so far."""
    team = state.teams[t]
    ground = state.ground[team["area"]]
    if team["discipline"] == Discipline.POLICE and world.areas[team["area"]]["outdoor"] == 0:
        if ground["entry_team"] < 0 or ground["entry_ms"] <= at_ms:
            ground["entry_ms"] = at_ms
            ground["entry_team"] = t
            ground["entry_from"] = team["last_area"]


@compiled
def enter(state: State, world: World, t: int) -> None:
    """Stand in the next area, with those who are carried; an RTF's security walks along.

    The door that they came through is unlocked from now on.
    """
    team = state.teams[t]
    unlock(state, world, int(team["area"]), int(team["next_area"]))
    team["last_area"] = team["area"]
    team["area"] = team["next_area"]
    if team["load_count"] == 0:
        team["in_lane"] = 0
    for k in range(int(team["load_count"])):
        state.people[team["load"][k]]["area"] = team["area"]
    if team["task"] == Task.RESCUE_TASK_FORCE and team["partner"] >= 0:
        state.teams[team["partner"]]["area"] = team["area"]


@compiled
def unlock(state: State, world: World, from_area: int, to_area: int) -> None:
    """The locked doors between two neighbouring areas are unlocked from now on."""
    if world.areas[to_area]["locked"] == 0:
        return  # no door into it was ever locked
    area = world.areas[from_area]
    for e in range(area["edge_first"], area["edge_first"] + area["edge_count"]):
        edge = world.edges[e]
        if edge["to_area"] == to_area:
            if state.openings[edge["opening"]] == OpeningState.LOCKED:
                state.openings[edge["opening"]] = OpeningState.CLOSED


@compiled
def end_after(state: State, world: World, t: int, legs: int) -> None:
    """Let a stretch end, as soon as it can, where leg number `legs` of a team ends."""
    team = state.teams[t]
    count = int(team["way_first"]) + legs
    if count >= team["way_count"] and team["search_ms"] == 0:
        return
    count = min(count, int(team["way_count"]))
    due = leg_ends_ms(state, t, count - int(team["way_first"]))
    team["way_count"] = count
    slots = world.layout[0]["slot"]
    if team["search_ms"] > 0:
        team["search_ms"] = 0
        schedule(state.times, state.winners, slots[EventKind.TEAM_WORK] + t, NEVER)
    schedule(state.times, state.winners, slots[EventKind.TEAM_LEG] + t, due)


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
def leg_into(state: State, t: int, area: int) -> int:
    """Which leg of a team on its way ends in an area, or -1."""
    if state.walking[t] == 0:
        return -1
    team = state.teams[t]
    if team["next_area"] == area:
        return 0
    first = int(team["way_first"])
    for k in range(first, int(team["way_count"])):
        if team["way_area"][k] == area:
            return 1 + k - first
    return -1


@compiled
def leg_from(state: State, t: int, leg: int) -> int:
    """Where a leg of a team on its way begins."""
    team = state.teams[t]
    if leg == 0:
        return int(team["area"])
    if leg == 1:
        return int(team["next_area"])
    return int(team["way_area"][team["way_first"] + leg - 2])


@compiled
def leg_ends_ms(state: State, t: int, leg: int) -> int:
    """When a leg of a team on its way ends."""
    team = state.teams[t]
    if leg == 0:
        return int(team["leg_end_ms"])
    return int(team["way_ms"][team["way_first"] + leg - 1])


@compiled
def stop_team_at(state: State, world: World, t: int, area: int) -> None:
    """Let a stretch end in an area that it leads through."""
    leg = leg_into(state, t, area)
    if leg >= 0:
        end_after(state, world, t, leg)


@compiled
def stop_at(state: State, world: World, area: int) -> None:
    """Something is in an area now that nobody walks past."""
    for t in range(len(state.teams)):
        stop_team_at(state, world, t, area)


@compiled
def beware_of(state: State, world: World, area: int) -> None:
    """An area has come into reach: nobody walks through it, or out of it, without stopping."""
    for t in range(len(state.teams)):
        if state.teams[t]["area"] == area:
            cut_short(state, world, t)
        else:
            stop_team_at(state, world, t, area)
