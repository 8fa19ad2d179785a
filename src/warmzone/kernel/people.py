"""Who is where: lists per area, in order of index, so that nobody looks through everybody."""

from warmzone.kernel.arrays import State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.stretch import stop_at
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Whereabouts


@compiled
def lay_down(state: State, world: World, i: int, area: int) -> None:
    """Person i, who lies nowhere, lies in `area` from now on."""
    person = state.people[i]
    person["whereabouts"] = Whereabouts.LYING
    person["area"] = area
    before = -1
    following = int(state.ground[area]["first_person"])
    while following >= 0 and following < i:
        before = following
        following = int(state.people[following]["next_person"])
    person["next_person"] = following
    stop_at(state, world, area)
    if before < 0:
        state.ground[area]["first_person"] = i
    else:
        state.people[before]["next_person"] = i


@compiled
def take_up(state: State, i: int, whereabouts: int) -> None:
    """Person i, who lies somewhere, lies there no longer; `area` stays where they were."""
    person = state.people[i]
    ground = state.ground[person["area"]]
    following = int(ground["first_person"])
    if following == i:
        ground["first_person"] = person["next_person"]
    else:
        while int(state.people[following]["next_person"]) != i:
            following = int(state.people[following]["next_person"])
        state.people[following]["next_person"] = person["next_person"]
    person["next_person"] = -1
    person["whereabouts"] = whereabouts


@compiled
def uninjured_here(state: State, area: int) -> int:
    """How many people in an area are not hurt, those among them who still could be with them."""
    count = int(state.ground[area]["uninjured"])
    i = int(state.ground[area]["first_unhurt"])
    while i >= 0:
        if state.people[i]["whereabouts"] == Whereabouts.UNHURT:
            count += 1
        i = int(state.people[i]["next_unhurt"])
    return count
