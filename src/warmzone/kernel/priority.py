"""Whom carrying teams, crews and ambulances move first: as ordered, else whoever is at hand."""

from warmzone.kernel.arrays import State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.draws import Purpose, uniform
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Care, Priority, Seat, Triage

TURNS = 4  # of `turn_of`
AT_HAND_M = 60.0  # nearer than that, need counts for more than the way: an assumption


@compiled
def turn_of(state: State, world: World, i: int) -> int:
    """In which turn person i is moved, 0 first, -1 not at all; by what a responder took them for.

    Where nobody has said whom first, some of the dead are taken along as well.
    """
    person = state.people[i]
    seen = int(person["seen"])
    priority = state.seats[Seat.MEDICAL]["priority"]
    if seen == Triage.UNSEEN:
        return -1
    if priority == Priority.NEAREST:
        return 0 if seen != Triage.GREY or is_taken_dead(state, world, i) else -1
    if seen == Triage.GREY:
        return -1
    if priority == Priority.WALKING:
        return 0 if seen == Triage.GREEN else seen
    if priority == Priority.REDS:
        return seen - 1
    cared_for = seen == Triage.RED and person["care"] > Care.NONE
    return 0 if cared_for else seen


@compiled
def is_taken_dead(state: State, world: World, i: int) -> bool:
    """Whether a dead person is lifted all the same where nobody says whom first."""
    clock = state.clock[0]
    u = uniform(clock["seed"], (clock["epoch"], i, Purpose.TAKEN_DEAD, 0))
    return bool(u < world.parameters[0]["dead_taken_p"])


@compiled
def is_carried(state: State, i: int) -> bool:
    """Whether bearers take person i at all: greens only where they are not to be left to walk."""
    person = state.people[i]
    if person["seen"] != Triage.GREEN:
        return True
    priority = state.seats[Seat.MEDICAL]["priority"]
    if priority == Priority.NEAREST:
        return bool(person["walks"] == 0)
    return bool(priority == Priority.WALKING)


@compiled
def next_to_move(state: State, world: World, area: int, turn: int, carried: bool) -> int:
    """The first casualty lying free in an area whose turn it is, by bearers or not; or -1."""
    i = int(state.ground[area]["first_person"])
    while i >= 0:
        person = state.people[i]
        free = person["treater"] < 0 and person["trip"] < 0
        if free and turn_of(state, world, i) == turn and (not carried or is_carried(state, i)):
            return i
        i = int(person["next_person"])
    return -1
