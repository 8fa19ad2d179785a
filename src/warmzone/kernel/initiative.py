"""What teams do unasked: converge on the noise, follow others, treat and drag who lies there.

This default is what command has to overcome.
"""

from warmzone.kernel.arrays import State
from warmzone.kernel.care import begin_care, begin_lift
from warmzone.kernel.compiled import compiled
from warmzone.kernel.contact import nearest_noise
from warmzone.kernel.events import NEVER, EventKind, schedule
from warmzone.kernel.movement import can_reach, walk
from warmzone.kernel.tasks import step_contact
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Phase, Seat, Task, Triage


@compiled
def take_initiative(state: State, world: World, t: int, now: int) -> None:
    """A team that nobody has tasked acts of its own accord."""
    team = state.teams[t]
    slot = world.layout[0]["slot"][EventKind.TEAM_INITIATIVE] + t
    schedule(state.times, state.winners, slot, NEVER)
    if team["task"] == Task.CONTACT and team["phase"] == Phase.HOLDING:
        step_contact(state, world, t, now)
        return
    if team["task"] != Task.UNASSIGNED or team["phase"] != Phase.IDLE:
        return
    noise = nearest_noise(state, world, int(team["area"]))
    if noise >= 0:
        if state.ground[team["area"]]["exposure"] == 0.0:
            converge(state, world, t, noise, now)
        return
    team["self_directed"] = 1
    if begin_care(state, world, t, now):
        return
    outside = world.areas[team["area"]]["exit_area"]
    if outside >= 0 and outside != team["area"] and begin_lift(state, world, t, now):
        return
    goal = int(state.hazard[0]["last_heard_area"])
    if goal < 0:
        goal = worst_area_heard_of(state)
    if goal >= 0 and goal != team["area"] and team["initiatives"] < 6:
        converge(state, world, t, goal, now)


@compiled
def converge(state: State, world: World, t: int, goal: int, now: int) -> None:
    """Go where the noise is."""
    if can_reach(world, state.teams[t]["area"], goal):
        state.teams[t]["self_directed"] = 1
        walk(state, world, t, goal, now)


@compiled
def worst_area_heard_of(state: State) -> int:
    """The area with the most reds, or the most casualties claimed, on the channel; or -1."""
    best = -1
    most = 0
    for a in range(len(state.ground)):
        belief = state.area_beliefs[Seat.MEDICAL, a]
        reds = 2 * int(belief["counts"][Triage.RED - 1]) + int(belief["claimed"])
        if reds > most:
            best = a
            most = reds
    return best
