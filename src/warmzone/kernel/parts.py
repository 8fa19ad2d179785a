"""Taking a part up: a crew that gives its leader to one has one medic fewer until it ends."""

from warmzone.kernel.arrays import State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.roles import take_role
from warmzone.kernel.runners import spare
from warmzone.kernel.standing import cannot_beside
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Discipline, Phase, Role
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
