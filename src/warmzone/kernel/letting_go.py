"""What a team leaves when it is told something else: work, posts, a load, those whom it joins."""

from warmzone.kernel.arrays import State
from warmzone.kernel.care import drop_work, put_down
from warmzone.kernel.codes import Work
from warmzone.kernel.compiled import compiled
from warmzone.kernel.corridor import leave_posts
from warmzone.kernel.events import NEVER, EventKind, schedule
from warmzone.kernel.holding import hold
from warmzone.kernel.roles import leave_role
from warmzone.kernel.stretch import cut_short
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Phase, Task


@compiled
def release(state: State, world: World, t: int, now: int) -> None:
    """Leave what the team was doing: work in hand, posts held, a load half lifted."""
    team = state.teams[t]
    team["next_order"] = -1  # an older order that waited for the load is overtaken
    slots = world.layout[0]["slot"]
    schedule(state.times, state.winners, slots[EventKind.TEAM_WORK] + t, NEVER)
    schedule(state.times, state.winners, slots[EventKind.TEAM_INITIATIVE] + t, NEVER)
    if team["work"] == Work.LIFT:
        team["load_count"] = 0
    elif team["load_count"] > 0:
        put_down(state, world, t, now)
    drop_work(state, t)
    team["joins"] = -1
    team["merges"] = 0
    team["held_by"] = -1
    team["works_for"] = -1
    leave_role(state, t)
    if team["task"] == Task.RTF_SECURITY and team["partner"] >= 0:
        if state.teams[team["partner"]]["partner"] == t:
            state.teams[team["partner"]]["partner"] = -1
        team["partner"] = -1
    team["phase"] = Phase.IDLE
    leave_posts(state, world, t, now)
    if team["leg_end_ms"] >= 0:
        team["phase"] = Phase.WALKING
        team["goal_area"] = team["next_area"]
        cut_short(state, world, t)
    hold(state, world, t, now)
