"""Ground that officers hold: what a hazard cannot pass or see through, and what stays warm."""

from warmzone.kernel.arrays import State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.corridor import recheck_corridor
from warmzone.kernel.hazard import holds_changed
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Phase, Task


@compiled
def hold(state: State, world: World, t: int, now: int) -> None:
    """Bring up to date what one team is counted as holding, and what follows from it.

    To be called whenever a team begins to hold, leaves, or has more or fewer able officers.
    """
    team = state.teams[t]
    task = team["task"]
    standing = team["phase"] == Phase.HOLDING and team["able"] > 0
    holds = task in (Task.HOLD, Task.CORRIDOR_POST, Task.CCP_SECURITY)
    area = int(team["area"]) if standing and holds else -1
    guarded = int(team["target_area"]) if standing and task == Task.CONTAIN else -1
    changed = hold_area(state, t, area, now)
    if guarded != team["guards"]:
        count_guard(state, world, t, -1)
        team["guards"] = guarded
        team["guards_from"] = team["area"] if guarded >= 0 else -1
        count_guard(state, world, t, 1)
        changed = True
    if changed:
        holds_changed(state, world, now)
    if task == Task.CORRIDOR_POST:
        recheck_corridor(state, world, now)


@compiled
def hold_area(state: State, t: int, area: int, now: int) -> bool:
    """Count a team as holding that area (-1 none) and no other; whether some is newly held or left.

    Ground that is left keeps the time: what was called warm stays so for a while.
    """
    team = state.teams[t]
    officers = int(team["able"]) if area >= 0 else 0
    was_area, was = int(team["holding_area"]), int(team["holding"])
    team["holding_area"] = area
    team["holding"] = officers
    if area == was_area:
        if area >= 0:
            state.ground[area]["held_officers"] += officers - was
        return False
    changed = False
    if was_area >= 0:
        ground = state.ground[was_area]
        ground["held_officers"] -= was
        if ground["held_officers"] == 0:
            ground["held_ms"] = now
            changed = True
    if area >= 0:
        changed = changed or state.ground[area]["held_officers"] == 0
        state.ground[area]["held_officers"] += officers
    return bool(changed)


@compiled
def count_guard(state: State, world: World, t: int, change: int) -> None:
    """Add a team to, or take it from, the guards on the ways that lead to where it stands."""
    team = state.teams[t]
    if team["guards"] < 0:
        return
    area = world.areas[team["guards"]]
    for e in range(area["edge_first"], area["edge_first"] + area["edge_count"]):
        if world.edges[e]["to_area"] == team["guards_from"]:
            state.guards[e] += change
