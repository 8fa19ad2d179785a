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
    area = -1
    officers = 0
    task = team["task"]
    if team["phase"] == Phase.HOLDING and team["able"] > 0:
        if task == Task.HOLD or task == Task.CORRIDOR_POST:
            area = int(team["area"])
            officers = int(team["able"])
    was_area, was = int(team["holding_area"]), int(team["holding"])
    if area == was_area and officers == was:
        return
    team["holding_area"] = area
    team["holding"] = officers
    changed = False
    if was_area >= 0:
        ground = state.ground[was_area]
        ground["held_officers"] -= was
        if ground["held_officers"] == 0 and area != was_area:
            ground["held_ms"] = now
            changed = True
    if area >= 0:
        if state.ground[area]["held_officers"] == 0 and area != was_area:
            changed = True
        state.ground[area]["held_officers"] += officers
    if changed:
        holds_changed(state, world, now)
    if task == Task.CORRIDOR_POST:
        recheck_corridor(state, world, now)


@compiled
def holding_changed(state: State, world: World, now: int) -> None:
    """Bring every team's holding up to date, and the corridor with it."""
    for t in range(len(state.teams)):
        hold(state, world, t, now)
    recheck_corridor(state, world, now)
