"""Taking a part up: a team that gives its leader to one has one fewer until it ends."""

from warmzone.kernel.arrays import State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.roles import keeps_post, take_role
from warmzone.kernel.runners import spare
from warmzone.kernel.standing import cannot_beside
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Discipline, Phase, Role, Task
from warmzone.vocabulary.reports import CannotReason


@compiled
def take_part(state: State, world: World, t: int, role: int, now: int) -> None:
    """Team t takes a part up and whoever had it is back at work; a crew of one says that it cannot.

    Officers who are appointed do nothing else, all of them; of a crew it takes one medic.
    """
    crew = state.teams[t]["discipline"] == Discipline.MEDICAL
    gives = crew and state.teams[t]["role"] == Role.NONE
    if gives and state.teams[t]["able"] < 2:
        cannot_beside(state, world, t, CannotReason.TOO_FEW, now)
        return
    for other in range(len(state.teams)):
        if role != Role.AREA_CONTROL and other != t and state.teams[other]["role"] == role:
            is_relieved(state, world, other, now)
    take_role(state, t, role)
    if gives:
        spare(state, world, t, 1, now)


@compiled
def is_relieved(state: State, world: World, t: int, now: int) -> None:
    """Another has the part of team t now: a crew's leader goes back to what is left of it."""
    team = state.teams[t]
    if team["discipline"] == Discipline.MEDICAL and team["phase"] != Phase.OUT_OF_ACTION:
        spare(state, world, t, -1, now)


@compiled
def leave_leader(state: State, world: World, t: int, area: int, now: int) -> None:
    """Who leads officers controls an area from now on, alone; the rest go on with what they do."""
    team = state.teams[t]
    if team["post_area"] < 0:
        spare(state, world, t, 1, now)
    take_role(state, t, Role.AREA_CONTROL)
    team["post_area"] = area


@compiled
def take_leader_along(state: State, world: World, t: int, now: int) -> None:
    """A team that turns to work elsewhere takes its leader along, who gives the part up."""
    team = state.teams[t]
    if team["post_area"] < 0 or team["phase"] == Phase.OUT_OF_ACTION:
        return
    place = int(team["target_area"])
    if team["task"] == Task.UNASSIGNED:
        place = int(team["goal_area"] if team["goal_area"] >= 0 else team["area"])
    if keeps_post(world, int(team["task"]), place, int(team["post_area"])):
        return
    team["post_area"] = -1
    team["role"] = Role.NONE
    spare(state, world, t, -1, now)
