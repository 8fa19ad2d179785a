"""A responder is down: officers near by are drawn to it unless they were ordered otherwise."""

from warmzone.kernel.arrays import State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.draws import Purpose, uniform
from warmzone.kernel.letting_go import release
from warmzone.kernel.obedience import stay_untasked
from warmzone.kernel.standing import cannot
from warmzone.kernel.teams import schedule_initiative
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Discipline, Phase, Task
from warmzone.vocabulary.reports import CannotReason


@compiled
def pull_to_officer_down(state: State, world: World, t: int, now: int) -> None:
    """A responder of team t is hurt: officers near by go there, some of them from their work.

    Whoever was told to hold, to contain or to go for the threat stays with that.
    """
    record = state.record[0]
    place = int(state.teams[t]["area"])
    record["down_area"] = place
    record["down_ms"] = now
    p = world.parameters[0]
    for other in range(len(state.teams)):
        team = state.teams[other]
        near = other != t and team["able"] > 0 and team["discipline"] == Discipline.POLICE
        if not near or world.distance_m[team["area"], place] > p["down_pull_m"]:
            continue
        if team["task"] == Task.UNASSIGNED and team["phase"] == Phase.IDLE:
            schedule_initiative(state, world, other, p["look_s"], now)
        elif leaves_work(state, world, other):
            cannot(state, world, other, CannotReason.OFFICER_DOWN, now)
            release(state, world, other, now)
            stay_untasked(state, world, other, now)
            schedule_initiative(state, world, other, p["look_s"], now)


@compiled
def leaves_work(state: State, world: World, t: int) -> bool:
    """Whether a team at work that can be left drops it for a hurt officer."""
    team = state.teams[t]
    if team["task"] not in (Task.CLEAR, Task.TREAT, Task.CARRY) or team["load_count"] > 0:
        return False
    if team["leg_end_ms"] >= 0:
        return False
    clock = state.clock[0]
    key = (clock["epoch"], t, Purpose.DOWN_PULL, int(state.record[0]["responders_hurt"]))
    return bool(uniform(clock["seed"], key) < world.parameters[0]["down_pull_p"])
