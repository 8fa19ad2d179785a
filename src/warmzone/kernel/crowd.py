"""Officers in a crowd: who stands where without a task, and whom others follow."""

from warmzone.kernel.arrays import State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Discipline, Phase, Task


@compiled
def officers_here(state: State, area: int) -> int:
    """Able officers on scene in an area."""
    officers = 0
    for t in range(len(state.teams)):
        team = state.teams[t]
        if team["area"] == area and team["discipline"] == Discipline.POLICE:
            if team["phase"] != Phase.NOT_ARRIVED:
                officers += int(team["able"])
    return officers


@compiled
def is_jammed(state: State, world: World, area: int) -> bool:
    """Whether so many officers stand in an area without a task that a load gets through slowly."""
    standing = 0
    for t in range(len(state.teams)):
        team = state.teams[t]
        if team["area"] == area and team["task"] == Task.UNASSIGNED:
            if team["phase"] == Phase.IDLE and team["discipline"] == Discipline.POLICE:
                standing += int(team["able"])
    return bool(standing > world.parameters[0]["crowd_officers"])


@compiled
def leader_near(state: State, world: World, t: int) -> int:
    """Where the nearest officers who set out close by are going, or -1 where nobody does."""
    team = state.teams[t]
    best = -1
    best_m = float(world.parameters[0]["follow_m"])
    for other in range(len(state.teams)):
        walker = state.teams[other]
        moves = walker["leg_end_ms"] >= 0 and walker["discipline"] == Discipline.POLICE
        if moves and walker["linked"] == 1 and other != t and walker["goal_area"] >= 0:
            metres = world.distance_m[team["area"], walker["area"]]
            if metres <= best_m and walker["goal_area"] != team["area"]:
                best = int(walker["goal_area"])
                best_m = metres
    return best
