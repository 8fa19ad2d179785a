"""Ground that officers hold, and the corridor built of such posts."""

from warmzone.kernel.arrays import CHAIN, POSTS, State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.hazard import refresh
from warmzone.kernel.radio import send_report
from warmzone.kernel.reports import open_report
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import CorridorState, HazardState, Phase, Task
from warmzone.vocabulary.reports import ReportKind


@compiled
def holding_changed(state: State, world: World, now: int) -> None:
    """Count afresh who holds what; the reach of the hazard and the corridor follow from it."""
    for a in range(len(state.ground)):
        state.ground[a]["held_officers"] = 0
    for t in range(len(state.teams)):
        team = state.teams[t]
        holds = team["task"] == Task.HOLD or team["task"] == Task.CORRIDOR_POST
        if holds and team["phase"] == Phase.HOLDING:
            state.ground[team["area"]]["held_officers"] += team["able"]
    if state.hazard[0]["state"] == HazardState.ACTIVE:
        refresh(state, world, now)
    recheck_corridor(state, world, now)


@compiled
def plan_corridor(state: State, world: World, ccp: int, aep: int) -> bool:
    """Lay the chain of areas from the CCP to the AEP, with a post in every second indoor area.

    False where there is no way or it is too long.
    """
    corridor = state.corridor[0]
    length = 0
    area = ccp
    while area != aep:
        if area < 0 or length >= CHAIN - 1:
            return False
        corridor["chain"][length] = area
        length += 1
        area = world.next_area[area, aep]
    corridor["chain"][length] = aep
    corridor["length"] = length + 1
    posts = 0
    indoor = 0
    for k in range(length + 1):
        area = corridor["chain"][k]
        if world.areas[area]["outdoor"] == 0:
            if indoor % 2 == 0 and posts < POSTS:
                corridor["post_area"][posts] = area
                posts += 1
            indoor += 1
    if posts == 0:
        corridor["post_area"][0] = ccp
        posts = 1
    for k in range(POSTS):
        corridor["post_team"][k] = -1
    corridor["posts_needed"] = posts
    corridor["posts_held"] = 0
    return True


@compiled
def take_posts(state: State, world: World, t: int) -> int:
    """Give free posts to a team, as many as its officers can man; the first one's area, or -1."""
    corridor = state.corridor[0]
    per_post = int(world.parameters[0]["officers_per_post"])
    able = max(1, int(state.teams[t]["able"]) // per_post)
    first = -1
    for k in range(int(corridor["posts_needed"])):
        if corridor["post_team"][k] < 0 and able > 0:
            corridor["post_team"][k] = t
            able -= 1
            if first < 0:
                first = corridor["post_area"][k]
    return first


@compiled
def leave_posts(state: State, t: int) -> None:
    """A team gives up its posts."""
    corridor = state.corridor[0]
    for k in range(POSTS):
        if corridor["post_team"][k] == t:
            corridor["post_team"][k] = -1


@compiled
def recheck_corridor(state: State, world: World, now: int) -> None:
    """Open the corridor when every post is held and no part lies in reach; break it otherwise."""
    corridor = state.corridor[0]
    if corridor["state"] == CorridorState.NONE:
        return
    held = 0
    for k in range(int(corridor["posts_needed"])):
        t = corridor["post_team"][k]
        if t >= 0 and state.teams[t]["phase"] == Phase.HOLDING and state.teams[t]["able"] > 0:
            held += 1
    corridor["posts_held"] = held
    safe = True
    for k in range(int(corridor["length"])):
        if state.ground[corridor["chain"][k]]["exposure"] > 0.0:
            safe = False
    whole = held >= corridor["posts_needed"] and safe
    if whole and corridor["state"] != CorridorState.OPEN:
        change_corridor(state, world, CorridorState.OPEN, now)
        if state.record[0]["corridor_open_ms"] < 0:
            state.record[0]["corridor_open_ms"] = now
            corridor["first_open_ms"] = now
    elif not whole and corridor["state"] == CorridorState.OPEN:
        change_corridor(state, world, CorridorState.BROKEN, now)


@compiled
def change_corridor(state: State, world: World, status: int, now: int) -> None:
    """Set the corridor's state and have the team on its first manned post say so."""
    corridor = state.corridor[0]
    corridor["state"] = status
    corridor["since_ms"] = now
    speaker = -1
    for k in range(int(corridor["posts_needed"])):
        if speaker < 0:
            speaker = int(corridor["post_team"][k])
    row = open_report(state, ReportKind.CORRIDOR, speaker, now)
    state.reports[row]["status"] = status
    state.reports[row]["flag"] = corridor["posts_held"]
    send_report(state, world, row, now)
