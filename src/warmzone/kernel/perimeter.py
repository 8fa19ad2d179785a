"""The perimeter: officers outside who keep people and cars from where they would be in the way."""

from warmzone.kernel.arrays import State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Phase, Task


@compiled
def is_kept(state: State, area: int) -> bool:
    """Whether officers keep a perimeter at an area.

    Whoever comes there waits to be told, officers without a task go no further, cars are left
    beside the way, and those who come out are taken aside and stay.
    """
    for t in range(len(state.teams)):
        team = state.teams[t]
        if team["task"] == Task.PERIMETER and team["area"] == area and team["able"] > 0:
            if team["phase"] == Phase.HOLDING:
                return True
    return False


@compiled
def loading_factor(state: State, world: World, area: int) -> float:
    """By how much loading takes longer at an area: people who came out stand about, unreceived."""
    p = world.parameters[0]
    if float(state.ground[area]["uninjured"]) < p["bystanders"] or is_kept(state, area):
        return 1.0
    return float(p["bystander_factor"])
