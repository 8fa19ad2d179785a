"""The corridor: a chain of areas with posts, one owner, a throughput and a state.

Posts stand in every second indoor area of the chain, so that from each post the next can be seen,
or as often as the profile says; an open corridor breaks when a post leaves or its ground comes into
reach, and opens again when it is whole. One load at a time passes its narrowest
opening; those behind wait.
"""

from warmzone.kernel.arrays import CHAIN, POSTS, State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.events import MS_PER_MIN
from warmzone.kernel.radio import send_report
from warmzone.kernel.reports import open_report
from warmzone.kernel.world_arrays import BEYOND_M, LEAST_WIDTH_M, World
from warmzone.vocabulary.codes import CorridorState, Phase
from warmzone.vocabulary.reports import ReportKind


@compiled
def plan_corridor(state: State, world: World, ccp: int, aep: int) -> bool:
    """Lay the chain of areas from the CCP to the AEP, with posts as the profile has them.

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
    every = int(world.profile[0]["posts_every"])
    posts = 0
    indoor = 0
    for k in range(length + 1):
        area = corridor["chain"][k]
        if world.areas[area]["outdoor"] == 0:
            if indoor % every == 0 and posts < POSTS:
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
    mark_lane(state, 1)
    set_throughput(state, world)
    return True


@compiled
def mark_lane(state: State, lane: int) -> None:
    """Mark the ground of the chain as part of the corridor (1), or as no longer so (0)."""
    corridor = state.corridor[0]
    for k in range(int(corridor["length"])):
        state.ground[corridor["chain"][k]]["lane"] = lane


@compiled
def set_throughput(state: State, world: World) -> None:
    """Loads pass one behind the other, the faster the wider the narrowest opening is."""
    corridor = state.corridor[0]
    last = corridor["chain"][corridor["length"] - 1]
    narrowest = BEYOND_M
    for k in range(int(corridor["length"]) - 1):
        opening = world.next_opening[corridor["chain"][k], last]
        narrowest = min(narrowest, world.widths_m[opening])
    per_min = world.parameters[0]["corridor_loads_per_min_m"] * max(narrowest, LEAST_WIDTH_M)
    corridor["gap_ms"] = int(MS_PER_MIN / per_min)
    corridor["free_ms"] = 0


@compiled
def enter_lane(state: State, world: World, t: int, now: int) -> int:
    """A loaded team enters the corridor; milliseconds that it waits for those before it."""
    corridor = state.corridor[0]
    state.teams[t]["in_lane"] = 1
    wait = max(0, int(corridor["free_ms"]) - now)
    gap = int(corridor["gap_ms"])
    if is_crowded(state, now + wait):
        gap = int(float(gap) / world.parameters[0]["crowd_lane_share"])
    corridor["free_ms"] = now + wait + gap
    state.record[0]["lane_wait_ms"] += wait
    return wait


@compiled
def is_crowded(state: State, now: int) -> bool:
    """Whether uninjured people stream through part of the corridor."""
    corridor = state.corridor[0]
    for k in range(int(corridor["length"])):
        if state.ground[corridor["chain"][k]]["crowded_ms"] > now:
            return True
    return False


@compiled
def on_open_corridor(state: State, area: int) -> bool:
    """Whether an area belongs to the corridor and the corridor is open."""
    if state.corridor[0]["state"] != CorridorState.OPEN:
        return False
    return int(state.ground[area]["lane"]) == 1


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
    if first >= 0 and corridor["owner"] < 0:
        corridor["owner"] = t
    return first


@compiled
def leave_posts(state: State, world: World, t: int, now: int) -> None:
    """A team gives up its posts; where it owned the corridor, the next one that mans it does."""
    corridor = state.corridor[0]
    left = False
    for k in range(POSTS):
        if corridor["post_team"][k] == t:
            corridor["post_team"][k] = -1
            left = True
    if not left:
        return
    if corridor["owner"] == t:
        corridor["owner"] = first_on_post(state)
    recheck_corridor(state, world, now)


@compiled
def first_on_post(state: State) -> int:
    """The team on the first manned post, or -1."""
    corridor = state.corridor[0]
    for k in range(int(corridor["posts_needed"])):
        if corridor["post_team"][k] >= 0:
            return int(corridor["post_team"][k])
    return -1


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
    elif not whole and corridor["state"] == CorridorState.OPEN:
        change_corridor(state, world, CorridorState.BROKEN, now)


@compiled
def change_corridor(state: State, world: World, status: int, now: int) -> None:
    """Set the corridor's state and have its owner say so."""
    corridor = state.corridor[0]
    corridor["state"] = status
    corridor["since_ms"] = now
    row = open_report(state, ReportKind.CORRIDOR, int(corridor["owner"]), now)
    state.reports[row]["status"] = status
    state.reports[row]["flag"] = corridor["posts_held"]
    send_report(state, world, row, now)


@compiled
def close_corridor(state: State) -> None:
    """The corridor is given up for good."""
    corridor = state.corridor[0]
    corridor["state"] = CorridorState.NONE
    corridor["owner"] = -1
    mark_lane(state, 0)
    for seat in range(len(state.seats)):
        state.seats[seat]["corridor"] = CorridorState.NONE
        state.seats[seat]["corridor_posts"] = 0
